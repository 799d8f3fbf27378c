"""The journal goes on over restoring, encrypting, decrypting and emptying: what comes after is found."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backup_restoring import BackupRestoring
from app.services.office import Office
from app.services.passwords import Passwords
from app.services.rebuilding import Rebuilding
from app.store.backup.backup import Backup, Reason
from app.store.backup.folder import BackupFolder
from app.store.connection import open_connection
from app.store.content import table_hashes
from app.store.journal.folder import JournalFolder
from app.store.journal.reading import JournalReading
from app.store.journal.segment import HEAD_BYTES
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD

LATER = FixedClock(MOMENT + timedelta(hours=2))


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """One backup, and two people since."""
    office = small_office(tmp_path / "台账")
    office.backups.make(Reason.EXIT)
    office.store.close()
    data = office.store.folder
    person(data, "甲")
    person(data, "乙")
    return data


def person(data: DataFolder, name: str, key: bytes | None = None) -> None:
    office = Office(Store(data, key=key), LATER)
    office.records.add("person", [{"name": name}])
    office.store.close()


def back_up(data: DataFolder) -> None:
    office = Office(Store(data), LATER)
    office.backups.make(Reason.EXIT)
    office.store.close()


def people(data: DataFolder, key: bytes | None = None) -> set[str]:
    connection = open_connection(data.store, key, write=False)
    found = {row[0] for row in connection.execute("SELECT name FROM person WHERE id > 12")}
    connection.close()
    return found


def tables(data: DataFolder, key: bytes | None = None) -> dict[str, str]:
    connection = open_connection(data.store, key, write=False)
    found = table_hashes(connection)
    connection.close()
    return found


def rebuild(data: DataFolder, key: bytes | None = None) -> Backup | None:
    """Makes the store anew; nothing of it is different then."""
    before = tables(data, key)
    data.store.unlink()
    done = Rebuilding(data, LATER, key).rebuild()
    assert done.lost == ""
    assert tables(data, key) == before
    return done.backup


def restore(data: DataFolder, number: int) -> None:
    BackupRestoring(data, LATER).restore(Path(str(number)))


def spoil(data: DataFolder, backup: Backup) -> None:
    file = BackupFolder(data.backups).file_of(backup)
    file.write_bytes(bytes(file.stat().st_size))


def tear_base(data: DataFolder) -> None:
    """The whole store with which the journal begins cannot be read any more."""
    first = JournalFolder(data.journal, None).segments()[0]
    raw = bytearray(first.path.read_bytes())
    raw[HEAD_BYTES + 100] ^= 1
    first.path.write_bytes(raw)


@pytest.fixture(params=["as a whole", "branching off"])
def by_backup(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a new epoch goes on from a backup, as in a large store, or holds the store itself."""
    if request.param == "branching off":
        monkeypatch.setattr("app.store.journal.journal.SMALL", 0)
    return bool(request.param == "branching off")


def test_after_a_restore_what_was_given_up_stays_away(data: DataFolder, by_backup: bool) -> None:
    restore(data, 1)
    assert people(data) == set()
    found = Rebuilding(data, LATER).look()
    assert (found.backup is not None, found.lines, found.lost) == (by_backup, 0, "")
    Rebuilding(data, LATER).rebuild()
    assert people(data) == set()
    person(data, "丙")
    assert people(data) == {"丙"}
    backup = rebuild(data)
    assert (backup.number if backup else 0) == int(by_backup)
    person(data, "丁")
    rebuild(data)
    assert people(data) == {"丙", "丁"}


def test_after_a_restore_the_backup_before_is_one_to_begin_with_too(
    data: DataFolder, by_backup: bool
) -> None:
    restore(data, 1)
    person(data, "丙")
    made = Office(Store(data), LATER)
    newest = made.backups.make(Reason.EXIT)
    made.store.close()
    person(data, "丁")
    spoil(data, newest)
    backup = rebuild(data)
    assert (backup.number if backup else 0) == int(by_backup)
    assert people(data) == {"丙", "丁"}


def test_a_change_given_up_by_restoring_twice_is_the_last_one_s(data: DataFolder) -> None:
    restore(data, 1)
    person(data, "丙")
    restore(data, 2)  # what was before the first restore
    assert people(data) == {"甲", "乙"}
    person(data, "丁")
    rebuild(data)
    assert people(data) == {"甲", "乙", "丁"}
    assert len(JournalReading(JournalFolder(data.journal, None)).course()) == 2


