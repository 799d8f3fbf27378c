"""What the list of backups to restore from shows, and in which order."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.backup_shelf import HERE, SECOND, BackupShelf
from app.services.office import Office
from app.store.backup.backup import Reason
from app.store.store import Store
from tests.office import MOMENT, small_office


def test_newest_first_by_number_and_each_once(tmp_path: Path) -> None:
    office = small_office(tmp_path / "数据")
    (tmp_path / "U盘").mkdir()
    stick = office.backups.second_place(tmp_path / "U盘")
    office.backups.make(Reason.EXIT)
    office.backups.send_to_second(stick)
    first = next((tmp_path / "数据" / "备份").glob("台账-0001-*.db"))
    office.records.add("township", [{"name": "新镇", "position": 9}])
    office.clock = FixedClock(MOMENT - timedelta(days=3))  # the clock was set back
    office.backups.make(Reason.ASKED)
    office.store.close()
    shelf = BackupShelf(office.store.folder, FixedClock(MOMENT), stick)
    assert [(each.backup.number, each.place, each.when) for each in shelf.all()] == [
        (2, HERE, "10月25日 14:03"), (1, HERE, "今天 14:03"),
    ]  # fmt: skip
    newest, oldest = shelf.all()
    assert newest.records == oldest.records + 1
    assert newest.note.startswith(f"手动做的 · {newest.records} 条记录 · ")
    assert oldest.note.startswith("退出时做的")
    first.unlink()
    assert [(each.backup.number, each.place) for each in shelf.all()] == [(2, HERE), (1, SECOND)]


def test_what_a_new_computer_backs_up_is_newer_than_what_it_was_restored_from(tmp_path: Path) -> None:
    (tmp_path / "U盘").mkdir()
    old = small_office(tmp_path / "旧电脑")
    stick = old.backups.second_place(tmp_path / "U盘")
    for _ in range(3):
        old.backups.make(Reason.EXIT)
        old.backups.send_to_second(stick)
    old.store.close()
    new, later = DataFolder(tmp_path / "新电脑"), FixedClock(MOMENT + timedelta(days=9))
    BackupRestoring(new, later).restore(next(stick.glob("台账-0002-*.db")))  # not the newest there
    office = Office(Store(new), later)
    office.backups.make(Reason.EXIT)
    office.store.close()
    shelved = BackupShelf(new, later, stick).all()
    assert [(each.backup.number, each.place) for each in shelved] == [
        (4, HERE), (3, SECOND), (2, SECOND), (1, SECOND),
    ]  # fmt: skip


def test_two_of_one_minute_can_be_told_apart(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    try:
        for _ in range(2):
            office.backups.make()
        shelf = BackupShelf(office.store.folder, office.clock)
        assert [each.when for each in shelf.all()] == ["今天 14:03（第 2 号）", "今天 14:03（第 1 号）"]
    finally:
        office.store.close()


def test_without_any_there_is_nothing_to_list(tmp_path: Path) -> None:
    office = small_office(tmp_path / "数据")
    office.store.close()
    assert BackupShelf(office.store.folder, FixedClock(MOMENT), tmp_path / "没有插").all() == ()
