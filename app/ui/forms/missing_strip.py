"""MissingStrip: what a form still lacks in one line above the sheet, where a side panel has no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.errors import Problem
from app.ui.forms.outline import Verdict
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

_BETWEEN = " · "
_NEXT = "F8 到下一处"


class MissingStrip(Themed, QWidget):
    """Verdict, the missing things as links, F8 at the right."""

    problem_requested = Signal(object)
    next_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._problems: tuple[Problem, ...] = ()
        self._over = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_outline(self, verdict: Verdict, problems: Sequence[Problem]) -> None:
        """Say what is missing."""
        self._verdict, self._problems = verdict, tuple(problems)
        self.setAccessibleName("，".join([verdict.text, *(problem.label for problem in problems)]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._problems and self._next_rect().contains(point):
            self.next_requested.emit()
        for problem, rect in zip(self._problems, self._links(), strict=False):
            if rect.contains(point):
                self.problem_requested.emit(problem)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        rects = [*self._links(), self._next_rect()]
        self._over = next((place for place, rect in enumerate(rects) if rect.contains(point)), -1)
        shape = Qt.CursorShape.PointingHandCursor if self._over >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        theme, painter, verdict = self.theme, painting.begin(self), self._verdict
        painting.box(painter, self.rect(), theme.color("surface"), theme.color("line"), radius=4)
        ink = theme.tone(verdict.tone)
        painting.icon(painter, self.rect(), verdict.tone.icon, ink, 14, theme.px(1.15), theme.metrics())
        room = QRect(self._start(), 0, self.width() - self._start() - 14, self.height())
        painting.text(painter, room, self._words(), theme.font(bold=True), theme.color("text"))
        rects = self._links()
        for place, (problem, rect) in enumerate(zip(self._problems, rects, strict=False)):
            font = theme.font()
            font.setUnderline(place == self._over)
            painting.text(painter, rect, problem.label, font, theme.color("text"))
            if place + 1 < len(rects):
                dot = QRect(rect.right() + 1, 0, self._gap() + 4, self.height())
                painting.text(painter, dot, _BETWEEN, theme.font(), theme.color("muted"))
        if self._problems:
            font = theme.font()
            font.setUnderline(self._over == len(rects))
            painting.text(painter, self._next_rect(), _NEXT, font, theme.color("accent"), painting.Right)
        painter.end()

    def _start(self) -> int:
        return 14 + self.theme.px(1.15) + 8

    def _words(self) -> str:
        assert self._verdict is not None
        return f"{self._verdict.text}：" if self._problems else self._verdict.text

    def _gap(self) -> int:
        return self.theme.metrics().horizontalAdvance(_BETWEEN)

    def _next_rect(self) -> QRect:
        width = self.theme.metrics().horizontalAdvance(_NEXT)
        return QRect(self.width() - 14 - width, 0, width, self.height())

    def _links(self) -> list[QRect]:
        """Where the missing things stand; those that find no room are left to F8."""
        if self._verdict is None or not self._problems:
            return []
        metrics = self.theme.metrics()
        x = self._start() + self.theme.metrics(bold=True).horizontalAdvance(self._words()) + 6
        right, found = self._next_rect().left() - 12, []
        for problem in self._problems:
            width = metrics.horizontalAdvance(problem.label)
            if x + width > right:
                break
            found.append(QRect(x, 0, width, self.height()))
            x += width + self._gap()
        return found
