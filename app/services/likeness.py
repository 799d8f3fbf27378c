"""Likeness: records that are probably the same one typed twice."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session

from app.errors import Level, Problem
from app.models import Record, model_of
from app.models.activity import Activity
from app.models.context import Ref
from app.models.fields import Values, field_of


def same_records(session: Session, model: type[Record], values: Values, own: str) -> list[Problem]:
    """A doubt when another record agrees in every field of Kind.same_if."""
    keys = model.kind.same_if
    if not keys or all(values.get(key) is None for key in keys):
        return []
    said = {key: values[key] for key in keys if values.get(key) is not None}
    asked = {key: value.uuid if isinstance(value, Ref) else value for key, value in said.items()}
    number = session.execute(_alike(model, tuple(said)), asked | {"own": own}).scalar()
    if number is None:
        return []
    spec = field_of(model, keys[0])
    text = f"和 {number} 的{'、'.join(field_of(model, key).label for key in keys)}都一样，是不是重复登记了"
    return [Problem((keys[0],), spec.label, text, Level.DOUBT)]


@cache
def _alike(model: type[Record], said: tuple[str, ...]) -> Select[Any]:
    """The others that agree in what is said; putting it together takes longer than asking."""
    agree = [_agrees(model, key, key in said) for key in model.kind.same_if]
    statement = select(model.number).where(model.deleted_at.is_(None), model.uuid != bindparam("own"), *agree)
    if issubclass(model, Activity):  # in words, so that the index of kind and day finds them
        statement = statement.where(Activity.type == model.key)
    return statement.limit(1)


def _agrees(model: type[Record], key: str, said: bool) -> ColumnElement[bool]:
    spec = field_of(model, key)
    column = getattr(model, key + "_id" if spec.shape == "reference" else key)
    if not said:
        return cast("ColumnElement[bool]", column.is_(None))
    if spec.shape != "reference":
        return cast("ColumnElement[bool]", column == bindparam(key, type_=column.type))
    target = model_of(spec.target)
    pointed = select(target.id).where(target.uuid == bindparam(key)).scalar_subquery()
    return cast("ColumnElement[bool]", column == pointed)
