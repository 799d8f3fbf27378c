"""What lies around a plain store when an encrypted backup takes its place: encrypted too, or it is said."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.passwords import Passwords, key_of
from app.services.store_check import StoreCheck
from app.services.surroundings import Around
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from app.store.backup.restore import Restore
from app.store.connection import open_connection
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from tests.commands import Run, data, run  # noqa: F401
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD

CLOCK = FixedClock(MOMENT)
TOLD = "不外传的名称"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An encrypted backup of another computer."""
    other = DataFolder(tmp_path / "另一台")
    small_office(other.root).store.close()
    code = RecoveryCode.new()
    key = Passwords(other, CLOCK, CHEAP).turn_on("示例县政协", "王秀兰", PASSWORD, code)
    store = Store(other, key=key)
    made = store.backups(CLOCK).make(Reason.EXIT)
    store.close()
    return BackupFolder(other.backups).file_of(made)


@pytest.fixture
def plain(tmp_path: Path) -> DataFolder:
    """An office without a password, with a record, an attachment and a backup of both."""
    office = small_office(tmp_path / "本机")
    paper = tmp_path / "表.txt"
    paper.write_text(TOLD * 9, encoding="utf-8")
    visit = {"happened_on": "2026-10-12", "name": TOLD, "files": [{"path": str(paper)}]}
    office.records.add("visit", [visit], draft=True)
    office.backups.make()
    office.store.close()
    return office.store.folder


def restoring(folder: DataFolder) -> BackupRestoring:
    return BackupRestoring(folder, CLOCK, None, lambda keyring: key_of(keyring, PASSWORD))


def bare(folder: DataFolder) -> list[str]:
    """The files in which the name can be read by anybody."""
    every = [path for path in folder.root.rglob("*") if path.is_file()]
    return sorted(path.name for path in every if TOLD.encode() in path.read_bytes())


def test_it_is_encrypted_under_the_same_key(stick: Path, plain: DataFolder) -> None:
    assert len(bare(plain)) > 3
    assert restoring(plain).look(stick).around is Around.SEALED
    done = restoring(plain).restore(stick)
    assert done.around is Around.SEALED
    assert bare(plain) == []
    key = Passwords(plain, CLOCK, CHEAP).open(PASSWORD)
    office = Office(Store(plain, key=key), CLOCK)
    assert office.count("visit") == 0
    office.backups.make()
    office.store.close()
    assert StoreCheck(plain, key).run(deep=True).wrong == []
    assert done.aside is not None
    with closing(open_connection(done.aside, key, write=False)) as connection:
        assert connection.execute("SELECT name FROM visit").fetchall() == [(TOLD,)]
    assert done.before is not None  # and back again, with its attachment
    BackupRestoring(plain, CLOCK, key).restore(BackupFolder(plain.backups).file_of(done.before))
    office = Office(Store(plain, key=key), CLOCK)
    with office.store.reading() as session:
        [sha256] = session.connection().exec_driver_sql("SELECT sha256 FROM attachment").scalars()
    assert office.store.vault.read(sha256) == (TOLD * 9).encode()
    office.store.close()


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), AppError("磁盘满了。现在的台账没有改动。")], ids=["killed", "full"]
)
def test_what_breaks_off_leaves_its_own_content_under_that_key(
    stick: Path, plain: DataFolder, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Restore, "put_in", fail)
        with pytest.raises(type(error)) as failed:
            restoring(plain).restore(stick)
    if isinstance(failed.value, AppError):
        assert (
            failed.value.message == "磁盘满了。台账的内容没有改动。台账已经加密了，用做这份备份时的密码打开。"
        )
    assert bare(plain) == []
    office = Office(Store(plain, key=Passwords(plain, CLOCK, CHEAP).open(PASSWORD)), CLOCK)
    assert office.count("visit") == 1
    office.store.close()


