"""OwnTableView: an ad-hoc table on screen, all its columns, scrolled sideways where they are many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from app.services.own_table_result import OwnTableResult, ResultColumn
from app.ui.appearance import theme
from app.ui.pages.own_table_cells import PADDING, OwnTableDelegate, OwnTableHeader, heading_of
from app.ui.pages.own_table_model import Index, OwnTableModel, Reader

MEASURED = 100  # lines looked at for the width of a column
WIDEST, ARROW = 20.0, 1.2  # em
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OwnTableView(QTableView):
    """Arrows go from number to number, or from record to record; Enter and a double click open."""

    opened = Signal(int, int)
    """Row and column of what is to be opened."""
    sort_requested = Signal(str)
    escaped = Signal()

    def __init__(self, read: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = OwnTableModel(read, self)
        self.over = (-1, -1)
        self.setModel(self.model_)
        self.setItemDelegate(OwnTableDelegate(self))
        self.headings = OwnTableHeader(self)
        self.headings.sort_requested.connect(self.sort_requested)
        self.setHorizontalHeader(self.headings)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setAccessibleName("表")
        self.restyle()

    @property
    def marks_rows(self) -> bool:
        """Whether a line is one record."""
        return self.model_.result is not None and self.model_.result.lists_records

    @property
    def frozen(self) -> int:
        """Pixels at the left where the first column stands still, 0 while it has not left its place."""
        moved = self.model_.columns and self.horizontalScrollBar().value() > 0
        return min(self.columnWidth(0), self.viewport().width() // 3) if moved else 0

    def show_result(self, result: OwnTableResult) -> None:
        """Another table; the keyboard stays at its place as far as there is one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        before = [each.key for each in self.model_.columns]
        self.model_.show(result)
        if before != [each.key for each in result.columns]:
            row = column = 0
            self.horizontalScrollBar().setValue(0)
        sort = result.table.sort[0] if result.table.sort else None
        self.headings.set_sorted(sort.field if sort else "", sort.descending if sort else True)
        self._fit()
        self.headings.updateGeometry()
        self.updateGeometries()
        if self.model_.rowCount():
            last = self.model_.columnCount() - 1
            place = self.model_.index(max(0, min(row, result.count - 1)), max(0, min(column, last)))
            self.setCurrentIndex(place)

    def restyle(self) -> None:
        """Rows and widths grow with the type."""
        self.verticalHeader().setDefaultSectionSize(theme().row)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def indexAt(self, pos: QPoint) -> QModelIndex:
        index = super().indexAt(pos)
        return index.siblingAtColumn(0) if index.isValid() and pos.x() < self.frozen else index

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        delegate = self.itemDelegate()
        if not self.frozen or not isinstance(delegate, OwnTableDelegate):
            return
        painter = QPainter(self.viewport())
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for row in range(first, (last if last >= 0 else self.model_.rowCount() - 1) + 1):
            rect = QRect(0, self.rowViewportPosition(row), self.frozen, self.rowHeight(row))
            delegate.paint_at(painter, rect, self.model_.index(row, 0))
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme().color("border_soft"))
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:  # what was moved along has to be painted where it stands still
            self.viewport().update()
            self.headings.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, delegate = self.indexAt(event.pos()), self.itemDelegate()
            tip = delegate.tip(index) if index.isValid() and isinstance(delegate, OwnTableDelegate) else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid():
            self.opened.emit(index.row(), index.column())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index.row(), index.column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover((-1, -1))

    def _hover(self, place: tuple[int, int]) -> None:
        if place != self.over:
            self.over = place
            opens = place[0] >= 0 and self.model_.cell_at(*place).opens is not None
            shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _fit(self) -> None:
        """Columns as wide as what they hold; spare room goes to words in a list of records, else to all."""
        columns = self.model_.columns
        if not columns:
            return
        widths = [self._natural(section, column) for section, column in enumerate(columns)]
        spare = self.viewport().width() - sum(widths)
        words = [place for place, column in enumerate(columns) if not column.right]
        # Numbers stand better apart than far from what they are about.
        taking = words if self.marks_rows and words else list(range(len(columns)))
        for at, place in enumerate(taking):
            if spare > 0:
                part = spare // (len(taking) - at)
                widths[place] += part
                spare -= part
        for section, width in enumerate(widths):
            self.headings.resizeSection(section, width)

    def _natural(self, section: int, column: ResultColumn) -> int:
        look = theme()
        heading = look.metrics(bold=True).horizontalAdvance(heading_of(column)) + look.px(ARROW)
        metrics = look.metrics(bold=column.strong)
        result = self.model_.result
        count = min(MEASURED, result.count if result is not None else 0)
        held = [metrics.horizontalAdvance(self.model_.cell_at(row, section).text) for row in range(count)]
        if result is not None and result.total is not None:
            held.append(look.metrics(bold=True).horizontalAdvance(result.total[section].text))
        return max(heading, min(max(held, default=0), look.px(WIDEST))) + 2 * PADDING
