"""DemoAgenda: which consultations the sample county holds, where, on what, and who leads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.models.context import Ref
from app.services.demo_calendar import DemoCalendar
from app.services.demo_registers import brand_for
from app.services.demo_source import Family, Hamlet, Town
from app.services.demo_world import Raw, Seat, World, months

PlanRefs = Mapping[tuple[int, str, str], tuple[int, Ref]]
"""Year, township and topic of a planned topic → planned month, and where it is."""

_PLANNED = 0.62
_REST = 75  # days before a township takes up the same topic again
_AHEAD = 1  # months a planned topic may be early
_SEASON = 3  # times as likely in its months


@dataclass(slots=True)
class Held:
    """One meeting as decided; `raw` is what goes in, `ref` where it went."""

    day: date
    topic: str
    family: Family
    hamlet: Hamlet
    brand: str
    host: str
    plan: Ref | None
    extra: Mapping[str, Any]
    words: dict[str, str]
    seats: list[Seat] = field(default_factory=list)
    raw: Raw = field(default_factory=dict)
    ref: Ref = field(default_factory=lambda: Ref(""))

    @property
    def draft(self) -> bool:
        return bool(self.extra.get("lacks") or self.extra.get("planned"))


class DemoAgenda:
    """Chooses topics by place and season and links them to the year's plans."""

    def __init__(self, world: World, calendar: DemoCalendar, plans: PlanRefs) -> None:
        self._world = world
        self._rng = world.rng
        self._calendar = calendar
        self._plans = plans
        self._titles = {entry[1] for entry in world.source.schedule["meetings"]}
        self._held: dict[tuple[str, str], date] = {}
        self._uses: dict[str, int] = defaultdict(int)

    def meetings(self) -> Iterator[Held]:
        """All meetings by date, the written-down ones in their month."""
        schedule = self._world.source.schedule
        for month, _, _, (count, *_) in months(schedule):
            entries = [entry for entry in schedule["meetings"] if entry[0].startswith(month)]
            found = [self._written(*entry) for entry in entries]
            wanted = count - sum(not meeting.draft for meeting in found)
            found += [self._drawn(day, town) for day, town in self._calendar.slots(month, wanted)]
            yield from sorted(found, key=lambda meeting: meeting.day)

    def _written(
        self, on: str, topic: str, key: str, town: str, village: str, brand: str, host: str, extra: Raw
    ) -> Held:
        day, family = date.fromisoformat(on), self._world.source.topics[key]
        hamlet = self._world.source.hamlets[village]
        words = self._world.words(hamlet, family)
        return Held(day, topic, family, hamlet, brand, host, self._plan(day, town, key), extra, words)

    def _drawn(self, day: date, town: Town) -> Held:
        family = self._family(day, town)
        hamlet = self._world.village_for(town, family)
        self._held[town.name, family["key"]] = day
        self._uses[family["key"]] += 1
        words = self._world.words(hamlet, family)
        topic, brand = self._title(family, hamlet, words), brand_for(self._world, hamlet)
        plan = self._plan(day, town.name, family["key"])
        return Held(day, topic, family, hamlet, brand, self._host(town, day), plan, {}, words)

    def _plan(self, day: date, town: str, key: str) -> Ref | None:
        found = self._plans.get((day.year, town, key))
        return found[1] if found else None

    def _family(self, day: date, town: Town) -> Family:
        """A planned topic whose time has come, or one the season and the place suggest."""
        topics = self._world.source.topics
        if self._world.chance(_PLANNED):
            due = [
                topics[key]
                for (year, name, key), (month, _) in self._plans.items()
                if (year, name) == (day.year, town.name)
                and month <= day.month + _AHEAD
                and self._rested(day, town, key)
            ]
            if due:
                return self._rng.choice(due)
        fitting = [family for family in topics.values() if any(h.suits(family) for h in town.villages)]
        rested = [family for family in fitting if self._rested(day, town, family["key"])] or fitting
        weights = [
            (_SEASON if day.month in family.get("months", ()) else 1) / (1 + self._uses[family["key"]])
            for family in rested
        ]
        return self._world.teller.weighted(rested, weights)

    def _rested(self, day: date, town: Town, key: str) -> bool:
        before = self._held.get((town.name, key))
        return before is None or (day - before).days > _REST

    def _title(self, family: Family, hamlet: Hamlet, words: dict[str, str]) -> str:
        """One of the topic's titles; with the place before it when it was used already."""
        templates = self._rng.sample(family["titles"], len(family["titles"]))
        titles = [self._world.say(template, words) for template in templates]
        titles += [f"{hamlet.name}{title}" for title in titles if hamlet.name not in title]
        titles.append(f"{words['e']}{family['name']}问题再协商")
        title = next((title for title in titles if title not in self._titles), titles[-1])
        self._titles.add(title)
        return title

    def _host(self, town: Town, day: date) -> str:
        head = None if self._world.chance(0.6) else self._world.group_head(town.name, day)
        return head.name if head else town.leader
