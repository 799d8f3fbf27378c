"""Several tables below each other on one sheet, each with its caption, headings and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.exporters.layout import Column
from app.exporters.sheet_body import ROW, number_format
from app.exporters.sheet_cells import SheetCells
from app.exporters.sheet_grid import Cell, Grid, Section
from app.exporters.sheet_measure import height, line_count
from app.exporters.sheet_styles import Look

_CAPTION_SIZE: Final = 12.0
_GAP: Final = 8.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section's headings and rows stand on the sheet."""

    heading: int
    first: int
    last: int


class SheetSections:
    """Writes the sections from `top` on: `places` tells where each stands, `bottom` is the last row."""

    def __init__(self, cells: SheetCells, grid: Grid, widths: Sequence[float], top: int) -> None:
        self.first = self.last = self.bottom = top
        self.places: list[Place] = []
        self._cells = cells
        self._grid = grid
        self._widths = widths

    def write(self) -> None:
        """All sections, a gap between them."""
        row = self.first
        for section in self._grid.sections:
            if row > self.first:
                self._cells.at_least(row, _GAP)
                row += 1
            row = self._section(section, row) + 1
        self.bottom = self.last = row - 1

    def _section(self, section: Section, row: int) -> int:
        """Writes one section; gives back its last row."""
        spans = self._spans(section)
        across = spans[-1][1]
        if section.caption:
            look = Look(self._cells.fonts.heading, _CAPTION_SIZE, align="left")
            self._cells.span(row, 1, row, across, section.caption, look)
            self._cells.at_least(row, height(1, _CAPTION_SIZE, ROW))
            row += 1
        heading = row
        look = Look(self._cells.fonts.heading, self._grid.size, align="center", wrap=True, border=True)
        for (column, _), (first, last) in zip(section.columns, spans, strict=True):
            self._write(row, first, last, Cell(column.heading), look)
        for cells in section.rows:
            row += 1
            for (column, _), (first, last), cell in zip(section.columns, spans, cells, strict=True):
                self._write(row, first, last, cell, self._look(column, cell))
        if not section.rows:
            row += 1
            look = Look(self._cells.fonts.body, self._grid.size, align="center", border=True)
            self._cells.span(row, 1, row, across, section.empty, look)
            self._cells.at_least(row, ROW)
        self.places.append(Place(heading, heading + 1, row))
        while row < heading + section.least:
            row += 1
            self._cells.at_least(row, ROW)
        return row

    def _spans(self, section: Section) -> list[tuple[int, int]]:
        """First and last column of the sheet under each column, counted from 1."""
        found, start = [], 1
        for _, over in section.columns:
            found.append((start, start + over - 1))
            start += over
        return found

    def _write(self, row: int, first: int, last: int, cell: Cell, look: Look) -> None:
        self._cells.span(row, first, row, last, cell.value, look)
        text = cell.value if isinstance(cell.value, str) else ""
        lines = line_count(text, sum(self._widths[first - 1 : last]), self._grid.size)
        self._cells.at_least(row, height(lines, self._grid.size, ROW))

    def _look(self, column: Column, cell: Cell) -> Look:
        return Look(
            self._cells.fonts.body,
            self._grid.size,
            bold=cell.bold,
            align=column.align.value,
            wrap=True,
            border=True,
            unreported=cell.unreported,
            number_format=number_format(column, cell),
        )
