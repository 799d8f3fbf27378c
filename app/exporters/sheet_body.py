"""The rows of a grid on a worksheet: cells, heights by what they hold, and 合计."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from app.exporters.layout import Align, Column, Source, TotalsAt, paths
from app.exporters.sheet_cells import SheetCells, at
from app.exporters.sheet_grid import Cell, Grid, TotalCell, TotalKind, padded
from app.exporters.sheet_measure import TALLEST, height, line_count
from app.exporters.sheet_styles import Look

ROW: Final = 21.0  # points of a row of one line …
TIGHT: Final = 17.0  # … and how low it may go to save a sheet of paper
TOTAL_LABEL: Final = "合　计"


class SheetBody:
    """Writes the rows from `top` on: data from `first` to `last`, anything to `bottom`."""

    def __init__(self, cells: SheetCells, grid: Grid, widths: Sequence[float], top: int) -> None:
        self.first = top + (grid.has_totals and grid.totals_at is TotalsAt.FIRST)
        self.last = self.first + len(grid.rows) - 1
        self.bottom = max(self.last, self.first)
        self._cells = cells
        self._grid = grid
        self._leaves = grid.leaves
        self._widths = widths
        self._names = tuple(paths(grid.columns))
        self._too_tall: dict[int, int] = {}
        self._looks: dict[tuple[object, ...], Look] = {}

    def write(self) -> None:
        """All rows, or one line saying that there is nothing, and the totals."""
        if not self._grid.rows:
            look = self._look(Align.CENTER)
            self._cells.span(self.first, 1, self.first, len(self._leaves), self._grid.empty, look)
            self._cells.at_least(self.first, 2 * ROW)
            return
        for number, row in enumerate(self._grid.rows):
            self._row(self.first + number, number + 1, row)
        for place, count in self._too_tall.items():
            where = f"“{self._cells.sheet.title}”有 {count} 行的“{self._names[place]}”"
            self._cells.notes.append(f"{where}太长，一页纸上印不全，全文请在软件里看。")
        if self._grid.has_totals:
            at_end = self._grid.totals_at is TotalsAt.LAST
            self._totals(self.last + 1 if at_end else self.first - 1)
            self.bottom = self.last + at_end

    def _row(self, row: int, number: int, cells: Sequence[Cell]) -> None:
        need = 1
        for place, cell in enumerate(cells):
            look = self._cell_look(place, cell)
            if not isinstance(cell.value, str):
                self._cells.put(row, place + 1, cell.value, look)
                continue
            where = f"“{self._cells.sheet.title}”第 {number} 行“{self._names[place]}”"
            text = self._cells.put(row, place + 1, cell.value, look, where)
            lines = line_count(text, self._widths[place], self._grid.size)
            need = max(need, lines)
            if height(lines, self._grid.size) >= TALLEST:
                self._too_tall[place] = self._too_tall.get(place, 0) + 1
        self._cells.at_least(row, height(need, self._grid.size, ROW))

    def _totals(self, row: int) -> None:
        totals = self._grid.totals
        given = [place for place, total in enumerate(totals) if total.cell.value is not None]
        named = given[0] if given else len(totals)
        if named:
            self._cells.span(row, 1, row, named, TOTAL_LABEL, self._look(Align.CENTER, bold=True))
        for place in range(named, len(totals)):
            self._total(row, place, totals[place])
        self._cells.at_least(row, ROW)

    def _total(self, row: int, place: int, total: TotalCell) -> None:
        column, value = self._leaves[place], total.cell.value
        look = self._look(column.align, bold=True, number_format=number_format(column, total.cell))
        if total.kind is TotalKind.PLAIN or not isinstance(value, str | int | Decimal):
            self._cells.put(row, place + 1, value, look)
            return
        if total.kind is TotalKind.SUM:
            formula = f"=SUM({at(self.first, place + 1)}:{at(self.last, place + 1)})"
        else:
            above, below = (at(row, part + 1) for part in total.parts)
            formula = f'=IF({below}=0,"—",ROUND({above}/{below},{total.places}))'
        self._cells.formula(row, place + 1, formula, value, look)

    def _cell_look(self, place: int, cell: Cell) -> Look:
        """The look of a cell, made once for all alike in its column."""
        key = (place, type(cell.value), cell.number_format, cell.bold, cell.unreported)
        found = self._looks.get(key)
        if found is None:
            column = self._leaves[place]
            shape = number_format(column, cell)
            look = self._look(column.align, bold=cell.bold, number_format=shape, unreported=cell.unreported)
            found = replace(look, indent=1) if column.source is Source.LABEL else look
            self._looks[key] = found
        return found

    def _look(
        self, align: Align, *, bold: bool = False, number_format: str = "General", unreported: bool = False
    ) -> Look:
        return Look(
            self._cells.fonts.body,
            self._grid.size,
            bold=bold,
            align=align.value,
            wrap=True,
            border=True,
            unreported=unreported,
            number_format=number_format,
        )


def number_format(column: Column, cell: Cell) -> str:
    """Numbers at the right edge get some room; text keeps it only where it stands among them."""
    found = cell.number_format
    if column.align is not Align.RIGHT or isinstance(cell.value, date):
        return found
    if not isinstance(cell.value, int | Decimal):
        found = column.format.number_format
    return padded(found)
