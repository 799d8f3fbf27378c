"""The figures of a Word text, noted inside its file: so that on screen each number can lead to its records.

A part of its own (ISO/IEC 29500-1, 15.2.5 Custom XML Data Storage): it is not seen in the document and not
printed, and a program that does not know it leaves it alone or drops it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.package import Package
    from lxml.etree import _Element

    from app.exporters.narrative_text import Run

_NAME: Final = "/customXml/figures.xml"
_SPACE: Final = "urn:cppcc-ledger:figures"
_LARGEST: Final = 1_000_000  # bytes; a long report has some ten thousand


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a text in their order, and the key of the period it is about."""

    period: str
    runs: tuple[Run, ...]


def note_figures(document: Document, figures: Figures) -> None:
    """Put the list into the package of a document that is about to be saved."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    root = etree.Element(f"{{{_SPACE}}}figures", period=figures.period)
    for run in figures.runs:
        values = {"text": run["text"], "figure": run["figure"], "span": run["span"], "group": run["group"]}
        etree.SubElement(root, f"{{{_SPACE}}}figure", values)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI(_NAME), "application/xml", blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def figures_noted(document: Document, shown: Sequence[str]) -> Figures | None:
    """The list in an opened document, None when there is none or it no longer says what is `shown`.

    `shown` are the texts of the runs of the style Figure: whoever changed one in WPS made it a number of
    their own.
    """
    from lxml import etree

    part = _part(document.part.package)
    if part is None or len(part) > _LARGEST:
        return None
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    runs = tuple(_run(each) for each in root.iterchildren(f"{{{_SPACE}}}figure"))
    if [run["text"] for run in runs] != list(shown):
        return None
    return Figures(root.get("period", ""), runs)


def _run(element: _Element) -> Run:
    get = element.get
    return {
        "text": get("text", ""),
        "figure": get("figure", ""),
        "span": get("span", ""),
        "group": get("group", ""),
    }


def _part(package: Package) -> bytes | None:
    found = (part for part in package.iter_parts() if str(part.partname) == _NAME)
    return next((part.blob for part in found), None)
