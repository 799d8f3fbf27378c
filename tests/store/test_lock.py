"""A lock tells somebody who holds it from a disk that keeps none."""

import errno
import fcntl
import os
from pathlib import Path

import pytest

from app.errors import AppError
from app.store.backup.folder import BackupFolder
from app.store.lock import FileLock, Lockless, StoreLock, Taken


@pytest.fixture(params=["ENOLCK", "ENOSYS", "EOPNOTSUPP"])
def lockless(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    _refusing(monkeypatch, getattr(errno, request.param))


def _refusing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)


def test_a_second_one_hears_that_it_is_taken(tmp_path: Path) -> None:
    first = FileLock(tmp_path / "锁")
    with pytest.raises(Taken):
        FileLock(tmp_path / "锁")
    with pytest.raises(AppError, match="正被另一个窗口用着"):
        StoreLock(tmp_path / "锁")
    first.release()
    StoreLock(tmp_path / "锁").release()


def test_a_disk_without_locks_is_not_called_taken(tmp_path: Path, lockless: None) -> None:
    with pytest.raises(Lockless):
        FileLock(tmp_path / "锁")
    with pytest.raises(AppError, match=r"磁盘不能上锁.*拷到本机磁盘上"):
        StoreLock(tmp_path / "锁")


def test_nor_are_backups_said_to_be_in_use_there(tmp_path: Path, lockless: None) -> None:
    with pytest.raises(AppError, match="磁盘不能上锁，不能放备份"), BackupFolder(tmp_path).taken():
        pass


def test_a_lock_that_the_disk_does_not_answer_for_is_nobody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refusing(monkeypatch, errno.EIO)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        FileLock(tmp_path / "锁")
