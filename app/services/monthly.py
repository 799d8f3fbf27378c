"""Monthly: which kinds make up a month, and the conditions that pick a month's records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, String, Table, and_, inspect, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from app.errors import Problem
from app.models import RECORDS, Record
from app.models.days import Day
from app.models.periods import Period
from app.services.aggregates import DRAFT, REGISTERED, Aggregate, load_options, to_aggregate
from app.services.checking import check
from app.services.context import OfficeContext
from app.services.likeness import same_records

RecordKey = tuple[str, str]
"""Kind and uuid of a record."""

MONTHLY: tuple[type[Record], ...] = tuple(
    model for model in RECORDS if model.kind.day and model.kind.page not in ("month", "reports")
)
"""The kinds whose records make up a month: those with a date, but for adjustments and empty reports."""


@cache
def stored_rows() -> tuple[tuple[Any, ColumnElement[bool]], ...]:
    """What MONTHLY is stored in, to be asked as a kind is, and which rows are of these kinds.

    All activities at once, and without the mapping of a kind: a start waits for the one who counts them.
    """
    found: dict[Table, list[type[Record]]] = {}
    for model in MONTHLY:
        found.setdefault(inspect(model).columns[model.kind.day].table, []).append(model)
    rows = []
    for table, models in found.items():
        told_by = inspect(models[0]).polymorphic_on
        ours = true() if told_by is None else told_by.in_([model.key for model in models])
        rows.append((SimpleNamespace(**{**table.c, "kind": models[0].kind}), ours))
    return tuple(rows)


def day_column(model: type[Record]) -> Any:
    """The stored text of the date that puts a record into a period."""
    return type_coerce(getattr(model, model.kind.day), String)


def within(model: type[Record], after: str, through: str) -> ColumnElement[bool]:
    return and_(day_column(model) > after, day_column(model) <= through)


def counted(model: type[Record], period: Period) -> ColumnElement[bool]:
    """Registered and dated in the period."""
    return and_(
        model.deleted_at.is_(None),
        model.status == REGISTERED,
        within(model, period.after, period.through),
    )


def is_draft(model: type[Record]) -> ColumnElement[bool]:
    return and_(model.deleted_at.is_(None), model.status == DRAFT)


def due(model: type[Record], period: Period, today: date) -> ColumnElement[bool]:
    """Drafts dated in the period and not ahead of today; those without a date belong to today's month."""
    dated = within(model, period.after, min(period.through, today.isoformat()))
    if period.start <= today <= period.end:
        dated = or_(dated, getattr(model, model.kind.day).is_(None))
    return and_(is_draft(model), dated)


def planned(model: type[Record], period: Period, today: date) -> ColumnElement[bool]:
    """Drafts of the period whose day is still to come (计划)."""
    return and_(
        is_draft(model), within(model, max(period.after, today.isoformat()), period.through)
    )  # fmt: skip


def standing(model: type[Any], since: str, until: str, period: Period) -> ColumnElement[bool]:
    """Registered records of a register that were there within the period."""
    start = type_coerce(getattr(model, since), String)
    end = type_coerce(getattr(model, until), String)
    return and_(
        model.deleted_at.is_(None),
        model.status == REGISTERED,
        or_(start.is_(None), start <= period.through),
        or_(end.is_(None), end > period.after),
    )


def loaded(session: Session, model: type[Record], ids: Sequence[int]) -> list[Aggregate]:
    """Whole records by local id, in a handful of SELECTs."""
    if not ids:
        return []
    statement = select(model).where(model.id.in_(ids)).options(*load_options(model))
    return [to_aggregate(session, record) for record in session.scalars(statement)]


def problems(session: Session, context: OfficeContext, aggregate: Aggregate) -> list[Problem]:
    """All that a form would say about a record."""
    model = aggregate.model
    model.fill(aggregate.values, context)
    found = check(model, aggregate.values, context)
    return found + same_records(session, model, aggregate.values, aggregate.uuid)


def short_day(day: Day) -> str:
    """As in lists of one month: 10-14, or 10月 when only the month is known."""
    return f"{day.month:02d}-{day.day:02d}" if isinstance(day, date) else f"{day.month}月"
