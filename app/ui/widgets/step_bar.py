"""①填报 ②审核 ③出表 ④报送: where the month stands, each step a link."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed


class StepState(enum.Enum):
    """How far a step is."""

    TODO = "todo"
    HERE = "here"
    DONE = "done"
    CLOSED = "closed"


class Step(NamedTuple):
    """One step: its name, what is to say about it, and the same in few words."""

    key: str
    title: str
    note: str
    short: str
    state: StepState = StepState.TODO


class StepBar(Themed, QWidget):
    """Arrows from left to right; two lines each, one line when `compact`."""

    chosen = Signal(str)
    """The key of the step that was pressed."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._compact = False
        self._open = ""
        self._over = self._at_key = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show where the month stands now."""
        self._steps = tuple(steps)
        self.update()

    def set_open(self, key: str) -> None:
        """Mark the step whose own view is in sight; "" when none is."""
        self._open = key
        self.update()

    def set_compact(self, compact: bool) -> None:
        """One line per step, for narrow windows."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self.theme.even(2.6) if self._compact else self.theme.even(4.3)
        return QSize(60 * self.theme.em, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(40 * self.theme.em, self.sizeHint().height())

    def rects(self) -> list[QRect]:
        """Where each step stands, without its point."""
        if not self._steps:
            return []
        step = (self.width() - self._point()) / len(self._steps)
        return [QRect(round(n * step), 0, round(step), self.height()) for n in range(len(self._steps))]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        for place, (step, rect) in enumerate(zip(self._steps, self.rects(), strict=True)):
            self._paint_ground(painter, place, step, rect)
            self._paint_step(painter, place, step, rect)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.chosen.emit(self._steps[place].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if move and not event.modifiers():
            self._at_key = max(0, min(len(self._steps) - 1, self._at_key + move))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at_key >= 0:
            self.chosen.emit(self._steps[self._at_key].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        states = [step.state for step in self._steps]
        self._at_key = states.index(StepState.HERE) if StepState.HERE in states else 0
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._at_key = -1
        super().focusOutEvent(event)
        self.update()

    def _point(self) -> int:
        return self.theme.px(0.95)

    def _gap(self, place: int) -> int:
        return self.theme.px(1.1) if place < len(self._steps) - 1 else 1

    def _paint_ground(self, painter: QPainter, place: int, step: Step, rect: QRect) -> None:
        theme = self.theme
        here, focused = step.state is StepState.HERE, place == self._at_key
        left, right = rect.left() + 0.5, rect.right() + 0.5 - self._gap(place)
        top, bottom, point = 0.5, self.height() - 0.5, self._point()
        middle = self.height() / 2
        points = [(left, top), (right, top), (right + point, middle), (right, bottom), (left, bottom)]
        if place:
            points.append((left + point, middle))
        fill = "soft" if here else "hover" if place == self._over else "surface"
        outline = "focus" if focused else "accent" if here else "line"
        painting.polygon(painter, points, theme.color(fill), theme.color(outline), 2 if focused else 1)
        if step.key == self._open:
            slant = 2 if place else 0
            line = QRectF(left + slant, bottom - 3, right - left - slant + 1, 3)
            painter.fillRect(line, theme.color("accent"))

    def _paint_step(self, painter: QPainter, place: int, step: Step, rect: QRect) -> None:
        theme, edge = self.theme, self.theme.even(2.1 if not self._compact else 1.7)
        x = rect.left() + (self._point() if place else 0) + theme.px(1.15 if not self._compact else 0.8)
        circle = QRect(x, (self.height() - edge) // 2, edge, edge)
        self._paint_circle(painter, place, step, circle)
        x = circle.right() + theme.px(0.75)
        width = rect.right() - self._gap(place) - x
        title = theme.color("accent" if step.state is StepState.HERE else "text")
        note = theme.color("text2")
        if self._compact:
            line = QRect(x, 0, width, self.height())
            bold = theme.font(bold=step.state is StepState.HERE)
            used = painting.text(painter, line, step.title, bold, title) + theme.px(0.5)
            line.setLeft(x + used)
            painting.text(painter, line, step.short, theme.font(), note)
            return
        height = theme.metrics().height()
        top = (self.height() - 2 * height - 1) // 2
        font = theme.font("section")
        painting.text(painter, QRect(x, top - 1, width, height), step.title, font, title)
        painting.text(painter, QRect(x, top + height + 1, width, height), step.note, theme.font(), note)

    def _paint_circle(self, painter: QPainter, place: int, step: Step, rect: QRect) -> None:
        theme = self.theme
        if step.state in (StepState.DONE, StepState.CLOSED):
            tone, sign = (Tone.OK, "check") if step.state is StepState.DONE else (Tone.LOCK, "lock")
            self._circle(painter, rect, theme.tone(tone, "bg"), theme.tone(tone, "line"))
            painting.icon_centred(painter, rect, sign, theme.tone(tone), theme.px(1.15))
            return
        here = step.state is StepState.HERE
        accent = theme.color("accent")
        fill, line = (accent, accent) if here else (theme.color("surface"), theme.color("border"))
        self._circle(painter, rect, fill, line)
        ink = theme.color("on_accent" if here else "text2")
        painting.text(painter, rect, str(place + 1), theme.font(bold=True), ink, painting.Centre)

    def _circle(self, painter: QPainter, rect: QRect, fill: QColor, line: QColor) -> None:
        painter.setPen(line)
        painter.setBrush(fill)
        painter.drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))

    def _at(self, point: QPoint) -> int:
        return next((place for place, rect in enumerate(self.rects()) if rect.contains(point)), -1)

    def _hover(self, place: int) -> None:
        if place != self._over:
            self._over = place
            self.setToolTip(self._steps[place].note if place >= 0 else "")
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()
