"""A random office, the same every time: three years, two terms, drafts, plans, deletions and adjustments."""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from app.clock import FixedClock
from app.models.figures import FIGURES
from app.paths import DataFolder
from app.services.office import Office
from app.store.connection import open_connection
from app.store.store import Store
from tests.office import MOMENT, small_office

FIRST, LAST = date(2024, 6, 1), date(2026, 10, 28)
CHANGE = date(2026, 7, 1)  # the first day of the new term
COUNTED = tuple(figure.key for figure in FIGURES if figure.source)


def random_office(folder: Path) -> Office:
    """A copy of it to work on; everything in it is invented."""
    shutil.copytree(_built(), folder, dirs_exist_ok=True)
    return Office(Store(DataFolder(folder)), FixedClock(MOMENT))


def rows(office: Office, statement: str, **values: Any) -> list[Any]:
    """What a plain SELECT gives, through the driver alone."""
    connection = open_connection(office.store.folder.store, None, write=False)
    found = connection.execute(statement, values).fetchall()
    connection.close()
    return list(found)


class _Chance:
    """Draws what a record says."""

    def __init__(self, office: Office) -> None:
        self.draw = random.Random(20261028)
        members = rows(office, "SELECT m.uuid, t.name FROM membership m JOIN term t ON t.id=m.term_id")
        self._members = {
            term: [uuid for uuid, name in members if name == term] for term in ("十一届", "十二届")
        }
        self.options = office.options()
        self.towns = ["永兴街道", "青山镇", "大河镇"]
        self.villages = {
            "永兴街道": ["大树营社区", "金桂社区", "东门社区"],
            "青山镇": ["青山村", "石桥村"],
            "大河镇": ["河口村"],
        }

    def day(self, first: date = FIRST, last: date = LAST) -> date:
        return first + timedelta(days=self.draw.randint(0, (last - first).days))

    def said(self, day: date) -> str:
        """Now and then only the month is known."""
        return f"{day:%Y-%m}" if self.draw.random() < 0.08 else day.isoformat()

    def maybe(self, share: float, value: Any) -> Any:
        return value if self.draw.random() < share else None

    def option(self, name: str) -> str:
        return self.draw.choice(self.options.entries(name)).key

    def place(self) -> dict[str, Any]:
        """A township with or without a village, the county itself, or nothing said."""
        kind = self.draw.random()
        if kind < 0.1:
            return {"level": "county"}
        if kind < 0.2:
            return {}
        town = self.draw.choice(self.towns)
        found = {"township": town, "level": self.maybe(0.5, "township")}
        return found | {"village": self.maybe(0.6, self.draw.choice(self.villages[town]))}

    def members(self, day: date, least: int = 0) -> list[dict[str, Any]]:
        """Who was in office on the day; some on leave, some not there at all."""
        there = self._members["十一届" if day < CHANGE else "十二届"]
        chosen = self.draw.sample(there, self.draw.randint(least, 5))
        states = ["present"] * 6 + ["leave", "absent"]
        found = [{"member": uuid, "status": self.draw.choice(states)} for uuid in chosen]
        if least and all(entry["status"] != "present" for entry in found):
            found[0]["status"] = "present"
        return found

    def people(self) -> dict[str, int]:
        roles = ["masses", "cadres", "leaders", "departments", "experts", "unnamed_county"]
        return {role: self.draw.randint(0, 30) for role in self.draw.sample(roles, self.draw.randint(1, 4))}

    def activity(self) -> dict[str, Any]:
        day = self.day()
        unit = self.maybe(0.1, "联合县政协")
        return {"happened_on": self.said(day), "people": self.people(), "counting_unit": unit} | self.place()


def _meeting(chance: _Chance, index: int) -> dict[str, Any]:
    raw = chance.activity()
    day = _first(raw["happened_on"])
    brand = chance.option("brand")
    wanted = {"topic": f"会议 {index}", "brand": brand, "members": chance.members(day)}
    focus = chance.option("focus") if brand == "courtyard" or chance.draw.random() < 0.3 else None
    if chance.draw.random() < 0.4:
        before = day - timedelta(days=chance.draw.randint(1, 20))
        wanted["research"] = [{"on": before.isoformat()}] * chance.draw.randint(1, 2)
    return raw | wanted | {
        "focus": focus,
        "party_head": chance.maybe(0.5, chance.draw.random() < 0.5),
        "plan": chance.maybe(0.4, f"议题 {chance.draw.randint(0, 14)}"),
        "opinions": [{"text": "意见", "adopted": chance.maybe(0.7, chance.option("adoption"))}
                     for _ in range(chance.draw.randint(0, 4))],
        "consensus": [_consensus(chance, day) for _ in range(chance.draw.randint(0, 3))],
        "instructions": [{"leader": "某领导", "given_on": chance.said(chance.day(day, LAST))}
                         for _ in range(chance.draw.choice((0, 0, 1, 2)))],
    }  # fmt: skip


