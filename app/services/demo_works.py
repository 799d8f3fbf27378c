"""DemoWorks: the good deeds that came out of it all, and the information that was sent up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from app.models.days import printed
from app.services.demo_agenda import Held
from app.services.demo_visits import Paid
from app.services.demo_world import Raw, World, months

_A_MONTH = (4, 8)
_DEED_STATES = ("registered", "assigned", "working")
_CASES = {"typical": 0.055, "quality": 0.022, "experience": 0.008}
_LIMIT = 60


class DemoWorks:
    """Deeds and cases told from meetings and visits that were held."""

    def __init__(self, world: World, meetings: Sequence[Held], visits: Sequence[Paid]) -> None:
        self._world = world
        self._rng = world.rng
        self._meetings = [meeting for meeting in meetings if not meeting.draft]
        self._visits = [visit for visit in visits if not visit.draft]
        self._titles: set[str] = set()

    def deeds(self) -> Iterator[Raw]:
        for month, *_ in months(self._world.source.schedule):
            meetings = [m for m in self._meetings if f"{m.day:%Y-%m}" == month]
            visits = [v for v in self._visits if f"{v.day:%Y-%m}" == month]
            found = []
            for _ in range(self._rng.randint(*_A_MONTH)):
                from_visit = self._world.chance(0.35) and visits
                raw = self._deed(self._rng.choice(visits) if from_visit else self._rng.choice(meetings))
                if raw and raw["name"] not in self._titles:
                    self._titles.add(raw["name"])
                    found.append(raw)
            yield from sorted(found, key=lambda raw: raw["happened_on"])

    def cases(self) -> Iterator[Raw]:
        """Information items in the order they were reported."""
        found = []
        for meeting in self._meetings:
            if "reported_on" in meeting.raw:
                found.append(self._case(meeting, "dynamic", meeting.raw["reported_on"]))
            for sort, share in _CASES.items():
                day = meeting.day + timedelta(days=self._rng.randint(35, 110))
                if self._world.chance(share) and day < self._world.today:
                    found.append(self._case(meeting, sort, day))
        return iter(sorted(found, key=lambda raw: raw["reported_on"]))

    def _deed(self, origin: Held | Paid) -> Raw | None:
        world, rng = self._world, self._rng
        family = origin.family
        if isinstance(origin, Paid):
            fitting = [f for f in world.source.topics.values() if origin.hamlet.suits(f)]
            heard = {row["sort"] for row in origin.raw["problems_raised"]}
            family = rng.choice([f for f in fitting if f["matter"] in heard] or fitting)
        name, category, low, high = rng.choice(family["deeds"])
        words = world.words(origin.hamlet, family) | (origin.words if isinstance(origin, Held) else {})
        day = origin.day + timedelta(days=rng.randint(0, 2))
        if day > world.today or day.month != origin.day.month:
            day = origin.day
        people = rng.randint(low, high)
        raw: Raw = {
            "name": world.say(name, words), "happened_on": day, "category": category,
            "township": world.ref("township", origin.hamlet.town.name), "people": people,
            "member": origin.seats[-1].ref if origin.seats else None,
            "department": self._department(family, words), "deadline": world.later(day, 40, 120),
            "source": "meeting" if isinstance(origin, Held) else "visit",
            "led_project": True if world.chance(0.12) else None,
            "households": max(1, people // 4) if world.chance(0.5) else None,
        }  # fmt: skip
        raw["meeting" if isinstance(origin, Held) else "visit"] = origin.ref
        if raw["led_project"]:
            raw["leader"] = origin.hamlet.town.leader
        if world.chance(0.6):
            raw["amount"] = rng.randrange(2000, 60000, 500)
        return raw | self._progress(day, raw, words)

    def _department(self, family: Any, words: dict[str, str]) -> str:
        return self._world.say(self._rng.choice(family["consensus"])[1], words)

    def _progress(self, day: date, raw: Raw, words: dict[str, str]) -> Raw:
        """Most are done within two months; the older ones were looked at again."""
        world, phrases = self._world, self._world.source.phrases
        closed = world.later(day, 6, 62)
        age = (world.today - day).days
        if closed >= world.today or self._rng.random() < 0.06:
            return {"state": self._rng.choice(_DEED_STATES) if age < 120 else "working"}
        source = "协商会上" if raw["source"] == "meeting" else "走访"
        more = words | {
            "source": source,
            "department": raw["department"],
            "spent": self._rng.choice(phrases["deed_spent"]),
        }
        text = world.say(self._rng.choice(phrases["deed_text"]), more)
        found: Raw = {"state": "closed", "closed_on": closed, "content": text}
        again = closed + timedelta(days=self._rng.randint(10, 50))
        if again <= world.today and world.chance(0.55):
            found |= {"state": "revisited", "revisited_on": again,
                      "satisfaction": "satisfied" if world.chance(0.85) else "mostly"}  # fmt: skip
        return found

    def _case(self, meeting: Held, sort: str, day: date) -> Raw:
        world, phrases = self._world, self._world.source.phrases
        words = meeting.words | self._story(meeting, day)
        templates, text = ("info_titles", "info_text") if sort == "dynamic" else ("case_titles", "case_text")
        author = f"{meeting.hamlet.town.short}政协联络组" if world.chance(0.6) else "示例县政协办公室"
        raw: Raw = {
            "name": self._title(phrases[templates], words), "sort": sort, "reported_on": day,
            "author": author,
            "meeting": meeting.ref, "township": world.ref("township", meeting.hamlet.town.name),
            "sent_to": "city" if world.chance(0.85) else "media", "content": world.say(phrases[text], words),
        }  # fmt: skip
        draw = self._rng.random()
        raw["adopted"] = (
            "city"
            if draw < 0.3
            else "province"
            if draw < 0.36
            else "compiled"
            if draw < 0.39 and sort != "dynamic"
            else "none"
        )
        raw |= self._adoption(raw, day)
        published = day + timedelta(days=self._rng.randint(2, 12))
        if raw["adopted"] != "none" and published <= world.today:
            province = raw["adopted"] == "province"
            raw |= {"media": "示例省政协公众号" if province else "示例日报", "published_on": published,
                    "media_level": "province" if province else "city"}  # fmt: skip
        later = day + timedelta(days=150)
        if sort == "typical" and later <= world.today and world.chance(0.3):
            raw["promotions"] = [{"sort": "quality", "on": later, "basis": "示例市政协通报"}]
        return raw

    def _adoption(self, raw: Raw, day: date) -> Raw:
        """When it was adopted or told of at a meeting; nobody has answered yet what was sent of late."""
        if raw["adopted"] == "none":
            return {}
        adopted_on = day + timedelta(days=1 + len(raw["name"]) % 9)
        if adopted_on > self._world.today:
            return {"adopted": "none"}
        exchanged_on = adopted_on + timedelta(days=21)
        if raw["sort"] == "dynamic" or exchanged_on > self._world.today:
            return {"adopted_on": adopted_on}
        level = "province" if raw["adopted"] in ("province", "compiled") else "city"
        return {"adopted_on": adopted_on, "exchanged_on": exchanged_on, "exchange_level": level}

    def _title(self, templates: Sequence[str], words: dict[str, str]) -> str:
        title = ""
        for template in self._rng.sample(list(templates), len(templates)):
            title = self._world.say(template, words)
            if title not in self._titles and len(title) <= _LIMIT:
                break
        self._titles.add(title)
        return title[:_LIMIT]

    def _story(self, meeting: Held, day: date) -> dict[str, str]:
        """The sentences of an article, all taken from the meeting's own record."""
        raw, rng = meeting.raw, self._rng
        items = raw["consensus"]
        closed = sum(item["task"].get("closed_on", date.max) <= day for item in items)
        trips = raw.get("research") or []
        people = "、".join(seat.name for seat in meeting.seats[:3])
        fact = raw["background"].split("\n")[1]
        speech = rng.choice([s for s in raw["speeches"] if not s["identity"].startswith("县政协委员")])
        masses = raw["people"].get("masses", 0)
        problem = self._world.say(rng.choice(meeting.family["findings"]), meeting.words)
        return {
            "topic": meeting.topic.removesuffix("协商会"),
            "day": printed(meeting.day), "fact": fact, "problem": problem, "n": str(len(items)),
            "attended": f"{people}等委员和群众代表{masses}人参加，{meeting.host}主持。",
            "speech": f"{speech['identity']}{speech['speaker']}说：“{speech['points']}”",
            "points": "；".join(item["text"] for item in items),
            "progress": _progress(len(items), closed),
            "research": f"委员{len(trips)}次到现场" if trips else "委员分头听取了意见",
        }  # fmt: skip


def _progress(total: int, closed: int) -> str:
    if closed == total:
        return f"{total}项共识全部办结，办理结果已经告诉群众"
    if closed:
        return f"{total}项共识中已有{closed}项办结，其余正在办理"
    return f"{total}项共识都明确了责任单位和完成时限"
