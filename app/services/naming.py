"""Naming: what records are called, wherever numbers lead to them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Record
from app.models.days import iso
from app.models.masks import unnumbered
from app.services.context import refs


def named(session: Session, model: type[Record], ids: Sequence[int]) -> dict[int, tuple[str, str, str, str]]:
    """uuid, number, title and day of records by local id."""
    labels = refs(session, model, ids)
    day = getattr(model, model.kind.day) if model.kind.day else None
    columns = [model.id, model.uuid, model.number] + ([day] if day is not None else [])
    found = {}
    for start in range(0, len(ids), 500):
        for row in session.execute(select(*columns).where(model.id.in_(ids[start : start + 500]))):
            on = iso(row[3]) if day is not None and row[3] else ""
            found[row[0]] = (row[1], row[2] or "", unnumbered(labels[row[0]].label), on)
    return found
