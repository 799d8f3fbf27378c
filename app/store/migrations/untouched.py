"""Untouched: what a reshaping has to leave as it is, taken before it and compared afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.store.migrations.step import Step

_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table'"
    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
)


@dataclass(frozen=True, slots=True)
class Print:
    """One table: how many rows, and a hash over some columns of each of them."""

    columns: tuple[str, ...]
    rows: int
    sha256: str


class Untouched:
    """Counts and contents of all tables, without the columns that the steps may write."""

    def __init__(self, connection: Any, steps: Sequence[Step]) -> None:
        rewritten = {name for step in steps for name in step.rewritten}
        reshaped = _united([step.reshaped for step in steps])
        self._prints: dict[str, Print] = {}
        for (name,) in connection.execute(_TABLES).fetchall():
            if name not in rewritten:
                free = reshaped.get(name, set())
                kept = [column for column in columns_of(connection, name) if column not in free]
                self._prints[name] = print_of(connection, name, kept)

    def differing(self, connection: Any) -> tuple[str, ...]:
        """Tables that are gone, lack a column or a row, or say something else."""
        return tuple(name for name, there in self._prints.items() if not _is_same(connection, name, there))


def columns_of(connection: Any, table: str) -> dict[str, int]:
    """Column → its place in the primary key, 0 for none; empty when there is no such table."""
    return {row[1]: row[5] for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()}


def print_of(connection: Any, table: str, columns: Sequence[str]) -> Print:
    """The print of these columns, in the order of the primary key."""
    places = columns_of(connection, table)
    key = sorted((place, name) for name, place in places.items() if place)
    order = ", ".join(f'"{name}"' for _, name in key) or "rowid"
    named = ", ".join(f'"{name}"' for name in columns) or "NULL"
    found, count = hashlib.sha256(), 0
    for row in connection.execute(f'SELECT {named} FROM "{table}" ORDER BY {order}'):
        found.update(repr(row).encode("utf-8", "surrogatepass"))
        count += 1
    return Print(tuple(columns), count, found.hexdigest())


def _is_same(connection: Any, table: str, there: Print) -> bool:
    if not set(there.columns) <= set(columns_of(connection, table)):
        return False
    return print_of(connection, table, there.columns) == there


def _united(parts: Sequence[Mapping[str, Collection[str]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for part in parts:
        for table, columns in part.items():
            found.setdefault(table, set()).update(columns)
    return found
