"""The columns of an editable table of rows, taken from the declarations of the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.models.base import Base
from app.models.fields import Field, fields_of, rows_of
from app.models.values import (
    Choice,
    Code,
    Count,
    DayValue,
    Flag,
    LongText,
    Money,
    RefTo,
    Text,
    Time,
    ValueKind,
)
from app.ui.forms.desk import Desk
from app.ui.theme import Theme

MOST_CHOICE_EMS = 8.0
LEAST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One field of the row, or of the single row below it: ("text",) or ("task", "unit")."""

    path: tuple[str, ...]
    spec: Field
    model: type[Base]

    @property
    def key(self) -> str:
        """The path in one word."""
        return "/".join(self.path)

    @property
    def as_field(self) -> Field:
        """The field under the path's name, for a form of its own."""
        below = len(self.path) > 1
        return replace(self.spec, key=self.key, group="", narrowed_by="" if below else self.spec.narrowed_by)

    def get(self, row: Mapping[str, Any]) -> Any:
        """The value in a row; None too when the row below is not there."""
        for key in self.path[:-1]:
            row = row.get(key) or {}
        return row.get(self.path[-1])


def columns_of(model: type[Base]) -> tuple[Column, ...]:
    """Every field of a row; a single row below it is laid flat beside it."""
    found: list[Column] = []
    for spec in fields_of(model):
        if spec.shape == "child":
            below = rows_of(model, spec)
            found += [
                Column((spec.key, *column.path), column.spec, column.model) for column in columns_of(below)
            ]
        elif spec.editable:
            found.append(Column((spec.key,), spec, model))
    return tuple(found)


def is_hidden(column: Column) -> bool:
    """Whether a column only stands in the row's details."""
    return column.spec.folded or column.spec.nested


def least_ems(column: Column, desk: Desk, theme: Theme) -> float:
    """The width a column cannot do without."""
    heading = theme.metrics().horizontalAdvance(column.spec.heading) / theme.em + 1.4
    return max(heading, _least_of(column.spec.value), _choice_ems(column, desk, theme))


def growth(column: Column) -> float:
    """How much of the room to spare a column takes."""
    value = column.spec.value
    if isinstance(value, LongText):
        return 5.0
    if isinstance(value, Text):
        return max(1.0, min(3.0, value.limit / 25))
    return 0.5 if isinstance(value, RefTo) else 0.15


def fitting(
    columns: Sequence[Column], width: int, desk: Desk, theme: Theme
) -> tuple[list[Column], list[int]]:
    """The columns that fit into `width` pixels, and their widths; the last ones go first."""
    shown = [column for column in columns if not is_hidden(column)]
    least = [theme.px(least_ems(column, desk, theme)) for column in shown]
    while len(shown) > LEAST_COLUMNS and sum(least) > width:
        shown.pop()
        least.pop()
    spare = max(0, width - sum(least))
    weights = [growth(column) for column in shown]
    whole = sum(weights) or 1.0
    widths = [one + int(spare * weight / whole) for one, weight in zip(least, weights, strict=True)]
    if widths:
        widths[0] += width - sum(widths)
    return shown, widths


def _least_of(value: ValueKind | None) -> float:
    return next((ems for kind, ems in _LEAST.items() if isinstance(value, kind)), 5.0)


def _choice_ems(column: Column, desk: Desk, theme: Theme) -> float:
    if not isinstance(column.spec.value, Choice):
        return 0.0
    metrics = theme.metrics()
    labels = desk.option_labels(column.spec.value.of)
    widest = max((metrics.horizontalAdvance(text) for text in labels), default=0) / theme.em + 1.4
    return min(widest, MOST_CHOICE_EMS)


_LEAST: dict[type, float] = {
    DayValue: 7.1,
    Time: 4.2,
    Money: 6.0,
    Count: 4.2,
    Flag: 6.2,
    LongText: 12.0,
    RefTo: 7.0,
    Choice: 4.0,
    Code: 8.2,
    Text: 6.5,
}
