"""The headings of every list of records: quiet words, small ticks between, and one above the ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter

from app.ui.appearance import theme
from app.ui.tables.columns import STATUS, TICK
from app.ui.tables.delegate import BAR, paint_box, room_of
from app.ui.tables.sort_header import TICK_INSET, SortHeader

if TYPE_CHECKING:
    from app.ui.tables.table import LedgerTable


class LedgerHeader(SortHeader):
    """A click on a heading asks for its order; a click above the ticks ticks all or none."""

    tick_all_requested = Signal()

    def __init__(self, table: LedgerTable) -> None:
        super().__init__(table)
        self._table = table

    def press(self, section: int) -> None:
        column = self._table.ledger.columns[section]
        if column.key == TICK:
            self.tick_all_requested.emit()
        elif column.sortable:
            self.sort_requested.emit(column.key)

    def tip(self, section: int) -> str:
        if section < 0:
            return ""
        column = self._table.ledger.columns[section]
        if column.key == TICK:
            return "全部选中，再点一次全不选  Ctrl+A"
        return f"{column.label}，点一下按它排序" if column.sortable else column.label

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
            over = logicalIndex == self._over and column.sortable
            room = room_of(rect, column)
            self.paint_heading(painter, room, column.key, column.heading, right=column.right, over=over)
        painter.restore()

    def _paint_tick(self, painter: QPainter, rect: QRect) -> None:
        """Ticks all or none; in sight only when it says something or the mouse is near."""
        some = self._table.ledger.tick_count
        if not some and self._over != 0:
            return
        whole = some == len(self._table.ledger.ids)
        state = None if not some else Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked
        paint_box(painter, rect.adjusted(BAR, 0, 0, -1), theme(), state)
