"""Dump: a store as text that can be read and compared, and the same store made of it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from app.store.connection import open_connection

_MARKS = ("application_id", "user_version")


def write(store: Path, target: Path) -> None:
    """Every table with its rows, every index and both marks of a plain store."""
    with closing(open_connection(store, None, write=False)) as connection:
        text = ";\n".join(_statements(connection))
    target.write_text(f"{text};\n", encoding="utf-8", newline="\n")


def read(source: Path, store: Path, key: bytes | None) -> None:
    """The store that was dumped; with a key it is encrypted."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with closing(open_connection(store, key, write=True)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")  # rows come table by table
        connection.executescript(f"BEGIN;\n{source.read_text(encoding='utf-8')}COMMIT;")
    store.chmod(0o600)


def _statements(connection: Any) -> Iterator[str]:
    for mark in _MARKS:
        yield f"PRAGMA {mark}={connection.execute(f'PRAGMA {mark}').fetchone()[0]}"
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    virtual = [name for _, name, sql in made if sql.startswith("CREATE VIRTUAL")]
    tables = [each for each in made if each[0] == "table"]
    for _, name, sql in tables:
        if not _is_shadow(name, virtual):
            yield sql
    for _, name, _ in tables:
        if _is_shadow(name, virtual):
            yield f'DELETE FROM "{name}"'  # its virtual table brought it along, not quite empty
        if name not in virtual:
            yield from _rows(connection, name)
    yield from (sql for sort, _, sql in made if sort != "table")


def _is_shadow(name: str, virtual: list[str]) -> bool:
    return name != "search_row" and any(name.startswith(f"{each}_") for each in virtual)


def _rows(connection: Any, name: str) -> Iterator[str]:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
    named = ", ".join(f'"{column}"' for column in columns)
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    rows = [f"({row[0]})" for row in connection.execute(f'SELECT {quoted} FROM "{name}"')]
    if rows:
        yield f'INSERT INTO "{name}" ({named}) VALUES\n' + ",\n".join(rows)
