"""The inside of a paragraph of a .docx: characters, breaks, page fields and inline pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from app.ui.print.docx_styles import Styles
from app.ui.print.ooxml import WP, A, Properties, R, W, child, collect, descend, is_on, local, number, value
from app.ui.print.paper import EMU_PER_TWIP, Field, Inline, Picture, Text, TextStyle

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.etree import _Element

_WRAPPERS = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo"}
)
_FIGURE = "Figure"  # the character style of a number that leads to its records
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_VML = "{urn:schemas-microsoft-com:vml}"
_UNREADABLE = {".emf", ".wmf", ".wdp", ".svg"}


@dataclass
class Source:
    """Where elements come from: their part (for pictures), the styles, and what was come across.

    That is what had to be left out, and the texts of the figures in their order.
    """

    part: Part
    styles: Styles
    omitted: set[str] = field(default_factory=set)
    figures: list[str] = field(default_factory=list)


class RunReader:
    """Reads the runs of one paragraph."""

    def __init__(self, source: Source, paragraph: Properties, table: str) -> None:
        self._source = source
        self._paragraph = paragraph
        self._table = table
        self._inlines: list[Inline] = []
        self._fields: list[_OpenField] = []
        self._figure = -1

    def read(self, element: _Element) -> tuple[Inline, ...]:
        """The inlines of a w:p; neighbouring characters of one style are one Text."""
        for part in descend(element, _WRAPPERS):
            if local(part) == "r":
                self._read_run(part)
            elif local(part) == "fldSimple":
                self._read_simple_field(part)
        return tuple(self._inlines)

    def _style(self, run: _Element) -> TextStyle | None:
        direct = collect(child(run, "rPr"))
        if is_on(direct, "vanish"):
            return None
        return self._source.styles.text(self._paragraph, direct, self._table)

    def _read_run(self, run: _Element) -> None:
        style = self._style(run)
        if style is None:
            return
        self._figure = self._begun_figure(run)
        for part in run.iterchildren():
            name = local(part)
            if name == "fldChar":
                self._turn_field(part.get(W + "fldCharType", ""), style)
            elif name == "instrText" and self._fields:
                self._fields[-1].code += part.text or ""
            elif all(one.phase == "result" for one in self._fields):
                self._read_part(part, name, style)

    def _begun_figure(self, run: _Element) -> int:
        """The place of a new figure among those of the document; -1 when the run is none."""
        if value(child(run, "rPr"), "rStyle") != _FIGURE:
            return -1
        self._source.figures.append("")
        return len(self._source.figures) - 1

    def _read_part(self, part: _Element, name: str, style: TextStyle) -> None:
        if self._fields and name == "t" and self._put_number(self._fields[-1], style):
            return
        if name == "t":
            keep = part.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            text = (part.text or "").replace("\n", " ")
            self._add(text if keep else text.strip(), style)
        elif name in _SIGNS:
            self._add(_SIGNS[name], style)
        elif name == "br":
            self._add("\f" if part.get(W + "type") == "page" else "\n", style)
        elif name == "sym":
            code = int(part.get(W + "char", "20"), 16)
            self._add(chr(code - 0xF000 if 0xF000 <= code <= 0xF0FF else code), style)
        elif name in {"drawing", "pict", "AlternateContent"}:
            self._read_drawing(part)

    def _add(self, text: str, style: TextStyle) -> None:
        last = self._inlines[-1] if self._inlines else None
        if self._figure >= 0:
            self._source.figures[self._figure] += text
        if isinstance(last, Text) and last.style == style and last.figure == self._figure:
            self._inlines[-1] = Text(last.text + text, style, self._figure)
        elif text:
            self._inlines.append(Text(text, style, self._figure))

    def _turn_field(self, turn: str, style: TextStyle) -> None:
        if turn == "begin":
            self._fields.append(_OpenField())
        elif turn == "separate" and self._fields:
            self._fields[-1].phase = "result"
        elif turn == "end" and self._fields:
            self._put_number(self._fields.pop(), style)

    def _put_number(self, one: _OpenField, style: TextStyle) -> bool:
        """Put a page number, once, where the stored one stands; False for fields shown as stored."""
        kind = _field_kind(one.code)
        if kind is None:
            return False
        if not one.done:
            self._inlines.append(Field(kind, style))
        one.done = True
        return True

    def _read_simple_field(self, element: _Element) -> None:
        one = _OpenField(element.get(W + "instr", ""), "result")
        self._fields.append(one)
        for run in element.iterchildren(W + "r"):
            self._read_run(run)
        self._fields.pop()

    def _read_drawing(self, element: _Element) -> None:
        if element.find(f".//{WP}anchor") is not None:
            return
        inline = element.find(f".//{WP}inline")
        if inline is not None:
            extent = inline.find(f"{WP}extent")
            width, height = _extent(extent)
            blip = inline.find(f".//{A}blip")
            crop = inline.find(f".//{A}srcRect")
            data = self._data(None if blip is None else blip.get(f"{R}embed"))
            self._inlines.append(Picture(data, width, height, _crop(crop)))
            return
        image = element.find(f".//{_VML}imagedata")
        shape = element.find(f".//{_VML}shape")
        if image is not None and shape is not None:
            size = dict(part.split(":", 1) for part in shape.get("style", "").split(";") if ":" in part)
            data = self._data(image.get(f"{R}id"))
            self._inlines.append(Picture(data, number(size.get("width")), number(size.get("height"))))

    def _data(self, relation: str | None) -> bytes:
        if relation is None or relation not in self._source.part.rels:
            return b""
        target = self._source.part.rels[relation]
        if target.is_external:
            self._source.omitted.add("没有存进文件的图片")
            return b""
        name = str(target.target_part.partname).lower()
        if any(name.endswith(ending) for ending in _UNREADABLE):
            self._source.omitted.add("矢量图片")
            return b""
        return bytes(target.target_part.blob)


@dataclass
class _OpenField:
    code: str = ""
    phase: Literal["code", "result"] = "code"
    done: bool = False


def mark_properties(paragraph: _Element) -> Properties:
    """The direct formatting of the paragraph mark."""
    return collect(child(child(paragraph, "pPr"), "rPr"))


def has_section(paragraph: _Element) -> bool:
    """Whether a section ends with this paragraph."""
    return child(child(paragraph, "pPr"), "sectPr") is not None


def grid_span(cell_properties: _Element | None) -> int:
    """How many grid columns a cell covers."""
    return max(1, int(number(value(cell_properties, "gridSpan"), 1.0)))


def _field_kind(code: str) -> Literal["page", "pages"] | None:
    word = (code.split() or [""])[0].upper()
    if word == "PAGE":
        return "page"
    return "pages" if word in {"NUMPAGES", "SECTIONPAGES"} else None


def _extent(element: _Element | None) -> tuple[float, float]:
    if element is None:
        return 0.0, 0.0
    return number(element.get("cx")) / EMU_PER_TWIP, number(element.get("cy")) / EMU_PER_TWIP


def _crop(element: _Element | None) -> tuple[float, float, float, float]:
    if element is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (number(element.get(side)) / 100_000 for side in ("l", "t", "r", "b"))
    return left, top, right, bottom
