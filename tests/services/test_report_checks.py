"""数据核对: what must agree does, and what does not is named with both its sides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.models.periods import Calendar
from app.services.figures import Figures
from app.services.office import Office
from app.services.report_checks import RULES, checks
from tests.office import small_office
from tests.services.random_office import random_office
from tests.services.record_samples import FULL, VISIT

OCTOBER = Calendar().month(2026, 10)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = random_office(tmp_path_factory.mktemp("random"))
    yield office
    office.store.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _checks(office: Office, period: Any = OCTOBER) -> dict[str, Any]:
    return {check.name: check for check in checks(office.figures, period)}


@pytest.mark.parametrize("calendar", [Calendar(), Calendar(cut_off=25), Calendar(year_start=7)])
def test_rows_and_running_totals_always_agree(crowd: Office, calendar: Calendar) -> None:
    figures = Figures(crowd.store, calendar)
    for period in (
        calendar.month(2026, 9),
        calendar.quarter(2025, 4),
        calendar.half(2026, 2),
        calendar.year(2026),
    ):
        found = checks(figures, period)
        assert len({check.name for check in found}) == len(found)
        assert all(check.holds for check in found if check.name.endswith(("分乡镇", "累计"))), period
        assert sum(check.name.endswith("分乡镇") for check in found) == 6


def test_running_totals_are_checked_from_the_second_period_on() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


def test_a_sound_month_passes_and_says_what_was_compared(office: Office) -> None:
    office.records.add("meeting", [FULL])
    office.records.add("visit", [VISIT | {"demands": 3, "answered": 2}])
    found = _checks(office)
    assert all(check.holds for check in found.values())
    focus = found["五项重点"]
    assert (focus.left, focus.right, focus.difference, focus.relation) == (1, 1, 0, "＝")
    assert focus.left_name == "五项重点场次相加"
    answered = found["现场解答不多于收集"]
    assert (answered.left, answered.right, answered.relation) == (2, 3, "≤")
    assert found["协商活动累计"].holds


def test_an_adjustment_that_breaks_a_rule_is_seen(office: Office) -> None:
    office.records.add("meeting", [FULL])
    raw = {"happened_on": "2026-10", "reason": "漏报", "basis": "1 号表"}
    office.records.add("adjustment", [raw | {"figure": "tasks_due_closed", "amount": 5},
                                      raw | {"figure": "courtyard_meetings", "amount": 2}])  # fmt: skip
    found = _checks(office)
    closed = found["办结不多于应办"]
    assert (closed.holds, closed.left, closed.right, closed.difference) == (False, 6, 1, 5)
    assert not found["五项重点"].holds
    assert found["五项重点"].difference == -2
    assert found["协商活动分乡镇"].holds


def test_checks_of_an_empty_month_hold(office: Office) -> None:
    assert all(check.holds for check in checks(office.figures, Calendar().month(2019, 3)))
