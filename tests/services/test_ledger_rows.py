"""What meetings decided, row by row: those of the period and earlier ones that were still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.models.periods import Calendar, Period
from app.services.ledger_rows import LedgerRows, is_path
from app.services.office import Office
from app.services.options import Options
from tests.office import small_office
from tests.services.record_samples import FULL

TASK = "meeting.consensus.task"
OCTOBER = Calendar().month(2026, 10)
TODAY = date(2026, 12, 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path, datetime(2026, 12, 1, 9))
    yield office
    office.store.close()


def _meeting(office: Office, day: str, *tasks: dict[str, Any], **more: Any) -> str:
    consensus = [{"text": f"事项{place}", "task": task} for place, task in enumerate(tasks, 1)]
    raw = FULL | {"research": [], "happened_on": day, "topic": f"{day}的会", "consensus": consensus} | more
    return office.records.add("meeting", [raw])[0].uuid


def _rows(
    office: Office, *keys: str, path: str = TASK, period: Period = OCTOBER, until: str = "closed_on"
) -> Any:
    with office.store.reading() as session:
        rows = LedgerRows(session, Options.load(session), path, keys, period, until, office.clock.today())
        return [tuple(row[key] for key in keys if rows.has(key)) for row in rows.rows]


def _closed(day: str) -> dict[str, Any]:
    return {"unit": "住建局", "state": "已办结", "closed_on": day}


def test_rows_name_what_they_hang_on(office: Office) -> None:
    told = _closed("2026-10-20") | {"told_on": "2026-10", "satisfaction": "满意"}
    _meeting(office, "2026-10-12", told | {"deadline": "2026-11-30"}, {"unit": "林草局"})
    keys = ("meeting.happened_on", "meeting.topic", "meeting.township", "consensus.text", "unit", "state",
            "closed_on", "told_on", "satisfaction")  # fmt: skip
    first, second = _rows(office, *keys)
    assert first == (date(2026, 10, 12), "2026-10-12的会", "永兴街道", "事项1", "住建局", "已办结",
                     date(2026, 10, 20), "2026-10", "满意")  # fmt: skip
    assert second[3:] == ("事项2", "林草局", "未启动", None, None, None)


def test_earlier_rows_stay_until_they_were_done_before_the_period(office: Office) -> None:
    _meeting(office, "2026-03-05", _closed("2026-09-30"), _closed("2026-10-01"), {"unit": "还没办"})
    _meeting(office, "2026-10-31", _closed("2026-11-02"))
    _meeting(office, "2026-11-01", {"unit": "以后的"})
    found = _rows(office, "meeting.happened_on", "consensus.text")
    assert found == [
        (date(2026, 3, 5), "事项2"),
        (date(2026, 3, 5), "事项3"),
        (date(2026, 10, 31), "事项1"),
    ]
    assert [row[0] for row in _rows(office, "meeting.happened_on", until="")] == [date(2026, 10, 31)]


def test_drafts_and_deleted_records_have_no_rows(office: Office) -> None:
    gone = _meeting(office, "2026-10-05", {"unit": "删掉的"})
    office.records.delete("meeting", [gone])
    consensus = [{"text": "草稿的", "task": {"unit": "草稿的"}}]
    office.records.add("meeting", [FULL | {"consensus": consensus}], draft=True)
    assert _rows(office, "unit") == []


def test_days_late_are_counted_to_the_end_or_to_when_it_was_done(office: Office) -> None:
    _meeting(
        office, "2026-09-01",
        {"unit": "没办完", "deadline": "2026-10-20"},
        _closed("2026-10-09") | {"deadline": "2026-10-04"},
        _closed("2026-10-09") | {"deadline": "2026-10"},
        {"unit": "还早", "deadline": "2026-10-31"},
        {"unit": "没有时限"},
    )  # fmt: skip
    assert [row[0] for row in _rows(office, "overdue_days")] == [11, 5, None, None, None]
    open_late = [row for row in _rows(office, "overdue_days", "closed_on") if row[0] and row[1] is None]
    overdue = office.figures.evaluate(["overdue_tasks"], {"current": OCTOBER}).total(
        "overdue_tasks", "current"
    )
    assert len(open_late) == overdue == 1


def test_days_late_are_not_counted_ahead_of_today(office: Office) -> None:
    _meeting(
        office,
        "2026-11-20",
        {"unit": "过了", "deadline": "2026-11-29"},
        {"unit": "没到", "deadline": "2026-12-05"},
    )
    year = Calendar().year(2026)
    assert [row[0] for row in _rows(office, "overdue_days", period=year)] == [2, None]


def test_the_rows_done_in_the_period_are_those_the_figure_counts(office: Office) -> None:
    _meeting(office, "2026-03-05", _closed("2026-10-01"), _closed("2026-09-30"))
    _meeting(office, "2026-10-31", _closed("2026-10-31"), _closed("2026-11-02"))
    inside = [row for row in _rows(office, "closed_on") if row[0] and OCTOBER.start <= row[0] <= OCTOBER.end]
    values = office.figures.evaluate(["tasks_closed"], {"current": OCTOBER})
    assert len(inside) == values.total("tasks_closed", "current") == 2


def test_only_what_rows_have_is_known(office: Office) -> None:
    assert is_path(TASK)
    assert is_path("visit.problems_raised")
    assert not any(is_path(path) for path in ("meeting", "meeting.topic", "meeting.dreams", "dreams.task"))
    with office.store.reading() as session:
        keys = ("unit", "meeting.background", "dreams.text", "consensus.weather", "overdue_days")
        rows = LedgerRows(session, Options.load(session), TASK, keys, OCTOBER, "closed_on", TODAY)
        assert [key for key in keys if rows.has(key)] == ["unit", "overdue_days"]
        opinions = LedgerRows(session, Options.load(session), "meeting.opinions", (), OCTOBER, "", TODAY)
        assert not opinions.has("overdue_days")
