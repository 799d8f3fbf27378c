"""What one indicator (指标) is: data that a compiler turns into SQL, never a function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Nature = Literal["flow", "stock", "ratio"]
THROUGH = "@through"  # stands for the last day of the period asked for


@dataclass(frozen=True, slots=True)
class Where:
    """One condition on a source's row, or on its record with `root.`.

    op is =, in, is (True/False), <=, < or open: not yet, or only after the day named; those of own figures
    besides: not_in (also where nothing is filled), least and most (numbers), from and to (days), has and
    has_not (texts, keys as |key|), filled and empty. target: the kind of which `value` holds uuids.
    """

    field: str
    op: Literal[
        "=", "in", "is", "<=", "<", "open",
        "not_in", "least", "most", "from", "to", "has", "has_not", "filled", "empty",
    ]  # fmt: skip
    value: Any = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of a field; None counts as nothing."""

    field: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """How many different ones a field points to (人、乡镇、村)."""

    field: str


@dataclass(frozen=True, slots=True)
class Plus:
    """The sum of other figures."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure of another, kept as a pair until it is shown."""

    numerator: str
    denominator: str


Measure = Count | Sum | Distinct | Plus | Ratio


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator.

    source: a kind, or a path to its rows (`meeting.consensus.task`); "" for Plus and Ratio.
    dated_by: the date that puts a row into a period, on the row or with `root.` on its record; a stock is
    there from dated_by through `until` (both days included). rule: the 口径 in words, shown on hover.
    aliases: other words it is known by upwards, unique like the label.
    """

    key: str
    label: str
    unit: str
    source: str
    dated_by: str
    rule: str
    measure: Measure = Count()
    where: tuple[Where, ...] = ()
    nature: Nature = "flow"
    until: str = ""
    page: str = "meeting"
    aliases: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By the key alone: sets of figures are looked up at every save, and hardly two share one."""
        return hash(self.key)

    @property
    def combined(self) -> tuple[str, ...]:
        """The figures this one is made of."""
        if isinstance(self.measure, Ratio):
            return (self.measure.numerator, self.measure.denominator)
        return self.measure.parts if isinstance(self.measure, Plus) else ()
