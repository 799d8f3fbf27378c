"""Every number is what a plain SQL count says, for any period and grouping, and opens its records."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.errors import AppError
from app.models.figure_set import SHIPPED
from app.models.figures import FIGURES
from app.models.periods import Calendar, Period, free_period
from app.services.figure_query import Ask, can_group, is_additive
from app.services.figure_values import Pair, Values, rounded
from app.services.figures import GROUPINGS, Figures
from app.services.office import Office
from app.store.connection import open_connection
from tests.services.figure_oracle import MONEY, PLAIN, RATIOS, STOCKS, SUMS, Oracle
from tests.services.random_office import random_office
from tests.services.random_records import FIRST, LAST

CALENDARS = (
    Calendar(),
    Calendar(cut_off=25),
    Calendar(cut_off=20, december_full=False),
    Calendar(year_start=7),
    Calendar(begins=(date(2025, 3, 15), date(2026, 6, 20)), by_term=True),
)
KEYS = [figure.key for figure in FIGURES]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = random_office(tmp_path_factory.mktemp("random"))
    yield office
    office.store.close()


@pytest.fixture(scope="module")
def oracle(office: Office) -> Iterator[Oracle]:
    connection = open_connection(office.store.folder.store, None, write=False)
    yield Oracle(connection)
    connection.close()


def _periods() -> list[tuple[Calendar, Period]]:
    """Fifty of all sorts, the months around a change of term and of year among them."""
    draw = random.Random(50)
    found = [(calendar, calendar.month(year, month)) for calendar in CALENDARS[:3]
             for year, month in ((2026, 10), (2026, 7), (2026, 1), (2025, 12))]  # fmt: skip
    for number in range(38):
        calendar = draw.choice(CALENDARS)
        year = draw.choice((2024, 2025, 2026))
        match number % 5:
            case 0:
                period = calendar.month(year, draw.randint(1, 12))
            case 1:
                period = calendar.quarter(year, draw.randint(1, 4))
            case 2:
                period = calendar.half(year, draw.randint(1, 2))
            case 3:
                period = calendar.year(year)
            case _:
                start = FIRST + timedelta(days=draw.randint(0, (LAST - FIRST).days))
                period = free_period(start, start + timedelta(days=draw.randint(0, 500)))
        found.append((calendar, period))
    return found


PERIODS = _periods()
each_period = pytest.mark.parametrize(
    ("calendar", "period"), PERIODS, ids=[f"{i}-{p.key}-{c.cut_off}" for i, (c, p) in enumerate(PERIODS)]
)


def _wanted(oracle: Oracle, key: str, period: Period) -> Any:
    if key in RATIOS:
        return Pair(*oracle.combined(RATIOS[key], period.start, period.end))
    if key in SUMS:
        return sum(oracle.combined(SUMS[key], period.start, period.end))
    value = oracle.total(key, period.start, period.end)
    return Decimal(value) / 100 if key in MONEY else value


def test_every_figure_has_its_count_in_plain_sql() -> None:
    assert set(KEYS) == set(PLAIN) | set(SUMS) | set(RATIOS)
    assert {figure.key for figure in FIGURES if figure.nature == "stock"} == STOCKS


def test_what_a_figure_can_be_split_by_is_what_its_rows_know() -> None:
    for key, plain in PLAIN.items():
        able = {by for by in GROUPINGS if can_group(SHIPPED[key], by, SHIPPED)}
        assert able == plain.groupings | {"month"}, key
    for key, parts in {**SUMS, **RATIOS}.items():
        for by in GROUPINGS:
            able = all(can_group(SHIPPED[part], by, SHIPPED) for part in parts)
            assert can_group(SHIPPED[key], by, SHIPPED) == able, (key, by)


@each_period
def test_every_total_is_the_plain_count(
    office: Office, oracle: Oracle, calendar: Calendar, period: Period
) -> None:
    figures = Figures(office.store, calendar)
    spans = figures.spans(period)
    values = figures.evaluate(KEYS, spans)
    found = {(key, span): values.total(key, span) for key in KEYS for span in spans}
    assert found == {
        (key, span): _wanted(oracle, key, within) for key in KEYS for span, within in spans.items()
    }


@pytest.mark.parametrize("by", [by for by in GROUPINGS if by != "month"])
def test_every_group_is_the_plain_count(office: Office, oracle: Oracle, by: str) -> None:
    for calendar, period in PERIODS[::6]:
        figures = Figures(office.store, calendar)
        keys = [key for key in PLAIN if by in PLAIN[key].groupings]
        values = figures.evaluate(keys, {"current": period}, by)
        labels = {group.key: group.label for group in values.groups}
        assert len(labels) == len(values.groups)
        for key in keys:
            scale = 100 if key in MONEY else 1
            wanted = oracle.groups(key, period.start, period.end, by)
            found = {group: _number(values, key, group) * scale for group in labels}
            assert {k: v for k, v in found.items() if v} == {k: v for k, v in wanted.items() if v}, (
                key,
                period,
            )


def test_groups_are_named_and_the_county_and_the_unfilled_come_last(office: Office) -> None:
    figures = Figures(office.store, Calendar())
    for by in GROUPINGS:
        keys = [figure.key for figure in figures.groupable(by)]
        values = figures.evaluate(keys, {"current": Calendar().year(2026)}, by)
        labels = [group.label for group in values.groups]
        assert labels
        assert not [label for label in labels if label.isascii()], by
        tail = [label for label in labels if label in ("县本级", "未填")]
        assert labels[len(labels) - len(tail) :] == tail
        if by == "township":
            assert labels == ["永兴街道", "青山镇", "大河镇", "县本级", "未填"]
            assert [group.key for group in values.groups][-2:] == ["county", "none"]


def test_a_township_has_its_row_when_nothing_happened_and_others_have_not(office: Office) -> None:
    figures = Figures(office.store, Calendar())
    quiet = {"current": free_period(date(2019, 1, 1), date(2019, 1, 2))}
    assert [g.label for g in figures.evaluate(["meetings"], quiet, "township").groups] == [
        "永兴街道",
        "青山镇",
        "大河镇",
    ]
    assert figures.evaluate(["meetings"], quiet, "sector").groups == ()
    assert figures.evaluate(["studio_activities"], quiet, "studio").groups == ()


@pytest.mark.parametrize("by", GROUPINGS)
def test_parts_add_up_to_the_total_where_the_figure_says_so(office: Office, by: str) -> None:
    for calendar, period in PERIODS[1 :: 16 if by == "month" else 9]:
        figures = Figures(office.store, calendar)
        keys = [key for key in KEYS if is_additive(SHIPPED[key], by, SHIPPED)]
        assert keys
        values = figures.evaluate(keys, figures.spans(period), by)
        for key in keys:
            for span in figures.spans(period):
                parts = sum(_number(values, key, group.key, span) for group in values.groups)
                assert parts == values.total(key, span), (key, span, period)


def test_people_are_counted_once_in_all_and_once_in_every_part(office: Office) -> None:
    figures = Figures(office.store, Calendar())
    for by in ("township", "sector", "studio"):
        values = figures.evaluate(["visit_members"], {"current": Calendar().year(2026)}, by)
        parts = sum(_number(values, "visit_members", group.key) for group in values.groups)
        assert parts >= _total(values, "visit_members") > 0
        assert not is_additive(SHIPPED["visit_members"], by, SHIPPED)


def test_who_serves_in_two_terms_of_one_year_is_one_person(office: Office, oracle: Oracle) -> None:
    figures = Figures(office.store, Calendar())
    ends = {"old": Calendar().month(2026, 6), "new": Calendar().month(2026, 7)}
    values = figures.evaluate(["members_total", "visit_members"], ends | {"year": Calendar().year(2026)})
    adjusted = oracle.groups("members_total", FIRST, date(2026, 6, 30), None)[0]
    assert values.total("members_total", "old") == adjusted
    two = oracle._connection.execute(
        "SELECT count(DISTINCT t.membership_id), count(DISTINCT t.person_id)"
        " FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE t.status='present'"
        " AND a.type='visit' AND a.happened_on >= '2026' AND a.deleted_at IS NULL AND a.status='registered'"
    ).fetchone()
    assert two[0] > two[1] > 0
    per_person = figures.evaluate(["visits"], {"current": Calendar().year(2026)}, "member")
    assert len([g for g in per_person.groups if g.key != "none"]) == two[1]


@each_period
def test_the_running_total_is_the_one_before_and_this_period(
    office: Office, calendar: Calendar, period: Period
) -> None:
    before = calendar.previous(period)
    if calendar.to_date(before).start != calendar.to_date(period).start:
        return
    figures = Figures(office.store, calendar)
    spans = {"now": period, "to_date": calendar.to_date(period), "before": calendar.to_date(before)}
    keys = [key for key in KEYS if is_additive(SHIPPED[key], "month", SHIPPED)]
    values = figures.evaluate(keys, spans)
    for key in keys:
        assert _total(values, key, "before") + _total(values, key, "now") == _total(values, key, "to_date"), (
            key
        )


@pytest.mark.parametrize(("calendar", "period"), PERIODS[::3])
def test_a_number_opens_the_records_that_make_it(office: Office, calendar: Calendar, period: Period) -> None:
    figures = Figures(office.store, calendar)
    values = figures.evaluate(KEYS, {"current": period})
    for key in KEYS[:: 3 if period.key != "2026-10" else 1]:
        lines = figures.records(key, period)
        assert len({(line.figure, line.uuid) for line in lines}) == len(lines)
        if key in RATIOS or _is_distinct(key):
            continue
        assert sum(line.amount for line in lines) == _total(values, key), key


@pytest.mark.parametrize("by", GROUPINGS)
def test_a_cell_opens_the_records_that_make_it(office: Office, by: str) -> None:
    calendar, period = CALENDARS[1], CALENDARS[1].half(2026, 2)
    figures = Figures(office.store, calendar)
    keys = ["meetings", "visits", "visit_presence", "attendance_total", "tasks_closed", "studio_activities"]
    for key in [*keys, "deeds", "contacts", "instructions", "reception_days"]:
        if not can_group(SHIPPED[key], by, SHIPPED):
            continue
        values = figures.evaluate([key], {"current": period}, by)
        for group in values.groups:
            lines = figures.records(key, period, by, group.key)
            assert sum(line.amount for line in lines) == _number(values, key, group.key), (key, group.label)


def test_a_group_nobody_has_opens_nothing(office: Office) -> None:
    figures = Figures(office.store, Calendar())
    year = Calendar().year(2026)
    for by, group in (("township", "0" * 32), ("sector", "x"), ("unit", "0" * 32), ("member", "?")):
        assert figures.records("visits", year, by, group) == []
    assert figures.records("visits", year, "month", "2025-01") == []
    assert figures.records("studio_activities", year, "studio", "0" * 32) == []


def test_adjustments_count_and_are_listed_with_what_they_are(office: Office) -> None:
    figures = Figures(office.store, Calendar())
    year = Calendar().year(2026)
    lines = [line for key in PLAIN for line in figures.records(key, year)]
    adjusted = [line for line in lines if line.kind == "adjustment"]
    assert adjusted
    assert all(line.title.startswith("调整数") and line.number.startswith("TZ-") for line in adjusted)
    assert any(line.amount < 0 for line in adjusted)


def test_one_brand_or_focus_alone_can_be_asked_for(office: Office, oracle: Oracle) -> None:
    figures, year = Figures(office.store, Calendar()), Calendar().year(2025)
    for name in ("brand", "focus"):
        split = figures.evaluate(["meetings"], {"current": year}, name)
        keys = [group.key for group in split.groups if group.key != "none"]
        asks = [Ask("meetings", ((name, key),)) for key in keys]
        alone = figures.evaluate(asks, {"current": year})
        for key, ask in zip(keys, asks, strict=True):
            assert _total(alone, ask) == _number(split, "meetings", key)
            lines = figures.records("meetings", year, only=((name, key),))
            assert sum(line.amount for line in lines) == _total(alone, ask)
    of_days = Ask("studio_activities", (("activity_type", "reception"),))
    values = figures.evaluate([of_days, "reception_days"], {"current": year})
    adjusted = [line for line in figures.records("reception_days", year) if line.kind == "adjustment"]
    assert _total(values, of_days) == _total(values, "reception_days") - sum(line.amount for line in adjusted)


def test_a_ratio_is_a_pair_until_it_is_shown() -> None:
    assert rounded(Pair(1, 3)) == Decimal("33.3")
    assert rounded(Pair(1, 16)) == Decimal("6.3")  # half up, not to even
    assert rounded(Pair(1, 0)) is None
    assert rounded(Pair(0, 5)) == Decimal("0.0")
    assert rounded(7) == 7


def test_an_unknown_grouping_or_figure_gets_a_sentence(office: Office) -> None:
    figures = Figures(office.store, Calendar())
    with pytest.raises(AppError, match="不能按“天气”分组，可用：unit"):
        figures.evaluate(["meetings"], {"current": Calendar().year(2026)}, "天气")
    with pytest.raises(AppError, match="没有“没有的”这个指标"):
        figures.records("没有的", Calendar().year(2026))
    assert figures.records("协商活动", Calendar().year(2026)) == figures.records(
        "meetings", Calendar().year(2026)
    )


def _is_distinct(key: str) -> bool:
    parts = [key, *SUMS.get(key, ())]
    return any("DISTINCT" in PLAIN[part].measure for part in parts if part in PLAIN)


def _number(values: Values, key: str, group: str, span: str = "current") -> Any:
    found = values.part(key, span, group)
    assert not isinstance(found, Pair)
    return found


def _total(values: Values, key: Ask | str, span: str = "current") -> Any:
    found = values.total(key, span)
    assert not isinstance(found, Pair)
    return found
