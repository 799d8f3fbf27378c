"""HomeTable: a quiet table for a few lines: figures whose cells open, bodies that are ticked, records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.pages.home_area import HomeArea
from app.ui.pages.home_cells import CellPainter, tick_room
from app.ui.pages.home_columns import Column, Line, fitted

TICK = "tick"
_NONE = Qt.KeyboardModifier.NoModifier


class HomeTable(HomeArea):
    """`by_cell` moves the keyboard from number to number, otherwise from line to line; `ticks` adds ticks.

    `whole` makes the table as high as its lines, for a page that scrolls as one.
    """

    opened = Signal(int, str, int)
    """Line, column, and which bar (-1 for the cell itself)."""
    moved = Signal(int)
    """The line that has the keyboard."""
    ticks_changed = Signal()
    escaped = Signal()
    """Esc, and nothing is ticked."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        by_cell: bool = False,
        ticks: bool = False,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._by_cell, self._ticks, self._whole = tuple(columns), by_cell, ticks, whole
        self._lines: tuple[Line, ...] = ()
        self._widths: dict[str, int] = {}
        self._ticked: set[int] = set()
        self._line, self._column = 0, ""
        self._over: tuple[int, str, int] = (-1, "", -1)
        if whole:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in order."""
        return self._lines

    @property
    def current(self) -> int:
        """The line that has the keyboard; -1 when there is none."""
        return self._line if self._lines else -1

    @property
    def ticked(self) -> tuple[int, ...]:
        """Ticked lines in order."""
        return tuple(sorted(self._ticked))

    @property
    def shown(self) -> tuple[str, ...]:
        """Keys of the columns that have room."""
        return tuple(self._widths)

    def chosen(self) -> tuple[int, ...]:
        """What an action is about: the ticked lines, or else the one the keyboard is on."""
        return self.ticked or ((self.current,) if self._lines else ())

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other columns, for the lines that follow."""
        self._columns = tuple(columns)
        self.set_lines(self._lines)

    def set_lines(self, lines: Sequence[Line], *, ticked: Sequence[int] = ()) -> None:
        """Show other lines; the keyboard stays where it is as far as there are lines."""
        self._lines = tuple(lines)
        self._ticked = set(ticked)
        self._line = max(0, min(self._line, len(lines) - 1))
        self._over = (-1, "", -1)
        self.updateGeometry()
        self.refit()
        self._name()

    def go_to(self, line: int, column: str = "") -> None:
        """Put the keyboard on a line, and on one of its cells."""
        if self._lines:
            self._line = max(0, min(line, len(self._lines) - 1))
            self._column = column or self._column
            self.reveal(self._line * self.theme.row, self.theme.row)
            self.viewport().update()
            self._name()
            self.moved.emit(self._line)

    def rect_of(self, line: int, column: str) -> QRect:
        """Where a cell stands in the viewport."""
        x = self._left()
        for key, width in self._widths.items():
            if key == column:
                return QRect(x, self._y(line), width, self.theme.row)
            x += width
        return QRect()

    # Qt overrides

    def content_height(self) -> int:
        return len(self._lines) * self.theme.row

    def fixed_height(self) -> int:
        return self.theme.control

    def sizeHint(self) -> QSize:
        rows = len(self._lines) if self._whole else 6
        return QSize(40 * self.theme.em, self.fixed_height() + rows * self.theme.row)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() if self._whole else 4 * self.theme.row)

    def refit(self) -> None:
        room = self.viewport().width() - self._left()
        self._widths = fitted(self._columns, self._lines, room, self.theme)
        if self._by_cell and self._column not in self._widths:
            self._column = next(iter(self._opening()), "")
        super().refit()

    def tip_at(self, point: QPoint) -> str:
        line, column, part = self._at(point)
        if line < 0 or column in ("", TICK):
            return ""
        cell = self._lines[line].cell(column)
        if 0 <= part < len(cell.tips):
            return cell.tips[part]
        cut = self.theme.metrics(bold=True).horizontalAdvance(cell.text) > self._widths[column] - 16
        return cell.tip or (cell.text if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin()
        cells = CellPainter(painter, self.theme, self._columns, self._widths, self._left())
        row = self.theme.row
        first = max(0, self.top // row)
        painter.setClipRect(self.seen())
        for place in range(first, min(len(self._lines), (self.top + self.seen().height()) // row + 1)):
            line = self._lines[place]
            ends = place + 1 == len(self._lines) or self._lines[place + 1].starts
            chosen = not self._by_cell and (place in self._ticked or self._is_here(place))
            over = self._over[1:] if place == self._over[0] else None
            cells.paint_line(line, self._y(place), ends=ends, chosen=chosen, over=over)
            if self._ticks:
                cells.paint_tick(self._y(place), place in self._ticked)
        if self._by_cell and self.hasFocus() and self._lines and self._column:
            cells.paint_focus(self.rect_of(self._line, self._column))
        painter.setClipping(False)
        cells.paint_head(self.viewport().width(), self.fixed_height())
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover((-1, "", -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line, column, _ = self._at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or line < 0:
            return
        if self._ticks and (column == TICK or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self._toggle(line)
        opens = self._by_cell and column in self._opening()
        self.go_to(line, column if opens else "")
        if opens and self._lines[line].cell(column).link:
            self.opened.emit(line, column, -1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line, column, part = self._at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or line < 0:
            return
        if column == TICK:
            self._toggle(line)
        elif not self._by_cell or self._lines[line].cell(column).opens:
            self.opened.emit(line, column, part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        target = self._target(key) if held == _NONE else None
        if target is not None:
            self.go_to(target)
        elif self._by_cell and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and held == _NONE:
            self._sideways(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == _NONE and self._lines:
            self._open_current()
        elif self._ticks and key == Qt.Key.Key_Space:
            self._toggle(self._line)
        elif self._ticks and key == Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier:
            self.tick(range(len(self._lines)))
        elif key == Qt.Key.Key_Escape and self._ticked:
            self.tick(())
        elif key == Qt.Key.Key_Escape and held == _NONE:
            self.escaped.emit()
        else:
            event.ignore()

    def tick(self, lines: Sequence[int]) -> None:
        """Tick these lines and no others."""
        self._ticked = set(lines)
        self.viewport().update()
        self.ticks_changed.emit()

    # private

    def _is_here(self, place: int) -> bool:
        return place == self._line and self.hasFocus()

    def _left(self) -> int:
        return tick_room(self.theme) if self._ticks else 0

    def _y(self, line: int) -> int:
        return self.fixed_height() + line * self.theme.row - self.top

    def _opening(self) -> list[str]:
        """Columns with cells that lead to records."""
        line = self._lines[self._line] if self._lines else Line()
        return [key for key in self._widths if line.cell(key).opens and not line.cell(key).bars]

    def _target(self, key: Qt.Key) -> int | None:
        page = max(1, self.seen().height() // self.theme.row - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if key in steps:
            return self._line + steps[key]
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._lines) - 1}.get(key)

    def _sideways(self, step: int) -> None:
        keys = self._opening()
        if keys:
            place = keys.index(self._column) if self._column in keys else 0
            self.go_to(self._line, keys[max(0, min(len(keys) - 1, place + step))])

    def _open_current(self) -> None:
        if not self._by_cell or self._lines[self._line].cell(self._column).opens:
            self.opened.emit(self._line, self._column, -1)

    def _toggle(self, line: int) -> None:
        self.tick(sorted(self._ticked ^ {line}))

    def _hover(self, place: tuple[int, str, int]) -> None:
        if place != self._over:
            self._over = place
            line, column, _ = place
            opens = line >= 0 and self._lines[line].cell(column).opens
            shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _at(self, point: QPoint) -> tuple[int, str, int]:
        """Line, column and bar under a point; (-1, "", -1) for the headings and for nothing."""
        line = (point.y() - self.fixed_height() + self.top) // self.theme.row
        if point.y() < self.fixed_height() or not 0 <= line < len(self._lines):
            return -1, "", -1
        if point.x() < self._left():
            return line, TICK, -1
        x = self._left()
        for key, width in self._widths.items():
            if x <= point.x() < x + width:
                return line, key, self._bar(line, key, point.x() - x, width)
            x += width
        return line, "", -1

    def _bar(self, line: int, key: str, x: int, width: int) -> int:
        bars = len(self._lines[line].cell(key).bars)
        if not bars:
            return -1
        room = CellPainter.bars_room(QRect(0, 0, width, self.theme.row), self.theme)
        place = (x - room.left()) * bars // max(1, room.width())
        return max(0, min(bars - 1, place))

    def _name(self) -> None:
        """What a screen reader says about where the keyboard is."""
        if self._lines:
            line = self._lines[self._line]
            title = next((column.title for column in self._columns if column.key == self._column), "")
            said = (line.name, title, line.cell(self._column).text if self._column else "")
            self.setAccessibleDescription(" ".join(word for word in said if word))
