"""Pages sent to a printer, each on its own paper."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.errors import AppError
from app.ui.print.pages import Pages

_POINT = 72
_SAME = 1.0  # millimetres by which paper may differ from a known size


def print_pages(pages: Pages, printer: QPrinter) -> None:
    """Print the pages the printer is set to; AppError when it cannot be begun."""
    indexes = _wanted(pages, printer)
    if not indexes:
        return
    printer.setFullPage(True)
    set_paper(pages, indexes[0], printer)
    painter = QPainter()
    if not painter.begin(printer):
        raise AppError("没有打印出来：打印机没有准备好。看看它开了没有、有没有纸，再打一次。")
    try:
        for place, index in enumerate(indexes):
            if place:
                set_paper(pages, index, printer)
                printer.newPage()
            pages.paint(painter, index, printer.resolution() / _POINT)
    finally:
        painter.end()


def set_paper(pages: Pages, index: int, printer: QPrinter) -> None:
    """Give the printer the paper of a page, lying or standing."""
    width, height = pages.page_size_mm(index)
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Millimeter)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    known = a4.size(QPageSize.Unit.Millimeter)
    if abs(min(width, height) - known.width()) < _SAME and abs(max(width, height) - known.height()) < _SAME:
        size = a4
    lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, lying, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def _wanted(pages: Pages, printer: QPrinter) -> list[int]:
    """The pages of the chosen range, in the chosen order, as often as the printer cannot repeat itself."""
    count = pages.count
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(printer.toPage() or count, count)
    indexes = list(range(first - 1, last))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        indexes.reverse()
    if printer.supportsMultipleCopies() or printer.copyCount() < 2:
        return indexes
    if printer.collateCopies():
        return indexes * printer.copyCount()
    return [index for index in indexes for _ in range(printer.copyCount())]
