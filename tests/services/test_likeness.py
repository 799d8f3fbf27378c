"""The same thing typed twice is doubted, never refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Level
from app.services.office import Office
from tests.office import small_office
from tests.services.record_samples import VISIT


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _doubts(office: Office, kind: str, uuid: str) -> list[str]:
    problems = office.records.load(kind, uuid).problems
    return [p.text for p in problems if p.level is Level.DOUBT and "重复" in p.text]


def test_a_second_visit_of_the_same_name_on_the_same_day_is_doubted(office: Office) -> None:
    first, second, other_day, other_name = office.records.add(
        "visit", [VISIT, VISIT, VISIT | {"happened_on": "2026-10-14"}, VISIT | {"name": "走访学校"}]
    )
    assert _doubts(office, "visit", second.uuid) == [
        f"和 {first.number} 的日期、活动名称都一样，是不是重复登记了"
    ]
    assert _doubts(office, "visit", first.uuid)
    assert _doubts(office, "visit", other_day.uuid) == []
    assert _doubts(office, "visit", other_name.uuid) == []
    assert second.status == "registered"


def test_one_that_was_deleted_is_not_meant(office: Office) -> None:
    first, second = office.records.add("visit", [VISIT, VISIT])
    office.records.delete("visit", [first.uuid])
    assert _doubts(office, "visit", second.uuid) == []


def test_pointers_and_empty_values_are_compared_too(office: Office) -> None:
    raw = {"month": "2026-09", "township": "青山镇"}
    first, second, other, month = office.records.add(
        "zero_report", [raw, raw, raw | {"township": "大河镇"}, raw | {"month": "2026-08"}]
    )
    assert _doubts(office, "zero_report", second.uuid)
    assert _doubts(office, "zero_report", other.uuid) == []
    assert _doubts(office, "zero_report", month.uuid) == []
    assert first.number in _doubts(office, "zero_report", second.uuid)[0]


def test_an_empty_form_is_like_nothing(office: Office) -> None:
    office.records.add("platform", [{"name": "室"}], draft=True)
    assert office.records.check(office.records.new("platform")) != ()
    assert not [p for p in office.records.check(office.records.new("platform")) if "重复" in p.text]
