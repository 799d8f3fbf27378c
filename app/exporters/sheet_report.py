"""Lays a report's figures into a grid and decides which totals may be formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from app.exporters.layout import Column, Layout, Source, filled, paths
from app.exporters.sheet_grid import Cell, Grid, TotalCell, TotalKind, shown
from app.exporters.tables import Ratio, ReportRow, ReportTable, Total

_T = TypeVar("_T")


class SheetReport:
    """One report on its way to a grid; `notes` tell what a clerk should know about it."""

    def __init__(self, table: ReportTable) -> None:
        self.notes: list[str] = []
        self._table = table
        self._layout: Layout = table.layout.without(table.missing).worded(table.words)
        self._count = len(table.layout.values)
        self._leaves = self._layout.leaves
        self._names = tuple(paths(self._layout.columns))
        kept = (i for i in range(self._count) if i not in table.missing)
        # Where each column's value stands among those given; serial number and label are not given.
        self._places = tuple(next(kept) if column.holds_value else None for column in self._leaves)
        self._rounded: list[str] = []

    def grid(self) -> Grid:
        """The sheet's content, columns without a source left out."""
        layout, table = self._layout, self._table
        rows = tuple(self._row(number, row) for number, row in enumerate(table.rows, 1))
        totals = self._totals() if table.totals else ()
        units = "、".join(dict.fromkeys(column.unit for column in self._leaves if column.unit))
        words = {**table.words, "units": units}
        left, middle, right = (filled(text, words) for text in layout.line)
        return Grid(
            sheet=filled(layout.sheet, words),
            title=filled(layout.title, words),
            columns=layout.columns,
            rows=rows,
            line=(left, middle, right),
            totals=totals,
            totals_at=layout.totals,
            signoff=tuple(filled(text, words) for text in layout.signoff),
            note="".join((filled(layout.note, words), table.remark, *self._rounded)),
            size=layout.size,
            frozen=self._frozen(),
            filtered=layout.record_path is not None,
        )

    def _row(self, number: int, row: ReportRow) -> tuple[Cell, ...]:
        if len(row.values) != self._count:
            raise ValueError(f"{len(row.values)} values for {self._count} columns")
        cells = []
        for column, place in zip(self._leaves, self._places, strict=True):
            if place is None:
                cells.append(Cell(number if column.source is Source.SERIAL else row.label))
                continue
            cell = shown(row.values[place], column.format, column.scale)
            blank = cell.unreported and column.source is not Source.FIGURE
            cells.append(Cell() if blank else cell)
        return tuple(cells)

    def _given(self, place: int, values: Sequence[_T]) -> _T:
        """The caller's value for the column at this place of the finished table."""
        found = self._places[place]
        assert found is not None
        return values[found]

    # totals

    def _totals(self) -> tuple[TotalCell, ...]:
        if len(self._table.totals) != self._count:
            raise ValueError(f"{len(self._table.totals)} totals for {self._count} columns")
        plain = [self._plain(place) for place in range(len(self._leaves))]
        return tuple(self._total(place, plain) for place in range(len(self._leaves)))

    def _plain(self, place: int) -> Cell:
        """The total's true value as shown."""
        column = self._leaves[place]
        total = self._given(place, self._table.totals) if column.holds_value else None
        return shown(total.value, column.format, column.scale) if total else Cell()

    def _total(self, place: int, plain: list[Cell]) -> TotalCell:
        column = self._leaves[place]
        total = self._given(place, self._table.totals) if column.holds_value else None
        if total is None:
            return TotalCell()
        if total.additive and self._adds_up(place, total, plain[place]):
            return TotalCell(plain[place], TotalKind.SUM)
        parts = self._parts(column, total, plain)
        if parts is not None:
            return TotalCell(plain[place], TotalKind.RATIO, parts, column.format.places)
        return TotalCell(plain[place])

    def _adds_up(self, place: int, total: Total, plain: Cell) -> bool:
        """Whether a SUM over the rows as shown gives the true total; where not, why, in a sentence."""
        if not isinstance(plain.value, int | Decimal):
            return False
        column = self._leaves[place]
        given = [self._given(place, row.values) for row in self._table.rows]
        cells = [shown(value, column.format, column.scale).value for value in given]
        visible = _sum(cells)
        if visible == plain.value:
            return True
        if _sum(given) == total.value:
            self._rounded.append(f"{self._names[place]}各行四舍五入，相加与合计略有出入。")
        else:
            self.notes.append(
                f"“{self._layout.name}”的“{self._names[place]}”：合计 {plain.value}，各行相加 {visible}，"
                "已按合计填写，请核对。"
            )
        return False

    def _parts(self, column: Column, total: Total, plain: list[Cell]) -> tuple[int, int] | None:
        """Where numerator and denominator stand, when both are in the table with just these totals."""
        if total.ratio_of is None or not isinstance(total.value, Ratio) or column.scale != 1:
            return None
        wanted = (total.value.numerator, total.value.denominator)
        found: list[int] = []
        for key, number in zip(total.ratio_of, wanted, strict=True):
            found += [
                place
                for place, other in enumerate(self._leaves)
                if (other.key, other.span, other.part) == (key, column.span, column.part)
                and other.source is Source.FIGURE
                and isinstance(plain[place].value, int | Decimal)
                and plain[place].value == number
            ][:1]
        return (found[0], found[1]) if len(found) == 2 else None

    def _frozen(self) -> int:
        """The serial number and what names the row: its label, or the first value where it has none."""
        lead = 0
        for column in self._leaves:
            if column.holds_value:
                break
            lead += 1
        labelled = any(column.source is Source.LABEL for column in self._leaves[:lead])
        return lead if labelled else lead + 1


def _sum(values: Iterable[object]) -> int | Decimal:
    """What SUM makes of them: text and blanks don't count."""
    numbers = [value for value in values if isinstance(value, int | Decimal)]
    return sum(numbers, 0)
