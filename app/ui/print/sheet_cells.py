"""Cells of a worksheet as table cells: text, font, alignment, borders and fill."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, Literal

from app.ui.print.number_format import shown
from app.ui.print.paper import (
    Align,
    AlignY,
    Borders,
    Cell,
    Edge,
    Paragraph,
    ParagraphStyle,
    Sides,
    Text,
    TextStyle,
)

_ALIGN: dict[str, Align] = {
    "center": "center", "centerContinuous": "center", "right": "right", "left": "left",
    "justify": "justify", "distributed": "spread", "fill": "left",
}  # fmt: skip
_ALIGN_Y: dict[str, AlignY] = {"top": "top", "center": "center", "justify": "top", "distributed": "center"}
_WIDTHS = {
    "hair": 5.0, "thin": 12.0, "dotted": 12.0, "dashed": 12.0, "dashDot": 12.0, "dashDotDot": 12.0,
    "medium": 30.0, "mediumDashed": 30.0, "mediumDashDot": 30.0, "thick": 45.0, "double": 45.0,
}  # fmt: skip
_PADDING = 40.0  # twips beside the text
_INDENT = 1.5  # digits of the book's font in one step of indent


class CellReader:
    """Reads cells at a scale; `digit` is the width of a digit of the book's font in twips, unscaled."""

    def __init__(self, scale: float, digit: float) -> None:
        self._scale = scale
        self._digit = digit
        self._styles: dict[tuple[Any, ...], TextStyle] = {}

    def read(self, cell: Any, column: int, span: int, rows: int, borders: Borders) -> Cell:
        """A cell standing at `column` and covering that many columns and rows."""
        value = cell.value
        style = self._style(cell)
        said = cell.alignment
        number = isinstance(value, int | float | date | datetime | time) and not isinstance(value, bool)
        align = _ALIGN.get(said.horizontal or "", "right" if number else "left")
        if isinstance(value, bool) and not said.horizontal:
            align = "center"
        indent = (said.indent or 0) * _INDENT * self._digit * self._scale
        paragraph = ParagraphStyle(
            align=align,
            left=indent if align != "right" else 0.0,
            right=indent if align == "right" else 0.0,
            widow_control=False,
            script_space=False,
        )
        text = shown(value, cell.number_format).replace("\r\n", "\n").replace("_x000D_", "")
        side = _PADDING * self._scale
        return Cell(
            column=column,
            blocks=(Paragraph((Text(text, style),) if text else (), paragraph, style),),
            span=span,
            rows=rows,
            padding=Sides(0.0, side, 0.0, side),
            borders=borders,
            fill=_fill(cell),
            align_y=_ALIGN_Y.get(said.vertical or "", "bottom"),
            wrap=bool(said.wrap_text) or align in {"justify", "spread"} or "\n" in text,
            shrink=bool(said.shrink_to_fit),
            number=number,
        )

    def edges(self, first: Any, right: Any, bottom: Any) -> Borders:
        """The lines of a block of cells, of which these are the first, the right and the bottom corner."""
        return Borders(
            top=self._edge(first.border.top),
            left=self._edge(first.border.left),
            right=self._edge(right.border.right),
            bottom=self._edge(bottom.border.bottom),
        )

    def _edge(self, side: Any) -> Edge:
        style = getattr(side, "style", None)
        if not style:
            return Edge()
        kind: Literal["single", "double", "dotted", "dashed"] = "single"
        if style == "double":
            kind = "double"
        elif style in {"dotted", "hair"}:
            kind = "dotted"
        elif "ash" in style:
            kind = "dashed"
        return Edge(_WIDTHS.get(style, 12.0) * self._scale, kind, colour_of(side.color, "000000"))

    def _style(self, cell: Any) -> TextStyle:
        font = cell.font
        colour = colour_of(font.color, "000000")
        key = (font.name, font.sz, font.b, font.i, font.u, font.strike, colour, font.vertAlign)
        if key not in self._styles:
            raised = {"superscript": "super", "subscript": "sub"}.get(font.vertAlign or "", "")
            self._styles[key] = TextStyle(
                latin=font.name or "宋体",
                han=font.name or "宋体",
                size=float(round((font.sz or 11) * 20 * self._scale)),
                bold=bool(font.b),
                italic=bool(font.i),
                underline={"single": "single", "double": "double"}.get(font.u or "", ""),
                strike=bool(font.strike),
                colour=colour,
                raised="super" if raised == "super" else "sub" if raised == "sub" else "",
            )
        return self._styles[key]


def colour_of(colour: Any, default: str) -> str:
    """An openpyxl colour that is written out; theme and indexed colours are the default."""
    text = getattr(colour, "rgb", None) if getattr(colour, "type", "") == "rgb" else None
    return text[-6:].upper() if isinstance(text, str) and len(text) >= 6 else default


def _fill(cell: Any) -> str:
    fill = cell.fill
    return colour_of(fill.fgColor, "") if getattr(fill, "fill_type", None) == "solid" else ""
