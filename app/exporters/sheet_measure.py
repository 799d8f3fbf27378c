"""Widths and heights by counting characters: merged and wrapped cells fit themselves in no office suite."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import ceil
from typing import Final

POINTS_PER_UNIT: Final = 6.0  # one unit of column width with 宋体 11 as the book's font: 8 px
PADDING: Final = 4.5  # points lost at both edges of a cell
LINE: Final = 1.4  # line height by type size; 仿宋 needs less, its stand-ins on Linux all of it
PAGE_WIDTH: Final = 122.0  # units between the side margins of A4 landscape
PAGE_HEIGHT: Final = 485.0  # points between the upper and lower margins
PORTRAIT_WIDTH: Final = 81.0  # the same of an upright page
PORTRAIT_HEIGHT: Final = 732.0
TALLEST: Final = 409.0  # Excel's limit for a row, in points

Piece = tuple[int, int, str]
_TOKEN = re.compile(r"[!-~]+|.", re.DOTALL)
_CLOSING = frozenset("，。、；：？！”’）》】…—％")


def halves(text: str) -> int:
    """The text's width in half-width characters: a Han character or Chinese mark counts two."""
    return len(text.encode("gb18030", "replace"))


def units(text: str, size: float) -> float:
    """The column width that holds the text in one line."""
    return (halves(text) * size / 2 + PADDING) / POINTS_PER_UNIT


def line_count(text: str, width: float, size: float) -> int:
    """Lines the text needs in a column of this width."""
    room = capacity(width, size)
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def capacity(width: float, size: float) -> float:
    """How many half-width characters stand in one line of a column."""
    return max(2.0, (width * POINTS_PER_UNIT - PADDING) * 2 / size)


def balanced(heading: str, width: float, size: float) -> str:
    """The heading broken in the middle where it might leave a single character on its last line.

    Might: a column is up to a sixth wider where the book's font has a stand-in with wider digits.
    """
    least, most = (int(capacity(width * factor, size) // 2) for factor in (1, 7 / 6))
    if len(heading) < 4 or "\n" in heading or halves(heading) != 2 * len(heading) or least >= len(heading):
        return heading
    if all(line < 2 or len(heading) % line != 1 for line in range(least, most + 1)):
        return heading
    middle = (len(heading) + 1) // 2
    return f"{heading[:middle]}\n{heading[middle:]}"


def height(lines: int, size: float, least: float = 0) -> float:
    """Points for this many lines, never over Excel's limit."""
    return min(TALLEST, max(least, round(lines * size * LINE + 5, 1)))


def widened(widths: Sequence[float], target: float = PAGE_WIDTH, most: float = 1.9) -> tuple[float, ...]:
    """The widths in proportion so that the table fills the page; a wider table stays, paper shrinks it."""
    factor = max(1.0, min(most, target / sum(widths)))
    return tuple(round(width * factor, 2) for width in widths)


def ends_and_middle(widths: Sequence[float], pieces: tuple[str, str, str], size: float) -> list[Piece]:
    """Left, middle and right text over the columns, the middle one centred where the columns let it.

    Each as (first column, last column, text), counted from 0; one joined piece when they don't fit.
    """
    if not any(pieces):
        return []
    left, middle, right = (units(text, size) if text else 0.0 for text in pieces)
    count = len(widths)
    for side_left, side_right in ((max(left, right), max(left, right)), (left, right)):
        first = _columns_for(widths, side_left)
        last = count - _columns_for(widths[::-1], side_right)
        if first < last and sum(widths[first:last]) >= middle:
            placed = [(0, first - 1, pieces[0]), (first, last - 1, pieces[1]), (last, count - 1, pieces[2])]
            return [piece for piece in placed if piece[0] <= piece[1]]
    return _joined(pieces, count)


def side_by_side(widths: Sequence[float], pieces: Sequence[str], size: float) -> list[Piece]:
    """The pieces spread evenly over the columns, each wide enough; one joined piece when they don't fit."""
    edges = [0.0, *accumulate(widths)]
    bounds = [0]
    for number, text in enumerate(pieces[:-1], 1):
        aim = edges[-1] * number / len(pieces)
        least = edges[bounds[-1]] + units(text, size)
        fitting = [at for at in range(bounds[-1] + 1, len(widths)) if edges[at] >= least]
        if not fitting:
            return _joined(pieces, len(widths))
        bounds.append(min(fitting, key=lambda at: abs(edges[at] - aim)))
    bounds.append(len(widths))
    if edges[-1] - edges[bounds[-2]] < units(pieces[-1], size):
        return _joined(pieces, len(widths))
    return [(bounds[at], bounds[at + 1] - 1, text) for at, text in enumerate(pieces)]


@lru_cache(maxsize=20_000)
def _width(token: str) -> int:
    return halves(token)


def _wrapped(paragraph: str, room: float) -> int:
    """Lines of one paragraph: Latin words stay whole, a closing mark takes the character before it along."""
    need = halves(paragraph)
    if need <= room:
        return 1
    if need > 8 * room:
        return ceil(need / (room - 0.7))  # near enough, and counting is slow
    count, used, last = 1, 0.0, 0
    for token in _TOKEN.findall(paragraph):
        width = _width(token)
        if used and used + width > room:
            count += 1
            used = last if token in _CLOSING else 0
        used, last = used + width, width
        while used > room:  # a word longer than the line
            count, used = count + 1, used - room
    return count


def _columns_for(widths: Sequence[float], need: float) -> int:
    """How many columns from the start are at least this wide."""
    if need <= 0:
        return 0
    for count, width in enumerate(accumulate(widths), 1):
        if width >= need:
            return count
    return len(widths)


def _joined(pieces: Sequence[str], count: int) -> list[Piece]:
    text = "　　".join(piece for piece in pieces if piece)
    return [(0, count - 1, text)] if text else []
