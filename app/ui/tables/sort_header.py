"""SortHeader: what the headings of all tables do: they are pressed for an order, and an arrow shows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip

from app.ui.appearance import theme
from app.ui.widgets import painting

TICK_INSET, ARROW_GAP, ARROW_EMS = 6, 3, 0.9


class SortHeader(QHeaderView):
    """Subclasses say in `press` and `tip` what a section is, and paint it."""

    sort_requested = Signal(str)
    """Key of the column that was pressed."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._sorted: tuple[str, bool] = ("", True)
        self._over = self._pressed = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_sorted(self, key: str, descending: bool) -> None:
        """Say where the order comes from."""
        self._sorted = (key, descending)
        self.viewport().update()

    def press(self, section: int) -> None:
        """A section was pressed by a person."""
        raise NotImplementedError

    def tip(self, section: int) -> str:
        """What is said over a section, -1 beside them."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().control)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.logicalIndexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and section >= 0 and section == self._pressed:
            self.press(section)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(self.logicalIndexAt(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def paint_heading(
        self, painter: QPainter, room: QRect, key: str, words: str, *, right: bool, over: bool
    ) -> None:
        """A column's words, with the arrow where the order comes from; `over` when they can be pressed."""
        look, here = theme(), key == self._sorted[0]
        font, ink = look.font(bold=here), look.color("text" if here or over else "text2")
        if not here:
            painting.text(painter, room, words, font, ink, painting.Right if right else painting.Left)
            return
        arrow = look.px(ARROW_EMS)
        width = min(look.metrics(bold=True).horizontalAdvance(words), room.width() - arrow - ARROW_GAP)
        start = room.right() + 1 - width - arrow - ARROW_GAP if right else room.left()
        painting.text(painter, QRect(start, room.top(), width, room.height()), words, font, ink)
        sign = "sort-down" if self._sorted[1] else "sort-up"
        x = start + width + ARROW_GAP
        painting.icon(painter, room, sign, look.color("accent"), x, arrow, look.metrics())

    def _hover(self, section: int) -> None:
        if section != self._over:
            self._over = section
            self.viewport().update()
