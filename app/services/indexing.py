"""Indexing: what the search finds a record by, kept true when something it names is renamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import RECORDS, Record, model_of
from app.models.activity import Activity, Attendance
from app.models.base import Base
from app.models.days import first
from app.models.fields import Field, Values, field_of, fields_of, link, rows_of
from app.models.values import Choice
from app.services.aggregates import load_options, searched_texts, to_aggregate
from app.services.context import OfficeContext, refs, said, titled
from app.services.options import Options
from app.store import search
from app.store.pinyin import first_initials, initials

_CHUNK = 200  # records loaded at once


def put(session: Session, record: Record, values: Values, options: Options) -> None:
    """Puts a record into the search index afresh."""
    model = type(record)
    day, what = words_of(record, values, options)
    search.put(session.connection(), model.key, record.id, record.uuid, day, what)


def words_of(record: Record, values: Values, options: Options) -> tuple[date | None, search.SearchText]:
    """The day a record is found under, and what it is found by."""
    model = type(record)
    day = values.get(model.kind.day) if model.kind.day else None
    title = titled(model, values, options)
    names = [entry["member"].label for entry in values.get("members") or () if "role" in entry]
    body = tuple(searched_texts(model, values))
    ways = [*initials(title)] if len(title) <= 4 else [first_initials(title)]
    for name in names:
        ways += initials(name)
    own = values.get("initials")
    what = search.SearchText(
        title, (record.number or "", *body), tuple(names), (*ways, *([own] if own else []))
    )
    return first(day) if day else None, what


def name_of(session: Session, record: Record) -> str:
    """What other records call a record that is stored; "" for kinds that none of them names."""
    if record.id is None or not _pointers(record.key):
        return ""
    model = type(record)
    spec = field_of(model, model.kind.title)
    if spec.shape == "value" and not spec.formula and not isinstance(spec.value, Choice):
        return titled(model, {spec.key: said(getattr(record, spec.key))}, None)
    return refs(session, type(record), [record.id])[record.id].label


def put_namers(session: Session, record: Record, context: OfficeContext) -> None:
    """Indexes afresh the living records that name this one, which is called something else now."""
    for model, ids in _namers(session, record):
        for start in range(0, len(ids), _CHUNK):
            wanted = select(model).where(model.id.in_(ids[start : start + _CHUNK]))
            for other in session.scalars(wanted.options(*load_options(model))):
                values = to_aggregate(session, other).values
                other.fill(values, context)
                put(session, other, values, context.options)
                if _is_called(model, record.key):
                    put_namers(session, other, context)


def _namers(session: Session, record: Record) -> Iterator[tuple[type[Record], Sequence[int]]]:
    for model, spec in _pointers(record.key):
        pointing = select(model.id).where(model.deleted_at.is_(None), link(model, spec.key) == record.id)
        yield model, session.scalars(pointing).all()
    if record.key == "membership":
        attended = (
            select(Activity.type, Activity.id)
            .join(Attendance, Attendance.activity_id == Activity.id)
            .where(Activity.deleted_at.is_(None), Attendance.membership_id == record.id)
        )
        by_kind: dict[str, dict[int, None]] = defaultdict(dict)
        for kind, local in session.execute(attended):
            by_kind[kind][local] = None
        for kind, found in by_kind.items():
            yield model_of(kind), list(found)


@cache
def _pointers(kind: str) -> tuple[tuple[type[Record], Field], ...]:
    """The fields of records that point at a kind; what rows point at is not searched for."""
    return tuple(
        (model, spec)
        for model in RECORDS
        for spec in fields_of(model)
        if spec.shape == "reference" and spec.target == kind
    )


@cache
def points_at_itself(model: type[Record]) -> bool:
    """Whether records of a kind, or their rows, may refer to others of it."""
    return _refers(model, model.key)


def _refers(model: type[Base], kind: str) -> bool:
    return any(
        spec.target == kind or (spec.nested and _refers(rows_of(model, spec), kind))
        for spec in fields_of(model)
    )


def _is_called(model: type[Record], kind: str) -> bool:
    """Whether records of a model are called by what they point at, as a member's office by the person."""
    return any(spec.key == model.kind.title for own, spec in _pointers(kind) if own is model)
