"""Restoring on a disk that fails: it is not put in without its line in the change log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.clock import FixedClock
from app.errors import AppError
from app.services import backup_restoring
from app.services.backup_restoring import BackupRestoring
from app.store.backup.backup import Reason
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
        patch.setattr(backup_restoring, "note_besides", full)
        with pytest.raises(AppError, match="没有恢复：磁盘满了。现在的台账没有改动"):
            restoring.restore(Path("1"))
    assert data.store.read_bytes() == before
    assert restoring.restore(Path("1")).aside is not None
