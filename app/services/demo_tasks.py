"""DemoTasks: what was agreed at a meeting of the sample county and how far it is by today."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from app.services.demo_source import Family
from app.services.demo_world import Raw, World

_STUCK = 0.03
_LATE = 0.05
_LATE_WITHIN = 260  # older meetings have nothing overdue any more
_SOON = 45  # what has less time than this is often done at once
_SOON_SHARE = 0.12
_FRESH = 12  # days after which something has begun


class DemoTasks:
    """Consensus items with their tasks; the older, the more are closed."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rng = world.rng

    def items(self, day: date, family: Family, words: dict[str, str]) -> list[Raw]:
        most = 4 if self._world.chance(0.3) else 3
        chosen = self._world.teller.some(family["consensus"], 2, most)
        return [
            {"text": self._world.say(text, words), "task": self._task(day, unit, days, steps, words)}
            for text, unit, days, *steps in chosen
        ]

    def overdue(self, items: list[Raw], place: int, day: date) -> None:
        """Makes one task late: its deadline was the next day and it is still being worked on."""
        task = items[place]["task"]
        for key in ("closed_on", "told_on", "satisfaction"):
            task.pop(key, None)
        task |= {"state": "working", "deadline": day + timedelta(days=1)}
        task["progress"] = [{"on": day, "text": self._rng.choice(self._world.source.phrases["waiting"])}]

    def _task(self, day: date, unit: str, days: int, steps: list[str], words: dict[str, str]) -> Raw:
        today = self._world.today
        deadline = _month_end(day + timedelta(days=days)) if days > 40 else day + timedelta(days=days)
        task: Raw = {
            "unit": self._world.say(unit, words), "deadline": deadline,
            "adoption": "adopted" if self._world.chance(0.86) else "partly",
        }  # fmt: skip
        age = (today - day).days
        draw = self._rng.random()
        if draw < _STUCK and age > 120:
            text = self._rng.choice(self._world.source.phrases["stuck"])
            return task | {
                "state": "stuck",
                "deadline": None,
                "progress": [{"on": self._world.later(day, 40, 90), "text": text}],
            }
        soonest = _SOON_SHARE if days <= _SOON else 0.5
        finish = self._world.later(day, max(3, round(days * soonest)), max(10, days - 2))
        if finish > deadline:
            finish = deadline
        late = _STUCK <= draw < _STUCK + _LATE and age < _LATE_WITHIN
        if late or finish >= today:
            return task | self._unfinished(day, age, steps, words)
        return task | self._finished(day, finish, steps, words)

    def _unfinished(self, day: date, age: int, steps: list[str], words: dict[str, str]) -> Raw:
        if age < _FRESH and self._world.chance(0.7):
            return {"state": "open"}
        phrases = self._world.source.phrases
        rows = [(self._world.later(day, 2, 9), self._rng.choice(phrases["started"]))]
        if age > 25:
            rows.append((self._world.later(day, 14, max(15, age - 4)), self._world.say(steps[0], words)))
        if age > 90 and self._world.chance(0.6):
            rows.append((self._world.later(day, age // 2, age - 3), self._rng.choice(phrases["waiting"])))
        return {"state": "working", "progress": self._rows(rows)}

    def _finished(self, day: date, finish: date, steps: list[str], words: dict[str, str]) -> Raw:
        span = (finish - day).days
        rows = [(day + timedelta(days=max(2, span // 2)), self._world.say(steps[0], words))]
        if self._world.chance(0.35):
            rows.insert(
                0,
                (
                    day + timedelta(days=max(1, span // 5)),
                    self._rng.choice(self._world.source.phrases["started"]),
                ),
            )
        rows.append((finish, self._world.say(steps[1], words)))
        found: Raw = {"state": "closed", "closed_on": finish, "progress": self._rows(rows)}
        told = finish + timedelta(days=self._rng.randint(0, 9))
        if told <= self._world.today and self._world.chance(0.88):
            shares = {"satisfied": 78, "mostly": 20, "unsatisfied": 2}
            found |= {
                "told_on": told,
                "satisfaction": self._world.teller.weighted(list(shares), list(shares.values())),
            }
        if self._world.chance(0.22):
            found["destination"] = self._rng.choice(("project", "report", "opinion", "project", "proposal"))
        return found

    def _rows(self, rows: list[tuple[date, str]]) -> list[Raw]:
        return [
            {"on": min(on, self._world.today), "text": text}
            for on, text in sorted(rows, key=lambda row: row[0])
        ]


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
