"""A table placed page by page: rows that fit, rows that split, headings that repeat."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.ui.print.marks import Diagram, Image, Mark
from app.ui.print.paper import Chart
from app.ui.print.strips import SLACK, Piece
from app.ui.print.table_cells import CellContents
from app.ui.print.table_layout import CellBox, TableLayout

_HEADINGS_SHARE = 0.8  # headings higher than this share of a page are not repeated


@dataclass(slots=True)
class _Placed:
    """A row, or the part of one, on the page in work."""

    row: int
    y: float
    height: float


@dataclass(slots=True)
class _Work:
    """The page in work."""

    rows: list[_Placed] = field(default_factory=list)
    grounds: list[Mark] = field(default_factory=list)
    contents: list[Mark] = field(default_factory=list)
    y: float = 0.0


class TableFlow:
    """Places one table; it remembers the next row, and how much of each cell is done."""

    def __init__(self, layout: TableLayout) -> None:
        self._layout = layout
        self._rows = layout.table.rows
        self._cells = CellContents()
        self._row = 0
        self._within = False
        self._headings = 0.0

    def place(self, room: float, top: bool) -> Piece | None:
        """The rows that find room; see Breakable."""
        if not self._rows:
            return Piece(0.0, (), True)
        if not top and not self._begins(room):
            return None
        work = _Work()
        self._repeat_headings(work, room)
        repeated = len(work.rows)
        while self._row < len(self._rows):
            fresh = len(work.rows) == repeated
            if self._rows[self._row].page_before and not fresh:
                break
            if not self._place_row(work, room, top and fresh):
                break
        return self._finished(work)

    def _begins(self, room: float) -> bool:
        """Whether the headings and the beginning of the first row below them find room."""
        work = _Work()
        headings = self._layout.headings
        row = headings.stop if headings.start == 0 else 0
        for heading in range(row):
            height = self._height(work, heading)
            work.rows.append(_Placed(heading, work.y, height))
            work.y += height
        left = room - work.y - self._layout.lines.width(row + 1)
        return self._height(work, row) <= left + SLACK or self._part(row, left, False) is not None

    def _repeat_headings(self, work: _Work, room: float) -> None:
        headings = self._layout.headings
        if self._row < headings.stop or self._headings > room * _HEADINGS_SHARE:
            return
        for row in headings:
            self._cells.restart(self._layout.boxes[row])
            self._add_row(work, row, self._height(work, row), True)

    def _place_row(self, work: _Work, room: float, forced: bool) -> bool:
        """Place the next row or a part of it; False when the page is full."""
        row = self._row
        height = self._height(work, row)
        left = room - work.y - self._layout.lines.width(row + 1)
        whole = height <= left + SLACK
        part = None if whole else self._part(row, left, forced)
        if not whole and part is None and not forced:
            return False
        if not self._within:
            self._draw_floating(work, row)
        self._add_row(work, row, height if part is None else part, part is None)
        if row in self._layout.headings:
            self._headings += height
        self._within = part is not None
        if part is None:
            self._row += 1
        return whole

    def _height(self, work: _Work, row: int) -> float:
        """The height the rest of a row takes."""
        said = self._rows[row]
        if said.rule == "exact":
            return said.height
        content = self._content_height(row)
        for box in self._layout.spanning:
            if box.last_row == row:
                above = sum(one.height for one in work.rows if box.row <= one.row < row)
                content = max(content, self._cells.wanted(box) + self._border(row) - above)
        return content if self._within and row == self._row else max(content, said.height)

    def _content_height(self, row: int) -> float:
        single = [self._cells.wanted(box) for box in self._layout.boxes[row] if box.cell.rows == 1]
        return max(single, default=0.0) + self._border(row)

    def _border(self, row: int) -> float:
        """The line above a row takes part of its height."""
        return self._layout.lines.width(row)

    def _part(self, row: int, left: float, forced: bool) -> float | None:
        """How high the part of a row is that still fits; None when the row stays whole.

        Only rows that are as high as their text are split, as in office suites.
        """
        said = self._rows[row]
        if said.rule == "exact" or row in self._layout.headings or (said.whole and not forced):
            return None
        if not self._within and not forced and self._content_height(row) <= said.height:
            return None
        room = left - self._border(row)
        parts = [self._cells.part(box, room) for box in self._layout.boxes[row] if box.cell.rows == 1]
        fitting = [part for part in parts if part is not None]
        if not fitting or len(fitting) < len(parts):
            return None
        return max(fitting) + self._border(row)

    def _add_row(self, work: _Work, row: int, height: float, whole: bool) -> None:
        work.rows.append(_Placed(row, work.y, height))
        for box in self._layout.boxes[row]:
            if box.cell.rows == 1:
                self._draw(work, box, work.y, height, row, whole)
        work.y += height
        for box in self._layout.spanning:
            if whole and box.last_row == row:
                self._draw_spanning(work, box, True)

    def _draw_spanning(self, work: _Work, box: CellBox, ends: bool) -> None:
        parts = [one for one in work.rows if box.row <= one.row <= box.last_row]
        if parts:
            self._draw(work, box, parts[0].y, sum(one.height for one in parts), parts[0].row, ends)

    def _draw(self, work: _Work, box: CellBox, y: float, height: float, row: int, ends: bool) -> None:
        border = self._border(row)
        clipped = all(one.rule == "exact" for one in self._rows[box.row : box.last_row + 1])
        work.grounds += self._cells.ground(box, y, height)
        work.contents += self._cells.draw(box, y + border, height - border, ends, clipped)

    def _draw_floating(self, work: _Work, row: int) -> None:
        for one in self._layout.table.floating:
            if one.row != row:
                continue
            x, y = self._layout.xs[0] + one.x, work.y + one.y
            if isinstance(one.drawing, Chart):
                work.contents.append(Diagram(x, y, one.width, one.height, one.drawing))
            else:
                work.contents.append(Image(x, y, one.width, one.height, one.drawing.data, one.drawing.crop))

    def _finished(self, work: _Work) -> Piece:
        last = work.rows[-1].row
        for box in self._layout.spanning:
            unfinished = box.last_row > last or (box.last_row == last and self._within)
            if box.row <= last and unfinished:
                self._draw_spanning(work, box, False)
        lines, xs = self._layout.lines, self._layout.xs
        strokes: list[Mark] = []
        above = -2
        for one in work.rows:
            y = one.y + lines.width(one.row) / 2
            strokes += lines.across(one.row, y, xs, one.row != above + 1)
            strokes += lines.down(one.row, one.y, one.y + one.height, xs)
            above = one.row
        closing = lines.width(last + 1)
        strokes += lines.across(last + 1, work.y + closing / 2, xs, True)
        marks = (*work.grounds, *work.contents, *strokes)
        return Piece(work.y + closing, marks, self._row >= len(self._rows))
