"""Same day: members who were counted at two things on one day, which is often one thing typed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.models import model_of
from app.models.activity import PRESENT, Activity, Attendance
from app.models.days import Day
from app.models.people import Person
from app.models.periods import Period
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.matters import Matter
from app.services.monthly import short_day

MOST = 6  # more lines than this become one for each kind
_NAMED = 3
_FIELD = "members"
_Dated = tuple[Day, Matter]
_on = type_coerce(Activity.happened_on, String)


@dataclass(frozen=True, slots=True)
class _Event:
    day: Day
    kind: str
    uuid: str
    title: str

    @property
    def record(self) -> tuple[str, str]:
        return self.kind, self.uuid


def same_day(session: Session, period: Period) -> tuple[list[_Dated], list[Matter]]:
    """Doubts by day, and those that so many records share that one line does (domain.md §2.3).

    Two records of one kind are one line that lists both; of two kinds each has a line that names the other.
    """
    together = _together(session, period)
    lines: list[_Dated] = []
    for (one, other), names in together.items():
        who = _some(names)
        if one.kind == other.kind:
            text = f"{who}同一天两条都参加了，是不是重复登记了"
            title = f"“{one.title}”和“{other.title}”"
            lines.append(
                (one.day, Matter(short_day(one.day), title, text, (one.record, other.record), _FIELD))
            )
            continue
        for here, there in ((one, other), (other, one)):
            text = f"{who}同一天还参加了“{there.title}”，请看对不对"
            lines.append((here.day, Matter(short_day(here.day), here.title, text, (here.record,), _FIELD)))
    return (lines, []) if len(lines) <= MOST else ([], _shared(together))


def _shared(together: dict[tuple[_Event, _Event], list[str]]) -> list[Matter]:
    """One line a kind."""
    records: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for pair, who in together.items():
        for event in pair:
            records[event.kind][event.record] = None
            names[event.kind] |= dict.fromkeys(who)
    found = []
    for kind, keys in records.items():
        facts = model_of(kind).kind
        title = f"{len(keys)} {facts.measure}{facts.noun}：参加的委员同一天还参加了别的"
        found.append(Matter("本月", title, _some(list(names[kind])), tuple(keys), _FIELD))
    return found


def _together(session: Session, period: Period) -> dict[tuple[_Event, _Event], list[str]]:
    """Pairs of activities of one day with the names of those who were at both, by day."""
    inside = (
        Activity.deleted_at.is_(None),
        Activity.status == REGISTERED,
        Attendance.status == PRESENT,
        _on > period.after,
        _on <= period.through,
        _on.not_like("%-00"),  # only the month is known
    )
    often = (
        select(Attendance.person_id, Activity.happened_on)
        .join(Activity, Activity.id == Attendance.activity_id)
        .where(*inside)
        .group_by(Attendance.person_id, Activity.happened_on)
        .having(func.count(Attendance.activity_id.distinct()) > 1)
        .subquery()
    )
    rows = session.execute(
        select(Person.id, Person.name, Activity.happened_on, Activity.type, Activity.id.label("event"))
        .distinct()
        .join(Attendance, Attendance.person_id == Person.id)
        .join(Activity, Activity.id == Attendance.activity_id)
        .join(often, (often.c.person_id == Person.id) & (often.c.happened_on == Activity.happened_on))
        .where(*inside)
        .order_by(Activity.happened_on, Activity.id, Person.id)
    ).all()
    events = _events(session, rows)
    mine: dict[tuple[int, Day], list[_Event]] = defaultdict(list)
    names: dict[int, str] = {}
    for person, name, day, _, event in rows:
        mine[person, day].append(events[event])
        names[person] = name
    found: dict[tuple[_Event, _Event], list[str]] = defaultdict(list)
    for (person, _), attended in mine.items():
        for pair in combinations(attended, 2):
            found[pair].append(names[person])
    return found


def _events(session: Session, rows: Sequence[Any]) -> dict[int, _Event]:
    days = {row.event: (row.happened_on, row.type) for row in rows}
    found = {}
    for kind in {kind for _, kind in days.values()}:
        ids = [event for event, (_, own) in days.items() if own == kind]
        for event, ref in refs(session, model_of(kind), ids).items():
            found[event] = _Event(days[event][0], kind, ref.uuid, ref.label)
    return found


def _some(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + (f"等 {len(names)} 人" if len(names) > _NAMED else "")
