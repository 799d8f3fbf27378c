"""What stands in a written file, read from its XML as Word and Excel read it; none of our own code."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SAID = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def paragraphs_of(path: Path) -> list[str]:
    """The text of every paragraph of a .docx."""
    with ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(_parts(paragraph)) for paragraph in root.iter(f"{_W}p")]


def sheet_texts(path: Path) -> set[str]:
    """The text of every cell of a .xlsx; one that is a formula is not text, so it is missing here."""
    found: set[str] = set()
    with ZipFile(path) as package:
        names = package.namelist()
        strings = []
        if "xl/sharedStrings.xml" in names:
            root = etree.fromstring(package.read("xl/sharedStrings.xml"))
            strings = [_text(item) for item in root.iter(f"{_S}si")]
        for name in names:
            if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                for cell in etree.fromstring(package.read(name)).iter(f"{_S}c"):
                    found.add(_cell(cell, strings))
    return found


def _cell(cell: etree._Element, strings: list[str]) -> str:
    value = cell.find(f"{_S}v")
    if cell.get("t") == "s" and value is not None:
        return strings[int(value.text or "0")]
    return _text(cell) if cell.get("t") == "inlineStr" else ""


def _text(item: etree._Element) -> str:
    """Blanks at the ends count only where the file says so, as Excel has it."""
    pieces = []
    for each in item.iter(f"{_S}t"):
        text = each.text or ""
        spaced = each.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        pieces.append(text if spaced else text.strip(" \t\n\r"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(pieces))


def _parts(paragraph: etree._Element) -> list[str]:
    pieces = []
    for each in paragraph.iter(f"{_W}t", *_SAID):
        if each.tag == f"{_W}t":
            spaced = each.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            text = each.text or ""
            pieces.append(text if spaced else text.strip(" \t\n\r"))
        elif (above := each.getparent()) is not None and above.tag == f"{_W}r":  # not a stop of the ruler
            pieces.append(_SAID[each.tag])
    return pieces
