"""One way to open a connection: driver, key, pragmas, and the check that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.errors import AppError
from app.store.migrations import FIRST, STEPS

APPLICATION_ID = 0x43504C47  # "CPLG"
FORMAT = FIRST + len(STEPS)
MAGIC = b"SQLite format 3\x00"
COMPANIONS = ("-journal", "-wal", "-shm")  # what SQLite may put beside a file

# Measured: TRUNCATE with EXTRA lost no acknowledged commit at any moment of a power cut.
WRITE_PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "cache_size": -65536,
    "temp_store": 2,
}
READ_PRAGMAS = {
    "query_only": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cache_size": -65536,
    "temp_store": 2,
}


def open_connection(path: Path, key: bytes | None, *, write: bool) -> Any:
    """A raw connection with transactions left to SQLAlchemy; `key` is the raw key of 32 bytes, if any."""
    connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False, timeout=2.0)
    use_key(connection, key)
    pragmas = WRITE_PRAGMAS if write else READ_PRAGMAS
    with _readable():
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name}={value}")
        for name, value in pragmas.items():
            found = connection.execute(f"PRAGMA {name}").fetchone()
            if found is None or found[0] != value:
                connection.close()
                raise AppError(f"数据库没有按要求打开（{name}），什么都没有改动。请把这句话告诉维护的人。")
    return connection


def asking(path: Path, key: bytes | None) -> Any:
    """A connection that only asks, and has found that there is something to be asked. Raises sqlite.Error."""
    connection = sqlite.connect(str(path), isolation_level=None, timeout=2.0)
    try:
        use_key(connection, key)
        with _readable():
            connection.execute("PRAGMA query_only=1")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _readable() -> Iterator[None]:
    """Names of tables that are no text any more: the driver fails at its own message about them."""
    try:
        yield
    except UnicodeError as error:
        raise sqlite.DatabaseError("database disk image is malformed") from error


def use_key(connection: Any, key: bytes | None) -> None:
    """What a raw connection to an encrypted file is told first; nothing for a plain one."""
    if key is not None:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")


def is_plain(path: Path) -> bool:
    """Whether a file begins as an unencrypted store; an empty one does not.

    Raises OSError. Call it with the file not open in this process, whose locks on it would be lost.
    """
    return _first_bytes(path).startswith(MAGIC)


def is_locked(path: Path) -> bool:
    """Whether a store's file is there and is not a plain one: it needs a key, or is damaged."""
    try:
        return path.stat().st_size > 0 and not is_plain(path)
    except (OSError, ValueError):  # ValueError: a name with a NUL in it; whoever opens it says so
        return False


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)
