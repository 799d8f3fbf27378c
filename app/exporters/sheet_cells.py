"""Writes single and merged cells safely and remembers what the finished file still needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.exporters.sheet_grid import Shown
from app.exporters.sheet_measure import TALLEST
from app.exporters.sheet_styles import Look, SheetFonts, SheetStyles
from app.exporters.sheet_text import escaped, fitted, looks_like_formula, writable

FIRST_DAY: Final = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
EXACT: Final = 10**15  # Excel keeps fifteen digits


class SheetCells:
    """The cells of one worksheet.

    `cached` holds the value of every formula by cell, `heights` the points of every row, `notes` what to tell
    the clerk.
    """

    def __init__(self, sheet: Worksheet, styles: SheetStyles) -> None:
        self.sheet = sheet
        self.cached: dict[str, Decimal | int | str] = {}
        self.heights: dict[int, float] = {}
        self.notes: list[str] = []
        self._styles = styles

    @property
    def fonts(self) -> SheetFonts:
        return self._styles.fonts

    def put(self, row: int, column: int, value: Shown, look: Look, where: str = "") -> str:
        """Writes the value and gives its text back for measuring; `where` names the cell in a sentence."""
        cell = self.sheet.cell(row, column)
        if isinstance(value, date) and value < FIRST_DAY:
            value = value.isoformat()
        if isinstance(value, int) and abs(value) >= EXACT:
            value = str(value)
        if isinstance(value, str):
            text, left_out = fitted(writable(value))
            if left_out:
                self.notes.append(
                    f"{where}太长，表格一格放不下，有 {left_out} 个字没有写出，全文请在软件里看。"
                )
            inner: Any = cell
            inner._value, cell.data_type = escaped(text), "s"  # else "=…" and "#…" become formulas and errors
            if looks_like_formula(text):
                look = replace(look, quoted=True)
        elif value is None:
            text = ""
        else:
            cell.value = value
            text = str(value)
        self._styles.dress(cell, look)
        return text

    def formula(self, row: int, column: int, formula: str, value: Decimal | int | str, look: Look) -> None:
        """Writes a formula together with what it comes to."""
        cell = self.sheet.cell(row, column, formula)
        self._styles.dress(cell, look)
        self.cached[cell.coordinate] = value

    def span(self, row: int, column: int, last_row: int, last_column: int, value: Shown, look: Look) -> None:
        """Writes a value over a block of cells."""
        self.put(row, column, value, look)
        if (row, column) == (last_row, last_column):
            return
        self._styles.dress(self.sheet.cell(row, column), look, shared=False)  # merging changes it in place
        self.sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)

    def at_least(self, row: int, points: float) -> None:
        """Makes the row this high or leaves it higher."""
        self.heights[row] = min(TALLEST, max(self.heights.get(row, 0.0), points))


def at(row: int, column: int) -> str:
    """The cell's name: D17."""
    return f"{get_column_letter(column)}{row}"
