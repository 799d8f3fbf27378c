"""Checking: what is wrong or missing in a record's values, from its declarations and its own rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.errors import Level, Problem
from app.models.base import Base, Record
from app.models.context import Context
from app.models.fields import Field, Values, fields_of, rows_of
from app.models.values import Choice, RefTo

_EMPTY: tuple[Any, ...] = (None, "", [], (), {})
_ORDER = list(Level)


def effective(model: type[Base], values: Values) -> Values:
    """The values with computed ones worked out; a typed-over value wins over its formula."""
    whole = dict(values)
    for spec in fields_of(model):
        if spec.formula and values.get(spec.key) is None:
            whole[spec.key] = spec.formula(values)
    return whole


def check(model: type[Record], values: Values, context: Context) -> list[Problem]:
    """All problems, the ones that block saving first."""
    found = [*_fields(model, effective(model, values), (), ""), *model.problems(values, context)]
    return sorted(found, key=lambda problem: _ORDER.index(problem.level))


def _fields(model: type[Base], values: Values, path: tuple[str | int, ...], where: str) -> Iterator[Problem]:
    for spec in fields_of(model):
        value: Any = values.get(spec.key)
        here = (*path, spec.key)
        if value in _EMPTY:
            if spec.level:
                yield Problem(here, spec.label, f"{where}{_please(spec)}", spec.level, missing=True)
            elif spec.needed_when and spec.needed_when.holds(values):
                yield Problem(here, spec.label, f"{where}{spec.needed_when.words}", missing=True)
            continue
        yield from _bounds(spec, value, here, where)
        if spec.shape == "children":
            row = rows_of(model, spec)
            for index, item in enumerate(value):
                yield from _fields(row, effective(row, item), (*here, index), f"第 {index + 1} 行")
        elif spec.shape == "child":
            yield from _fields(rows_of(model, spec), value, here, where)


def _please(spec: Field) -> str:
    if spec.shape == "members":
        return "请点名参加的委员"
    verb = "请选" if isinstance(spec.value, Choice | RefTo) else "请填"
    return f"{verb}{spec.label}"


def _bounds(spec: Field, value: Any, here: tuple[str | int, ...], where: str) -> Iterator[Problem]:
    if spec.minimum is not None and value < spec.minimum:
        yield Problem(here, spec.label, f"{where}不能少于 {spec.minimum}，请改对", Level.SAVE)
    if spec.maximum is not None and value > spec.maximum:
        yield Problem(here, spec.label, f"{where}不能多于 {spec.maximum}，请改对", Level.SAVE)
    if spec.doubt_over is not None and value > spec.doubt_over:
        text = f"{where}{value} 比平常多，是不是多打了一位"
        yield Problem(here, spec.label, text, Level.DOUBT)
