"""The records behind the numbers of a submission, as they were counted then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.submission import BEFORE, LATE, NOW, PERIOD
from app.services.figure_query import Ask
from app.services.figure_values import RecordLine
from app.services.late_lines import record_lines
from app.services.reported import Sending, kept, line_of


def sent_records(
    session: Session, known: FigureSet, sent: Iterable[Sending], sending: Sending, figure: Figure,
    by: str | None, group: Any, *, to_date: bool = False,
) -> list[RecordLine]:  # fmt: skip
    """Behind 本期, what was late marked so; or behind 累计, all that was reported along its line."""
    keys = [part.key for part in known.plain_parts(figure)]
    ask = Ask(figure.key)
    own = kept(session, [sending.number], (NOW,), keys)
    if to_date:
        own.update(kept(session, line_of(sent, sending), (PERIOD, LATE, BEFORE), keys))
        return record_lines(session, known, figure, own, ask, by, group, then=True)
    own.update(kept(session, [sending.number], (PERIOD,), keys))
    found = record_lines(session, known, figure, own, ask, by, group, then=True)
    if sending.strict:
        return found
    late = kept(session, [sending.number], (LATE,), keys)
    return found + record_lines(session, known, figure, late, ask, by, group, late=True, then=True)
