"""Closed periods for forms and lists: which 报送 a day lies in, and what became of a record in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.days import Day, stored
from app.models.figure_set import SHIPPED
from app.models.periods import Calendar
from app.models.submission import RETURNED, SENT, Correction, Submission
from app.store.store import Store

REASONS = 3
_COUNTED = {figure.source.split(".")[0] for figure in SHIPPED.values()} | {"adjustment"}


class State(StrEnum):
    """What a list says of a registered record beside 已登记."""

    SENT = "sent"
    CORRECTED = "corrected"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Closed:
    """A period that went up: its 报送's number, its name, the day it went up, and whether it came back.

    A stored day lies in it when `after` < day <= `through`.
    """

    number: int
    label: str
    on: str
    after: str
    through: str
    is_returned: bool = False


class ClosedPeriods:
    """The newest 报送 of every period, as it was when asked."""

    def __init__(self, periods: Sequence[Closed]) -> None:
        # Of a month and the quarter around it the month says more.
        self._periods = sorted(periods, key=lambda each: _length(each.after, each.through))

    @classmethod
    def load(cls, session: Session, calendar: Calendar) -> ClosedPeriods:
        """Reads them; one small statement."""
        newest = select(func.max(Submission.id)).group_by(Submission.period)
        rows = session.execute(
            select(
                Submission.id, Submission.period, Submission.starts, Submission.ends, Submission.state,
                Submission.sent_at, Submission.returned_at,
            ).where(Submission.id.in_(newest), Submission.state.in_((SENT, RETURNED)))
        )  # fmt: skip
        return cls([
            Closed(
                row.id, calendar.parse(row.period).label, _day(row.returned_at or row.sent_at),
                (date.fromisoformat(row.starts) - timedelta(days=1)).isoformat(), row.ends,
                row.state == RETURNED,
            )
            for row in rows
        ])  # fmt: skip

    @classmethod
    def of(cls, store: Store, calendar: Calendar) -> ClosedPeriods:
        """As `load`, in a short session of its own."""
        with store.reading() as session:
            return cls.load(session, calendar)

    def on(self, day: Day) -> Closed | None:
        """The period a day lies in, one that stands rather than one that came back."""
        within = [each for each in self._periods if each.after < stored(day) <= each.through]
        return next((each for each in within if not each.is_returned), within[0] if within else None)

    def states(self, session: Session, kind: str, days: Mapping[str, Day]) -> dict[str, State]:
        """What to say of registered records (uuid → day) in such a period; the rest are left out."""
        if kind not in _COUNTED:
            return {}
        found = {uuid: closed for uuid, day in days.items() if (closed := self.on(day)) is not None}
        if not found:
            return {}
        corrected = set(session.scalars(
            select(Correction.record).where(Correction.kind == kind, Correction.record.in_(list(found)))
        ))  # fmt: skip
        return {uuid: _state(closed, uuid in corrected) for uuid, closed in found.items()}


def recent_reasons(store: Store) -> tuple[str, ...]:
    """Why reported numbers were changed before, newest first, each once."""
    newest = func.max(Correction.id)
    statement = select(Correction.reason).group_by(Correction.reason).order_by(newest.desc()).limit(REASONS)
    with store.reading() as session:
        return tuple(session.scalars(statement))


def _state(closed: Closed, corrected: bool) -> State:
    if closed.is_returned:
        return State.RETURNED
    return State.CORRECTED if corrected else State.SENT


def _day(moment: str) -> str:
    """10月8日, in local time."""
    when = datetime.fromisoformat(moment)
    when = when.astimezone() if when.tzinfo else when
    return f"{when.month}月{when.day}日"


def _length(after: str, through: str) -> int:
    return (date.fromisoformat(through) - date.fromisoformat(after)).days
