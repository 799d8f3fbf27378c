"""Watch: which rows a transaction touches, noticed by SQLite itself, and how they are when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.store.base_tables import BaseTable, base_tables, quoted
from app.store.content import exact_texts
from app.store.journal.lines import Gone, Left, Part, Schema
from app.store.journal.position import SCHEMA, schema_of

_TOUCHED = "journal_touched"
_CHUNK = 500  # rows taken out at once


@dataclass(frozen=True, slots=True)
class Watch:
    """On one raw connection, as long as its tables stay as they are; `version` counts their changes."""

    connection: Any
    tables: tuple[BaseTable, ...]
    version: int
    schema: str

    @classmethod
    def over(cls, connection: Any) -> Watch:
        """Begins to watch every base table; what is in no file, and goes with the connection."""
        # Without it what REPLACE pushes out is gone unseen.
        connection.execute("PRAGMA recursive_triggers=ON")
        connection.execute(f"DROP TABLE IF EXISTS temp.{_TOUCHED}")
        connection.execute(f"CREATE TEMP TABLE {_TOUCHED}(place, key)")
        names = connection.execute("SELECT name FROM temp.sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            connection.execute(f"DROP TRIGGER temp.{quoted(name)}")
        tables = tuple(base_tables(connection))
        for place, table in enumerate(tables):
            for statement in _triggers(place, table):
                connection.execute(statement)
        return cls(connection, tables, _version(connection), schema_of(connection))

    @property
    def is_current(self) -> bool:
        return _version(self.connection) == self.version

    @property
    def has_touched(self) -> bool:
        return self.connection.execute(f"SELECT 1 FROM temp.{_TOUCHED} LIMIT 1").fetchone() is not None

    def touch(self, table: str, key: Any) -> None:
        """As if a row had been written."""
        place = next(place for place, each in enumerate(self.tables) if each.name == table)
        self.connection.execute(f"INSERT INTO temp.{_TOUCHED} VALUES(?, ?)", (place, key))

    def touch_all(self, table: str) -> None:
        """As if every row of a table had been written."""
        place, each = next(pair for pair in enumerate(self.tables) if pair[1].name == table)
        self.connection.execute(
            f"INSERT INTO temp.{_TOUCHED} SELECT {place}, {quoted(each.key)} FROM main.{each.quoted}"
        )

    def forget(self) -> None:
        """Nothing was touched."""
        self.connection.execute(f"DELETE FROM temp.{_TOUCHED}")

    def parts(self) -> Iterator[Part]:
        """The touched rows as they are now, table after table."""
        with exact_texts(self.connection):
            found = self.connection.execute(f"SELECT DISTINCT place FROM temp.{_TOUCHED}").fetchall()
            for place in sorted(row[0] for row in found):
                table = self.tables[place]
                chosen = f"SELECT key FROM temp.{_TOUCHED} WHERE place = {place}"
                yield from _gone(self.connection, table, chosen)
                yield from _left(self.connection, table, f"WHERE {quoted(table.key)} IN ({chosen})")

    def everything(self) -> Iterator[Part]:
        """All rows of all tables."""
        with exact_texts(self.connection):
            for table in self.tables:
                yield from _left(self.connection, table, "")

    def schema_list(self) -> Schema:
        """The tables, as `Opening` tells them."""
        return list(self.connection.execute(SCHEMA).fetchall())


def _version(connection: Any) -> int:
    return int(connection.execute("PRAGMA main.schema_version").fetchone()[0])


def _triggers(place: int, table: BaseTable) -> Iterator[str]:
    key = quoted(table.key)
    for event, rows in (("INSERT", ("new",)), ("DELETE", ("old",)), ("UPDATE", ("old", "new"))):
        # A plain table of all touches: with a unique one the conflict rule of the statement would decide.
        kept = " ".join(f"INSERT INTO {_TOUCHED} VALUES({place}, {row}.{key});" for row in rows)
        if event == "UPDATE":
            kept = (
                f"INSERT INTO {_TOUCHED} VALUES({place}, new.{key});"
                f" INSERT INTO {_TOUCHED} SELECT {place}, old.{key} WHERE old.{key} IS NOT new.{key};"
            )
        name = quoted(f"journal_{event.lower()}_{table.name}")
        yield f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table.quoted} BEGIN {kept} END"


def _gone(connection: Any, table: BaseTable, chosen: str) -> Iterator[Part]:
    key = quoted(table.key)
    rows = connection.execute(
        f"SELECT DISTINCT key FROM ({chosen}) AS touched"
        f" WHERE NOT EXISTS (SELECT 1 FROM main.{table.quoted} WHERE {key} = touched.key)"
    ).fetchall()
    if rows:
        yield Gone(table.name, table.key, [row[0] for row in rows])


def _left(connection: Any, table: BaseTable, where: str) -> Iterator[Part]:
    # Where a row has no key of its own, its number goes along: by that it is told apart later.
    columns = table.columns if table.key in table.columns else (table.key, *table.columns)
    chosen = ", ".join(map(quoted, columns))
    cursor = connection.execute(
        f"SELECT {chosen} FROM main.{table.quoted} {where} ORDER BY {quoted(table.key)}"
    )
    while rows := cursor.fetchmany(_CHUNK):
        yield Left(table.name, columns, rows)
