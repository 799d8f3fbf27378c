"""Paints lines, headings and cells of the first page's tables (looks.md §6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from app.ui.pages.home_columns import PADDING, Cell, Column, Line
from app.ui.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.sparkbars import bars_width, paint_bars
from app.ui.widgets.status_word import paint_status

BAR = 3
TICK_INSET = 6


def tick_room(theme: Theme) -> int:
    """Pixels of the column of ticks."""
    return theme.check + 18


class CellPainter:
    """Lives as long as one painting."""

    def __init__(
        self, painter: QPainter, theme: Theme, columns: Sequence[Column], widths: Mapping[str, int], left: int
    ) -> None:
        self._painter, self._theme, self._left = painter, theme, left
        self._columns = [column for column in columns if column.key in widths]
        self._widths = widths
        self._right = left + sum(widths.values())

    def paint_head(self, width: int, height: int) -> None:
        """The band of headings, small ticks between them."""
        painter, theme, x = self._painter, self._theme, self._left
        painter.fillRect(0, 0, width, height, theme.color("head"))
        painter.fillRect(0, height - 1, width, 1, theme.color("border_soft"))
        for place, column in enumerate(self._columns):
            rect = QRect(x, 0, self._widths[column.key], height - 1)
            align = painting.Right if column.right or column.bars else painting.Left
            painting.text(
                painter, _room(rect, column), column.title, theme.font(), theme.color("text2"), align
            )
            x += rect.width()
            if place + 1 < len(self._columns):
                painter.fillRect(x - 1, TICK_INSET, 1, height - 2 * TICK_INSET, theme.color("border_soft"))

    def paint_line(
        self, line: Line, y: int, *, ends: bool, chosen: bool, over: tuple[str, int] | None
    ) -> None:
        """One line with its hairline; `over` is the column and bar under the mouse."""
        painter, theme = self._painter, self._theme
        group = self._widths[self._columns[0].key] if self._columns and self._columns[0].group else 0
        left = self._left + group if group else 0
        ground = QRect(left, y, self._right - left, theme.row - 1)
        if chosen:
            painter.fillRect(ground, theme.color("select"))
            painter.fillRect(left, y, BAR, theme.row - 1, theme.color("accent"))
        elif over is not None:
            painter.fillRect(ground, theme.color("hover"))
        hair = theme.color("border_soft" if ends and group else "line")
        start = 0 if ends else left
        painter.fillRect(start, y + theme.row - 1, self._right - start, 1, hair)
        x = self._left
        for column in self._columns:
            rect = QRect(x, y, self._widths[column.key], theme.row - 1)
            here = over is not None and over[0] == column.key
            self._paint_cell(rect, column, line.cell(column.key), chosen and not column.group, here)
            x += rect.width()

    def paint_tick(self, y: int, ticked: bool) -> None:
        """The tick at the left of a line."""
        theme, edge = self._theme, self._theme.check
        top = y + (theme.row - 1 - edge) // 2
        box = QRect(BAR + (self._left - BAR - edge) // 2, top, edge, edge)
        fill, line = ("accent", "accent") if ticked else ("surface", "border")
        painting.box(self._painter, box, theme.color(fill), theme.color(line))
        if ticked:
            painting.icon_centred(self._painter, box, "tick", theme.color("on_accent"), edge)

    def paint_focus(self, rect: QRect) -> None:
        """The ring around the number that has the keyboard."""
        painting.focus_box(self._painter, rect.adjusted(1, 1, -1, -2), self._theme)

    @staticmethod
    def bars_room(rect: QRect, theme: Theme) -> QRect:
        """Where the bars stand in their cell."""
        height = theme.px(1.5)
        left = rect.right() - PADDING - bars_width(theme)
        return QRect(left, rect.top() + (rect.height() - height) // 2, bars_width(theme), height)

    def _paint_cell(self, rect: QRect, column: Column, cell: Cell, chosen: bool, over: bool) -> None:
        painter, theme = self._painter, self._theme
        room = _room(rect, column)
        if cell.status is not None:
            paint_status(painter, room, cell.status, theme, selected=chosen)
        elif cell.bars:
            paint_bars(painter, self.bars_room(rect, theme), cell.bars, theme)
        elif cell.text:
            ink = theme.color("accent") if over and cell.link else self._ink(column, chosen)
            bold = column.bold or column.group
            align = painting.Right if column.right else painting.Left
            width = painting.text(painter, room, cell.text, theme.font(bold=bold), ink, align)
            if over and cell.opens:
                self._underline(room, width, bold, ink, align)
            if cell.note:
                small = theme.color("on_select" if chosen and theme.is_contrast else "text2")
                left = room.adjusted(0, 0, -width - PADDING, 0)
                painting.text(painter, left, cell.note, theme.font("note"), small, painting.Right)

    def _ink(self, column: Column, chosen: bool) -> QColor:
        if chosen and self._theme.is_contrast:
            return self._theme.color("on_select")
        # muted does not reach 4.5 on a selected line
        return self._theme.color("text2" if chosen and column.ink == "muted" else column.ink)

    def _underline(self, room: QRect, width: int, bold: bool, ink: QColor, align: Qt.AlignmentFlag) -> None:
        metrics = self._theme.metrics(bold=bold)
        x = room.right() + 1 - width if align == painting.Right else room.left()
        self._painter.fillRect(x, painting.baseline(room, metrics) + 2, width, 1, ink)


def _room(rect: QRect, column: Column) -> QRect:
    """Where the words of a cell stand."""
    return rect.adjusted((2 if column.indent else 1) * PADDING, 0, -PADDING, 0)
