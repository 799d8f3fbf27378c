"""Turning encryption on and off on a disk that fails: no backup is worse for it, a second try gets there."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.passwords import Passwords
from app.store.backup import folder
from app.store.backup.backup import Reason
from app.store.connection import is_locked
from app.store.password import recasting
from app.store.password.recovery_code import RecoveryCode
from app.store.password.staging import Staging
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD

CODE = RecoveryCode.new()


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    office = small_office(tmp_path / "台账")
    office.store.backups(FixedClock(MOMENT)).make(Reason.ASKED)
    office.store.close()
    return office.store.folder


@pytest.fixture
def passwords(data: DataFolder) -> Passwords:
    return Passwords(data, FixedClock(MOMENT), CHEAP)


def turn_on(passwords: Passwords) -> bytes:
    return passwords.turn_on("示例县政协", "王秀兰", PASSWORD, CODE)


def test_a_folder_of_backups_that_nobody_can_take_is_told(
    data: DataFolder, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(path: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(folder, "FileLock", silent)
        with pytest.raises(AppError, match=r"密码没有设成：.*磁盘没有应答"):
            turn_on(passwords)
    assert not is_locked(data.store)
    turn_on(passwords)
    assert is_locked(data.store)


def test_a_full_disk_does_not_make_a_backup_a_damaged_one(
    data: DataFolder, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = recasting.recode

    def full(source: Path, *rest: Any) -> None:
        if source != data.store:
            raise sqlite.OperationalError("database or disk is full")
        real(source, *rest)

    monkeypatch.setattr(recasting, "recode", full)
    with pytest.raises(AppError, match="密码没有设成：磁盘满了"):
        turn_on(passwords)
    monkeypatch.undo()
    assert not is_locked(data.store)
    key = turn_on(passwords)
    monkeypatch.setattr(recasting, "recode", full)
    with pytest.raises(AppError, match="密码没有取消：磁盘满了"):
        passwords.turn_off(key)
    assert is_locked(data.store)


def test_what_could_not_be_brought_to_its_end_is_by_the_next_try(
    data: DataFolder, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.EIO, "no answer")

    with monkeypatch.context() as patch:
        patch.setattr(Staging, "_put", fail)
        with pytest.raises(AppError, match="会接着做完"):
            turn_on(passwords)
    key = turn_on(passwords)
    assert is_locked(data.store)
    assert passwords.open(PASSWORD) == key
    with monkeypatch.context() as patch:
        patch.setattr(Staging, "_put", fail)
        with pytest.raises(AppError, match="会接着做完"):
            passwords.turn_off(key)
    assert passwords.turn_off(key) == 0
    assert not is_locked(data.store)


def test_where_nobody_can_look_how_far_it_got_none_of_both_is_promised(
    data: DataFolder, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.EIO, "no answer")

    with monkeypatch.context() as patch:
        patch.setattr(recasting, "recode", fail)
        patch.setattr(Staging, "_read", fail)
        with pytest.raises(AppError, match=r"看不出来，内容都在。.*会接着做完，或者退回原样"):
            turn_on(passwords)
    assert not is_locked(data.store)


def test_a_folder_that_cannot_be_cleared_away_is_no_bug(
    data: DataFolder, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(errno.EIO, "no answer")

    monkeypatch.setattr(recasting, "recode", fail)
    monkeypatch.setattr(Staging, "begin", lambda self: monkeypatch.setattr(Staging, "drop", fail))
    with pytest.raises(AppError, match="密码没有设成"):
        turn_on(passwords)
    monkeypatch.undo()
    turn_on(passwords)
    assert is_locked(data.store)
