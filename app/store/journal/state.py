"""State: all rows of a store at one moment, as fingerprints to be held against another's."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.store.connection import open_connection
from app.store.content import table_hashes
from app.store.journal.position import SCHEMA, Position, read_position, traits_of

SHAPE = "sqlite_master"


@dataclass(frozen=True, slots=True)
class State:
    """A fingerprint of each table, and of what tables there are under SHAPE.

    `position` is how far the journal had got; None when the store was written to without it.
    """

    position: Position | None
    tables: Mapping[str, str]

    @classmethod
    def of(cls, path: Path, key: bytes | None) -> State:
        """Of one moment, whoever writes meanwhile. Raises sqlite.Error."""
        with closing(open_connection(path, key, write=False)) as connection:
            connection.execute("BEGIN")
            position = read_position(connection)
            if position is not None and not position.fits(traits_of(connection)):
                position = None
            tables = table_hashes(connection)
            shape = sorted(connection.execute(SCHEMA).fetchall())
            connection.execute("ROLLBACK")
        return cls(position, tables | {SHAPE: str(shape)})

    def differing(self, other: State) -> list[str]:
        """The tables that are not the same, but for those with rows that no line of the journal has yet."""
        names = (self.tables.keys() | other.tables.keys()) - self._besides - other._besides
        return sorted(name for name in names if self.tables.get(name) != other.tables.get(name))

    @property
    def _besides(self) -> set[str]:
        return {table for table, _ in self.position.besides} if self.position else set()
