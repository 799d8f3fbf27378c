"""What forms and lists say of a period that went up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.models.days import Month
from app.services.closed import ClosedPeriods, State, recent_reasons
from app.services.list_query import Query
from app.services.office import Office
from tests.office import small_office

MEETING = {"township": "永兴街道", "brand": "grassroots", "host": "周文", "members": ["陈志明"]}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


def add(office: Office, day: str, **more: object) -> str:
    raw = MEETING | {"happened_on": day, "topic": f"议题 {day}", "people": {"masses": 10}}
    return office.records.add("meeting", [raw | more], reason="补来的材料")[0].uuid


def states(office: Office) -> dict[str, State | None]:
    rows = office.listing.rows("meeting", office.listing.find(Query("meeting")).ids)
    return {row.uuid: row.state for row in rows}


def closed(office: Office) -> ClosedPeriods:
    return ClosedPeriods.of(office.store, office.calendar)


def test_a_day_lies_in_the_smallest_period_that_went_up(office: Office) -> None:
    for key in ("2026-09", "2026Q3"):
        office.submissions.submit(office.calendar.parse(key))
    found = closed(office)
    for day, label in (
        (date(2026, 9, 1), "2026年9月"), (date(2026, 9, 30), "2026年9月"), (Month(2026, 9), "2026年9月"),
        (date(2026, 8, 31), "2026年第三季度"),
    ):  # fmt: skip
        here = found.on(day)
        assert here is not None
        assert here.label == label, day
    assert found.on(date(2026, 10, 1)) is None


def test_lists_tell_sent_from_corrected_from_returned(office: Office) -> None:
    kept, moved, later = (add(office, day) for day in ("2026-09-03", "2026-09-04", "2026-10-05"))
    draft = office.records.add("meeting", [{"happened_on": "2026-09-06", "topic": "没填完的"}], draft=True)[
        0
    ].uuid
    assert set(states(office).values()) == {None}
    office.submissions.submit(office.calendar.parse("2026-09"))
    assert states(office) == {kept: State.SENT, moved: State.SENT, later: None, draft: None}
    record = office.records.load("meeting", moved)
    record.values["people"] = {"masses": 12}
    office.records.save(record, reason="数错了两位群众")
    late = add(office, "2026-09-20")
    assert states(office) == {
        kept: State.SENT, moved: State.CORRECTED, late: State.CORRECTED, later: None, draft: None,
    }  # fmt: skip
    office.submissions.reopen(office.calendar.parse("2026-09"), "市里退回核对")
    assert states(office)[kept] is State.RETURNED
    office.submissions.submit(office.calendar.parse("2026-09"))
    assert states(office)[kept] is State.SENT


def test_reasons_are_offered_newest_first_and_once(office: Office) -> None:
    uuid = add(office, "2026-09-03")
    office.submissions.submit(office.calendar.parse("2026-09"))
    for count, why in ((11, "数错了人数"), (12, "补来签到表"), (13, "数错了人数")):
        record = office.records.load("meeting", uuid)
        record.values["people"] = {"masses": count}
        office.records.save(record, reason=why)
    assert recent_reasons(office.store) == ("数错了人数", "补来签到表")
