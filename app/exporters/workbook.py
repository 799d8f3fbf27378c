"""Writes tables as one Excel workbook that prints as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from openpyxl import Workbook

from app.exporters.book_package import package_of
from app.exporters.cached_values import Cached, finish
from app.exporters.files import write_beside
from app.exporters.sheet_cells import SheetCells
from app.exporters.sheet_chart import chart_grid, draw_chart, draw_pictures, pictures_grid
from app.exporters.sheet_checks import check_grid
from app.exporters.sheet_grid import Grid
from app.exporters.sheet_lists import figure_grid, record_grid
from app.exporters.sheet_report import SheetReport
from app.exporters.sheet_sections import SheetSections
from app.exporters.sheet_styles import SheetFonts, SheetStyles
from app.exporters.sheet_text import writable
from app.exporters.sheet_writer import SheetWriter
from app.exporters.tables import (
    ChartTable,
    CheckTable,
    FigureTable,
    MonthChart,
    RecordTable,
    ReportTable,
    Table,
)

PRODUCT: Final = "政协履职台账"
_LONGEST_NAME: Final = 31
_FULL_WIDTH: Final = str.maketrans("[]:*?/\\", "【】：＊？／＼")


def write_workbook(
    target: Path | IO[bytes],
    tables: Sequence[Table],
    *,
    now: datetime,
    mark: str = "",
    fonts: SheetFonts | None = None,
) -> tuple[str, ...]:
    """Writes the tables, one a sheet, and gives back sentences on what could not be shown in full.

    A path is written beside and renamed, never over another file. `mark` (示例数据) is put on every page. The
    same tables, `now` and `mark` give the same bytes. Raises AppError when the file cannot be written.
    """
    if not tables:
        raise ValueError("a workbook needs a table")
    book = WorkbookWriter(now, mark, fonts or SheetFonts())
    for table in tables:
        book.add(table)
    if isinstance(target, Path):
        write_beside(target, book.save)
    else:
        book.save(target)
    return tuple(book.notes)


class WorkbookWriter:
    """Collects sheets and saves them with cached values."""

    def __init__(self, now: datetime, mark: str, fonts: SheetFonts) -> None:
        self.notes: list[str] = []
        self._now = now
        self._mark = writable(mark)
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        self._book.properties.creator = PRODUCT
        self._styles = SheetStyles(self._book, fonts)
        self._cached: dict[str, Cached] = {}

    def add(self, table: Table) -> None:
        """Writes one table on a sheet of its own."""
        grid = self._grid(table)
        sheet = self._book.create_sheet(self._name(grid.sheet))
        cells = SheetCells(sheet, self._styles)
        writer = SheetWriter(cells, grid)
        writer.write(self._mark)
        if isinstance(table, MonthChart):
            draw_chart(sheet, table, writer.body.first - 1, writer.bottom)
        if isinstance(table, ChartTable) and isinstance(writer.body, SheetSections):
            draw_pictures(sheet, table, writer.body.places)
        self._cached[sheet.title] = cells.cached
        self.notes += cells.notes

    def save(self, out: IO[bytes]) -> None:
        """The finished package."""
        finish(package_of(self._book), out, self._cached, self._now)

    def _grid(self, table: Table) -> Grid:
        match table:
            case ReportTable():
                report = SheetReport(table)
                grid = report.grid()
                self.notes += report.notes
                return grid
            case RecordTable():
                return record_grid(table)
            case CheckTable():
                return check_grid(table)
            case FigureTable():
                return figure_grid(table)
            case MonthChart():
                return chart_grid(table)
            case ChartTable():
                return pictures_grid(table)

    def _name(self, wanted: str) -> str:
        """A sheet name Excel takes: no marks of its own, 31 characters, each only once."""
        clean = re.sub(r"\s+", " ", writable(wanted).translate(_FULL_WIDTH)).strip("' ") or "表"
        taken = {name.casefold() for name in self._book.sheetnames}
        name, count = clean[:_LONGEST_NAME], 1
        while name.casefold() in taken:
            count += 1
            tail = f"（{count}）"
            name = clean[: _LONGEST_NAME - len(tail)] + tail
        return name
