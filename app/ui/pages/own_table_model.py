"""OwnTableModel: the lines of an ad-hoc table, read a page at a time, its true totals the last one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.services.own_table_result import OwnTableResult, ResultCell, ResultColumn, ResultLine

PAGE, PAGES_KEPT = 100, 10
TOTAL = "合计"
Index = QModelIndex | QPersistentModelIndex
Reader = Callable[[OwnTableResult, int, int], list[ResultLine]]
"""Lines of a result: from where, how many."""


class OwnTableModel(QAbstractTableModel):
    """Says what stands where; how it looks is the view's."""

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._result: OwnTableResult | None = None
        self._pages: OrderedDict[int, list[ResultLine]] = OrderedDict()

    @property
    def result(self) -> OwnTableResult | None:
        return self._result

    @property
    def columns(self) -> tuple[ResultColumn, ...]:
        return self._result.columns if self._result is not None else ()

    def show(self, result: OwnTableResult) -> None:
        """Another table."""
        self.beginResetModel()
        self._result = result
        self._pages.clear()
        self.endResetModel()

    def is_total(self, place: int) -> bool:
        """Whether a row is 合计."""
        result = self._result
        return result is not None and result.total is not None and place == result.count

    def line_at(self, place: int) -> ResultLine | None:
        """A line that is not 合计; None when it is gone."""
        result = self._result
        if result is None or not 0 <= place < result.count:
            return None
        if not result.lists_records:
            return result.lines[place]
        number = place // PAGE
        if number not in self._pages:
            self._pages[number] = self._read(result, number * PAGE, PAGE)
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        page, at = self._pages[number], place % PAGE
        return page[at] if at < len(page) else None

    def cell_at(self, place: int, section: int) -> ResultCell:
        """What stands in a cell; the first of 合计 says so."""
        result = self._result
        if result is not None and result.total is not None and place == result.count:
            cell = result.total[section]
            named = section == 0 and not cell.text
            return ResultCell(None, TOTAL) if named else cell
        line = self.line_at(place)
        return ResultCell() if line is None else line.cells[section]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        if parent.isValid() or self._result is None or not self._result.count:
            return 0
        return self._result.count + (self._result.total is not None)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(word for word in (column.over, column.heading) if word)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell_at(index.row(), index.column()).text
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
