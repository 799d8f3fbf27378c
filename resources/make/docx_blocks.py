"""Paragraphs, tables and tags as WordprocessingML: the bricks the templates are built from."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_BORDER = 'w:val="single" w:sz="6" w:space="0" w:color="000000"'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def run(text: str, style: str = "") -> str:
    """Characters; a tab is written as \\t."""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    pieces = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in text.split("\t")
    )
    return f'<w:r><w:rPr>{properties}<w:rFonts w:hint="eastAsia"/></w:rPr>{pieces}</w:r>'


def paragraph(style: str, *runs: str, extra: str = "") -> str:
    """A paragraph; plain text is taken for a run. `extra` is more pPr, before the spacing."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inside}</w:p>'


def tag(text: str) -> str:
    """A paragraph that only carries a tag and is gone when printed: tag("for one in photos")."""
    return paragraph("Normal", f"{{%p {text} %}}")


def run_tag(text: str) -> str:
    """The same between runs."""
    return run(f"{{%r {text} %}}")


def page_number(style: str, before: str = "", after: str = "", code: str = "PAGE") -> str:
    """The number of the page as a field in five runs, which is what WPS understands best."""
    return "".join(
        (
            run(before, style) if before else "",
            _field('<w:fldChar w:fldCharType="begin"/>', style),
            _field(f'<w:instrText xml:space="preserve"> {code} </w:instrText>', style),
            _field('<w:fldChar w:fldCharType="separate"/>', style),
            _field("<w:t>1</w:t>", style),
            _field('<w:fldChar w:fldCharType="end"/>', style),
            run(after, style) if after else "",
        )
    )


def _field(inside: str, style: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/><w:rFonts w:hint="eastAsia"/></w:rPr>{inside}</w:r>'


class Grid:
    """A table whose cells stand between edges (twips from its left), so that rows may be cut differently."""

    def __init__(self, *edges: int, lines: str = "all", padding: int = 40) -> None:
        self._edges = sorted({0, *edges})
        self._lines = lines
        self._padding = padding
        self._rows: list[str] = []

    def row(
        self, *cells: str, height: int = 0, exact: bool = False, header: bool = False, keep: bool = False
    ) -> None:
        """A row of `cell()`s; rows are not cut by a page unless they have to be."""
        rule = "exact" if exact else "atLeast"
        properties = "".join(
            (
                "" if keep else "<w:cantSplit/>",
                f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>' if height else "",
                "<w:tblHeader/>" if header else "",
            )
        )
        self._rows.append(f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>")

    def tag(self, text: str) -> None:
        """A row that only carries a tag and is gone when printed."""
        self.row(self.cell(0, self._edges[-1], tag_in_row(text)))

    def texts(self, edges: Sequence[int], styles: str | Sequence[str], texts: Sequence[str]) -> list[str]:
        """Cells of one text each between the edges; one style for all, or one each."""
        each = [styles] * len(texts) if isinstance(styles, str) else styles
        places = zip(edges, edges[1:], each, texts, strict=False)
        return [self.cell(start, end, paragraph(style, text)) for start, end, style, text in places]

    def cell(
        self, start: int, end: int, *blocks: str, align: str = "center", merge: str = "", lines: str = ""
    ) -> str:
        """A cell from edge to edge; `merge` is restart or continue, `lines` borders of its own."""
        span = self._edges.index(end) - self._edges.index(start)
        properties = "".join(
            (
                f'<w:tcW w:w="{end - start}" w:type="dxa"/>',
                f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
                f'<w:vMerge w:val="{merge}"/>' if merge else "",
                f"<w:tcBorders>{lines}</w:tcBorders>" if lines else "",
                f'<w:vAlign w:val="{align}"/>',
            )
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks) or paragraph('Cell')}</w:tc>"

    def xml(self) -> str:
        widths = [end - start for start, end in zip(self._edges, self._edges[1:], strict=False)]
        sides = {"all": _SIDES, "rules": ("bottom", "insideH"), "none": ()}[self._lines]
        borders = "".join(f"<w:{side} {_BORDER}/>" for side in sides)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{self._edges[-1]}" w:type="dxa"/>'
            f"<w:tblBorders>{borders}</w:tblBorders>"
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{self._padding}" w:type="dxa"/>'
            f'<w:left w:w="108" w:type="dxa"/><w:bottom w:w="{self._padding}" w:type="dxa"/>'
            f'<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
            f"{''.join(self._rows)}</w:tbl>"
        )


def tag_in_row(text: str) -> str:
    return paragraph("Cell", f"{{%tr {text} %}}")


def line_below() -> str:
    """A cell border to write a name on."""
    return f"<w:bottom {_BORDER}/>"