def _consensus(chance: _Chance, day: date) -> dict[str, Any]:
    if chance.draw.random() < 0.2:
        return {"text": "共识"}
    task: dict[str, Any] = {"unit": "某局", "state": chance.draw.choice(("open", "working", "stuck"))}
    task["deadline"] = chance.maybe(0.8, chance.said(day + timedelta(days=chance.draw.randint(10, 200))))
    if chance.draw.random() < 0.5:
        task |= {"state": "closed", "closed_on": chance.day(day, LAST).isoformat()}
        task["told_on"] = chance.maybe(0.5, chance.said(chance.day(day, LAST)))
    return {"text": "共识", "task": task}


def _visit(chance: _Chance, index: int) -> dict[str, Any]:
    raw = chance.activity()
    day, draw = _first(raw["happened_on"]), chance.draw
    demands = chance.maybe(0.7, draw.randint(1, 9))
    return raw | {
        "name": f"走访 {index}", "members": chance.members(day, 1), "people_served": draw.randint(0, 80),
        "demands": demands, "answered": chance.maybe(0.5, draw.randint(0, demands or 0)),
        "experts": chance.maybe(0.2, draw.randint(0, 4)), "talks": chance.maybe(0.2, draw.randint(0, 2)),
        "donation": chance.maybe(0.3, f"{draw.randint(0, 99999)}.{draw.randint(0, 99):02d}"),
        "problems_raised": [
            {"text": "问题", "closed_on": chance.maybe(0.6, chance.day(day, LAST).isoformat())}
            for _ in range(draw.randint(0, 2))
        ],
    }  # fmt: skip


def _studio_activity(chance: _Chance, index: int) -> dict[str, Any]:
    raw = chance.activity()
    draw = chance.draw
    return raw | {
        "topic": f"活动 {index}", "studio": draw.choice(("青山镇委员工作室", "一号工作室", "二号工作室")),
        "activity_type": chance.option("studio_activity_type"),
        "members": chance.members(_first(raw["happened_on"]), 1),
        "people_served": chance.maybe(0.5, draw.randint(0, 40)),
        "receptions": [{"matter": "反映"}] * draw.randint(0, 3),
    }  # fmt: skip


def _deed(chance: _Chance, index: int) -> dict[str, Any]:
    day, draw = chance.day(), chance.draw
    raw = {"name": f"实事 {index}", "happened_on": day.isoformat(), "category": "traffic", "state": "working"}
    if draw.random() < 0.6:
        state = draw.choice(("closed", "revisited"))
        raw |= {"state": state, "closed_on": chance.day(day, LAST).isoformat()}
    more = {
        "led_project": chance.maybe(0.5, draw.random() < 0.5),
        "people": chance.maybe(0.8, draw.randint(0, 500)),
    }
    studio = chance.maybe(0.4, draw.choice(("青山镇委员工作室", "一号工作室")))
    return raw | more | {"studio": studio, "township": chance.maybe(0.7, draw.choice(chance.towns))}


def _case(chance: _Chance, index: int) -> dict[str, Any]:
    town = chance.maybe(0.6, chance.draw.choice(chance.towns))
    raw = {"name": f"案例 {index}", "sort": chance.option("case_kind"), "township": town}
    return raw | {"reported_on": chance.said(chance.day())}


def _topic(chance: _Chance, index: int) -> dict[str, Any]:
    place = {key: value for key, value in chance.place().items() if key != "village"}
    return place | {"name": f"议题 {index}", "year": 2026, "approved_on": chance.said(chance.day()),
                    "state": chance.option("topic_state"), "brand": chance.option("brand"),
                    "focus": chance.maybe(0.5, chance.option("focus"))}  # fmt: skip


