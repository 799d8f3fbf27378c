"""The white panel things stand on, and its heading line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.themed import Themed

MARGIN = 14


class Sheet(QFrame):
    """A white rounded panel with an upright layout in `body`; never a sheet in a sheet."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = MARGIN) -> None:
        super().__init__(parent)
        self.setProperty("panel", "sheet")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(8)


class SheetHeading(Themed, QWidget):
    """Bold words, a note after them and, at the right, a count or a link."""

    link_pressed = Signal()

    def __init__(
        self,
        title: str,
        *,
        note: str = "",
        link: str = "",
        count: str = "",
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = label(title, "section")
        self._note, self._count = label(note, "note"), label(count, "label")
        self._link = HintButton(link, kind="link")
        self._link.clicked.connect(self.link_pressed)
        self._sign = _Sign(tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._sign, self._title):
            row.addWidget(part)
        row.addWidget(self._note)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self._link)
        self._sign.setVisible(tone is not Tone.PLAIN)
        self._show_filled()

    def set_texts(
        self, *, title: str | None = None, note: str | None = None, count: str | None = None
    ) -> None:
        """Change what the heading says; None leaves a part as it is."""
        for part, text in ((self._title, title), (self._note, note), (self._count, count)):
            if text is not None:
                part.setText(text)
        self._show_filled()

    def _show_filled(self) -> None:
        for part in (self._note, self._count):
            part.setVisible(bool(part.text()))
        self._link.setVisible(bool(self._link.text()))


class _Sign(Themed, QWidget):
    """The icon of a tone without a word: the heading's own words say it."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.icon, self.theme.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        metrics = theme.metrics("section")
        painting.icon(painter, self.rect(), self._tone.icon, theme.tone(self._tone), 0, theme.icon, metrics)
        painter.end()


def label(text: str, role: str = "body", *, wrap: bool = False) -> QLabel:
    """A QLabel in a type role: title, section, body, strong, label (text2), note or muted."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def rule() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("panel", "rule")
    made.setFixedHeight(1)
    return made
