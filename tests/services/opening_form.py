"""Fills the office's own form of opening figures, as a clerk would in a table program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from app.services.office import Office

Cells = Mapping[tuple[str, ...], Any]
"""Figure, heading and perhaps township → what is typed."""


def filled(office: Office, folder: Path, cells: Cells) -> Path:
    """A new form with these cells filled; rows are added for townships and for figures it does not know."""
    path = office.opening.template(folder)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    columns = {str(cell.value): int(cell.column or 0) for cell in sheet[3]}
    rows: dict[tuple[str, str], int] = {}
    for number in range(4, sheet.max_row + 1):
        if sheet.cell(number, 2).value:
            rows[str(sheet.cell(number, 2).value), ""] = number
    last = sheet.max_row
    for (figure, heading, *where), value in cells.items():
        key = (figure, where[0] if where else "")
        if key not in rows:
            last += 1
            rows[key] = last
            sheet.cell(last, 2).value = figure
            sheet.cell(last, 4).value = key[1] or None
        if heading not in columns:
            columns[heading] = max(columns.values()) + 1
            sheet.cell(3, columns[heading]).value = heading
        sheet.cell(rows[key], columns[heading]).value = value
    book.save(path)
    return path
