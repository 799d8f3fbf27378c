"""SidedPage: something to choose from at the left, the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.pages.framed_page import FramedPage
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import Sheet

_BETWEEN = 14


class SidedPage(FramedPage):
    """The left takes a `share` of the width, of `least` to `most` em; Esc goes back."""

    share, least, most = 0.3, 20, 30

    def add_sides(self, left: QWidget, right: QWidget, empty: EmptyState) -> None:
        """Both sides below what is there, in whose place `show_sides` puts `empty`."""
        self._left = left
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(left)
        row.addWidget(right, 1)
        alone = Sheet()
        alone.body.addWidget(empty)
        self._stack = QStackedWidget()
        for part in (both, alone):
            self._stack.addWidget(part)
        self.column.addWidget(self._stack, 1)

    @property
    def has_sides(self) -> bool:
        """Whether both sides are in sight."""
        return self._stack.currentIndex() == 0

    def show_sides(self, shown: bool) -> None:
        """Both sides, or the empty state."""
        self._stack.setCurrentIndex(0 if shown else 1)

    def restyle(self) -> None:
        super().restyle()
        self._fit_sides()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sides()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _fit_sides(self) -> None:
        least, most = self.theme.px(self.least), self.theme.px(self.most)
        self._left.setFixedWidth(max(least, min(round(self.width() * self.share), most)))
