"""Nothing of the file at the store's place goes into what is rebuilt; a disk that is silent is called so."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services import rebuilding
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.store.backup.backup import Reason
from app.store.connection import open_connection
from app.store.content import table_hashes
from app.store.journal import state
from app.store.password.keyring_file import KeyringFile
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.cheap import cheap_keyring

KEY = bytes(range(32))
Lay = Callable[[DataFolder, bytes | None], object]


@cache
def lived(key: bytes | None) -> Path:
    """An office with a backup in the middle of its life; `早先.db` is its file as it was at the beginning."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-apart-"))
    data = DataFolder(folder)
    if key is None:
        office = small_office(folder)
    else:
        office = Office(Store(data, key=key), FixedClock(MOMENT))
        KeyringFile(data).write(cheap_keyring(key)[1])
    office.records.add("township", [{"name": "早镇", "position": 8}])
    office.store.close()
    shutil.copy(data.store, folder / "早先.db")
    office = Office(Store(data, key=key), FixedClock(MOMENT))
    office.backups.make(Reason.EXIT)
    office.records.add("township", [{"name": "晚镇", "position": 9}])
    office.change_settings({"phone": "000-7654321"})
    office.store.close()
    return folder


def tables(data: DataFolder, key: bytes | None) -> dict[str, str]:
    with closing(open_connection(data.store, key, write=False)) as connection:
        return table_hashes(connection)


def nothing(data: DataFolder, key: bytes | None) -> None:
    data.store.unlink()


def older(data: DataFolder, key: bytes | None) -> None:
    (data.root / "早先.db").replace(data.store)


def another_office(data: DataFolder, key: bytes | None) -> None:
    """A whole store, with a place in a journal of its own."""
    other = small_office(data.root.parent / "别家")
    other.records.add("township", [{"name": "别镇", "position": 7}])
    other.store.close()
    other.store.folder.store.replace(data.store)


def altered(data: DataFolder, key: bytes | None) -> None:
    """Whole for SQLite, with other values in it."""
    with closing(open_connection(data.store, key, write=True)) as connection:
        connection.execute("UPDATE setting SET value = replace(value, '0', '1') WHERE key = 'office'")
        connection.execute("UPDATE township SET name = name || '改'")
        connection.execute("UPDATE change SET chain = 'x'")


def torn_fingerprint(data: DataFolder, key: bytes | None) -> None:
    """Of its tables: whoever opens it takes it for one of an earlier version, and backs it up as it is."""
    with closing(open_connection(data.store, key, write=True)) as connection:
        connection.execute("UPDATE setting SET value = 'x' WHERE key = 'schema'")
        connection.execute("UPDATE township SET name = name || '改'")


def with_a_hot_journal(data: DataFolder, key: bytes | None) -> None:
    """Of another file; rolled into what takes the place, it would undo it."""
    beside = data.store.with_name(f"{data.store.name}-journal")
    with closing(open_connection(data.root / "早先.db", key, write=True)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("UPDATE option_entry SET label = label || '改'")
        left = (data.root / "早先.db-journal").read_bytes()
        connection.execute("ROLLBACK")
    assert left
    beside.write_bytes(left)


def noise(data: DataFolder, key: bytes | None) -> None:
    data.store.write_bytes(bytes((at * at * 31 + at * 7) % 256 for at in range(8192)))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize(
    "lay",
    [nothing, older, another_office, altered, torn_fingerprint, with_a_hot_journal, noise],
    ids=lambda lay: lay.__name__,
)
def test_what_lies_there_does_not_go_into_what_is_rebuilt(
    tmp_path: Path, lay: Lay, key: bytes | None
) -> None:
    shutil.copytree(lived(key), tmp_path / "数据")
    data = DataFolder(tmp_path / "数据")
    was = tables(data, key)
    lay(data, key)
    with suppress(AppError):  # who opens it meanwhile does not change that either
        Store(data, key=key, write=False).close()
    done = Rebuilding(data, FixedClock(MOMENT), key).rebuild()
    assert done.lost == ""
    assert tables(data, key) == was
    Store(data, key=key).close()


def test_a_disk_that_does_not_answer_is_no_bad_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(lived(None), tmp_path / "数据")
    data = DataFolder(tmp_path / "数据")
    before = data.store.read_bytes()

    def silent(handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    for call in ("os.fsync", "app.store.password.keyring_file._read"):
        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", silent)
            patch.setattr(call, silent)
            with pytest.raises(
                AppError, match=r"没有找回：“.*数据”读写出错，磁盘没有应答。现在的台账没有改动"
            ):
                Rebuilding(data, FixedClock(MOMENT)).look()
    assert data.store.read_bytes() == before
    for file in data.backups.glob("*.db"):
        file.write_bytes(b"x" * file.stat().st_size)
    for file in data.journal.iterdir():
        file.write_bytes(b"x")
    with pytest.raises(AppError, match="没有一份是好的"):
        Rebuilding(data, FixedClock(MOMENT)).look()


@pytest.mark.parametrize(
    ("module", "reads", "at"),
    [(state, "table_hashes", 1), (state, "table_hashes", 2), (rebuilding, "files_of", 1)],
)
def test_a_checked_copy_that_cannot_be_read_is_told_as_a_silent_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, reads: str, at: int
) -> None:
    """SQLite says of such a read that the file is malformed."""
    shutil.copytree(lived(None), tmp_path / "数据")
    data = DataFolder(tmp_path / "数据")
    was, before = tables(data, None), data.store.read_bytes()
    real, calls = getattr(module, reads), iter(range(1, 100))

    def failing(connection: Any) -> Any:
        if next(calls) == at:
            raise sqlite.DatabaseError("database disk image is malformed")
        return real(connection)

    with monkeypatch.context() as patch:
        patch.setattr(module, reads, failing)
        with pytest.raises(AppError, match="磁盘没有应答。现在的台账没有改动"):
            Rebuilding(data, FixedClock(MOMENT)).rebuild()
    assert data.store.read_bytes() == before
    assert not list(data.root.glob("恢复-*"))
    Rebuilding(data, FixedClock(MOMENT)).rebuild()
    assert tables(data, None) == was
