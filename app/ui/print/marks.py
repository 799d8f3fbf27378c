"""What is drawn on a page, each thing measured from where it is put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.ui.print.paper import Chart, PageSetup


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one font and colour on a line; `xs` and `ys` are the places of each, `text` what they say."""

    font: int
    colour: str
    text: str
    indexes: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; its width is centred on it."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str = "000000"
    kind: str = "single"


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture scaled into a rectangle; below `visible` it is cut off."""

    x: float
    y: float
    width: float
    height: float
    data: bytes = field(repr=False)
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    visible: float | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """A chart drawn into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    chart: Chart


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure of the document stands; shown on screen, never on paper."""

    x: float
    y: float
    width: float
    height: float
    figure: int


@dataclass(frozen=True, slots=True)
class Clip:
    """Marks of which only what lies inside a rectangle shows."""

    x: float
    y: float
    width: float
    height: float
    marks: tuple[Mark, ...]


Mark = GlyphRun | Stroke | Fill | Image | Diagram | Clip | Spot
Placed = tuple[float, float, tuple[Mark, ...]]


def flat(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks, with those inside clips in their place."""
    for mark in marks:
        if isinstance(mark, Clip):
            yield from flat(mark.marks)
        else:
            yield mark


@dataclass(slots=True)
class Sheet:
    """One page as laid out: its paper, what stands on it, and which number it bears."""

    page: PageSetup
    section: int
    number: int
    first: bool
    placed: list[Placed] = field(default_factory=list)
