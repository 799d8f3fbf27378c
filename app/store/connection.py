"""One way to open a connection: driver, key, pragmas, and the check that they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.errors import AppError
from app.paths import KEYRING_NAME
from app.store.migrations import FIRST, STEPS

APPLICATION_ID = 0x43504C47  # "CPLG"
FORMAT = FIRST + len(STEPS)
MAGIC = b"SQLite format 3\x00"

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
    cursor = connection.cursor()
    if key is not None:
        cursor.execute("PRAGMA cipher_log_level=NONE")
        cursor.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    pragmas = WRITE_PRAGMAS if write else READ_PRAGMAS
    for name, value in pragmas.items():
        cursor.execute(f"PRAGMA {name}={value}")
    for name, value in pragmas.items():
        found = cursor.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != value:
            connection.close()
            raise AppError(f"数据库没有按要求打开（{name}），什么都没有改动。请把这句话告诉维护的人。")
    return connection


def check_header(path: Path, key: bytes | None) -> None:
    """Refuses a file that is not ours, is newer or has lost its content, before anything touches it."""
    if not path.exists():
        return
    try:
        header = _first_bytes(path)
        if header == b"":
            raise AppError(
                f"“{path.name}”是空的，里面的内容可能在复制或断电时丢了，没有改动它。"
                "请从备份文件夹里找回最近的一份；里面本来就没有内容的，删掉它再打开。"
            )
        if key is None and header.startswith(MAGIC):
            # Opening another program's file could fold its log into it, so its first page is read as it lies.
            _check_marks(path, *(int.from_bytes(header[at : at + 4], "big") for at in (68, 60)))
        _check_marks(path, *_asked_marks(path, key))
    except (OSError, sqlite.Error):
        raise AppError(
            f"“{path.name}”打不开：不是台账文件，或已经损坏，或设了密码而旁边没有“{KEYRING_NAME}”。"
            "文件没有改动，请核对数据文件夹，或从备份恢复。"
        ) from None


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


def _asked_marks(path: Path, key: bytes | None) -> tuple[int, int]:
    connection = sqlite.connect(str(path), isolation_level=None, timeout=2.0)
    try:
        cursor = connection.cursor()
        if key is not None:
            cursor.execute("PRAGMA cipher_log_level=NONE")
            cursor.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        cursor.execute("PRAGMA query_only=1")
        cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
        application = cursor.execute("PRAGMA application_id").fetchone()[0]
        return application, cursor.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def _check_marks(path: Path, application: int, version: int) -> None:
    if application != APPLICATION_ID:
        raise AppError(f"“{path.name}”不是本软件的台账文件，没有改动它。请另选一个数据文件夹。")
    if version > FORMAT:
        raise AppError(f"“{path.name}”是更新的版本写的，没有改动它。请先升级本软件，再打开。")