def test_where_it_cannot_be_encrypted_nothing_is_restored(
    stick: Path, plain: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plain.store.read_bytes()
    monkeypatch.setattr("app.store.password.switch.MARGIN", 1 << 60)
    with pytest.raises(AppError, match="没有恢复：现在的台账要先加密，磁盘空间不够"):
        restoring(plain).restore(stick)
    assert plain.store.read_bytes() == before
    Store(plain).close()


def test_what_stays_plain_beside_a_damaged_store_is_said(stick: Path, plain: DataFolder) -> None:
    plain.store.write_bytes(plain.store.read_bytes()[:4096] + b"\xff" * 40960)
    assert restoring(plain).look(stick).around is Around.BARE
    done = restoring(plain).restore(stick)
    assert done.around is Around.BARE
    assert bare(plain) != []
    passwords = Passwords(plain, CLOCK, CHEAP)  # what is advised then
    passwords.turn_off(passwords.open(PASSWORD))
    passwords.turn_on("示例县政协", "王秀兰", PASSWORD, RecoveryCode.new())
    assert bare(plain) == []


def test_looking_beside_an_open_window_leaves_sqlite_its_locks(stick: Path, plain: DataFolder) -> None:
    """Whoever closes a file that this process has open takes SQLite's locks on it away."""
    store = Store(plain)
    with store.writing() as session:
        session.execute(text("UPDATE township SET position = 9"))
        assert restoring(plain).look(stick).around is Around.SEALED
        code = (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0); c.execute('BEGIN IMMEDIATE')"
        )
        other = subprocess.run([sys.executable, "-c", code, str(plain.store)], capture_output=True, text=True)
        assert "locked" in other.stderr
    store.close()


def test_a_plain_attachment_alone_is_said(stick: Path, plain: DataFolder) -> None:
    plain.store.unlink()
    shutil.rmtree(plain.backups)
    assert restoring(plain).look(stick).around is Around.BARE
    assert restoring(plain).restore(stick).around is Around.BARE
    assert bare(plain) != []


def test_an_encrypted_attachment_is_not_taken_for_a_plain_one(stick: Path, plain: DataFolder) -> None:
    Passwords(plain, CLOCK, CHEAP).turn_on("示例县政协", "李建国", PASSWORD, RecoveryCode.new())
    plain.store.unlink()
    plain.keyring.unlink()
    for path in plain.backups.rglob("*"):
        if path.suffix in (".db", ".json"):
            path.unlink()
    assert len(list(plain.files.rglob("*.*"))) > 0
    assert restoring(plain).look(stick).around is Around.SAME
    assert restoring(plain).restore(stick).around is Around.SAME


def test_a_file_nobody_can_read_is_not_one_that_everybody_can(
    stick: Path, plain: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    [made] = plain.backups.glob("*.db")
    plain.store.unlink()
    shutil.rmtree(plain.files)
    shutil.rmtree(plain.backups / plain.files.name)
    opened = Path.open

    def fail(path: Path, *args: Any, **named: Any) -> Any:
        if path == made:
            raise OSError(5, "Input/output error")
        return opened(path, *args, **named)

    assert restoring(plain).look(stick).around is Around.BARE
    monkeypatch.setattr(Path, "open", fail)
    assert restoring(plain).look(stick).around is Around.SAME
    assert restoring(plain).restore(stick).around is Around.SAME


def test_where_nothing_is_plain_nothing_is_said(stick: Path, plain: DataFolder, tmp_path: Path) -> None:
    empty = DataFolder(tmp_path / "新电脑")
    assert restoring(empty).look(stick).around is Around.SAME
    assert restoring(empty).restore(stick).around is Around.SAME
    own = BackupFolder(plain.backups).file_of(BackupFolder(plain.backups).all()[0])
    assert restoring(plain).restore(own).around is Around.SAME


def test_the_command_says_it_before_and_after(
    run: Run,  # noqa: F811
    stick: Path,
    plain: DataFolder,
    tmp_path: Path,
) -> None:
    secret = tmp_path / "密码.txt"
    secret.write_text(PASSWORD, encoding="utf-8")
    words = ("restore", str(stick), "--old-password-file", str(secret))
    assert Around.SEALED.before in run(*words, "--dry-run", folder=plain.root).out
    assert bare(plain) != []
    assert Around.SEALED.after in run(*words, folder=plain.root).out
    assert bare(plain) == []