def _platform(chance: _Chance, index: int) -> dict[str, Any]:
    opened = chance.day()
    demo = chance.draw.random() < 0.5
    named = chance.said(chance.day(opened, LAST)) if demo else None
    closed = chance.maybe(0.4, chance.day(opened, LAST).isoformat())
    town = chance.maybe(0.7, chance.draw.choice(chance.towns))
    raw = {"name": f"平台 {index}", "level": chance.option("level"), "opened_on": opened.isoformat()}
    return raw | {"demo": demo, "closed_on": closed, "named_on": named, "township": town}


def _adjustment(chance: _Chance, index: int) -> dict[str, Any]:
    draw = chance.draw
    return {
        "figure": draw.choice(COUNTED), "happened_on": f"{chance.day():%Y-%m}",
        "amount": -draw.randint(1, 3) if index % 4 == 0 else draw.randint(1, 9),
        "reason": f"漏报 {index}", "basis": "1 号表",
        "township": chance.maybe(0.5, draw.choice(chance.towns)),
        "studio": chance.maybe(0.2, "一号工作室"), "sector": chance.maybe(0.3, "economy"),
        "brand": chance.maybe(0.3, "courtyard"), "focus": chance.maybe(0.2, "law"),
    }  # fmt: skip


_MADE = {
    "topic_plan": (_topic, 15),
    "platform": (_platform, 14),
    "meeting": (_meeting, 70),
    "visit": (_visit, 50),
    "studio_activity": (_studio_activity, 40),
    "livelihood_deed": (_deed, 30),
    "case_info": (_case, 20),
    "adjustment": (_adjustment, 40),
}


def _first(day: str) -> date:
    return date.fromisoformat(day if len(day) == 10 else f"{day}-01")


def _change_terms(office: Office) -> None:
    """The term ends in the middle of 2026; most stay, some go, some are new."""
    records = office.records
    records.add("term", [{"name": "十二届", "started_on": CHANGE.isoformat()}])
    old = rows(office, "SELECT m.uuid, p.uuid, m.sector FROM membership m JOIN person p ON p.id=m.person_id"
                       " JOIN term t ON t.id=m.term_id WHERE t.name='十一届' ORDER BY m.id")  # fmt: skip
    for uuid, _, _ in old:
        office_held = records.load("membership", uuid)
        office_held.values["ended_on"] = CHANGE - timedelta(days=1)
        records.save(office_held)
    new = records.add("person", [{"name": f"新委员{number}"} for number in "一二三"])
    stay = [(person, sector) for _, person, sector in old[:9]] + [(person.uuid, "culture") for person in new]
    raws = [{"person": person, "term": "十二届", "sector": sector, "started_on": CHANGE.isoformat()}
            for person, sector in stay]  # fmt: skip
    records.add("membership", raws)


def _make_studios(office: Office) -> None:
    members = [row[0] for row in rows(office, "SELECT uuid FROM membership ORDER BY id")]
    left = [None, "2025-12-31", None, "2026-08"] * 5
    in_room = [
        {"member": uuid, "joined_on": joined, "left_on": gone}
        for uuid, joined, gone in zip(members, _some_days(), left, strict=False)
    ]
    one = {"name": "一号工作室", "sort": "sector", "sector": "economy", "opened_on": "2024-09-15"}
    two = {"name": "二号工作室", "sort": "personal", "opened_on": "2025-01-01", "closed_on": "2026-03-31"}
    town = {"township": "大河镇"}
    office.records.add("studio", [one | town | {"members": in_room[:6]}, two | {"members": in_room[6:11]}])


def _some_days() -> Iterator[str]:
    draw = random.Random(7)
    while True:
        yield (FIRST + timedelta(days=draw.randint(0, 500))).isoformat()


@cache
def _built() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ledger-random-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = small_office(folder)
    office.records.add("unit", [{"name": "联合县政协", "level": "county"}])
    _change_terms(office)
    _make_studios(office)
    chance = _Chance(office)
    for kind, (make, count) in _MADE.items():
        office.records.add(kind, [make(chance, index) for index in range(count)])
    drafts = [
        {"topic": "计划", "happened_on": f"2026-{month}-15", "people": {"masses": 10}}
        for month in (9, 10, 11)
    ]
    office.records.add("meeting", drafts, draft=True)
    for kind in _MADE:
        table = "activity" if kind in ("meeting", "visit", "studio_activity") else kind
        found = rows(office, f"SELECT uuid FROM {table} JOIN {kind} USING(id) ORDER BY id" if table != kind
                     else f"SELECT uuid FROM {table} ORDER BY id")  # fmt: skip
        office.records.delete(kind, [row[0] for row in found[::11]])
    office.store.close()
    return folder
