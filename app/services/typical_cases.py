"""The meeting told as 典型案例: which ones there are to choose from, and what the report quotes of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.exporters.narrative import TypicalCase
from app.exporters.word_record import where
from app.models.days import printed
from app.models.fields import link
from app.models.meeting import CLOSED, ConsensusItem, Meeting, Task
from app.models.periods import Period
from app.models.place import Township, Village
from app.services.aggregates import REGISTERED
from app.services.context import current_uuid, refs

MOST = 200  # meetings to choose from


@dataclass(frozen=True, slots=True)
class Candidate:
    """A meeting that can be told: day as printed, how much was agreed there and how much of it is done."""

    uuid: str
    topic: str
    day: str
    place: str
    consensus: int
    closed: int


def candidates(session: Session, period: Period) -> list[Candidate]:
    """Registered meetings of a period, the one told unless another is chosen first.

    That is the one with most carried out, then most agreed, then best attended; without anything agreed
    a meeting is told only when it is chosen.
    """
    wanted = select(Meeting).where(*_registered(period)).order_by(*_order()).limit(MOST)
    found = session.scalars(wanted).all()
    places = _places(session, found)
    return [
        Candidate(
            meeting.uuid, meeting.topic or "", printed(meeting.happened_on), places[meeting.id],
            meeting.consensus_count or 0, meeting.closed_count or 0,
        )
        for meeting in found
    ]  # fmt: skip


def is_candidate(session: Session, period: Period, uuid: str) -> bool:
    """Whether a meeting can be chosen for a period."""
    return _chosen(session, period, uuid) is not None


def typical_case(session: Session, period: Period, chosen: str = "") -> TypicalCase | None:
    """What is told: the chosen meeting while it can be, or the first candidate; None where there is none."""
    meeting = _chosen(session, period, chosen) if chosen else None
    if meeting is None:
        default = select(Meeting).where(*_registered(period), Meeting.consensus_count > 0)
        meeting = session.scalars(default.order_by(*_order()).limit(1)).first()
    return None if meeting is None else _told(session, meeting)


def _chosen(session: Session, period: Period, uuid: str) -> Meeting | None:
    uuid = current_uuid(session, uuid)
    return session.scalars(select(Meeting).where(*_registered(period), Meeting.uuid == uuid)).first()


def _registered(period: Period) -> Sequence[ColumnElement[bool]]:
    day = type_coerce(Meeting.happened_on, String)
    return (
        day > period.after, day <= period.through, Meeting.deleted_at.is_(None), Meeting.status == REGISTERED,
    )  # fmt: skip


def _order() -> Sequence[Any]:
    sizes = (Meeting.closed_count, Meeting.consensus_count, Meeting.headcount)
    return (
        (func.coalesce(Meeting.consensus_count, 0) == 0),
        *(func.coalesce(size, 0).desc() for size in sizes),
        Meeting.id,
    )


def _told(session: Session, meeting: Meeting) -> TypicalCase:
    rows = session.execute(
        select(ConsensusItem.text, Task.unit, Task.state, Task.closed_on)
        .outerjoin(Task, Task.parent_id == ConsensusItem.id)
        .where(ConsensusItem.parent_id == meeting.id)
        .order_by(ConsensusItem.position)
    ).all()
    done = [row for row in rows if row.state == CLOSED and row.closed_on and row.unit]
    units = "、".join(dict.fromkeys(row.unit for row in done))
    result = f"会后由{units}落实，已办结{len(done)}件。" if done else ""
    agreed = [row.text for row in rows if row.text]
    place = _places(session, [meeting])[meeting.id]
    return TypicalCase(meeting.topic or "", printed(meeting.happened_on), place, agreed, result)


def _places(session: Session, meetings: Sequence[Meeting]) -> dict[int, str]:
    """Township, village and place of each, none of them said twice."""
    names: dict[str, dict[int, str]] = {}
    for key, model in (("township", Township), ("village", Village)):
        local = [link(meeting, key) for meeting in meetings if link(meeting, key)]
        named = {at: ref.label for at, ref in refs(session, model, local).items()}
        names[key] = {meeting.id: named.get(link(meeting, key), "") for meeting in meetings}
    return {
        meeting.id: where({key: each[meeting.id] for key, each in names.items()} | {"place": meeting.place})
        for meeting in meetings
    }
