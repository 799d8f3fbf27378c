"""DemoCalendar: on which days and in which townships things happen in the sample county."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from app.services.demo_source import Town
from app.services.demo_world import World

_WEIGHTS = (10, 11, 11, 11, 10, 2.2, 1.0)  # Monday to Sunday
_CROWDED = 0.25  # how much less likely a day gets with each thing already on it
_SLACK = 1  # days before today of which nothing is entered yet


class DemoCalendar:
    """Draws days by weekday and holidays, townships by weight; quiet townships have no records in a month."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._holidays = _days(world.source.schedule["holidays"])
        self._quiet: dict[str, list[str]] = dict(world.source.schedule["quiet"])

    def quiet(self, month: str) -> list[str]:
        """The townships without any record in the month."""
        if month not in self._quiet:
            names = self._world.source.schedule["often_quiet"]
            count = self._world.teller.weighted((0, 1, 2), (5, 4, 1))
            self._quiet[month] = self._world.rng.sample(names, count)
        return self._quiet[month]

    def slots(self, month: str, count: int) -> Iterator[tuple[date, Town]]:
        """So many days of the month in their order, each with a township."""
        year, number = (int(part) for part in month.split("-"))
        days = [date(year, number, day) for day in range(1, monthrange(year, number)[1] + 1)]
        latest = self._world.today - timedelta(days=_SLACK)
        weights = [self._weight(day) if day <= latest else 0.0 for day in days]
        chosen = []
        for _ in range(count):
            place = self._world.rng.choices(range(len(days)), weights)[0]
            weights[place] *= _CROWDED
            chosen.append(days[place])
        for day in sorted(chosen):
            yield day, self.town(month)

    def town(self, month: str) -> Town:
        towns = [town for town in self._world.source.towns.values() if town.name not in self.quiet(month)]
        return self._world.teller.weighted(towns, [town.weight for town in towns])

    def _weight(self, day: date) -> float:
        return 0.05 if day in self._holidays else _WEIGHTS[day.weekday()]


def _days(ranges: list[list[str]]) -> set[date]:
    found = set()
    for start, end in ranges:
        day = date.fromisoformat(start)
        while day <= date.fromisoformat(end):
            found.add(day)
            day += timedelta(days=1)
    return found
