"""BookPackage: a workbook's package, put together in memory alone.

openpyxl writes each sheet into a temporary file through lxml, which goes on after a write that failed: what
was lost leaves a hole in the sheet, and nobody hears of it.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class BookPackage(ExcelWriter):
    """Writes what openpyxl's own writer does, without its temporary files."""

    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        out = BytesIO()
        writer: Any = WorksheetWriter(ws, out)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)


def package_of(book: Workbook) -> BytesIO:
    """The package; its times are those of the moment."""
    package = BytesIO()
    BookPackage(book, ZipFile(package, "w", ZIP_DEFLATED, allowZip64=True)).save()
    return package
