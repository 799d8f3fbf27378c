"""Uses: how many records point at one, so that what is used is retired and not deleted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import RECORDS, Record
from app.models.activity import Attendance
from app.models.base import Base
from app.models.fields import fields_of, link, rows_of


def uses(session: Session, record: Record) -> int:
    """How many living records point at a record, by a reference of theirs, of a row, or by attendance."""
    found = 0
    for model in RECORDS:
        alive = select(func.count(model.id.distinct())).where(model.deleted_at.is_(None))
        for joins, column in _pointers(model, record.key):
            statement = alive
            for row, above in joins:
                statement = statement.join(row, row.parent_id == above.id)
            found += session.execute(statement.where(column == record.id)).scalar() or 0
    if record.key == "membership":
        present = select(func.count()).where(Attendance.membership_id == record.id)
        found += session.execute(present).scalar() or 0
    return found


def _pointers(
    model: type[Base], kind: str, joins: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """The columns of a kind and of its rows that point at `kind`, each with the joins that lead to it."""
    for spec in fields_of(model):
        if spec.shape == "reference" and spec.target == kind:
            yield joins, link(model, spec.key)
        elif spec.nested:
            row = rows_of(model, spec)
            yield from _pointers(row, kind, (*joins, (row, model)))
