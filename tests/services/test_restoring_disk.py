"""Restoring on a disk that fails: what is said of it is true, and its line in the change log goes with it."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services import backup_restoring
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.store.backup.backup import Reason
from app.store.store import Store
from tests.office import MOMENT, small_office


def test_a_restore_that_cannot_be_noted_is_not_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = small_office(tmp_path / "台账")
    office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED)
    office.store.close()
    data = office.store.folder
    before = data.store.read_bytes()

    def full(*_: Any) -> None:
        raise sqlite.OperationalError("database or disk is full")

    restoring = BackupRestoring(data, FixedClock(MOMENT))
    with monkeypatch.context() as patch:
        patch.setattr(backup_restoring, "note_return", full)
        with pytest.raises(AppError, match="没有恢复：磁盘满了。现在的台账没有改动"):
            restoring.restore(Path("1"))
    assert data.store.read_bytes() == before
    assert restoring.restore(Path("1")).aside is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps names on its own")
@pytest.mark.parametrize("way", ["restore", "rebuild"])
def test_a_store_whose_name_may_not_last_is_told_as_put_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    data = DataFolder(tmp_path)
    office = small_office(tmp_path)
    office.backups.make()
    office.change_settings({"phone": "0871"})
    office.store.close()
    synced = os.fsync

    def refuse(handle: int) -> None:
        if os.path.samestat(os.fstat(handle), data.root.stat()) and not list(data.root.glob("恢复-*.part")):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        synced(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    restore = partial(BackupRestoring(data, FixedClock(MOMENT)).restore, Path("1"))
    with pytest.raises(AppError, match="换好了，但磁盘没有应答"):
        restore() if way == "restore" else Rebuilding(data, FixedClock(MOMENT)).rebuild()
    monkeypatch.undo()
    office = Office(Store(data), FixedClock(MOMENT))
    assert office.settings.phone == ("" if way == "restore" else "0871")
    office.store.close()
