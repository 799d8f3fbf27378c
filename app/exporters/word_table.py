"""Writes a table as a Word document: A4 on its side, heading rows on every page, the template's fonts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import IO, Final

from app.exporters.files import write_beside
from app.exporters.layout import Align, Column, Heading, Node, Source, TotalsAt, depth, leaves
from app.exporters.sheet_body import TOTAL_LABEL
from app.exporters.sheet_grid import Cell, Grid, digits
from app.exporters.sheet_lists import record_grid
from app.exporters.sheet_measure import POINTS_PER_UNIT, balanced, units
from app.exporters.sheet_report import SheetReport
from app.exporters.sheet_text import writable
from app.exporters.tables import RecordTable, ReportTable
from app.exporters.word import WordDocument
from app.paths import RESOURCES

TEMPLATE: Final = RESOURCES / "templates" / "table.docx"
PLACE: Final = "TablePlace"  # the style of the paragraph that the table stands before
_SIZES: Final = (10.5, 9.0, 7.5)  # points; smaller where many columns would break words apart
_TWIPS: Final = 20
_PADDING: Final = 60  # twips at both sides of a cell
_CROWDED: Final = 1.12  # how far over the paper a table may be and still keep its type
_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W: Final = f"{{{_NAMESPACE}}}"
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDER: Final = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_STYLES: Final = {Align.LEFT: "Cell", Align.CENTER: "CellMiddle", Align.RIGHT: "CellRight"}


def write_word_table(
    target: Path | IO[bytes],
    table: ReportTable | RecordTable,
    *,
    now: datetime,
    mark: str = "",
    template: Path = TEMPLATE,
) -> tuple[str, ...]:
    """Writes one table and gives back sentences on what a clerk should check.

    A path is written beside and renamed, never over another file. `mark` (示例数据) is put on every page. The
    same table, `now` and `mark` give the same bytes. Raises AppError when it cannot be written.
    """
    grid, notes = _grid(table)
    document = TableDocument(grid, template, now, mark)
    if isinstance(target, Path):
        write_beside(target, document.save)
    else:
        document.save(target)
    return notes


class TableDocument(WordDocument):
    """The template's words filled in, with the grid where its place is."""

    def __init__(self, grid: Grid, template: Path, now: datetime, mark: str) -> None:
        left, middle, right = grid.line
        note = "".join((f"【{mark}】" if mark else "", grid.note))
        words: Mapping[str, str] = {
            "title": grid.title, "line": "".join(grid.line), "left": left, "middle": middle, "right": right,
            "signoff": "　　".join(text for text in grid.signoff if text), "note": note, "mark": mark,
        }  # fmt: skip
        super().__init__(template, words, {}, now)
        self._put(GridXml(grid, self._room()).xml())

    def _room(self) -> int:
        """Twips between the margins."""
        section = self._template.docx.sections[0]
        return int((section.page_width - section.left_margin - section.right_margin) / 635)

    def _put(self, xml: str) -> None:
        """Puts the table before the paragraph that keeps its place, or at the end where there is none."""
        from docx.oxml import parse_xml

        table = parse_xml(xml)
        body = self._template.docx.element.body
        for style in body.iter(f"{_W}pStyle"):
            if style.get(f"{_W}val") == PLACE:
                style.getparent().getparent().addprevious(table)
                return
        body.insert(max(0, len(body) - 1), table)


