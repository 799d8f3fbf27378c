"""PeopleEditor: how many of each role were there, four to a row, with the sum beside them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.models.fields import Field
from app.models.values import Count
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.text_editors import NumberEditor
from app.ui.widgets.sheet import label

_ROLES = "people_role"
_NUMBER = Count(largest=999_999)
ACROSS = 4


class PeopleEditor(Editor):
    """An empty box is a role nobody counted; 0 is nobody. Keys that are no longer offered are kept."""

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._value: dict[str, int] | None = None
        self._base: dict[str, int] = {}
        self._boxes: dict[str, NumberEditor] = {}
        self._labels: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(8)
        self._sum = QLabel()
        self._sum.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._grid)
        row.addSpacing(16)
        row.addWidget(self._sum, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._build()
        self.restyle()

    @property
    def unfit(self) -> str:
        for key, box in self._boxes.items():
            if box.unfit:
                return f"{self.desk.option_label(_ROLES, key)}：{box.unfit}"
        return ""

    @property
    def typed(self) -> dict[str, Any] | None:
        return {key: box.typed for key, box in self._boxes.items() if box.unfit} or None

    @property
    def composing(self) -> bool:
        return any(box.composing for box in self._boxes.values())

    def value(self) -> dict[str, int] | None:
        return self._value

    def set_value(self, value: dict[str, int] | None) -> None:
        self._value = value
        for key, box in self._boxes.items():
            box.set_value((value or {}).get(key))

    def show_typed(self, typed: Any) -> None:
        for key, text in dict(typed).items():
            if key in self._boxes:
                self._boxes[key].show_typed(text)

    def set_sum(self, total: int | None, words: str = "") -> None:
        """What all come to; None hides it."""
        self._sum.setVisible(total is not None)
        self._sum.setText(f"合计 <b>{total}</b> 人次{words}" if total is not None else "")

    def set_marks(self, state: str, altered: bool) -> None:
        for key, box in self._boxes.items():
            changed = altered and self._is_changed(key)
            box.set_marks("invalid" if box.unfit else "", changed)

    def set_base(self, value: dict[str, int] | None) -> None:
        """What is saved, so that only the boxes that differ are marked."""
        self._base = dict(value or {})

    def set_read_only(self, read_only: bool) -> None:
        for box in self._boxes.values():
            box.set_read_only(read_only)

    def finish(self) -> None:
        for box in self._boxes.values():
            box.finish()

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        boxes = list(self._boxes.values())
        if boxes:
            boxes[-1 if backwards else 0].begin(text)

    def restyle(self) -> None:
        theme = self.theme
        self._sum.setFixedHeight(theme.control)
        self._grid.setHorizontalSpacing(theme.px(0.7))
        metrics = theme.metrics()
        for column in range(ACROSS):
            names = self._labels[column::ACROSS]
            widest = max((metrics.horizontalAdvance(name.text()) for name in names), default=0)
            self._grid.setColumnMinimumWidth(3 * column, widest)
            self._grid.setColumnMinimumWidth(3 * column + 2, theme.px(0.6) if column < ACROSS - 1 else 0)

    def _build(self) -> None:
        for place, option in enumerate(self.desk.entries(_ROLES)):
            spec = Field(option.label, _NUMBER, key=option.key)
            box = NumberEditor(spec, self.desk, parent=self)
            box.edited.connect(partial(self._changed, option.key))
            box.moved.connect(self.moved)
            row, column = divmod(place, ACROSS)
            name = label(option.label, "label")
            self._labels.append(name)
            self._grid.addWidget(name, row, 3 * column)
            self._grid.addWidget(box, row, 3 * column + 1)
            self._boxes[option.key] = box
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def _is_changed(self, key: str) -> bool:
        return (self._value or {}).get(key) != self._base.get(key)

    def _changed(self, key: str) -> None:
        value = dict(self._value or {})
        number = self._boxes[key].value()
        if number is None:
            value.pop(key, None)
        else:
            value[key] = number
        self._value = value
        self.edited.emit()

    def step_inside(self, by: int) -> bool:
        boxes = list(self._boxes.values())
        here = next((place for place, box in enumerate(boxes) if box.line.hasFocus()), -1)
        if here < 0 or not 0 <= here + by < len(boxes):
            return False
        boxes[here + by].begin()
        return True
