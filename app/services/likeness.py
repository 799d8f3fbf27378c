"""Likeness: records that are probably the same one typed twice."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Level, Problem
from app.models import Record, model_of
from app.models.activity import Activity
from app.models.fields import Values, field_of


def same_records(session: Session, model: type[Record], values: Values, own: str) -> list[Problem]:
    """A doubt when another record agrees in every field of Kind.same_if."""
    keys = model.kind.same_if
    if not keys or all(values.get(key) is None for key in keys):
        return []
    statement = select(model.number).where(
        model.deleted_at.is_(None), model.uuid != own, *(_agrees(model, key, values.get(key)) for key in keys)
    )
    if issubclass(model, Activity):  # in words, so that the index of kind and day finds them
        statement = statement.where(Activity.type == model.key)
    number = session.execute(statement.limit(1)).scalar()
    if number is None:
        return []
    spec = field_of(model, keys[0])
    text = f"和 {number} 的{'、'.join(field_of(model, key).label for key in keys)}都一样，是不是重复登记了"
    return [Problem((keys[0],), spec.label, text, Level.DOUBT)]


def _agrees(model: type[Record], key: str, value: Any) -> Any:
    spec = field_of(model, key)
    if spec.shape != "reference":
        return getattr(model, key) == value if value is not None else getattr(model, key).is_(None)
    column = getattr(model, key + "_id")
    if value is None:
        return column.is_(None)
    target = model_of(spec.target)
    return column == select(target.id).where(target.uuid == value.uuid).scalar_subquery()
