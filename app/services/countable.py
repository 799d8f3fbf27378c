"""What of a record's rows any figure could read: whether a change can move a number at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import inspect

from app.models import Record
from app.models.activity import Activity
from app.models.base import TYPED, Base
from app.models.fields import fields_of
from app.models.figure import Distinct, Figure, Sum
from app.services.given import DIMENSIONS

_WRITTEN_ANEW = frozenset(("revision", "content_hash", "updated_at", "updated_by"))


def names_read(figures: Iterable[Figure]) -> frozenset[str]:
    """The columns that figures and their groupings name, of whichever row."""
    found = set(DIMENSIONS)
    for figure in figures:
        measured = figure.measure.field if isinstance(figure.measure, Sum | Distinct) else ""
        paths = (figure.dated_by, figure.until, measured, *(where.field for where in figure.where))
        found |= {path.rpartition(".")[2] for path in paths}
    return frozenset(found)


def countable(record: Record, names: frozenset[str]) -> tuple[Any, ...]:
    """What the record and its rows hold, but for fields nobody counts by; equal when no number can move.

    Asks the rows in memory, before or after they are flushed; every loaded row is looked at.
    """
    return tuple(_held(record, names))


def _held(row: Base, names: frozenset[str]) -> Iterator[Any]:
    model = type(row)
    yield model.__name__
    for key in _columns(model, names):
        yield getattr(row, key)
    for key in _nested(model):
        below = getattr(row, key)
        for each in below if isinstance(below, list) else [below]:
            yield key if each is None else tuple(_held(each, names))


@lru_cache(maxsize=512)
def _columns(model: type[Base], names: frozenset[str]) -> tuple[str, ...]:
    """All but those of fields that no figure names; a pointer's column may decide whom a row is of."""
    fields = {spec.key for spec in fields_of(model) if spec.shape in ("value", "long_text")} - names
    left = fields | {key + TYPED for key in fields} | _WRITTEN_ANEW
    columns = [each.key for each in inspect(model).column_attrs if each.key not in left]
    texts = [spec.key for spec in fields_of(model) if spec.shape == "long_text" and spec.key in names]
    return (*columns, *(key for key in texts if key not in columns))


@lru_cache(maxsize=512)
def _nested(model: type[Base]) -> tuple[str, ...]:
    found = [spec.key for spec in fields_of(model) if spec.nested]
    return (*found, "attendance", "head_counts") if issubclass(model, Activity) else tuple(found)
