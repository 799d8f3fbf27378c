"""Titles in the ladder shape official documents ask for: whole words, no two lines of one length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

ROOM: Final = 20.0  # characters of 22 pt in 156 mm
_STEP: Final = 4.0  # the difference between neighbouring lines that looks best


def ladder(parts: Sequence[str], room: float = ROOM) -> list[str]:
    """The lines of a title made of `parts`, which are not broken unless one alone is too long."""
    pieces = [piece for part in parts if part for piece in _cut(part, room)]
    if width("".join(pieces)) <= room or len(pieces) < 2:
        return ["".join(pieces)]
    count = 2
    while True:
        choices = [lines for lines in _divided(pieces, count) if max(map(width, lines)) <= room]
        if choices:
            return min(choices, key=_ugliness)
        count += 1


def width(text: str) -> float:
    """Characters across, half for what is not Chinese."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def _divided(pieces: Sequence[str], count: int) -> Iterator[list[str]]:
    """Every way to set the pieces in `count` lines."""
    if count == 1:
        yield ["".join(pieces)]
        return
    for end in range(1, len(pieces) - count + 2):
        for rest in _divided(pieces[end:], count - 1):
            yield ["".join(pieces[:end]), *rest]


def _ugliness(lines: Sequence[str]) -> float:
    """How far from a ladder or a diamond: lines alike, in and out again, or one very short."""
    steps = [width(below) - width(above) for above, below in pairwise(lines)]
    waist = any(first < 0 < second for first, second in pairwise(steps))
    uneven = sum(abs(abs(step) - _STEP) for step in steps)
    return uneven + (20.0 if waist else 0.0) + (8.0 if min(map(width, lines)) < 5 else 0.0)


def _cut(part: str, room: float) -> list[str]:
    """A part as it is, or in nearly equal pieces where it alone is wider than a line."""
    if width(part) <= room:
        return [part]
    count = int(width(part) // (room - 2)) + 1
    size = -(-len(part) // count)
    return [part[at : at + size] for at in range(0, len(part), size)]
