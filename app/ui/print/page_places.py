"""Where pages lie on the desk, and how large, for each way of fitting them into the view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QRect, QSize

GAP = 14  # pixels of desk around and between pages
FULL_SIZE = 96 / 72  # pixels in a point at 100 %
_WIDEST = 2.0  # 页宽 on a wide screen stops here, or a page would be mostly off the screen
_SMALLEST = 0.1
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)

Points = tuple[float, float]


class Fit(Enum):
    """How large pages are shown."""

    WIDTH = "width"
    PAGE = "page"
    TWO = "two"
    FREE = "free"

    @property
    def across(self) -> int:
        """How many pages stand side by side."""
        return 2 if self is Fit.TWO else 1


@dataclass(frozen=True)
class Places:
    """The pages' rectangles in pixels, and how much room they take with the desk around them."""

    pages: tuple[QRect, ...] = ()
    extent: QSize = field(default_factory=QSize)

    def at(self, y: int) -> int:
        """The page that stands at that height."""
        return max((index for index, place in enumerate(self.pages) if place.top() <= y), default=0)


def fitting(sizes: Sequence[Points], fit: Fit, room: QSize, scale: float) -> float:
    """Pixels in a point so that pages of these sizes fit; `scale` where nobody asked to fit them."""
    if fit is Fit.FREE or not sizes:
        return scale
    width = max(width for width, _ in sizes)
    height = max(height for _, height in sizes)
    if fit is Fit.WIDTH:
        return max(min((room.width() - 2 * GAP) / width, _WIDEST), _SMALLEST)
    wide = (room.width() - (fit.across + 1) * GAP) / (width * fit.across)
    return max(min(wide, (room.height() - 2 * GAP) / height), _SMALLEST)


def arranged(sizes: Sequence[Points], fit: Fit, room: QSize, scale: float) -> Places:
    """Pages below one another, or two by two, in the middle of the view."""
    rows = [sizes[at : at + fit.across] for at in range(0, len(sizes), fit.across)]
    widest = max((_row_width(row, scale) for row in rows), default=0)
    width = max(widest, room.width())
    places: list[QRect] = []
    y = GAP
    for row in rows:
        x = (width - _row_width(row, scale)) // 2 + GAP
        for points in row:
            places.append(QRect(x, y, round(points[0] * scale), round(points[1] * scale)))
            x += places[-1].width() + GAP
        y += max(place.height() for place in places[-len(row) :]) + GAP
    return Places(tuple(places), QSize(widest, y))


def next_scale(scale: float, step: int) -> float:
    """The next larger (1) or smaller (-1) of the usual sizes."""
    share = scale / FULL_SIZE
    wanted = [one for one in _STEPS if (one > share * 1.01 if step > 0 else one < share * 0.99)]
    if not wanted:
        return scale
    return (wanted[0] if step > 0 else wanted[-1]) * FULL_SIZE


def _row_width(row: Sequence[Points], scale: float) -> int:
    return sum(round(width * scale) + GAP for width, _ in row) + GAP
