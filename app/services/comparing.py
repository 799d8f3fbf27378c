"""Comparing: a store held against what a backup of it and the change journal say it should be.

SQLite sees 8 % of the bits that flip in a plain file, the hash of a record only records: this sees every row.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import SQLAlchemyError

from app.clock import Clock
from app.errors import AppError
from app.paths import DataFolder
from app.services.replaying import replayed
from app.services.row_names import RowNames
from app.store.backup.backups import no_step
from app.store.backup.failures import FAILURES
from app.store.backup.folder import BackupFolder, Step
from app.store.backup.starts import Start, starts
from app.store.base_tables import BaseTable, base_tables, quoted
from app.store.connection import open_connection
from app.store.content import POSITION, exact_texts
from app.store.journal.folder import JournalFolder
from app.store.journal.position import Position
from app.store.journal.reading import JournalReading
from app.store.journal.replay import Disjointed
from app.store.journal.state import SHAPE, State

log = logging.getLogger(__name__)
SOON = 1 << 20  # bytes of the journal that are carried out for it
_BAD = (AppError, SQLAlchemyError, sqlite.Error, Disjointed, *FAILURES)


@dataclass(frozen=True, slots=True)
class Compared:
    """What is not as it was saved: tables by name, and how many saved changes the store has not at all.

    `named` says what a clerk calls the rows in them.
    """

    differing: tuple[str, ...] = ()
    behind: int = 0
    named: tuple[str, ...] = ()


class Comparing:
    """Changes nothing; a copy is made beside the store for it and taken away again."""

    def __init__(
        self, data: DataFolder, clock: Clock, key: bytes | None = None, step: Step = no_step
    ) -> None:
        self._data = data
        self._clock = clock
        self._key = key
        self._step = step

    def run(self) -> Compared | None:
        """None when there is nothing whole to hold it against. Raises sqlite.Error, OSError."""
        folder = JournalFolder(self._data.journal, self._key)
        # A window may be saving meanwhile: what it adds to the journal from here on does not count.
        reading = JournalReading(folder)
        now = State.of(self._data.store, self._key)
        if now.position is None or not reading.course():
            return None
        place = now.position.epoch, now.position.seq
        behind = _behind(now.position, reading)
        if behind > 1:  # one alone was under way when the program ended
            return Compared(behind=behind)
        found = starts(BackupFolder(self._data.backups).all(), JournalReading(folder, place))
        for start in _farthest_first([each for each in found if each.is_whole]):
            try:
                return self._against(now, start)
            except _BAD:
                log.warning("a backup cannot be compared with", exc_info=True)
        return None

    def _against(self, now: State, start: Start) -> Compared:
        with replayed(self._data, self._key, start, self._clock.today(), self._step) as copy:
            differing = now.differing(State.of(copy, self._key))
            return Compared(tuple(differing), named=tuple(self._named(differing, copy)))

    def _named(self, tables: Sequence[str], copy: Path) -> list[str]:
        """Of the rows that differ; damaged ones are called what they were."""
        found: dict[str, None] = {}
        with (
            closing(open_connection(self._data.store, self._key, write=False)) as now,
            closing(open_connection(copy, self._key, write=False)) as then,
        ):
            shapes = {table.name: table for table in base_tables(then)}
            for table in tables:
                if table not in shapes:
                    found["表的结构" if table == SHAPE else "其他内容"] = None
                    continue
                before, after = _rows(then, shapes[table]), _rows(now, shapes[table])
                keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
                was = [key for key in keys if key in before]
                found |= dict.fromkeys(RowNames(then).names(table, sorted(was, key=repr)))
                added = [key for key in keys if key not in before]
                found |= dict.fromkeys(RowNames(now).names(table, sorted(added, key=repr)))
        return list(found)


def _farthest_first(found: Sequence[Start]) -> list[Start]:
    """A backup knows nothing of older damage: first the farthest from which it is not too far to go."""
    soon = [each for each in reversed(found) if each.size <= SOON]
    return [*soon, *(each for each in found if each.size > SOON)]


def _behind(position: Position, reading: JournalReading) -> int:
    """How many saved changes come after that one, but for those that were given up."""
    names = [epoch.name for epoch, _ in reading.course()]
    if position.epoch not in names or (position.went_back and position.epoch == names[0]):
        return 0
    way = reading.way((position.epoch, position.seq))
    return len(way.lines) + way.missing


def _rows(connection: sqlite.Connection, table: BaseTable) -> dict[object, str]:
    """Each row by what tells it apart; empty when the table cannot be read at all."""
    columns = ", ".join(map(quoted, sorted(table.columns)))
    with exact_texts(connection), suppress(sqlite.Error):
        rows = connection.execute(f"SELECT {quoted(table.key)}, {columns} FROM {table.quoted}").fetchall()
        return {row[0]: repr(row) for row in rows if (table.name, row[0]) != ("setting", POSITION)}
    return {}
