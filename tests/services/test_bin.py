"""回收站: what was deleted, for how long it is listed, and how it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import AppError, NotFound, ReasonNeeded
from app.services.bin import DAYS
from app.services.list_query import Query
from app.services.office import Office
from tests.office import MOMENT, small_office
from tests.services.record_samples import FULL, VISIT


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _later(office: Office, days: int, minutes: int = 0) -> Office:
    return Office(office.store, FixedClock(MOMENT + timedelta(days=days, minutes=minutes)))


def test_an_empty_bin(office: Office) -> None:
    assert office.bin.rows() == []
    assert office.bin.undelete([]) == []


def test_every_kind_is_listed_the_last_deleted_first(office: Office) -> None:
    visit = office.records.add("visit", [VISIT])[0]
    meeting = office.records.add("meeting", [FULL])[0]
    town = office.records.add("township", [{"name": "新街镇"}])[0]
    for place, (kind, uuid) in enumerate(
        [("meeting", meeting.uuid), ("township", town.uuid), ("visit", visit.uuid)]
    ):
        _later(office, 0, place).records.delete(kind, [uuid], reason=f"理由{place}")
    rows = office.bin.rows()
    assert [(row.kind, row.title, row.reason) for row in rows] == [
        ("visit", "走访果农", "理由2"),
        ("township", "新街镇", "理由1"),
        ("meeting", "电动车集中充电", "理由0"),
    ]
    assert (rows[0].number, rows[0].by, rows[0].day) == (visit.number, "王秀兰", date(2026, 10, 13))
    assert (rows[1].day, rows[2].at) == (None, datetime(2026, 10, 28, 14, 3))
    assert {row.days_left for row in rows} == {DAYS}


def test_it_is_listed_for_ninety_days_and_stays_in_the_file(office: Office) -> None:
    visit = office.records.add("visit", [VISIT])[0]
    office.records.delete("visit", [visit.uuid])
    assert [row.days_left for row in _later(office, 90).bin.rows()] == [0]
    after = _later(office, 91)
    assert after.bin.rows() == []
    assert [row.days_left for row in after.bin.rows(older=True)] == [-1]
    assert len(after.history.of(visit.uuid)) == 2
    assert [row.title for row in after.bin.undelete([visit.uuid])] == ["走访果农"]
    assert after.records.load("visit", visit.uuid).content_hash == visit.content_hash


def test_several_kinds_come_back_as_one_intention(office: Office) -> None:
    visit = office.records.add("visit", [VISIT])[0]
    meeting = office.records.add("meeting", [FULL])[0]
    office.records.delete("visit", [visit.uuid])
    office.records.delete("meeting", [meeting.uuid])
    spelled = f"{visit.uuid[:8]}-{visit.uuid[8:12]}-{visit.uuid[12:16]}-{visit.uuid[16:20]}-{visit.uuid[20:]}"
    assert len(office.bin.undelete([meeting.uuid, spelled.upper(), meeting.uuid])) == 2
    assert office.bin.rows() == []
    newest = office.log.latest(1)[0]
    assert newest.sentence.startswith("恢复 2 条记录：")
    assert office.listing.find(Query("visit", search="果农")).total == 1
    assert office.bin.undelete([visit.uuid]) == []


def test_what_points_at_something_deleted_comes_back_with_it_or_not_at_all(office: Office) -> None:
    town = office.records.add("township", [{"name": "新街镇"}])[0]
    visit = office.records.add("visit", [VISIT | {"township": "新街镇"}])[0]
    office.records.delete("visit", [visit.uuid])
    office.records.delete("township", [town.uuid])
    with pytest.raises(AppError, match="“走访果农”没有恢复：它用着的乡镇（街道）“新街镇”也删除了"):
        office.bin.undelete([visit.uuid])
    assert len(office.bin.rows()) == 2
    assert len(office.bin.undelete([visit.uuid, town.uuid])) == 2
    assert office.records.load("visit", visit.uuid).values["township"].label == "新街镇"


def test_one_unknown_and_none_comes_back(office: Office) -> None:
    visit = office.records.add("visit", [VISIT])[0]
    office.records.delete("visit", [visit.uuid])
    with pytest.raises(NotFound, match="没有恢复"):
        office.bin.undelete([visit.uuid, "没有的"])
    assert len(office.bin.rows()) == 1


def test_a_reported_number_asks_for_its_reason_once(office: Office) -> None:
    added = office.records.add("visit", [VISIT | {"happened_on": f"2026-09-{day}"} for day in (10, 11)])
    ids = [each.uuid for each in added]
    office.records.delete("visit", ids)
    office.submissions.submit(office.calendar.month(2026, 9))
    with pytest.raises(ReasonNeeded):
        office.bin.undelete(ids)
    assert len(office.bin.rows()) == 2
    assert len(office.bin.undelete(ids, reason="补报")) == 2
    assert {office.history.of(uuid)[0].reason for uuid in ids} == {"补报"}
