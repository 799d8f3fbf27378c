"""What is kept of many backups, with clocks that run and clocks that jump."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.backup.backup import Reason
from app.store.backup.retention import DAILY, LEAST, MONTHLY, SAFEGUARDS, WEEKLY, Made, kept

BEGIN = datetime(2024, 3, 1, 8, 30)
SAFE = [str(reason) for reason in Reason if reason.is_safeguard]
clocks = st.lists(
    st.tuples(
        st.one_of(
            st.integers(1, 60 * 24), st.integers(-60 * 24 * 4000, 60 * 24 * 4000), st.just(0)
        ),
        st.sampled_from(["", "", "", *SAFE]),
    ),
    max_size=120,
)  # fmt: skip


def made(number: int, at: datetime, safeguard: str = "") -> Made:
    return Made(f"{number:04d}", number, at, safeguard)


def living(steps: list[tuple[int, str]]) -> list[list[Made]]:
    """What is there after each backup, when what is not kept is taken out at once; minutes between them."""
    now, there, found = BEGIN, [], []
    for number, (minutes, safeguard) in enumerate(steps, 1):
        now = min(max(now + timedelta(minutes=minutes), datetime(1980, 1, 1)), datetime(2099, 12, 31))
        there = [*there, made(number, now, safeguard)]
        keeping = kept(there)
        there = [each for each in there if each.name in keeping]
        found.append(there)
    return found


@given(clocks)
def test_the_newest_by_number_are_there_whatever_the_clock_says(steps: list[tuple[int, str]]) -> None:
    for count, there in enumerate(living(steps), 1):
        newest = set(range(count, max(0, count - LEAST), -1))
        assert newest <= {each.number for each in there}


@given(clocks)
def test_it_does_not_grow_for_ever_and_stands_still_when_nothing_is_added(
    steps: list[tuple[int, str]],
) -> None:
    most = LEAST + DAILY + WEEKLY + MONTHLY + SAFEGUARDS * len(SAFE)
    for there in living(steps):
        assert len(there) <= most
        assert kept(there) == {each.name for each in there}


@given(clocks)
def test_of_each_safeguard_the_newest_are_kept(steps: list[tuple[int, str]]) -> None:
    everything = [made(n, BEGIN, safe) for n, (_, safe) in enumerate(steps, 1)]
    last = living(steps)[-1] if steps else []
    for reason in SAFE:
        wanted = [each.number for each in everything if each.safeguard == reason][-SAFEGUARDS:]
        assert set(wanted) <= {each.number for each in last}


@settings(max_examples=15)
@given(st.integers(0, 420), st.integers(1, 3))
def test_with_a_clock_that_runs_days_weeks_and_months_are_covered(days: int, daily: int) -> None:
    """An office that works every day: the last backup of each day, week and month that counts is there."""
    steps = [(24 * 60 // daily, "")] * (days * daily + 1)
    everything, now = [], BEGIN
    for number, (minutes, _) in enumerate(steps, 1):
        now += timedelta(minutes=minutes)
        everything.append(made(number, now))
    there = {each.number for each in living(steps)[-1]}
    for most, span in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        last_of = {each.made_at.strftime(span): each.number for each in everything}
        assert set(list(last_of.values())[-most:]) <= there


def test_a_clock_set_forward_for_a_week_costs_no_month_but_one() -> None:
    months = [made(n, datetime(2026, n, 15)) for n in range(1, 13)]
    ahead = [made(12 + n, datetime(2061, 5, n)) for n in range(1, 8)]
    back = [made(19 + n, datetime(2026, 12, 15 + n)) for n in range(1, 11)]
    there = kept([*months, *ahead, *back])
    assert {each.name for each in back} <= there
    assert {each.name for each in months[1:11]} <= there
    assert ahead[-1].name in there
    assert months[0].name not in there


def test_a_clock_that_starts_anew_every_day_keeps_the_last_ones() -> None:
    """An old computer with an empty battery: it is the first of January 2010 every morning."""
    same = [made(n, datetime(2010, 1, 1, 0, n % 60)) for n in range(1, 60)]
    assert {each.name for each in same[-LEAST:]} == kept(same)
