"""MatterList: 必须补 and 请看一看, each line a link to where it is put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.services.matters import Matter
from app.ui.pages.home_area import HomeArea
from app.ui.theme import Theme, Tone
from app.ui.widgets import painting

MARGIN = 14
MOST_WHOLE = 16


@dataclass(frozen=True)
class Section:
    """A heading with its lines; `rest` stands instead of lines when there are none."""

    key: str
    title: str
    tone: Tone
    count: str
    matters: tuple[Matter, ...]
    rest: str = ""
    rest_tone: Tone = Tone.OK


class _Entry(NamedTuple):
    """One painted piece: a heading, a line, or the words in place of lines."""

    section: Section
    top: int
    height: int
    matter: Matter | None = None
    heads: bool = False


class MatterList(HomeArea):
    """↑ ↓ move from line to line, Enter or a click opens."""

    opened = Signal(object)
    """The Matter to see to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._entries: list[_Entry] = []
        self._here = self._over = -1
        self._whole = False
        self.setAccessibleName("要补的和要看的")

    @property
    def sections(self) -> tuple[Section, ...]:
        """What is shown, with how much is in each."""
        return self._sections

    @property
    def matters(self) -> tuple[Matter, ...]:
        """All lines in order."""
        return tuple(entry.matter for entry in self._entries if entry.matter is not None)

    @property
    def current(self) -> Matter | None:
        """The line that has the keyboard."""
        return self._entries[self._here].matter if 0 <= self._here < len(self._entries) else None

    @property
    def _ordinal(self) -> int:
        """Which of the lines has the keyboard, from 0; -1 when none has."""
        lines = self._lines()
        return lines.index(self._here) if self._here in lines else -1

    def set_whole(self, whole: bool) -> None:
        """Be as high as the lines, up to MOST_WHOLE of them, where the page scrolls anyway."""
        self._whole = whole
        self.updateGeometry()

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show other lines; the keyboard stays on its line, or where that was when it is gone."""
        before, place = self.current, self._ordinal
        self._sections = tuple(sections)
        self._place()
        places = self._lines()
        self._over = -1
        near = places[min(max(place, 0), len(places) - 1)] if places else -1
        self._here = next((n for n in places if self._entries[n].matter == before), near)
        self.refit()

    def restart(self) -> None:
        """Lines of something else follow: begin at the first one."""
        self._here = -1
        self.set_sections(())
        self.verticalScrollBar().setValue(0)

    def go_to(self, section: str) -> bool:
        """Put the keyboard on the first line of a section; False when it has none."""
        for place in self._lines():
            if self._entries[place].section.key == section:
                self.setFocus()
                self._move_to(place)
                return True
        return False

    def rect_of(self, matter: Matter) -> QRect:
        """Where a line stands in the viewport."""
        entry = next(entry for entry in self._entries if entry.matter == matter)
        return QRect(0, entry.top - self.top, self.viewport().width(), entry.height)

    # Qt overrides

    def content_height(self) -> int:
        return self._entries[-1].top + self._entries[-1].height + MARGIN if self._entries else 0

    def sizeHint(self) -> QSize:
        return QSize(29 * self.theme.em, 12 * self.theme.row)

    def minimumSizeHint(self) -> QSize:
        least = 4 * self.theme.row2
        if self._whole:
            least = max(least, min(self.content_height(), MOST_WHOLE * self.theme.row2))
        return QSize(12 * self.theme.em, least)

    def restyle(self) -> None:
        self._place()
        super().restyle()

    def tip_at(self, point: QPoint) -> str:
        place = self._at(point)
        if place < 0:
            return ""
        matter, theme = self._entries[place].matter, self.theme
        assert matter is not None
        room = self._words().width()
        long = theme.metrics().horizontalAdvance(matter.title) > room
        return f"{matter.title}\n{matter.text}" if long or self._is_cut(matter, room) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin()
        for place, entry in enumerate(self._entries):
            rect = QRect(0, entry.top - self.top, self.viewport().width(), entry.height)
            if not rect.intersects(self.viewport().rect()):
                continue
            if entry.heads:
                self._paint_heading(painter, rect, entry.section)
            elif entry.matter is not None:
                self._paint_matter(painter, rect, entry.section, entry.matter, place)
            else:
                self._paint_rest(painter, rect, entry.section)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._here = place
            self.opened.emit(self._entries[place].matter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = self._lines()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() and self._here in lines:
            self._move_to(lines[max(0, min(len(lines) - 1, lines.index(self._here) + step))])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        else:
            event.ignore()

    # private

    def _place(self) -> None:
        """Stack headings and lines."""
        theme, top = self.theme, 6
        self._entries = []
        for section in self._sections:
            self._entries.append(_Entry(section, top, theme.control, heads=True))
            top += theme.control
            for matter in section.matters:
                self._entries.append(_Entry(section, top, theme.row2, matter))
                top += theme.row2
            if not section.matters:
                self._entries.append(_Entry(section, top, theme.row))
                top += theme.row
            top += theme.px(0.7)
        self.updateGeometry()

    def _lines(self) -> list[int]:
        return [place for place, entry in enumerate(self._entries) if entry.matter is not None]

    def _move_to(self, place: int) -> None:
        self._here = place
        entry = self._entries[place]
        self.reveal(entry.top, entry.height)
        matter = entry.matter
        self.setAccessibleDescription(f"{matter.title}：{matter.text}" if matter else "")
        self.viewport().update()

    def _hover(self, place: int) -> None:
        if place != self._over:
            self._over = place
            shape = Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _at(self, point: QPoint) -> int:
        y = point.y() + self.top
        return next(
            (
                place
                for place in self._lines()
                if 0 <= y - self._entries[place].top < self._entries[place].height
            ),
            -1,
        )

    def _words(self) -> QRect:
        """Left edge and width of titles: after the widest date, before the sign that it opens."""
        theme = self.theme
        widest = max((theme.metrics().horizontalAdvance(m.when) for m in self.matters), default=0)
        left = MARGIN + widest + theme.px(0.55)
        return QRect(left, 0, self.viewport().width() - left - MARGIN - theme.px(1.8), 0)

    def _is_cut(self, matter: Matter, room: int) -> bool:
        return self.theme.metrics("note").horizontalAdvance(matter.text) > room

    def _paint_heading(self, painter: QPainter, rect: QRect, section: Section) -> None:
        theme = self.theme
        ink, metrics = theme.tone(section.tone), theme.metrics("section")
        painting.icon(painter, rect, section.tone.icon, ink, MARGIN, theme.icon, metrics)
        room = rect.adjusted(MARGIN + theme.icon + theme.px(0.4), 0, -MARGIN, 0)
        font, color = theme.font("section"), theme.color("text")
        painting.text(painter, room, section.title, font, color)
        painting.text(painter, room, section.count, theme.font(), theme.color("text2"), painting.Right)

    def _paint_rest(self, painter: QPainter, rect: QRect, section: Section) -> None:
        theme, x = self.theme, MARGIN + self.theme.icon + self.theme.px(0.4)
        room = rect.adjusted(x, 0, -MARGIN, 0)
        painting.text(painter, room, section.rest, theme.font(), theme.tone(section.rest_tone))

    def _paint_matter(
        self, painter: QPainter, rect: QRect, section: Section, matter: Matter, place: int
    ) -> None:
        theme, words = self.theme, self._words()
        here = self.hasFocus() and place == self._here
        if place == self._over:
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(MARGIN, rect.bottom(), rect.width() - 2 * MARGIN, 1, theme.color("line"))
        upper, lower = theme.metrics().height(), theme.metrics("note").height()
        top = rect.top() + (rect.height() - upper - lower) // 2
        line = QRect(MARGIN, top, words.left() - MARGIN, upper)
        painting.text(painter, line, matter.when, theme.font(), theme.color("text2"))
        line = QRect(words.left(), top, words.width(), upper)
        painting.text(painter, line, matter.title or "（没有名称）", theme.font(), theme.color("text"))
        line = QRect(words.left(), top + upper, words.width(), lower)
        painting.text(painter, line, matter.text, theme.font("note"), theme.tone(section.tone))
        self._paint_sign(painter, rect, theme)
        if here:
            painting.focus_box(painter, rect.adjusted(4, 1, -4, -1), theme)

    def _paint_sign(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        edge = theme.px(1.1)
        room = QRect(rect.right() - MARGIN - edge, rect.top(), edge, rect.height())
        painting.icon_centred(painter, room, "next", theme.color("text2"), edge)
