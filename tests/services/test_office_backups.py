"""When an office is backed up: as it closes, now and then, and before something large."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.errors import AppError
from app.services import backup_words
from app.services.backups import MANY
from app.services.demo import leave
from app.services.office import Office
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from tests.demo_fixture import demo_office
from tests.office import MOMENT, small_office
from tests.services.opening_form import filled
from tests.store.faulty_disk import FaultyDisk, failing


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "台账")
    yield made
    made.store.close()


def reasons(office: Office) -> list[str]:
    return [each.reason for each in reversed(office.backups.all())]


def test_a_backup_is_made_when_something_changed(office: Office) -> None:
    assert office.backups.make_if_due(Reason.EXIT) is not None
    assert office.backups.make_if_due(Reason.TIMER) is None
    office.records.add("township", [{"name": "新镇", "position": 9}])
    made = office.backups.make_if_due(Reason.TIMER)
    assert made == office.backups.newest()
    assert reasons(office) == [Reason.EXIT, Reason.TIMER]


def test_before_many_go_at_once(office: Office) -> None:
    names = [{"name": f"镇{n}", "position": n} for n in range(10, 11 + MANY)]
    added = [each.uuid for each in office.records.add("township", names)]
    office.records.delete("township", added[:MANY])
    assert office.backups.all() == ()
    office.records.undelete("township", added[:MANY])
    count = office.count("township")
    office.records.delete("township", added)
    assert reasons(office) == [Reason.DELETE]
    assert office.backups.all()[0].facts.counts["township"] == count
    assert office.count("township") == count - MANY - 1


def test_nothing_is_deleted_when_the_backup_before_fails(office: Office) -> None:
    names = [{"name": f"镇{n}", "position": n} for n in range(10, 11 + MANY)]
    added = [each.uuid for each in office.records.add("township", names)]
    count = office.count("township")
    with failing(FaultyDisk(1)), pytest.raises(AppError, match="备份没有做成（批量删除前）"):
        office.records.delete("township", added)
    assert office.count("township") == count


def test_before_opening_figures_are_taken(office: Office, tmp_path: Path) -> None:
    cells = {("协商活动", "2026年8月"): 5}
    preview = office.opening.read(filled(office, tmp_path, cells))
    assert preview.added
    with failing(FaultyDisk(1)), pytest.raises(AppError, match="备份没有做成（导入前）"):
        office.opening.take(preview)
    assert office.count("adjustment") == 0
    office.opening.take(preview)
    assert reasons(office) == [Reason.IMPORT]
    assert office.backups.all()[0].facts.counts["adjustment"] == 0
    office.opening.take(office.opening.read(filled(office, tmp_path, cells)))
    assert reasons(office) == [Reason.IMPORT]


def test_a_sample_county_is_backed_up_only_when_asked_for(tmp_path: Path) -> None:
    office = demo_office(tmp_path / "示例")
    try:
        assert office.backups.make_if_due(Reason.EXIT) is None
        assert office.backups.before(Reason.IMPORT) is None
        assert office.backups.all() == ()
        made = office.backups.make()
        assert len(made.held) > 20
        if os.name != "nt":
            leave(office)
            (aside,) = office.store.folder.backups.glob("示例数据-*")
            assert aside.stat().st_mode & 0o777 == 0o700
            assert (aside / "台账.db").stat().st_mode & 0o777 == 0o600
    finally:
        office.store.close()


def test_the_newest_goes_to_a_second_place(office: Office, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    place = office.backups.second_place(stick)
    assert office.backups.send_to_second(place) is None
    made = office.backups.make()
    there = BackupFolder(place)
    assert there.newest() is None
    assert office.backups.send_to_second(place) == made
    assert there.newest() == made
    assert there.file_of(made).is_file()


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (MOMENT, "今天 14:03"),
        (datetime(2026, 10, 28, 8, 31), "今天 08:31"),
        (datetime(2026, 10, 27, 23, 59), "昨天 23:59"),
        (datetime(2026, 10, 26, 9, 5), "10月26日 09:05"),
        (datetime(2025, 12, 31, 17, 0), "2025年12月31日 17:00"),
        (datetime(2026, 10, 29, 8, 0), "10月29日 08:00"),
    ],
)
def test_when_in_words(at: datetime, words: str) -> None:
    assert backup_words.when(at, MOMENT) == words


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(0), ""),
        (timedelta(days=7), ""),
        (timedelta(days=7, minutes=1), "另一处 7 天没有备份"),
        (timedelta(days=12, hours=3), "另一处 12 天没有备份"),
        (timedelta(hours=-2), ""),
        (timedelta(days=-400), "另一处的备份比现在还晚，请核对电脑的时间"),
    ],
)
def test_a_second_place_is_reminded_of_after_seven_days(age: timedelta, words: str) -> None:
    assert backup_words.overdue(MOMENT - age, MOMENT) == words
    assert backup_words.overdue(None, MOMENT) == "另一处还没有备份"
