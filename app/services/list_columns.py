"""What a kind's list can show, total and be narrowed by, read from its declarations."""

from __future__ import annotations

from app.models import Record
from app.models.fields import Field, fields_of
from app.models.values import Choice, Code, Count, RefTo, Year

NUMBER = Field("编号", Code(60), key="number")
WHOLE = "合计"


def columns_of(model: type[Record]) -> tuple[Field, ...]:
    """The fields a list shows unless told otherwise: the day, what names the record, the rest as declared.

    The day is always among them, because it decides which period a record is in.
    """
    listed = [spec for spec in fields_of(model) if _is_listed(model, spec)]
    return tuple(sorted(listed, key=lambda spec: _place(model, spec)))


def more_columns_of(model: type[Record]) -> tuple[Field, ...]:
    """Further fields a clerk may put into the list: whatever is short; an office may keep them or not."""
    others = [spec for spec in fields_of(model) if _fits(spec) and not _is_listed(model, spec)]
    return (NUMBER, *others)


def column_of(model: type[Record], key: str) -> Field:
    """A column by its key; KeyError when the list cannot show it."""
    return {spec.key: spec for spec in (*columns_of(model), *more_columns_of(model))}[key]


def filters_of(model: type[Record]) -> tuple[Field, ...]:
    """What a list can be narrowed by with a list of values: the most useful first, places before choices."""
    found = [spec for spec in columns_of(model) if isinstance(spec.value, Choice | RefTo)]
    found = [spec for spec in found if spec.key != model.kind.title]
    return tuple(sorted(found, key=lambda spec: (rank(found, spec), not isinstance(spec.value, RefTo))))


def rank(columns: list[Field], spec: Field) -> float:
    """How soon a column gives way when room is short, the highest first.

    Of each sort of column (reference, choice, text, number) the first stays longest; numbers are narrow and
    are what the line of totals speaks of, so they stay longer than texts; lists of names go first.
    """
    if spec.shape == "members":
        return len(columns)
    alike = [column for column in columns if _sort(column) == _sort(spec)]
    place = alike.index(spec)
    return place / 4 if isinstance(spec.value, Count) else place + (1 if _sort(spec) == "text" else 0)


def sums_of(model: type[Record]) -> tuple[Field, ...]:
    """The listed counts that can be added up: those that say what they count."""
    return tuple(spec for spec in columns_of(model) if is_sum(spec))


def parts_of(model: type[Record], whole: Field) -> tuple[Field, ...]:
    """The counts that a 合计 is made of: what is worked out in the same section and the same unit."""
    if whole.heading != WHOLE:
        return ()
    return tuple(
        spec
        for spec in fields_of(model)
        if is_sum(spec)
        and spec.key != whole.key
        and (spec.group, _unit(spec)) == (whole.group, _unit(whole))
        and spec.formula is not None
        and not spec.typed_over
    )


def is_sum(spec: Field) -> bool:
    """Whether adding the values of many records makes sense; a year or a place in an order has no unit."""
    return isinstance(spec.value, Count) and not isinstance(spec.value, Year) and bool(spec.value.unit)


def _unit(spec: Field) -> str:
    return spec.value.unit if isinstance(spec.value, Count) else ""


def _is_listed(model: type[Record], spec: Field) -> bool:
    return _fits(spec) and (spec.listed or spec.key == model.kind.day)


def _fits(spec: Field) -> bool:
    return spec.shape in ("value", "reference", "members")


def _place(model: type[Record], spec: Field) -> int:
    return 0 if spec.key == model.kind.day else 1 if spec.key == model.kind.title else 2


def _sort(spec: Field) -> str:
    if isinstance(spec.value, RefTo):
        return "reference"
    if isinstance(spec.value, Choice):
        return "choice"
    return "number" if isinstance(spec.value, Count) else "text"
