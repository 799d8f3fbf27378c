"""Tables of a .docx: the grid, merged cells, borders, margins and heights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.ui.print.docx_runs import Source, grid_span
from app.ui.print.docx_styles import borders, edge, rgb
from app.ui.print.ooxml import Properties, W, child, collect, descend, is_on, local, merged, number, value
from app.ui.print.paper import AlignY, Block, Borders, Cell, Edge, HeightRule, Row, Sides, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins"})
_RULE: dict[str, HeightRule] = {"exact": "exact", "atLeast": "least"}
_ALIGN_Y: dict[str, AlignY] = {"center": "center", "bottom": "bottom"}
_CELL_SIDE = 108.0

ReadBlocks = Callable[["_Element", str, float], tuple[Block, ...]]


class TableReader:
    """Reads one w:tbl; `shifted` is the older layout where the text, not the border, meets the margin."""

    def __init__(self, source: Source, read_blocks: ReadBlocks, shifted: bool) -> None:
        self._source = source
        self._read_blocks = read_blocks
        self._shifted = shifted
        self._style = ""
        self._properties: Properties = {}

    def read(self, element: _Element, available: float) -> Table:
        """The table; `available` is the width that percentages refer to."""
        properties = child(element, "tblPr")
        self._style = value(properties, "tblStyle") or ""
        self._properties = merged(self._source.styles.table(self._style, "tblPr"), collect(properties))
        rows = [part for part in descend(element, _WRAPPERS) if local(part) == "tr"]
        columns = self._columns(element, rows, available)
        last = len(rows) - 1
        heads = 0  # only rows at the table's beginning are repeated
        while heads < len(rows) and is_on(collect(child(rows[heads], "trPr")), "tblHeader"):
            heads += 1
        grid = [self._cells(row, columns, at == 0, at == last) for at, row in enumerate(rows)]
        _join_merged(grid)
        padding = self._padding({}, "tblCellMar")
        align: Literal["left", "center", "right"] = "left"
        said = self._properties.get("jc", {}).get("val", "left")
        if said in {"center", "right", "end"}:
            align = "center" if said == "center" else "right"
        indent = number(self._properties.get("tblInd", {}).get("w"))
        return Table(
            columns=columns,
            rows=tuple(
                self._row(row, cells, at < heads)
                for at, (row, cells) in enumerate(zip(rows, grid, strict=True))
            ),
            indent=0.0 if align != "left" else indent - (padding.left if self._shifted else 0.0),
            align=align,
        )

    def _columns(self, element: _Element, rows: list[_Element], available: float) -> tuple[float, ...]:
        grid = child(element, "tblGrid")
        widths = (
            [] if grid is None else [number(part.get(W + "w")) for part in grid.iterchildren(W + "gridCol")]
        )
        count = max([len(widths), *(sum(_spans(row)) for row in rows)])
        widths += [0.0] * (count - len(widths))
        for row in rows:
            cells = list(row.iterchildren(W + "tc"))
            said = [_said_width(cell) for cell in cells]
            if len(cells) == count and 0.0 not in said:
                widths = said
                break
        if 0.0 in widths:
            known: float = sum(widths, 0.0)
            rest = max(available - known, 0.0) / max(1, widths.count(0.0))
            widths = [width or rest for width in widths]
        return tuple(self._stretched(widths, available))

    def _stretched(self, widths: list[float], available: float) -> list[float]:
        """Widths brought to the table's own width when that is a share of the page."""
        said = self._properties.get("tblW", {})
        if said.get("type") == "pct" and sum(widths, 0.0):
            share = number(said.get("w", "").rstrip("%")) / (100 if "%" in said.get("w", "") else 5000)
            factor = available * share / sum(widths, 0.0)
            return [width * factor for width in widths]
        return widths

    def _row(self, row: _Element, cells: list[_OpenCell], header: bool) -> Row:
        properties = collect(child(row, "trPr"))
        height = properties.get("trHeight", {})
        rule = _RULE.get(height.get("hRule", "atLeast"), "auto") if "val" in height else "auto"
        return Row(
            cells=tuple(one.cell for one in cells if not one.continues),
            height=number(height.get("val")),
            rule=rule,
            header=header,
            whole=is_on(properties, "cantSplit"),
        )

    def _cells(self, row: _Element, columns: tuple[float, ...], top: bool, bottom: bool) -> list[_OpenCell]:
        column = int(number(value(child(row, "trPr"), "gridBefore")))
        cells: list[_OpenCell] = []
        for element in descend(row, _WRAPPERS):
            if local(element) != "tc":
                continue
            properties = child(element, "tcPr")
            span = min(grid_span(properties), max(1, len(columns) - column))
            place = _Place(top, column + span >= len(columns), bottom, column == 0)
            cells.append(self._cell(element, columns, column, span, place))
            column += span
        return cells

    def _cell(
        self, element: _Element, columns: tuple[float, ...], column: int, span: int, place: _Place
    ) -> _OpenCell:
        tc = child(element, "tcPr")
        properties = merged(self._source.styles.table(self._style, "tcPr"), collect(tc))
        padding = self._padding(properties, "tcMar")
        inner = sum(columns[column : column + span]) - padding.left - padding.right
        merge = child(tc, "vMerge")
        continues = merge is not None and merge.get(W + "val") != "restart"
        cell = Cell(
            column=column,
            blocks=() if continues else self._read_blocks(element, self._style, inner),
            span=span,
            padding=padding,
            borders=self._borders(properties, place),
            fill=rgb(properties.get("shd", {}).get("fill"), ""),
            align_y=_ALIGN_Y.get(properties.get("vAlign", {}).get("val", ""), "top"),
        )
        return _OpenCell(cell, continues)

    def _padding(self, properties: Properties, group: str) -> Sides:
        def side(names: tuple[str, ...], default: float) -> float:
            for owner, key in ((properties, group), (self._properties, "tblCellMar")):
                for name in names:
                    if f"{key}.{name}" in owner:
                        return number(owner[f"{key}.{name}"].get("w"))
            return default

        return Sides(
            side(("top",), 0.0), side(("right", "end"), _CELL_SIDE),
            side(("bottom",), 0.0), side(("left", "start"), _CELL_SIDE),
        )  # fmt: skip

    def _borders(self, properties: Properties, place: _Place) -> Borders:
        """A cell's lines: its own where said, else the table's."""
        own, table = borders(properties, "tcBorders"), self._properties
        outer = borders(table, "tblBorders")
        across, down = edge(table.get("tblBorders.insideH")), edge(table.get("tblBorders.insideV"))

        def chosen(names: tuple[str, ...], mine: Edge, its: Edge) -> Edge:
            return mine if any(f"tcBorders.{name}" in properties for name in names) else its

        return Borders(
            top=chosen(("top",), own.top, outer.top if place.top else across),
            right=chosen(("right", "end"), own.right, outer.right if place.right else down),
            bottom=chosen(("bottom",), own.bottom, outer.bottom if place.bottom else across),
            left=chosen(("left", "start"), own.left, outer.left if place.left else down),
        )


