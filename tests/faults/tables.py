"""Everything in a store's file, table by table, read through the driver alone."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

from app.store.connection import open_connection

_SHAPE = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2"
SEARCH = "search"
"""What the index for searching is kept in: it follows from the records and can be made anew."""


def tables_of(path: Path, key: bytes | None) -> dict[str, str]:
    """Table → a digest of its rows; raises sqlite.Error when they cannot be read."""
    with closing(open_connection(path, key, write=False)) as connection:
        connection.text_factory = bytes  # a text that is none is a difference, not an error
        listed = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        ).fetchall()
        found = {
            name.decode(): repr(connection.execute(f'SELECT * FROM "{name.decode()}" NOT INDEXED').fetchall())
            for name, _ in listed
        }
        found["sqlite_master"] = repr(connection.execute(_SHAPE).fetchall())
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in found.items()}


def differing(a: dict[str, str], b: dict[str, str]) -> list[str]:
    """Tables that do not say the same, those of the search index as one at the end."""
    names = sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))
    own = [name for name in names if not name.startswith(f"{SEARCH}_") or name == "search_row"]
    return [*own, *([SEARCH] if len(own) < len(names) else [])]
