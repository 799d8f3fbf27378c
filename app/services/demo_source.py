"""DemoSource: the invented names, places, topics and phrases the sample county is made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.paths import RESOURCES

FOLDER = RESOURCES / "demo"
TOPICS = ("topics_town", "topics_village", "topics_work")
Family = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Town:
    """A township: what stands in places.json about it."""

    name: str
    code: str
    weight: int
    leader: str
    group: int
    recorders: tuple[str, ...]
    streets: tuple[str, ...]
    school: str
    firms: tuple[str, ...]
    villages: list[Hamlet] = field(default_factory=list)

    @property
    def short(self) -> str:
        """东关 of 东关街道."""
        return self.name.removesuffix("街道").removesuffix("镇").removesuffix("乡")

    @property
    def government(self) -> str:
        return self.name + ("办事处" if self.name.endswith("街道") else "人民政府")


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A village or community; area is urban, town or rural, parts are its estates or groups."""

    name: str
    area: str
    parts: tuple[str, ...]
    crops: tuple[str, ...]
    town: Town

    @property
    def committee(self) -> str:
        return self.name + "居委会" if self.name.endswith("社区") else self.name + "委会"

    def suits(self, family: Family) -> bool:
        """Whether a topic can come up here: the kind of place, and what grows there."""
        crops = family.get("crops")
        return self.area in family["areas"] and (not crops or any(crop in self.crops for crop in crops))


class DemoSource:
    """Everything in resources/demo, read once for one filling."""

    def __init__(self) -> None:
        self.names = _read("names")
        self.members = _read("members")
        self.studios = _read("studios")
        self.visits: list[Family] = _read("visits")["families"]
        self.activities = _read("studio_activities")
        self.schedule = _read("schedule")
        self.phrases = _read("phrases")
        self.topics: dict[str, Family] = {
            family["key"]: family for name in TOPICS for family in _read(name)["families"]
        }
        self.towns: dict[str, Town] = {item["name"]: _town(item) for item in _read("places")["townships"]}
        self.hamlets: dict[str, Hamlet] = {
            hamlet.name: hamlet for town in self.towns.values() for hamlet in town.villages
        }


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def _town(item: Mapping[str, Any]) -> Town:
    lists: dict[str, Any] = {key: tuple(item[key]) for key in ("recorders", "streets", "firms")}
    plain: dict[str, Any] = {
        key: item[key] for key in ("name", "code", "weight", "leader", "group", "school")
    }
    town = Town(**plain, **lists)
    for name, area, parts, crops in item["villages"]:
        town.villages.append(Hamlet(name, area, tuple(parts), tuple(crops), town))
    return town
