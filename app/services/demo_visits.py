"""DemoVisits: members' visits to the grassroots in the sample county, with what people raised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from app.models.context import Ref
from app.services.demo_calendar import DemoCalendar
from app.services.demo_source import Family, Hamlet, Town
from app.services.demo_world import Raw, Seat, World, months

_REST = 120  # days before a visit of the same name


@dataclass(slots=True)
class Paid:
    """One visit as decided."""

    day: date
    name: str
    host: str
    family: Family
    hamlet: Hamlet
    extra: Mapping[str, Any]
    words: dict[str, str]
    seats: list[Seat] = field(default_factory=list)
    raw: Raw = field(default_factory=dict)
    ref: Ref = field(default_factory=lambda: Ref(""))

    @property
    def draft(self) -> bool:
        return bool(self.extra.get("lacks") or self.extra.get("planned"))


class DemoVisits:
    """Chooses whom to visit by place and season, and writes it out."""

    def __init__(self, world: World, calendar: DemoCalendar) -> None:
        self._world = world
        self._rng = world.rng
        self._calendar = calendar
        self._names: dict[str, date] = {}
        self._uses: dict[str, int] = defaultdict(int)

    def paid(self) -> Iterator[Paid]:
        """All visits by date, the written-down ones in their month."""
        schedule = self._world.source.schedule
        for month, _, _, (_, count, _) in months(schedule):
            fixed = [self._fixed(*entry) for entry in schedule["visits"] if entry[0].startswith(month)]
            wanted = count - sum(not visit.draft for visit in fixed)
            drawn = [self._drawn(day, town) for day, town in self._calendar.slots(month, wanted)]
            for visit in sorted([*fixed, *drawn], key=lambda visit: visit.day):
                visit.raw = self._raw(visit)
                yield visit

    def _fixed(self, on: str, name: str, key: str, town: str, village: str, extra: Raw) -> Paid:
        day, family = date.fromisoformat(on), next(f for f in self._world.source.visits if f["key"] == key)
        hamlet = self._world.source.hamlets[village]
        visit = Paid(day, name, extra["host"], family, hamlet, extra, self._world.words(hamlet, family))
        if "same" in extra:
            same = next(s for s in self._world.seats if s.name == extra["same"] and s.sector == "industry")
            visit.seats = self._world.take(day, [same])
        return visit

    def _drawn(self, day: date, town: Town) -> Paid:
        fitting = [f for f in self._world.source.visits if any(h.area in f["areas"] for h in town.villages)]
        weights = [
            (3 if day.month in f.get("months", ()) else 1) / (2 + self._uses[f["key"]]) for f in fitting
        ]
        family = self._world.teller.weighted(fitting, weights)
        self._uses[family["key"]] += 1
        hamlet = self._world.village_for(town, family)
        words = self._world.words(hamlet, family)
        return Paid(day, *self._name(day, family, words), family, hamlet, {}, words)

    def _name(self, day: date, family: Family, words: dict[str, str]) -> tuple[str, str]:
        """A name, not used in the last months if there is one, and whom it is paid to."""
        name, host = "", ""
        for templates in self._rng.sample(family["visits"], len(family["visits"])):
            name, host = (self._world.say(template, words) for template in templates)
            if name not in self._names or (day - self._names[name]).days > _REST:
                break
        self._names[name] = day
        return name, host

    def _raw(self, visit: Paid) -> Raw:
        world, rng, family, town = self._world, self._rng, visit.family, visit.hamlet.town
        count = world.teller.weighted((1, 2, 3, 4), (3, 5, 3, 1))
        visit.seats = visit.seats or world.pick(visit.day, count, town.name, family["sectors"])
        raw: Raw = {
            "name": visit.name, "happened_on": visit.day, "campaign": rng.choice(family["campaign"]),
            "host": visit.host,
            "linked_kind": _linked_kind(family, visit.hamlet),
            "ways": family["ways"], "audience": family["audience"],
            "township": world.ref("township", town.name), "village": world.ref("village", visit.hamlet.name),
            "place": visit.hamlet.name, "recorder": rng.choice(town.recorders),
            "members": [seat.ref for seat in visit.seats],
        }  # fmt: skip
        if visit.extra.get("planned"):
            return raw
        low, high = family["masses"]
        people = {"masses": visit.extra.get("masses") or rng.randint(low, high)}
        for role, share, most in (("office", 0.45, 2), ("cadres", 0.7, 2), ("experts", 0.1, 2)):
            if rng.random() < share:
                people[role] = rng.randint(1, most)
        visit.words["m"] = str(people["masses"])
        if "people" in visit.extra.get("lacks", ()):
            del people["masses"]
        return raw | {"people": people} | self._results(visit)

    def _results(self, visit: Paid) -> Raw:
        world, rng, family, words = self._world, self._rng, visit.family, visit.words
        rows = [self._problem(visit.day, entry, words) for entry in world.teller.some(family["heard"], 1, 3)]
        answered = sum(row["answered"] for row in rows) + rng.randint(0, 1)
        demands = max(answered, len(rows)) + rng.randint(0, 2)
        content = "".join(world.say(text, words) for text in world.teller.some(family["content"], 3, 4))
        found: Raw = {"content": content, "demands": demands, "answered": answered, "problems_raised": rows}
        if world.chance(0.6):
            found["outcome"] = self._outcome(words | {"a": str(answered), "b": str(demands - answered)})
        if "donation" in family and world.chance(0.6):
            low, high = family["donation"]
            found["donation"] = rng.randrange(low, high, 100)
        if "experts" in family and world.chance(0.5):
            found["experts"] = rng.randint(*family["experts"])
        if "talks" in family:
            found["talks"] = family["talks"]
        return found | _given(visit)

    def _outcome(self, words: dict[str, str]) -> str | None:
        phrases = self._world.source.phrases
        if words["b"] == "0":
            return self._world.say(phrases["visit_answered"][0], words)
        several = phrases["visit_outcome"] if words["a"] != "0" else phrases["visit_outcome"][1:2]
        return self._world.say(self._rng.choice(several), words)

    def _problem(self, day: date, entry: list[str], words: dict[str, str]) -> Raw:
        text, sort, unit, result = entry
        raw: Raw = {
            "text": self._world.say(text, words),
            "sort": sort,
            "handed_to": self._world.say(unit, words),
        }
        if self._world.chance(0.28):
            return raw | {
                "answered": True,
                "result": self._world.say(result, words),
                "closed_on": day,
                "told_on": day,
            }
        raw |= {"answered": False, "deadline": day + timedelta(days=self._rng.choice((15, 30, 30, 60)))}
        closed = self._world.later(day, 4, 45)
        if closed <= self._world.today and self._world.chance(0.87):
            raw |= {"closed_on": closed, "result": self._world.say(result, words)}
            told = closed + timedelta(days=self._rng.randint(0, 7))
            if told <= self._world.today:
                raw["told_on"] = told
        return raw


def _given(visit: Paid) -> Raw:
    """What such a visit gives besides, told from its day so that all else stays as it was drawn."""
    turn = visit.day.toordinal() % 4
    match visit.family["key"]:
        case "science":
            found: Raw = {"tech_talks": visit.family["talks"]}
        case "clinic_visit":
            found = {"patients": 12 + 3 * turn}
        case "school":
            found = {"students": 2 + turn} if turn else {}
        case "planters" | "ethnic_village":
            found = {"purchases": 800 + 600 * turn} if turn else {}
        case "elder_home" | "temple":
            found = {"artworks": 4 + 2 * turn} if turn == 1 else {}
        case _:
            found = {}
    if turn == 0 and visit.day.day % 3 == 0:
        found["opinion_infos" if visit.day.day % 2 else "proposals"] = 1
    return found


def _linked_kind(family: Family, hamlet: Hamlet) -> str:
    if family["linked"] in ("village", "community"):
        return "community" if hamlet.name.endswith("社区") else "village"
    return str(family["linked"])
