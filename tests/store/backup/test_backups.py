"""Backups on real files: verified, complete with their files, kept by number, and in a second place too."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.store_check import StoreCheck
from app.store.backup import folder
from app.store.backup.backup import Backup, Reason, from_json, to_json
from app.store.backup.backups import Backups
from app.store.backup.folder import BackupFolder, place_of
from app.store.backup.retention import LEAST
from app.store.connection import open_connection
from app.store.lock import FileLock, StoreLock
from app.store.private_files import sha256_of
from app.store.store import Store
from tests.office import MOMENT, small_office

KEY = bytes(range(32))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "台账")
    yield made
    made.store.close()


def attach(office: Office, folder: Path, content: str, name: str = "签到表.txt") -> str:
    """A visit with one file; returns the file's SHA-256."""
    path = folder / name
    path.write_text(content, encoding="utf-8")
    files = [{"path": str(path)}]
    visit = {"happened_on": "2026-10-12", "name": f"走访{content}", "files": files}
    saved = office.records.add("visit", [visit], draft=True)[0]
    return str(saved.values["files"][0]["sha256"])


def backups(office: Office, moment: datetime = MOMENT) -> Backups:
    return office.store.backups(FixedClock(moment))


def is_whole(folder: BackupFolder, backup: Backup) -> bool:
    """What a backup promises: the file is what its list says, and every file it names lies beside it."""
    kept = {name: place_of(folder.files, name) for name in backup.held}
    return sha256_of(folder.file_of(backup)) == backup.sha256 and all(
        path.is_file() and sha256_of(path) == sha for sha, path in kept.items()
    )


def test_a_backup_is_named_listed_and_whole(office: Office, tmp_path: Path) -> None:
    sha256 = attach(office, tmp_path, "一")
    made = backups(office).make(Reason.EXIT)
    folder = office.store.folder.backups
    names = {path.name for path in folder.iterdir()}
    assert names == {".lock", "附件", f"{made.name}.db", f"{made.name}.json"}
    assert made.name == "台账-0001-20261028-140300-退出"
    assert (made.number, made.missing, made.encrypted) == (1, (), False)
    assert made.files == {sha256: office.store.vault.size(sha256)}
    assert is_whole(BackupFolder(folder), made)
    assert backups(office).all() == (made,)
    with office.store.reading() as session:
        connection = session.connection()
        count = connection.exec_driver_sql("SELECT count(*) FROM option_entry").scalar()
        last = connection.exec_driver_sql("SELECT id, chain FROM change ORDER BY id DESC").first()
    assert made.facts.counts["option_entry"] == count
    assert last is not None
    assert (made.facts.change, made.facts.chain) == tuple(last)


def test_a_backup_opens_as_the_office_it_was_made_of(office: Office, tmp_path: Path) -> None:
    made = backups(office).make(Reason.ASKED)
    office.records.add("township", [{"name": "后来的镇"}])
    other = DataFolder(tmp_path / "另一处")
    other.root.mkdir()
    shutil.copy(BackupFolder(office.store.folder.backups).file_of(made), other.store)
    again = Office(Store(other), FixedClock(MOMENT))
    try:
        assert again.settings == office.settings
        assert again.count("township") == office.count("township") - 1
    finally:
        again.store.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_backups_are_their_owners_alone(office: Office, tmp_path: Path) -> None:
    attach(office, tmp_path, "一")
    (tmp_path / "第二处").mkdir(mode=0o700)
    old = os.umask(0o022)
    try:
        backups(office).make(Reason.EXIT, to=tmp_path / "第二处")
    finally:
        os.umask(old)
    for place in (office.store.folder.backups, tmp_path / "第二处"):
        for path in (place, *place.rglob("*")):
            wanted = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_an_encrypted_store_has_encrypted_backups_with_its_key(tmp_path: Path) -> None:
    office = Office(Store(DataFolder(tmp_path / "台账"), key=KEY), FixedClock(MOMENT))
    office.records.add("township", [{"name": "秘密镇"}])
    made = backups(office).make(Reason.EXIT)
    office.store.close()
    file = BackupFolder(office.store.folder.backups).file_of(made)
    assert made.encrypted
    assert not file.read_bytes().startswith(b"SQLite format 3")
    connection = open_connection(file, KEY, write=False)
    names = [row[0] for row in connection.execute("SELECT name FROM township")]
    connection.close()
    assert names == ["秘密镇"]


