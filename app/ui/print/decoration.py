"""What stands on a line besides glyphs: shading, underlines, strokes through, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.ui.print.marks import Clip, Fill, GlyphRun, Image, Mark, Spot, Stroke
from app.ui.print.paper import Picture, TextStyle
from app.ui.print.shaping import Letter

_UNDER, _THROUGH, _THICKNESS = 0.13, 0.28, 1 / 20  # shares of the size
_SUPER, _SUB = 0.33, -0.1


def shading(shown: Sequence[Letter], xs: Sequence[float], baseline: float) -> Iterator[Fill]:
    """The ground behind characters that have one."""
    for colour, start, end in _stretches(shown, lambda letter: letter.style.fill):
        top = max(letter.face.ascent for letter in shown[start:end])
        bottom = max(letter.face.descent for letter in shown[start:end])
        yield Fill(xs[start], baseline - top, xs[end] - xs[start], top + bottom, colour)


def strokes(shown: Sequence[Letter], xs: Sequence[float], baseline: float) -> Iterator[Stroke]:
    """Lines below and through characters."""
    for key, start, end in _stretches(shown, lambda letter: _line_key(letter.style)):
        under, through, colour = key.split("|")
        size = max(letter.style.size for letter in shown[start:end])
        thick = size * _THICKNESS * (2 if under == "thick" else 1)
        if through:
            y = baseline - size * _THROUGH
            yield Stroke(xs[start], y, xs[end], y, size * _THICKNESS, colour)
        if under:
            y = baseline + size * _UNDER
            yield Stroke(xs[start], y, xs[end], y, thick, colour, _kind(under))
            if under == "double":
                y += thick * 2
                yield Stroke(xs[start], y, xs[end], y, thick, colour)


def spots(shown: Sequence[Letter], xs: Sequence[float], baseline: float) -> Iterator[Spot]:
    """Where figures stand on the line; from the top of their letters to where they are underlined."""
    at = 0
    for figure, group in groupby(shown, lambda letter: letter.figure):
        start, at = at, at + sum(1 for _ in group)
        if figure >= 0:
            size = max(letter.style.size for letter in shown[start:at])
            width = xs[at - 1] + shown[at - 1].advance - xs[start]
            yield Spot(xs[start], baseline - size, width, size * (1 + _UNDER), figure)


def image(picture: Picture, x: float, baseline: float, clipped: float | None) -> Image:
    """An inline picture standing on the baseline, or cut off where lines have a fixed height."""
    y = baseline - picture.height if clipped is None else 0.0
    return Image(x, y, picture.width, picture.height, picture.data, picture.crop, clipped)


def raised(style: TextStyle) -> float:
    """How far characters stand above the baseline."""
    return style.size * {"super": _SUPER, "sub": _SUB}.get(style.raised, 0.0)


def shrunk(picture: Picture, room: float) -> Picture:
    """A picture no wider than its column."""
    if picture.width <= room or room <= 0:
        return picture
    return replace(picture, width=room, height=picture.height * room / picture.width)


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark elsewhere."""
    if not x and not y:
        return mark
    if isinstance(mark, Stroke):
        return replace(mark, x1=mark.x1 + x, x2=mark.x2 + x, y1=mark.y1 + y, y2=mark.y2 + y)
    if isinstance(mark, GlyphRun):
        return replace(mark, xs=tuple(one + x for one in mark.xs), ys=tuple(one + y for one in mark.ys))
    if isinstance(mark, Clip):
        inside = tuple(moved(one, x, y) for one in mark.marks)
        return replace(mark, x=mark.x + x, y=mark.y + y, marks=inside)
    return replace(mark, x=mark.x + x, y=mark.y + y)


def _stretches(shown: Sequence[Letter], key: Callable[[Letter], str]) -> Iterator[tuple[str, int, int]]:
    """Neighbouring characters with the same non-empty key."""
    at = 0
    for value, group in groupby(shown, key):
        count = sum(1 for _ in group)
        if value:
            yield value, at, at + count
        at += count


def _line_key(style: TextStyle) -> str:
    if not style.underline and not style.strike:
        return ""
    return f"{style.underline}|{'x' if style.strike else ''}|{style.colour}"


def _kind(underline: str) -> str:
    if underline.startswith("dot"):
        return "dotted"
    return "dashed" if underline.startswith("dash") else "single"
