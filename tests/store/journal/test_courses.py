"""Two stores that count alike are told apart: copies written to elsewhere, numbers that were given up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.store.backup.backup import Reason
from app.store.connection import open_connection
from app.store.journal.folder import JournalFolder
from app.store.journal.reading import JournalReading
from tests.office import MOMENT, small_office
from tests.store.journal.test_journal import content, opened, person, position, rebuilt

WHOLE, BY_BACKUP = "holding the store", "going on from a backup"


@pytest.fixture(params=[WHOLE, BY_BACKUP])
def two(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[DataFolder]:
    """An office with a backup, and a copy of all of it; epochs begin as in a small, as in a large store."""
    office = small_office(tmp_path / "办公室")
    office.backups.make(Reason.EXIT)
    office.store.close()
    shutil.copytree(tmp_path / "办公室", tmp_path / "家里")
    if request.param == BY_BACKUP:
        monkeypatch.setattr("app.store.journal.journal.SMALL", 0)
    return [DataFolder(tmp_path / "办公室"), DataFolder(tmp_path / "家里")]


def work(data: DataFolder, *names: str) -> None:
    office = opened(data)
    for name in names:
        person(office, name)
    office.store.close()


def back_up(data: DataFolder) -> None:
    office = opened(data)
    office.backups.make(Reason.EXIT)
    office.store.close()


def is_found_again(data: DataFolder) -> bool:
    before = content(data)
    return rebuilt(data) == before


@pytest.mark.parametrize("names", [("甲", "乙"), ("甲", "乙", "丙"), ("甲", "乙", "丙", "丁")])
def test_a_store_brought_from_another_computer_is_rebuilt_as_it_was(
    two: list[DataFolder], names: tuple[str, ...]
) -> None:
    here, there = two
    work(here, *names)
    work(there, "子", "丑")
    shutil.copy(there.store, here.store)
    work(here, "后来的人")
    assert is_found_again(here)


@pytest.mark.parametrize("names", [("甲",), ("甲", "乙")])
def test_a_backup_brought_from_another_computer_is_not_built_on(
    two: list[DataFolder], names: tuple[str, ...]
) -> None:
    here, there = two
    work(here, *names)
    work(there, "子")
    back_up(there)
    shutil.copytree(there.backups, here.backups, dirs_exist_ok=True)
    assert is_found_again(here)


def test_without_the_backup_it_has_to_begin_with_nothing_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.journal.journal.SMALL", 0)
    small_office(tmp_path).store.close()
    data = DataFolder(tmp_path)
    shutil.rmtree(data.journal)
    data.backups.write_bytes(b"")
    before, office = content(data), opened(data)
    for _ in range(2):
        with pytest.raises(AppError, match="备份没有做成（流水起点）"):
            person(office)
    assert content(data) == before
    data.backups.unlink()
    person(office)
    office.store.close()
    assert is_found_again(data)


def test_no_number_is_given_out_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = small_office(tmp_path / "台账")
    data = office.store.folder
    office.backups.make(Reason.EXIT)
    person(office, "要放弃的人")
    office.backups.make(Reason.EXIT)
    office.store.close()
    given_up = position(data).seq
    BackupRestoring(data, FixedClock(MOMENT)).restore(Path("1"))
    monkeypatch.setattr("app.store.journal.journal.LARGEST", 0)  # each line would begin another segment
    work(data, "甲")
    assert position(data).seq > given_up
    back_up(data)
    work(data, "乙")
    newest, *_ = opened_backups(data)
    assert reading(data).rank(newest) == (0, given_up + 1)
    assert is_found_again(data)


def opened_backups(data: DataFolder) -> list[tuple[str, int]]:
    office = opened(data)
    found = [(each.facts.epoch, each.facts.seq) for each in office.backups.all()]
    office.store.close()
    return found


def reading(data: DataFolder) -> JournalReading:
    return JournalReading(JournalFolder(data.journal, None))


def test_a_line_given_up_in_an_older_segment_stays_so_when_that_cannot_be_read(tmp_path: Path) -> None:
    """The head of a segment says what it follows, whether or not the line before it was said to be void."""
    office = small_office(tmp_path / "台账")
    data = office.store.folder
    person(office, "没有存上的人")
    office.store.close()
    folder = JournalFolder(data.journal, None)
    epoch, seq = position(data).epoch, position(data).seq
    folder.begin(epoch, seq - 1)
    course, _ = reading(data).course()[0]
    assert [run.end for run in course.runs] == [seq - 1]
    assert reading(data).rank((epoch, seq)) is None


def test_rows_of_a_table_without_a_key_of_its_own_keep_their_places(tmp_path: Path) -> None:
    office = small_office(tmp_path / "台账")
    data = office.store.folder
    office.store.close()
    connection = open_connection(data.store, None, write=True)
    connection.execute("CREATE TABLE pair(a TEXT, b TEXT, c TEXT, PRIMARY KEY(a, b))")
    connection.close()
    office = opened(data)
    filled = "INSERT INTO pair VALUES('0', 'x', ''), ('1', 'x', ''), ('2', 'x', ''), ('3', 'x', '')"
    for statement in (filled, "UPDATE pair SET c = 'y' WHERE a = '0'", "DELETE FROM pair WHERE a = '0'"):
        with office.store.writing() as session:
            session.connection().exec_driver_sql(statement)
    office.store.close()
    assert is_found_again(data)
