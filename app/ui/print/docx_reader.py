"""A .docx as a Document: sections with headers and footers, their paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.errors import AppError
from app.exporters.word_figures import figures_noted
from app.paths import is_there
from app.ui.print.docx_omissions import omissions
from app.ui.print.docx_runs import RunReader, Source, has_section, mark_properties
from app.ui.print.docx_styles import Styles, paragraph_style
from app.ui.print.docx_tables import TableReader
from app.ui.print.ooxml import R, W, child, collect, descend, is_on, local, number
from app.ui.print.paper import (
    A4,
    Block,
    Document,
    Furniture,
    Inline,
    PageSetup,
    Paragraph,
    Section,
    Sides,
    Table,
    Text,
)

if TYPE_CHECKING:
    from docx.document import Document as Package
    from lxml.etree import _Element

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_NEW_TABLES = 15  # from this compatibility mode on, a table's border meets the margin


def read_docx(path: Path) -> Document:
    """The document in a .docx; AppError when it cannot be opened as one."""
    import docx

    if not is_there(path):
        raise AppError(f"没有找到“{path.name}”，可能已经移走或改名。")
    try:
        package = docx.Document(str(path))
    except Exception as error:  # whatever a broken package makes the parser say
        raise AppError(f"打不开“{path.name}”，它不是完好的 Word 文件。") from error
    return DocxReader(package).read()


class DocxReader:
    """Reads one opened package."""

    def __init__(self, package: Package) -> None:
        theme = next((one.target_part for one in package.part.rels.values() if one.reltype == _THEME), None)
        self._package = package
        self._styles = Styles(package.styles.element, _parsed(theme.blob) if theme is not None else None)
        self._settings = collect(package.settings.element)
        self._omitted: set[str] = set()
        self._figures: list[str] = []
        self._shifted = self._compatibility() < _NEW_TABLES
        self._headers: dict[str, tuple[Block, ...]] = {}
        self._footers: dict[str, tuple[Block, ...]] = {}

    def read(self) -> Document:
        """The whole document."""
        body = self._package.element.body
        sections: list[Section] = []
        pending: list[_Element] = []
        for part in descend(body, _WRAPPERS):
            if local(part) == "sectPr":
                sections.append(self._section(pending, part))
                continue
            if local(part) in {"p", "tbl"}:
                pending.append(part)
            if local(part) == "p" and has_section(part):
                if len(pending) > 1 and not _says_something(part):
                    pending.pop()
                ending = child(child(part, "pPr"), "sectPr")
                assert ending is not None
                sections.append(self._section(pending, ending))
                pending = []
        return Document(
            sections=tuple(sections),
            even_and_odd=is_on(self._settings, "evenAndOddHeaders"),
            tab_width=number(self._settings.get("defaultTabStop", {}).get("val"), 720.0) or 720.0,
            omitted=omissions([body], self._omitted),
            figures=figures_noted(self._package, self._figures),
        )

    def _compatibility(self) -> float:
        for setting in self._package.settings.element.iter(W + "compatSetting"):
            if setting.get(W + "name") == "compatibilityMode":
                return number(setting.get(W + "val"))
        return 0.0

    def _section(self, elements: list[_Element], ending: _Element) -> Section:
        page = _page_setup(ending)
        width = page.width - page.margins.left - page.margins.right
        said = collect(ending)
        kind = said.get("type", {}).get("val", "nextPage")
        begins: Literal["page", "continuous", "odd", "even"] = "page"
        if kind == "continuous":
            begins = "continuous"
        elif kind in {"oddPage", "evenPage"}:
            begins = "odd" if kind == "oddPage" else "even"
        start = said.get("pgNumType", {}).get("start")
        source = Source(self._package.part, self._styles, self._omitted, self._figures)
        blocks = self._blocks(elements, source, "", width)
        return Section(
            page=page,
            blocks=blocks,
            headers=self._furniture(ending, "headerReference", self._headers, width),
            footers=self._furniture(ending, "footerReference", self._footers, width),
            title_page=is_on(said, "titlePg"),
            start=None if start is None else int(number(start)),
            begins=begins,
        )

    def _furniture(
        self, ending: _Element, name: str, known: dict[str, tuple[Block, ...]], width: float
    ) -> Furniture:
        """Headers or footers; a kind that is not named anew goes on from the section before."""
        for reference in ending.iterchildren(W + name):
            relation = reference.get(f"{R}id", "")
            part = self._package.part.rels[relation].target_part
            element = _parsed(part.blob)
            source = Source(part, self._styles, self._omitted)
            parts = [one for one in descend(element, _WRAPPERS) if local(one) in {"p", "tbl"}]
            known[reference.get(W + "type", "default")] = self._blocks(parts, source, "", width)
            self._omitted.update(omissions([element], set()))
        return Furniture(known.get("default", ()), known.get("first", ()), known.get("even", ()))

    def _blocks(
        self, elements: list[_Element], source: Source, table: str, width: float
    ) -> tuple[Block, ...]:
        def inside(cell: _Element, style: str, inner: float) -> tuple[Block, ...]:
            parts = [one for one in descend(cell, _WRAPPERS) if local(one) in {"p", "tbl"}]
            return self._blocks(parts, source, style, inner)

        blocks: list[Block] = []
        broken = False
        for element in elements:
            if local(element) == "tbl":
                block: Block = TableReader(source, inside, self._shifted).read(element, width)
                blocks.append(_on_new_page(block) if broken else block)
                broken = False
                continue
            pieces, ends_broken = _split(self._paragraph(element, source, table))
            first = _on_new_page(pieces[0]) if broken else pieces[0]
            blocks += [first, *pieces[1:]]
            broken = ends_broken
        return tuple(blocks)

    def _paragraph(self, element: _Element, source: Source, table: str) -> Paragraph:
        direct = collect(child(element, "pPr"))
        properties = self._styles.paragraph(direct, table)
        if properties.get("numPr.numId", {}).get("val", "0") != "0":
            self._omitted.add("自动编号")
        mark = self._styles.text(direct, mark_properties(element), table)
        inlines = RunReader(source, direct, table).read(element)
        sizes = (one.style.size for one in inlines if isinstance(one, Text))
        return Paragraph(inlines, paragraph_style(properties, next(sizes, mark.size)), mark)


def _page_setup(ending: _Element) -> PageSetup:
    said = collect(ending)
    size, margins = said.get("pgSz", {}), said.get("pgMar", {})
    gutter = number(margins.get("gutter"))
    return PageSetup(
        width=number(size.get("w"), A4[0]),
        height=number(size.get("h"), A4[1]),
        margins=Sides(
            top=number(margins.get("top"), 1440.0),
            right=number(margins.get("right"), 1800.0),
            bottom=number(margins.get("bottom"), 1440.0),
            left=number(margins.get("left"), 1800.0) + gutter,
        ),
        header=number(margins.get("header"), 720.0),
        footer=number(margins.get("footer"), 720.0),
    )


def _split(paragraph: Paragraph) -> tuple[list[Block], bool]:
    """A paragraph cut at its page breaks, and whether the last break comes after all its text."""
    pieces: list[list[Inline]] = [[]]
    for one in paragraph.inlines:
        if not isinstance(one, Text) or "\f" not in one.text:
            pieces[-1].append(one)
            continue
        for at, text in enumerate(one.text.split("\f")):
            if at:
                pieces.append([])
            if text:
                pieces[-1].append(Text(text, one.style, one.figure))
    if len(pieces) == 1:
        return [paragraph], False
    ends_broken = not pieces[-1]
    if ends_broken:
        pieces.pop()
    elif not pieces[0]:
        return [_on_new_page(replace(paragraph, inlines=tuple(pieces[1])))], False
    blocks: list[Block] = [replace(paragraph, inlines=tuple(pieces[0]))]
    rest = replace(paragraph.style, page_before=True, before=0.0, first=0.0)
    blocks += [replace(paragraph, inlines=tuple(piece), style=rest) for piece in pieces[1:]]
    return blocks, ends_broken


def _on_new_page(block: Block) -> Block:
    if isinstance(block, Table):
        if not block.rows:
            return block
        return replace(block, rows=(replace(block.rows[0], page_before=True), *block.rows[1:]))
    return replace(block, style=replace(block.style, page_before=True))


def _says_something(paragraph: _Element) -> bool:
    return any(local(part) in {"t", "drawing", "pict", "br", "fldSimple"} for part in paragraph.iter())


def _parsed(blob: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(blob, parser)
