"""Dates as clerks type them: short ones mean the nearest day, wrong ones get a sentence."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.errors import Unfit
from app.models.days import (
    EARLIEST,
    LATEST,
    Day,
    Month,
    first,
    from_stored,
    iso,
    last,
    parse_day,
    printed,
    stored,
    weekday,
)

TODAY = date(2026, 10, 28)
DATES = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))
MONTHS = st.builds(Month, st.integers(EARLIEST, LATEST), st.integers(1, 12))
DAYS = DATES | MONTHS
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@given(DAYS, DATES, st.booleans())
def test_a_day_as_shown_is_read_back_whatever_today_is(day: Day, today: date, ahead: bool) -> None:
    for text in (iso(day), printed(day), f" {printed(day)}{weekday(day)} "):
        assert parse_day(text, today, ahead=ahead) == day


@given(DAYS)
def test_a_stored_day_comes_back(day: Day) -> None:
    assert from_stored(stored(day)) == day


@given(DAYS, DAYS)
def test_stored_days_sort_as_the_calendar_does(one: Day, other: Day) -> None:
    if first(one) < first(other):
        assert stored(one) < stored(other)


@given(MONTHS)
def test_a_month_sorts_just_before_its_first_day(month: Month) -> None:
    before = first(month) - timedelta(days=1)
    assert stored(before) < stored(month) < stored(first(month))
    assert first(month).month == last(month).month == month.month
    assert (last(month) + timedelta(days=1)).day == 1


@given(DATES, st.dates(date(1910, 1, 1), date(2190, 1, 1)))
def test_month_and_day_mean_the_nearest_not_after_today(day: date, today: date) -> None:
    for text in (f"{day.month}.{day.day}", f"{day.month:02d}{day.day:02d}", f"{day.month}月{day.day}日"):
        found = parse_day(text, today)
        assert isinstance(found, date)
        assert (found.month, found.day) == (day.month, day.day)
        assert found <= today
        assert not _same_day_between(found, today)


@given(DATES, st.dates(date(1910, 1, 1), date(2190, 1, 1)))
def test_a_deadline_means_the_nearest_not_before_today(day: date, today: date) -> None:
    found = parse_day(f"{day.month}.{day.day}", today, ahead=True)
    assert isinstance(found, date)
    assert found >= today
    assert not _same_day_between(today - timedelta(days=1), found - timedelta(days=1), found)


@given(st.integers(1, 31), st.dates(date(1910, 1, 1), date(2190, 1, 1)))
def test_a_day_of_the_month_means_the_nearest_not_after_today(number: int, today: date) -> None:
    found = parse_day(str(number), today)
    assert isinstance(found, date)
    assert found.day == number
    later = [found + timedelta(days=step) for step in range(1, (today - found).days + 1)]
    assert found <= today
    assert all(day.day != number for day in later)


@given(st.integers(1, 12), st.dates(date(1910, 1, 1), date(2190, 1, 1)))
def test_a_month_alone_means_the_nearest_not_after_today(number: int, today: date) -> None:
    found = parse_day(f"{number}月", today)
    assert isinstance(found, Month)
    assert found.month == number
    assert (found.year, found.month) <= (today.year, today.month)
    assert (found.year + 1, found.month) > (today.year, today.month)


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("12.28", date(2026, 1, 5), date(2025, 12, 28)),
        ("1.5", date(2026, 1, 5), date(2026, 1, 5)),
        ("1.6", date(2026, 1, 5), date(2025, 1, 6)),
        ("20261121", TODAY, date(2026, 11, 21)),
        ("11.21", TODAY, date(2025, 11, 21)),
        ("1121", TODAY, date(2025, 11, 21)),
        ("21", TODAY, date(2026, 10, 21)),
        ("28", TODAY, date(2026, 10, 28)),
        ("29", TODAY, date(2026, 9, 29)),
        ("31", date(2026, 3, 5), date(2026, 1, 31)),
        ("２０２６１０１２", TODAY, date(2026, 10, 12)),
        ("２０２６－１０－１２", TODAY, date(2026, 10, 12)),
        ("１０．１２", TODAY, date(2026, 10, 12)),
        ("26.3.1", TODAY, date(2026, 3, 1)),
        ("2026/3/1", TODAY, date(2026, 3, 1)),
        ("2026年3月1日 星期日", TODAY, date(2026, 3, 1)),
        ("2.29", TODAY, date(2024, 2, 29)),
        ("2.29", date(1904, 2, 1), None),
        ("2024-02-29", TODAY, date(2024, 2, 29)),
        ("2026-10", TODAY, Month(2026, 10)),
        ("202610", TODAY, Month(2026, 10)),
        ("2026.10", TODAY, Month(2026, 10)),
        ("2026年10月", TODAY, Month(2026, 10)),
        ("10月", TODAY, Month(2026, 10)),
        ("１１月份", TODAY, Month(2025, 11)),
    ],
)
def test_what_clerks_type(typed: str, today: date, day: Day | None) -> None:
    if day is None:
        assert parse_day(typed, today) == date(1896, 2, 29)
    else:
        assert parse_day(typed, today) == day


@pytest.mark.parametrize(
    "typed",
    ["2026-02-29", "2026-13-01", "2026-04-31", "13.1", "0", "32", "0.5", "13月", "99999999", "1899-12-31",
     "2200-01-01", "昨天", "-", "2026-10-12-1", "1/2/3/4", "十月", "2026-1O-12"],
)  # fmt: skip
def test_an_impossible_date_gets_a_sentence_that_says_how(typed: str) -> None:
    with pytest.raises(Unfit, match="请按"):
        parse_day(typed, TODAY)


@given(st.text(max_size=40) | st.from_regex(r"[\d\-./年月日号份 ]{1,12}", fullmatch=True))
@example("1" * 5000)
@example("1." + "2" * 5000)
@example("1" + "-" * 5000)
@example("²⁰²⁶")
@example("٢٠٢٦-١٠-١٢")
@example("\ud800")
def test_no_text_is_ever_more_than_a_date_or_a_sentence(typed: str) -> None:
    found, refusal = _parsed(typed)
    if found is None:
        assert CHINESE.search(refusal)
        assert len(refusal) < 120
    else:
        assert EARLIEST <= found.year <= LATEST


def _parsed(typed: str) -> tuple[Day | None, str]:
    try:
        return parse_day(typed, TODAY), ""
    except Unfit as unfit:
        return None, str(unfit)


def _same_day_between(after: date, through: date, like: date | None = None) -> bool:
    """Whether the same month and day comes again later than `after`, up to `through`."""
    wanted = like or after
    for year in range(after.year, through.year + 1):
        try:
            day = date(year, wanted.month, wanted.day)
        except ValueError:
            continue
        if after < day <= through:
            return True
    return False
