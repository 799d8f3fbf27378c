"""A message at the top of a page: what went well until the page is left, all else until dealt with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.themed import Themed

UNDO = "撤销"


class Strip(Themed, QWidget):
    """Icon, sentence, an action, perhaps another; in the colours of its tone."""

    acted = Signal()
    """The action's button was pressed."""
    other_acted = Signal()
    """The button of the other one was pressed."""
    closed = Signal()
    """The clerk put the message away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.PLAIN
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action, self._other = HintButton(""), HintButton("")
        self._close = IconButton("close", "收起这条提示", small=True)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._other)
        self._row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._action.clicked.connect(self.acted)
        self._other.clicked.connect(self.other_acted)
        self._close.clicked.connect(self._put_away)
        self.restyle()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, "" when hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_message(
        self,
        tone: Tone,
        text: str,
        *,
        action: str = "",
        hint: str = "",
        other: str = "",
        closable: bool = True,
    ) -> None:
        """Show a sentence (looks.md §10: what happened, what is safe, what to do) and its way out."""
        self._tone = tone
        self._words.setText(text)
        self._action.set_label(action, hint=hint)
        self._action.setVisible(bool(action))
        self._other.set_label(other)
        self._other.setVisible(bool(other))
        self._close.setVisible(closable)
        self.setAccessibleName(text)
        self.show()
        self.update()

    def clear(self) -> None:
        """Nothing more to say."""
        self.hide()

    def restyle(self) -> None:
        left = 14 + self.theme.icon + self.theme.px(0.5)
        self._row.setContentsMargins(left, 4, 7, 4)
        self.setMinimumHeight(self.theme.control + 10)

    def hideEvent(self, event: QHideEvent) -> None:
        """What went well is not said again to whoever comes back to the page; a way back from it stays."""
        super().hideEvent(event)
        left = not self.isHidden() and not event.spontaneous()  # its page was, and it was not put away itself
        if left and self._tone is Tone.OK and self._action.text() != UNDO:
            self.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        painting.box(painter, self.rect(), theme.tone(self._tone, "bg"), theme.tone(self._tone, "line"))
        line = self._words.geometry()
        line.setHeight(max(theme.metrics().height(), line.height() if self._one_line() else 0))
        ink = theme.tone(self._tone)
        painting.icon(painter, line, self._tone.icon, ink, 14, theme.icon, theme.metrics())
        painter.end()

    def _one_line(self) -> bool:
        return self._words.heightForWidth(self._words.width()) <= 1.5 * self.theme.metrics().height()

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()