def test_the_number_never_goes_back_whatever_the_clock_says(office: Office) -> None:
    moments = [MOMENT, MOMENT - timedelta(days=4000), MOMENT + timedelta(days=9000), MOMENT]
    made = [backups(office, moment).make(Reason.TIMER) for moment in moments]
    assert [each.number for each in made] == [1, 2, 3, 4]
    assert backups(office).newest() == made[-1]
    alone = office.store.folder.backups / "台账-0009-20010101-000000-定时.db"
    alone.touch()
    assert backups(office).make(Reason.TIMER).number == 10
    assert alone.exists()


def test_it_is_due_when_something_was_written_since(office: Office) -> None:
    assert backups(office).is_due()
    backups(office).make(Reason.TIMER)
    assert not backups(office).is_due()
    office.change_settings({"phone": "000-1234567"})
    assert backups(office).is_due()


def test_only_files_that_are_not_there_yet_are_copied(office: Office, tmp_path: Path) -> None:
    one = attach(office, tmp_path, "一")
    backups(office).make(Reason.TIMER)
    path = place_of(BackupFolder(office.store.folder.backups).files, one)
    first = path.stat()
    two = attach(office, tmp_path, "二")
    made = backups(office).make(Reason.TIMER)
    assert set(made.files) == {one, two}
    assert path.stat().st_mtime_ns == first.st_mtime_ns
    assert path.stat().st_ino == first.st_ino


def test_a_file_that_is_lost_or_damaged_is_told_and_stops_no_backup(office: Office, tmp_path: Path) -> None:
    lost, damaged, good = (attach(office, tmp_path, words) for words in ("丢了", "坏了", "好的"))
    office.store.vault.remove(lost)
    path = office.store.vault.path(damaged)
    path.write_bytes(b"x" * path.stat().st_size)
    made = backups(office).make(Reason.TIMER)
    assert set(made.missing) == {lost, damaged}
    assert set(made.held) == {good}
    assert is_whole(BackupFolder(office.store.folder.backups), made)


def test_a_damaged_store_is_not_backed_up(office: Office) -> None:
    path = office.store.folder.store
    office.store.close()
    data = bytearray(path.read_bytes())
    for page in range(4096 * 20, len(data), 4096):
        data[page : page + 300] = b"\xff" * 300
    path.write_bytes(bytes(data))
    made = Backups(office.store.folder, FixedClock(MOMENT))
    with pytest.raises(AppError, match="备份没有做成（定时）"):
        made.make(Reason.TIMER)
    assert made.all() == ()
    assert {each.name for each in office.store.folder.backups.iterdir()} == {".lock"}


def test_a_backup_without_its_list_is_none_and_a_torn_list_is_no_list(office: Office) -> None:
    made = [backups(office).make(Reason.TIMER) for _ in range(3)]
    folder = office.store.folder.backups
    (folder / f"{made[0].name}.json").unlink()
    torn = folder / f"{made[1].name}.json"
    torn.write_bytes(torn.read_bytes().replace(b'"number": 2', b'"number": 3'))
    assert backups(office).all() == (made[2],)
    for raw in (b"", b"{}", b"[]", b"null", torn.read_bytes()[:-40], b"\xff\xfe", b'{"format": 9}'):
        with pytest.raises(ValueError):
            from_json(raw)
    assert from_json(to_json(made[2])) == made[2]
    (folder / f"{made[2].name}.db").write_bytes(b"")
    assert backups(office).all() == ()


def test_old_ones_go_and_their_files_with_them(office: Office, tmp_path: Path) -> None:
    """Many on one day: the last ten stay; a file that only the first names goes with it."""
    only_first = attach(office, tmp_path, "一")
    first = backups(office).make(Reason.TIMER)
    visit = office.listing.as_json(_visits())[0]["uuid"]
    aggregate = office.records.load("visit", str(visit))
    aggregate.values["files"] = []
    office.records.save(aggregate)
    kept = attach(office, tmp_path, "二")
    made = [backups(office).make(Reason.TIMER) for _ in range(LEAST)]
    there = backups(office)
    assert first.name not in [each.name for each in there.all()]
    assert there.all() == tuple(reversed(made))
    assert not place_of(there.folder.files, only_first).exists()
    assert place_of(there.folder.files, kept).exists()
    assert not (there.folder.path / f"{first.name}.db").exists()


