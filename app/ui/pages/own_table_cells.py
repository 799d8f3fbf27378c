"""How an ad-hoc table is painted: rows with hairlines, and headings of which neighbours may share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.services.own_table_result import ResultColumn
from app.ui.appearance import theme
from app.ui.pages.own_table_model import Index
from app.ui.widgets import painting

if TYPE_CHECKING:
    from app.ui.pages.own_table_view import OwnTableView

PADDING, BAR, TICK_INSET, ARROW_GAP = 8, 3, 6, 3


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


class OwnTableHeader(QHeaderView):
    """One line, or two where columns share a heading; a press asks for the column's order."""

    sort_requested = Signal(str)
    """Key of the column that was pressed."""

    def __init__(self, view: OwnTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
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

    @property
    def is_shared(self) -> bool:
        """Whether some columns stand under one heading."""
        return any(column.over for column in self._view.model_.columns)

    def sizeHint(self) -> QSize:
        look = theme()
        height = look.control + look.px(1.7) if self.is_shared else look.control
        return QSize(super().sizeHint().width(), height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.logicalIndexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and section >= 0 and section == self._pressed:
            self.sort_requested.emit(self._view.model_.columns[section].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            columns = self._view.model_.columns
            tip = _tip(columns[section]) if 0 <= section < len(columns) else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

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
        self._paint_words(
            painter, own, column, here=column.key == self._sorted[0], over=logicalIndex == self._over
        )
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

    def _paint_words(
        self, painter: QPainter, rect: QRect, column: ResultColumn, *, here: bool, over: bool
    ) -> None:
        look, room = theme(), _room(rect)
        words = heading_of(column)
        font, ink = look.font(bold=here), look.color("text" if here or over else "text2")
        if not here:
            painting.text(painter, room, words, font, ink, _side(column))
            return
        arrow = look.px(0.9)
        width = min(look.metrics(bold=True).horizontalAdvance(words), room.width() - arrow - ARROW_GAP)
        start = room.right() + 1 - width - arrow - ARROW_GAP if column.right else room.left()
        painting.text(painter, QRect(start, room.top(), width, room.height()), words, font, ink)
        sign = "sort-down" if self._sorted[1] else "sort-up"
        x = start + width + ARROW_GAP
        painting.icon(painter, room, sign, look.color("accent"), x, arrow, look.metrics())

    def _hover(self, section: int) -> None:
        if section != self._over:
            self._over = section
            self.viewport().update()


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
