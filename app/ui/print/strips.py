"""The smallest pieces a page is filled with: a line of text, or a table that breaks by its own rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from app.ui.print.marks import Mark

SLACK = 0.5  # twips that rounding may take


@dataclass(frozen=True, slots=True)
class Numbers:
    """What page fields say."""

    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks are laid out: how wide, with which tab stops, and what page fields say.

    Punctuation may stand outside a page's margin, not outside a cell: that is `hanging`.
    """

    width: float
    tab_width: float = 720.0
    hanging: bool = True
    numbers: Numbers = Numbers()


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of something breakable that stands on one page."""

    height: float
    marks: tuple[Mark, ...]
    done: bool


class Breakable(Protocol):
    """Something that is placed page by page and remembers how far it came."""

    def place(self, room: float, top: bool) -> Piece | None:
        """The part that finds room; None when not even its beginning does.

        At the `top` of a page something is always placed.
        """


@dataclass(slots=True)
class Strip:
    """A piece as wide as its column.

    `height` is the distance to the next piece, `needed` what must find room on the page. `gap` is the
    white above; of it `kept` stays at the top of a page that was asked for, nothing at the top of one
    that came of itself. A page may begin here if `breakable`, and does if `page_before`; `begins`
    marks the first piece of a paragraph or table.
    """

    height: float = 0.0
    needed: float = 0.0
    marks: tuple[Mark, ...] = ()
    gap: float = 0.0
    kept: float = 0.0
    breakable: bool = True
    page_before: bool = False
    begins: bool = False
    table: Breakable | None = None


@dataclass(slots=True)
class Stack:
    """Pieces below one another, and the white after the last."""

    strips: list[Strip] = field(default_factory=list)
    after: float = 0.0

    @property
    def height(self) -> float:
        """The height of all, the white above the first and after the last included."""
        return sum(strip.gap + strip.height for strip in self.strips) + self.after
