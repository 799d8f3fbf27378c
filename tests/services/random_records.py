"""What the records of the random office say, drawn; everything in them is invented."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from app.models.figures import FIGURES
from app.services.office import Office
from app.store.connection import open_connection

FIRST, LAST = date(2024, 6, 1), date(2026, 10, 28)
CHANGE = date(2026, 7, 1)  # the first day of the new term
_LEVELS = ("county", "city", "province", "nation")
_ADOPTED = ("city", "province", "nation", "compiled", "praised")
COUNTED = tuple(figure.key for figure in FIGURES if figure.source)


def rows(office: Office, statement: str, **values: Any) -> list[Any]:
    """What a plain SELECT gives, through the driver alone."""
    connection = open_connection(office.store.folder.store, None, write=False)
    found = connection.execute(statement, values).fetchall()
    connection.close()
    return list(found)


class Chance:
    """Draws what a record says."""

    def __init__(self, office: Office) -> None:
        self.draw = random.Random(20261028)
        self.more = random.Random(166)  # for what was added later, so that the rest stays as it was
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

    def day(self, first: date = FIRST, last: date = LAST, draw: random.Random | None = None) -> date:
        return first + timedelta(days=(draw or self.draw).randint(0, (last - first).days))

    def said(self, day: date) -> str:
        """Now and then only the month is known."""
        return f"{day:%Y-%m}" if self.draw.random() < 0.08 else day.isoformat()

    def maybe(self, share: float, value: Any) -> Any:
        return value if self.draw.random() < share else None

    def option(self, name: str) -> str:
        return self.draw.choice(self.options.entries(name)).key

    def later(self, share: float, day: date) -> str | None:
        """A day not before another, now and then."""
        return self.day(day, LAST, self.more).isoformat() if self.more.random() < share else None

    def number(self, share: float, most: int = 9) -> int | None:
        return self.more.randint(1, most) if self.more.random() < share else None

    def one_of(self, share: float, *keys: str) -> str | None:
        return self.more.choice(keys) if self.more.random() < share else None

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


def _meeting(chance: Chance, index: int) -> dict[str, Any]:
    raw = chance.activity()
    day = first_day(raw["happened_on"])
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
        "instructions": [{"leader": "某领导", "given_on": chance.said(chance.day(day, LAST)),
                          "level": chance.one_of(0.9, *_LEVELS)}
                         for _ in range(chance.draw.choice((0, 0, 1, 2)))],
        "reported_on": chance.later(0.3, day), "platform": chance.one_of(0.5, "平台 1", "平台 2", "平台 3"),
    }  # fmt: skip


def _consensus(chance: Chance, day: date) -> dict[str, Any]:
    if chance.draw.random() < 0.2:
        return {"text": "共识"}
    task: dict[str, Any] = {"unit": "某局", "state": chance.draw.choice(("open", "working", "stuck"))}
    task["deadline"] = chance.maybe(0.8, chance.said(day + timedelta(days=chance.draw.randint(10, 200))))
    if chance.draw.random() < 0.5:
        task |= {"state": "closed", "closed_on": chance.day(day, LAST).isoformat()}
        task["told_on"] = chance.maybe(0.5, chance.said(chance.day(day, LAST)))
        task["satisfaction"] = chance.one_of(0.7, "satisfied", "mostly", "unsatisfied")
    task["destination"] = chance.one_of(0.4, "opinion", "proposal", "report")
    return {"text": "共识", "task": task}


def _visit(chance: Chance, index: int) -> dict[str, Any]:
    raw = chance.activity()
    day, draw = first_day(raw["happened_on"]), chance.draw
    demands = chance.maybe(0.7, draw.randint(1, 9))
    return raw | {
        "name": f"走访 {index}", "members": chance.members(day, 1), "people_served": draw.randint(0, 80),
        "demands": demands, "answered": chance.maybe(0.5, draw.randint(0, demands or 0)),
        "experts": chance.maybe(0.2, draw.randint(0, 4)), "talks": chance.maybe(0.2, draw.randint(0, 2)),
        "donation": chance.maybe(0.3, f"{draw.randint(0, 99999)}.{draw.randint(0, 99):02d}"),
        "problems_raised": [
            {"text": "问题", "closed_on": chance.maybe(0.6, chance.day(day, LAST).isoformat()),
             "told_on": chance.later(0.4, day)}
            for _ in range(draw.randint(0, 2))
        ],
    } | _given(chance)  # fmt: skip


def _given(chance: Chance) -> dict[str, Any]:
    """What a visit gave besides."""
    tech = chance.number(0.2, 1)
    return {
        "linked_kind": chance.one_of(0.8, "village", "enterprise", "school"), "tech_talks": tech,
        "students": chance.number(0.2), "patients": chance.number(0.2, 40), "artworks": chance.number(0.2),
        "purchases": chance.number(0.2, 5000), "opinion_infos": chance.number(0.3, 2),
        "proposals": chance.number(0.3, 2),
    } | ({} if tech is None else {"talks": tech + (chance.number(0.5, 2) or 0)})  # fmt: skip


def _studio_activity(chance: Chance, index: int) -> dict[str, Any]:
    raw = chance.activity()
    draw = chance.draw
    return raw | {
        "topic": f"活动 {index}", "studio": draw.choice(("青山镇委员工作室", "一号工作室", "二号工作室")),
        "activity_type": chance.option("studio_activity_type"),
        "members": chance.members(first_day(raw["happened_on"]), 1),
        "people_served": chance.maybe(0.5, draw.randint(0, 40)),
        "receptions": [
            {"matter": "反映", "answered": chance.one_of(0.5, "是", "否"),
             "closed_on": chance.later(0.5, first_day(raw["happened_on"]))}
            for _ in range(draw.randint(0, 3))
        ],
        "opinion_infos": chance.number(0.3, 2), "proposals": chance.number(0.3, 2),
    }  # fmt: skip


def _deed(chance: Chance, index: int) -> dict[str, Any]:
    day, draw = chance.day(), chance.draw
    raw = {"name": f"实事 {index}", "happened_on": day.isoformat(), "category": "traffic", "state": "working"}
    raw |= {"households": chance.number(0.6, 90), "amount": chance.number(0.6, 9000)}
    if draw.random() < 0.6:
        state = draw.choice(("closed", "revisited"))
        raw |= {"state": state, "closed_on": chance.day(day, LAST).isoformat()}
        raw["revisited_on"] = chance.later(0.7, day) if state == "revisited" else None
    more = {
        "led_project": chance.maybe(0.5, draw.random() < 0.5),
        "people": chance.maybe(0.8, draw.randint(0, 500)),
    }
    studio = chance.maybe(0.4, draw.choice(("青山镇委员工作室", "一号工作室")))
    return raw | more | {"studio": studio, "township": chance.maybe(0.7, draw.choice(chance.towns))}


def _case(chance: Chance, index: int) -> dict[str, Any]:
    town = chance.maybe(0.6, chance.draw.choice(chance.towns))
    raw = {"name": f"案例 {index}", "sort": chance.option("case_kind"), "township": town}
    day = chance.day()
    adopted_on, exchanged_on, published_on = (chance.later(share, day) for share in (0.9, 0.5, 0.9))
    return raw | {
        "reported_on": chance.said(day),
        "adopted_on": adopted_on,
        "adopted": _ADOPTED[index % 5] if adopted_on else chance.one_of(0.5, "none"),
        "exchanged_on": exchanged_on, "exchange_level": chance.one_of(1, "province", "city"),
        "published_on": published_on, "media_level": _LEVELS[index % 4],
        "promotions": [{"sort": sort, "on": on} for sort in ("typical", "quality")
                       if (on := chance.later(0.4, day))],
    }  # fmt: skip


def _topic(chance: Chance, index: int) -> dict[str, Any]:
    place = {key: value for key, value in chance.place().items() if key != "village"}
    return place | {"name": f"议题 {index}", "year": 2026, "approved_on": chance.said(chance.day()),
                    "state": chance.option("topic_state"), "brand": chance.option("brand"),
                    "focus": chance.maybe(0.5, chance.option("focus"))}  # fmt: skip


def _platform(chance: Chance, index: int) -> dict[str, Any]:
    opened = chance.day()
    demo = chance.draw.random() < 0.5
    named = chance.said(chance.day(opened, LAST)) if demo else None
    closed = chance.maybe(0.4, chance.day(opened, LAST).isoformat())
    town = chance.maybe(0.7, chance.draw.choice(chance.towns))
    raw = {"name": f"平台 {index}", "level": chance.option("level"), "opened_on": opened.isoformat()}
    level = _LEVELS[index % 3] if demo else None
    return raw | {
        "demo": demo, "closed_on": closed, "named_on": named, "township": town, "demo_level": level
    }  # fmt: skip


def _adjustment(chance: Chance, index: int) -> dict[str, Any]:
    draw = chance.draw
    return {
        "figure": draw.choice(COUNTED), "happened_on": f"{chance.day():%Y-%m}",
        "amount": -draw.randint(1, 3) if index % 4 == 0 else draw.randint(1, 9),
        "reason": f"漏报 {index}", "basis": "1 号表",
        "township": chance.maybe(0.5, draw.choice(chance.towns)),
        "studio": chance.maybe(0.2, "一号工作室"), "sector": chance.maybe(0.3, "economy"),
        "brand": chance.maybe(0.3, "courtyard"), "focus": chance.maybe(0.2, "law"),
    }  # fmt: skip


MADE: dict[str, tuple[Callable[[Chance, int], dict[str, Any]], int]] = {
    "topic_plan": (_topic, 15),
    "platform": (_platform, 14),
    "meeting": (_meeting, 70),
    "visit": (_visit, 50),
    "studio_activity": (_studio_activity, 40),
    "livelihood_deed": (_deed, 30),
    "case_info": (_case, 20),
    "adjustment": (_adjustment, 40),
}


def first_day(day: str) -> date:
    return date.fromisoformat(day if len(day) == 10 else f"{day}-01")
