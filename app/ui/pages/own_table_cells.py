"""How an ad-hoc table is painted: rows with hairlines, and headings of which neighbours may share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.services.own_table_result import ResultColumn
from app.ui.appearance import theme
from app.ui.pages.own_table_model import Index
from app.ui.tables.sort_header import TICK_INSET, SortHeader
from app.ui.widgets import painting

if TYPE_CHECKING:
    from app.ui.pages.own_table_view import OwnTableView

PADDING, BAR = 8, 3


class OwnTableDelegate(QStyledItemDelegate):
    """Records are marked as rows, numbers one by one."""

    def __init__(self, view: OwnTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.paint_at(painter, self._view.visualRect(index), index)

    def paint_at(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """One cell where `rect` is: the first column also stands still while the others scroll."""
        look, view = theme(), self._view
        total = view.model_.is_total(index.row())
        chosen = view.marks_rows and not total and index.row() == view.currentIndex().row()
        over = index.row() == view.over[0]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "select" if chosen else "head" if total else "hover" if over else "surface"
        painter.fillRect(rect, look.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        if chosen and index.column() == 0:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), look.color("accent"))
        self._paint_words(painter, rect, index, total=total, chosen=chosen)
        if not view.marks_rows and view.hasFocus() and index == view.currentIndex():
            painting.focus_box(painter, rect.adjusted(1, 1, -1, -2), look)
        painter.restore()

    def tip(self, index: Index) -> str:
        """The whole text of a cell when it does not fit."""
        column, text = self._view.model_.columns[index.column()], str(index.data() or "")
        room = _room(self._view.visualRect(index))
        width = theme().metrics(bold=column.strong).horizontalAdvance(text)
        return text if width > room.width() else ""

    def _paint_words(
        self, painter: QPainter, rect: QRect, index: Index, *, total: bool, chosen: bool
    ) -> None:
        look, view = theme(), self._view
        column, cell = view.model_.columns[index.column()], view.model_.cell_at(index.row(), index.column())
        room, bold = _room(rect), total or column.strong
        ink = look.color("on_select" if chosen and look.is_contrast else "text")
        width = painting.text(painter, room, cell.text, look.font(bold=bold), ink, _side(column))
        if cell.opens is not None and (index.row(), index.column()) == view.over and cell.text:
            metrics = look.metrics(bold=bold)
            x = room.right() + 1 - width if column.right else room.left()
            painter.fillRect(x, painting.baseline(room, metrics) + 2, width, 1, ink)


class OwnTableHeader(SortHeader):
    """One line, or two where columns share a heading; a press asks for the column's order."""

    def __init__(self, view: OwnTableView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def is_shared(self) -> bool:
        """Whether some columns stand under one heading."""
        return any(column.over for column in self._view.model_.columns)

    def sizeHint(self) -> QSize:
        look = theme()
        height = look.control + look.px(1.7) if self.is_shared else look.control
        return QSize(super().sizeHint().width(), height)

    def press(self, section: int) -> None:
        self.sort_requested.emit(self._view.model_.columns[section].key)

    def tip(self, section: int) -> str:
        columns = self._view.model_.columns
        return _tip(columns[section]) if 0 <= section < len(columns) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._view.frozen:
            painter = QPainter(self.viewport())
            self.paintSection(painter, QRect(0, 0, self._view.frozen, self.height()), 0)
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, columns = theme(), self._view.model_.columns
        column = columns[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.color("head"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border_soft"))
        top = rect.top()
        if column.over:
            top += look.px(1.7)
            self._paint_shared(painter, rect, logicalIndex, top)
        ends = logicalIndex + 1 == len(columns) or columns[logicalIndex + 1].over != column.over
        upper = rect.top() if ends or not column.over else top
        line = QRect(rect.right(), upper + TICK_INSET, 1, rect.bottom() - upper - 2 * TICK_INSET)
        painter.fillRect(line, look.color("border_soft"))
        own = QRect(rect.left(), top, rect.width(), rect.bottom() - top)
        over, words = logicalIndex == self._over, heading_of(column)
        self.paint_heading(painter, _room(own), column.key, words, right=column.right, over=over)
        painter.restore()

    def _paint_shared(self, painter: QPainter, rect: QRect, section: int, bottom: int) -> None:
        """The part of a shared heading that lies over one of its columns."""
        look, columns = theme(), self._view.model_.columns
        first = last = section
        while first and columns[first - 1].over == columns[section].over:
            first -= 1
        while last + 1 < len(columns) and columns[last + 1].over == columns[section].over:
            last += 1
        left = self.sectionViewportPosition(first)
        width = self.sectionViewportPosition(last) + self.sectionSize(last) - left
        painter.setClipRect(rect)
        room = QRect(left, rect.top(), width, bottom - rect.top()).adjusted(PADDING, 0, -PADDING, 0)
        painting.text(painter, room, columns[section].over, look.font(), look.color("text2"), painting.Centre)
        painter.fillRect(rect.left(), bottom, rect.width(), 1, look.color("line"))
        painter.setClipping(False)


def heading_of(column: ResultColumn) -> str:
    """A column's own heading with its unit, unless its words or a shared heading say it."""
    said = not column.unit or column.over or column.heading.endswith(column.unit)
    return column.heading if said else f"{column.heading}（{column.unit}）"


def _tip(column: ResultColumn) -> str:
    named = f"{column.over}{column.heading}"
    unit = f"（{column.unit}）" if column.unit else ""
    return "\n".join(part for part in (f"{named}{unit}，点一下按它排序", column.tip) if part)


def _room(rect: QRect) -> QRect:
    return rect.adjusted(PADDING, 0, -PADDING, -1)


def _side(column: ResultColumn) -> Qt.AlignmentFlag:
    return painting.Right if column.right else painting.Left
