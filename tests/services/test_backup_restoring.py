"""Restoring: checked on a copy, saying what it loses, with the replaced file kept; on failing disks too."""

from __future__ import annotations

import errno
import hashlib
import json
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring, Restored
from app.services.loss import Fate
from app.services.office import Office
from app.services.store_check import StoreCheck
from app.store.backup.backup import Backup, Reason, from_json, to_json
from app.store.backup.folder import BackupFolder, place_of
from app.store.connection import FORMAT, open_connection
from app.store.lock import StoreLock
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.backup.test_backups import attach
from tests.store.faulty_disk import FaultyDisk, Killed, failing

KEY = bytes(range(32))
LATER = MOMENT + timedelta(hours=2)


def opened(data: DataFolder, moment: datetime = LATER, key: bytes | None = None) -> Office:
    return Office(Store(data, key=key), FixedClock(moment))


def townships(data: DataFolder, key: bytes | None = None) -> list[str]:
    connection = open_connection(data.store, key, write=False)
    found = [row[0] for row in connection.execute("SELECT name FROM township ORDER BY id")]
    connection.close()
    return found


def restoring(data: DataFolder, key: bytes | None = None) -> BackupRestoring:
    return BackupRestoring(data, FixedClock(LATER), key)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """An office with one backup, in which three things happened afterwards."""
    office = small_office(tmp_path / "台账")
    attach(office, tmp_path, "一")
    office.backups.make(Reason.EXIT)
    office.store.close()
    office = opened(office.store.folder)
    office.records.add("township", [{"name": "后来的镇", "position": 9}])
    person = office.records.add("person", [{"name": "后来的人"}])[0]
    person.values["remark"] = "改过"
    office.records.save(person)
    visit = {"happened_on": "2026-10-12", "name": "删掉的走访"}
    gone = office.records.add("visit", [visit], draft=True)[0]
    office.records.delete("visit", [gone.uuid])
    office.change_settings({"phone": "000-1234567"})
    office.store.close()
    return office.store.folder


def backup_of(data: DataFolder) -> tuple[Path, Backup]:
    folder = BackupFolder(data.backups)
    made = folder.all()[-1]
    return folder.file_of(made), made


def print_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith("-journal")
    }


def test_looking_says_what_would_be_lost_and_changes_nothing(data: DataFolder) -> None:
    before = print_of(data.root)
    told: list[str] = []
    found = restoring(data).look(backup_of(data)[0], lambda done, total, words: told.append(words))
    assert told == ["核对附件"]  # all of them are read, which takes a while
    assert found.backup == backup_of(data)[1]
    assert found.absent == 0
    loss = found.loss
    assert loss.changes == 6
    assert loss.fates == {
        Fate.LOST: {"委员走访": 1, "人员": 1, "乡镇（街道）": 1},
        Fate.AS_THEN: {"设置": 1},
    }
    assert loss.sentence == (
        "备份以后有 6 处改动。恢复以后，1 条委员走访、1 条人员、1 条乡镇（街道）会没有；"
        "设置会回到备份时的样子。"
    )
    said = [line.sentence for line in loss.newest]
    assert said == [
        "2026-10-28 16:03 改动 设置 王秀兰",
        "2026-10-28 16:03 删除 委员走访“删掉的走访” 王秀兰",
        "2026-10-28 16:03 修改 人员“后来的人” 王秀兰",
        "2026-10-28 16:03 新增 乡镇（街道）“后来的镇” 王秀兰",
    ]
    assert print_of(data.root) == before


def test_what_was_changed_or_deleted_since_does_not_vanish(tmp_path: Path) -> None:
    """A corrected title and an undone deletion are no two records lost."""
    office = small_office(tmp_path / "台账")
    names = ["改的", "删了又恢复的", "删的", "早就删了又恢复的"]
    made = office.records.add("township", [{"name": name, "position": 9} for name in names])
    changed, undone, deleted, revived = made
    office.records.delete("township", [revived.uuid])
    office.backups.make(Reason.EXIT)
    changed.values["name"] = "改过的"
    office.records.save(changed)
    office.records.delete("township", [undone.uuid, deleted.uuid])
    office.records.undelete("township", [undone.uuid, revived.uuid])
    office.records.add("township", [{"name": "新的", "position": 9}])
    office.store.close()
    loss = restoring(office.store.folder).look(Path("1")).loss
    assert loss.fates == {
        Fate.LOST: {"乡镇（街道）": 1}, Fate.AS_THEN: {"乡镇（街道）": 3}, Fate.BACK: {"乡镇（街道）": 1}
    }  # fmt: skip
    assert loss.sentence.endswith(
        "恢复以后，1 条乡镇（街道）会没有；3 条乡镇（街道）会回到备份时的样子；1 条乡镇（街道）会回来。"
    )


