"""ProblemLine: icon and sentence under a field."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.errors import Level, Problem
from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed, mark


def tone_of(problem: Problem) -> Tone:
    """Red blocks counting, amber is worth a look or keeps a document from being printed."""
    return Tone.ERROR if problem.level in (Level.SAVE, Level.COUNT) else Tone.WARN


class ProblemLine(QWidget):
    """Wraps; its icon stands beside the first line."""

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tone = tone_of(problem)
        self._text = label("", "note", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icon = _Icon(tone, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.say(problem)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def say(self, problem: Problem) -> None:
        """Say another problem."""
        tone = tone_of(problem)
        self._text.setText(problem.text)
        mark(self._text, tone=tone.color)
        self._icon.set_tone(tone)


class _Icon(Themed, QWidget):
    def __init__(self, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(1.05), self.theme.metrics("note").height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        painting.icon(
            painter,
            self.rect(),
            self._tone.icon,
            theme.tone(self._tone),
            0,
            theme.px(1.05),
            theme.metrics("note"),
        )
        painter.end()
