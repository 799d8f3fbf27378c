"""Recoding: a store's file written anew under another key, or none, and compared row for row."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.store.backup.copying import Unsound, verify
from app.store.backup.facts import facts_of
from app.store.connection import open_connection
from app.store.private_files import new_file, settle

_MARKS = ("application_id", "user_version")  # in the head of a file, which an export leaves out
_TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"


def recode(source: Path, key: bytes | None, target: Path, new_key: bytes | None) -> None:
    """A verified copy of a store's file under another key; whatever fails, nothing is left at `target`.

    Nobody else may have the file open. Raises Unsound or sqlite.Error when it is damaged, OSError.
    """
    try:
        new_file(target)
        with closing(_opened(source, key)) as connection:
            facts, contents = facts_of(connection), contents_of(connection)
            _export(connection, target, new_key)
        settle(target)
        verify(target, new_key, facts)
        with closing(open_connection(target, new_key, write=False)) as connection:
            if contents_of(connection) != contents:
                raise Unsound("里面的内容和原来的对不上")
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def contents_of(connection: Any) -> str:
    """A fingerprint of every row of every table, the rows behind the search index among them."""
    found = hashlib.sha256()
    for name, sql in connection.execute(_TABLES).fetchall():
        if not (sql or "").startswith("CREATE VIRTUAL"):
            found.update(f"\n{name}\n".encode())
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _opened(path: Path, key: bytes | None) -> Any:
    """Open for what a journal left beside it may need, with nothing of ours written."""
    connection = sqlite.connect(str(path), isolation_level=None, timeout=2.0)
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    for pragma in ("trusted_schema=0", "cell_size_check=1", "temp_store=2"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _export(connection: Any, target: Path, key: bytes | None) -> None:
    marks = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS}
    words = "''" if key is None else f"\"x'{key.hex()}'\""
    connection.execute(f"ATTACH ? AS recoded KEY {words}", (str(target),))
    # The copy is thrown away unless it is finished, so it needs no journal; `settle` puts it on the disk.
    connection.execute("PRAGMA recoded.journal_mode=off")
    connection.execute("PRAGMA recoded.synchronous=off")
    connection.execute("SELECT sqlcipher_export('recoded')").fetchall()
    for name, value in marks.items():
        connection.execute(f"PRAGMA recoded.{name}={value}")
    connection.execute("DETACH recoded")
