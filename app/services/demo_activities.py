"""DemoActivities: what the sample county's member studios did, and whom they received."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from app.services.demo_calendar import DemoCalendar
from app.services.demo_source import Family, Hamlet
from app.services.demo_world import Raw, Room, Seat, World, months

_FEWEST = 2  # members an activity takes
_TURNS = (10, 15, 20, 25)  # reception days of a month


class DemoActivities:
    """Chooses a studio and a kind of activity, and writes it out."""

    def __init__(self, world: World, calendar: DemoCalendar) -> None:
        self._world = world
        self._rng = world.rng
        self._calendar = calendar
        self._uses: dict[str, int] = defaultdict(int)

    def raws(self) -> Iterator[tuple[Room, Raw]]:
        """All activities by date with their studio."""
        for month, _, _, (*_, count) in months(self._world.source.schedule):
            for day, _ in self._calendar.slots(month, count):
                room = self._room(day, self._calendar.quiet(month))
                hamlet = self._hamlet(room)
                seats = self._seats(room, hamlet, day)
                yield room, self._raw(room, hamlet, seats, day)

    def _room(self, day: date, quiet: list[str]) -> Room:
        rooms = [r for r in self._world.rooms if r.opened <= day and r.town not in quiet]
        rooms = [r for r in rooms if len(self._world.free(day, r.members(day))) >= _FEWEST]
        weights = [(1.6 if r.demo_level else 1.0) / (1 + self._uses[r.name] / 4) for r in rooms]
        room = self._world.teller.weighted(rooms, weights)
        self._uses[room.name] += 1
        return room

    def _hamlet(self, room: Room) -> Hamlet:
        towns = self._world.source.towns
        town = towns[room.town] if room.town else self._rng.choice(list(towns.values()))
        return self._rng.choice(town.villages)

    def _seats(self, room: Room, hamlet: Hamlet, day: date) -> list[Seat]:
        free = self._world.free(day, room.members(day))
        count = min(len(free), self._world.teller.weighted((2, 3, 4, 5, 6), (3, 5, 4, 2, 1)))
        return self._world.take(day, self._rng.sample(free, count))

    def _raw(self, room: Room, hamlet: Hamlet, seats: list[Seat], day: date) -> Raw:
        world, rng = self._world, self._rng
        family = world.teller.weighted(*self._kinds(day))
        topic = rng.choice(
            [f for f in world.source.topics.values() if hamlet.suits(f)] or list(world.source.topics.values())
        )
        words = self._words(room, hamlet, topic, day)
        rows = [self._reception(day, entry, words) for entry in self._matters()]
        rows = rows if family["type"] == "reception" else []
        masses = max(len(rows), rng.randint(*family["people"]))
        answered = sum(row["answered"] for row in rows)
        words |= {"n": str(max(2, masses // 3)), "m": str(masses), "r": str(len(rows))}
        words |= {
            "a": str(answered or rng.randint(3, 9)),
            "b": str(len(rows) - answered if rows else rng.randint(1, 5)),
        }
        raw: Raw = {
            "topic": world.say(rng.choice(_topics(family, room)), words),
            "studio": room.ref, "happened_on": day,
            "activity_type": family["type"],
            "township": world.ref("township", room.town) if room.town else None,
            "village": world.ref("village", hamlet.name) if room.town else None,
            "level": "township" if room.town else "county",
            "place": room.address if family["type"] in ("reception", "study", "consult") else hamlet.name,
            "convener": seats[0].name, "recorder": rng.choice(hamlet.town.recorders),
            "members": [{"member": seats[0].ref, "role": "convener"}, *(seat.ref for seat in seats[1:])],
            "people": {"masses": masses} if masses else {"office": rng.randint(1, 2)},
            "summary": "".join(world.say(text, words) for text in family["content"]),
            "outcome": self._outcome(family, len(rows), answered, words),
        }  # fmt: skip
        if rows:
            raw["receptions"] = rows
        elif world.chance(0.6):
            raw["opinion_count"] = rng.randint(1, 7)
        if day.day % 5 == 0:  # told from the day, so that all else stays as it was drawn
            raw["opinion_infos" if day.month % 3 else "proposals"] = 1
        return raw

    def _outcome(self, family: Family, received: int, answered: int, words: dict[str, str]) -> str:
        if received and answered == received:
            return self._world.say(self._world.source.phrases["reception_answered"], words)
        if received and not answered:
            words = words | {"a": "0"}
        return self._world.say(family["outcome"], words)

    def _kinds(self, day: date) -> tuple[list[Family], list[float]]:
        families = self._world.source.activities["families"]
        return families, [
            family["weight"] * (3 if family["type"] == "reception" and day.day in _TURNS else 1)
            for family in families
        ]

    def _words(self, room: Room, hamlet: Hamlet, topic: Family, day: date) -> dict[str, str]:
        words = self._world.words(hamlet, topic)
        finding = self._world.say(self._rng.choice(topic["findings"]), words)
        more = {"month": str(day.month), "day": str(day.day), "family": topic["name"], "findings": finding}
        return words | more | {"term": "十一届", "room": room.name}

    def _matters(self) -> list[list[str]]:
        return self._world.teller.some(self._world.source.activities["receptions"], 2, 5)

    def _reception(self, day: date, entry: list[str], words: dict[str, str]) -> Raw:
        matter, sort, unit, result = entry
        raw: Raw = {
            "matter": self._world.say(matter, words), "sort": sort, "handed_to": self._world.say(unit, words),
            "visitor": self._world.names.any() if self._world.chance(0.75) else None,
        }  # fmt: skip
        if self._world.chance(0.4):
            return raw | {
                "answered": True,
                "result": self._world.say(result, words),
                "closed_on": day,
                "told_on": day,
            }
        raw |= {"answered": False, "deadline": day + timedelta(days=30)}
        closed = self._world.later(day, 3, 40)
        if closed <= self._world.today and self._world.chance(0.85):
            raw |= {"closed_on": closed, "result": self._world.say(result, words)}
            told = closed + timedelta(days=self._rng.randint(0, 6))
            if told <= self._world.today:
                raw["told_on"] = told
        return raw


def _topics(family: Family, room: Room) -> list[str]:
    """What a studio of one trade does, when that is something of its own."""
    topics: list[str] = family.get("by_sector", {}).get(room.sector) or family["topics"]
    return topics
