"""Whoever may no longer open the store opens none of its older backups either that are within reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.passwords import Passwords, key_of
from app.store.backup.backup import Backup, Reason
from app.store.backup.folder import BackupFolder
from app.store.password.keyring import Keyring
from app.store.password.keyring_file import KeyringFile
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD
from tests.store.faulty_disk import FaultyDisk, Killed, failing

CLOCK = FixedClock(MOMENT)
OLD, NEW = RecoveryCode.new(), RecoveryCode.new()
COLLEAGUE, CHANGED = "jianguo-ziji", "tuolaji-yumi-7"


class Desk:
    """An encrypted office with backups here and on a stick, made while the old ways in were good."""

    def __init__(self, root: Path) -> None:
        self.data, self.stick = DataFolder(root / "数据"), root / "U盘"
        small_office(self.data.root).store.close()
        self.stick.mkdir()
        self.passwords = Passwords(self.data, CLOCK, CHEAP)
        self.key = self.passwords.turn_on("示例县政协", "王秀兰", PASSWORD, OLD)
        self.passwords.add(self.key, "李建国", COLLEAGUE)
        self.back_up(self.stick)
        self.back_up()

    def back_up(self, to: Path | None = None) -> Backup:
        store = Store(self.data, key=self.key)
        try:
            return store.backups(CLOCK).make(Reason.ASKED, to)
        finally:
            store.close()

    def send(self) -> None:
        store = Store(self.data, key=self.key)
        try:
            store.backups(CLOCK).send_newest(self.stick)
        finally:
            store.close()

    def take_away(self) -> list[str]:
        """All that was good, one after the other; what was said of each."""
        return [
            self.passwords.remove("李建国"),
            self.passwords.renew_code(self.key, NEW),
            self.passwords.change(self.key, "王秀兰", CHANGED),
        ]

    def opening(self, place: Path) -> list[str]:
        """What opens the backups there."""
        ways: dict[str, Callable[[Keyring], bytes | None]] = {
            "colleague": lambda ring: ring.opened(COLLEAGUE),
            "old code": lambda ring: ring.recovered(OLD),
            "old password": lambda ring: ring.opened(PASSWORD),
            "new code": lambda ring: ring.recovered(NEW),
            "new password": lambda ring: ring.opened(CHANGED),
        }
        rings = [Keyring.from_json(each.keyring) for each in BackupFolder(place).all()]
        assert rings
        return [name for name, way in ways.items() if any(way(ring) == self.key for ring in rings)]


BEFORE = ["colleague", "old code", "old password"]
AFTER = ["new code", "new password"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_was_taken_away_opens_no_backup_within_reach(desk: Desk) -> None:
    desk.send()
    before = {place: BackupFolder(place).all() for place in (desk.data.backups, desk.stick)}
    assert desk.opening(desk.data.backups) == desk.opening(desk.stick) == BEFORE
    assert desk.take_away() == ["", "", ""]
    assert desk.opening(desk.data.backups) == AFTER
    desk.send()
    assert desk.opening(desk.stick) == AFTER
    assert {place: BackupFolder(place).all() for place in before} == before
    stolen = BackupFolder(desk.stick).file_of(before[desk.stick][0])
    other = DataFolder(desk.stick.parent / "另一台")
    for secret in (PASSWORD, COLLEAGUE, str(OLD)):
        with pytest.raises(AppError, match="密码不对"):
            BackupRestoring(other, CLOCK, None, partial(key_of, secret=secret)).look(stolen)
    BackupRestoring(other, CLOCK, None, lambda ring: key_of(ring, str(NEW))).restore(stolen)
    Store(other, key=desk.key).close()


def test_nor_the_store_when_its_keyring_is_gone(desk: Desk) -> None:
    desk.take_away()
    for path in (desk.data.keyring, desk.data.keyring_copy):
        path.unlink()
    for secret in (PASSWORD, COLLEAGUE, str(OLD)):
        with pytest.raises(AppError):
            desk.passwords.open_by(secret)
        desk.data.tries.unlink(missing_ok=True)
    assert desk.passwords.open(CHANGED) == desk.key


def test_a_backup_that_was_not_reached_is_told_of_and_reached_by_the_next_one(desk: Desk) -> None:
    with BackupFolder(desk.data.backups).taken():
        said = desk.take_away()
    assert all(str(desk.data.backups) in words and "请马上备份一次" in words for words in said)
    assert desk.passwords.open(CHANGED) == desk.key
    assert desk.opening(desk.data.backups) == BEFORE
    desk.back_up()
    assert desk.opening(desk.data.backups) == AFTER


def test_where_a_change_may_not_outlast_a_power_cut_the_backups_follow_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("app.store.password.keyring_file.sync_folder", refuse)
        with pytest.raises(AppError, match="密码改好了，但磁盘没有应答"):
            desk.passwords.renew_code(desk.key, NEW)
    desk.send()
    after = ["colleague", "old password", "new code"]
    assert desk.opening(desk.data.backups) == desk.opening(desk.stick) == after
    assert desk.passwords.recover(str(NEW)) == desk.key


def test_where_nothing_was_changed_the_backups_stay_with_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("app.store.password.keyring_file.write_new", full)
        with pytest.raises(AppError, match="没有改成，原来的还能用"):
            desk.passwords.renew_code(desk.key, NEW)
    assert desk.opening(desk.data.backups) == desk.opening(desk.stick) == BEFORE
    assert desk.passwords.recover(str(OLD)) == desk.key


def test_a_stick_that_was_away_is_reached_when_it_is_sent_to_again(desk: Desk) -> None:
    away = desk.stick.rename(desk.stick.with_name("拔了"))
    assert desk.take_away() == ["", "", ""]
    assert not desk.stick.exists()
    away.rename(desk.stick)
    assert desk.opening(desk.stick) == BEFORE
    desk.back_up(desk.stick)
    assert desk.opening(desk.stick) == AFTER


def test_of_several_slots_the_newest_that_are_known_open(desk: Desk) -> None:
    """One list could not be changed, and it is that of the newest backup."""
    newest = desk.data.backups / f"{BackupFolder(desk.data.backups).all()[0].name}.json"
    older = newest.read_bytes()
    desk.take_away()
    newest.write_bytes(older)
    ring = KeyringFile(desk.data).newest(Keyring.from_json(BackupFolder(desk.data.backups).all()[0].keyring))
    assert ring.opened(CHANGED) == desk.key
    for path in (desk.data.keyring, desk.data.keyring_copy):
        path.unlink()
    with pytest.raises(AppError, match="密码不对"):
        desk.passwords.open(PASSWORD)
    assert desk.passwords.open(CHANGED) == desk.key


@pytest.mark.parametrize("left", ["backup", "second copy"])
def test_an_old_code_stays_void_where_the_keyring_did_not_answer_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    """What lies behind opens the store then, and is not put in the place of what may be newer."""
    silent = {desk.data.keyring}
    older = desk.data.keyring_copy.read_bytes()
    with BackupFolder(desk.data.backups).taken():
        assert desk.passwords.renew_code(desk.key, NEW) != ""
    if left == "backup":
        silent.add(desk.data.keyring_copy)
    else:
        desk.data.keyring_copy.write_bytes(older)
    real = Path.read_bytes

    def once(path: Path) -> bytes:
        if path in silent:
            silent.remove(path)
            raise OSError(5, "Input/output error")
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", once)
        assert desk.passwords.open(PASSWORD) == desk.key
    assert not silent
    with pytest.raises(AppError, match="恢复码打不开"):
        desk.passwords.recover(str(OLD))
    assert desk.passwords.recover(str(NEW)) == desk.key


@pytest.mark.parametrize("error", [None, 5], ids=["killed", "EIO"])
def test_wherever_it_breaks_off_every_backup_opens_by_the_old_or_the_new(
    desk: Desk, error: int | None
) -> None:
    count, at = len(BackupFolder(desk.data.backups).all()), 0
    while True:
        at += 1
        passwords = Passwords(desk.data, CLOCK, CHEAP)
        said, disk = None, FaultyDisk(at, error)
        try:
            with failing(disk):
                said = passwords.change(desk.key, "王秀兰", CHANGED)
        except (AppError, Killed):
            pass
        if not disk.was_reached:
            break
        assert len(BackupFolder(desk.data.backups).all()) == count
        ways = desk.opening(desk.data.backups)
        assert {"old password", "new password"} & set(ways)
        assert said != "" or "old password" not in ways
        assert passwords.open_by(str(OLD)) == desk.key
        assert passwords.change(desk.key, "王秀兰", CHANGED) == ""
        assert "old password" not in desk.opening(desk.data.backups)
        passwords.change(desk.key, "王秀兰", PASSWORD)
    assert said == ""
    assert at > 10
