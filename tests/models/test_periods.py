"""Periods: months tile the time whatever the cut-off, and every period can be written and read again."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError
from app.models.days import Month, stored
from app.models.periods import Calendar, Period, Span, free_period

CALENDARS = st.builds(Calendar, st.integers(0, 28), st.booleans(), st.integers(1, 12))
DATES = st.dates(date(1902, 2, 1), date(2197, 1, 1))
PLAIN, CUT = Calendar(), Calendar(cut_off=25)
ONE = timedelta(days=1)


@st.composite
def periods(draw: st.DrawFn, calendar: Calendar) -> Period:
    year = draw(st.integers(1903, 2196))
    match draw(st.sampled_from(list(Span))):
        case Span.MONTH:
            return calendar.month(year, draw(st.integers(1, 12)))
        case Span.QUARTER:
            return calendar.quarter(year, draw(st.integers(1, 4)))
        case Span.HALF:
            return calendar.half(year, draw(st.integers(1, 2)))
        case Span.YEAR:
            return calendar.year(year)
        case _:
            start = date(year, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
            return free_period(start, start + timedelta(days=draw(st.integers(0, 800))))


@given(CALENDARS, DATES)
def test_every_day_lies_in_exactly_one_month(calendar: Calendar, day: date) -> None:
    month = calendar.month_of(day)
    assert month.start <= day <= month.end
    assert calendar.previous(month).end + ONE == month.start
    assert calendar.next(month).start - ONE == month.end


@given(CALENDARS, st.integers(1903, 2196))
def test_months_tile_the_year_and_quarters_and_halves_do_too(calendar: Calendar, year: int) -> None:
    months = [calendar.month(year, number) for number in range(1, 13)]
    assert all(one.end + ONE == other.start for one, other in pairwise(months))
    whole = calendar.year(year)
    assert (months[0].start, months[-1].end) == (whole.start, whole.end)
    quarters = [calendar.quarter(year, number) for number in range(1, 5)]
    halves = [calendar.half(year, number) for number in (1, 2)]
    for number, quarter in enumerate(quarters):
        assert (quarter.start, quarter.end) == (months[3 * number].start, months[3 * number + 2].end)
    for number, half in enumerate(halves):
        assert (half.start, half.end) == (quarters[2 * number].start, quarters[2 * number + 1].end)


@given(st.data(), CALENDARS)
def test_a_period_is_read_back_from_its_key(data: st.DataObject, calendar: Calendar) -> None:
    period = data.draw(periods(calendar))
    assert calendar.parse(period.key) == period
    assert period.start <= period.end


@given(st.data(), CALENDARS)
def test_neighbours_and_last_year_keep_their_length(data: st.DataObject, calendar: Calendar) -> None:
    period = data.draw(periods(calendar))
    before, after = calendar.previous(period), calendar.next(period)
    assert before.end + ONE == period.start
    assert after.start - ONE == period.end
    assert calendar.next(before) == calendar.previous(after) == period
    earlier = calendar.year_before(period)
    assert earlier.span == period.span
    assert 364 <= (period.end - earlier.end).days <= 367


@given(st.data(), CALENDARS)
def test_the_running_total_ends_with_the_period_and_begins_once_a_year(
    data: st.DataObject, calendar: Calendar
) -> None:
    period = data.draw(periods(calendar))
    total = calendar.to_date(period)
    assert total.end == period.end
    assert total.start <= period.start
    if total.start != period.start:  # else the period is all of it
        assert calendar.month_of(total.start).index == calendar.year_start
        assert calendar.month_of(total.start).start == total.start
        assert (total.end - total.start).days < 367


@given(st.data(), CALENDARS)
def test_the_running_total_grows_by_the_months(data: st.DataObject, calendar: Calendar) -> None:
    month = calendar.month(data.draw(st.integers(1904, 2196)), data.draw(st.integers(1, 12)))
    total = calendar.to_date(month)
    if month.index == calendar.year_start:
        assert total.start == month.start
    else:
        assert total.start == calendar.to_date(calendar.previous(month)).start


@given(DATES, CALENDARS)
def test_a_free_stretch_of_one_day_runs_with_its_month(day: date, calendar: Calendar) -> None:
    month = calendar.month_of(day)
    assert calendar.to_date(free_period(day, day)).start == calendar.to_date(month).start


@given(st.data(), CALENDARS)
def test_months_within_cover_the_period(data: st.DataObject, calendar: Calendar) -> None:
    period = data.draw(periods(calendar))
    months = calendar.months_within(period)
    assert months[0].start <= period.start <= months[0].end
    assert months[-1].start <= period.end <= months[-1].end
    assert all(one.end + ONE == other.start for one, other in pairwise(months))
    if period.span is not Span.FREE:
        assert (months[0].start, months[-1].end) == (period.start, period.end)


@given(st.data(), CALENDARS, st.dates(date(1901, 1, 1), date(2199, 1, 1)))
def test_a_stored_day_is_inside_just_when_the_day_is(
    data: st.DataObject, calendar: Calendar, day: date
) -> None:
    period = data.draw(periods(calendar))
    assert (period.after < stored(day) <= period.through) == (period.start <= day <= period.end)


@given(st.integers(1903, 2196), st.integers(1, 12), CALENDARS)
def test_a_month_only_date_counts_into_that_month(year: int, number: int, calendar: Calendar) -> None:
    inside = [
        month.key
        for month in (calendar.month(year, number), calendar.previous(calendar.month(year, number)))
        if month.after < stored(Month(year, number)) <= month.through
    ]
    assert inside == [f"{year}-{number:02d}"]


def test_the_cut_off_makes_october_end_on_the_25th() -> None:
    assert CUT.month(2026, 10) == Period(Span.MONTH, date(2026, 9, 26), date(2026, 10, 25), 2026, 10)
    assert CUT.month(2026, 10).days == "2026年9月26日—10月25日"
    assert CUT.month(2026, 12) == Period(Span.MONTH, date(2026, 11, 26), date(2026, 12, 31), 2026, 12)
    assert CUT.month(2027, 1).start == date(2027, 1, 1)
    strict = Calendar(cut_off=25, december_full=False)
    assert strict.month(2026, 12).end == date(2026, 12, 25)
    assert strict.month(2027, 1).start == date(2026, 12, 26)
    assert CUT.month(2026, 2).end == date(2026, 2, 25)
    assert Calendar(cut_off=28).month(2026, 2).end == date(2026, 2, 28)


def test_the_spans_as_they_are_called() -> None:
    assert [PLAIN.parse(text).label for text in ("2026-10", "2026Q3", "2026H1", "2026H2", "2026")] == [
        "2026年10月",
        "2026年第三季度",
        "2026年上半年",
        "2026年下半年",
        "2026年",
    ]
    assert PLAIN.parse("2025-12-01..2026-01-31").label == "2025年12月1日—2026年1月31日"


def test_the_same_stretch_of_last_year_knows_29_february() -> None:
    leap = free_period(date(2024, 2, 29), date(2024, 2, 29))
    assert PLAIN.year_before(leap) == Period(Span.FREE, date(2023, 2, 28), date(2023, 2, 28), 2023)
    assert PLAIN.year_before(PLAIN.month(2024, 2)).end == date(2023, 2, 28)


def test_the_running_total_may_begin_in_another_month() -> None:
    school = Calendar(year_start=9)
    assert school.to_date(school.month(2026, 10)).start == date(2026, 9, 1)
    assert school.to_date(school.month(2026, 8)).start == date(2025, 9, 1)


TERMS = (date(2021, 11, 8), date(2026, 9, 20))


@pytest.mark.parametrize(
    ("calendar", "key", "start", "since", "name"),
    [
        (Calendar(), "2026-10", date(2026, 1, 1), "今年以来", "今年累计"),
        (Calendar(cut_off=25, december_full=False), "2026-10", date(2025, 12, 26), "今年以来", "今年累计"),
        (Calendar(year_start=7), "2026-10", date(2026, 7, 1), "7月以来", "7月起累计"),
        (Calendar(year_start=7), "2026-03", date(2025, 7, 1), "2025年7月以来", "7月起累计"),
        (Calendar(begins=TERMS, by_term=True), "2026-08", date(2021, 11, 8), "本届以来", "本届累计"),
        (Calendar(begins=TERMS, by_term=True), "2026-10", date(2026, 9, 20), "本届以来", "本届累计"),
        (Calendar(begins=TERMS, by_term=True), "2026-09", date(2026, 9, 1), "本届以来", "本届累计"),
        (Calendar(begins=TERMS, by_term=True), "2020-05", date(2020, 1, 1), "今年以来", "今年累计"),
        (Calendar(begins=(date(2026, 3, 15),)), "2026-10", date(2026, 3, 15),
         "自2026年3月15日以来", "2026年3月15日起累计"),
        (Calendar(begins=(date(2026, 3, 15),)), "2026-02", date(2026, 1, 1), "今年以来", "今年累计"),
    ],
)  # fmt: skip
def test_a_running_total_begins_where_the_office_says(
    calendar: Calendar, key: str, start: date, since: str, name: str
) -> None:
    period = calendar.parse(key)
    total = calendar.to_date(period)
    assert (total.start, total.end) == (start, period.end)
    assert (calendar.since(period), calendar.total_name(period)) == (since, name)


@pytest.mark.parametrize(
    "text",
    ["", "十月", "2026-13", "2026-00", "2026-1", "2026Q5", "2026Q0", "2026H3", "26-10", "2026-10-12",
     "1899", "2500", "2026-01-01..2026-02-30", "2026-07-31..2026-01-01", "0001-01-01..0001-02-01",
     "9999-01-01..9999-12-31", "2026-01-01..9999-12-31", "1900-01-01..1900-12-31", "2026-01-01..",
     "..2026-01-01", "2026-10\n2026-11", "x" * 5000],
)  # fmt: skip
def test_a_wrong_period_gets_a_sentence(text: str) -> None:
    with pytest.raises(AppError, match="期间"):
        PLAIN.parse(text)


@pytest.mark.parametrize("key", ["2026", "2026H1", "2026H2", "2026Q3", "2026-08", "2025-11-01..2026-02-28"])
def test_a_running_total_holds_the_whole_period(key: str) -> None:
    calendar = Calendar(year_start=7)
    period = calendar.parse(key)
    total = calendar.to_date(period)
    assert total.start <= period.start
    assert total.end == period.end
