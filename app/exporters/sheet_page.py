"""Paper: A4, most of it landscape, one page wide, headings repeated, numbered pages (domain.md §4.1)."""

from __future__ import annotations

from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_INCH: Final = 2.54
_A4: Final = 9


def set_page(
    sheet: Worksheet, columns: int, heading: int, bottom: int, mark: str, *, portrait: bool = False
) -> None:
    """Sets up printing; `heading` is the last row repeated on every page, `mark` is printed at each head.

    An upright sheet is one page, whatever its length.
    """
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.orientation, setup.paperSize = "portrait" if portrait else "landscape", _A4
    setup.fitToWidth, setup.fitToHeight = 1, 1 if portrait else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins.top = margins.bottom = round(1.9 / _INCH, 4)
    margins.left = margins.right = round(1.8 / _INCH, 4)
    margins.header = margins.footer = round(0.9 / _INCH, 4)
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"1:{heading}"
    sheet.print_area = f"A1:{get_column_letter(columns)}{bottom}"
    sheet.oddFooter = HeaderFooterItem(center=_words("第 &P 页　共 &N 页"))
    if mark:
        sheet.oddHeader = HeaderFooterItem(right=_words(mark.replace("&", "&&")))
    sheet.sheet_view.showGridLines = False


def _words(text: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(text=text, font="宋体,Regular", size=10)
