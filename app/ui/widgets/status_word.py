"""A state as icon, word and colour; as a widget, as a pill and as a stroke for table cells."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme, Tone
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed


class Status(NamedTuple):
    """A state worth a word; `icon` "" takes the tone's own."""

    text: str
    tone: Tone = Tone.PLAIN
    icon: str = ""


def missing(count: int) -> Status:
    """A draft: so many things to fill in before it counts."""
    return Status(f"缺 {count} 处", Tone.WARN)


DRAFT = Status("草稿", Tone.PLAIN, "edit")
REGISTERED = Status("已登记", Tone.PLAIN, "ok")
PLANNED = Status("计划", Tone.ACCENT, "clock")
SUBMITTED = Status("已报送", Tone.LOCK)
CORRECTED = Status("更正", Tone.LOCK)
RETURNED = Status("退回", Tone.ERROR)
REQUIRED = Status("未填", Tone.WARN)


def paint_status(
    painter: QPainter, rect: QRect, status: Status, theme: Theme, *, selected: bool = False
) -> None:
    """Icon and word at the left of `rect`; on a selected row the colours stay readable."""
    ink = _ink(status, theme, selected)
    metrics = theme.metrics()
    painting.icon(painter, rect, status.icon or status.tone.icon, ink, rect.left(), theme.px(1.05), metrics)
    room = rect.adjusted(theme.px(1.05) + theme.px(0.4), 0, 0, 0)
    painting.text(painter, room, status.text, theme.font(), ink)


def status_width(status: Status, theme: Theme) -> int:
    """Room that `paint_status` wants."""
    return theme.px(1.05) + theme.px(0.4) + theme.metrics().horizontalAdvance(status.text)


def _ink(status: Status, theme: Theme, selected: bool) -> QColor:
    if selected and theme.is_contrast:
        return theme.color("on_select")
    if status.tone is Tone.PLAIN:
        return theme.color("text2" if selected else "muted")
    return theme.tone(status.tone)


class StatusWord(Themed, QWidget):
    """A state beside a title (as a pill) or in a line (icon and word)."""

    def __init__(
        self, status: Status | None = None, *, pill: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._status = status
        self._pill = pill
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    def set_status(self, status: Status | None) -> None:
        """Show a state; None shows nothing and takes no room."""
        self._status = status
        self.setVisible(status is not None)
        self.setAccessibleName(status.text if status else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self.theme
        if self._status is None:
            return QSize(0, theme.control)
        if not self._pill:
            return QSize(status_width(self._status, theme) + 2, theme.control)
        width = theme.metrics("note").horizontalAdvance(self._status.text)
        return QSize(width + 2 * theme.px(0.9), theme.even(1.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._status is None:
            return
        theme, painter = self.theme, painting.begin(self)
        if self._pill:
            tone = self._status.tone
            fill, line = theme.tone(tone, "bg"), theme.tone(tone, "line")
            painting.box(painter, self.rect(), fill, line, radius=self.height() / 2)
            font = theme.font("note")
            painting.text(painter, self.rect(), self._status.text, font, theme.tone(tone), painting.Centre)
        else:
            paint_status(painter, self.rect(), self._status, theme)
        painter.end()