def test_restoring_brings_back_what_was_and_keeps_what_was_replaced(data: DataFolder) -> None:
    file, backup = backup_of(data)
    before = print_of(data.root)
    done = restoring(data).restore(file)
    assert isinstance(done, Restored)
    assert "后来的镇" not in townships(data)
    assert done.aside == data.backups / "被换下-20261028-160300.db"
    assert hashlib.sha256(done.aside.read_bytes()).hexdigest() == before["台账.db"]
    assert done.before is not None
    assert (done.before.number, done.before.reason) == (2, Reason.RESTORE)
    assert StoreCheck(data).run(deep=True).wrong == []
    office = opened(data)
    try:
        assert office.settings.phone == ""
        with office.store.reading() as session:
            text = "SELECT action, data FROM change ORDER BY id DESC LIMIT 1"
            action, noted = session.connection().exec_driver_sql(text).one()
        assert (action, json.loads(noted)["backup"]) == ("restore", backup.number)
    finally:
        office.store.close()
    again = restoring(data).restore(BackupFolder(data.backups).file_of(done.before))
    assert townships(data)[-1] == "后来的镇"
    assert again.loss.sentence == "备份以后没有改动，不会少什么。"


def test_going_back_and_forth_between_parted_histories_counts_from_where_they_parted(
    data: DataFolder,
) -> None:
    """After restoring the first and working on, the backup made before that holds other changes."""
    done = restoring(data).restore(backup_of(data)[0])
    assert done.before is not None
    office = opened(data)
    office.records.add("township", [{"name": "又一镇", "position": 9}])
    office.store.close()
    loss = restoring(data).look(BackupFolder(data.backups).file_of(done.before)).loss
    assert loss.fates == {Fate.LOST: {"乡镇（街道）": 1}}
    assert loss.newest[0].title == "又一镇"
    assert loss.related