class _Place(NamedTuple):
    """Which edges of the table a cell touches."""

    top: bool
    right: bool
    bottom: bool
    left: bool


@dataclass
class _OpenCell:
    cell: Cell
    continues: bool


def _join_merged(grid: list[list[_OpenCell]]) -> None:
    """Make cells that continue a cell above part of it."""
    above: dict[int, _OpenCell] = {}
    for row in grid:
        here: dict[int, _OpenCell] = {}
        for one in row:
            owner = above.get(one.cell.column) if one.continues else None
            if owner is None:
                one.continues = False
                here[one.cell.column] = one
                continue
            edges = replace(owner.cell.borders, bottom=one.cell.borders.bottom)
            owner.cell = replace(owner.cell, rows=owner.cell.rows + 1, borders=edges)
            here[one.cell.column] = owner
        above = here


def _spans(row: _Element) -> list[int]:
    before = int(number(value(child(row, "trPr"), "gridBefore")))
    return [before, *(grid_span(child(cell, "tcPr")) for cell in row.iterchildren(W + "tc"))]


def _said_width(cell: _Element) -> float:
    properties = child(cell, "tcPr")
    if value(properties, "tcW", "type") not in {None, "dxa"}:
        return 0.0
    return number(value(properties, "tcW", "w"))
