"""The catalogue of an office: the shipped figures and those it made itself, as declarations to evaluate."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import quoted
from app.models.activity import PRESENT
from app.models.figure import Count, Distinct, Figure, Measure, Plus, Ratio, Sum, Where
from app.models.figure_definition import Condition, FigureDefinition, from_plain
from app.models.figure_set import SHIPPED, FigureSet
from app.models.system import FigureEntry
from app.models.values import Count as Number
from app.models.values import DayValue, Many, Money
from app.services.figure_sources import CountedField, FigureSource, source_of

YES, NO = "yes", "no"
_RETIRED = "已停用"


class Unusable(ValueError):
    """Why a definition cannot be evaluated (any more); its text is a sentence without a full stop."""


class OwnFigure(NamedTuple):
    """One figure the office made; `reason` says why it is out of use, "" when it counts."""

    key: str
    definition: FigureDefinition | None
    figure: Figure | None
    label: str
    retired: bool = False
    reason: str = ""

    @property
    def in_use(self) -> bool:
        return self.figure is not None and not self.reason


_Rows = tuple[tuple[str, str, bool], ...]


def catalogue_of(session: Session) -> FigureSet:
    """The figures there are now; costs one small SELECT."""
    rows = _rows(session)
    return _catalogue(rows) if rows else SHIPPED


def own_figures_of(session: Session) -> tuple[OwnFigure, ...]:
    """All the office ever made, in its order, those out of use too."""
    return _own(_rows(session))


def put_together(entries: Iterable[tuple[str, FigureDefinition | None, str, bool]]) -> tuple[OwnFigure, ...]:
    """Own figures from (key, definition, label, retired), each with its declaration or why it has none."""
    given = tuple(entries)
    labels = {key: label for key, _, label, _ in given}
    found: dict[str, OwnFigure] = {}
    known: dict[str, Figure] = dict(SHIPPED)
    waiting = {key: (each, label) for key, each, label, retired in given if each is not None and not retired}
    while ready := [key for key, (each, _) in waiting.items() if _is_ready(each, waiting)]:
        for key in ready:
            found[key] = own = _one(key, *waiting.pop(key), known, labels)
            if own.figure is not None:
                known[key] = own.figure
    for key, definition, label, retired in given:
        if key not in found:
            reason = _RETIRED if retired else _missing(definition, known, labels)
            found[key] = OwnFigure(key, definition, None, label, retired, reason)
    return tuple(found[key] for key, *_ in given)


def declared(key: str, definition: FigureDefinition, known: Mapping[str, Figure]) -> Figure:
    """The declaration of an own figure; raises Unusable when it refers to what is not there."""
    if definition.of_figures:
        return _of_figures(key, definition, known)
    source = source_of(definition.source)
    if source is None:
        raise Unusable(f"{quoted(definition.source, 40)}这类记录已经没有了")
    where = tuple(_where(_field(source, each.field), each) for each in definition.where)
    if source.of_members:
        where = (Where("status", "=", PRESENT), *where)
    day = _field(source, definition.dated_by)
    if not isinstance(day.value, DayValue):
        raise Unusable(f"归期用的{quoted(day.label)}不是日期")
    return Figure(
        key, definition.label, definition.unit, source.path, day.column, definition.rule,
        _measure(source, definition), where, page=source.page,
    )  # fmt: skip


def _rows(session: Session) -> _Rows:
    statement = select(FigureEntry.key, FigureEntry.data, FigureEntry.retired)
    found = session.execute(statement.order_by(FigureEntry.position, FigureEntry.key))
    return tuple((key, data, retired) for key, data, retired in found)


@lru_cache(maxsize=8)
def _own(rows: _Rows) -> tuple[OwnFigure, ...]:
    """The same rows always give the same figures, so they are put together once."""
    return put_together((key, *_read(key, data), retired) for key, data, retired in rows)


@lru_cache(maxsize=8)
def _catalogue(rows: _Rows) -> FigureSet:
    own = _own(rows)
    unused = {each.key: each.label for each in own if not each.in_use}
    return FigureSet(SHIPPED.values(), (each.figure for each in own if each.figure), unused)


def _read(key: str, data: str) -> tuple[FigureDefinition | None, str]:
    """What a row says; one that a newer program wrote may say what this one does not know."""
    raw: Any = None
    try:
        raw = json.loads(data)
        return from_plain(raw), str(raw["label"])
    except (KeyError, TypeError, ValueError):
        return None, str(raw.get("label", key)) if isinstance(raw, dict) else key


def _is_ready(definition: FigureDefinition, waiting: Container[str]) -> bool:
    """Whether nothing it is made of is still to come; one of a circle never is."""
    return not definition.of_figures or all(part not in waiting for part in definition.of)


def _one(
    key: str, definition: FigureDefinition, label: str, known: Mapping[str, Figure], labels: Mapping[str, str]
) -> OwnFigure:
    gone = _gone(definition, known, labels)
    if gone:
        return OwnFigure(key, definition, None, label, reason=gone)
    try:
        return OwnFigure(key, definition, declared(key, definition, known), label)
    except Unusable as reason:
        return OwnFigure(key, definition, None, label, reason=str(reason))


def _missing(
    definition: FigureDefinition | None, known: Mapping[str, Figure], labels: Mapping[str, str]
) -> str:
    if definition is None:
        return "存的内容看不懂，可能是新版本做的"
    return _gone(definition, known, labels)


def _gone(definition: FigureDefinition, known: Mapping[str, Figure], labels: Mapping[str, str]) -> str:
    """Why a figure made of others cannot be; "" when all of them are there."""
    parts = definition.of if definition.of_figures else ()
    gone = [quoted(labels.get(part, part), 40) for part in parts if part not in known]
    return f"用到的指标{'、'.join(gone)}停用了或已经没有" if gone else ""


def _of_figures(key: str, definition: FigureDefinition, known: Mapping[str, Figure]) -> Figure:
    for part in definition.of:
        if part == key:
            raise Unusable("一个指标不能用它自己来算")
        if part not in known:
            raise Unusable(f"用到的指标{quoted(part, 40)}停用了或已经没有")
        if isinstance(known[part].measure, Ratio):
            raise Unusable(f"{quoted(known[part].label)}是比率，不能再拿来相加或相除")
    measure: Measure
    if definition.way == "ratio":
        if len(definition.of) != 2:
            raise Unusable("两个指标之比要有分子和分母")
        if definition.of[0] == definition.of[1]:
            raise Unusable("分子和分母不能是同一个指标")
        measure = Ratio(*definition.of)
    else:
        if len(set(definition.of)) < 2 or len(set(definition.of)) < len(definition.of):
            raise Unusable("相加要有两个以上不同的指标")
        measure = Plus(definition.of)
    page = known[definition.of[0]].page
    return Figure(
        key, definition.label, definition.unit, "", "", definition.rule, measure,
        nature="ratio" if definition.way == "ratio" else "flow", page=page,
    )  # fmt: skip


def _measure(source: FigureSource, definition: FigureDefinition) -> Measure:
    if definition.way == "count":
        return Count()
    name = definition.of[0] if definition.of else ""
    if definition.way == "sum":
        summed = _field(source, name)
        if summed not in source.sums:
            raise Unusable(f"{quoted(summed.label)}不能相加，要选填数字的字段")
        return Sum(summed.column)
    if definition.way == "distinct":
        counted = source.distinct(name)
        if counted is None:
            raise Unusable(f"{quoted(_field(source, name).label)}不能去重，要选乡镇、委员这样的字段")
        return Distinct(counted.column)
    raise Unusable(f"不认识的算法{quoted(definition.way)}")


def _field(source: FigureSource, key: str) -> CountedField:
    found = source.field(key)
    if found is None:
        raise Unusable(f"{source.label}里已经没有{quoted(key, 40)}这个字段")
    return found


def _where(field: CountedField, condition: Condition) -> Where:
    op, values = condition.op, condition.values
    if op not in field.ops:
        raise Unusable(f"{quoted(field.label)}不能这样比")
    if op in ("filled", "empty"):
        return Where(field.column, op)
    if not values:
        raise Unusable(f"{quoted(field.label)}没有说和什么比")
    if op in ("in", "not_in"):
        return Where(field.column, op, values, field.target)
    if op == "is":
        return Where(field.column, "is", values[0] == YES)
    return Where(field.column, *_compared(field, op, values[0]))


def _compared(field: CountedField, op: Any, text: str) -> tuple[Any, Any]:
    """The comparison for the compiler and what is compared with, as the column keeps it."""
    if isinstance(field.value, DayValue):
        # A month begins before its first day and ends with its last.
        start = op == ">="
        whole = text if len(text) > len("2026-10") else text + ("-00" if start else "-31")
        return ("from" if start else "to"), whole
    if isinstance(field.value, Many):
        return op, f"|{text}|"
    if isinstance(field.value, Money | Number):
        try:
            number = Decimal(text) if isinstance(field.value, Money) else int(text)
        except (ValueError, ArithmeticError):
            raise Unusable(f"{quoted(text)}不是数字") from None
        return {">=": "least", "<=": "most"}.get(op, op), number
    return op, text
