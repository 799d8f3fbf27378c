"""The looks of cells, each made once per workbook and then shared: styling cell by cell is slow."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

UNREPORTED: Final = "FFF4C2"  # pale enough to stay white on most printers


@dataclass(frozen=True, slots=True)
class SheetFonts:
    """Type faces by use, only named: the reader's machine has them or takes its own (domain.md §4.1)."""

    title: str = "方正小标宋简体"
    line: str = "仿宋"
    heading: str = "黑体"
    body: str = "宋体"


@dataclass(frozen=True, slots=True)
class Look:
    """How one cell looks."""

    font: str
    size: float
    bold: bool = False
    align: str = "left"
    upright: str = "center"
    indent: int = 0
    wrap: bool = False
    border: bool = False
    unreported: bool = False
    quoted: bool = False
    number_format: str = "General"


class SheetStyles:
    """Gives each look as openpyxl's style array, registered in the workbook the first time it is used."""

    def __init__(self, book: Workbook, fonts: SheetFonts) -> None:
        self.fonts = fonts
        self._made: dict[Look, StyleArray] = {}
        # the book's own font sets the unit of column width: 宋体 11 is what Chinese Excel and WPS begin with
        inner: Any = book
        inner._named_styles["Normal"].font = Font(name="宋体", size=11, charset=134)
        inner._fonts[0] = Font(name="宋体", size=11, charset=134)

    def dress(self, cell: Any, look: Look, *, shared: bool = True) -> None:
        """Gives the cell its look; not shared where the style will be changed later."""
        made = self._made.get(look)
        if made is None:
            made = self._made[look] = _made(cell.parent, look)
        cell._style = made if shared else copy(made)


def _made(sheet: Worksheet, look: Look) -> StyleArray:
    cell: Any = Cell(sheet, row=1, column=1)
    side = Side(style="thin", color="000000")
    cell.font = Font(name=look.font, size=look.size, bold=look.bold, charset=134)
    cell.alignment = Alignment(look.align, look.upright, wrap_text=look.wrap, indent=look.indent)
    cell.number_format = look.number_format
    if look.border:
        cell.border = Border(left=side, right=side, top=side, bottom=side)
    if look.unreported:
        cell.fill = PatternFill("solid", start_color=UNREPORTED, end_color=UNREPORTED)
    cell.quotePrefix = look.quoted
    made: StyleArray = cell._style
    return made
