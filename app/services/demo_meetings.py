"""DemoMeetings: everything that was done and said around the sample county's consultations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from app.services.demo_agenda import DemoAgenda, Held
from app.services.demo_source import Hamlet
from app.services.demo_speeches import DemoSpeeches
from app.services.demo_tasks import DemoTasks
from app.services.demo_world import Raw, World

_LEVELS = ("township", "village")
_FORMS = ("meeting", "meeting", "site")
_WAYS = ("visit", "visit", "site", "site", "forum", "survey")
_PLACES = {
    "rural": ("{e}院坝", "{e}晒场", "{vc}会议室", "{v}文化活动室"),
    "town": ("{v}党群服务中心", "{e}活动室", "{vc}二楼会议室"),
}
_OTHERS = (("leaders", 0.4, 2), ("experts", 0.15, 2), ("enterprises", 0.25, 3), ("media", 0.1, 1))


class DemoMeetings:
    """Writes the meetings of the agenda out in full."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng = world.rng
        self._tasks = DemoTasks(world)
        self._speeches = DemoSpeeches(world)

    def held(self, agenda: DemoAgenda) -> Iterator[Held]:
        """All meetings by date, each with its raw record."""
        for meeting in agenda.meetings():
            meeting.raw = self._raw(meeting)
            yield meeting

    def _raw(self, meeting: Held) -> Raw:
        world, town, hamlet = self._world, meeting.hamlet.town, meeting.hamlet
        meeting.words |= {"host": meeting.host, "topic": meeting.topic}
        self._seats(meeting)
        evening = time(19, 30) if hamlet.area == "rural" else time(10, 0)
        began = self._rng.choice((time(9, 0), time(9, 30), time(14, 30), time(15, 0), evening))
        length = self._rng.choice((70, 80, 90, 100, 110, 120, 130))
        raw: Raw = {
            "topic": meeting.topic, "plan": meeting.plan, "brand": meeting.brand, "happened_on": meeting.day,
            "focus": meeting.family["focus"] if meeting.brand == "courtyard" else None,
            "township": world.ref("township", town.name), "village": world.ref("village", hamlet.name),
            "level": "county" if meeting.brand == "sector_talk" else self._rng.choice(_LEVELS),
            "host": meeting.host, "recorder": self._rng.choice(town.recorders),
            "lead_unit": f"{town.short}政协联络组",
            "committee": meeting.family["committee"] if world.chance(0.45) else None,
            "form": "courtyard" if meeting.brand == "courtyard" else self._rng.choice(_FORMS),
            "members": self._members(meeting), "began_at": began, "finished_at": _plus(began, length),
        }  # fmt: skip
        raw |= self._where(meeting)
        raw["people"] = self._people(hamlet)
        raw["party_head"] = "leaders" in raw["people"] and world.chance(0.7)
        if meeting.extra.get("planned"):
            return raw | {"finished_at": None, "people": {}}
        raw |= self._said(meeting)
        self._break(meeting, raw)
        return raw

    def _where(self, meeting: Held) -> Raw:
        hamlet = meeting.hamlet
        here = [
            (name, setting)
            for name, level, town, village, opened, setting, *_ in self._world.source.studios["platforms"]
            if opened <= meeting.day.isoformat()
            and (village == hamlet.name or (level == "township" and town == hamlet.town.name))
        ]
        if here and self._world.chance(0.55):
            name, setting = self._rng.choice(here)
            return {"place": name, "platform": self._world.ref("platform", name), "setting": setting}
        places = _PLACES["rural" if hamlet.area == "rural" else "town"]
        return {"place": self._world.say(self._rng.choice(places), meeting.words), "setting": "mobile"}

    def _seats(self, meeting: Held) -> None:
        world = self._world
        hosts = [s for s in world.seats if s.name == meeting.host]
        host = world.take(meeting.day, world.free(meeting.day, hosts))
        count = world.teller.weighted((1, 2, 3, 4, 5), (2, 5, 5, 3, 1))
        meeting.seats = [
            *host,
            *world.pick(meeting.day, count, meeting.hamlet.town.name, meeting.family["sectors"]),
        ]

    def _members(self, meeting: Held) -> list[Raw]:
        """Who was named; one who had asked for leave is not among those present any more."""
        found = [
            {"member": seat.ref, "role": "host" if seat.name == meeting.host else "member"}
            for seat in meeting.seats
        ]
        if len(found) > 3 and self._world.chance(0.3):
            found[-1]["status"] = "leave"
            meeting.seats.pop()
        return found

    def _people(self, hamlet: Hamlet) -> dict[str, int]:
        rng = self._rng
        low, high = (11, 28) if hamlet.area == "rural" else (9, 21)
        found = {
            "masses": rng.randint(low, high),
            "cadres": rng.randint(2, 6),
            "departments": rng.randint(1, 5),
            "office": rng.randint(1, 2),
        }
        for role, share, most in _OTHERS:
            if rng.random() < share:
                found[role] = rng.randint(1, most)
        return found

    def _said(self, meeting: Held) -> Raw:
        """Research, background, speeches, opinions, consensus, and what went up afterwards."""
        world = self._world
        found = self._speeches.texts(meeting.day, meeting.family, meeting.words, meeting.seats)
        items = self._tasks.items(meeting.day, meeting.family, meeting.words)
        if "overdue" in meeting.extra:
            self._tasks.overdue(items, meeting.extra["overdue"], meeting.day)
        found["consensus"] = items
        if not meeting.draft and world.chance(0.85):
            found["research"] = list(self._trips(meeting))
        if meeting.draft:
            return found | {"research": list(self._trips(meeting))}
        reported = meeting.day + timedelta(days=self._rng.randint(1, 6))
        if reported <= world.today and world.chance(0.34):
            found["reported_on"] = reported
        given = meeting.day + timedelta(days=self._rng.randint(5, 26))
        if given < world.today and world.chance(0.12):
            found["instructions"] = [self._instruction(meeting, given, items)]
        return found

    def _trips(self, meeting: Held) -> Iterator[Raw]:
        world, findings = self._world, list(meeting.family["findings"])
        self._rng.shuffle(findings)
        days = sorted(self._rng.sample(range(2, 22), self._rng.choice((1, 1, 2))), reverse=True)
        for place, back in enumerate(days):
            way = self._rng.choice(_WAYS)
            head = world.say(world.source.phrases["research_ways"][way], meeting.words)
            said = "".join(world.say(text, meeting.words) for text in findings[place * 2 : place * 2 + 2])
            who = "、".join(seat.name for seat in meeting.seats[: self._rng.randint(1, 3)])
            yield {
                "on": meeting.day - timedelta(days=back),
                "way": way,
                "people": who,
                "findings": f"{head}。{said}",
            }

    def _instruction(self, meeting: Held, given: date, items: list[Raw]) -> Raw:
        post, level = self._rng.choice(self._world.source.phrases["leaders"])
        text = self._rng.choice(self._world.source.phrases["instructions"])
        words = meeting.words | {"unit": items[0]["task"]["unit"]}
        return {
            "leader": f"{self._world.names.holder(post)}（{post}）", "level": level, "given_on": given,
            "text": self._world.say(text, words),
        }  # fmt: skip

    def _break(self, meeting: Held, raw: Raw) -> None:
        """Takes away what the written-down drafts are to lack."""
        lacks = meeting.extra.get("lacks", ())
        if "recorder" in lacks:
            raw["recorder"] = None
        if "unit" in lacks:
            raw["consensus"][-1]["task"]["unit"] = None
        if "headcount" in lacks:
            total = sum(raw["people"].values()) + sum("status" not in entry for entry in raw["members"])
            raw["headcount"] = total - 2


def _plus(start: time, minutes: int) -> time:
    total = start.hour * 60 + start.minute + minutes
    return time(total // 60, total % 60)
