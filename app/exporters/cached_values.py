"""Finishes a workbook's package: every formula gets its value, the same content gives the same bytes.

openpyxl writes formulas without their values; viewers, previews and readers then see empty totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

Cached = Mapping[str, Decimal | int | str]

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say


def finish(package: IO[bytes], out: IO[bytes], cached: Mapping[str, Cached], now: datetime) -> None:
    """Copies the package to `out` with cached values by sheet name and cell.

    Raises KeyError when a formula of a named sheet has no value given: that would be our own mistake.
    """
    with ZipFile(package) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        parts = {part: cached[sheet] for sheet, part in _sheet_parts(source).items() if cached.get(sheet)}
        for name in source.namelist():
            content = source.read(name)
            if name in parts:
                content = _with_values(content, parts[name])
            elif name == "docProps/core.xml":
                content = _with_times(content, now)
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            target.writestr(info, content)


def _sheet_parts(package: ZipFile) -> dict[str, str]:
    """The part of each sheet by its name."""
    book = etree.fromstring(package.read("xl/workbook.xml"))
    relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {
        str(each.get("Id")): str(each.get("Target")) for each in relations.iter(f"{_PACKAGE}Relationship")
    }
    return {
        str(sheet.get("name")): _part(targets[str(sheet.get(_RELATION))])
        for sheet in book.iter(f"{_MAIN}sheet")
    }


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _with_values(content: bytes, cached: Cached) -> bytes:
    root = etree.fromstring(content)
    for formula in root.iter(f"{_MAIN}f"):
        cell = formula.getparent()
        assert cell is not None
        value = cached[str(cell.get("r"))]
        shown = cell.find(f"{_MAIN}v")
        if shown is None:
            shown = etree.SubElement(cell, f"{_MAIN}v")
        shown.text = str(value)
        if isinstance(value, str):
            cell.set("t", "str")
        else:
            cell.attrib.pop("t", "")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_times(content: bytes, now: datetime) -> bytes:
    root = etree.fromstring(content)
    for name in ("created", "modified"):
        for element in root.iter(f"{_TERMS}{name}"):
            element.text = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
