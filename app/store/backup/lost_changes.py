"""LostChanges: what the present store recorded that a backup of it does not hold."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.store.connection import open_connection

_AFTER = "SELECT id, at, by, action, kind, record FROM change WHERE id > ? ORDER BY id DESC"
_BEFORE = "SELECT action FROM change WHERE record = ? AND kind = ? AND id <= ? ORDER BY id DESC LIMIT 1"
_DATA = "SELECT data FROM change WHERE record = ? AND kind = ? AND id <= ? ORDER BY id DESC"


@dataclass(frozen=True, slots=True)
class Line:
    """The last line of the change log about one thing; `at` is UTC as it is stored, `values` as they were.

    `before` is what the last line that the backup has of it says was done, None where it has none.
    """

    at: str
    by: str
    action: str
    kind: str
    record: str
    values: dict[str, Any]
    before: str | None


@dataclass(frozen=True, slots=True)
class LostChanges:
    """One line for each thing changed after the last line both have, newest first; `count` are all lines.

    `related` is False when they have no line in common. A damaged file is not `readable`: `count` is what
    the ids of its changes tell, None when not even they can be read. Only the newest lines have `values`.
    """

    lines: tuple[Line, ...]
    count: int | None
    related: bool
    readable: bool


NOTHING_KNOWN = LostChanges((), None, True, False)


def since(
    present: Path, copy: Path, keys: tuple[bytes | None, bytes | None], change: int, most: int
) -> LostChanges:
    """What `present` recorded and `copy`, whose last change is `change`, does not hold; each with its key.

    The newest `most` lines come with the values their records had then.
    """
    try:
        with closing(open_connection(copy, keys[1], write=False)) as connection:
            known = dict(connection.execute("SELECT id, chain FROM change").fetchall())
        with closing(open_connection(present, keys[0], write=False)) as connection:
            return _read(connection, known, change, most)
    except sqlite.Error:
        return NOTHING_KNOWN


def _read(connection: Any, known: dict[int, str], change: int, most: int) -> LostChanges:
    try:
        common = _common(connection, known)
        rows = connection.execute(_AFTER, (common,)).fetchall()
        last = {row[4:]: row for row in reversed(rows)}
        newest = sorted(last.values(), reverse=True)
        lines = tuple(_line(connection, row, common, place < most) for place, row in enumerate(newest))
    except (sqlite.Error, ValueError, TypeError):
        highest = connection.execute("SELECT max(id) FROM change").fetchone()[0] or 0
        return LostChanges((), max(0, highest - change), True, False)
    return LostChanges(lines, len(rows), common > 0 or not known, True)


def _common(connection: Any, known: dict[int, str]) -> int:
    """The last change both have: the lines are chained, so all before it are the same too."""
    for number, chain in connection.execute("SELECT id, chain FROM change ORDER BY id DESC"):
        if known.get(number) == chain:
            return int(number)
    return 0


def _line(connection: Any, row: tuple[Any, ...], common: int, with_values: bool) -> Line:
    number, at, by, action, kind, record = row
    values = _values(connection, record, kind, number) if with_values and record else {}
    earlier = connection.execute(_BEFORE, (record, kind, common)).fetchone()
    return Line(at, by, action, kind, record, values, earlier[0] if earlier else None)


def _values(connection: Any, record: str, kind: str, number: int) -> dict[str, Any]:
    """What a record held after a line; that of a deletion does not say, an earlier one does."""
    for (data,) in connection.execute(_DATA, (record, kind, number)):
        values = json.loads(data).get("values")
        if isinstance(values, dict):
            return values
    return {}
