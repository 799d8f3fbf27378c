"""What a figure is made of when it is made of others: above and below of a ratio, or those added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.models.figure import Figure
from app.ui.pages.figure_choice import FigureChoice
from app.ui.pages.own_figure_lines import GrowingLines
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.sheet import label

_LEAST = 2


class FigureParts(GrowingLines):
    """One drop-down a figure; a ratio has two and a ÷ between them, a sum as many as one likes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("加一个指标", parent)
        self._sections: Mapping[str, Sequence[Figure]] = {}
        self._is_ratio = True
        self.choices: list[FigureChoice] = []
        self._lines: list[QWidget] = []
        self._signs: list[QLabel] = []

    def set_figures(self, sections: Mapping[str, Sequence[Figure]]) -> None:
        """What there is to choose from, under headings."""
        self._sections = sections
        for choice in self.choices:
            choice.set_figures(sections)
        self.put(self.chosen)

    def set_ratio(self, is_ratio: bool) -> None:
        """Two, one above the other, or a sum."""
        self._is_ratio = is_ratio
        self.more.setVisible(not is_ratio)
        self.put(self.chosen[:_LEAST] if is_ratio else self.chosen)

    @property
    def chosen(self) -> list[str]:
        """The figures chosen, "" where none is yet."""
        return [choice.key for choice in self.choices]

    def put(self, keys: Sequence[str]) -> None:
        """Show figures by program, without a signal."""
        wanted = [*keys, *[""] * (_LEAST - len(keys))]
        while len(self.choices) > len(wanted):
            self._take_away(len(self.choices) - 1)
        while len(self.choices) < len(wanted):
            self._add()
        for choice, key in zip(self.choices, wanted, strict=True):
            choice.set_key(key)
        for place, sign in enumerate(self._signs):
            sign.setText(("分子", "分母")[place] if self._is_ratio else "加" if place else "")

    def add_by_hand(self) -> None:
        self.put([*self.chosen, ""])
        self.choices[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _add(self) -> None:
        choice, sign, line = FigureChoice(), label("", "label"), QWidget()
        cross = IconButton("close", "去掉这个指标")
        cross.clicked.connect(partial(self._remove, line))
        choice.set_figures(self._sections)
        choice.chosen.connect(self._chosen)
        sign.setFixedWidth(sign.fontMetrics().horizontalAdvance("分子") + 8)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (sign, choice, cross):
            row.addWidget(part)
        row.addStretch(1)
        cross.setVisible(len(self.choices) >= _LEAST)
        self.choices.append(choice)
        self._signs.append(sign)
        self._lines.append(line)
        self.lines.addWidget(line)
        line.setVisible(True)  # at once, so that Tab finds its parts
        for before, after in ((self.more, choice), (choice, cross), (cross, self.more)):
            QWidget.setTabOrder(before, after)

    def _remove(self, line: QWidget) -> None:
        self._take_away(self._lines.index(line))
        self.choices[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _take_away(self, place: int) -> None:
        line = self._lines.pop(place)
        self.choices.pop(place)
        self._signs.pop(place)
        self.drop(line)

    def _chosen(self, _key: str) -> None:
        self.edited.emit()
