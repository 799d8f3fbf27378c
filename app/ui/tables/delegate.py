"""Paints the rows of every list: hairlines, ticks, words, numbers and states (looks.md §6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.ui.appearance import theme
from app.ui.tables.columns import PADDING, STATUS, TICK, Column
from app.ui.tables.model import Index
from app.ui.theme import Theme
from app.ui.widgets import painting, status_word
from app.ui.widgets.status_word import paint_status

if TYPE_CHECKING:
    from app.ui.tables.table import LedgerTable

BAR = 3


class LedgerDelegate(QStyledItemDelegate):
    """Knows nothing of any kind: what to say comes from the model, how the row stands from the table."""

    def __init__(self, table: LedgerTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, place = theme(), self._table.visualRect(index), index.row()
        column = self._table.ledger.columns[index.column()]
        chosen = self._table.is_chosen(place)
        ground = "select" if chosen else "hover" if place == self._table.over else "surface"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        if column.key == TICK:
            if chosen:
                painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), look.color("accent"))
            self._paint_tick(painter, rect, look, self._table.ledger.is_ticked(place))
        else:
            self._paint_cell(painter, room_of(rect, column), place, column, chosen)
        if place == self._table.marked_row:
            self._paint_mark(painter, rect, index.column())
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say in full what had to be cut, and what an amber 未填 wants."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        QToolTip.showText(event.globalPos(), self.tip(index, self._table.visualRect(index)), view)
        return True

    def tip(self, index: Index, rect: QRect) -> str:
        """The whole text of a cell when it does not fit into `rect`; "" when nothing is hidden."""
        column = self._table.ledger.columns[index.column()]
        row = self._table.ledger.row_at(index.row())
        if row is None or column.key in (TICK, STATUS):
            return ""
        text = row.cells[column.key].text
        if not text:
            return f"请填{column.label}" if self._table.ledger.is_lacking(row, column) else ""
        width = theme().metrics(bold=column.strong).horizontalAdvance(text)
        return text if width > room_of(rect, column).width() else ""

    def _paint_cell(self, painter: QPainter, room: QRect, place: int, column: Column, chosen: bool) -> None:
        look = theme()
        if column.key == STATUS:
            status = self._table.ledger.status_at(place)
            if status is not None:
                paint_status(painter, room, status, look, selected=chosen)
            return
        row = self._table.ledger.row_at(place)
        if row is None:
            return
        text, ink = row.cells[column.key].text, "text2" if column.quiet else "text"
        if self._table.ledger.is_lacking(row, column):
            text, ink = status_word.REQUIRED.text, "warn"
        color = look.color("on_select") if chosen and look.is_contrast else look.color(ink)
        align = painting.Right if column.right else painting.Left
        painting.text(painter, room, text, look.font(bold=column.strong), color, align)

    def _paint_tick(self, painter: QPainter, rect: QRect, look: Theme, ticked: bool) -> None:
        paint_box(painter, rect.adjusted(BAR, 0, 0, -1), look, Qt.CheckState.Checked if ticked else None)

    def _paint_mark(self, painter: QPainter, rect: QRect, section: int) -> None:
        """A thin line above and below the row the keyboard is on, when other rows are chosen too."""
        ink = theme().color("focus")
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, ink)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ink)


def room_of(rect: QRect, column: Column) -> QRect:
    """Where the words of a cell stand; the state has more room at its left."""
    left = 2 * PADDING if column.key == STATUS else PADDING
    return rect.adjusted(left, 0, -PADDING, -1)


def paint_box(painter: QPainter, rect: QRect, look: Theme, state: Qt.CheckState | None) -> None:
    """A check box in the middle of `rect`: empty (None), ticked, or a bar for some of many."""
    edge = look.check
    box = QRect(
        rect.left() + (rect.width() - edge) // 2, rect.top() + (rect.height() - edge) // 2, edge, edge
    )
    if state is None:
        painting.box(painter, box, look.color("surface"), look.color("border"))
        return
    accent: QColor = look.color("accent")
    painting.box(painter, box, accent, accent)
    sign = "tick" if state is Qt.CheckState.Checked else "bar"
    painting.icon_centred(painter, box, sign, look.color("on_accent"), edge)
