"""Quarters beside months, months out of order, skipped, returned; every way a 报送 follows another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.errors import AppError, ReasonNeeded
from app.exporters.tables import CheckTable
from app.models.periods import Period
from app.services.figure_json import figure_rows
from app.services.figure_query import Ask
from app.services.figure_values import Pair
from app.services.given import adds_over_time
from app.services.late_lines import What
from app.services.office import Office
from app.services.report_checks import to_date_checks
from app.services.submitted import Submitted
from tests.contracts.test_reported_months import fingerprint
from tests.office import small_office, uuids

WHY = "按签到表更正"
SPANS = ("occurred", "late", "current", "ytd")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "data")
    made.clock = FixedClock(datetime(2026, 12, 20, 9, 0))
    yield made
    made.store.close()


def visit(office: Office, day: str, served: int = 1, town: str = "青山镇", reason: str = WHY) -> str:
    raw = {"happened_on": day, "name": f"走访 {day}", "members": ["马文军"], "people_served": served,
           "township": town}  # fmt: skip
    return office.records.add("visit", [raw], reason=reason)[0].uuid


def served(office: Office, uuid: str, amount: int, reason: str = WHY) -> None:
    record = office.records.load("visit", uuid)
    record.values["people_served"] = amount
    office.records.save(record, reason=reason)


def submit(office: Office, *periods: str) -> list[Submitted]:
    return [office.submissions.submit(office.calendar.parse(text)) for text in periods]


def numbers(office: Office, period: str, figure: str = "people_served") -> list[Any]:
    """发生数, 补报更正, 本期, 累计 as they are now."""
    values = office.figures.evaluate([figure], office.figures.spans(office.calendar.parse(period)))
    return [values.total(figure, span) for span in SPANS]


def sent_numbers(office: Office, number: int, figure: str = "people_served") -> list[Any]:
    values = office.submissions.figures(number)
    return [values.total(figure, span) for span in SPANS]


def follows(office: Office, sent: Submitted, before: Submitted) -> None:
    """累计 = 上期累计 + 本期 for everything that adds over time."""
    assert sent.base == before.number
    old, new = (office.submissions.figures(each.number) for each in (before, sent))
    known = office.figures.catalogue
    for key in known:
        if adds_over_time(known[key], known):
            told, current = old.total(key, "ytd"), new.total(key, "current")
            assert not isinstance(told, Pair)
            assert not isinstance(current, Pair)
            assert new.total(key, "ytd") == told + current, key


# spans beside each other


def test_months_quarters_and_halves_are_chains_of_their_own(office: Office) -> None:
    first = visit(office, "2026-05-10", 5)
    visit(office, "2026-08-10", 10)
    june, q2, july, august, september, q3, h1 = submit(
        office, "2026-06", "2026Q2", "2026-07", "2026-08", "2026-09", "2026Q3", "2026H1"
    )
    assert [each.base for each in (june, q2, h1)] == [None, None, None]
    for sent, before in ((july, june), (august, july), (september, august), (q3, q2)):
        follows(office, sent, before)
    served(office, first, 7)  # two more in May, which stands in three reported chains
    visit(office, "2026-10-05", 100)
    assert numbers(office, "2026-10") == [100, 2, 102, 117]
    assert numbers(office, "2026Q4") == [100, 2, 102, 117]
    assert numbers(office, "2026H2") == [110, 2, 112, 117]
    assert numbers(office, "2026") == [117, 0, 117, 117]
    october, q4, h2, year = submit(office, "2026-10", "2026Q4", "2026H2", "2026")
    for sent, before in ((october, september), (q4, q3), (h2, h1)):
        follows(office, sent, before)
    assert year.base is None
    for late in (office.submissions.late(each.number) for each in (october, q4, h2)):
        assert [(line.what, line.before, line.after, line.reason) for line in late] == [
            (What.CHANGED, 5, 7, WHY)
        ]
    assert office.submissions.late(year.number) == ()


def test_a_change_tells_every_reported_number_it_moves(office: Office) -> None:
    uuid = visit(office, "2026-08-10", 10)
    submit(office, "2026-08", "2026-09", "2026Q3")
    with pytest.raises(ReasonNeeded) as asked:
        served(office, uuid, 4, "")
    told = {(each.period, each.figure, each.before, each.after) for each in asked.value.effects}
    assert ("2026年8月", "服务群众", "10", "4") in told
    assert ("2026年9月", "服务群众累计", "10", "4") in told
    assert ("2026年第三季度", "服务群众", "10", "4") in told


# order


def test_months_reported_out_of_order(office: Office) -> None:
    for month in (7, 8, 9):
        visit(office, f"2026-{month:02d}-10", month)
    july, september = submit(office, "2026-07", "2026-09")
    assert sent_numbers(office, september.number) == [9, 0, 9, 24]
    assert office.month_end.check(office.calendar.month(2026, 9)).before == office.calendar.month(2026, 8)
    (august,) = submit(office, "2026-08")
    follows(office, august, july)
    assert sent_numbers(office, august.number) == [8, 0, 8, 15]
    told = office.submissions.figures(august.number).total("people_served", "ytd")
    assert told == 15
    assert sent_numbers(office, september.number)[3] == 15 + 9
    assert numbers(office, "2026-10") == [0, 0, 0, 24]
    (october,) = submit(office, "2026-10")
    follows(office, october, september)


def test_a_month_skipped_takes_in_what_moved_before_it_when_it_is_reported(office: Office) -> None:
    uuid = visit(office, "2026-07-10", 7)
    visit(office, "2026-08-10", 8)
    (july,) = submit(office, "2026-07")
    served(office, uuid, 10)
    visit(office, "2026-09-10", 9)
    # August is open: September does not take what belongs there.
    assert numbers(office, "2026-09") == [9, 0, 9, 27]
    assert numbers(office, "2026-08") == [8, 3, 11, 18]
    (september,) = submit(office, "2026-09")
    assert sent_numbers(office, september.number) == [9, 0, 9, 27]
    (august,) = submit(office, "2026-08")
    follows(office, august, july)
    assert sent_numbers(office, august.number) == [8, 3, 11, 18]
    assert numbers(office, "2026-10") == [0, 0, 0, 27]


def test_an_older_month_comes_back_while_later_ones_stand(office: Office) -> None:
    uuid = visit(office, "2026-07-10", 7)
    visit(office, "2026-08-10", 8)
    july, august, september = submit(office, "2026-07", "2026-08", "2026-09")
    kept = {each.number: fingerprint(office, each) for each in (july, august, september)}
    office.submissions.reopen(july.period, "市里要求更正")
    with pytest.raises(ReasonNeeded) as asked:
        served(office, uuid, 9, "")
    told = {(each.period, each.figure) for each in asked.value.effects}
    assert ("2026年8月", "服务群众累计") in told
    assert not any(period == "2026年7月" for period, _ in told)
    served(office, uuid, 9)
    (again,) = submit(office, "2026-07")
    assert sent_numbers(office, again.number) == [9, 0, 9, 9]
    # Who read August was told 15; the two more are told with October.
    assert sent_numbers(office, august.number) == [8, 0, 8, 15]
    assert numbers(office, "2026-10") == [0, 2, 2, 17]
    (october,) = submit(office, "2026-10")
    follows(office, october, september)
    assert {number: fingerprint(office, office.submissions.get(number)) for number in kept} == kept


# days


def test_days_between_two_cut_offs_enter_as_late(office: Office) -> None:
    office.change_settings({"cut_off_day": 25})
    visit(office, "2026-09-25", 1)
    visit(office, "2026-09-28", 20)
    (september,) = submit(office, "2026-09")
    assert sent_numbers(office, september.number) == [1, 0, 1, 1]
    office.change_settings({"cut_off_day": 0})
    visit(office, "2026-10-05", 300)
    assert numbers(office, "2026-10") == [300, 20, 320, 321]
    (line,) = [each for each in office.submissions.late(office.calendar.month(2026, 10))
               if each.figure == "people_served"]  # fmt: skip
    assert (line.what, line.day, line.before, line.after) == (What.ADDED, "2026-09-28", 0, 20)
    # The days between lie in no reported period: nobody is asked until they have gone up.
    visit(office, "2026-09-29", 1, reason="")
    (october,) = submit(office, "2026-10")
    follows(office, october, september)
    assert numbers(office, "2026-11") == [0, 0, 0, 322]
    with pytest.raises(ReasonNeeded):
        visit(office, "2026-09-30", 1, reason="")


def test_days_that_overlap_what_was_reported_are_refused(office: Office) -> None:
    submit(office, "2026-09")
    office.change_settings({"cut_off_day": 25})
    with pytest.raises(AppError, match="重叠"):
        submit(office, "2026-10")
    assert len(office.submissions.all()) == 1
    # The quarter with its other days is another chain, and free.
    submit(office, "2026Q3")


def test_a_day_known_by_its_month_only_falls_into_that_month(office: Office) -> None:
    office.change_settings({"cut_off_day": 25})
    visit(office, "2026-10", 4)
    (september,) = submit(office, "2026-09")
    assert sent_numbers(office, september.number) == [0, 0, 0, 0]
    visit(office, "2026-09", 6)
    assert numbers(office, "2026-10") == [4, 6, 10, 10]
    (october,) = submit(office, "2026-10")
    follows(office, october, september)
    late = [each for each in office.submissions.late(october.number) if each.figure == "people_served"]
    assert [(each.day, each.difference) for each in late] == [("2026-09", 6)]
    lines = office.submissions.records(october.number, "people_served")
    assert [(line.day, line.amount, line.late) for line in lines] == [
        ("2026-10", 4, False),
        ("2026-09", 6, True),
    ]


def test_an_empty_month_is_a_zero_report_and_a_correction_alone_is_none(office: Office) -> None:
    uuid = visit(office, "2026-07-10", 7)
    july, august = submit(office, "2026-07", "2026-08")
    assert [july.is_zero, august.is_zero] == [False, True]
    assert not office.submissions.diff(august, august.period)
    assert office.submissions.records(august.number, "people_served") == []
    served(office, uuid, 9)
    (september,) = submit(office, "2026-09")
    assert not september.is_zero
    assert sent_numbers(office, september.number) == [0, 2, 2, 9]


# figures


OWN = {
    "label": "服务五人以上", "unit": "次", "source": "visit", "dated_by": "happened_on", "measure": "count",
    "where": [{"field": "people_served", "op": ">=", "value": 5}],
}  # fmt: skip


def test_an_own_figure_made_or_changed_after_a_submission_is_not_late(office: Office) -> None:
    uuid = visit(office, "2026-08-10", 6)
    visit(office, "2026-08-11", 8)
    submit(office, "2026-08")
    (own,) = office.own_figures.add_all([OWN])
    assert numbers(office, "2026-09", own.key) == [0, 0, 0, 2]
    assert not any(line.figure == own.key for line in office.submissions.late(office.calendar.month(2026, 9)))
    served(office, uuid, 7)
    assert numbers(office, "2026-09", own.key) == [0, 0, 0, 2]
    (september,) = submit(office, "2026-09")
    assert sent_numbers(office, september.number, own.key) == [0, 0, 0, 2]
    # By another rule the number is another one; the difference is nobody's correction.
    office.own_figures.change(own.key, OWN | {"where": [{"field": "people_served", "op": ">=", "value": 8}]})
    assert numbers(office, "2026-10", own.key) == [0, 0, 0, 1]
    assert sent_numbers(office, september.number, own.key) == [0, 0, 0, 2]
    with pytest.raises(ReasonNeeded) as asked:
        visit(office, "2026-09-02", 30, reason="")
    assert "服务五人以上" not in {each.figure for each in asked.value.effects}


def test_stocks_and_rates_are_kept_as_they_stood(office: Office) -> None:
    studio = {"name": "大河镇工作室", "sort": "township", "township": "大河镇", "opened_on": "2026-09-10"}
    office.records.add("studio", [studio])
    raised = [{"text": "路灯", "closed_on": "2026-09-20"}, {"text": "水渠"}]
    raw = {"happened_on": "2026-09-03", "name": "走访", "members": ["马文军"], "people_served": 2,
           "problems_raised": raised}  # fmt: skip
    (record,) = office.records.add("visit", [raw])
    (september,) = submit(office, "2026-09")
    values = office.submissions.figures(september.number)
    assert [values.total("studios", span) for span in ("current", "ytd")] == [2, 2]
    assert values.total("problem_close_rate", "current") == Pair(1, 2)
    # What is finished later moves no reported month; what was finished then does.
    loaded = office.records.load("visit", record.uuid)
    loaded.values["problems_raised"][1]["closed_on"] = datetime(2026, 10, 8).date()
    office.records.save(loaded)
    loaded = office.records.load("visit", record.uuid)
    loaded.values["problems_raised"][1]["closed_on"] = datetime(2026, 9, 30).date()
    with pytest.raises(ReasonNeeded) as asked:
        office.records.save(loaded)
    assert {"走访问题办结", "反映问题已办结"} <= {each.figure for each in asked.value.effects}
    office.records.save(loaded, reason=WHY)
    assert office.submissions.figures(september.number).total("problem_close_rate", "current") == Pair(1, 2)
    diffs = {each.key: each for each in office.submissions.diff(september, september.period)}
    rate = diffs["problem_close_rate"]
    assert (rate.before, rate.after) == (Pair(1, 2), Pair(2, 2))
    assert [(line.figure, line.before, line.after) for line in rate.lines] == [("problems_due_closed", 1, 2)]
    # A rate judged at the period's end is of the period alone; what was solved late is late.
    assert numbers(office, "2026-10", "problem_close_rate")[2] == Pair(0, 0)
    assert numbers(office, "2026-10", "problems_closed") == [0, 1, 1, 2]


def test_a_joint_meeting_counts_for_one_unit_and_moves_with_it(office: Office) -> None:
    office.records.add("unit", [{"name": "联合县政协", "level": "county"}])
    meeting = {"happened_on": "2026-09-09", "topic": "联合协商", "place": "某处", "brand": "negotiate",
               "township": "青山镇", "members": ["马文军"], "people": {"masses": 3},
               "counting_unit": "联合县政协"}  # fmt: skip
    (record,) = office.records.add("meeting", [meeting], draft=False)
    (september,) = submit(office, "2026-09")
    own, other = (uuids(office, "unit")[name] for name in ("示例县政协", "联合县政协"))
    values = office.submissions.figures(september.number, "unit")
    assert [values.part("meetings", "current", unit) for unit in (own, other)] == [0, 1]
    loaded = office.records.load("meeting", record.uuid)
    loaded.values["counting_unit"] = None
    with pytest.raises(ReasonNeeded) as asked:
        office.records.save(loaded)
    assert "协商活动（联合县政协）" in {each.figure for each in asked.value.effects}
    office.records.save(loaded, reason=WHY)
    spans = office.figures.spans(office.calendar.month(2026, 10))
    values = office.figures.evaluate(["meetings"], spans, "unit")
    assert [values.part("meetings", "late", unit) for unit in (own, other)] == [1, -1]
    assert values.total("meetings", "late") == 0
    line = next(e for e in office.submissions.late(office.calendar.month(2026, 10)) if e.figure == "meetings")
    assert line.moved == "联合县政协 → 示例县政协"


# last year


def test_last_year_is_what_was_reported_and_it_is_said(office: Office) -> None:
    uuid = visit(office, "2025-09-10", 7)
    visit(office, "2025-10-10", 4)
    september = office.calendar.month(2025, 9)
    office.submissions.submit(september)
    served(office, uuid, 9)
    rows = {row["key"]: row for row in figure_rows(office.figures, office.calendar.month(2026, 9), None)}
    assert (rows["people_served"]["上年同期"], rows["people_served"]["上年已报"]) == (7, True)
    rows = {row["key"]: row for row in figure_rows(office.figures, office.calendar.month(2026, 10), None)}
    # October was not reported: it is counted, with what moved in September before it.
    assert (rows["people_served"]["上年同期"], rows["people_served"]["上年已报"]) == (6, False)
    spans = office.figures.spans(office.calendar.month(2026, 9))
    for by in ("township", "sector"):
        values = office.figures.evaluate(["people_served", "visits"], spans, by)
        assert values.sent["last_year"] == 1
        assert sum(Decimal(str(n)) for n in values.parts[Ask("visits"), "last_year"].values()) == 1
    said = {month: _remarks(office, office.calendar.month(2026, month)) for month in (9, 10)}
    assert "上年同期为当时报送的数" in said[9]
    assert "上年同期按现有记录计算" in said[10]


# strict dating


def test_with_strict_dating_what_came_late_stands_beside_the_period(office: Office) -> None:
    office.change_settings({"strict_dating": True})
    uuid = visit(office, "2026-08-10", 10)
    august, september = submit(office, "2026-08", "2026-09")
    served(office, uuid, 13)
    visit(office, "2026-10-05", 100, "大河镇")
    october = office.calendar.month(2026, 10)
    assert numbers(office, "2026-10") == [100, 3, 100, 113]
    values = office.figures.evaluate(["people_served"], office.figures.spans(october), "township")
    assert values.part("people_served", "current", uuids(office, "township")["青山镇"]) == 0
    assert values.part("people_served", "late", uuids(office, "township")["青山镇"]) == 3
    assert [line.amount for line in office.figures.records("people_served", october)] == [100]
    told = office.submissions.figures(september.number)
    checks = {check.name: check for check in to_date_checks(office.figures, october, told)}
    check = checks["服务群众累计"]
    assert (check.left, check.right, check.difference, check.holds) == (110, 113, -3, True)
    assert "补报更正 3" in check.note
    assert all(each.holds for each in checks.values())
    table = next(each for each in office.reports.tables(october) if isinstance(each, CheckTable))
    line = next(each for each in table.sums if each.name == "服务群众")
    assert (line.occurred, line.late, line.current, line.before, line.ytd) == (100, 3, 100, 10, 113)
    assert line.holds
    assert table.late_apart
    assert "另有补报更正，计入累计，不计入本期：服务群众加 3 人次" in table.note
    (sent,) = submit(office, "2026-10")
    assert sent_numbers(office, sent.number) == [100, 3, 100, 113]
    assert [line.amount for line in office.submissions.records(sent.number, "people_served")] == [100]
    assert [line.difference for line in office.submissions.late(sent.number)] == [3]
    assert not office.submissions.diff(sent, october)
    assert numbers(office, "2026-11") == [0, 0, 0, 113]
    # The other way of counting moves no reported month, and goes on from what was told.
    office.change_settings({"strict_dating": False})
    assert numbers(office, "2026-10") == [100, 3, 100, 113]
    assert not office.submissions.diff(sent, october)
    served(office, uuid, 14)
    assert numbers(office, "2026-11") == [0, 1, 1, 114]
    (november,) = submit(office, "2026-11")
    office.change_settings({"strict_dating": True})
    assert numbers(office, "2026-11") == [0, 1, 1, 114]
    assert not office.submissions.diff(november, november.period)
    assert august.base is None


def _remarks(office: Office, period: Period) -> str:
    """All that the month's tables say below their numbers."""
    tables = office.reports.tables(period)
    return " ".join(getattr(table, "remark", "") or getattr(table, "note", "") for table in tables)
