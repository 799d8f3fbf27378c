"""Everything in a store's file, table by table, read through the driver alone."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path
from typing import Any

from app.store.connection import open_connection

_SHAPE = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2"
SEARCH = "search"
"""The words that can be searched for, wherever the index keeps them: it follows from the records."""
_VIEW = "CREATE VIRTUAL TABLE temp.view_of_words USING fts5vocab('main', 'search', 'instance')"


def tables_of(path: Path, key: bytes | None) -> dict[str, str]:
    """Table → a digest of its rows; raises sqlite.Error when they cannot be read."""
    with closing(open_connection(path, key, write=False)) as connection:
        connection.text_factory = bytes  # a text that is none is a difference, not an error
        found = {name: repr(connection.execute(_rows(name)).fetchall()) for name in _listed(connection)}
        connection.execute("PRAGMA query_only=0")  # a view in memory alone
        connection.execute(_VIEW)
        found[SEARCH] = repr(connection.execute("SELECT * FROM temp.view_of_words").fetchall())
        found["sqlite_master"] = repr(connection.execute(_SHAPE).fetchall())
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in found.items()}


def _listed(connection: Any) -> list[str]:
    """The tables but for those that the search index lies in."""
    rows = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table'"
    ).fetchall()
    return [name.decode() for (name,) in rows if name != b"sqlite_schema"]


def _rows(table: str) -> str:
    but = "WHERE key <> 'journal'" if table == "setting" else ""  # how far the journal goes is no content
    return f'SELECT * FROM "{table}" NOT INDEXED {but}'


def differing(a: dict[str, str], b: dict[str, str]) -> list[str]:
    """Tables that do not say the same."""
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))
