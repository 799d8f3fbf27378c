"""The change journal: on the disk before the store, exact, going on wherever the store was brought to."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.rebuilding import Rebuilding
from app.store.backup.backup import Reason
from app.store.connection import open_connection
from app.store.content import content_hash
from app.store.journal.folder import JournalFolder
from app.store.journal.lines import Gone, Left, Opening, Part, opening_of, parts_of, to_bytes
from app.store.journal.position import Position, read_position
from app.store.journal.reading import JournalReading
from app.store.journal.segment import Segment, Sort, Unreadable
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.flaky import Disk

KEY = bytes(range(32))


def opened(data: DataFolder, key: bytes | None = None) -> Office:
    return Office(Store(data, key=key), FixedClock(MOMENT))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "台账")
    yield made
    made.store.close()


def raw(data: DataFolder, key: bytes | None = None, *, write: bool = False) -> Any:
    return open_connection(data.store, key, write=write)


def position(data: DataFolder) -> Position:
    connection = raw(data)
    found = read_position(connection)
    connection.close()
    assert found is not None
    return found


def reading(data: DataFolder, key: bytes | None = None) -> JournalReading:
    return JournalReading(JournalFolder(data.journal, key))


def lines(data: DataFolder) -> list[int]:
    """The changes of the newest epoch that took place."""
    epoch, _ = reading(data).course()[0]
    return [line.seq for run in epoch.runs for line in run.lines]


def person(office: Office, name: str = "某人") -> str:
    return office.records.add("person", [{"name": name}])[0].uuid


def rebuilt(data: DataFolder, key: bytes | None = None) -> str:
    """The content of the store when it is made anew from backup and journal."""
    data.store.rename(data.root / "weg")
    Rebuilding(data, FixedClock(MOMENT), key).rebuild()
    connection = raw(data, key)
    found = content_hash(connection)
    connection.close()
    return found


def content(data: DataFolder, key: bytes | None = None) -> str:
    connection = raw(data, key)
    found = content_hash(connection)
    connection.close()
    return found


VALUES = (
    None, 0, -1, 2**63 - 1, -(2**63), 0.1, -0.0, 1e308, float("inf"), "", "一\n\x00", b"", b"\x00\xff", "𠀀",
)  # fmt: skip


def test_a_line_says_exactly_what_was_there() -> None:
    left = Left("t", ("a", "b"), [(value, 1) for value in VALUES])
    parts: list[Part] = [left, Gone("t", "a", [1, "x", "\udcff"])]
    schema = [("table", "t", "t", "CREATE TABLE t(a, b)")]
    for opening in (Opening("2026-10-28T06:00:00+00:00"), Opening("", schema, {"user_version": 1})):
        body = to_bytes(opening, iter(parts))
        assert opening_of(body) == opening
        back = list(parts_of(body))
        assert back == parts
        assert repr(back) == repr(parts)


def test_every_value_comes_back_as_it_was_whoever_wrote_it(office: Office) -> None:
    data = office.store.folder
    with office.store.writing() as session:
        connection = session.connection()
        connection.execute(text("INSERT INTO setting(key, value) VALUES('bytes', x'00ff')"))
        connection.execute(text("INSERT INTO setting(key, value) VALUES('torn', CAST(x'41ff' AS TEXT))"))
        connection.execute(text("INSERT INTO setting(key, value) VALUES('real', 0.1)"))
        connection.execute(text("UPDATE township SET position = 9223372036854775807 WHERE id = 1"))
    with office.store.writing() as session:
        session.execute(text("INSERT OR REPLACE INTO setting(key, value) VALUES('real', 1)"))
        session.execute(text("UPDATE setting SET key = 'other' WHERE key = 'bytes'"))
        session.execute(text("INSERT OR REPLACE INTO alias(old, new) VALUES('a', 'b')"))
        session.execute(text("DELETE FROM sequence"))
    office.store.close()
    before = content(data)
    assert rebuilt(data) == before


def test_the_store_and_the_journal_say_the_same_number(office: Office) -> None:
    data = office.store.folder
    before = position(data).seq
    person(office)
    person(office)
    assert position(data).seq == before + 2
    assert lines(data)[-2:] == [before + 1, before + 2]


def test_reading_or_writing_nothing_leaves_no_line(office: Office) -> None:
    person(office)
    before = lines(office.store.folder)
    with office.store.writing() as session:
        session.execute(text("UPDATE township SET name = 'x' WHERE id = -1"))
    with pytest.raises(DBAPIError), office.store.writing() as session:
        session.execute(text("INSERT INTO setting(key, value) VALUES('office', NULL)"))
    assert lines(office.store.folder) == before


def test_nothing_is_written_at_the_start(tmp_path: Path) -> None:
    small_office(tmp_path).store.close()
    data = DataFolder(tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in data.journal.iterdir()}
    opened(data).store.close()
    assert {path.name: path.stat().st_mtime_ns for path in data.journal.iterdir()} == before


def test_a_commit_that_failed_is_said_to_be_void(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk.under(monkeypatch)
    office = small_office(tmp_path)
    data = office.store.folder
    person(office)
    before = lines(data)
    disk.fail_before_commit = "disk I/O error"
    with pytest.raises(AppError, match="没有存上"):
        person(office, "没有存上的人")
    assert lines(data) == before
    person(office, "存上的人")
    assert lines(data) == [*before, before[-1] + 2]
    office.store.close()
    assert rebuilt(data) == content(data)


def test_what_died_between_journal_and_store_did_not_take_place(office: Office) -> None:
    data = office.store.folder
    person(office)
    office.store.close()
    store = data.store.read_bytes()
    again = opened(data)
    person(again, "nicht")
    again.store.close()
    before = lines(data)
    data.store.write_bytes(store)
    third = opened(data)
    person(third, "doch")
    third.store.close()
    assert lines(data) == [*before[:-1], before[-1] + 1]
    before_loss = content(data)
    assert rebuilt(data) == before_loss


def test_a_full_disk_saves_nothing_and_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    data = office.store.folder
    person(office)
    newest = sorted(data.journal.iterdir())[-1]
    size, before = newest.stat().st_size, content(data)
    real = os.write

    def full(handle: int, what: bytes) -> int:
        if Path(f"/proc/self/fd/{handle}").readlink() != newest:
            return real(handle, what)
        real(handle, bytes(what)[:7])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(AppError, match="磁盘满了，没有存上，填的内容还在。请腾出空间，再存一次。"):
        person(office, "没有存上的人")
    monkeypatch.setattr(os, "write", real)
    assert newest.stat().st_size == size
    assert content(data) == before
    person(office, "存上的人")


def test_a_folder_that_went_is_made_again_and_the_office_works_on(office: Office) -> None:
    data = office.store.folder
    person(office)
    for path in data.journal.iterdir():
        path.unlink()
    data.journal.rmdir()
    person(office, "后来的人")
    office.store.close()
    before = content(data)
    assert rebuilt(data) == before


def test_a_folder_that_cannot_be_written_is_named(office: Office) -> None:
    data = office.store.folder
    person(office)
    before = content(data)
    data.journal.rename(data.root / "流水一")
    data.journal.write_bytes(b"")
    with pytest.raises(AppError, match=r"“.*流水”不能写，没有存上，填的内容还在。请把“流水”改个名称"):
        person(office, "没有存上的人")
    assert content(data) == before
    data.journal.unlink()
    person(office, "存上的人")


def test_a_large_store_from_elsewhere_gets_a_backup_to_begin_with(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.journal.journal.SMALL", 0)
    data = office.store.folder
    office.store.close()
    for path in data.journal.iterdir():
        path.unlink()
    again = opened(data)
    person(again)
    assert [made.reason for made in again.backups.all()] == [Reason.BASE]
    person(again)
    assert len(again.backups.all()) == 1
    again.store.close()
    before = content(data)
    assert rebuilt(data) == before


def changed_behind_its_back(connection: Any) -> None:
    connection.execute("UPDATE change SET chain = 'x' WHERE id = (SELECT max(id) FROM change)")


def of_another_format(connection: Any) -> None:
    found = read_position(connection)
    assert found is not None
    value = connection.execute("SELECT value FROM setting WHERE key = 'journal'").fetchone()[0]
    older = value.replace(f'"format":{found.traits.format}', f'"format":{found.traits.format - 1}')
    assert older != value
    connection.execute("UPDATE setting SET value = ? WHERE key = 'journal'", (older,))


@pytest.mark.parametrize("alter", [changed_behind_its_back, of_another_format])
def test_a_store_that_is_not_the_one_the_journal_knows_begins_anew(
    office: Office, alter: Callable[[Any], None]
) -> None:
    data = office.store.folder
    person(office)
    office.store.close()
    epoch = position(data).epoch
    connection = raw(data, write=True)
    alter(connection)
    connection.close()
    again = opened(data)
    person(again)
    again.store.close()
    assert position(data).epoch != epoch
    before = content(data)
    assert rebuilt(data) == before


def test_tables_added_since_the_backup_are_added_again(tmp_path: Path) -> None:
    office = small_office(tmp_path / "台账")
    data = office.store.folder
    office.backups.make(Reason.EXIT)
    person(office)
    office.store.close()
    connection = raw(data, write=True)
    connection.execute("CREATE TABLE later(id INTEGER PRIMARY KEY, name TEXT)")
    connection.execute("CREATE INDEX ix_later ON later(name)")
    connection.execute("ALTER TABLE township ADD COLUMN later TEXT REFERENCES unit(id)")
    connection.close()
    again = opened(data)
    with again.store.writing() as session:
        session.execute(text("INSERT INTO later VALUES(7, 'x')"))
        session.execute(text("UPDATE township SET later = NULL, name = 'y' WHERE id = 1"))
    person(again)
    again.store.close()
    assert len(reading(data).course()) == 1
    before = content(data)
    assert rebuilt(data) == before
    connection = raw(data)
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'ix_later'").fetchone()
    connection.close()


def test_after_a_long_time_another_segment_begins(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.journal.journal.LARGEST", 2000)
    data = office.store.folder
    office.backups.make(Reason.EXIT)
    for number in range(6):
        person(office, f"第 {number} 人")
    assert len(list(data.journal.iterdir())) > 2
    office.store.close()
    before = content(data)
    assert rebuilt(data) == before


def test_segments_go_when_no_newest_backup_needs_them(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.journal.journal.LARGEST", 2000)
    data = office.store.folder
    for number in range(14):
        person(office, f"第 {number} 人")
        office.backups.make(Reason.ASKED)
        person(office, f"又 {number} 人")
    numbers = [number for number, _ in JournalFolder(data.journal, None).numbered()]
    assert numbers[0] > 1
    oldest = office.backups.all()[9]
    for path in data.backups.glob("*.json"):
        if not path.name.startswith(oldest.name):
            path.unlink()
    office.store.close()
    before = content(data)
    assert rebuilt(data) == before


def test_nothing_of_an_encrypted_store_can_be_read(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "台账")
    office = opened(data, KEY)
    office.change_settings({"unit_name": "金丝雀县政协", "phone": "13900001111"})
    person(office, "金丝雀" * 9)
    office.store.close()
    raws = b"".join(path.read_bytes() for path in data.journal.iterdir())
    for word in ("金丝雀", "13900001111", "township", "CREATE TABLE"):
        assert word.encode() not in raws
    with pytest.raises(Unreadable):
        Segment.open(sorted(data.journal.iterdir())[0], bytes(32))
    before = content(data, KEY)
    assert rebuilt(data, KEY) == before


def test_files_and_folder_are_their_owners_alone(office: Office) -> None:
    person(office)
    folder = office.store.folder.journal
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_a_record_cannot_stand_in_for_another(office: Office) -> None:
    person(office)
    person(office)
    newest = sorted(office.store.folder.journal.iterdir())[-1]
    segment = Segment.open(newest, None)
    found = list(segment.entries())
    assert [entry.sort for entry in found][:2] == [Sort.BASE, Sort.LINE]
    whole = newest.read_bytes()
    newest.write_bytes(whole[: found[-3].end] + whole[found[-2].end :])
    assert lines(office.store.folder)[-1] == found[-1].seq
    assert len(reading(office.store.folder).course()[0][0].runs) == 2
