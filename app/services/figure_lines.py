"""The records behind one counted number, and behind what of it came late."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.models import model_of
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.figure_query import UNFILLED, Ask, contributions, is_additive
from app.services.figure_values import RecordLine
from app.services.given import Amounts
from app.services.late_lines import record_lines
from app.services.naming import named


def lines(
    session: Session, figure: Figure, ask: Ask, period: Period, by: str | None, group: Any
) -> list[RecordLine]:
    """Records behind a plain figure, in all or in one raw group, newest first."""
    model = model_of(figure.source.split(".")[0])
    found = contributions(session, figure, ask, period, by, group)
    names = named(session, model, [record_id for record_id, _ in found])
    return [RecordLine(figure.key, model.key, *names[record_id], amount) for record_id, amount in found]


def late_lines(
    session: Session, known: FigureSet, moved: Amounts, ask: Ask, by: str | None, group: Any
) -> list[RecordLine]:
    """补报更正 behind a number; whose it was nobody kept, so that by member it is under 未填."""
    figure = known.known(ask.figure)
    if by == "member" and group is not None and (group != UNFILLED or not is_additive(figure, by, known)):
        return []
    by, group = (None, None) if by == "member" else (by, group)
    return record_lines(session, known, figure, moved, ask, by, group, late=True) if moved else []
