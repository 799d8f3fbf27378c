"""A row of tools that never forces the window wide: key hints go first, then tools fold into a button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QSizePolicy, QWidget

from app.ui.widgets.filter_button import FilterButton
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.themed import Themed


class _Fold(NamedTuple):
    """One thing that can give way: how many pixels that saves, and how to do it."""

    rank: int
    saved: Callable[[], int]
    apply: Callable[[bool], None]


class FoldingBar(Themed, QWidget):
    """Add tools from left to right; those with a `fold` rank give way, the lowest rank first.

    Hidden filters are reached through `filter_button` (筛选), hidden buttons through `more_button` (⋯);
    both show only when something is folded into them.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._parts: list[QWidget] = []
        self._least: dict[QWidget, float] = {}
        self._gaps = 0
        self._folds: list[_Fold] = []
        self._folded: list[QWidget] = []
        self._stage = 0
        self.filter_button = IconButton("filter", "更多筛选", hint="F4")
        self.more_button = IconButton("more", "更多")
        for button in (self.filter_button, self.more_button):
            button.hide()
            button.clicked.connect(self._open_folded)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget, *, fold: int = 0, stretch: int = 0, least_ems: float = 0) -> None:
        """Add a tool; `fold` 0 stays. One that stretches keeps at least `least_ems`."""
        self._row.addWidget(widget, stretch)
        self._parts.append(widget)
        if least_ems:
            self._least[widget] = least_ems
        if isinstance(widget, HintButton) and widget.hint:
            self._add_fold(_Fold(0, widget.hint_width, lambda on: widget.set_hint_shown(not on)))
        if isinstance(widget, PeriodStepper) and not widget.is_title:
            self._add_fold(_Fold(1, widget.words_width, lambda on: widget.set_words_shown(not on)))
        if fold:
            self._add_fold(_Fold(fold + 1, partial(self._freed_by, widget), partial(self._hide, widget)))

    def add_gap(self, pixels: int) -> None:
        """Room between groups."""
        self._row.addSpacing(pixels)
        self._gaps += pixels

    def add_stretch(self) -> None:
        """What follows stands at the right."""
        self._row.addStretch(1)

    def add_overflow(self, button: IconButton) -> None:
        """Say where `filter_button` or `more_button` stands in the row."""
        self._row.addWidget(button)

    def sizeHint(self) -> QSize:
        return QSize(self._needed(0), self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.theme.control)

    def restyle(self) -> None:
        self._refold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._refold()
        return super().event(event)

    def _add_fold(self, fold: _Fold) -> None:
        self._folds.append(fold)
        self._folds.sort(key=lambda each: each.rank)

    def _needed(self, stage: int) -> int:
        """Width wanted when the first `stage` folds have given way."""
        spacing = self._row.spacing()
        full = sum(self._width_of(part) + spacing for part in self._parts) + self._gaps
        overflow = self.theme.even(2.1) + spacing if self._hides(stage) else 0
        return full + overflow - sum(fold.saved() for fold in self._folds[:stage])

    def _hides(self, stage: int) -> bool:
        return any(fold.rank >= 2 for fold in self._folds[:stage])

    def _width_of(self, widget: QWidget) -> int:
        if widget in self._least:
            return self.theme.px(self._least[widget])
        if isinstance(widget, HintButton | PeriodStepper):
            return widget.full_width()
        return widget.sizeHint().width()

    def _freed_by(self, widget: QWidget) -> int:
        """What hiding `widget` saves beyond its key hint, which went before."""
        hint = widget.hint_width() if isinstance(widget, HintButton) else 0
        return self._width_of(widget) + self._row.spacing() - hint

    def _refold(self) -> None:
        stages = range(len(self._folds) + 1)
        stage = next((each for each in stages if self._needed(each) <= self.width()), len(self._folds))
        if stage == self._stage:
            return
        self._stage = stage
        for place, fold in enumerate(self._folds):
            fold.apply(place < stage)
        filters = [isinstance(part, FilterButton) for part in self._folded]
        for button, wanted in ((self.filter_button, any(filters)), (self.more_button, not all(filters))):
            # One that has no place in the row would be shown as a window of its own.
            button.setVisible(wanted and self._row.indexOf(button) >= 0)

    def _hide(self, widget: QWidget, hidden: bool) -> None:
        if hidden and widget not in self._folded:
            self._folded.append(widget)
        elif not hidden and widget in self._folded:
            self._folded.remove(widget)
        widget.setVisible(not hidden)

    def _open_folded(self) -> None:
        """Offer what is folded into the button that was pressed."""
        button = self.sender()
        if not isinstance(button, IconButton):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for part in self._folded:
            if isinstance(part, FilterButton) and button is self.filter_button:
                menu.addAction(part.shown).triggered.connect(partial(part.open_list, button))
            elif isinstance(part, HintButton) and button is self.more_button:
                action = menu.addAction(part.text())
                action.setEnabled(part.isEnabled())
                action.triggered.connect(part.click)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
