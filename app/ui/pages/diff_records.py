"""DiffRecords: records that moved a number, each with what became of it and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.pages.diff_entries import MARGIN, Entry, EntryPainter
from app.ui.pages.home_area import HomeArea

_NONE = Qt.KeyboardModifier.NoModifier


class DiffRecords(HomeArea):
    """Arrows move from record to record, Enter or a click opens one."""

    opened = Signal(object)
    """The Entry whose record is to be opened."""
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._tops: list[int] = []
        self._height = 0
        self._here = self._over = -1
        self._painter = EntryPainter(self.theme, 400, ())
        self.setAccessibleName("记录")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All records in order."""
        return self._entries

    @property
    def current(self) -> Entry | None:
        """The record that has the keyboard."""
        return self._entries[self._here] if 0 <= self._here < len(self._entries) else None

    def set_entries(self, entries: Sequence[Entry], *, keep: bool = False) -> None:
        """Show other records; with `keep` the keyboard stays on its record."""
        before = self.current
        self._entries = tuple(entries)
        same = [n for n, each in enumerate(entries) if before and each.uuid == before.uuid] if keep else []
        self._here = same[0] if same else 0 if entries else -1
        self._over = -1
        if not keep:
            self.verticalScrollBar().setValue(0)
        self.refit()
        self._name()

    def rect_of(self, place: int) -> QRect:
        """Where an entry stands in the viewport, its heading not included."""
        entry = self._entries[place]
        top = self._tops[place] + self._painter.heading_height(entry) - self.top
        return QRect(0, top, self.viewport().width(), self._painter.height(entry))

    # Qt overrides

    def content_height(self) -> int:
        return self._height

    def refit(self) -> None:
        self._painter = EntryPainter(self.theme, self.viewport().width(), self._entries)
        self._tops, top = [], 0
        for entry in self._entries:
            self._tops.append(top)
            top += self._painter.heading_height(entry) + self._painter.height(entry)
        self._height = top + MARGIN // 2 if self._entries else 0
        super().refit()

    def sizeHint(self) -> QSize:
        return QSize(29 * self.theme.em, 12 * self.theme.row)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * self.theme.em, 4 * self.theme.row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._here >= 0:
            self._reveal()

    def tip_at(self, point: QPoint) -> str:
        place = self._at(point)
        if place < 0:
            return ""
        title = self._entries[place].title
        return title if self.theme.metrics().horizontalAdvance(title) > self._painter.title_width else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin()
        bottom = self.viewport().height()
        for place in range(max(0, bisect_right(self._tops, self.top) - 1), len(self._entries)):
            entry, rect = self._entries[place], self.rect_of(place)
            above = self._painter.heading_height(entry)
            if rect.top() - above > bottom:
                break
            if above:
                heading = QRect(0, rect.top() - above, rect.width(), above)
                self._painter.paint_heading(painter, heading, entry)
            here = self.hasFocus() and place == self._here
            self._painter.paint(painter, rect, entry, here=here, over=place == self._over)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._here = place
            self.opened.emit(self._entries[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        target = self._target(key) if held == _NONE and self._entries else None
        if target is not None:
            self._here = max(0, min(target, len(self._entries) - 1))
            self._reveal()
            self._name()
            self.viewport().update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        elif key == Qt.Key.Key_Escape and held == _NONE:
            self.escaped.emit()
        else:
            event.ignore()

    # private

    def _target(self, key: Qt.Key) -> int | None:
        page = max(1, self.viewport().height() // self.theme.row2 - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        if key in steps:
            return self._here + steps[key]
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._entries) - 1}.get(key)

    def _reveal(self) -> None:
        entry = self._entries[self._here]
        above = self._painter.heading_height(entry)
        self.reveal(self._tops[self._here], above + self._painter.height(entry))

    def _hover(self, place: int) -> None:
        if place != self._over:
            self._over = place
            shape = Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _at(self, point: QPoint) -> int:
        place = bisect_right(self._tops, point.y() + self.top) - 1
        return place if place >= 0 and self.rect_of(place).contains(point) else -1

    def _name(self) -> None:
        self.setAccessibleDescription(self.current.said if self.current else "")
