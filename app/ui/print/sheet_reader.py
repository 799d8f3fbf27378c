"""A workbook as a Document: each worksheet a table on its own paper, as it prints."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from app.errors import AppError
from app.paths import is_there
from app.ui.print.paper import (
    A4,
    Block,
    Cell,
    Document,
    Field,
    Floating,
    Furniture,
    Inline,
    PageSetup,
    Paragraph,
    ParagraphStyle,
    Row,
    Section,
    Sides,
    Tab,
    Table,
    Text,
    TextStyle,
)
from app.ui.print.sheet_cells import CellReader
from app.ui.print.sheet_drawings import drawings, last_column, last_row
from app.ui.print.sheet_grid import Grid, Merge

_INCH = 1440.0
_PAPER = {8: (16838.0, 23811.0), 9: A4, 11: (8391.0, 11906.0), 1: (12240.0, 15840.0), 5: (12240.0, 20160.0)}
_CODE = re.compile(r"&(&|P|N|A|F|D|T|\[[^\]]*\])")
_NAMES = {"P": "page", "[Page]": "page", "N": "pages", "[Pages]": "pages"}
_SMALLEST = 0.1
_ENDLESS = 1e9

DigitWidth = Callable[[str, float], float]


def read_sheets(path: Path, digit_width: DigitWidth, only: str = "") -> Document:
    """The visible sheets of a workbook, or `only` the one named.

    `digit_width` measures a digit of a font and size, both in points.
    AppError when it cannot be opened as a workbook.
    """
    from openpyxl import load_workbook

    if not is_there(path):
        raise AppError(f"没有找到“{path.name}”，可能已经移走或改名。")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a foreign file
            book = load_workbook(path, data_only=True)
    except Exception as error:  # whatever a broken package makes the parser say
        raise AppError(f"打不开“{path.name}”，它不是完好的 Excel 文件。") from error
    return WorkbookReader(book, digit_width).read(only)


class WorkbookReader:
    """Reads one opened workbook."""

    def __init__(self, book: Any, digit_width: DigitWidth) -> None:
        font = book._fonts[0] if book._fonts else None
        self._book = book
        self._digit = (
            digit_width(getattr(font, "name", None) or "宋体", getattr(font, "sz", None) or 11.0) * 20
        )
        self._omitted: set[str] = set()

    def read(self, only: str = "") -> Document:
        """The whole workbook or one sheet of it; sheets without anything to print have no page."""
        sections: list[Section] = []
        for sheet in self._book.worksheets:
            if sheet.sheet_state == "visible" and only in ("", sheet.title):
                sections += self._sheet(sheet)
        if len(self._book.chartsheets):
            self._omitted.add("图表工作表")
        return Document(sections=tuple(sections), omitted=tuple(sorted(self._omitted)))

    def _sheet(self, sheet: Any) -> Iterator[Section]:
        page = _page_setup(sheet)
        width = page.width - page.margins.left - page.margins.right
        height = page.height - page.margins.top - page.margins.bottom
        start = sheet.page_setup.firstPageNumber if sheet.page_setup.useFirstPageNumber else None
        for bounds in _printed(sheet):
            scale = self._scale(sheet, bounds, width, height)
            letters = scale if sheet.HeaderFooter.scaleWithDoc is not False else 1.0
            headers = Furniture(_furniture(sheet.oddHeader, sheet.title, width, letters))
            footers = Furniture(_furniture(sheet.oddFooter, sheet.title, width, letters))
            for group in _groups(Grid(sheet, bounds, self._digit, scale), width):
                part = (group[0], bounds[1], group[-1], bounds[3])
                table = self._table(sheet, Grid(sheet, part, self._digit, scale))
                yield Section(page, (table,), headers, footers, start=start)
                start = None

    def _scale(self, sheet: Any, bounds: tuple[int, int, int, int], width: float, height: float) -> float:
        """The share of its size at which a sheet prints, in whole percents when it is fitted to pages."""
        setup = sheet.page_setup
        fits = sheet.sheet_properties.pageSetUpPr
        if not (fits and fits.fitToPage):
            return max((setup.scale or 100) / 100, _SMALLEST)
        grid = Grid(sheet, bounds, self._digit, 1.0)
        across = 1 if setup.fitToWidth is None else int(setup.fitToWidth)
        down = 1 if setup.fitToHeight is None else int(setup.fitToHeight)
        shares = [1.0]
        if across and sum(grid.widths, 0.0):
            shares.append(width * across / sum(grid.widths, 0.0))
        if down and sum(grid.heights, 0.0):
            shares.append(height * down / sum(grid.heights, 0.0))
        return max(int(min(shares) * 100) / 100, _SMALLEST)

    def _table(self, sheet: Any, grid: Grid) -> Table:
        reader = CellReader(grid.scale, self._digit)
        merged = grid.merges()
        breaks = {int(one.id) + 1 for one in sheet.row_breaks.brk}
        titles = _title_rows(sheet)
        rows: list[Row] = []
        for at, row in enumerate(grid.rows):
            rows.append(
                Row(
                    cells=tuple(self._row(sheet, grid, reader, row, merged)),
                    height=grid.heights[at],
                    rule="exact" if grid.is_fixed(row) else "least",
                    header=row in titles,
                    whole=True,
                    page_before=row in breaks,
                )
            )
        floating = tuple(
            Floating(spot.row, spot.x, spot.y, spot.width, spot.height, drawing)
            for spot, drawing in drawings(sheet, grid, self._omitted)
        )
        align: Literal["left", "center"] = "center" if sheet.print_options.horizontalCentered else "left"
        return Table(tuple(grid.widths), tuple(rows), align=align, floating=floating)

    def _row(
        self, sheet: Any, grid: Grid, reader: CellReader, row: int, merged: dict[tuple[int, int], Merge]
    ) -> Iterator[Cell]:
        filled = [sheet.cell(row, column).value is not None for column in grid.columns]
        for at, column in enumerate(grid.columns):
            block = merged.get((row, column), Merge(row, column, (row, column), (row, column), 1, 1))
            if (row, column) != (block.row, block.column):
                continue
            cell = sheet.cell(*block.first)
            right, bottom = sheet.cell(row, block.last[1]), sheet.cell(block.last[0], column)
            if cell.alignment.textRotation:
                self._omitted.add("转了方向的文字")
            borders = reader.edges(cell, right, bottom)
            read = reader.read(cell, at, block.columns, block.rows, borders)
            yield read if (row, column) in merged else _spilling(read, grid, filled, at)


def _spilling(cell: Cell, grid: Grid, filled: list[bool], at: int) -> Cell:
    """A cell whose text may run over the empty cells beside it."""
    if cell.wrap or cell.number or not filled[at]:
        return cell
    after, before = filled[at + 1 :], filled[:at][::-1]
    right = sum(grid.widths[at + 1 :][: after.index(True)]) if True in after else _ENDLESS
    left = sum(grid.widths[:at][::-1][: before.index(True)]) if True in before else sum(grid.widths[:at])
    paragraph = cell.blocks[0]
    align = paragraph.style.align if isinstance(paragraph, Paragraph) else "left"
    return replace(cell, spill=(0.0 if align == "left" else left, 0.0 if align == "right" else right))


def _printed(sheet: Any) -> list[tuple[int, int, int, int]]:
    """The ranges that print, each as left, top, right, bottom counted from 1."""
    from openpyxl.utils import range_boundaries

    areas = sheet.print_area
    if areas:
        names = areas if isinstance(areas, list) else re.split(r",(?=[^,]*\$?[A-Z])", areas)
        ranges = [range_boundaries(name.rpartition("!")[2].replace("$", "")) for name in names]
        return [
            (left or 1, top or 1, right or sheet.max_column, bottom or sheet.max_row)
            for left, top, right, bottom in ranges
        ]
    right, bottom = last_column(sheet), last_row(sheet)
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None or _has_edge(cell):
                right, bottom = max(right, cell.column), max(bottom, cell.row)
    return [(1, 1, right, bottom)] if right and bottom else []


def _has_edge(cell: Any) -> bool:
    border = cell.border
    return any(
        getattr(side, "style", None) for side in (border.left, border.right, border.top, border.bottom)
    )


def _groups(grid: Grid, width: float) -> Iterator[list[int]]:
    """The columns that stand side by side on a page."""
    group: list[int] = []
    taken = 0.0
    for column, wide in zip(grid.columns, grid.widths, strict=True):
        if group and taken + wide > width + 1:
            yield group
            group, taken = [], 0.0
        group.append(column)
        taken += wide
    if group:
        yield group


def _title_rows(sheet: Any) -> range:
    said = sheet.print_title_rows
    numbers = [int(number) for number in re.findall(r"\d+", said)] if said else []
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


def _page_setup(sheet: Any) -> PageSetup:
    margins = sheet.page_margins
    width, height = _PAPER.get(int(sheet.page_setup.paperSize or 9), A4)
    if sheet.page_setup.orientation == "landscape":
        width, height = height, width
    return PageSetup(
        width=width,
        height=height,
        margins=Sides(
            top=margins.top * _INCH,
            right=margins.right * _INCH,
            bottom=margins.bottom * _INCH,
            left=margins.left * _INCH,
        ),
        header=margins.header * _INCH,
        footer=margins.footer * _INCH,
    )


def _furniture(item: Any, name: str, width: float, scale: float) -> tuple[Block, ...]:
    """A header or footer: its left, middle and right text on one line."""
    inlines: list[Inline] = []
    for at, part in enumerate((item.left, item.center, item.right)):
        font = (part.font or "").partition(",")[0].strip('"- ') or "宋体"
        style = TextStyle(latin=font, han=font, size=float(round(float(part.size or 10) * 20 * scale)))
        if at:
            inlines.append(Text("\t", style))
        inlines += _words(part.text or "", style, name)
    if all(isinstance(one, Text) and not one.text.strip() for one in inlines):
        return ()
    stops = (Tab(width / 2, "center"), Tab(width, "right"))
    mark = TextStyle(size=200.0)
    return (Paragraph(tuple(inlines), ParagraphStyle(tabs=stops, script_space=False), mark),)


def _words(text: str, style: TextStyle, name: str) -> Iterator[Inline]:
    at = 0
    for found in _CODE.finditer(text):
        if found.start() > at:
            yield Text(text[at : found.start()], style)
        at = found.end()
        code = found[1]
        if code in _NAMES:
            yield Field("page" if _NAMES[code] == "page" else "pages", style)
        elif code in {"A", "[Tab]"}:
            yield Text(name, style)
        elif code == "&":
            yield Text("&", style)
    if text[at:]:
        yield Text(text[at:], style)
