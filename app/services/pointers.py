"""Pointers: what a record's values point at, and which of it is not there any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import model_of
from app.models.base import Base
from app.models.context import Ref
from app.models.fields import Values, fields_of, rows_of

_CHUNK = 400


class Pointer(NamedTuple):
    """One of them: the label of its field, the kind it points at, and what to."""

    label: str
    kind: str
    ref: Ref


def pointers(model: type[Base], values: Values) -> Iterator[Pointer]:
    """Those of a record, its rows and its members."""
    for spec in fields_of(model):
        value = values.get(spec.key)
        if not value:
            continue
        match spec.shape:
            case "reference":
                yield Pointer(spec.label, spec.target, value)
            case "children":
                for item in value:
                    yield from pointers(rows_of(model, spec), item)
            case "child":
                yield from pointers(rows_of(model, spec), value)
            case "members":
                for entry in value:
                    yield Pointer(spec.label, "membership", entry["member"])


def gone(session: Session, found: Iterable[Pointer]) -> list[Pointer]:
    """Those of them that point at nothing, or at something in the bin."""
    wanted = list(found)
    by_kind: dict[str, set[str]] = defaultdict(set)
    for each in wanted:
        by_kind[each.kind].add(each.ref.uuid)
    there = {kind: _living(session, kind, uuids) for kind, uuids in by_kind.items()}
    return [each for each in wanted if each.ref.uuid not in there[each.kind]]


def replaced(model: type[Base], values: Values, now: Callable[[str, Ref], Ref | None]) -> Values:
    """The values with each pointer as `now` (kind, pointer) has it; None leaves it out."""
    found = dict(values)
    for spec in fields_of(model):
        value: Any = values.get(spec.key)
        if not value:
            continue
        match spec.shape:
            case "reference":
                found[spec.key] = now(spec.target, value)
            case "children":
                found[spec.key] = [replaced(rows_of(model, spec), item, now) for item in value]
            case "child":
                found[spec.key] = replaced(rows_of(model, spec), value, now)
            case "members":
                found[spec.key] = _members(value, now)
    return found


def _members(entries: list[Values], now: Callable[[str, Ref], Ref | None]) -> list[Values]:
    """Of two that became one member the first."""
    found: dict[str, Values] = {}
    for entry in entries:
        ref = now("membership", entry["member"])
        if ref is not None:
            found.setdefault(ref.uuid, entry | {"member": ref})
    return list(found.values())


def _living(session: Session, kind: str, uuids: Iterable[str]) -> set[str]:
    model, wanted = model_of(kind), sorted(uuids)
    found: set[str] = set()
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        living = select(model.uuid).where(model.uuid.in_(part), model.deleted_at.is_(None))
        found.update(session.scalars(living))
    return found
