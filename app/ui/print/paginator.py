"""A document's strips put on pages, one page at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.ui.print.flow import stacked, strips
from app.ui.print.marks import Mark, Placed, Sheet
from app.ui.print.paper import Block, Document, Furniture, Section
from app.ui.print.strips import SLACK, Column, Numbers, Strip


@dataclass(frozen=True, slots=True)
class _Put:
    """A strip on the page in work: whole, so that it can go to the next page after all."""

    strip: Strip
    y: float
    marks: tuple[Mark, ...]


class Paginator:
    """Lays out a document page by page; the pages so far can be drawn while the rest is missing."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sections = _joined(document.sections)
        self._heights: dict[tuple[int, str, bool], float] = {}

    def sheets(self) -> Iterator[Sheet]:
        """All pages in order."""
        number = 0
        for at, section in enumerate(self._sections):
            number = section.start if section.start is not None else number + 1
            if section.begins in {"odd", "even"} and at and (number % 2 == 1) != (section.begins == "odd"):
                yield Sheet(section.page, at, number, False)
                number += 1
            for sheet in self._section(at, section, number):
                number = sheet.number
                yield sheet

    def furniture(self, sheet: Sheet, pages: int) -> list[Placed]:
        """Header and footer of a page, with its number and how many pages there are."""
        section = self._sections[sheet.section]
        page = section.page
        numbers = Numbers(sheet.number, pages)
        placed: list[Placed] = []
        for is_header, furniture in ((True, section.headers), (False, section.footers)):
            blocks = furniture_of(furniture, section, self._document, sheet)
            if not blocks:
                continue
            stack = stacked(blocks, self._column(section, numbers))
            y = page.header if is_header else page.height - page.footer - stack.height
            for strip in stack.strips:
                y += strip.gap
                placed.append((page.margins.left, y, strip.marks))
                y += strip.height
        return placed

    def _column(self, section: Section, numbers: Numbers) -> Column:
        margins = section.page.margins
        width = section.page.width - margins.left - margins.right
        return Column(width, self._document.tab_width, numbers=numbers)

    def _section(self, at: int, section: Section, number: int) -> Iterator[Sheet]:
        waiting: deque[Strip] = deque()
        rest = strips(section.blocks, self._column(section, Numbers()))
        first, asked = True, True
        while True:
            sheet = Sheet(section.page, at, number, first)
            asked = self._fill(sheet, section, waiting, rest, asked)
            yield sheet
            if not waiting:
                return
            number, first = number + 1, False

    def _fill(
        self, sheet: Sheet, section: Section, waiting: deque[Strip], rest: Iterator[Strip], asked: bool
    ) -> bool:
        """Fill one page; what is left waits. `asked` says that the page did not come of itself.

        Returns whether the next page is asked for.
        """
        top, bottom = self._body(section, sheet)
        body = _Body(bottom - top, asked)
        while True:
            strip = waiting.popleft() if waiting else next(rest, None)
            if strip is None:
                break
            if not body.take(strip, waiting):
                break
        sheet.placed = [(section.page.margins.left, top + put.y, put.marks) for put in body.placed]
        return body.next_asked

    def _body(self, section: Section, sheet: Sheet) -> tuple[float, float]:
        """Where the text of a page begins and ends; headers and footers push it when they are high."""
        page = section.page
        header = self._height(section, sheet, True)
        footer = self._height(section, sheet, False)
        top = max(page.margins.top, page.header + header) if header else page.margins.top
        bottom = max(page.margins.bottom, page.footer + footer) if footer else page.margins.bottom
        return top, max(page.height - bottom, top + 1)

    def _height(self, section: Section, sheet: Sheet, header: bool) -> float:
        furniture = section.headers if header else section.footers
        blocks = furniture_of(furniture, section, self._document, sheet)
        kind = "first" if blocks is furniture.first else "even" if blocks is furniture.even else "default"
        key = (sheet.section, kind, header)
        if key not in self._heights:
            column = self._column(section, Numbers(sheet.number, 99))
            self._heights[key] = stacked(blocks, column).height if blocks else 0.0
        return self._heights[key]


class _Body:
    """The text area of one page while it is filled."""

    def __init__(self, room: float, asked: bool) -> None:
        self._room = room
        self._asked = asked
        self._y = 0.0
        self.placed: list[_Put] = []
        self.next_asked = False

    def take(self, strip: Strip, waiting: deque[Strip]) -> bool:
        """Place a strip; False when the page is full and the strip waits for the next."""
        if strip.page_before and self.placed:
            waiting.appendleft(strip)
            self.next_asked = True
            return False
        gap = strip.gap if self.placed else strip.kept if self._asked else 0.0
        if strip.table is not None:
            return self._take_table(strip, gap, waiting)
        if self._y + gap + strip.needed <= self._room + SLACK or not self.placed:
            self._put(strip, gap, strip.height, strip.marks)
            return True
        self._overflow(strip, waiting)
        return False

    def _take_table(self, strip: Strip, gap: float, waiting: deque[Strip]) -> bool:
        assert strip.table is not None
        piece = strip.table.place(self._room - self._y - gap, not self.placed)
        if piece is None:
            self._overflow(strip, waiting)
            return False
        self._put(strip, gap, piece.height, piece.marks)
        if piece.done:
            return True
        waiting.appendleft(replace(strip, gap=0.0, kept=0.0, page_before=False, breakable=True))
        return False

    def _put(self, strip: Strip, gap: float, height: float, marks: tuple[Mark, ...]) -> None:
        self._y += gap
        self.placed.append(_Put(strip, self._y, marks))
        self._y += height

    def _overflow(self, strip: Strip, waiting: deque[Strip]) -> None:
        """Send a strip to the next page, and with it those before it that must not be parted from it."""
        count = cut = len(self.placed)
        leading = strip
        kept = False  # whole paragraphs move when the next must not be parted from them
        while cut > 0 and (not leading.breakable or (kept and not leading.begins)):
            kept = kept or leading.begins
            if self.placed[cut - 1].strip.table is not None:
                cut = 0
                break
            cut -= 1
            leading = self.placed[cut].strip
        if cut == 0:
            cut = count  # nothing may be parted: part it all the same
        waiting.appendleft(strip)
        waiting.extendleft(put.strip for put in reversed(self.placed[cut:]))
        del self.placed[cut:]


def furniture_of(
    furniture: Furniture, section: Section, document: Document, sheet: Sheet
) -> tuple[Block, ...]:
    """The header or footer of a page."""
    if section.title_page and sheet.first:
        return furniture.first
    if document.even_and_odd and sheet.number % 2 == 0:
        return furniture.even
    return furniture.default


def _joined(sections: Sequence[Section]) -> list[Section]:
    """Sections that go on upon the same page become one."""
    result: list[Section] = []
    for section in sections:
        if section.begins == "continuous" and result and result[-1].page == section.page:
            result[-1] = replace(result[-1], blocks=result[-1].blocks + section.blocks)
        else:
            result.append(section)
    return result
