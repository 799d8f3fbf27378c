"""Where the lines of a paragraph end, by the rules of Chinese typesetting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.ui.print.paper import ParagraphStyle
from app.ui.print.scripts import HANGING, NOT_FIRST, NOT_LAST
from app.ui.print.shaping import Letter, Letters
from app.ui.print.strips import SLACK, Column
from app.ui.print.word_breaks import word_breaks


@dataclass(frozen=True, slots=True)
class Span:
    """One line: characters `start` to `end`, of which those from `visible` on are blanks at its end.

    `xs` are the places of the visible characters and the line's own end; `closed` says that the
    paragraph or a line break ends it. `hangs` is what stands outside the margin.
    """

    start: int
    visible: int
    end: int
    xs: tuple[float, ...]
    closed: bool
    hangs: float = 0.0


class LineBreaker:
    """Breaks one paragraph."""

    def __init__(self, shaped: Letters, style: ParagraphStyle, column: Column) -> None:
        self._letters = shaped.letters
        self._text = shaped.text
        self._style = style
        self._hanging = style.hanging and column.hanging
        self._tab_width = column.tab_width

    def lines(self, width: float) -> list[Span]:
        """The lines in a column of that width, indents included."""
        spans: list[Span] = []
        start = 0
        while start < len(self._text):
            left = self._style.left + (0.0 if spans else self._style.first)
            room = width - self._style.right - left
            spans.append(self._line(start, left, max(room, 1.0)))
            start = spans[-1].end
        if spans and self._text[-1] == "\n":
            spans.append(Span(start, start, start, (0.0,), True))
        return spans

    def _line(self, start: int, left: float, room: float) -> Span:
        xs, cut = self._filled(start, left, room)
        if cut == len(self._text) or self._text[cut] == "\n":
            end = min(cut + 1, len(self._text))
            return self._span(start, cut, end, xs, True)
        if self._text[cut] == " ":
            end = cut
            while end < len(self._text) and self._text[end] == " ":
                end += 1
            closed = end == len(self._text)
            if not closed and self._text[end] == "\n":
                end, closed = end + 1, True
            return self._span(start, cut, end, xs, closed)
        end, hanging = self._break(start, cut)
        hangs = self._letters[end - 1].width if hanging else 0.0
        if end > cut:
            xs = [*xs, xs[-1] + hangs]
        closed = end == len(self._text)
        if not closed and self._text[end] == "\n":
            return self._span(start, end, end + 1, xs, True, hangs)
        return self._span(start, end, end, xs, closed, hangs)

    def _filled(self, start: int, left: float, room: float) -> tuple[list[float], int]:
        """Places of the characters that fit, the end of the last included, and the first that does not."""
        xs = [0.0]
        at = start
        while at < len(self._text) and self._text[at] != "\n":
            letter = self._letters[at]
            x = xs[-1] + (letter.gap if at > start else 0.0)
            width, needed = letter.width, letter.advance
            if letter.char == "\t":
                width = needed = self._tab(at, left + x, left + room)
            if x + needed > room + SLACK and (at > start or letter.char == " "):
                break
            xs[-1] = x
            xs.append(x + width)
            at += 1
        return xs, at

    def _break(self, start: int, cut: int) -> tuple[int, bool]:
        """The end of a line whose first character too many is at `cut`, and whether its last one hangs.

        A break that would fall before the piece shaped together with `cut` is looked for anew from the
        end of the piece before it, by that piece's own script.
        """
        while True:
            chinese = self._chinese_rules(cut)
            end = self._allowed(cut) if chinese else self._between_words(cut)
            piece = self._letters[cut].piece
            if end > start and end >= piece:
                return end, end > cut
            if end < start or piece <= start:  # no break in this line at all
                return max(cut, start + 1), False
            cut = piece - 1
            if self._text[cut] == " ":
                return piece, False

    def _chinese_rules(self, cut: int) -> bool:
        """Whether `cut` is in Chinese text: signs alone go by the letter or digit before them."""
        at = cut
        while at > 0 and not self._letters[at].char.isalnum():
            at -= 1
        return self._letters[at if at < self._letters[cut].piece else cut].chinese

    def _allowed(self, cut: int) -> int:
        text, end = self._text, cut
        if self._hanging and text[cut] in HANGING:
            end = cut + 1
        if self._style.forbidden_rules:
            while 0 < end < len(text) and (text[end] in NOT_FIRST or text[end - 1] in NOT_LAST):
                end -= 1
        return end

    def _between_words(self, cut: int) -> int:
        breaks = word_breaks(self._text)
        at = bisect_right(breaks, cut)
        return breaks[at - 1] if at else 0

    def _span(
        self, start: int, visible: int, end: int, xs: list[float], closed: bool, hangs: float = 0.0
    ) -> Span:
        while visible > start and self._text[visible - 1] == " " and not closed:
            visible -= 1
        return Span(start, visible, end, tuple(xs[: visible - start + 1]), closed, hangs)

    def _tab(self, at: int, x: float, right: float) -> float:
        """The width of a tab that begins at `x` from the column's left edge."""
        stop = next((one for one in self._style.tabs if one.position > x + 0.5), None)
        if stop is None:
            hanging = self._style.left if self._style.first < 0 else 0.0
            if x < hanging - 0.5:
                return hanging - x
            return (x // self._tab_width + 1) * self._tab_width - x
        if stop.align == "left":
            return stop.position - x
        follows = self._following(at + 1)
        goal = stop.position if stop.position <= right else right
        wanted = goal - x - (follows if stop.align == "right" else follows / 2)
        return max(wanted, 0.0)

    def _following(self, at: int) -> float:
        total = 0.0
        while at < len(self._text) and self._text[at] not in "\t\n":
            total += self._letters[at].width + self._letters[at].gap
            at += 1
        return total


def justified(letters: Sequence[Letter], span: Span, room: float) -> tuple[float, ...]:
    """The places of a line's characters when it is stretched to the full width."""
    shown = letters[span.start : span.visible]
    taken = span.xs[-1] - span.hangs
    last = len(shown) - (2 if span.hangs else 1)
    takes = [at < last and (one.chinese or one.char == " ") for at, one in enumerate(shown)]
    if not any(takes) or room <= taken or any(one.char == "\t" for one in shown):
        return span.xs
    each = (room - taken) / sum(takes)
    moved = [span.xs[0]]
    for stretched, (before, after) in zip(takes, pairwise(span.xs), strict=True):
        moved.append(moved[-1] + after - before + (each if stretched else 0.0))
    return tuple(moved)
