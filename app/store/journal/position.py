"""Position: how far the change journal had got when a store was last written, kept in the store itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from app.store.content import POSITION
from app.store.journal.lines import left_in

_LAST = "SELECT id, chain FROM change ORDER BY id DESC LIMIT 1"
_KEEP = "INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
SCHEMA = """
SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL
AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow') ORDER BY rowid
"""  # those behind the search index come with it


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells that somebody wrote to a store without the journal: last change, tables, format."""

    change: int
    chain: str
    schema: str
    format: int


@dataclass(frozen=True, slots=True)
class Position:
    """Change `seq` of an epoch, and how the store was then.

    `besides` are rows that were written without the journal, on purpose: they go with the next change.
    `went_back` says that a restore put this state in place, and its epoch has not begun yet: what the journal
    has after it was given up.
    """

    epoch: str
    seq: int
    traits: Traits
    besides: tuple[tuple[str, Any], ...] = ()
    went_back: bool = False

    def fits(self, traits: Traits) -> bool:
        """Whether nobody wrote since but by adding tables and columns."""
        return replace(self.traits, schema=traits.schema) == traits


def read_position(connection: Any) -> Position | None:
    """What a store says, None when it says nothing; takes a raw connection."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (POSITION,)).fetchone()
    return _position(row[0]) if row else None


def position_in(body: bytes) -> Position | None:
    """What a store said when the line of this body was written, None when that cannot be told."""
    try:
        settings = {row[0]: row[1] for part in left_in(body, "setting") for row in part.rows}
    except ValueError:
        return None
    return _position(settings.get(POSITION))


def comes_from(connection: Any, position: Position) -> bool:
    """Whether the change log of a store goes through the last change there was at that position.

    Copies of one store that were written to in two places count alike, and only their change logs differ.
    """
    change, chain = position.traits.change, position.traits.chain
    row = connection.execute("SELECT chain FROM change WHERE id = ?", (change,)).fetchone()
    return change == 0 or (row is not None and row[0] == chain)


def keep_position(connection: Any, position: Position) -> None:
    """Within the transaction that is to be what the position says."""
    connection.execute(_KEEP, (POSITION, json.dumps(asdict(position), separators=(",", ":"))))


def traits_of(connection: Any, schema: str | None = None) -> Traits:
    """As the store is now; `schema` saves reading it again."""
    last = connection.execute(_LAST).fetchone() or (0, "")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return Traits(last[0], last[1], schema or schema_of(connection), version)


def schema_of(connection: Any) -> str:
    """A fingerprint of the tables and indexes."""
    lines = sorted(str(row) for row in connection.execute(SCHEMA).fetchall())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _position(value: Any) -> Position | None:
    try:
        data = json.loads(value)
        besides = tuple((table, key) for table, key in data["besides"])
        traits, went_back = Traits(**data["traits"]), bool(data.get("went_back"))
        return Position(str(data["epoch"]), int(data["seq"]), traits, besides, went_back)
    except (ValueError, KeyError, TypeError):
        return None


def note_return(connection: Any, table: str, key: Any) -> None:
    """For a restore: the state goes back to this one, with a row that says so.

    The row was just written without the journal, and goes with the next change, as part of it.
    """
    position = read_position(connection)
    if position is not None:
        traits, besides = traits_of(connection, position.traits.schema), (*position.besides, (table, key))
        keep_position(connection, replace(position, traits=traits, besides=besides, went_back=True))
