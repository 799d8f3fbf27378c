"""What an ad-hoc table of records may show, be narrowed by, grouped by and summed, read from declarations."""

from __future__ import annotations

from app.models import Record
from app.models.fields import Field
from app.models.values import Choice, Code, Count, DayValue, Flag, Many, Money, RefTo, Text
from app.services.list_columns import NUMBER, columns_of, is_sum, more_columns_of
from app.services.list_tables import STATUS

STATE = Field("登记情况", Text(4), key=STATUS)
COUNT = "count"
IN, NOT_IN, LEAST, MOST, EQUAL = "in", "not_in", ">=", "<=", "="
HAS, HAS_NOT, IS, FILLED, EMPTY = "has", "has_not", "is", "filled", "empty"

OP_WORDS = {
    IN: "是", NOT_IN: "不是", LEAST: "不少于", MOST: "不多于", EQUAL: "等于", HAS: "含有", HAS_NOT: "不含",
    IS: "是", FILLED: "填了", EMPTY: "没填",
}  # fmt: skip
DAY_WORDS = {LEAST: "从", MOST: "到"}
WITHOUT_VALUE = (FILLED, EMPTY)


def fields_for(model: type[Record]) -> tuple[Field, ...]:
    """The columns a table of this kind may have: the list's own first; none that an office may not keep."""
    found = (*columns_of(model), *more_columns_of(model), STATE)
    return tuple(spec for spec in found if not spec.setting)


def field_for(model: type[Record], key: str) -> Field | None:
    return next((spec for spec in fields_for(model) if spec.key == key), None)


def usual_fields(model: type[Record]) -> tuple[str, ...]:
    """The columns a table begins with: those of the kind's list."""
    return tuple(spec.key for spec in columns_of(model))


def ops_of(spec: Field) -> tuple[str, ...]:
    """How a field can be compared; nothing where it cannot."""
    if spec.key == STATUS:
        return (IN,)
    if spec.private:  # what it is compared with would stand on paper
        return (FILLED, EMPTY)
    if spec.shape == "members" or isinstance(spec.value, Choice | RefTo):
        return (IN, NOT_IN, FILLED, EMPTY) if spec.shape == "members" else (IN, NOT_IN)
    if isinstance(spec.value, Count | Money):
        return (LEAST, MOST, EQUAL, FILLED, EMPTY)
    if isinstance(spec.value, DayValue):
        return (LEAST, MOST, FILLED, EMPTY)
    if isinstance(spec.value, Flag):
        return (IS, FILLED, EMPTY)
    return (HAS, HAS_NOT, FILLED, EMPTY) if isinstance(spec.value, Text | Code) else ()


def op_word(spec: Field, op: str) -> str:
    """The comparison in a clerk's words."""
    if isinstance(spec.value, DayValue) and op in DAY_WORDS:
        return DAY_WORDS[op]
    return OP_WORDS[op]


def conditions_for(model: type[Record]) -> tuple[Field, ...]:
    """The fields a table can be narrowed by; 登记情况 and places and choices first."""
    found = [spec for spec in fields_for(model) if ops_of(spec)]
    return tuple(sorted(found, key=_usefulness))


def groups_for(model: type[Record]) -> tuple[Field, ...]:
    """The fields records can be grouped by: one value per record, few values in all, and the day by month."""
    found = [spec for spec in fields_for(model) if _groups(spec) or _is_day(model, spec)]
    return tuple(spec for spec in found if spec.key != model.kind.title)


def can_sum(spec: Field) -> bool:
    return spec.shape == "value" and (is_sum(spec) or isinstance(spec.value, Money))


def can_sort(spec: Field) -> bool:
    return spec.shape in ("value", "reference")


def unit_of(spec: Field) -> str:
    if isinstance(spec.value, Money):
        return "元"
    return spec.value.unit if isinstance(spec.value, Count) else ""


def _groups(spec: Field) -> bool:
    if spec.key in (NUMBER.key, STATUS):
        return False
    return isinstance(spec.value, Choice | RefTo | Flag) and not isinstance(spec.value, Many)


def _is_day(model: type[Record], spec: Field) -> bool:
    return bool(model.kind.day) and spec.key == model.kind.day


def _usefulness(spec: Field) -> int:
    if spec.key == STATUS:
        return 3
    return 0 if isinstance(spec.value, RefTo) else 1 if isinstance(spec.value, Choice) else 2
