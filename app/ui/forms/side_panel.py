"""SidePanel: the table of contents that says what is still missing, each a link."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.errors import Problem
from app.ui.forms.outline import Entry, Verdict, said
from app.ui.forms.problem_line import tone_of
from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.sheet import Sheet, rule
from app.ui.widgets.themed import Themed

WIDTH_EMS, WIDE_EMS = 19, 24
MOST_SAID = 4


class SidePanel(Themed, Sheet):
    """Verdict, sections with what they lack, number and times."""

    section_requested = Signal(int)
    problem_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self._wide = False
        self._head, self._list, self._facts = _Head(), _List(), _Facts()
        self._list.section_pressed.connect(self.section_requested)
        self._list.problem_pressed.connect(self.problem_requested)
        self.body.setSpacing(0)
        for part in (self._head, rule(), self._list, rule(), self._facts):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.restyle()

    def show_outline(self, verdict: Verdict, entries: Sequence[Entry]) -> None:
        """Say what is missing."""
        self._head.say(verdict)
        self._list.set_entries(entries)

    def set_current(self, section: int) -> None:
        """Mark the section in work."""
        self._list.set_current(section)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """编号, 录入, 上次保存."""
        self._facts.set_facts(facts)

    def set_wide(self, wide: bool) -> None:
        """A wide window leaves more room."""
        self._wide = wide
        self.restyle()

    def restyle(self) -> None:
        self.setFixedWidth(self.theme.px(WIDE_EMS if self._wide else WIDTH_EMS))


class _Head(Themed, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._verdict = Verdict("", "", Tone.PLAIN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.setAccessibleName(f"{verdict.text}。{verdict.note}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.theme.px(4.8))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, said_ = self.theme, painting.begin(self), self._verdict
        upper, lower = theme.metrics("section").height(), theme.metrics("note").height()
        top = (self.height() - upper - (lower if said_.note else 0)) // 2
        line = QRect(14, top, self.width() - 28, upper)
        icon = theme.px(1.25)
        ink = theme.tone(said_.tone)
        painting.icon(painter, line, said_.tone.icon, ink, 14, icon, theme.metrics("section"))
        line.setLeft(14 + icon + 8)
        painting.text(painter, line, said_.text, theme.font("section"), theme.color("text"))
        line.moveTop(top + upper)
        line.setHeight(lower)
        painting.text(painter, line, said_.note, theme.font("note"), theme.color("text2"))
        painter.end()


class _List(Themed, QWidget):
    section_pressed = Signal(int)
    problem_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._current = 0
        self._over = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self.updateGeometry()
        self.update()

    def set_current(self, section: int) -> None:
        self._current = section
        self.update()

    def lines(self) -> list[tuple[QRect, int, Problem | str | None]]:
        """Every line: where, which section, and the problem it is about (None for the section itself)."""
        theme, y = self.theme, 6
        found: list[tuple[QRect, int, Problem | str | None]] = []
        for place, entry in enumerate(self._entries):
            found.append((QRect(1, y, self.width() - 2, theme.px(2.3)), place, None))
            y += theme.px(2.3)
            texts = dict.fromkeys(said(problem) for problem in entry.missing)
            shown: list[Problem | str] = [
                next(problem for problem in entry.missing if said(problem) == text)
                for text in list(texts)[:MOST_SAID]
            ]
            if len(texts) > MOST_SAID:
                shown.append(f"还有 {len(texts) - MOST_SAID} 处")
            for what in shown:
                found.append((QRect(1, y, self.width() - 2, theme.px(1.9)), place, what))
                y += theme.px(1.9)
        return found

    def sizeHint(self) -> QSize:
        lines = self.lines()
        return QSize(0, (lines[-1][0].bottom() if lines else 0) + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for rect, place, what in self.lines():
            if rect.contains(event.position().toPoint()):
                if isinstance(what, Problem):
                    self.problem_pressed.emit(what)
                else:
                    self.section_pressed.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        lines = self.lines()
        over = next(
            (n for n, (rect, *_) in enumerate(lines) if rect.contains(event.position().toPoint())), -1
        )
        if over != self._over:
            self._over = over
            what = lines[over][2] if over >= 0 else None
            self.setToolTip(said(what) if isinstance(what, Problem) else "")
            shape = Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        for number, (rect, place, what) in enumerate(self.lines()):
            if what is None:
                self._paint_section(painter, rect, place, over=number == self._over)
            else:
                self._paint_missing(painter, rect, what, over=number == self._over)
        painter.end()

    def _paint_section(self, painter: QPainter, rect: QRect, place: int, *, over: bool) -> None:
        theme, entry = self.theme, self._entries[place]
        here = place == self._current
        if here or over:
            painter.fillRect(rect, theme.color("select" if here else "hover"))
        if here:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        soft = theme.color("on_select" if here and theme.is_contrast else "text2")
        ink = soft if theme.is_contrast and here else theme.tone(entry.tone)
        icon = "dash" if entry.tone is Tone.PLAIN else entry.tone.icon
        painting.icon(painter, rect, icon, ink, 14, theme.px(1.05), theme.metrics())
        room = rect.adjusted(13 + theme.px(1.75), 0, -14, 0)
        width = painting.text(painter, room, entry.fact, theme.font("note"), soft, painting.Right)
        room.setRight(room.right() - width - 8)
        text = theme.color("on_select" if here else "text")
        painting.text(painter, room, entry.name, theme.font(bold=here), text)

    def _paint_missing(self, painter: QPainter, rect: QRect, what: Problem | str, *, over: bool) -> None:
        theme = self.theme
        tone = tone_of(what) if isinstance(what, Problem) else Tone.PLAIN
        font = theme.font("note")
        font.setUnderline(over)
        text = said(what) if isinstance(what, Problem) else what
        painting.text(painter, rect.adjusted(13 + theme.px(1.75), 0, -10, 0), text, font, theme.tone(tone))


class _Facts(Themed, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._facts: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        self._facts = tuple(facts)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, 16 + len(self._facts) * self.theme.px(1.55))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        y, height, font = 8, theme.px(1.55), theme.font("note")
        for name, text in self._facts:
            line = QRect(14, y, self.width() - 28, height)
            line.setLeft(14 + painting.text(painter, line, name, font, theme.color("text2")) + 10)
            painting.text(painter, line, text, font, theme.color("text2"), painting.Right)
            y += height
        painter.end()
