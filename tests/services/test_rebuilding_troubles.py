"""What was acknowledged comes back whatever befell the journal meanwhile: every test ends with the loss."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.passwords import Passwords
from app.services.rebuilding import Rebuilding
from app.store import committing
from app.store.backup.backup import Reason
from app.store.connection import open_connection
from app.store.content import table_hashes
from app.store.journal.folder import JournalFolder
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD
from tests.store.flaky import Disk


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    office = small_office(tmp_path / "台账")
    office.backups.make(Reason.EXIT)
    office.store.close()
    return office.store.folder


@pytest.fixture(params=["as a whole", "branching off"])
def _epochs(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a new epoch holds the store itself, or goes on from a backup, as in a large store."""
    if request.param == "branching off":
        monkeypatch.setattr("app.store.journal.journal.SMALL", 0)


class Dies(BaseException):
    """The program ends."""


def opened(data: DataFolder, key: bytes | None = None, later: timedelta = timedelta()) -> Office:
    return Office(Store(data, key=key), FixedClock(MOMENT + later))


def person(data: DataFolder, *names: str, key: bytes | None = None) -> None:
    office = opened(data, key)
    for name in names:
        office.records.add("person", [{"name": name}])
    office.store.close()


def state(data: DataFolder, key: bytes | None = None) -> dict[str, str]:
    connection = open_connection(data.store, key, write=False)
    found = table_hashes(connection)
    connection.close()
    return found


def check_found_again(data: DataFolder, key: bytes | None = None) -> None:
    before = state(data, key)
    data.store.unlink()
    assert Rebuilding(data, FixedClock(MOMENT), key).rebuild().lost == ""
    assert state(data, key) == before


def newest(data: DataFolder) -> Path:
    return JournalFolder(data.journal, None).numbered()[-1][1]


@pytest.mark.usefixtures("_epochs")
@pytest.mark.parametrize("fault", ["fail_before_commit", "fail_after_commit"])
def test_an_epoch_whose_beginning_the_store_never_took(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    person(data, "甲")
    older = data.store.read_bytes()
    person(data, "乙", "丙")
    data.store.write_bytes(older)  # by hand, as no restore of ours does
    segments = len(JournalFolder(data.journal, None).numbered())
    with monkeypatch.context() as patch:
        disk = Disk.under(patch)
        office = opened(data)
        setattr(disk, fault, "disk I/O error")
        with pytest.raises(AppError):
            office.records.add("person", [{"name": "没有存上的人"}])
        assert disk.failed == 1
        office.store.close()
    assert len(JournalFolder(data.journal, None).numbered()) == segments + 1
    if fault == "fail_before_commit":
        check_found_again(data)
    person(data, "丁")
    check_found_again(data)


@pytest.mark.usefixtures("_epochs")
def test_an_epoch_after_which_the_program_ended(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise Dies

    person(data, "甲")
    shutil.rmtree(data.journal)
    office = opened(data)
    with monkeypatch.context() as patch:
        patch.setattr(committing, "commit", die)
        with suppress(Dies):
            office.records.add("person", [{"name": "没有存上的人"}])
    office.store.close()
    person(data, "乙")
    check_found_again(data)


def test_backups_of_one_second_and_of_a_clock_set_back(data: DataFolder) -> None:
    for number, hours in enumerate((0, 0, -30, -24 * 400, 24 * 400, 0)):
        person(data, f"第 {number} 人")
        office = opened(data, later=timedelta(hours=hours))
        office.backups.make(Reason.ASKED)
        office.backups.make(Reason.ASKED)
        office.store.close()
    person(data, "最后的人")
    found = Rebuilding(data, FixedClock(MOMENT - timedelta(days=1000))).look()
    assert found.backup is not None
    assert (found.backup.number, found.lines) == (13, 1)
    check_found_again(data)


@pytest.mark.parametrize("torn", [b"\xf1JL\x01\x01 torn", bytes(300)])
def test_a_torn_journal_that_was_encrypted_and_decrypted(data: DataFolder, torn: bytes) -> None:
    person(data, "甲", "乙")
    with newest(data).open("ab") as handle:
        handle.write(torn)
    passwords, code = Passwords(data, FixedClock(MOMENT), CHEAP), RecoveryCode.new()
    key = passwords.turn_on("示例县政协", "王秀兰", PASSWORD, code)
    check_found_again(data, key)
    person(data, "丙", key=key)
    with newest(data).open("ab") as handle:
        handle.write(torn)
    passwords.turn_off(key)
    check_found_again(data)
    person(data, "丁")
    check_found_again(data)


@pytest.mark.usefixtures("_epochs")
def test_a_journal_that_could_not_be_written_for_a_while(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by an antivirus or a sync program: its files can be read, and nothing can be put there."""
    real, office = os.open, opened(data)
    office.records.add("person", [{"name": "甲"}])
    before = state(data)

    def refusing(path: str | Path, flags: int, *more: int) -> int:
        if Path(path).parent == data.journal and flags & (os.O_RDWR | os.O_WRONLY):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refusing)
        for _ in range(2):
            with pytest.raises(AppError, match=r"流水”不能写，没有存上"):
                office.records.add("person", [{"name": "没有存上的人"}])
    assert state(data) == before
    office.records.add("person", [{"name": "乙"}])
    office.store.close()
    check_found_again(data)


@pytest.mark.usefixtures("_epochs")
def test_what_any_of_the_newest_backups_needs_is_not_let_go(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.journal.journal.LARGEST", 0)
    monkeypatch.setattr("app.store.journal.folder.LEAST", 3)
    for number in range(6):
        person(data, f"第 {number} 人", "又一人")
        if number == 2:
            shutil.copy(newest(data), data.root / "weg")
            newest(data).unlink()  # another epoch from here on
        office = opened(data)
        office.backups.make(Reason.ASKED)
        office.store.close()
    person(data, "最后的人")
    assert JournalFolder(data.journal, None).numbered()[0][0] > 1
    kept = opened(data)
    every = kept.backups.all()
    kept.store.close()
    before = state(data)
    for bad in (None, *every[:2]):
        if bad is not None:
            (data.backups / f"{bad.name}.db").write_bytes(bytes(bad.size))
        data.store.unlink()
        assert Rebuilding(data, FixedClock(MOMENT)).rebuild().lost == ""
        assert state(data) == before
