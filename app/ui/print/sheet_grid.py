"""The rows and columns of a worksheet's printed part: which are shown, how wide and how high."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Any

_POINT = 20.0
_DEFAULT_CHARACTERS = 8
_DEFAULT_HEIGHT = 15.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a drawing lies: from the left edge of the grid and the top of a shown row."""

    row: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of cells that show as one: its first shown row and column, its true corners, what it covers."""

    row: int
    column: int
    first: tuple[int, int]
    last: tuple[int, int]
    columns: int
    rows: int


class Grid:
    """The shown rows and columns of a range (counted from 1), sizes in twips at `scale`."""

    def __init__(self, sheet: Any, bounds: tuple[int, int, int, int], digit: float, scale: float) -> None:
        self.scale = scale
        self._sheet = sheet
        self._digit = digit
        self._widths = _column_widths(sheet)
        left, top, right, bottom = bounds
        rows, columns = range(top, bottom + 1), range(left, right + 1)
        self.columns = [column for column in columns if self._width(column) > 0]
        self.rows = [row for row in rows if not sheet.row_dimensions[row].hidden]
        self.widths = [self._width(column) * scale for column in self.columns]
        self.heights = [self._height(row) * scale for row in self.rows]

    def merges(self) -> dict[tuple[int, int], Merge]:
        """For every shown cell of a merged block, the block."""
        found: dict[tuple[int, int], Merge] = {}
        for said in self._sheet.merged_cells.ranges:
            rows = [row for row in self.rows if said.min_row <= row <= said.max_row]
            columns = [column for column in self.columns if said.min_col <= column <= said.max_col]
            if not rows or not columns:
                continue
            first, last = (said.min_row, said.min_col), (said.max_row, said.max_col)
            block = Merge(rows[0], columns[0], first, last, len(columns), len(rows))
            found.update({(row, column): block for row in rows for column in columns})
        return found

    def x_of(self, column: int, offset: float) -> float:
        """The place of a column (counted from 0) and an offset in it, from the grid's left edge."""
        edges = list(accumulate(self.widths, initial=0.0))
        before = sum(1 for one in self.columns if one <= column)
        return edges[min(before, len(self.widths))] + offset * self.scale

    def y_of(self, row: int, offset: float) -> float:
        """The place of a row (counted from 0) and an offset in it, from the grid's top."""
        edges = list(accumulate(self.heights, initial=0.0))
        before = sum(1 for one in self.rows if one <= row)
        return edges[min(before, len(self.heights))] + offset * self.scale

    def spot(self, row: int, x: float, y: float, width: float, height: float) -> Spot:
        """A place measured from the top of the shown row that sheet row `row` (counted from 0) is."""
        index = min(sum(1 for one in self.rows if one <= row), max(len(self.rows) - 1, 0))
        return Spot(index, x, y - sum(self.heights[:index]), width, height)

    def is_fixed(self, row: int) -> bool:
        """Whether somebody gave the row its height."""
        return self._sheet.row_dimensions[row].height is not None

    def _width(self, column: int) -> float:
        characters = self._widths.get(column)
        if characters is None:
            said = self._sheet.sheet_format.defaultColWidth
            characters = said if said else _DEFAULT_CHARACTERS + 5 / 8
        return characters * self._digit

    def _height(self, row: int) -> float:
        said = self._sheet.row_dimensions[row].height
        if said is None:
            said = self._sheet.sheet_format.defaultRowHeight or _DEFAULT_HEIGHT
        return float(said) * _POINT


def _column_widths(sheet: Any) -> dict[int, float]:
    """The columns whose width is said, in characters; 0 for hidden ones."""
    from openpyxl.utils import column_index_from_string

    widths: dict[int, float] = {}
    for letters, said in sheet.column_dimensions.items():
        first = said.min or column_index_from_string(letters)
        for column in range(first, (said.max or first) + 1):
            if said.hidden:
                widths[column] = 0.0
            elif said.width:
                widths[column] = float(said.width)
    return widths
