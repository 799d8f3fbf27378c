"""The contents of a table's cells, drawn piece by piece as pages take them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.ui.print.decoration import moved
from app.ui.print.marks import Clip, Fill, Mark
from app.ui.print.strips import SLACK, Strip
from app.ui.print.table_layout import CellBox


class CellContents:
    """How far each cell has been drawn."""

    def __init__(self) -> None:
        self._done: dict[tuple[int, int], int] = {}

    def restart(self, boxes: Sequence[CellBox]) -> None:
        """Draw these cells from their beginning again."""
        for box in boxes:
            self._done.pop(box.key, None)

    def wanted(self, box: CellBox) -> float:
        """The height the rest of a cell would take, its padding included."""
        return height_of(self._rest(box), self._started(box)) + box.stack.after + box.padding_y

    def part(self, box: CellBox, room: float) -> float | None:
        """How much of `room` the lines that fit take; 0 for a finished cell, None when no line fits."""
        rest = self._rest(box)
        if not rest:
            return 0.0
        count = fitting(rest, room - box.padding_y, self._started(box))
        return height_of(rest[:count], self._started(box)) + box.padding_y if count else None

    def ground(self, box: CellBox, y: float, height: float) -> Iterator[Mark]:
        """The cell's own colour."""
        if box.cell.fill:
            yield Fill(box.x, y, box.width, height, box.cell.fill)

    def draw(self, box: CellBox, y: float, height: float, ends: bool, clipped: bool) -> Iterator[Mark]:
        """The lines that stand between y and y + height; all that are left where the cell `ends`.

        What does not fit into a row of exact height is `clipped`.
        """
        rest, started = self._rest(box), self._started(box)
        count = len(rest) if ends or clipped else fitting(rest, height - box.padding_y, started)
        self._done[box.key] = self._done.get(box.key, 0) + count
        taken = height_of(rest[:count], started) + (box.stack.after if ends else 0.0)
        free = height - box.padding_y - taken
        share = {"center": 0.5, "bottom": 1.0}.get(box.cell.align_y, 0.0)
        at = y + box.cell.padding.top + max(free, 0.0) * share
        x = box.x + box.cell.padding.left
        drawn: list[Mark] = []
        for index, strip in enumerate(rest[:count]):
            at += 0.0 if index == 0 and started else strip.gap
            if clipped and at >= y + height:
                break
            drawn += [moved(mark, x, at) for mark in strip.marks]
            at += strip.height
        if clipped and free < -SLACK:
            yield Clip(box.x, y, box.width, height, tuple(drawn))
        else:
            yield from drawn

    def _rest(self, box: CellBox) -> list[Strip]:
        return box.stack.strips[self._done.get(box.key, 0) :]

    def _started(self, box: CellBox) -> bool:
        return self._done.get(box.key, 0) > 0


def fitting(strips: Sequence[Strip], room: float, started: bool) -> int:
    """How many lines find room; the white above the first does not count when the cell goes on."""
    y = 0.0
    for at, strip in enumerate(strips):
        y += 0.0 if at == 0 and started else strip.gap
        if y + strip.needed > room + SLACK:
            return at
        y += strip.height
    return len(strips)


def height_of(strips: Sequence[Strip], started: bool) -> float:
    """The height of lines below one another."""
    total = sum(strip.gap + strip.height for strip in strips)
    return total - (strips[0].gap if strips and started else 0.0)
