"""Characters turned into glyphs with their widths, a paragraph at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QFont, QRawFont, QTextLayout, QTextOption

from app.ui.print.fonts import Face, face
from app.ui.print.paper import Field, Inline, Picture, Text, TextStyle
from app.ui.print.scripts import is_chinese, joins_words
from app.ui.print.strips import Numbers

OBJECT = "\ufffc"
_SPECIAL = frozenset("\n\t" + OBJECT)
_DASH = "—"
_TOO_WIDE = 1.15
_SCRIPT_GAP = 5  # the white between the two scripts is a fifth of the size

_fonts: list[QRawFont] = []


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: an index into the known raw fonts, and where it stands from its character's origin."""

    font: int
    index: int
    x: float
    y: float


@dataclass(slots=True)
class Letter:
    """One character with what it takes: `gap` is white before it unless it begins a line.

    `advance` is the width without the spacing after it, which the last of a line does not need;
    `piece` is the index of the first character that is shaped together with this one.
    """

    char: str
    style: TextStyle
    chinese: bool
    face: Face
    width: float = 0.0
    advance: float = 0.0
    gap: float = 0.0
    piece: int = 0
    glyphs: tuple[Glyph, ...] = ()
    picture: Picture | None = None
    figure: int = -1


@dataclass
class Letters:
    """A paragraph's characters in order, and its text as one string of the same length."""

    letters: list[Letter] = field(default_factory=list)
    text: str = ""


def shaped(inlines: tuple[Inline, ...], numbers: Numbers, script_space: bool) -> Letters:
    """All characters of a paragraph, measured."""
    text, styles, pictures, figures = _flattened(inlines, numbers)
    chinese = is_chinese(text)
    letters = [
        Letter(char, style, han, face(style, han), picture=pictures.get(at), figure=figure)
        for at, (char, style, han, figure) in enumerate(zip(text, styles, chinese, figures, strict=True))
    ]
    start = 0
    for at in range(1, len(letters) + 1):
        if at == len(letters) or _parts(letters[at - 1], letters[at]):
            _measure(letters, text, start, at)
            start = at
    if script_space:
        _set_gaps(letters)
    return Letters(letters, text)


def raw_font(index: int) -> QRawFont:
    """A raw font by the index glyphs carry."""
    return _fonts[index]


def _flattened(
    inlines: tuple[Inline, ...], numbers: Numbers
) -> tuple[str, list[TextStyle], dict[int, Picture], list[int]]:
    parts: list[str] = []
    figures: list[int] = []
    styles: list[TextStyle] = []
    pictures: dict[int, Picture] = {}
    for one in inlines:
        if isinstance(one, Picture):
            pictures[len(styles)] = one
            parts.append(OBJECT)
            styles.append(styles[-1] if styles else TextStyle())
            figures.append(-1)
            continue
        if isinstance(one, Field):
            said = str(numbers.page if one.kind == "page" else numbers.pages)
        else:
            said = one.text
        parts.append(said)
        styles += [one.style] * len(said)
        figures += [one.figure if isinstance(one, Text) else -1] * len(said)
    return "".join(parts), styles, pictures, figures


def _parts(before: Letter, after: Letter) -> bool:
    """Whether two neighbours are shaped apart."""
    if before.style != after.style or before.chinese != after.chinese:
        return True
    return before.char in _SPECIAL or after.char in _SPECIAL


def _measure(letters: list[Letter], text: str, start: int, end: int) -> None:
    first = letters[start]
    for letter in letters[start:end]:
        letter.piece = start
    if first.picture is not None:
        first.width = first.advance = first.picture.width
    if first.char in _SPECIAL:
        return
    advances, glyphs = _piece(text[start:end], first.style, first.chinese)
    spacing = first.style.spacing
    for letter, advance, drawn in zip(letters[start:end], advances, glyphs, strict=True):
        letter.advance = advance
        letter.width = letter.advance + spacing
        letter.glyphs = drawn
    letters[end - 1].width = letters[end - 1].advance


Shape = tuple[tuple[float, ...], tuple[tuple[Glyph, ...], ...]]


@lru_cache(maxsize=8192)
def _piece(text: str, style: TextStyle, chinese: bool) -> Shape:
    """Advance and glyphs of every character of a piece in one face."""
    one = face(style, chinese)
    font = one.font
    if one.measured is not None:
        return _fitted(_shape(text, one.measured), _shape(text, font))
    if not chinese or _DASH not in text:
        return _shape(text, font)
    # Some Chinese fonts have narrow dashes for other languages and wide ones when asked.
    wide = QFont(font)
    wide.setFeature(QFont.Tag("fwid"), 1)
    parts = [
        _shape(found[0], wide if found[0][0] == _DASH else font)
        for found in re.finditer(f"{_DASH}+|[^{_DASH}]+", text)
    ]
    return sum((part[0] for part in parts), ()), sum((part[1] for part in parts), ())


def _fitted(measured: Shape, drawn: Shape) -> Shape:
    """Glyphs of one font in the middle of the widths of another; too wide ones are the other's own."""
    glyphs = []
    for room, width, own, other in zip(measured[0], drawn[0], measured[1], drawn[1], strict=True):
        if width > room * _TOO_WIDE:
            glyphs.append(own)
            continue
        shift = (room - width) / 2
        glyphs.append(tuple(replace(glyph, x=glyph.x + shift) for glyph in other))
    return measured[0], tuple(glyphs)


def _shape(text: str, font: QFont) -> Shape:
    units = [0]
    for char in text:
        units.append(units[-1] + (2 if ord(char) > 0xFFFF else 1))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    edges = [_x(line.cursorToX(unit)) for unit in units]
    drawn: list[list[Glyph]] = [[] for _ in text]
    owner = {unit: at for at, unit in enumerate(units)}
    flags = QTextLayout.GlyphRunRetrievalFlag
    wanted = flags.RetrieveGlyphIndexes | flags.RetrieveGlyphPositions | flags.RetrieveStringIndexes
    for run in layout.glyphRuns(-1, -1, wanted):
        known = _known(run.rawFont())
        for index, spot, unit in zip(run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True):
            at = owner[unit] if unit in owner else owner[unit - 1]
            drawn[at].append(Glyph(known, index, spot.x() - edges[at], spot.y() - line.ascent()))
    return tuple(b - a for a, b in pairwise(edges)), tuple(tuple(one) for one in drawn)


def _x(answer: object) -> float:
    """cursorToX answers a number, or a pair of it and the cursor, by version."""
    if isinstance(answer, tuple):
        answer = answer[0]
    assert isinstance(answer, int | float)
    return float(answer)


def _known(font: QRawFont) -> int:
    for at, one in enumerate(_fonts):
        if one == font:
            return at
    _fonts.append(font)
    return len(_fonts) - 1


def _set_gaps(letters: list[Letter]) -> None:
    for before, after in pairwise(letters):
        if before.chinese == after.chinese:
            continue
        if joins_words(before.char) and joins_words(after.char):
            after.gap = after.style.size // _SCRIPT_GAP
