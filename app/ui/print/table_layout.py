"""A table laid out without regard to pages: where its cells stand and what is in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from app.ui.print.marks import GlyphRun, Mark, Stroke
from app.ui.print.paper import NO_EDGE, Block, Cell, Edge, Paragraph, Table, Text
from app.ui.print.paragraph_layout import ParagraphLayout
from app.ui.print.strips import SLACK, Column, Stack

_SIGN = 0.85  # the width of # as a share of the size, at most

Stacked = Callable[[Sequence[Block], Column], Stack]


@dataclass(frozen=True)
class CellBox:
    """A cell in its place: left edge and width of the whole cell, and its content."""

    cell: Cell
    row: int
    x: float
    width: float
    stack: Stack

    @property
    def key(self) -> tuple[int, int]:
        return self.row, self.cell.column

    @property
    def last_row(self) -> int:
        return self.row + self.cell.rows - 1

    @property
    def padding_y(self) -> float:
        return self.cell.padding.top + self.cell.padding.bottom


class TableLayout:
    """The cells and lines of a table; `xs` are the edges of its columns from the text's left edge."""

    def __init__(self, table: Table, column: Column, stacked: Stacked) -> None:
        self.table = table
        self._column = replace(column, hanging=False)
        self._stacked = stacked
        total = sum(table.columns)
        left = table.indent
        if table.align != "left":
            left = (column.width - total) / (2 if table.align == "center" else 1)
        self.xs = [left + x for x in accumulate(table.columns, initial=0.0)]
        self.boxes = [[self._box(cell, at) for cell in row.cells] for at, row in enumerate(table.rows)]
        self.lines = EdgeGrid(table)
        self.spanning = [box for row in self.boxes for box in row if box.cell.rows > 1]

    @property
    def headings(self) -> range:
        """The rows that are repeated at the top of each page after them."""
        rows = self.table.rows
        first = next((at for at, row in enumerate(rows) if row.header), 0)
        last = first
        while last < len(rows) and rows[last].header:
            last += 1
        return range(first, last) if last < len(rows) else range(0)

    def _box(self, cell: Cell, row: int) -> CellBox:
        x, right = self.xs[cell.column], self.xs[min(cell.column + cell.span, len(self.xs) - 1)]
        inner = right - x - cell.padding.left - cell.padding.right
        content = self._one_line(cell, inner) if not cell.wrap or cell.shrink else None
        if content is None:
            content = self._stacked(cell.blocks, replace(self._column, width=inner))
        return CellBox(cell, row, x, right - x, content)

    def _one_line(self, cell: Cell, inner: float) -> Stack | None:
        """The content of a cell whose text does not wrap: over empty neighbours, or made smaller."""
        paragraph = cell.blocks[0] if cell.blocks else None
        if not isinstance(paragraph, Paragraph):
            return None
        wanted = ParagraphLayout(paragraph, self._column).natural_width()
        if wanted <= inner + SLACK:
            return None
        if cell.number:
            return self._stacked([_hidden(paragraph, inner)], replace(self._column, width=inner))
        if cell.shrink:
            smaller = _scaled(paragraph, inner / wanted)
            return self._stacked([smaller], replace(self._column, width=inner))
        stack = self._stacked([paragraph], replace(self._column, width=wanted + 1))
        share = {"center": 0.5, "right": 1.0}.get(paragraph.style.align, 0.0)
        shift = (inner - wanted) * share
        low, high = -cell.spill[0] - cell.padding.left, inner + cell.spill[1]
        for strip in stack.strips:
            strip.marks = tuple(_cut(mark, shift, low, high) for mark in strip.marks)
        return stack


class EdgeGrid:
    """The lines of a table, each side of a cell once; the wider of two neighbours' wishes wins."""

    def __init__(self, table: Table) -> None:
        rows, columns = len(table.rows), len(table.columns)
        self._across = [[NO_EDGE] * columns for _ in range(rows + 1)]
        self._down = [[NO_EDGE] * (columns + 1) for _ in range(rows)]
        self._closing = [[NO_EDGE] * columns for _ in range(rows + 1)]
        for at, row in enumerate(table.rows):
            for cell in row.cells:
                self._add(cell, at, min(at + cell.rows, rows), min(cell.column + cell.span, columns))

    def _add(self, cell: Cell, top: int, bottom: int, right: int) -> None:
        borders = cell.borders
        for column in range(cell.column, right):
            self._across[top][column] = _wider(self._across[top][column], borders.top)
            self._across[bottom][column] = _wider(self._across[bottom][column], borders.bottom)
            for row in range(top + 1, bottom):
                self._closing[row][column] = _wider(borders.top, borders.bottom)
        for row in range(top, bottom):
            self._down[row][cell.column] = _wider(self._down[row][cell.column], borders.left)
            self._down[row][right] = _wider(self._down[row][right], borders.right)

    def width(self, boundary: int) -> float:
        """The width of the widest line between the rows above and below a boundary."""
        return max((edge.width for edge in self._across[boundary]), default=0.0)

    def across(self, boundary: int, y: float, xs: Sequence[float], ends: bool) -> list[Stroke]:
        """The lines at a boundary; where a page begins or `ends`, merged cells are closed as well."""
        edges = self._across[boundary]
        if ends:
            edges = [_wider(one, other) for one, other in zip(edges, self._closing[boundary], strict=True)]
        strokes: list[Stroke] = []
        for at, edge in enumerate(edges):
            last = strokes[-1] if strokes else None
            if not edge.width:
                continue
            half = edge.width / 2
            if last is not None and edges[at - 1] == edge:
                strokes[-1] = replace(last, x2=xs[at + 1] + half)
                continue
            strokes.append(Stroke(xs[at] - half, y, xs[at + 1] + half, y, edge.width, edge.colour, edge.kind))
        return strokes

    def down(self, row: int, top: float, bottom: float, xs: Sequence[float]) -> list[Stroke]:
        """The lines beside the cells of a row."""
        return [
            Stroke(xs[at], top, xs[at], bottom, edge.width, edge.colour, edge.kind)
            for at, edge in enumerate(self._down[row])
            if edge.width
        ]


def _wider(one: Edge, other: Edge) -> Edge:
    return other if other.width > one.width else one


def _scaled(paragraph: Paragraph, factor: float) -> Paragraph:
    inlines = tuple(
        replace(one, style=replace(one.style, size=float(int(one.style.size * factor))))
        if isinstance(one, Text)
        else one
        for one in paragraph.inlines
    )
    return replace(paragraph, inlines=inlines)


def _hidden(paragraph: Paragraph, inner: float) -> Paragraph:
    """Signs in place of a number that has no room, as worksheets show it."""
    style = paragraph.mark
    count = max(int(inner / (style.size * _SIGN)), 1)
    return replace(paragraph, inlines=(Text("#" * count, style),))


def _cut(mark: Mark, shift: float, low: float, high: float) -> Mark:
    """A run of glyphs moved sideways, without those outside."""
    if not isinstance(mark, GlyphRun):
        return mark
    kept = [at for at, x in enumerate(mark.xs) if low <= x + shift < high]
    whole = len(mark.text) == len(mark.indexes)
    return replace(
        mark,
        text="".join(mark.text[at] for at in kept) if whole else mark.text,
        indexes=tuple(mark.indexes[at] for at in kept),
        xs=tuple(mark.xs[at] + shift for at in kept),
        ys=tuple(mark.ys[at] for at in kept),
    )
