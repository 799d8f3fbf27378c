"""Holding: records that are going to be changed, read with all that belongs to them in few SELECTs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.system import Alias
from app.services.aggregates import Aggregate, load_options, to_aggregates

CHUNK = 200  # records read at once
_HELD = "records that are going to be changed"  # in Session.info


def hold(session: Session, kind: str, uuids: Sequence[str]) -> None:
    """Reads those that are there; the session keeps them until it ends."""
    model, held = model_of(kind), _held(session)
    for start in range(0, len(uuids), CHUNK):
        wanted = select(model).where(model.uuid.in_(uuids[start : start + CHUNK]))
        wanted = wanted.where(model.uuid.not_in(select(Alias.old)))  # of those the new one is meant
        for record in session.scalars(wanted.options(*load_options(model))):
            held[kind, record.uuid] = record


def held_record(session: Session, kind: str, uuid: str) -> Record | None:
    """One that was read so, None when it was not."""
    return _held(session).get((kind, uuid))


def held_aggregates(session: Session, kind: str, uuids: Sequence[str]) -> dict[str, Aggregate]:
    """Reads some and what they say; those that are not there, or in the bin, are left out."""
    hold(session, kind, uuids)
    records = [held_record(session, kind, uuid) for uuid in uuids]
    living = [record for record in records if record is not None and not record.deleted_at]
    return {each.uuid: each for each in to_aggregates(session, living)}


def _held(session: Session) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = session.info.setdefault(_HELD, {})
    return found
