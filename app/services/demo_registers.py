"""Registers: the sample county's townships, villages, platforms and topic plans as raw records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.services.demo_source import Family, Hamlet, Town
from app.services.demo_world import CLERK, Raw, World, months

_MOST_STUDIOS = 4
_STATES = ("answered", "answered", "answered", "reported", "discussed")


def township_raws(world: World) -> list[Raw]:
    return [
        {"name": town.name, "code": town.code, "position": place, "contact": town.recorders[0],
         "phone": f"000-8866{place:04d}"}
        for place, town in enumerate(world.source.towns.values(), start=1)
    ]  # fmt: skip


def village_raws(world: World) -> list[Raw]:
    return [
        {
            "name": hamlet.name, "township": world.ref("township", hamlet.town.name),
            "sort": "community" if hamlet.name.endswith("社区") else "village",
            "code": f"{hamlet.town.code}{hamlet.town.villages.index(hamlet) + 1:02d}",
        }
        for hamlet in world.source.hamlets.values()
    ]  # fmt: skip


def platform_raws(world: World) -> list[Raw]:
    found = []
    for name, level, town, village, opened, setting, demo, named in world.source.studios["platforms"]:
        raw: Raw = {
            "name": name, "level": level, "setting": setting, "township": world.ref("township", town),
            "village": world.ref("village", village) if village else None, "opened_on": opened,
            "address": f"{village}党群服务中心旁" if village else f"{town}便民服务中心",
            "person": world.names.holder(f"{name}负责人"),
            "premises": "党群服务中心" if setting == "fixed" else "院坝和田头",
        }  # fmt: skip
        if demo:
            number = f"示政协办〔{named[:4]}〕{world.rng.randint(6, 29)}号"
            raw |= {"demo": True, "demo_level": demo, "named_on": named, "document_no": number}
        found.append(raw)
    return found


def adjustment_raws(world: World) -> list[Raw]:
    keys = ("figure", "happened_on", "amount", "use", "reason", "basis")
    return [
        dict(zip(keys, entry, strict=True)) | {"made_by": CLERK}
        for entry in world.source.phrases["adjustments"]
    ]


def zero_report_raws(world: World, active: set[tuple[str, str]]) -> list[Raw]:
    """Who said a month was empty: townships, lately some studios; `active` has month and name.

    Of the newest month not all have reported yet.
    """
    newest, schedule = f"{world.today:%Y-%m}", world.source.schedule
    found: list[Raw] = []
    for month, *_ in months(schedule):
        reporting = schedule["zero"] if month == newest else list(world.source.towns)
        idle = [name for name in reporting if (month, name) not in active]
        found += [
            {"month": month, "township": world.ref("township", name),
             "reported_by": world.source.towns[name].recorders[0]}
            for name in idle
        ]  # fmt: skip
        if schedule["zero_studios_from"] <= month < newest:
            quiet = [r for r in world.rooms if f"{r.opened:%Y-%m}" <= month and (month, r.name) not in active]
            found += [
                {"month": month, "studio": room.ref, "reported_by": room.lead.name if room.lead else None}
                for room in world.teller.some(quiet, 1, _MOST_STUDIOS)
            ]
    return found


CANCELLED = "部门已经直接办理，撤销这个议题。"


class Plans:
    """The topics each year's consultations are planned on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng = world.rng

    def raws(self) -> Iterator[tuple[int, Town, Family, int, Raw]]:
        """Year, township, topic and planned month, with the raw record."""
        for year, count in self._world.source.schedule["plans"].items():
            towns = list(self._world.source.towns.values())
            used: dict[str, set[str]] = {town.name: set() for town in towns}
            for place in range(count):
                town = towns[place % len(towns)]
                family = self._family(town, used[town.name])
                used[town.name].add(family["key"])
                month = self._rng.choice(
                    (11, 12) if year == "2024" else (2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9, 10, 11, 12)
                )
                yield int(year), town, family, month, self._raw(int(year), town, family, month, place)

    def _family(self, town: Town, used: set[str]) -> Family:
        topics = [f for f in self._world.source.topics.values() if any(h.suits(f) for h in town.villages)]
        return self._rng.choice([family for family in topics if family["key"] not in used])

    def _raw(self, year: int, town: Town, family: Family, month: int, place: int) -> Raw:
        hamlet = next(h for h in town.villages if h.suits(family))
        brand = brand_for(self._world, hamlet)
        added = place >= 30
        state = self._state(year, month)
        approved = date(year, 7, 16) if added else date(year, 2, 26) if year == 2025 else date(year, 1, 30)
        return {
            "year": year, "name": self._world.say(family["plan"], self._world.words(hamlet)), "brand": brand,
            "focus": family["focus"] if brand == "courtyard" else None,
            "source": self._rng.choice(list(self._world.source.phrases["openings"])),
            "level": "township", "township": self._world.ref("township", town.name), "leader": town.leader,
            "committee": family["committee"], "planned_on": f"{year}-{month:02d}",
            "state": state, "remark": CANCELLED if state == "cancelled" else None, "approved_on": approved,
            "document_no": f"示政协发〔{year}〕{8 if added else 3}号",
            "reason": self._rng.choice(self._world.source.phrases["plan_reasons"]),
        }  # fmt: skip

    def _state(self, year: int, month: int) -> str:
        if year == self._world.today.year:
            if month > self._world.today.month:
                return self._rng.choice(("approved", "researching"))
            if month >= self._world.today.month - 2:
                return self._rng.choice(("researching", "discussed", "reported"))
        if self._world.chance(0.03):
            return "cancelled"
        return self._rng.choice(_STATES)


def brand_for(world: World, hamlet: Hamlet) -> str:
    """院坝协商 in villages, 协商在基层 in town, now and then another."""
    shares: dict[str, float]
    if hamlet.area == "rural":
        shares = {"courtyard": 66, "grassroots": 26, "micro": 8}
    else:
        shares = {"grassroots": 72, "sector_talk": 14, "micro": 9, "courtyard": 5}
    return world.teller.weighted(list(shares), list(shares.values()))
