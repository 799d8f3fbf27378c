"""Numbering: the unit a new record belongs to, and its number, which is never changed or reused."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Record
from app.models.days import first
from app.models.fields import Values
from app.models.system import Sequence
from app.models.unit import Unit

_KEPT = "numbers given out"  # in Session.info: the own unit, and the sequences looked up


def own_unit(session: Session) -> int | None:
    """The local id of the office's own unit."""
    own = select(Unit.id).where(Unit.own.is_(True), Unit.deleted_at.is_(None)).limit(1)
    return session.execute(own).scalar()


def identity(session: Session, model: type[Record], values: Values, today: date) -> tuple[int | None, str]:
    """The local id of the own unit and the next number: 单位-类-年-流水."""
    kept: dict[Any, Any] = session.info.setdefault(_KEPT, {})
    if model is Unit or Unit not in kept:  # what the own one is called may change with any of them
        kept[Unit] = session.execute(
            select(Unit.id, Unit.code, Unit.uuid)
            .where(Unit.own.is_(True), Unit.deleted_at.is_(None))
            .limit(1)
        ).first()
    unit = kept[Unit]
    day = values.get(model.kind.day) if model.kind.day else None
    year = first(day).year if day else today.year
    sequence = _sequence(session, kept, unit.uuid if unit else "", model.key, year)
    sequence.last += 1
    code = f"{unit.code}-" if unit and unit.code else ""
    return (unit.id if unit else None), f"{code}{model.kind.code}-{year}-{sequence.last:04d}"


def forget_unit(session: Session) -> None:
    """To be told when a unit was written: the numbers of what follows may begin with its code."""
    session.info.get(_KEPT, {}).pop(Unit, None)


def _sequence(session: Session, kept: dict[Any, Any], owner: str, kind: str, year: int) -> Sequence:
    """The last number given out, looked up once in a session."""
    key = (owner, kind, year)
    found: Sequence | None = kept.get(key)
    if found is None:
        found = session.execute(
            select(Sequence).where(Sequence.unit == owner, Sequence.kind == kind, Sequence.year == year)
        ).scalar_one_or_none()
    if found is None:
        found = Sequence(unit=owner, kind=kind, year=year, last=0)
        session.add(found)
    kept[key] = found
    return found
