"""ChildFace: where the cells of an editable table are, and how they are painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from app.models.values import LongText, Text
from app.ui.forms.child_columns import Column
from app.ui.theme import Theme
from app.ui.widgets import painting

GHOST = "在这一行直接输入，回车到下一格"
PAD = 8
_MOST_LINES = 2


@dataclass(slots=True)
class Cell:
    """What one cell shows: its text, and "", "missing", "invalid" or "doubtful"."""

    text: str = ""
    state: str = ""


@dataclass(slots=True)
class ChildFace:
    """Heights and places, worked out anew when rows, width or type change."""

    theme: Theme
    columns: Sequence[Column] = ()
    widths: Sequence[int] = ()
    tops: list[int] = field(default_factory=list)
    heights: list[int] = field(default_factory=list)
    bottom: int = 0

    @property
    def number_width(self) -> int:
        """Room for the row numbers."""
        return self.theme.px(2.6)

    @property
    def width(self) -> int:
        """The whole width."""
        return self.number_width + sum(self.widths)

    def arrange(
        self, count: int, cell: Callable[[int, Column], Cell], extra: Callable[[int], int],
        least: Callable[[int], int], ghost: bool,
    ) -> None:  # fmt: skip
        """Place `count` rows (and the ghost); `extra` is room below a row, `least` what its editor needs."""
        self.tops, self.heights = [], []
        top = self.theme.control
        for row in range(count + (1 if ghost else 0)):
            height = max(self._height(row, cell) if row < count else self.theme.child_row, least(row))
            self.tops.append(top)
            self.heights.append(height)
            top += height + extra(row)
        self.bottom = top

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell stands, hairlines left out."""
        x = self.number_width + sum(self.widths[:column])
        return QRect(x, self.tops[row], self.widths[column] - 1, self.heights[row] - 1)

    def row_at(self, y: int) -> int:
        """The row under a height, -1 for none."""
        places = enumerate(zip(self.tops, self.heights, strict=True))
        return next((row for row, (top, height) in places if top <= y < top + height), -1)

    def column_at(self, x: int) -> int:
        """The column under a place, -1 for the row number."""
        left = self.number_width
        if x < left:
            return -1
        for place, width in enumerate(self.widths):
            left += width
            if x < left:
                return place
        return len(self.widths) - 1

    def paint_frame(self, painter: QPainter, height: int, *, sunken: bool) -> None:
        """Sheet, heading and outline."""
        theme, whole = self.theme, QRect(0, 0, self.width, height)
        ground = theme.color("sunken" if sunken else "surface")
        painting.box(painter, whole, ground, theme.color("line"), radius=4)
        painter.fillRect(1, 1, self.width - 2, theme.control - 1, theme.color("head"))
        painter.fillRect(1, theme.control - 1, self.width - 2, 1, theme.color("border_soft"))
        x = self.number_width
        for column, width in zip(self.columns, self.widths, strict=True):
            painter.fillRect(x - 1, 6, 1, theme.control - 12, theme.color("line"))
            room = QRect(x + PAD, 0, width - PAD - 4, theme.control)
            align = (
                painting.Right if column.spec.value and column.spec.value.align == "right" else painting.Left
            )
            if align == painting.Right:
                room = QRect(x + 4, 0, width - PAD - 4, theme.control)
            heading = column.spec.heading
            painting.text(painter, room, heading, theme.font(), theme.color("text2"), align)
            x += width

    def paint_row(self, painter: QPainter, row: int, cells: Sequence[Cell], number: str, mark: str) -> None:
        """One row: its number, its cells, the lines around them; `mark` tints the number."""
        theme, top, height = self.theme, self.tops[row], self.heights[row]
        box = QRect(0, top, self.number_width - 1, height - 1)
        tone = {"invalid": "error", "doubtful": "warn"}.get(mark, "text2")
        painting.text(painter, box, number, theme.font(), theme.color(tone), painting.Centre)
        for place, cell in enumerate(cells):
            self._paint_cell(painter, self.cell_rect(row, place), cell, self.columns[place])
        for place in range(len(self.widths)):
            x = self.number_width + sum(self.widths[:place]) - 1
            painter.fillRect(x, top, 1, height, theme.color("line"))
        painter.fillRect(1, top + height - 1, self.width - 2, 1, theme.color("line"))

    def paint_ghost(self, painter: QPainter, row: int) -> None:
        """The line that says where the next row is typed."""
        theme, top, height = self.theme, self.tops[row], self.heights[row]
        painter.fillRect(self.number_width - 1, top, 1, height - 1, theme.color("line"))
        room = QRect(self.number_width + PAD, top, self.width - self.number_width - 2 * PAD, height - 1)
        painting.text(painter, room, GHOST, theme.font(), theme.color("muted"))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, column: Column) -> None:
        theme, ink = self.theme, "text"
        tints = {"missing": "error", "invalid": "error", "doubtful": "warn"}
        tone = tints.get(cell.state)
        if tone:
            painter.fillRect(rect, theme.color(f"{tone}_bg"))
            painting.box(painter, rect, None, theme.color(f"{tone}_line"), radius=0)
        room = rect.adjusted(PAD, 0, -PAD + 2, 0)
        if cell.state == "missing":
            size = theme.px(1.0)
            painting.icon(painter, room, "error", theme.color("error"), room.left(), size, theme.metrics())
            room.setLeft(room.left() + size + 5)
            ink = "error"
        elif cell.state == "invalid":
            ink = "error"
        if column.spec.value is not None and column.spec.value.align == "right":
            painting.text(painter, room, cell.text, theme.font(), theme.color(ink), painting.Right)
            return
        lines = self._lines(cell.text, column, room.width())
        line_height = theme.metrics().height()
        y = room.top() + (room.height() - line_height * len(lines)) // 2
        for line in lines:
            box = QRect(room.left(), y, room.width(), line_height)
            painting.text(painter, box, line, theme.font(), theme.color(ink))
            y += line_height

    def _height(self, row: int, cell: Callable[[int, Column], Cell]) -> int:
        most = 1
        for column, width in zip(self.columns, self.widths, strict=True):
            if isinstance(column.spec.value, LongText | Text):
                most = max(most, len(self._lines(cell(row, column).text, column, width - 2 * PAD + 1)))
        line = self.theme.metrics().height()
        return max(self.theme.child_row, most * line + self.theme.px(0.5))

    def _lines(self, text: str, column: Column, width: int) -> tuple[str, ...]:
        if not isinstance(column.spec.value, LongText | Text):
            return (text,)
        return wrapped(text, self.theme.font().key(), width, _MOST_LINES)


@lru_cache(maxsize=2048)
def wrapped(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    """The text in at most so many lines, the last ended by … when there is more."""
    font = QFont()
    font.fromString(font_key)
    flat = text.replace("\n", " ")
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(flat) <= width:
        return (flat,)
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        start = line.textStart()
        rest = flat[start:] if len(found) == most - 1 else flat[start : start + line.textLength()]
        found.append(rest.rstrip())
    layout.endLayout()
    return tuple(found) or ("",)
