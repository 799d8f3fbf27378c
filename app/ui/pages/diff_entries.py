"""What a line of 差在哪, 补报清单 or 更正清单 says of one record, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.ui.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.status_word import Status, paint_status, status_width

MARGIN = 14
GAP = 10
_WRAP = Qt.TextFlag.TextWordWrap
ARROW = " → "


@dataclass(frozen=True)
class Entry:
    """One record: what became of it, its day and title, `right` its number on both sides.

    `numbers` are figures with their old and new; `note` says where it moved, why, by whom. `heading` and
    `count` stand above it where a section begins.
    """

    kind: str
    uuid: str
    status: Status
    day: str
    title: str
    right: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    note: str = ""
    heading: str = ""
    count: str = ""

    @property
    def said(self) -> str:
        """For a screen reader."""
        words = [self.status.text, self.day, self.title, self.right]
        words += [f"{label} {text}" for label, text in self.numbers]
        return " ".join(word for word in (*words, self.note) if word)


class EntryPainter:
    """Measures and paints entries in a width; made anew when width, type or entries change."""

    def __init__(self, theme: Theme, width: int, entries: Sequence[Entry]) -> None:
        self._theme, self._width = theme, width
        some = entries[:300]
        body = theme.metrics()
        self._status = max((status_width(each.status, theme) for each in some), default=0)
        self._day = max((body.horizontalAdvance(each.day) for each in some), default=0)
        bold = theme.metrics(bold=True)
        self._right = max((bold.horizontalAdvance(each.right) for each in some), default=0)
        self._left = MARGIN + self._status + GAP + (self._day + GAP if self._day else 0)
        self._sign = theme.px(1.6)

    @property
    def words(self) -> int:
        """Pixels for what stands below a title."""
        return max(self._theme.px(6), self._width - self._left - MARGIN - self._sign)

    @property
    def title_width(self) -> int:
        """Pixels of a title, before its numbers."""
        return self.words - (self._right + GAP if self._right else 0)

    def heading_height(self, entry: Entry) -> int:
        """Pixels of the heading above an entry, 0 without one."""
        return self._theme.control if entry.heading else 0

    def height(self, entry: Entry) -> int:
        """Pixels of an entry without its heading."""
        theme = self._theme
        below = len(entry.numbers) * self._number_height() + self._note_height(entry)
        line = theme.metrics().height()
        return max(theme.row, line + below + theme.px(0.85))

    def paint_heading(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        """The words of a section, its count at the right."""
        theme, room = self._theme, rect.adjusted(MARGIN, 0, -MARGIN, 0)
        painting.text(painter, room, entry.heading, theme.font("section"), theme.color("text"))
        painting.text(painter, room, entry.count, theme.font(), theme.color("text2"), painting.Right)

    def paint(self, painter: QPainter, rect: QRect, entry: Entry, *, here: bool, over: bool) -> None:
        """One entry; `here` has the keyboard."""
        theme = self._theme
        if over:
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(MARGIN, rect.bottom(), rect.width() - 2 * MARGIN, 1, theme.color("line"))
        line = theme.metrics().height()
        top = rect.top() + (theme.px(0.85) // 2 if self._is_tall(entry) else (rect.height() - line) // 2)
        paint_status(painter, QRect(MARGIN, top, self._status, line), entry.status, theme)
        day = QRect(MARGIN + self._status + GAP, top, self._day, line)
        painting.text(painter, day, entry.day, theme.font(), theme.color("text2"))
        title = QRect(self._left, top, self.title_width, line)
        painting.text(painter, title, entry.title, theme.font(), theme.color("text"))
        if entry.right:
            numbers = QRect(self._left, top, self.words, line)
            painting.text(
                painter, numbers, entry.right, theme.font(bold=True), theme.color("text"), painting.Right
            )
        self._paint_below(painter, top + line, entry)
        edge = theme.px(1.1)
        sign = QRect(rect.right() - MARGIN - edge, rect.top(), edge, rect.height())
        painting.icon_centred(painter, sign, "next", theme.color("text2"), edge)
        if here:
            painting.focus_box(painter, rect.adjusted(4, 1, -4, -1), theme)

    def _paint_below(self, painter: QPainter, top: int, entry: Entry) -> None:
        theme, step = self._theme, self._number_height()
        for label, text in entry.numbers:
            room = QRect(self._left, top, self.words, step)
            width = theme.metrics("note").horizontalAdvance(text)
            short = room.adjusted(0, 0, -width - GAP, 0)
            painting.text(painter, short, label, theme.font("note"), theme.color("text2"))
            painting.text(painter, room, text, theme.font("note"), theme.color("text"), painting.Right)
            top += step
        if entry.note:
            painter.setFont(theme.font("note"))
            painter.setPen(theme.color("text2"))
            painter.drawText(QRect(self._left, top, self.words, self._note_height(entry)), _WRAP, entry.note)

    def _is_tall(self, entry: Entry) -> bool:
        return bool(entry.numbers or entry.note)

    def _number_height(self) -> int:
        return self._theme.metrics("note").height() + 2

    def _note_height(self, entry: Entry) -> int:
        if not entry.note:
            return 0
        room = QRect(0, 0, self.words, 10_000)
        return self._theme.metrics("note").boundingRect(room, _WRAP, entry.note).height()
