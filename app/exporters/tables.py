"""What is put into a workbook: plain values, already counted, that need no store to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from app.exporters.layout import Align, Format, Layout


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole, two numbers until the one place that rounds; over nothing it is 不适用."""

    numerator: int
    denominator: int


class Mark(Enum):
    """What stands in a cell in place of a value."""

    NOT_APPLICABLE = "—"


# None is "not reported": an empty cell. 0 is 0.
Value = int | Decimal | Ratio | str | date | Mark | None


def round_half_up(value: int | Decimal | Fraction | Ratio, digits: int = 0) -> Decimal:
    """The value with `digits` after the point, halves away from zero: the one place where a report rounds.

    Exact for any size: the binary fractions of floats never come into it. A Ratio must have a denominator.
    """
    exact = Fraction(value.numerator, value.denominator) if isinstance(value, Ratio) else Fraction(value)
    scaled = abs(exact) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = 1 if exact < 0 and whole else 0
    return Decimal((sign, tuple(int(digit) for digit in str(whole)), -digits))


def with_unit(name: str, unit: str) -> str:
    """协商活动（场）; a name that says its unit already stays as it is."""
    return name if name.endswith(unit) else f"{name}（{unit}）"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One township, sector, studio, record …: `values` stand in the order of `Layout.values`."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """One cell of the 合计 row.

    `value` is always the true value. `additive` asks for a SUM over the rows, `ratio_of` names the two
    figures a ratio is made of, for a formula of their totals; both give way to the true value where they
    would differ.
    """

    value: Value
    additive: bool = False
    ratio_of: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A report for one period: a layout with its figures.

    `words` fill the layout's templates (layout.WORDS). `totals` run like `Layout.values`, None where a column
    has none. `missing` are the places in `Layout.values` of columns without a source: they are left out.
    `remark` stands after the layout's note.
    """

    layout: Layout
    words: Mapping[str, str]
    rows: tuple[ReportRow, ...]
    totals: tuple[Total | None, ...] = ()
    missing: frozenset[int] = frozenset()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """A column of a record list; `width` in half-width characters."""

    label: str
    width: float = 12
    format: Format = field(default_factory=Format)
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A list of records with their fields, to be filtered and printed; `line` is row 2 from left to right."""

    sheet: str
    title: str
    columns: tuple[RecordColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    line: tuple[str, str, str] = ("", "", "")
    note: str = ""
    signoff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must agree: left and right side, each named, and what it means when they don't."""

    name: str
    left_name: str
    left: Value
    right_name: str
    right: Value
    difference: Value
    holds: bool
    note: str = ""
    relation: str = "＝"


@dataclass(frozen=True, slots=True)
class SumLine:
    """How a figure's 本期 and 累计 come about: 发生数 + 补报更正, and 上期累计 + 本期."""

    name: str
    unit: str
    meaning: str
    occurred: Value
    late: Value
    current: Value
    before: Value
    ytd: Value
    adjusted: Value
    holds: bool
    format: Format = field(default_factory=lambda: Format("int"))


@dataclass(frozen=True, slots=True)
class AdjustmentLine:
    """One adjustment (调整数) that 累计 contains."""

    name: str
    day: Value
    amount: Value
    use: str
    reason: str
    basis: str
    by: str


@dataclass(frozen=True, slots=True)
class CheckTable:
    """核对表: every check of the period, how 本期 and 累计 come about, the adjustments in them."""

    title: str
    checks: tuple[Check, ...]
    line: tuple[str, str, str] = ("", "", "")
    sheet: str = "核对表"
    note: str = ""
    sums: tuple[SumLine, ...] = ()
    adjustments: tuple[AdjustmentLine, ...] = ()
    late_apart: bool = False
    """补报更正 is not in 本期 but a line of its own (strict dating)."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure with its three numbers and 口径: how it is counted."""

    name: str
    unit: str
    current: Value
    ytd: Value
    last_year: Value
    meaning: str
    format: Format = field(default_factory=lambda: Format("int"))
    scale: int = 1


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All figures of the period with 口径, beside the checks."""

    title: str
    figures: tuple[FigureLine, ...]
    line: tuple[str, str, str] = ("", "", "")
    sheet: str = "指标口径"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of the month table and one colour of bars; None for a month that has not come yet."""

    label: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class MonthChart:
    """A small month table with a bar chart of it below; `caption` stands over the bars, with their unit."""

    title: str
    months: tuple[str, ...]
    series: tuple[Series, ...]
    line: tuple[str, str, str] = ("", "", "")
    sheet: str = "各月场次"
    caption: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One picture: what its bars stand for, and one list of bars a series; None where nothing is known."""

    caption: str
    heading: str
    names: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class ChartTable:
    """图: some small tables below each other, each with its bars beside it."""

    title: str
    pictures: tuple[Comparison, ...]
    line: tuple[str, str, str] = ("", "", "")
    sheet: str = "图"
    note: str = ""


Table = ReportTable | RecordTable | CheckTable | FigureTable | MonthChart | ChartTable