def test_files_stay_while_a_list_cannot_be_read(office: Office, tmp_path: Path) -> None:
    only_first = attach(office, tmp_path, "一")
    first = backups(office).make(Reason.TIMER)
    listed = office.store.folder.backups / f"{first.name}.json"
    again = backups(office).make(Reason.IMPORT)
    torn = office.store.folder.backups / f"{again.name}.json"
    torn.write_bytes(torn.read_bytes()[:-9])
    visit = office.listing.as_json(_visits())[0]["uuid"]
    aggregate = office.records.load("visit", str(visit))
    aggregate.values["files"] = []
    office.records.save(aggregate)
    for _ in range(LEAST + 1):
        backups(office).make(Reason.TIMER)
    assert not listed.exists()
    assert torn.exists()
    assert place_of(backups(office).folder.files, only_first).exists()


def test_what_another_office_keeps_in_the_same_place_is_left_alone(tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    one, two = Office(Store(DataFolder(tmp_path / "一")), FixedClock(MOMENT)), None
    try:
        two = Office(Store(DataFolder(tmp_path / "二")), FixedClock(MOMENT))
        theirs = backups(two).make(Reason.ASKED, to=stick)
        for number in range(LEAST + 2):
            backups(one, MOMENT + timedelta(minutes=number)).make(Reason.TIMER, to=stick)
        there = BackupFolder(stick)
        assert there.newest(theirs.facts.store) == theirs
        assert is_whole(there, theirs)
        assert len(there.all()) == LEAST + 1
    finally:
        one.store.close()
        if two is not None:
            two.store.close()


def test_a_second_place_gets_the_backup_and_what_files_it_lacks(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    one = attach(office, tmp_path, "一")
    first = backups(office).make(Reason.TIMER, to=stick)
    assert is_whole(BackupFolder(stick), first)
    before = place_of(BackupFolder(stick).files, one).stat().st_mtime_ns
    attach(office, tmp_path, "二")
    second = backups(office).make(Reason.TIMER)
    where = BackupFolder(stick).file_of(backups(office).send(second, stick))
    assert where == stick / f"{second.name}.db"
    assert BackupFolder(stick).all() == (second, first)
    assert is_whole(BackupFolder(stick), second)
    assert place_of(BackupFolder(stick).files, one).stat().st_mtime_ns == before
    assert backups(office).send(second, stick) == second


def test_another_computer_of_the_office_goes_on_above_what_the_first_one_sent(tmp_path: Path) -> None:
    """Its own numbers begin anew; the stick must not take them for the oldest and let them go."""
    stick, old = tmp_path / "U盘", small_office(tmp_path / "旧电脑")
    stick.mkdir()
    for number in range(LEAST):
        backups(old, MOMENT + timedelta(days=number)).make(Reason.IMPORT, to=stick)
    new = small_office(tmp_path / "新电脑")
    try:
        backups(new, MOMENT + timedelta(days=40)).make(Reason.IMPORT)
        made = backups(new, MOMENT + timedelta(days=41)).make(Reason.IMPORT)
        assert made.number == 2
        sent = backups(new).send(made, stick)
        assert sent.number == LEAST + 1
        assert BackupFolder(stick).all()[0] == sent
        assert is_whole(BackupFolder(stick), sent)
        assert [each.number for each in backups(new).all()] == [LEAST + 1, 1]
        assert not backups(new).is_due()
        assert backups(new).send(sent, stick) == sent
        made = backups(new).make(Reason.IMPORT, to=stick)
        assert (made.number, BackupFolder(stick).newest()) == (LEAST + 2, made)
        again = backups(old).make(Reason.IMPORT, to=stick)  # and the first one after it
        assert (again.number, BackupFolder(stick).newest()) == (LEAST + 3, again)
    finally:
        old.store.close()
        new.store.close()


def test_a_number_is_not_given_again_where_its_list_cannot_be_read(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    lost = backups(office).make(Reason.IMPORT, to=stick)
    shutil.rmtree(office.store.folder.backups)
    list_of(stick, lost).write_bytes(b"{")
    made = backups(office).make(Reason.IMPORT)
    assert made.number == lost.number
    assert backups(office).send(made, stick).number == lost.number + 1


def test_the_backups_of_another_office_on_the_stick_do_not_count(office: Office, tmp_path: Path) -> None:
    stick, other = tmp_path / "U盘", Office(Store(DataFolder(tmp_path / "别县")), FixedClock(MOMENT))
    stick.mkdir()
    for _ in range(3):
        backups(other).make(Reason.IMPORT, to=stick)
    other.store.close()
    assert backups(office).make(Reason.IMPORT, to=stick).number == 1


def test_a_newest_backup_that_the_disk_does_not_give_is_not_passed_over(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else an older one goes to the stick, or none, and it is said to be done."""
    stick, reading = tmp_path / "U盘", folder.read
    stick.mkdir()
    older, newest = backups(office).make(Reason.IMPORT), backups(office).make(Reason.IMPORT)

    def silent(path: Path) -> Backup:
        if path == list_of(office.store.folder.backups, newest):
            raise OSError(errno.EIO, "silent")
        return reading(path)

    with monkeypatch.context() as patch:
        patch.setattr(folder, "read", silent)
        with pytest.raises(AppError, match="磁盘没有应答"):
            backups(office).send_newest(stick)
    assert BackupFolder(stick).all() == ()
    list_of(office.store.folder.backups, newest).write_bytes(b"{")
    assert backups(office).send_newest(stick) == older


def test_what_is_done_in_a_moment_is_waited_for(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy to the second place holds the folder for as long as it gives a backup a higher number."""
    backups(office).make(Reason.TIMER)
    held = FileLock(office.store.folder.backups / ".lock")
    monkeypatch.setattr(folder.time, "sleep", lambda _: held.release())
    assert backups(office).make(Reason.EXIT).number == 2


def test_the_stick_is_not_blamed_for_the_disk_here(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, other = tmp_path / "U盘", small_office(tmp_path / "另一台")
    stick.mkdir()
    for _ in range(2):
        backups(other).make(Reason.IMPORT, to=stick)
    other.store.close()
    made = backups(office).make(Reason.IMPORT)

    def denied(*_: object) -> Backup:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(BackupFolder, "raised", denied)
    with pytest.raises(AppError, match=f"“{office.store.folder.backups}”不能写"):
        backups(office).send(made, stick)


def list_of(place: Path, backup: Backup) -> Path:
    return place / f"{backup.name}.json"


def test_what_is_not_there_in_the_end_is_not_told_as_sent(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, prune = tmp_path / "U盘", BackupFolder.prune
    stick.mkdir()
    made = backups(office).make(Reason.ASKED)

    def taken_away(folder: BackupFolder, store: str, keep: str = "") -> tuple[str, ...]:
        gone = prune(folder, store, keep)
        (stick / f"{made.name}.db").unlink()
        return gone

    monkeypatch.setattr(BackupFolder, "prune", taken_away)
    with pytest.raises(AppError, match="拷完又不见了"):
        backups(office).send(made, stick)


@pytest.fixture
def decayed(office: Office, tmp_path: Path) -> Path:
    """A file beside the backups that is not what it was, in its full length."""
    sha256 = attach(office, tmp_path, "一")
    backups(office).make(Reason.TIMER)
    path = place_of(backups(office).folder.files, sha256)
    path.write_bytes(b"x" * path.stat().st_size)
    return path


def test_what_decayed_beside_the_backups_is_put_right_when_it_is_sent(
    office: Office, decayed: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    [made] = backups(office).all()
    backups(office).send(made, stick)
    assert is_whole(BackupFolder(stick), made)
    assert sha256_of(decayed) == decayed.name


def test_what_decayed_everywhere_does_not_keep_backups_from_the_stick(
    office: Office, decayed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.backup.backups._READ", 1)
    stick, there = tmp_path / "U盘", backups(office)
    stick.mkdir()
    office.store.vault.path(decayed.name).unlink()
    with pytest.raises(AppError, match=r"本机备份里少 1 个附件。请马上再备份一次"):
        there.send(there.all()[0], stick)
    for again in (there, backups(office)):
        made = again.make(Reason.TIMER, to=stick)
        assert made.missing == (decayed.name,)
        assert is_whole(BackupFolder(stick), made)


def test_what_decayed_beside_the_backups_is_noticed_by_and_by(
    office: Office, decayed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So much is read with each backup that all is within some."""
    attach(office, tmp_path, "二")
    monkeypatch.setattr("app.store.backup.backups._READ", 3)  # of six bytes
    backups(office).make(Reason.TIMER)
    backups(office).make(Reason.TIMER)
    assert sha256_of(decayed) == decayed.name


def test_a_deep_check_tells_what_decayed_and_a_close_backup_puts_it_right(
    office: Office, decayed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.backup.backups.Backups._doubtful", lambda *_: set())
    [noted] = StoreCheck(office.store.folder).run(deep=True).noted
    assert noted == "备份里有 1 个附件坏了，请用 backup 再备份一次，会补上"
    made = backups(office).make(Reason.ASKED, closely=True)
    assert made.missing == ()
    assert sha256_of(decayed) == decayed.name
    assert StoreCheck(office.store.folder).run(deep=True).noted == []


def test_a_second_place_inside_the_first_is_refused(office: Office, tmp_path: Path) -> None:
    (tmp_path / "近路").symlink_to(office.store.folder.root, target_is_directory=True)
    for inside in (office.store.folder.root, office.store.folder.backups, tmp_path / "近路" / "里面"):
        with pytest.raises(AppError, match="就在台账文件夹里"):
            backups(office).make(Reason.ASKED, to=inside)
    assert not office.store.folder.backups.exists()


def test_a_second_place_that_is_not_there_gets_a_sentence(office: Office, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    made = backups(office).make(Reason.ASKED)
    with pytest.raises(AppError, match=r"备份没有拷到.*不是文件夹.*台账没有改动"):
        backups(office).send(made, tmp_path / "文件")
    for gone in (tmp_path / "文件" / "里面", tmp_path / "挂载" / "U盘"):
        with pytest.raises(AppError, match="U 盘插好了吗"):
            backups(office).send(made, gone)
        with pytest.raises(AppError, match="U 盘插好了吗"):
            backups(office).make_ready(gone / "政协履职台账备份")
    assert backups(office).all() == (made,)
    assert not (tmp_path / "挂载").exists()


def test_a_stick_pulled_while_it_is_copied_to_leaves_nothing_on_this_disk(
    office: Office, tmp_path: Path
) -> None:
    """Its mount point goes with it; what is still to be written must not begin a folder of that name."""
    attach(office, tmp_path, "一")
    made = backups(office).make(Reason.ASKED)
    stick = tmp_path / "U盘"
    stick.mkdir()

    def pulled(done: int, total: int, words: str) -> None:
        if stick.exists():
            shutil.rmtree(stick)

    with pytest.raises(AppError, match="U 盘可能拔掉了"):
        backups(office).send(made, stick, pulled)
    assert not stick.exists()


def test_one_process_at_a_time_writes_there(office: Office) -> None:
    folder = office.store.folder.backups
    backups(office).make(Reason.TIMER)
    lock = StoreLock(folder / ".lock")
    try:
        with pytest.raises(AppError, match=r"备份文件夹.*用着"):
            backups(office).make(Reason.TIMER)
    finally:
        lock.release()
    assert len(backups(office).all()) == 1


def test_a_list_says_nothing_of_what_is_recorded(office: Office) -> None:
    made = backups(office).make(Reason.TIMER)
    listed = office.store.folder.backups / f"{made.name}.json"
    words = json.dumps(json.loads(listed.read_text(encoding="utf-8")), ensure_ascii=False)
    for name in ("陈志明", "示例县", "王秀兰", "青山"):
        assert name not in words


def _visits() -> object:
    from app.services.listing import Query

    return Query("visit")


def test_a_backup_is_made_when_what_it_shortens_cannot_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = small_office(tmp_path)
    listed = BackupFolder.all

    def refuse(folder: BackupFolder) -> tuple[Backup, ...]:
        if list(folder.path.glob("*.json")):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return listed(folder)

    with monkeypatch.context() as patch:
        patch.setattr(BackupFolder, "all", refuse)
        made = office.backups.make()
    assert office.backups.all() == (made,)
    office.store.close()
