"""Numbering: the unit a new record belongs to, and its number, which is never changed or reused."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Record
from app.models.days import first
from app.models.fields import Values
from app.models.system import Sequence
from app.models.unit import Unit


def own_unit(session: Session) -> int | None:
    """The local id of the office's own unit."""
    own = select(Unit.id).where(Unit.own.is_(True), Unit.deleted_at.is_(None)).limit(1)
    return session.execute(own).scalar()


def identity(session: Session, model: type[Record], values: Values, today: date) -> tuple[int | None, str]:
    """The local id of the own unit and the next number: 单位-类-年-流水."""
    unit = session.execute(
        select(Unit.id, Unit.code, Unit.uuid).where(Unit.own.is_(True), Unit.deleted_at.is_(None)).limit(1)
    ).first()
    day = values.get(model.kind.day) if model.kind.day else None
    year = first(day).year if day else today.year
    owner = unit.uuid if unit else ""
    sequence = session.execute(
        select(Sequence).where(Sequence.unit == owner, Sequence.kind == model.key, Sequence.year == year)
    ).scalar_one_or_none()
    if sequence is None:
        sequence = Sequence(unit=owner, kind=model.key, year=year, last=0)
        session.add(sequence)
    sequence.last += 1
    code = f"{unit.code}-" if unit and unit.code else ""
    return (unit.id if unit else None), f"{code}{model.kind.code}-{year}-{sequence.last:04d}"
