"""Records that are not called by a text of their own are still called in words."""

from __future__ import annotations

from pathlib import Path

from app.services.finding import find
from app.services.list_query import Query
from tests.office import small_office


def test_a_zero_report_is_called_by_who_reported(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    raws = [
        {"month": "2026-09", "township": "青山镇"},
        {"month": "2026-09", "studio": "青山镇委员工作室"},
        {"month": "2026-09", "committee": "education"},
    ]
    added = office.records.add("zero_report", raws)
    names = ["青山镇", "青山镇委员工作室", "教科卫体委员会"]
    assert [each.title for each in added] == names
    assert [office.records.load("zero_report", each.uuid).title for each in added] == names
    assert sorted(row["title"] for row in office.listing.as_json(Query("zero_report"))) == sorted(names)
    found = office.listing.as_json(Query("zero_report", search="教科卫体"))
    assert [row["title"] for row in found] == names[2:]
    office.store.close()


def test_an_adjustment_is_called_by_its_figure(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    raw = {
        "figure": "meetings",
        "happened_on": "2026-09",
        "amount": 3,
        "reason": "启用前已报",
        "basis": "1号表",
    }
    added = office.records.add("adjustment", [raw])[0]
    assert added.title == office.records.load("adjustment", added.uuid).title == "协商活动"
    assert [row["title"] for row in office.listing.as_json(Query("adjustment", search="协商"))] == [
        "协商活动"
    ]
    assert [found.title for found in find(office.store, "协商活动")[0]] == ["协商活动"]
    office.store.close()
