"""Nobody heard what became of it: what was taken in stays, and doing it again makes nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.errors import AppError, Unsure
from app.models.context import Ref
from app.services.bulk import Undone
from app.services.office import Office
from tests.office import small_office, uuids
from tests.services.record_samples import VISIT, numbers_of_rows, one
from tests.store.flaky import Disk


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk.under(monkeypatch)


@pytest.fixture
def office(disk: Disk, tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "数据")
    made.change_settings({"phone": "0871"})
    yield made
    disk.gone = False
    made.store.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "会场.png"
    Image.effect_noise((40, 30), 60).save(path)
    return path


@pytest.fixture
def unheard(disk: Disk) -> Disk:
    """The next commit takes place, says that it did not, and nobody can look."""
    disk.gone_when_failed = True
    return disk


def is_heard_again(disk: Disk) -> None:
    disk.gone = disk.gone_when_failed = False


def test_a_photo_stays_when_its_record_may_be_there(office: Office, unheard: Disk, picture: Path) -> None:
    unheard.fail_after_commit = "disk I/O error"
    with pytest.raises(Unsure):
        office.records.add("visit", [VISIT | {"files": [{"path": str(picture)}]}])
    is_heard_again(unheard)
    assert office.store.vault.has(one(office, "SELECT sha256 FROM attachment"))


def test_a_photo_goes_again_when_its_record_is_not_there(office: Office, disk: Disk, picture: Path) -> None:
    disk.fail_before_commit = "disk I/O error"
    with pytest.raises(AppError, match="没有存上"):
        office.records.add("visit", [VISIT | {"files": [{"path": str(picture)}]}])
    assert not [path for path in office.store.vault.files.rglob("*") if path.is_file()]


def test_adding_again_under_the_same_operation_adds_nothing(office: Office, unheard: Disk) -> None:
    unheard.fail_after_commit = "disk I/O error"
    raws = [VISIT, VISIT | {"name": "走访另一家"}]
    with pytest.raises(Unsure):
        office.records.add("visit", raws, operation="op")
    is_heard_again(unheard)
    again = office.records.add("visit", raws, operation="op")
    assert [saved.title for saved in again] == ["走访果农", "走访另一家"]
    assert numbers_of_rows(office, "visit") == [2]


def test_adding_again_what_was_not_added_adds_it(office: Office, unheard: Disk) -> None:
    unheard.fail_before_commit = "disk I/O error"
    with pytest.raises(Unsure):
        office.records.add("visit", [VISIT], operation="op")
    is_heard_again(unheard)
    [saved] = office.records.add("visit", [VISIT], operation="op")
    assert (saved.title, numbers_of_rows(office, "visit")) == ("走访果农", [1])


def test_the_same_scan_is_attached_once(office: Office, unheard: Disk, picture: Path) -> None:
    sent = office.submissions.submit(office.calendar.parse("2026-10"))
    unheard.fail_after_commit = "disk I/O error"
    with pytest.raises(Unsure):
        office.submissions.add_scan(sent.number, picture)
    is_heard_again(unheard)
    files = office.submissions.add_scan(sent.number, picture).files
    assert [file.name for file in files] == [picture.name]
    assert office.store.vault.has(files[0].sha256)


def test_what_was_undone_already_is_told_as_undone(office: Office, unheard: Disk) -> None:
    saved = office.records.add("visit", [VISIT, VISIT | {"name": "走访另一家"}])
    township = Ref(uuids(office, "township")["青山镇"], "青山镇")
    done = office.bulk.change("visit", [each.uuid for each in saved], "township", township)
    unheard.fail_after_commit = "disk I/O error"
    with pytest.raises(Unsure):
        office.bulk.undo(done.group)
    is_heard_again(unheard)
    changes = numbers_of_rows(office, "change")
    assert office.bulk.undo(done.group) == Undone(2)
    assert numbers_of_rows(office, "change") == changes


def test_papers_that_were_written_are_told_as_written(office: Office, disk: Disk, tmp_path: Path) -> None:
    """Only the note of it could not be kept."""
    disk.fail_before_commit = "database or disk is full"
    period = office.calendar.parse("2026-10")
    paths = office.reports.export(period, tmp_path / "材料")
    assert disk.failed == 1
    assert paths
    assert all(path.is_file() for path in paths)
    assert office.reports.issued(period) is None
