"""One way to open a connection: driver, key, pragmas, and the check that they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from app.errors import AppError

APPLICATION_ID = 0x43504C47  # "CPLG"
FORMAT = 1

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
    """A raw connection with transactions left to SQLAlchemy; `key` is the raw 32 byte key of an encrypted store."""
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
    """Refuses a file that is not ours or is newer, before anything touches it."""
    if not path.exists() or path.stat().st_size == 0:
        return
    connection = sqlite.connect(str(path), isolation_level=None, timeout=2.0)
    try:
        cursor = connection.cursor()
        if key is not None:
            cursor.execute("PRAGMA cipher_log_level=NONE")
            cursor.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        cursor.execute("PRAGMA query_only=1")
        application = cursor.execute("PRAGMA application_id").fetchone()[0]
        version = cursor.execute("PRAGMA user_version").fetchone()[0]
    except sqlite.DatabaseError:
        raise AppError(
            f"“{path.name}”打不开：不是台账文件，或已经损坏，或设了密码。文件没有改动，请核对数据文件夹。"
        ) from None
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise AppError(f"“{path.name}”不是本软件的台账文件，没有改动它。请另选一个数据文件夹。")
    if version > FORMAT:
        raise AppError(f"“{path.name}”是更新的版本写的，没有改动它。请先升级本软件，再打开。")