def test_what_a_restore_gave_up_is_not_missed_when_it_was_killed_at_the_end(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is in its place, and the journal still goes on to what was given up."""

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr("app.services.backup_restoring.Journal", killed)
        restoring(data).restore(backup_of(data)[0])
    assert "后来的镇" not in townships(data)
    assert StoreCheck(data).run(deep=True).wrong == []
    office = opened(data)
    office.records.add("township", [{"name": "又一镇", "position": 9}])
    office.store.close()
    assert StoreCheck(data).run(deep=True).wrong == []


def test_a_backup_laid_over_the_store_by_hand_is_behind_what_came_after_a_restore(data: DataFolder) -> None:
    file, _ = backup_of(data)
    restoring(data).restore(file)
    office = opened(data)
    for name in ("一镇", "二镇", "三镇"):
        office.records.add("township", [{"name": name, "position": 9}])
    office.store.close()
    shutil.copyfile(file, data.store)
    assert "流水里有 3 处改动，台账里没有，可以用 rebuild 找回" in StoreCheck(data).run(deep=True).wrong


def test_only_the_newest_ten_are_named(data: DataFolder) -> None:
    office = opened(data)
    office.records.add("township", [{"name": f"镇{n}", "position": n} for n in range(10, 24)])
    office.store.close()
    loss = restoring(data).look(backup_of(data)[0]).loss
    assert loss.fates[Fate.LOST]["乡镇（街道）"] == 15
    assert [line.title for line in loss.newest] == [f"镇{n}" for n in range(23, 13, -1)]


def test_files_that_are_gone_come_back(data: DataFolder) -> None:
    file, backup = backup_of(data)
    (name,) = backup.files
    own = place_of(data.files, name)
    content = own.read_bytes()
    own.unlink()
    assert restoring(data).look(file).absent == 0
    assert not own.exists()
    restoring(data).restore(file)
    assert own.read_bytes() == content
    own.unlink()
    place_of(BackupFolder(data.backups).files, name).unlink()
    assert restoring(data).look(file).absent == 1
    assert restoring(data).restore(file).absent == 1


def test_a_new_computer_gets_the_office_from_a_stick(data: DataFolder, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    office = opened(data)
    made = office.backups.make(to=stick)
    office.store.close()
    shutil.rmtree(data.root)
    new = DataFolder(tmp_path / "新电脑" / "台账")
    done = restoring(new).restore(stick / f"{made.name}.db")
    assert done.aside is None
    assert done.loss.sentence == "现在没有台账文件，不会少什么。"
    assert StoreCheck(new).run(deep=True).wrong == []
    assert townships(new)[-1] == "后来的镇"


def test_another_offices_backup_says_so(data: DataFolder, tmp_path: Path) -> None:
    other = Office(Store(DataFolder(tmp_path / "别的")), FixedClock(MOMENT))
    other.records.add("township", [{"name": "别人的镇"}])
    made = other.backups.make()
    other.store.close()
    loss = restoring(data).look(BackupFolder(other.store.folder.backups).file_of(made)).loss
    assert not loss.related
    assert loss.sentence.startswith("这份备份是另一本台账的。现在这本里的会换掉：")


def test_by_its_number_or_its_list(data: DataFolder) -> None:
    file, backup = backup_of(data)
    assert restoring(data).look(Path("1")).backup == backup
    assert restoring(data).look(Path("0001")).backup == backup
    assert restoring(data).look(file.with_suffix(".json")).backup == backup
    with pytest.raises(AppError, match="没有第 7 号备份"):
        restoring(data).look(Path("7"))


# what is no backup


def _no_list(file: Path) -> None:
    file.with_suffix(".json").unlink()


def _torn_list(file: Path) -> None:
    listed = file.with_suffix(".json")
    listed.write_bytes(listed.read_bytes()[:-9])


def _bit(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))


def _short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4096])


def _gone(file: Path) -> None:
    file.unlink()


def _renamed_list(file: Path) -> None:
    """The list of another backup beside the file."""
    backup = from_json(file.with_suffix(".json").read_bytes())
    other = Backup(**{key: getattr(backup, key) for key in Backup.__slots__} | {"number": 9})
    file.with_suffix(".json").write_bytes(to_json(other))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_no_list, "旁边没有清单"),
        (_torn_list, "坏了，这份备份不能用"),
        (_bit, "和清单对不上"),
        (_short, "和清单对不上"),
        (_gone, "找不到备份"),
        (_renamed_list, "改过名称"),
    ],
)
def test_what_is_no_whole_backup_is_refused_untouched(
    data: DataFolder, spoil: Callable[[Path], None], words: str
) -> None:
    file = backup_of(data)[0]
    spoil(file)
    before = print_of(data.root)
    for work in (restoring(data).look, restoring(data).restore):
        with pytest.raises(AppError, match=words):
            work(file)
    assert {name: each for name, each in print_of(data.root).items() if name != ".lock"} == {
        name: each for name, each in before.items() if name != ".lock"
    }


def test_a_backup_of_a_later_version_is_refused(data: DataFolder) -> None:
    file, backup = backup_of(data)
    connection = open_connection(file, None, write=True)
    connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    connection.close()
    raw = file.read_bytes()
    changed = {"sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw)}
    listed = Backup(**{key: getattr(backup, key) for key in Backup.__slots__} | changed)
    file.with_suffix(".json").write_bytes(to_json(listed))
    with pytest.raises(AppError, match="更新的版本"):
        restoring(data).look(file)


def test_a_plain_and_an_encrypted_one_are_not_exchanged(data: DataFolder, tmp_path: Path) -> None:
    secret = opened(DataFolder(tmp_path / "密"), key=KEY)
    made = secret.backups.make()
    secret.store.close()
    locked = secret.store.folder
    file = BackupFolder(locked.backups).file_of(made)
    with pytest.raises(AppError, match="这份备份设了密码"):
        restoring(data).look(file)
    with pytest.raises(AppError, match="密码对不上"):
        restoring(locked, bytes(32)).look(file)
    for key in (None, KEY):
        with pytest.raises(AppError, match="现在的台账设了密码"):
            restoring(locked, key).look(backup_of(data)[0])
    office = opened(locked, key=KEY)
    office.records.add("township", [{"name": "后来的镇"}])
    office.store.close()
    assert restoring(locked, KEY).restore(file).loss.fates == {Fate.LOST: {"乡镇（街道）": 1}}
    assert townships(locked, KEY) == []


def test_nothing_is_restored_under_an_open_window(data: DataFolder) -> None:
    lock = StoreLock(data.lock)
    try:
        assert restoring(data).look(backup_of(data)[0]).backup.number == 1
        with pytest.raises(AppError, match="另一个窗口"):
            restoring(data).restore(backup_of(data)[0])
    finally:
        lock.release()
    assert "后来的镇" in townships(data)


# a damaged store


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _header(path: Path) -> None:
    path.write_bytes(b"\x00" * 4096 + path.read_bytes()[4096:])


def _pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for page in range(4096 * 3, len(data), 4096):
        data[page : page + 64] = b"\xff" * 64
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("damage", [_empty, _header, _pages])
def test_a_damaged_store_is_replaced_and_kept(data: DataFolder, damage: Callable[[Path], None]) -> None:
    damage(data.store)
    torn = data.store.read_bytes()
    journal = data.store.with_name("台账.db-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"x" * 600)  # of a program that died as it wrote
    done = restoring(data).restore(backup_of(data)[0])
    assert done.loss.readable is False
    assert "读不出来" in done.loss.sentence
    assert done.before is None
    assert done.aside is not None
    assert len(done.aside.read_bytes()) == len(torn)
    assert not journal.exists() or journal.stat().st_size == 0
    assert StoreCheck(data).run(deep=True).wrong == []
    assert "后来的镇" not in townships(data)


def test_change_ids_tell_of_a_store_whose_log_is_torn(data: DataFolder) -> None:
    connection = open_connection(data.store, None, write=True)
    connection.execute("UPDATE change SET data='{' WHERE record <> '' AND id > 40")
    connection.close()
    loss = restoring(data).look(backup_of(data)[0]).loss
    assert (loss.readable, loss.changes) == (False, 6)
    assert loss.sentence == "现在的台账有损坏，看得出备份以后还有 6 处改动，那些会没有。"


def test_a_disk_without_second_names_keeps_a_copy(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", no_link)
    before = data.store.read_bytes()
    done = restoring(data).restore(backup_of(data)[0])
    assert done.aside is not None
    assert done.aside.read_bytes() == before
    assert "后来的镇" not in townships(data)


@pytest.mark.parametrize(
    ("error", "first", "stride"), [(errno.EIO, 1, 3), (errno.ENOSPC, 2, 3), (None, 1, 2)],
    ids=["eio", "full", "killed"],
)  # fmt: skip
def test_restoring_fails_anywhere(
    data: DataFolder, tmp_path: Path, error: int | None, first: int, stride: int
) -> None:
    """At every moment the store is the one before or the one after, and whole."""
    pristine = tmp_path / "原样"
    data.root.rename(pristine)
    old, at = townships(DataFolder(pristine)), first - stride
    new = [name for name in old if name != "后来的镇"]
    while True:
        at += stride
        shutil.rmtree(data.root, ignore_errors=True)
        shutil.copytree(pristine, data.root)
        chosen, backup = backup_of(data)
        (name,) = backup.files
        place_of(data.files, name).unlink()
        disk, refusals = FaultyDisk(at, error), []
        with failing(disk), suppress(Killed):
            try:
                restoring(data).restore(chosen)
            except AppError as refused:
                refusals.append(refused.message)
        if not disk.was_reached:
            break
        for words in refusals:
            assert not re.search(r"[A-Za-z]{3,}", re.sub(r"“[^”]*”", "", words)), words
        there = townships(data)
        assert there in (old, new)
        assert StoreCheck(data).run().is_sound
        if refusals:
            done = "换好了，但" in refusals[0]
            assert done or "没有改动" in refusals[0] or "没有打开" in refusals[0]
            assert there == (new if done else old), refusals[0]
        restoring(data).restore(backup_of(data)[0])
        assert townships(data) == new
        assert not list(data.root.glob("*.part*"))
        assert place_of(data.files, name).is_file()
    assert at > 35
