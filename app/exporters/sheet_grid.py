"""A sheet before it is one: headings, cells as they will be shown, totals and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from app.exporters.layout import Align, Column, Format, Node, Source, TotalsAt, leaves
from app.exporters.tables import Mark, Ratio, Value, round_half_up

Shown = int | Decimal | str | date | None
SERIAL = Column("序号", Source.SERIAL, width=5, align=Align.CENTER)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as shown: rounded, in the column's unit, with Excel's number format."""

    value: Shown = None
    number_format: str = "General"
    unreported: bool = False
    bold: bool = False


class TotalKind(Enum):
    PLAIN = "plain"
    SUM = "sum"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class TotalCell:
    """One cell of 合计: its true value as shown, and the formula that comes to the same, if there is one.

    `parts` are the places of numerator and denominator among the columns, `places` the digits rounded to.
    """

    cell: Cell = Cell()
    kind: TotalKind = TotalKind.PLAIN
    parts: tuple[int, int] = (0, 0)
    places: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A table of its own on a sheet of several: each column stands over some of the sheet's columns.

    A column of 0 is not there; `least` rows are kept free below the headings.
    """

    caption: str
    columns: tuple[tuple[Column, int], ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = ""
    least: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything about one sheet but fonts and heights. `frozen` columns stay in sight when scrolling.

    With `sections` the columns only give the widths, and the rows are those of the sections.
    """

    sheet: str
    title: str
    columns: tuple[Node, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: tuple[str, str, str] = ("", "", "")
    totals: tuple[TotalCell, ...] = ()
    totals_at: TotalsAt = TotalsAt.NONE
    signoff: tuple[str, ...] = ()
    note: str = ""
    size: float = 11
    frozen: int = 1
    filtered: bool = False
    empty: str = "本期没有记录"
    sections: tuple[Section, ...] = ()
    portrait: bool = False

    @property
    def leaves(self) -> tuple[Column, ...]:
        return tuple(leaves(self.columns))

    @property
    def has_totals(self) -> bool:
        return bool(self.rows and self.totals) and self.totals_at is not TotalsAt.NONE


def text_column(heading: str, width: float = 10, align: Align = Align.LEFT) -> Column:
    """A column of words."""
    return Column(heading, Source.FIELD, "field", width=width, align=align)


def number_column(heading: str, width: float = 10) -> Column:
    """A column of numbers."""
    return Column(heading, Source.FIELD, "field", format=Format("int"), width=width, align=Align.RIGHT)


def digits(cell: Cell) -> str:
    """How a number or day reads in the sheet, for measuring."""
    if isinstance(cell.value, int | Decimal) and cell.number_format.endswith("%"):
        places = len(cell.number_format.partition(".")[2]) - 1
        return f"{round_half_up(cell.value * 100, max(0, places))}%"
    return str(cell.value)


def padded(number_format: str) -> str:
    """The number format with a little room at the right edge of the cell, for numbers and for dashes."""
    return f"{number_format}_ ;-{number_format}_ ;{number_format}_ ;@_ "


def shown(value: Value, shape: Format, scale: int = 1) -> Cell:
    """The value as its column shows it: divided by the display unit, rounded half up, 不适用 as a dash."""
    if value is None:
        return Cell(unreported=shape.numeric)
    if isinstance(value, Mark):
        return Cell(value.value)
    if isinstance(value, Ratio) and value.denominator == 0:
        return Cell(Mark.NOT_APPLICABLE.value)
    if isinstance(value, str):
        return Cell(value)
    if isinstance(value, date):
        return Cell(value, Format("day").number_format)
    return _number(value, shape, scale)


def _number(value: int | Decimal | Ratio, shape: Format, scale: int) -> Cell:
    if not shape.numeric:
        if not isinstance(value, Ratio):
            return Cell(value)
        shape = Format("percent")
    exact = Fraction(value.numerator, value.denominator) if isinstance(value, Ratio) else Fraction(value)
    rounded = round_half_up(exact / scale, shape.places)
    return Cell(int(rounded) if shape.places == 0 else rounded, shape.number_format)
