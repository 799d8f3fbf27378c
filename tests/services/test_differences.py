"""差在哪 says what became of a record, whichever side is named first, and on which side it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.differences import ADDED, BOTH, CHANGED, DELETED, MOVED_OUT, ONLY_A, ONLY_B
from app.services.office import Office
from app.services.submitted_words import diff_lines, side_names
from tests.office import small_office, uuids

WHY = "按签到表更正"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """September went up with three meetings; then one was added, one deleted and one moved to October."""
    made = small_office(tmp_path / "data")
    meeting = {"brand": "grassroots", "host": "周文", "members": ["陈志明"], "people": {"masses": 10},
               "township": "青山镇"}  # fmt: skip
    days = {"路灯怎么修": "2026-09-03", "水渠怎么清": "2026-09-12", "路面怎么补": "2026-09-20"}
    for topic, day in days.items():
        made.records.add("meeting", [meeting | {"topic": topic, "happened_on": day}])
    made.submissions.submit(made.calendar.month(2026, 9))
    ids = {line.title: line.uuid for line in made.figures.records("meetings", made.calendar.month(2026, 9))}
    late = meeting | {"topic": "公厕建在哪", "happened_on": "2026-09-25"}
    made.records.add("meeting", [late], reason=WHY)
    made.records.delete("meeting", [ids["路灯怎么修"]], reason=WHY)
    aggregate = made.records.load("meeting", ids["水渠怎么清"])
    aggregate.values["happened_on"] = aggregate.values["happened_on"].replace(month=10)
    made.records.save(aggregate, reason=WHY)
    yield made
    made.store.close()


def test_what_became_of_a_record_is_the_same_from_both_sides(office: Office) -> None:
    sent, now = office.submissions.get(1), office.calendar.month(2026, 9)
    expected = {"公厕建在哪": ADDED, "路灯怎么修": DELETED, "水渠怎么清": MOVED_OUT}
    for a, b in ((sent, now), (now, sent)):
        [meetings] = office.submissions.diff(a, b, "meetings")
        assert {line.title: line.what for line in meetings.lines} == expected
        assert {line.figure for line in meetings.lines} == {"meetings"}
        assert {line.reason for line in meetings.lines} == {WHY}


def test_the_records_behind_a_sent_total_add_up(office: Office) -> None:
    office.submissions.submit(office.calendar.month(2026, 10))
    values = office.submissions.figures(2)
    for key in ("meetings", "attendance_total"):
        for span, to_date in (("current", False), ("ytd", True)):
            lines = office.submissions.records(2, key, to_date=to_date)
            assert sum(line.amount for line in lines) == values.total(key, span), (key, span)
    late = [line for line in office.submissions.records(2, "meetings") if line.late]
    assert sum(line.amount for line in late) == values.total("meetings", "late")


def test_of_two_months_it_says_on_which_side_a_record_is(office: Office) -> None:
    september, october = office.calendar.month(2026, 9), office.calendar.month(2026, 10)
    found = office.submissions.diff(september, october, "meetings")
    words = [line for each in found for line in diff_lines(each, side_names(september, october))]
    assert {line.what for each in found for line in each.lines} <= {ONLY_A, ONLY_B, BOTH}
    assert any(line.strip().startswith("只在2026年9月 2026-09-20 路面怎么补") for line in words)
    # What was taken out of September after it went up is taken off in October.
    assert any(line.strip().startswith("只在2026年10月 2026-09-03 路灯怎么修") for line in words)


def test_a_place_that_changed_is_named(office: Office) -> None:
    now = office.calendar.month(2026, 9)
    [line] = [one for one in office.figures.records("meetings", now) if one.title == "路面怎么补"]
    aggregate = office.records.load("meeting", line.uuid)
    with office.store.reading() as session:
        context = office.records.context(session)
        aggregate.values["township"] = context.resolve("township", uuids(office, "township")["永兴街道"], {})
    office.records.save(aggregate, reason=WHY)
    [meetings] = office.submissions.diff(office.submissions.get(1), now, "meetings")
    moved = {one.title: one.moved for one in meetings.lines if one.what == CHANGED}
    assert moved == {"路面怎么补": "青山镇 → 永兴街道"}