def test_encrypting_takes_the_journal_along_and_leaves_nothing_plain(data: DataFolder) -> None:
    code = RecoveryCode.new()
    person(data, "金丝雀")
    key = Passwords(data, LATER, CHEAP).turn_on("示例县政协", "王秀兰", PASSWORD, code)
    raw = b"".join(path.read_bytes() for path in data.journal.iterdir())
    assert b"CREATE TABLE" not in raw
    backup = rebuild(data, key)
    assert backup is not None
    assert (backup.number, people(data, key)) == (1, {"甲", "乙", "金丝雀"})
    person(data, "丙", key)
    rebuild(data, key)
    assert Passwords(data, LATER, CHEAP).turn_off(key) == 0
    person(data, "丁")
    rebuild(data)
    assert people(data) == {"甲", "乙", "金丝雀", "丙", "丁"}
    assert len(JournalReading(JournalFolder(data.journal, None)).course()) == 1


def test_a_store_that_was_emptied_is_rebuilt_empty(data: DataFolder) -> None:
    office = Office(Store(data), LATER)
    office.start_over()
    office.store.close()
    person(data, "丙")
    rebuild(data)
    connection = open_connection(data.store, None, write=False)
    assert [row[0] for row in connection.execute("SELECT name FROM person")] == ["丙"]
    connection.close()


def test_a_backup_of_what_was_given_up_is_not_built_on(data: DataFolder) -> None:
    back_up(data)
    person(data, "丙")  # the one change that restoring gives up
    restore(data, 2)
    person(data, "丁")
    backup = rebuild(data)
    assert backup is not None
    assert (backup.number, people(data)) == (2, {"甲", "乙", "丁"})


@pytest.mark.parametrize("spoilt", [(), (1,)], ids=["all others whole", "the farthest spoilt"])
def test_a_backup_of_a_store_damaged_unnoticed_is_not_built_on(
    data: DataFolder, spoilt: tuple[int, ...]
) -> None:
    back_up(data)
    tear_base(data)
    was = tables(data)
    with closing(open_connection(data.store, None, write=True)) as connection:
        connection.execute("UPDATE township SET name = '另一个镇' WHERE id = 1")
    back_up(data)
    for backup in BackupFolder(data.backups).all():
        if backup.number in spoilt:
            spoil(data, backup)
    found = Rebuilding(data, LATER).rebuild().backup
    assert found is not None
    assert found.number == 1 + len(spoilt)
    assert tables(data) == was


def bring(data: DataFolder, other: DataFolder) -> None:
    """The newest backup of another folder, copied in beside those that are here."""
    folder = BackupFolder(other.backups)
    newest = folder.newest()
    assert newest is not None
    for end in (".db", ".json"):
        shutil.copy(folder.file_of(newest).with_suffix(end), data.backups)


def test_a_backup_of_another_office_is_never_built_on(data: DataFolder, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "别的")
    Office(Store(other), LATER).store.close()
    for _ in range(3):
        back_up(other)
    bring(data, other)
    backup = rebuild(data)
    assert backup is not None
    assert backup.number == 1
    tear_base(data)
    spoil(data, backup)
    with pytest.raises(AppError, match="没有一份是好的"):
        Rebuilding(data, LATER).rebuild()


@pytest.mark.parametrize("journal", ["kept", "lost"])
def test_a_backup_of_a_copy_that_was_worked_in_elsewhere_comes_after_what_is_here(
    data: DataFolder, tmp_path: Path, journal: str
) -> None:
    other = DataFolder(tmp_path / "拷走的")
    shutil.copytree(data.root, other.root)
    if journal == "lost":
        shutil.rmtree(other.journal)
    person(other, "丙")
    back_up(other)
    back_up(other)
    person(data, "丁")
    bring(data, other)
    rebuild(data)
    assert people(data) == {"甲", "乙", "丁"}
    tear_base(data)
    spoil(data, BackupFolder(data.backups).all()[-1])
    if journal == "lost":  # what is better than nothing
        Rebuilding(data, LATER).rebuild()
        assert people(data) == {"甲", "乙", "丙"}


def test_a_backup_of_what_went_on_without_the_journal_is_the_newest(data: DataFolder, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "拷走的")
    shutil.copytree(data.root, other.root)
    shutil.rmtree(other.journal)
    person(other, "丙")
    back_up(other)
    bring(data, other)
    Rebuilding(data, LATER).rebuild()
    assert people(data) == {"甲", "乙", "丙"}
