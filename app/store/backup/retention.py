"""Retention: which backups are kept; the order is their numbers', for clocks jump."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

DAILY, WEEKLY, MONTHLY = 12, 10, 12
LEAST = 10  # the newest by number, whatever else is said
SAFEGUARDS = 5  # of each reason: before an upgrade, an import …


@dataclass(frozen=True, slots=True)
class Made:
    """As much of a backup as decides; `safeguard` is the reason of one made before something large."""

    name: str
    number: int
    made_at: datetime
    safeguard: str = ""


def kept(backups: Iterable[Made]) -> set[str]:
    """The names to keep: newest of 12 days, 10 weeks, 12 months, 5 of each safeguard, and the 10 last.

    Days are taken as the clock said them, but in the order of the numbers, newest first: a clock set forward
    or back can fill some places with wrong days and never costs the newest.
    """
    ordered = sorted(backups, key=lambda each: (each.number, each.made_at, each.name), reverse=True)
    regular = [each for each in ordered if not each.safeguard]
    found = {each.name for each in ordered[:LEAST]}
    for most, span in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        found |= _newest_of_each(regular, most, span)
    for reason in {each.safeguard for each in ordered if each.safeguard}:
        found |= {each.name for each in [each for each in ordered if each.safeguard == reason][:SAFEGUARDS]}
    return found


def _newest_of_each(ordered: Iterable[Made], most: int, span: Callable[[date], Hashable]) -> set[str]:
    newest: dict[Hashable, str] = {}
    for each in ordered:
        when = span(each.made_at.date())
        if when not in newest:
            if len(newest) == most:
                break
            newest[when] = each.name
    return set(newest.values())


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return (day.year, day.month)
