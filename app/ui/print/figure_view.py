"""FigureView: pages on a desk whose numbers lead to the records behind them, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.print.figure_spots import FigureSpots
from app.ui.print.page_view import PageView
from app.ui.print.pages import Pages


class FigureView(PageView):
    """F8 and Shift+F8 go from number to number, Enter or a click opens one; paper shows nothing of it."""

    figure_requested = Signal(int)
    """Which of the document's figures is to be opened."""
    figure_reached = Signal(str)
    """What there is to say of the figure the keyboard went to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = FigureSpots()
        self.viewport().setMouseTracking(True)

    @property
    def figure(self) -> int:
        """The figure with the keyboard, -1 without one."""
        return self._figures.at

    def set_pages(self, pages: Pages | None) -> None:
        self._figures.set_tips(pages, ())
        super().set_pages(pages)

    def set_figures(self, tips: Sequence[str]) -> None:
        """Let the figures lead to their records; `tips` say of each what it is, "" for none.

        They belong to `pages.figures`, which is None when somebody changed the numbers in WPS.
        """
        self._figures.set_tips(self.pages, tips)
        self.viewport().update()

    def step_figure(self, by: int) -> bool:
        """Put the keyboard on the next figure (1) or the one before (-1); False when there is none."""
        found = None if self.pages is None else self._figures.step(self.pages, self.current, by)
        if found is None:
            return False
        self.reveal(*found)
        tip = self._figures.tip(self._figures.at)
        self.setAccessibleDescription(tip)
        self.figure_reached.emit(tip)
        self.viewport().update()
        return True

    def paint_over(self, painter: QPainter, index: int, corner: QPoint) -> None:
        if self.pages is not None:
            self._figures.paint(painter, self.pages, index, corner, self.scale, focused=self.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_F8:
            self.step_figure(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._figures.tip(self.figure):
            self.figure_requested.emit(self.figure)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._figure_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        figure = self._figure_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and figure >= 0:
            self._figures.at = figure
            self.figure_requested.emit(figure)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the number under the mouse is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._figures.tip(self._figure_at(event.pos())), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _figure_at(self, point: QPoint) -> int:
        found = self.page_at(point)
        return -1 if found is None or self.pages is None else self._figures.find(self.pages, *found)

    def _hover(self, figure: int) -> None:
        if figure != self._figures.over:
            self._figures.over = figure
            hand = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(hand if figure >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
