"""数据核对: what must agree does, and what does not is named with both its sides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.clock import FixedClock
from app.exporters.layout import Source as Column
from app.models.checks import REPORTED, RULES, rules_of
from app.models.figure_set import SHIPPED
from app.models.periods import Calendar, Span
from app.paths import DataFolder
from app.services.figure_query import Ask, Source, can_group, is_additive
from app.services.figure_values import RecordLine
from app.services.figures import Figures
from app.services.office import Office
from app.services.report_checks import FigureCheck, checks, to_date_checks
from app.services.report_text import APPENDIX
from app.store.store import Store
from tests.office import MOMENT, small_office
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
        ends = ("分乡镇", "分月", "累计")
        assert all(check.holds for check in found if check.name.endswith(ends)), period
        assert sum(check.name.endswith("分乡镇") for check in found) > 30
        assert any(check.name.endswith("分月") for check in found) == (period.span is not Span.MONTH)


def test_every_rule_compares_figures_that_exist_and_can_be_opened() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    for rule in RULES:
        assert rule.left, rule.name
        assert rule.right, rule.name
        for part in (*rule.parts, *rule.look):
            figure = SHIPPED[part.figure]
            assert figure.nature != "ratio", rule.name
            assert part.by is None or can_group(figure, part.by, SHIPPED), rule.name
            assert all(hasattr(Source(figure.source).root, name) for name, _ in part.only), rule.name
        assert all(rule in rules_of(part.figure) for part in rule.parts)
        # A side that is one figure is called what the figure is called.
        for said, side in ((rule.left_name, rule.left), (rule.right_name, rule.right)):
            if len(side) == 1 and said != "院坝协商场次":
                assert said == SHIPPED[side[0].figure].label
    assert not rules_of("task_close_rate")


def test_what_tables_and_texts_show_and_can_be_added_is_checked(office: Office) -> None:
    layouts = office.reports.shelf().by_key.values()
    shown = {column.key for layout in layouts for column in layout.values if column.source is Column.FIGURE}
    shown |= set(APPENDIX)
    added = {key for key in shown if is_additive(SHIPPED[key], "township", SHIPPED)}
    assert len(added) > 20
    assert added <= set(REPORTED) <= set(SHIPPED)
    assert len(set(REPORTED)) == len(REPORTED)


def test_a_check_that_fails_opens_the_records_behind_it(office: Office) -> None:
    unsaid = FULL | {"topic": "没选级别", "instructions": [{"leader": "李县长", "given_on": "2026-10-26"}]}
    office.records.add("meeting", [FULL, unsaid])
    office.records.add("adjustment", [{"figure": "courtyard_meetings", "happened_on": "2026-10", "amount": 1,
                                       "reason": "漏报", "basis": "1 号表"}])  # fmt: skip
    found = _checks(office)
    levels, focus = found["各级批示"], found["五项重点"]
    assert (levels.holds, levels.left, levels.right, levels.relation) == (False, 1, 2, "＝")
    assert "级别" in levels.note
    assert {line.title for line in _behind(office, levels)} == {FULL["topic"], "没选级别"}
    assert not focus.holds
    assert [line.kind for line in _behind(office, focus)] == ["adjustment"]


def _behind(office: Office, check: FigureCheck) -> list[RecordLine]:
    return [
        line
        for part in check.behind
        for line in office.figures.records(part.figure, OCTOBER, part.by, part.group, part.only)
    ]


def test_a_running_total_that_was_changed_behind_the_reports_back_is_seen(office: Office) -> None:
    september = Calendar().month(2026, 9)
    office.records.add("visit", [VISIT, VISIT | {"happened_on": "2026-09-02"}])
    told = office.figures.evaluate(REPORTED, office.figures.spans(september))
    assert all(check.holds for check in to_date_checks(office.figures, OCTOBER, told))
    office.records.add("visit", [VISIT | {"happened_on": "2026-09-03", "name": "后来补的"}])
    assert all(check.holds for check in to_date_checks(office.figures, OCTOBER))
    visits = {check.name: check for check in to_date_checks(office.figures, OCTOBER, told)}["委员走访累计"]
    assert (visits.holds, visits.left, visits.right) == (False, 2, 3)
    assert [part.figure for part in visits.behind] == ["visits"]


def test_a_running_total_agrees_with_what_was_reported_and_moved_since(office: Office) -> None:
    september = Calendar().month(2026, 9)
    office.records.add("visit", [VISIT, VISIT | {"happened_on": "2026-09-02"}])
    sent = office.submissions.submit(september, [])
    office.records.add("visit", [VISIT | {"happened_on": "2026-09-03", "name": "补报的"}], reason="漏了")
    told = office.submissions.figures(sent.number)
    for given in (None, told):
        found = {check.name: check for check in to_date_checks(office.figures, OCTOBER, given)}
        assert all(check.holds for check in found.values())
        assert (found["委员走访累计"].left, found["委员走访累计"].right) == (3, 3)


def test_the_first_period_of_a_running_total_has_nothing_to_go_on_from(office: Office) -> None:
    office.records.add("visit", [VISIT | {"happened_on": "2026-01-12"}])
    assert to_date_checks(office.figures, Calendar().month(2026, 1)) == []
    assert to_date_checks(office.figures, Calendar().month(2026, 2))


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


def test_an_office_without_a_single_record_or_township_can_be_checked(tmp_path: Path) -> None:
    office = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    for period in (OCTOBER, Calendar().quarter(2026, 3)):
        found = checks(office.figures, period)
        assert all(check.holds for check in found)
        assert not any(check.left or check.right for check in found)
    values = office.figures.evaluate(["meetings"], {"current": OCTOBER}, "township")
    assert values.groups == ()
    assert values.parts == {(Ask("meetings"), "current"): {}}
    office.store.close()
