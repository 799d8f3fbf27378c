"""The office: its settings, its own unit, and how both stand in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DatabaseError

from app.clock import FixedClock
from app.errors import Invalid
from app.paths import DataFolder
from app.services.aggregates import content_hash
from app.services.list_query import Query
from app.services.office import Office
from app.settings import OfficeSettings, changed, from_json, to_json
from app.store.opening.condition import Damaged
from app.store.store import Store
from tests.office import MOMENT, small_office, uuids
from tests.services.record_samples import VISIT, one


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    yield office
    office.store.close()


def _again(office: Office) -> Office:
    office.store.close()
    store = Store(office.store.folder)
    try:
        return Office(store, FixedClock(MOMENT))
    except BaseException:
        store.close()
        raise


def test_a_new_office_has_its_own_unit_and_is_fresh(office: Office) -> None:
    assert office.settings == OfficeSettings()
    assert office.is_fresh
    rows = office.listing.as_json(Query("unit"))
    assert [(row["title"], row["own"], row["status"]) for row in rows] == [("××县政协", True, "registered")]
    assert one(office, "SELECT unit_id = id FROM unit")
    assert [row["title"] for row in office.listing.as_json(Query("unit", search="政协"))] == ["××县政协"]


def test_a_store_that_is_founded_is_not_told_as_damaged_for_what_needs_no_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What SQLite says of a disk that does not answer right after the last line was written."""

    def silent(_: Any) -> list[str]:
        raise DatabaseError(None, None, sqlite.DatabaseError("database disk image is malformed"))

    with monkeypatch.context() as patch:
        patch.setattr("app.store.schema.unnoted", silent)
        office = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
        assert office.is_fresh
        with pytest.raises(Damaged):
            _again(office)
    _again(office).store.close()


def test_settings_are_kept_and_the_unit_takes_its_name_from_them(office: Office) -> None:
    office.change_settings({"unit_name": "示例县政协", "level": "city", "cut_off_day": 25, "set_up": True})
    assert office.calendar.cut_off == 25
    assert not office.is_fresh
    rows = office.listing.as_json(Query("unit", search="示例县"))
    assert [row["title"] for row in rows] == ["示例县政协"]
    unit = office.records.load("unit", rows[0]["uuid"])
    assert unit.values["level"] == "city"
    assert (unit.revision, unit.content_hash) == (2, content_hash(unit.model, unit.values))
    office.change_settings({"clerk": "王秀兰"})
    assert office.records.load("unit", unit.uuid).revision == 2
    again = _again(office)
    assert again.settings == office.settings
    again.store.close()


def test_records_belong_to_the_own_unit_and_can_be_parted_by_it(office: Office) -> None:
    office.change_settings({"unit_name": "示例县政协"})
    office.records.add("platform", [{"name": "室", "level": "county", "opened_on": "2026-01-01"}])
    assert one(office, "SELECT count(*) FROM platform p JOIN unit u ON p.unit_id=u.id WHERE u.own") == 1


@pytest.mark.parametrize(
    ("values", "label"),
    [
        ({"unit_name": ""}, "单位简称"), ({"unit_name": "长" * 61}, "单位简称"),
        ({"unit_name": "示例\x00县"}, "单位简称"),
        ({"clerk": "王\ud800"}, "填报人"), ({"head": "一\n二"}, "单位负责人"),
        ({"cut_off_day": 29}, "统计截止日"),
        ({"cut_off_day": -1}, "统计截止日"), ({"cut_off_day": "25"}, "统计截止日"),
        ({"cut_off_day": True}, "统计截止日"),
        ({"year_start_month": 13}, "从几月起"), ({"total_from": "month"}, "累计起点"),
        ({"total_from": "day"}, "从哪天起"), ({"total_from": "day", "total_day": "2026-02-30"}, "从哪天起"),
        ({"total_day": "20260315"}, "从哪天起"), ({"report_by_day": 0}, "报送日"), ({"demo": "是"}, "demo"),
        ({"没有的": 1}, "没有的"), ({"level": "village"}, "级别"), ({"meeting_label": " "}, "协商的叫法"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_refused_and_nothing_is_changed(
    office: Office, values: dict[str, Any], label: str
) -> None:
    before = office.settings
    with pytest.raises(Invalid) as refused:
        office.change_settings({"clerk": "某人"} | values if "clerk" not in values else values)
    assert [problem.label for problem in refused.value.problems] == [label]
    assert office.settings == before
    assert one(office, "SELECT count(*) FROM change WHERE action='settings'") == 0


def test_a_long_name_of_a_unit_is_kept_whole(office: Office) -> None:
    office.change_settings({"unit_name": "长" * 60})
    unit = office.records.load("unit", uuids(office, "unit")["长" * 60])
    assert office.records.save(unit).title == "长" * 60


def test_settings_of_another_release_are_read_as_far_as_they_are_known() -> None:
    settings = changed(OfficeSettings(), {"clerk": "𠮷某", "cut_off_day": 25})
    assert from_json(to_json(settings)) == settings
    assert from_json(to_json(settings)[:-1] + ', "later": 1}') == settings


def test_counts_leave_out_what_was_deleted(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    assert (office.count("township"), office.count("visit")) == (3, 0)
    added = office.records.add("visit", [VISIT, VISIT])
    office.records.delete("visit", [added[0].uuid])
    assert office.count("visit") == 1
    office.store.close()


def test_an_office_opened_for_reading_knows_itself(tmp_path: Path) -> None:
    small_office(tmp_path).store.close()
    reader = Office(Store(DataFolder(tmp_path), write=False), FixedClock(MOMENT))
    assert reader.settings.unit_name == "示例县政协"
    assert reader.options().label("brand", "courtyard") == "院坝协商"
    reader.store.close()