class GridXml:
    """A grid as WordprocessingML, fitted to the paper."""

    def __init__(self, grid: Grid, room: int) -> None:
        self._grid = grid
        self._leaves = grid.leaves
        wanted = [max(column.width, self._least(place)) for place, column in enumerate(self._leaves)]
        points = sum(wanted) * POINTS_PER_UNIT
        fitting = [size for size in _SIZES if points * size / _SIZES[0] <= room / _TWIPS * _CROWDED]
        self._size = fitting[0] if fitting else _SIZES[-1]
        self._widths = [round(room * width / sum(wanted)) for width in wanted]

    def xml(self) -> str:
        """The whole table."""
        borders = "".join(f"<w:{side} {_BORDER}/>" for side in _SIDES)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        totals = self._totals() if self._grid.has_totals else ""
        first = totals if self._grid.totals_at is TotalsAt.FIRST else ""
        last = totals if self._grid.totals_at is TotalsAt.LAST else ""
        return (
            f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f'<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="{_PADDING}" w:type="dxa"/>'
            f'<w:bottom w:w="40" w:type="dxa"/><w:right w:w="{_PADDING}" w:type="dxa"/></w:tblCellMar>'
            "</w:tblPr>"
            f"<w:tblGrid>{columns}</w:tblGrid>{self._head()}{first}{self._rows()}{last}</w:tbl>"
        )

    def _least(self, place: int) -> float:
        """Units that keep a column's numbers on one line."""
        cells = [row[place] for row in self._grid.rows]
        cells += [self._grid.totals[place].cell] if self._grid.has_totals else []
        numbers = (digits(cell) for cell in cells if isinstance(cell.value, int | Decimal | date))
        return max((units(text, _SIZES[0]) + 1 for text in numbers), default=0.0)

    def _head(self) -> str:
        """The heading rows; a column reaches down to the last of them."""
        rows: list[list[str]] = [[] for _ in range(depth(self._grid.columns))]
        self._place(self._grid.columns, rows, 0, 0)
        return "".join(_row(cells, heading=True) for cells in rows)

    def _place(self, nodes: Sequence[Node], rows: list[list[str]], level: int, at: int) -> int:
        """Puts headings from a level on; answers the place of the next column."""
        for node in nodes:
            if isinstance(node, Heading):
                count = len(tuple(leaves(node.columns)))
                rows[level].append(self._cell("CellLabel", node.heading, at, count))
                at = self._place(node.columns, rows, level + 1, at)
                continue
            for deeper in range(level, len(rows)):
                merge = "" if len(rows) - level == 1 else "restart" if deeper == level else "continue"
                text = self._heading(node.heading, at) if deeper == level else ""
                rows[deeper].append(self._cell("CellLabel", text, at, 1, merge=merge))
            at += 1
        return at

    def _heading(self, text: str, place: int) -> str:
        """A heading broken in its middle where it would leave one character on a line of its own."""
        return balanced(text, self._widths[place] / _TWIPS / POINTS_PER_UNIT, self._size)

    def _rows(self) -> str:
        if not self._grid.rows:
            return _row([self._cell("CellMiddle", self._grid.empty, 0, len(self._leaves))])
        return "".join(
            _row([self._filled(place, cell) for place, cell in enumerate(row)]) for row in self._grid.rows
        )

    def _totals(self) -> str:
        totals = self._grid.totals
        given = [place for place, total in enumerate(totals) if total.cell.value is not None]
        named = given[0] if given else len(totals)
        cells = [self._cell("CellMiddle", TOTAL_LABEL, 0, named, bold=True)] if named else []
        cells += [self._filled(place, totals[place].cell, bold=True) for place in range(named, len(totals))]
        return _row(cells)

    def _filled(self, place: int, cell: Cell, *, bold: bool = False) -> str:
        column = self._leaves[place]
        text = "" if cell.value is None else cell.value if isinstance(cell.value, str) else digits(cell)
        return self._cell(_style(column), text, place, 1, bold=bold or cell.bold)

    def _cell(
        self, style: str, text: str, at: int, count: int, *, bold: bool = False, merge: str = ""
    ) -> str:
        width = sum(self._widths[at : at + count])
        span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
        joined = f'<w:vMerge w:val="{merge}"/>' if merge else ""
        lines = writable(text).split("\n")
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{joined}<w:vAlign w:val="center"/>'
            "</w:tcPr>" + "".join(self._paragraph(style, line, bold) for line in lines) + "</w:tc>"
        )

    def _paragraph(self, style: str, text: str, bold: bool) -> str:
        half = round(self._size * 2)
        size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if self._size != _SIZES[0] else ""
        properties = f'<w:rPr><w:rFonts w:hint="eastAsia"/>{"<w:b/>" if bold else ""}{size}</w:rPr>'
        inside = f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside if text else ""}</w:p>'


def _grid(table: ReportTable | RecordTable) -> tuple[Grid, tuple[str, ...]]:
    if isinstance(table, RecordTable):
        return record_grid(table), ()
    report = SheetReport(table)
    grid = report.grid()
    return grid, tuple(report.notes)


def _row(cells: Sequence[str], *, heading: bool = False) -> str:
    repeated = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _style(column: Column) -> str:
    return "CellMiddle" if column.source is Source.SERIAL else _STYLES[column.align]
