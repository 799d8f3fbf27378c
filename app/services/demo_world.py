"""World: what of the sample county is in the store already, and who can be where on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.models.context import Ref
from app.services.demo_source import DemoSource, Family, Hamlet, Town
from app.services.demo_text import Names, Teller

Raw = dict[str, Any]
FIRST_DAY = date(2024, 11, 1)
CLERK = "王秀兰"


@dataclass(eq=False, slots=True)
class Seat:
    """One term of office: whose, where, from when to when; zeal says how often he takes part."""

    name: str
    gender: str
    sector: str
    town: str
    employer: str
    posts: list[str]
    start: date
    end: date | None = None
    zeal: float = 1.0
    person: str = ""
    ref: Ref = field(default_factory=lambda: Ref(""))
    born: date | None = None
    left: str = ""

    def serves(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    @property
    def identity(self) -> str:
        return f"县政协委员，{self.employer}"


@dataclass(eq=False, slots=True)
class Room:
    """A studio and who belongs to it since when."""

    name: str
    sort: str
    town: str
    sector: str
    opened: date
    address: str
    demo_level: str
    rows: list[tuple[Seat, date, date | None]] = field(default_factory=list)
    lead: Seat | None = None
    ref: Ref = field(default_factory=lambda: Ref(""))

    def members(self, day: date) -> list[Seat]:
        return [seat for seat, joined, left in self.rows if joined <= day and (left is None or day <= left)]


class Ids:
    """Uuids that come out the same each time."""

    def __init__(self, seed: int) -> None:
        self._rng = Random(seed)

    def __call__(self) -> str:
        return UUID(int=self._rng.getrandbits(128), version=4).hex


class World:
    """The county while it is being filled: one chance, one teller, pointers to what was added."""

    def __init__(self, source: DemoSource, seed: int, today: date) -> None:
        self.source = source
        self.today = today
        self.rng = Random(seed)
        self.teller = Teller(self.rng)
        self.names = Names(self.rng, source.names)
        for name in (CLERK, *(name for town in source.towns.values() for name in town.recorders)):
            self.names.take(name)
        self.refs: dict[tuple[str, str], Ref] = {}
        self.seats: list[Seat] = []
        self.rooms: list[Room] = []
        self.busy: dict[date, set[str]] = defaultdict(set)
        self.used_villages: dict[str, int] = defaultdict(int)

    def ref(self, kind: str, name: str) -> Ref:
        return self.refs[kind, name]

    def say(self, template: str, words: dict[str, str]) -> str:
        return self.teller.say(template, words)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def words(self, hamlet: Hamlet, family: Family | None = None) -> dict[str, str]:
        """What a sentence about this place may name; numbers of the topic too."""
        town = hamlet.town
        firm = self.rng.choice(town.firms)
        found = {
            "t": town.name, "st": town.short, "v": hamlet.name, "e": self.rng.choice(hamlet.parts),
            "s": self.rng.choice(town.streets), "gov": town.government, "vc": hamlet.committee,
            "school": town.school, "firm": firm,
            "coop": firm if "合作社" in firm else f"{hamlet.name}富民专业合作社",
        }  # fmt: skip
        if family:
            found |= {"name": family.get("name", "")} | self.teller.numbers(family)
        return found

    def pick(self, day: date, count: int, town: str, sectors: Sequence[str]) -> list[Seat]:
        """Members for an activity: of the place and of the trade first, none twice on one day."""
        pool = [seat for seat in self.seats if seat.serves(day) and seat.person not in self.busy[day]]
        weights = [
            seat.zeal * (5 if seat.town == town else 1) * (4 if seat.sector in sectors else 1)
            for seat in pool
        ]
        return self.take(day, _drawn(self.rng, pool, weights, count))

    def take(self, day: date, seats: list[Seat]) -> list[Seat]:
        """Notes that these are engaged on the day."""
        self.busy[day].update(seat.person for seat in seats)
        return seats

    def free(self, day: date, seats: Sequence[Seat]) -> list[Seat]:
        return [seat for seat in seats if seat.serves(day) and seat.person not in self.busy[day]]

    def seat(self, name: str) -> Seat:
        return next(seat for seat in self.seats if seat.name == name)

    def group_head(self, town: str, day: date) -> Seat | None:
        heads = (seat for seat in self.seats if "group_head" in seat.posts and seat.town == town)
        return next((seat for seat in heads if seat.serves(day)), None)

    def village_for(self, town: Town, family: Family) -> Hamlet:
        """Where in a township a topic fits, the least used first."""
        fitting = [hamlet for hamlet in town.villages if hamlet.suits(family)]
        least = min(self.used_villages[hamlet.name] for hamlet in fitting)
        found = self.rng.choice([h for h in fitting if self.used_villages[h.name] <= least + 1])
        self.used_villages[found.name] += 1
        return found

    def later(self, day: date, least: int, most: int) -> date:
        """A working day some days on."""
        found = day + timedelta(days=self.rng.randint(least, most))
        while found.weekday() > 4:
            found += timedelta(days=1)
        return found


def months(schedule: dict[str, Any]) -> Iterator[tuple[str, int, int, list[int]]]:
    """Key, year, month and how many meetings, visits and studio activities there are to be."""
    for key, numbers in schedule["months"].items():
        year, month = (int(part) for part in key.split("-"))
        yield key, year, month, numbers


def _drawn(rng: Random, pool: list[Seat], weights: list[float], count: int) -> list[Seat]:
    """`count` of the pool, none twice, by weight."""
    found: list[Seat] = []
    left = list(weights)
    for _ in range(min(count, len(pool))):
        place = rng.choices(range(len(pool)), left)[0]
        left[place] = 0.0
        found.append(pool[place])
    return found
