"""A paragraph laid out as strips, one for each line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.ui.print.decoration import image, moved, raised, shading, shrunk, spots, strokes
from app.ui.print.fonts import face
from app.ui.print.line_breaker import LineBreaker, Span, justified
from app.ui.print.marks import Fill, GlyphRun, Mark, Stroke
from app.ui.print.paper import Edge, Paragraph, Picture
from app.ui.print.shaping import Letter, Letters, shaped
from app.ui.print.strips import Column, Strip

_EXACT_BASELINE = 0.8  # of a line of exact height
_ENDLESS = 1e9
_KEPT_LINES = 2  # lines that stay together at the top and bottom of a page


@dataclass(frozen=True, slots=True)
class Joined:
    """Whether a paragraph's border goes on from the one before, and into the one after."""

    above: bool = False
    below: bool = False


_APART = Joined()


@dataclass(frozen=True, slots=True)
class _Height:
    """A line's measures: distance to the next, what it needs, and its baseline from the top."""

    height: float
    needed: float
    baseline: float


class ParagraphLayout:
    """Lays out one paragraph in a column."""

    def __init__(self, paragraph: Paragraph, column: Column) -> None:
        self._paragraph = paragraph
        self._style = paragraph.style
        self._width = column.width
        self._column = column

    def strips(self, joined: Joined = _APART) -> list[Strip]:
        """The lines; breaks between them keep two lines together where the style asks for it."""
        letters = self._shaped()
        spans = LineBreaker(letters, self._style, self._column).lines(self._width)
        if not spans:
            return [self._framed(self._empty(), True, True, joined)]
        strips: list[Strip] = []
        for at, span in enumerate(spans):
            strip = self._line(letters.letters, span, at == 0)
            strip.breakable = at == 0 or self._may_break(at, len(spans))
            strips.append(self._framed(strip, at == 0, at == len(spans) - 1, joined))
        return strips

    def natural_width(self) -> float:
        """How wide the longest line would be if nothing broke it."""
        spans = LineBreaker(self._shaped(), self._style, self._column).lines(_ENDLESS)
        indents = self._style.left + self._style.right + max(self._style.first, 0.0)
        return max((span.xs[-1] for span in spans), default=0.0) + indents

    def _shaped(self) -> Letters:
        room = self._width - self._style.left - self._style.right
        inlines = tuple(
            shrunk(one, room) if isinstance(one, Picture) else one for one in self._paragraph.inlines
        )
        return shaped(inlines, self._column.numbers, self._style.script_space)

    def _may_break(self, at: int, count: int) -> bool:
        if self._style.keep_lines or self._style.keep_next:
            return False
        return not self._style.widow_control or (at >= _KEPT_LINES and count - at >= _KEPT_LINES)

    def _empty(self) -> Strip:
        one = face(self._paragraph.mark, False)
        height = self._height(one.ascent, one.descent, one.ascent + one.descent, True)
        return Strip(height.height, height.needed)

    def _line(self, letters: Sequence[Letter], span: Span, first: bool) -> Strip:
        line = letters[span.start : span.end]
        shown = letters[span.start : span.visible]
        ascent = max((_ascent(one) for one in line), default=0.0)
        descent = max((one.face.descent for one in line if one.picture is None), default=0.0)
        text = max((one.face.ascent + one.face.descent for one in line if one.picture is None), default=0.0)
        if not line or (not text and ascent == 0.0):
            one = face(line[0].style if line else self._paragraph.mark, False)
            ascent, descent, text = one.ascent, one.descent, one.ascent + one.descent
        height = self._height(ascent, descent, text or self._mark_height(), first)
        x, xs = self._places(letters, span, first)
        marks = tuple(self._marks(shown, [x + place for place in xs], height))
        return Strip(height.height, height.needed, marks)

    def _mark_height(self) -> float:
        one = face(self._paragraph.mark, False)
        return one.ascent + one.descent

    def _height(self, ascent: float, descent: float, text: float, first: bool) -> _Height:
        style, natural = self._style, ascent + descent
        if style.line_rule == "exact":
            return _Height(style.line, style.line, style.line * _EXACT_BASELINE)
        if style.line_rule == "least":
            height = max(natural, style.line)
            return _Height(height, height, ascent + height - natural)
        if style.line >= 1:
            return _Height(natural + text * (style.line - 1), natural, ascent)
        lost = text * (1 - style.line)
        return _Height(natural - lost, natural - lost, ascent * style.line if first else ascent - lost)

    def _places(self, letters: Sequence[Letter], span: Span, first: bool) -> tuple[float, tuple[float, ...]]:
        """Where a line begins, and the places of its characters from there."""
        style = self._style
        left = style.left + (style.first if first else 0.0)
        room = self._width - style.right - left
        free = room - (span.xs[-1] - span.hangs)
        if style.align == "spread" or (style.align == "justify" and not span.closed):
            return left, justified(letters, span, room)
        if style.align == "center":
            return left + free / 2, span.xs
        return left + (free if style.align == "right" else 0.0), span.xs

    def _marks(self, shown: Sequence[Letter], xs: Sequence[float], height: _Height) -> Iterable[Mark]:
        yield from shading(shown, xs, height.baseline)
        for key, group in groupby(
            ((letter, x, glyph) for letter, x in zip(shown, xs, strict=False) for glyph in letter.glyphs),
            key=lambda item: (item[2].font, item[0].style.colour),
        ):
            items = list(group)
            yield GlyphRun(
                font=key[0],
                colour=key[1],
                text="".join(letter.char for letter, _, glyph in items if glyph is letter.glyphs[0]),
                indexes=tuple(glyph.index for _, _, glyph in items),
                xs=tuple(x + glyph.x for _, x, glyph in items),
                ys=tuple(height.baseline + glyph.y - raised(letter.style) for letter, _, glyph in items),
            )
        for letter, x in zip(shown, xs, strict=False):
            if letter.picture is not None:
                clipped = height.height if self._style.line_rule == "exact" else None
                yield image(letter.picture, x, height.baseline, clipped)
        yield from strokes(shown, xs, height.baseline)
        yield from spots(shown, xs, height.baseline)

    def _framed(self, strip: Strip, first: bool, last: bool, joined: Joined) -> Strip:
        """A strip with its share of the paragraph's shading and border."""
        style = self._style
        top = Edge() if not first or joined.above else style.borders.top
        bottom = Edge() if not last or joined.below else style.borders.bottom
        above = top.width + top.space if top.width else 0.0
        below = bottom.width + bottom.space if bottom.width else 0.0
        height = above + strip.height + below
        left, right = style.left, self._width - style.right
        marks: list[Mark] = []
        if style.fill:
            marks.append(Fill(left, 0.0, right - left, height, style.fill))
        if top.width:
            y = top.width / 2
            marks.append(Stroke(left, y, right, y, top.width, top.colour, top.kind))
        if bottom.width:
            y = height - bottom.width / 2
            marks.append(Stroke(left, y, right, y, bottom.width, bottom.colour, bottom.kind))
        for edge, x in ((style.borders.left, left), (style.borders.right, right)):
            if edge.width:
                side = x - edge.space if x == left else x + edge.space
                marks.append(Stroke(side, 0.0, side, height, edge.width, edge.colour, edge.kind))
        strip.marks = (*marks, *(moved(mark, 0.0, above) for mark in strip.marks))
        strip.height = height
        strip.needed += above + below
        return strip


def _ascent(letter: Letter) -> float:
    return letter.face.ascent if letter.picture is None else letter.picture.height
