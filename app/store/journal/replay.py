"""Replay: the changes of a journal carried out on a copy of a store, or on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from app.store.base_tables import quoted
from app.store.journal.lines import Gone, Left, Schema, opening_of, parts_of
from app.store.journal.segment import Entry
from app.store.search import INDEXED

_ALLOWED = re.compile(r"CREATE (TABLE|INDEX|UNIQUE INDEX|VIRTUAL TABLE)\b", re.IGNORECASE)


class Disjointed(ValueError):
    """A change that does not go on from the copy it is to be carried out on."""


class Replay:
    """Works on a raw connection for writing, within one transaction of whoever made it.

    `searched` gathers the ids of search rows that were put in or taken out, whose words have to be indexed.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.searched: set[int] = set()

    def carry_out(self, entries: Iterable[Entry]) -> None:
        """All of them in order, a whole store among them; raises Disjointed or sqlite.Error."""
        for entry in entries:
            try:
                self._carry_out(entry.body)
            except (ValueError, KeyError, TypeError) as error:
                raise Disjointed("line") from error

    def _carry_out(self, body: bytes) -> None:
        opening = opening_of(body)
        for name, value in (opening.marks or {}).items():
            self._connection.execute(f"PRAGMA {quoted(name)}={int(value)}")
        if opening.schema is not None:
            self._shape(opening.schema)
        for part in parts_of(body):
            if isinstance(part, Left):
                self._put(part)
            else:
                self._take(part)
            if part.table == INDEXED:
                self.searched |= _ids(part)

    def _put(self, part: Left) -> None:
        names = ", ".join(map(quoted, part.columns))
        into = f"INSERT OR REPLACE INTO {quoted(part.table)}({names}) VALUES({{}})"
        try:
            self._connection.executemany(into.format(", ".join("?" for _ in part.columns)), part.rows)
        except UnicodeEncodeError:  # a text that is no UTF-8, which only its bytes can tell
            for row in part.rows:
                marks = ", ".join("CAST(? AS TEXT)" if isinstance(each, str) else "?" for each in row)
                self._connection.execute(into.format(marks), [_bytes(each) for each in row])

    def _take(self, part: Gone) -> None:
        statement = f"DELETE FROM {quoted(part.table)} WHERE {quoted(part.key)} = ?"
        self._connection.executemany(statement, [(key,) for key in part.keys])

    def _shape(self, schema: Schema) -> None:
        """Tables, columns and indexes that were not there yet."""
        there = dict(self._connection.execute("SELECT name, sql FROM sqlite_master").fetchall())
        for sort, name, _, sql in schema:
            if not _ALLOWED.match(sql):
                raise Disjointed(name)
            if name not in there:
                self._connection.execute(sql)
                there = dict(self._connection.execute("SELECT name, sql FROM sqlite_master").fetchall())
            elif sort == "table" and there[name] != sql:
                self._widen(name, sql)

    def _widen(self, table: str, sql: str) -> None:
        """More columns at the end of a table, as ALTER TABLE puts them there: rows are read as before."""
        before = self._columns(table)
        version = self._connection.execute("PRAGMA schema_version").fetchone()[0]
        self._connection.execute("PRAGMA writable_schema=ON")
        self._connection.execute(
            "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", (sql, table)
        )
        self._connection.execute(f"PRAGMA schema_version={version + 1}")
        self._connection.execute("PRAGMA writable_schema=RESET")
        if self._columns(table)[: len(before)] != before:
            raise Disjointed(table)

    def _columns(self, table: str) -> list[tuple[Any, ...]]:
        return list(self._connection.execute(f"PRAGMA table_info({quoted(table)})").fetchall())


def _ids(part: Left | Gone) -> set[int]:
    if isinstance(part, Gone):
        return set(part.keys)
    at = part.columns.index("id")
    return {row[at] for row in part.rows}


def _bytes(value: Any) -> Any:
    return value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
