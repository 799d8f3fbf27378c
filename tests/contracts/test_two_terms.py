"""Two terms meet in one year: what was reported of the first is changed by nothing that comes after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.errors import ReasonNeeded
from app.exporters.tables import ReportTable
from app.models.periods import Period
from app.services import terms
from app.services.office import Office
from tests.contents import contents
from tests.contracts.test_reported_months import fingerprint
from tests.office import small_office, uuids
from tests.services.random_records import rows

TURN = date(2026, 8, 15)
STAYING = ("陈志明", "赵雅琴", "周文", "李娜")
PEOPLE = ("陈志明", "赵雅琴", "马文军", "周文", "单小云", "李娜")
GROUPINGS = ("sector", "member", "township", "studio", "unit")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """June to September with visits and meetings; June and July are reported, 换届 is on 15 August."""
    made = small_office(tmp_path / "data")
    made.clock = FixedClock(datetime(2026, 10, 20, 9, 0))
    for month in (6, 7):
        _add(made, month, PEOPLE)
        made.submissions.submit(made.calendar.month(2026, month))
    yield made
    made.store.close()


def _add(office: Office, month: int, people: tuple[str, ...]) -> None:
    visits = [
        {"happened_on": f"2026-{month:02d}-{day:02d}", "name": f"走访 {month}-{day}", "people_served": day,
         "township": "青山镇" if day % 2 else "大河镇", "members": list(people[: day % 4 + 1])}
        for day in range(1, 13, 2)
    ]  # fmt: skip
    office.records.add("visit", visits)
    meeting = {"happened_on": f"2026-{month:02d}-20", "topic": f"协商 {month}", "place": "某处",
               "brand": "negotiate", "township": "永兴街道", "people": {"masses": 4},
               "members": list(people[1:4])}  # fmt: skip
    office.records.add("meeting", [meeting], draft=False)


def _change_terms(office: Office) -> None:
    """Four stay; two of them in another sector, as somebody corrects it in the new list afterwards."""
    staying = [each.uuid for each in terms.serving(office) if each.name in STAYING]
    terms.begin(office, "十二届", TURN, staying)
    (new,) = office.records.add("person", [{"name": "新来的"}])
    seat = {"person": new.uuid, "term": "十二届", "sector": "economy", "started_on": TURN.isoformat()}
    office.records.add("membership", [seat])


def _edit_afterwards(office: Office) -> None:
    for name, sector in (("陈志明", "culture"), ("周文", "science")):
        member = office.records.load("membership", _seats(office)[name, "十二届"])
        member.values |= {"sector": sector, "employer": "换了单位", "township": None}
        office.records.save(member)
    person = office.records.load("person", uuids(office, "person")["李娜"])
    person.values["gender"] = "female"
    office.records.save(person)
    old = office.records.load("membership", _seats(office)["马文军", "十一届"])
    old.values["employer"] = "后来补的单位"
    office.records.save(old)
    studio = office.records.load("studio", uuids(office, "studio")["青山镇委员工作室"])
    studio.values["theme"] = "换了主题"
    office.records.save(studio)


def _seats(office: Office) -> dict[tuple[str, str], str]:
    """Person and term → uuid of the office held."""
    found = rows(
        office,
        "SELECT p.name, t.name, m.uuid FROM membership m JOIN person p ON p.id = m.person_id"
        " JOIN term t ON t.id = m.term_id ORDER BY m.id DESC",
    )
    return {(name, term): uuid for name, term, uuid in found}


def _counted(office: Office, period: Period) -> dict[Any, Any]:
    """Every number of a period by its days alone, in all and in each grouping."""
    figures = office.figures
    found = figures.evaluate_each(list(figures.catalogue), {"now": period}, GROUPINGS)
    return {by: (values.totals, values.parts, values.groups) for by, values in found.items()}


def _table(office: Office, key: str, period: Period) -> ReportTable:
    found = (each for each in office.reports.tables(period) if isinstance(each, ReportTable))
    return next(each for each in found if each.layout.key == key)


def _cells(table: ReportTable) -> Any:
    return [(row.label, row.values) for row in table.rows], table.totals


def test_months_of_the_first_term_stay_as_they_were(office: Office) -> None:
    june, july = (office.calendar.month(2026, month) for month in (6, 7))
    sent = office.submissions.all()
    kept = {each.number: fingerprint(office, each) for each in sent}
    counted = {period.key: _counted(office, period) for period in (june, july)}
    sector_tables = {period.key: _cells(_table(office, "X5B", period)) for period in (june, july)}
    for change in (_change_terms, _edit_afterwards):
        change(office)
        for period in (june, july):
            assert _counted(office, period) == counted[period.key], change
            assert _cells(_table(office, "X5B", period)) == sector_tables[period.key], change
            assert not office.submissions.diff(office.submissions.active(period) or period, period)
        assert {each.number: fingerprint(office, each) for each in sent} == kept, change
    # The running total has moved on in a month of both terms, and nothing of it is late.
    august = office.calendar.month(2026, 8)
    assert office.submissions.late(august) == ()
    labels = [row.label for row in _table(office, "X5B", july).rows]
    assert {"经济", "教育", "农业"} <= {label[:2] for label in labels}


def test_who_served_in_both_terms_counts_once_by_person_and_by_the_sector_of_the_day(office: Office) -> None:
    _change_terms(office)
    _edit_afterwards(office)
    _add(office, 9, ("陈志明", "赵雅琴", "周文", "新来的"))
    figures, year = office.figures, office.calendar.year(2026)
    keys = ["visit_members", "visit_presence", "members_total", "visit_cover_rate", "visits"]
    values = figures.evaluate(keys, figures.spans(year), "sector")
    people = {"陈志明", "赵雅琴", "马文军", "周文", "新来的"}
    assert values.total("visit_members", "current") == len(people)
    assert values.total("members_total", "current") == len(STAYING) + 1
    part = {
        key: {group.key: values.part(key, "current", group.key) for group in values.groups} for key in keys
    }
    # 陈志明 went from economy to culture: he is in both, where he was on the day.
    assert part["visit_members"]["economy"] == 2  # he until July, 新来的 since
    assert part["visit_members"]["culture"] == 1
    assert part["members_total"]["culture"] == 2  # he and 李娜, as of the last day
    assert part["members_total"]["economy"] == 1
    assert sum(part["visit_presence"].values()) == values.total("visit_presence", "current")
    # By person everybody is one row, whatever offices he held.
    by_person = figures.evaluate(["visit_presence"], {"now": year}, "member")
    presences = {
        group.label: by_person.part("visit_presence", "now", group.key) for group in by_person.groups
    }
    assert set(presences) == people
    september = figures.evaluate(["visit_presence"], {"now": office.calendar.month(2026, 9)}, "member")
    july = figures.evaluate(["visit_presence"], {"now": office.calendar.month(2026, 7)}, "member")
    one = uuids(office, "person")["陈志明"]
    parts = [each.part("visit_presence", "now", one) for each in (july, september)]
    assert presences["陈志明"] == sum(Decimal(str(n)) for n in parts) + Decimal(
        str(parts[0])
    )  # June like July


def test_a_change_of_terms_inside_a_reported_month_asks_why_and_moves_nothing_unasked(office: Office) -> None:
    before = contents(office.store.folder.root)
    staying = [each.uuid for each in terms.serving(office) if each.name in STAYING]
    with pytest.raises(ReasonNeeded) as asked:
        terms.begin(office, "十二届", date(2026, 7, 20), staying)
    assert any(each.figure == "委员总数" and each.period == "2026年7月" for each in asked.value.effects)
    assert not any(each.period == "2026年6月" for each in asked.value.effects)
    assert contents(office.store.folder.root) == before
    kept = {each.number: fingerprint(office, each) for each in office.submissions.all()}
    done = terms.begin(office, "十二届", date(2026, 7, 20), staying, reason="市里批复的日子晚到了")
    assert done.stayed == len(STAYING)
    assert {each.number: fingerprint(office, each) for each in office.submissions.all()} == kept
    diff = office.submissions.diff(office.submissions.get(2), office.calendar.month(2026, 7), "members_total")
    assert (diff[0].before, diff[0].after) == (12, len(STAYING))
    assert {line.reason for line in diff[0].lines} == {"市里批复的日子晚到了"}


def test_the_sector_of_an_office_that_was_reported_is_changed_with_a_reason_only(office: Office) -> None:
    member = office.records.load("membership", _seats(office)["马文军", "十一届"])
    member.values["sector"] = "science"
    with pytest.raises(ReasonNeeded) as asked:
        office.records.save(member)
    assert {each.period for each in asked.value.effects} == {"2026年6月", "2026年7月"}
    assert any(each.figure.startswith("委员总数（") for each in asked.value.effects)
    # His visits stay in the sector he had on their days.
    july = office.calendar.month(2026, 7)
    before = office.figures.evaluate(["visit_members"], {"now": july}, "sector").parts
    office.records.save(member, reason="界别登记错了")
    assert office.figures.evaluate(["visit_members"], {"now": july}, "sector").parts == before
