"""Binning: what happens to a record's row and to the search when it goes into the bin or comes out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.errors import AppError
from app.models import Record
from app.services import indexing
from app.services.aggregates import to_aggregate
from app.services.context import OfficeContext, refs
from app.services.pointers import gone, pointers
from app.services.uses import uses
from app.store import search


def put_in(session: Session, record: Record, now: str) -> None:
    """Marks a record as deleted at `now`; raises AppError for a register's entry that is in use."""
    _refuse_used(session, record)
    record.deleted_at = now
    record.revision += 1
    search.remove(session.connection(), record.key, record.id)


def take_out(session: Session, record: Record, context: OfficeContext) -> None:
    """Makes it a living record again, that the search finds."""
    record.deleted_at = None
    record.revision += 1
    values = to_aggregate(session, record).values
    record.fill(values, context)
    indexing.put(session, record, values, context.options)


def refuse_lost(session: Session, records: Sequence[Record]) -> None:
    """Raises AppError when what came back points at something that is in the bin itself."""
    for record in records:
        found = gone(session, pointers(type(record), to_aggregate(session, record).values))
        if found:
            name = refs(session, type(record), [record.id])[record.id].label
            lost = "、".join(dict.fromkeys(f"{each.label}“{each.ref.label}”" for each in found))
            raise AppError(f"“{name}”没有恢复：它用着的{lost}也删除了。请先恢复那一条，或一起恢复。")


def _refuse_used(session: Session, record: Record) -> None:
    """What a register holds and records point at is closed by a date, never deleted."""
    model = type(record)
    count = 0 if model.kind.day else uses(session, record)
    if count or getattr(record, "own", False):
        name = refs(session, model, [record.id])[record.id].label
        why = f"有 {count} 条记录用着它" if count else "它是本单位"
        raise AppError(f"“{name}”没有删除：{why}。不再用的，请填上结束日期，以前的记录不受影响。")
