"""The pages of a written file: how many, how large, and painted one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.errors import AppError
from app.foreign.worker import Foreign, worker
from app.paths import is_there
from app.ui.print.fonts import digit_width
from app.ui.print.marks import GlyphRun, Placed, Sheet, Spot, flat
from app.ui.print.paginator import Paginator
from app.ui.print.painter import MarkPainter
from app.ui.print.paper import TWIPS_PER_MM, TWIPS_PER_POINT, Document

_FURNITURE_KEPT = 64
_FAR = 480.0  # twips between two runs that belong to different cells


class Pages:
    """A document laid out; the rest is laid out when somebody asks for more than there is."""

    def __init__(self, document: Document) -> None:
        self._paginator = Paginator(document)
        self._rest: Iterator[Sheet] | None = self._paginator.sheets()
        self._sheets: list[Sheet] = []
        self._furniture: dict[tuple[int, int], list[Placed]] = {}
        self.omitted = document.omitted
        self.figures = document.figures

    @property
    def ready(self) -> int:
        """How many pages are laid out so far."""
        return len(self._sheets)

    @property
    def complete(self) -> bool:
        """Whether all pages are laid out."""
        return self._rest is None

    @property
    def count(self) -> int:
        """How many pages there are; lays out all that are missing."""
        while not self.complete:
            self._next()
        return len(self._sheets)

    def lay_out(self, seconds: float) -> None:
        """Go on laying out for about that long, one page at least."""
        start = perf_counter()
        self._next()
        while not self.complete and perf_counter() - start < seconds:
            self._next()

    def page_size_mm(self, index: int) -> tuple[float, float]:
        """Width and height of a page."""
        page = self._sheet(index).page
        return page.width / TWIPS_PER_MM, page.height / TWIPS_PER_MM

    def paint(self, painter: QPainter, index: int, scale: float = 1.0) -> None:
        """Paint a page from the painter's origin; `scale` is pixels in a point. Paper is not painted.

        While pages are missing, those so far stand for how many there are: ask `count` before paper.
        """
        sheet = self._sheet(index)
        key = (index, self.ready)
        if key not in self._furniture:
            if len(self._furniture) > _FURNITURE_KEPT:
                self._furniture.clear()
            self._furniture[key] = self._paginator.furniture(sheet, self.ready)
        painter.save()
        marks = MarkPainter(painter, scale / TWIPS_PER_POINT)
        marks.paint(self._furniture[key])
        marks.paint(sheet.placed)
        painter.restore()

    def spots(self, index: int) -> list[tuple[QRectF, int]]:
        """Where the figures of a page stand, in points from its corner; and which, in their order."""
        found = []
        for x, y, marks in self._sheet(index).placed:
            for mark in flat(marks):
                if isinstance(mark, Spot):
                    place = QRectF(x + mark.x, y + mark.y, mark.width, mark.height)
                    found.append((_in_points(place), mark.figure))
        return sorted(found, key=lambda spot: spot[1])

    def text(self, index: int) -> str:
        """What a page says, header and footer included, a line for each line of a paragraph or cell."""
        sheet = self._sheet(index)
        placed = [*self._paginator.furniture(sheet, self.ready), *sheet.placed]
        lines: list[str] = []
        last = None
        for _, y, marks in placed:
            for mark in flat(marks):
                if not isinstance(mark, GlyphRun) or not mark.text:
                    continue
                here = (y, mark.ys[0])
                goes_on = last is not None and last[0] == here and 0 < mark.xs[0] - last[1] < _FAR
                lines[-1:] = [lines[-1] + mark.text] if goes_on else [*lines[-1:], mark.text]
                last = (here, mark.xs[-1])
        return "\n".join(lines)

    def _sheet(self, index: int) -> Sheet:
        while index >= len(self._sheets) and not self.complete:
            self._next()
        return self._sheets[index]

    def _next(self) -> None:
        if self._rest is None:
            return
        sheet = next(self._rest, None)
        if sheet is None:
            self._rest = None
        else:
            self._sheets.append(sheet)


def _in_points(place: QRectF) -> QRectF:
    k = 1 / TWIPS_PER_POINT
    return QRectF(place.x() * k, place.y() * k, place.width() * k, place.height() * k)


_EXAMINED = {".docx": ".docx", ".xlsx": ".xlsx", ".xlsm": ".xlsx"}


def load_document(path: Path, sheet: str = "") -> Pages:
    """The pages of a .docx or .xlsx, or of one `sheet` of it; AppError when it cannot be read."""
    ending = path.suffix.lower()
    if ending in _EXAMINED and is_there(path):
        file = Foreign(path.name, "用 WPS 打开看。")
        worker().ask("examine", {"path": str(path.absolute()), "sort": _EXAMINED[ending]}, file=file)
    if ending == ".docx":
        from app.ui.print.docx_reader import read_docx

        return Pages(read_docx(path))
    if ending in {".xlsx", ".xlsm"}:
        from app.ui.print.sheet_reader import read_sheets

        return Pages(read_sheets(path, digit_width, sheet))
    raise AppError(f"“{path.name}”不能在这里预览，只能预览 Word（.docx）和 Excel（.xlsx）文件。")
