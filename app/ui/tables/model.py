"""LedgerModel: a list of any length as Qt sees it; ids at hand, rows read a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.services.aggregates import DRAFT
from app.services.closed import State
from app.services.list_rows import Row
from app.ui.tables.columns import STATUS, TICK, Column
from app.ui.widgets import status_word
from app.ui.widgets.status_word import Status

PAGE = 200
PAGES_KEPT = 8
LOOK_AHEAD = 24
Index = QModelIndex | QPersistentModelIndex
_AFTER_REPORTING: dict[State | None, Status] = {
    State.SENT: status_word.SUBMITTED,
    State.CORRECTED: status_word.CORRECTED,
    State.RETURNED: status_word.RETURNED,
}
_TICK = Column(TICK, "", "选中", sortable=False)


class RowSource(Protocol):
    """Where rows come from; `app.services.listing.Listing` is one."""

    def rows(
        self, kind: str, ids: Sequence[int], keys: Sequence[str] | None = None, *, full: bool = False
    ) -> list[Row]: ...

    def missing(self, kind: str, ids: Sequence[int]) -> dict[int, int]: ...


class LedgerModel(QAbstractTableModel):
    """Column 0 holds the ticks, the last one the state; ticks belong to ids, so they outlive sorting."""

    ticks_changed = Signal()

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._kind = ""
        self._ids: tuple[int, ...] = ()
        self._columns: tuple[Column, ...] = (_TICK,)
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._missing: dict[int, int] = {}
        self._ticked: set[int] = set()
        self._full = False

    @property
    def kind(self) -> str:
        """Key of the kind in sight, "" before anything was shown."""
        return self._kind

    @property
    def ids(self) -> tuple[int, ...]:
        """Local ids of all rows, in order."""
        return self._ids

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, ticks and state included."""
        return self._columns

    @property
    def ticked(self) -> tuple[int, ...]:
        """Ids of the ticked rows, in the order of the list."""
        return tuple(local for local in self._ids if local in self._ticked) if self._ticked else ()

    @property
    def tick_count(self) -> int:
        """How many rows are ticked."""
        return len(self._ticked)

    @property
    def is_full(self) -> bool:
        """Whether numbers of people are shown whole."""
        return self._full

    def set_full(self, full: bool) -> None:
        """Show numbers of people whole, or in part again; whoever wants them whole has noted that."""
        if full != self._full:
            self.beginResetModel()
            self._full = full
            self._pages.clear()
            self.endResetModel()

    def show(self, kind: str, columns: Sequence[Column], ids: Sequence[int], status: str = "状态") -> None:
        """Show other rows or columns; ticks of rows that are no longer there are dropped.

        `status` is the heading of the last column.
        """
        self.beginResetModel()
        if kind != self._kind:
            self._ticked.clear()
            self._full = False
        before = len(self._ticked)
        self._kind, self._ids = kind, tuple(ids)
        self._columns = (_TICK, *columns, Column(STATUS, status, status))
        if self._ticked:
            self._ticked.intersection_update(self._ids)
        self._pages.clear()
        self._missing.clear()
        self.endResetModel()
        if before != len(self._ticked):
            self.ticks_changed.emit()

    def row_at(self, place: int) -> Row | None:
        """The row at a place, read with its page when it is not at hand; None when it is gone."""
        if not 0 <= place < len(self._ids):
            return None
        number = place // PAGE
        if number not in self._pages:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            keys = [column.key for column in self._columns[1:-1]]
            rows = self._source.rows(self._kind, ids, keys, full=self._full)
            self._pages[number] = {row.id: row for row in rows}
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self._ids[place])

    def place_of(self, local: int) -> int:
        """Where an id stands; -1 when it is not in the list."""
        try:
            return self._ids.index(local)
        except ValueError:
            return -1

    def status_at(self, place: int) -> Status | None:
        """What the state column says."""
        row = self.row_at(place)
        if row is None:
            return None
        if row.planned:
            return status_word.PLANNED
        if row.status != DRAFT:
            return _AFTER_REPORTING.get(row.state, status_word.REGISTERED)
        count = self._missing_at(place, row)
        return status_word.missing(count) if count else status_word.DRAFT

    def is_ticked(self, place: int) -> bool:
        """Whether the row at a place is ticked."""
        return 0 <= place < len(self._ids) and self._ids[place] in self._ticked

    def tick(self, places: Sequence[int], on: bool) -> None:
        """Tick or untick rows."""
        ids = {self._ids[place] for place in places if 0 <= place < len(self._ids)}
        after = self._ticked | ids if on else self._ticked - ids
        self._set_ticked(after)

    def tick_all(self, on: bool) -> None:
        """Tick all rows, also those out of sight, or none."""
        self._set_ticked(set(self._ids) if on else set())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.label
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.column()]
        if column.key == TICK:
            return self._tick_data(index.row(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, place: int, column: Column) -> str:
        if column.key == STATUS:
            status = self.status_at(place)
            return status.text if status else ""
        row = self.row_at(place)
        if row is None:
            return ""
        return row.cells[column.key].text or (
            status_word.REQUIRED.text if self.is_lacking(row, column) else ""
        )

    @staticmethod
    def is_lacking(row: Row, column: Column) -> bool:
        """Whether a cell is to say 未填; what is only planned need not be filled yet."""
        return column.needed and not row.planned and not row.cells[column.key].text

    def _tick_data(self, place: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(place) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "已选中" if self.is_ticked(place) else "没有选中"
        return None

    def _missing_at(self, place: int, row: Row) -> int:
        """What a draft still lacks; the drafts that follow are asked about along with it."""
        if row.id not in self._missing:
            near = [self.row_at(other) for other in range(place, min(place + LOOK_AHEAD, len(self._ids)))]
            drafts = [each.id for each in near if each is not None and each.status == DRAFT]
            found = self._source.missing(self._kind, [each for each in drafts if each not in self._missing])
            self._missing |= dict.fromkeys(drafts, 0) | self._missing | found
        return self._missing[row.id]

    def _set_ticked(self, ids: set[int]) -> None:
        if ids == self._ticked:
            return
        self._ticked = ids
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._columns) - 1))
        self.ticks_changed.emit()
