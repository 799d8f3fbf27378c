"""Entered: the records put in last, for 最近录入 on the first page."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock, local
from app.errors import BLOCKING
from app.models import Record
from app.models.masks import unnumbered
from app.services.aggregates import DRAFT
from app.services.context import OfficeContext
from app.services.monthly import MONTHLY, loaded, problems


class Entered(NamedTuple):
    """One record lately entered: local time, and how many things it lacks (None once 已登记)."""

    at: datetime
    kind: str
    uuid: str
    label: str
    title: str
    by: str
    lacks: int | None


def recent(session: Session, context: OfficeContext, limit: int, clock: Clock) -> tuple[Entered, ...]:
    """Newest first."""
    found = [entered for model in MONTHLY for entered in _newest(session, context, model, limit, clock)]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True)[:limit])


def _newest(
    session: Session, context: OfficeContext, model: type[Record], limit: int, clock: Clock
) -> list[Entered]:
    """Those with the highest local ids, which are given in the order of entering."""
    ids = session.scalars(
        select(model.id).where(model.deleted_at.is_(None)).order_by(model.id.desc()).limit(limit)
    ).all()
    found = []
    for aggregate in loaded(session, model, ids):
        lacks = None
        if aggregate.status == DRAFT:
            lacks = sum(problem.level in BLOCKING for problem in problems(session, context, aggregate))
        at = local(clock, aggregate.created_at)
        label, title = model.kind.label, unnumbered(aggregate.title)
        found.append(Entered(at, model.key, aggregate.uuid, label, title, aggregate.created_by, lacks))
    return found
