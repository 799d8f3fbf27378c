"""The 口径 of an own figure in words, made from its definition."""

from __future__ import annotations

from functools import cache

from app.errors import Unfit
from app.models import RECORDS
from app.models.context import Context
from app.models.fields import fields_of
from app.models.figure_definition import Condition, FigureDefinition
from app.models.figure_set import FigureSet
from app.models.values import Flag
from app.services.figure_catalogue import YES
from app.services.figure_sources import RECORD, CountedField, FigureSource, source_of

LONGEST_RULE = 200


def rule_of(definition: FigureDefinition, known: FigureSet, context: Context) -> str:
    """What it counts, as a clerk would say it; "" while something is missing."""
    if definition.of_figures:
        names = [known.label(key) for key in definition.of]
        return (" ÷ " if definition.way == "ratio" else "加").join(names)[:LONGEST_RULE]
    source = source_of(definition.source)
    day = source.field(definition.dated_by) if source else None
    if source is None or day is None:
        return ""
    parts = [f"{day.words}在期内的{source.noun}"]
    parts += [words for each in definition.where if (words := condition_words(source, each, context))]
    parts.append(_measured(definition, source))
    return "，".join(parts)[:LONGEST_RULE]


def is_same_rule(one: str, other: str) -> bool:
    """Whether two differ by no more than words that have another name now."""
    return _as_called_now(one) == _as_called_now(other)


def condition_words(source: FigureSource, condition: Condition, context: Context) -> str:
    """协商品牌是院坝协商 or 有事好商量; "" for a field that is not there."""
    field = source.field(condition.field)
    if field is None:
        return ""
    between = " 或 " if condition.op == "in" else "、"
    values = between.join(value_words(field, value, context) for value in condition.values)
    return f"{field.words}{field.op_word(condition.op)}{values}"


def value_words(field: CountedField, value: str, context: Context) -> str:
    """A kept value as a clerk reads it."""
    if field.target:
        try:
            return context.resolve(field.target, value, {}).label
        except Unfit:
            return "（已删除）"
    if isinstance(field.value, Flag):
        return "是" if value == YES else "否"
    return context.option_label(field.value.options, value) if field.value.options else value


def _measured(definition: FigureDefinition, source: FigureSource) -> str:
    if definition.way == "sum":
        field = source.field(definition.of[0])
        return f"{field.words}相加" if field else ""
    if definition.way == "distinct":
        if definition.of[0] == RECORD:
            return "同一条记录只算一次"
        counted = source.distinct(definition.of[0])
        return f"同一个{counted.words}只算一次" if counted else ""
    return f"一条算一{definition.unit}"


def _as_called_now(rule: str) -> str:
    for before, now in _renamed():
        rule = rule.replace(before, now)
    return rule


@cache
def _renamed() -> tuple[tuple[str, str], ...]:
    """Aliases of kinds and fields with their labels, the longest first."""
    found = {alias: model.kind.label for model in RECORDS for alias in model.kind.aliases}
    for model in RECORDS:
        found |= {alias: spec.label for spec in fields_of(model) for alias in spec.aliases}
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
