"""Puts a grid on a worksheet as it will be printed: title, unit line, headings, rows, sign-off, note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from app.exporters.layout import Column, Node, depth, leaves
from app.exporters.sheet_body import ROW, TIGHT, SheetBody
from app.exporters.sheet_cells import SheetCells
from app.exporters.sheet_grid import Grid, digits
from app.exporters.sheet_measure import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PORTRAIT_HEIGHT,
    PORTRAIT_WIDTH,
    TALLEST,
    Piece,
    balanced,
    ends_and_middle,
    height,
    line_count,
    side_by_side,
    units,
    widened,
)
from app.exporters.sheet_page import set_page
from app.exporters.sheet_sections import SheetSections
from app.exporters.sheet_styles import Look

_TITLE_SIZES = (22.0, 20.0, 18.0)
_LINE_SIZE = 12.0
_NOTE_SIZE = 10.0
_GAP = 6.0
_WIDEST = 70.0
_DIGIT_ROOM = 1.3  # units for the room at the right edge and for digits wider than 宋体's
_SMALLER = 0.15
_UNREADABLE = 2.2  # times the page's width: the type is then under 5 pt on paper


class SheetWriter:
    """Writes one grid into one worksheet; `body` knows where its rows are, `bottom` is the last row used."""

    def __init__(self, cells: SheetCells, grid: Grid) -> None:
        self._cells = cells
        self._grid = grid
        self._leaves = grid.leaves
        self._page = (PORTRAIT_WIDTH, PORTRAIT_HEIGHT) if grid.portrait else (PAGE_WIDTH, PAGE_HEIGHT)
        self._widths = widened(self._roomy(), self._page[0])
        self._heading_top = 3 if any(grid.line) else 2
        self._heading_bottom = self._heading_top - 1 + (0 if grid.sections else depth(grid.columns))
        body = SheetSections if grid.sections else SheetBody
        self.body: SheetBody | SheetSections = body(cells, grid, self._widths, self._heading_bottom + 1)
        self.bottom = 0

    def write(self, mark: str = "") -> None:
        """Everything from the title to the note; `mark` (示例数据) is put on each page and in the note."""
        self._title()
        self._strip(2, ends_and_middle(self._widths, self._grid.line, _LINE_SIZE), spread=True)
        if not self._grid.sections:
            self._place(self._grid.columns, self._heading_top, 1)
            self._heading_heights()
        self.body.write()
        self.bottom = self.body.bottom
        self._sign_off()
        self._note(mark)
        self._finish(mark)

    def _roomy(self) -> list[float]:
        """The layout's widths, wider where a number would show as ### or a text would not fit any row."""
        return [self._roomy_column(place, column.width) for place, column in enumerate(self._leaves)]

    def _roomy_column(self, place: int, width: float) -> float:
        grid = self._grid
        cells = [row[place] for row in grid.rows]
        cells += [grid.totals[place].cell] if grid.has_totals else []
        for cell in cells:
            if isinstance(cell.value, int | Decimal | date):
                width = max(width, units(digits(cell), grid.size) + _DIGIT_ROOM)
        longest = max((cell.value for cell in cells if isinstance(cell.value, str)), key=len, default="")
        while width < _WIDEST and self._too_tall(longest, width):
            width = min(_WIDEST, width * 1.2)
        return width

    def _too_tall(self, text: str, width: float) -> bool:
        return height(line_count(text, width, self._grid.size), self._grid.size) >= TALLEST

    def _title(self) -> None:
        room = sum(self._widths)
        fitting = [size for size in _TITLE_SIZES if units(self._grid.title, size) <= room]
        size = fitting[0] if fitting else _TITLE_SIZES[-1]
        look = Look(self._cells.fonts.title, size, align="center", wrap=True)
        self._cells.span(1, 1, 1, len(self._leaves), self._grid.title, look)
        self._cells.at_least(1, height(line_count(self._grid.title, room, size), size, 40))

    def _strip(self, row: int, pieces: Sequence[Piece], *, spread: bool) -> None:
        """One row of words side by side, aligned left or `spread` over left edge, middle and right edge."""
        for first, last, text in pieces:
            align = "left"
            if spread and first > 0:
                align = "right" if last == len(self._leaves) - 1 else "center"
            look = Look(self._cells.fonts.line, _LINE_SIZE, align=align, wrap=len(pieces) == 1)
            self._cells.span(row, first + 1, row, last + 1, text, look)
            room = sum(self._widths[first : last + 1])
            lines = line_count(text, room, _LINE_SIZE) if len(pieces) == 1 else 1
            self._cells.at_least(row, height(lines, _LINE_SIZE, ROW))

    # headings

    def _place(self, nodes: Sequence[Node], row: int, column: int) -> None:
        """Headings over their columns; a column reaches down to the last heading row."""
        look = Look(self._cells.fonts.heading, self._grid.size, align="center", wrap=True, border=True)
        for node in nodes:
            if isinstance(node, Column):
                heading = balanced(node.heading, self._widths[column - 1], self._grid.size)
                self._cells.span(row, column, self._heading_bottom, column, heading, look)
                column += 1
                continue
            count = len(tuple(leaves(node.columns)))
            self._cells.span(row, column, row, column + count - 1, node.heading, look)
            self._place(node.columns, row + 1, column)
            column += count

    def _heading_heights(self) -> None:
        """Each heading row as high as its own texts; a reaching column's rows share what it needs more."""
        rows = range(self._heading_top, self._heading_bottom + 1)
        for row in rows:
            self._cells.at_least(row, ROW)
        self._measure(self._grid.columns, self._heading_top, 0, reaching=False)
        self._measure(self._grid.columns, self._heading_top, 0, reaching=True)

    def _measure(self, nodes: Sequence[Node], row: int, place: int, *, reaching: bool) -> None:
        for node in nodes:
            column = isinstance(node, Column)
            count = 1 if isinstance(node, Column) else len(tuple(leaves(node.columns)))
            rows = range(row, self._heading_bottom + 1) if column else range(row, row + 1)
            if (len(rows) > 1) is reaching:
                room = sum(self._widths[place : place + count])
                need = height(line_count(node.heading, room, self._grid.size), self._grid.size)
                lack = need - sum(self._cells.heights[each] for each in rows)
                for each in rows if lack > 0 else ():
                    self._cells.at_least(each, self._cells.heights[each] + lack / len(rows))
            if not isinstance(node, Column):
                self._measure(node.columns, row + 1, place, reaching=reaching)
            place += count

    # below the table

    def _sign_off(self) -> None:
        if not any(self._grid.signoff):
            return
        self._cells.at_least(self.bottom + 1, _GAP)
        self.bottom += 2
        self._strip(self.bottom, side_by_side(self._widths, self._grid.signoff, _LINE_SIZE), spread=False)

    def _note(self, mark: str) -> None:
        note = "　".join(text for text in (f"【{mark}】" if mark else "", self._grid.note) if text)
        if not note:
            return
        self.bottom += 1
        look = Look(self._cells.fonts.line, _NOTE_SIZE, upright="top", wrap=True)
        self._cells.span(self.bottom, 1, self.bottom, len(self._leaves), note, look)
        lines = line_count(note, sum(self._widths), _NOTE_SIZE)
        self._cells.at_least(self.bottom, height(lines, _NOTE_SIZE, 18))

    # the sheet as a whole

    def _finish(self, mark: str) -> None:
        sheet = self._cells.sheet
        self._save_paper()
        self._keep_together()
        for row, points in self._cells.heights.items():
            sheet.row_dimensions[row].height = round(points, 1)
        for place, width in enumerate(self._widths, 1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = f"{get_column_letter(self._grid.frozen + 1)}{self._heading_bottom + 1}"
        if self._grid.filtered and self._grid.rows:
            right = get_column_letter(len(self._leaves))
            sheet.auto_filter.ref = f"A{self._heading_bottom}:{right}{self.body.last}"
        portrait = self._grid.portrait
        set_page(sheet, len(self._leaves), self._heading_bottom, self.bottom, mark, portrait=portrait)
        if sum(self._widths) > _UNREADABLE * self._page[0]:
            self._cells.notes.append(f"“{sheet.title}”列太多，印在 A4 纸上字很小，请少选几列。")

    @property
    def _room(self) -> float:
        """Points of height a page has, in the sheet's own size."""
        wide, high = self._page
        return high * max(1.0, sum(self._widths) / wide)

    def _save_paper(self) -> None:
        """Keeps a table that runs over by little on one page: lower rows first, then type up to 15 % smaller.

        Smaller by wider columns: the sheet is fitted to the page's width, which leaves it more height.
        """
        heights = self._cells.heights
        room = self._room
        plain = [row for row in range(self.body.first, self.body.bottom + 1) if heights.get(row) == ROW]
        over = sum(heights.values()) - room
        smaller = _SMALLER * room if sum(self._widths) > 0.97 * self._page[0] else 0.0
        if not plain or over <= 0 or over > len(plain) * (ROW - TIGHT) + smaller:
            return
        for row in plain:
            heights[row] = max(TIGHT, ROW - over / len(plain) - 0.1)
        still = sum(heights.values()) / room
        if still > 1:
            self._widths = tuple(width * (still + 0.03) for width in self._widths)

    def _keep_together(self) -> None:
        """Breaks the page two rows early where sign-off and note would stand on a page by themselves."""
        heights, room = self._cells.heights, self._room
        repeated = sum(heights[row] for row in range(1, self._heading_bottom + 1))
        used, page_first = repeated, self.body.first
        for row in range(self.body.first, self.bottom + 1):
            if used + heights[row] > room:
                used, page_first = repeated, row
            used += heights[row]
        if page_first > self.body.bottom and self.body.bottom - 1 > self.body.first:
            self._cells.sheet.row_breaks.append(Break(id=self.body.bottom - 2))
