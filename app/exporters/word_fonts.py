"""Rare characters in a font that has them: 仿宋_GB2312 knows 6,763 Han characters, names need more."""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_HAN: Final = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_SMALL: Final = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "宋体"}
_WIDE, _WIDEST = "宋体", "SimSun-ExtB"  # Ext A and what lies beyond the first plane


def rare(text: str) -> bool:
    """Whether a character lies outside GB 2312."""
    return any(_is_rare(sign) for sign in text)


class RareFonts:
    """Splits the runs of a document so that each rare character has a font with it."""

    def __init__(self, styles: _Element) -> None:
        self._styles = {str(one.get(f"{_W}styleId")): one for one in styles.iter(f"{_W}style")}
        self._base = _font(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))

    def apply(self, part: _Element) -> None:
        """Changes the runs of a body, header or footer in place."""
        for run in list(part.iter(f"{_W}r")):
            if any(rare(one.text or "") for one in run.iterchildren(f"{_W}t")):
                self._split(run)

    def _split(self, run: _Element) -> None:
        parent = run.getparent()
        assert parent is not None
        font = self._font_of(run)
        at = parent.index(run)
        for one in list(run):
            if one.tag == f"{_W}rPr":
                continue
            for piece, han in _pieces(one, font):
                new = run.makeelement(run.tag, {})
                properties = run.find(f"{_W}rPr")
                if properties is not None:
                    new.append(deepcopy(properties))
                if han:
                    _name_font(new, han)
                new.append(piece)
                parent.insert(at, new)
                at += 1
        parent.remove(run)

    def _font_of(self, run: _Element) -> str:
        """The Chinese font a run is set in: its own, its style's, its paragraph's, the document's."""
        own = run.find(f"{_W}rPr")
        paragraph = next(run.iterancestors(f"{_W}p"), None)
        style = None if own is None else own.find(f"{_W}rStyle")
        above = None if paragraph is None else paragraph.find(f"{_W}pPr/{_W}pStyle")
        return _font(own) or self._of_style(style) or self._of_style(above) or self._base

    def _of_style(self, named: _Element | None) -> str:
        seen: set[str] = set()
        while named is not None:
            key = str(named.get(f"{_W}val"))
            style = self._styles.get(key)
            if style is None or key in seen:
                return ""
            seen.add(key)
            font = _font(style.find(f"{_W}rPr"))
            if font:
                return font
            named = style.find(f"{_W}basedOn")
        return ""


def _pieces(element: _Element, font: str) -> list[tuple[_Element, str]]:
    """A child of a run cut where the font changes, each piece with its font ("" for the run's own)."""
    if element.tag != f"{_W}t":
        return [(element, "")]
    found = []
    for han, signs in groupby(element.text or "", key=lambda sign: _needed(sign, font)):
        piece = element.makeelement(element.tag, {_SPACE: "preserve"})
        piece.text = "".join(signs)
        found.append((piece, han))
    return found


def _needed(sign: str, font: str) -> str:
    if not _is_rare(sign):
        return ""
    if _fits(sign, "gbk"):
        return _SMALL.get(font, "")
    return _WIDE if ord(sign) <= 0xFFFF else _WIDEST


def _is_rare(sign: str) -> bool:
    code = ord(sign)
    return code > 0x33FF and any(low <= code <= high for low, high in _HAN) and not _fits(sign, "gb2312")


def _fits(sign: str, charset: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _font(properties: _Element | None) -> str:
    fonts = None if properties is None else properties.find(f"{_W}rFonts")
    return "" if fonts is None else str(fonts.get(f"{_W}eastAsia") or "")


def _name_font(run: _Element, font: str) -> None:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        properties = run.makeelement(f"{_W}rPr", {})
        run.insert(0, properties)
    fonts = properties.find(f"{_W}rFonts")
    if fonts is None:
        fonts = properties.makeelement(f"{_W}rFonts", {})
        style = properties.find(f"{_W}rStyle")
        properties.insert(0 if style is None else 1, fonts)
    for key in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(f"{_W}{key}", font)
    fonts.set(f"{_W}hint", "eastAsia")
