"""Columns and cells of the first page's tables, and how wide each column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.ui.theme import Theme
from app.ui.widgets.sparkbars import bars_width
from app.ui.widgets.status_word import Status, status_width

PADDING = 8
MEASURED = 300  # cells looked at for the width of a column


class Column(NamedTuple):
    """One column; `fold` above 0 gives way when room is short, the highest first.

    A `group` column says its word once for the lines that belong together; one that stretches takes what is
    left, and where none does all but the bars share it evenly. `least` is in em; `indent` keeps a column at
    a distance from the numbers before it.
    """

    key: str
    title: str
    right: bool = False
    bold: bool = False
    ink: str = "text"
    group: bool = False
    stretch: bool = False
    bars: bool = False
    fold: int = 0
    least: float = 0
    indent: bool = False


class Cell(NamedTuple):
    """What stands in a cell: words, a state or bars; `opens` when it leads to its records, a `link` at once.

    `tips` are the words for each bar; each bar of a cell that opens leads to its own records. `note` stands
    small before a number that is made of parts: 补 +2.
    """

    text: str = ""
    opens: bool = False
    link: bool = False
    tip: str = ""
    status: Status | None = None
    bars: tuple[int | None, ...] = ()
    tips: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Line:
    """One row; `starts` when a new group begins here, `name` is what a screen reader calls it."""

    cells: Mapping[str, Cell] = field(default_factory=dict)
    starts: bool = False
    name: str = ""

    def cell(self, key: str) -> Cell:
        return self.cells.get(key, NOTHING)


NOTHING = Cell()


def fitted(columns: Sequence[Column], lines: Sequence[Line], room: int, theme: Theme) -> dict[str, int]:
    """Pixels of each column that has a place in `room`, in order."""
    wanted = {column.key: _natural(column, lines, theme) for column in columns}
    kept = list(columns)
    while sum(wanted[column.key] for column in kept) > room:
        going = max((column for column in kept if column.fold), key=lambda each: each.fold, default=None)
        if going is None:
            break
        kept.remove(going)
    widths = {column.key: wanted[column.key] for column in kept}
    spare = room - sum(widths.values())
    taking = [column.key for column in kept if column.stretch]
    sharing = taking[:1] or [column.key for column in kept if not column.bars]
    for place, key in enumerate(sharing):
        part = spare // (len(sharing) - place)
        widths[key] = max(theme.px(3), widths[key] + part)
        spare -= part
    return widths


def note_width(cell: Cell, theme: Theme) -> int:
    """Room for the note before a number."""
    return theme.metrics("note").horizontalAdvance(cell.note) + PADDING if cell.note else 0


def _natural(column: Column, lines: Sequence[Line], theme: Theme) -> int:
    """Room for the title and all that stands below it; a stretching column is content with its least."""
    held = [theme.metrics().horizontalAdvance(column.title), theme.px(column.least)]
    metrics = theme.metrics(bold=column.bold or column.group)
    if column.bars:
        held.append(bars_width(theme) + 2)
    elif not column.stretch:
        for line in lines[:MEASURED]:
            cell = line.cell(column.key)
            held.append(metrics.horizontalAdvance(cell.text) + note_width(cell, theme))
            if cell.status is not None:
                held.append(status_width(cell.status, theme))
    return max(held) + (3 if column.indent else 2) * PADDING
