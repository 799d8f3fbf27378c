"""本月报送 agrees with the figures, takes 零报告 and gives it back, and asks politely."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.errors import AppError
from app.models.periods import Period
from app.services.office import Office
from app.services.reporting import Reporting, ReportingRow, Sort, State
from tests.office import TOWNSHIPS, small_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def month(office: Office) -> Period:
    return office.calendar.parse("2026-10")


@pytest.fixture
def reporting(office: Office) -> Reporting:
    meeting = {"topic": "路灯怎么修", "members": ["周文"], "township": "永兴街道"}
    office.records.add(
        "meeting",
        [
            meeting | {"happened_on": "2026-10-05", "committee": "经济和农业农村委员会"},
            meeting | {"happened_on": "2026-10-09", "topic": "第二场"},
            meeting | {"happened_on": "2026-09-30", "township": "大河镇"},
        ],
    )
    office.records.add("visit", [{"name": "走访", "happened_on": "2026-10-20", "township": "大河镇",
                                  "members": ["单小云"], "people_served": 9}], draft=True)  # fmt: skip
    office.records.add("studio_activity", [{"topic": "接待日", "happened_on": "2026-10-12",
                                            "studio": "青山镇委员工作室", "activity_type": "reception",
                                            "members": ["马文军"]}])  # fmt: skip
    return Reporting(office.store, office.clock, office.settings, office.records)


def named(reporting: Reporting, month: Period, label: str) -> ReportingRow:
    return next(row for row in reporting.rows(month) if row.label == label)


def test_states_counts_and_last_days(reporting: Reporting, month: Period) -> None:
    found = {row.label: row for row in reporting.rows(month)}
    street = found["永兴街道"]
    assert (street.state, street.count("meeting"), street.last) == (State.REPORTED, 2, date(2026, 10, 9))
    river = found["大河镇"]  # a draft is no report, and September's meeting is not October's
    assert (river.state, river.count("visit"), river.last) == (State.SILENT, 0, date(2026, 9, 30))
    assert found["经济和农业农村委员会"].state is State.REPORTED
    assert found["提案委员会"].last is None
    assert found["青山镇委员工作室"].count("studio_activity") == 1
    assert found["青山镇"].count("studio_activity") == 1  # its studio's activity took place there


def test_the_last_day_is_that_of_the_month_looked_at(
    office: Office, reporting: Reporting, month: Period
) -> None:
    before = office.calendar.previous(month)
    assert named(reporting, before, "永兴街道").last is None
    assert named(reporting, before, "大河镇").last == date(2026, 9, 30)


def test_rows_stand_in_the_office_s_order(reporting: Reporting, month: Period) -> None:
    rows = reporting.rows(month)
    assert [row.label for row in rows if row.sort is Sort.TOWNSHIP] == list(TOWNSHIPS)
    sorts = [row.sort for row in rows]
    assert sorts == sorted(sorts, key=list(Sort).index)


def test_counts_by_township_are_those_of_the_figures(
    office: Office, reporting: Reporting, month: Period
) -> None:
    figures = {"meeting": "meetings", "visit": "visits", "studio_activity": "studio_activities"}
    values = office.figures.evaluate(figures.values(), {"current": month}, "township")
    rows = [row for row in reporting.rows(month) if row.sort is Sort.TOWNSHIP]
    for row in rows:
        for kind, figure in figures.items():
            assert row.count(kind) == values.part(figure, "current", row.key)
    assert sum(row.count("meeting") for row in rows) == 2


def test_bodies_that_are_gone_are_not_asked(office: Office, reporting: Reporting, month: Period) -> None:
    office.records.add("township", [{"name": "并掉的镇", "ended_on": "2026-09-30"}])
    office.records.add("studio", [{"name": "明年的工作室", "sort": "township", "opened_on": "2026-11-01"}])
    labels = [row.label for row in reporting.rows(month)]
    assert "并掉的镇" not in labels
    assert "明年的工作室" not in labels
    assert "并掉的镇" in [row.label for row in reporting.rows(office.calendar.previous(month))]


@pytest.mark.parametrize("label", ["大河镇", "提案委员会"])
def test_a_zero_report_is_registered_and_withdrawn(reporting: Reporting, month: Period, label: str) -> None:
    uuids = reporting.register_zero(month, [named(reporting, month, label)])
    row = named(reporting, month, label)
    assert (row.state, [row.zero]) == (State.ZERO, uuids)
    assert reporting.withdraw(uuids) == 1
    assert named(reporting, month, label).state is State.SILENT
    assert reporting.restore(uuids) == 1
    assert named(reporting, month, label).state is State.ZERO


def test_a_zero_report_is_of_one_month_only(office: Office, reporting: Reporting, month: Period) -> None:
    reporting.register_zero(month, [named(reporting, month, "提案委员会")])
    for other in (office.calendar.previous(month), office.calendar.next(month)):
        assert named(reporting, other, "提案委员会").state is State.SILENT


def test_a_zero_report_stays_in_its_month_with_a_cut_off_day(office: Office, reporting: Reporting) -> None:
    office.change_settings({"cut_off_day": 25})
    again = Reporting(office.store, office.clock, office.settings, office.records)
    month = office.calendar.parse("2026-10")
    again.register_zero(month, [named(again, month, "提案委员会")])
    assert named(again, month, "提案委员会").state is State.ZERO
    assert named(again, office.calendar.previous(month), "提案委员会").state is State.SILENT


def test_a_second_zero_report_is_not_made(office: Office, reporting: Reporting, month: Period) -> None:
    row = named(reporting, month, "大河镇")
    assert len(reporting.register_zero(month, [row])) == 1
    assert reporting.register_zero(month, [row]) == []
    assert office.count("zero_report") == 1


def test_who_has_records_by_now_gets_no_zero_report(
    office: Office, reporting: Reporting, month: Period
) -> None:
    rows = [named(reporting, month, label) for label in ("提案委员会", "永兴街道")]
    with pytest.raises(AppError, match="永兴街道10月已有 2 条记录，不用登记零报告"):
        reporting.register_zero(month, rows)
    assert office.count("zero_report") == 0


def test_records_outweigh_a_zero_report(office: Office, reporting: Reporting, month: Period) -> None:
    reporting.register_zero(month, [named(reporting, month, "大河镇")])
    office.records.add("visit", [{"name": "补报的走访", "happened_on": "2026-10-21", "township": "大河镇",
                                  "members": ["单小云"], "people_served": 9}])  # fmt: skip
    assert named(reporting, month, "大河镇").state is State.REPORTED


def test_the_reminder_names_unit_month_deadline_and_who(reporting: Reporting, month: Period) -> None:
    text = reporting.reminder(month, reporting.rows(month), date(2026, 11, 10))
    first, how_many, *lists, last = text.split("\n")
    assert first == "【示例县政协】2026年10月工作情况报送提醒"
    assert how_many == "到10月28日，还有 8 个单位没有报："
    assert lists[0] == "乡镇（街道）：大河镇"
    assert lists[1].startswith("专委会：提案委员会、")
    assert len(lists) == 2
    assert last == "请在11月10日前报来；这个月没有活动的，回复“零报告”就行。谢谢。"
    assert "您" not in text
    assert "经济和农业农村委员会" not in text


def test_the_reminder_after_the_day_asks_for_a_late_report(reporting: Reporting, month: Period) -> None:
    rows = [named(reporting, month, "大河镇")]
    text = reporting.reminder(month, rows, date(2026, 10, 10))
    assert "原定10月10日前报，请尽快补报" in text
    assert "还有 1 个单位" in text


def test_nobody_to_remind_is_said(reporting: Reporting, month: Period) -> None:
    with pytest.raises(AppError, match="10月的都报了，不用催"):
        reporting.reminder(month, [named(reporting, month, "永兴街道")], date(2026, 11, 10))
