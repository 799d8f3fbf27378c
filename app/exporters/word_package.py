"""Finishes a filled .docx: rare characters get their font, the same content gives the same bytes."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.exporters.word_fonts import RareFonts, rare

if TYPE_CHECKING:
    from lxml.etree import _Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say


def finish(package: IO[bytes], out: IO[bytes]) -> None:
    """Copies the package to `out`, its parts in the same order and without the time of day."""
    from lxml import etree

    with ZipFile(package) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        fonts = (
            RareFonts(etree.fromstring(source.read("word/styles.xml")))
            if "word/styles.xml" in source.namelist()
            else None
        )
        for name in source.namelist():
            content = source.read(name)
            if _TEXT_PARTS.fullmatch(name):
                content = _tidied(content, fonts)
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            target.writestr(info, content)


def _tidied(content: bytes, fonts: RareFonts | None) -> bytes:
    from lxml import etree

    part = etree.fromstring(content)
    for run in list(part.iter(f"{_W}r")):
        if _is_empty(run):
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
    if fonts is not None and rare(content.decode()):
        fonts.apply(part)
    return etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)


def _is_empty(run: _Element) -> bool:
    """A run that a tag left behind."""
    return all(one.tag == f"{_W}rPr" or (one.tag == f"{_W}t" and not one.text) for one in run)
