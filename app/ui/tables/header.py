"""The headings of every list: quiet words, small ticks between, an arrow where the order comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip

from app.ui.appearance import theme
from app.ui.tables.columns import STATUS, TICK, Column
from app.ui.tables.delegate import BAR, paint_box, room_of
from app.ui.widgets import painting

if TYPE_CHECKING:
    from app.ui.tables.table import LedgerTable

TICK_INSET, ARROW_GAP = 6, 3


class LedgerHeader(QHeaderView):
    """A click on a heading asks for its order; a click above the ticks ticks all or none."""

    sort_requested = Signal(str)
    """Key of the column that was pressed."""
    tick_all_requested = Signal()

    def __init__(self, table: LedgerTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._sorted: tuple[str, bool] = ("", True)
        self._over = -1
        self._pressed = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_sorted(self, key: str, descending: bool) -> None:
        """Say where the order comes from."""
        self._sorted = (key, descending)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().control)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.logicalIndexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or section < 0 or section != self._pressed:
            return
        column = self._table.ledger.columns[section]
        if column.key == TICK:
            self.tick_all_requested.emit()
        elif column.sortable:
            self.sort_requested.emit(column.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(section), self)
            return True
        return super().viewportEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, column = theme(), self._table.ledger.columns[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.color("head"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border_soft"))
        if column.key != STATUS:
            height = rect.height() - 2 * TICK_INSET
            painter.fillRect(rect.right(), rect.top() + TICK_INSET, 1, height, look.color("border_soft"))
        if column.key == TICK:
            self._paint_tick(painter, rect)
        else:
            self._paint_words(painter, rect, column, logicalIndex)
        painter.restore()

    def _paint_tick(self, painter: QPainter, rect: QRect) -> None:
        """Ticks all or none; in sight only when it says something or the mouse is near."""
        some = self._table.ledger.tick_count
        if not some and self._over != 0:
            return
        whole = some == len(self._table.ledger.ids)
        state = None if not some else Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked
        paint_box(painter, rect.adjusted(BAR, 0, 0, -1), theme(), state)

    def _paint_words(self, painter: QPainter, rect: QRect, column: Column, section: int) -> None:
        look, room = theme(), room_of(rect, column)
        here = column.key == self._sorted[0]
        over = section == self._over and column.sortable
        font, ink = look.font(bold=here), look.color("text" if here or over else "text2")
        if not here:
            painting.text(painter, room, column.heading, font, ink, _side(column))
            return
        arrow, gap = look.px(0.9), ARROW_GAP
        words = min(look.metrics(bold=True).horizontalAdvance(column.heading), room.width() - arrow - gap)
        start = room.right() + 1 - words - arrow - gap if column.right else room.left()
        painting.text(painter, QRect(start, room.top(), words, room.height()), column.heading, font, ink)
        sign = "sort-down" if self._sorted[1] else "sort-up"
        painting.icon(painter, room, sign, look.color("accent"), start + words + gap, arrow, look.metrics())

    def _tip(self, section: int) -> str:
        if section < 0:
            return ""
        column = self._table.ledger.columns[section]
        if column.key == TICK:
            return "全部选中，再点一次全不选  Ctrl+A"
        return f"{column.label}，点一下按它排序" if column.sortable else column.label

    def _hover(self, section: int) -> None:
        if section != self._over:
            self._over = section
            self.viewport().update()


def _side(column: Column) -> Qt.AlignmentFlag:
    return painting.Right if column.right else painting.Left
