"""Facts: what a copy must have in common with the store it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.store.journal.position import read_position

_TABLES = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
_FILES = "SELECT sha256, max(size) FROM attachment GROUP BY sha256 ORDER BY sha256"
_OWN = "SELECT uuid FROM unit WHERE own AND deleted_at IS NULL ORDER BY id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Facts:
    """One state of a store: whose it is, its tables, rows per table, its last change, the files it names.

    `store` is the uuid of the office's own unit, "" before there is one; `chain` the hash of the change log
    up to `change`; `files` a fingerprint of the list of files, which itself would tell too much. `epoch` and
    `seq` say how far the change journal had got, "" and 0 in a store without one.
    """

    store: str
    schema: str
    counts: Mapping[str, int]
    change: int
    chain: str
    files: str
    epoch: str = ""
    seq: int = 0


def facts_of(connection: Any) -> Facts:
    """The facts as a raw connection sees them; within one transaction they are of one moment."""
    tables = connection.execute(_TABLES).fetchall()
    names = [name for sort, name, _, sql in tables if sort == "table" and _holds_rows(name, sql)]
    last = connection.execute("SELECT id, chain FROM change ORDER BY id DESC LIMIT 1").fetchone()
    own = connection.execute(_OWN).fetchone()
    position = read_position(connection)
    return Facts(
        store=own[0] if own else "",
        schema=_print(tables),
        counts={name: _count(connection, name) for name in names},
        change=last[0] if last else 0,
        chain=last[1] if last else "",
        files=_print(files_of(connection).items()),
        epoch=position.epoch if position else "",
        seq=position.seq if position else 0,
    )


def files_of(connection: Any) -> dict[str, int]:
    """SHA-256 → bytes of every file that anything in the store names."""
    return dict(connection.execute(_FILES).fetchall())


def _print(rows: Iterable[object]) -> str:
    return hashlib.sha256("\n".join(str(row) for row in rows).encode()).hexdigest()


def _holds_rows(name: str, sql: str | None) -> bool:
    return not name.startswith("sqlite_") and not (sql or "").startswith("CREATE VIRTUAL")


def _count(connection: Any, name: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
