"""Asks a question whose answers are verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.ui.dialogs.dialog import Dialog
from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

TITLE = "政协履职台账"


@dataclass(frozen=True)
class Answer:
    """One way on: what its button says; the safe one has the keyboard."""

    key: str
    text: str
    kind: str = "quiet"
    safe: bool = False


CANCEL = Answer("cancel", "取消")


class MessageDialog(Dialog):
    """What happened, what is safe, what to do; `answer` afterwards, "" when put away by Esc or the cross."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        advice: str = "",
        answers: Sequence[Answer],
        tone: Tone = Tone.WARN,
        details: str = "",
    ) -> None:
        super().__init__(TITLE, parent)
        self.answer = ""
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Sign(tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        for part, role in ((title, "section"), (text, "label"), (advice, "body")):
            if part:
                words.addWidget(label(part, role, wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setFixedHeight(self.fontMetrics().height() * 9)
        self._details.hide()
        self.body.addWidget(self._details)
        self._more = self.add_link("显示详情…")
        self._more.setVisible(bool(details))
        self._more.clicked.connect(self._show_details)
        for answer in answers:
            button = self.add_button(answer.text, kind=answer.kind)
            button.clicked.connect(partial(self._answered, answer.key))
            if answer.safe or (answer.kind == "primary" and not any(other.safe for other in answers)):
                button.setFocus()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, Esc puts the dialog away."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and hasattr(focused, "click"):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _answered(self, key: str) -> None:
        self.answer = key
        self.accept()

    def _show_details(self) -> None:
        self._details.show()
        self._more.hide()
        self._fit()

    def _fit(self) -> None:
        """As high as its words: Qt gives a dialog fewer lines than wrapped labels ask for."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.heightForWidth(self.width()))


class Sign(Themed, QWidget):
    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._tone = tone
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(2.1), self.theme.px(2.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        ink = self.theme.tone(self._tone)
        painting.icon_centred(painter, self.rect(), self._tone.icon, ink, self.width())
        painter.end()


def ask(
    parent: QWidget | None,
    title: str,
    text: str = "",
    *,
    advice: str = "",
    answers: Sequence[Answer],
    tone: Tone = Tone.WARN,
    details: str = "",
) -> str:
    """Ask and wait; the key of the answer, "" when the dialog was put away."""
    dialog = MessageDialog(parent, title, text, advice=advice, answers=answers, tone=tone, details=details)
    dialog.exec()
    answer = dialog.answer
    dialog.deleteLater()
    return "" if answer == CANCEL.key else answer


def ask_about_changes(parent: QWidget | None, what: str) -> str:
    """Leaving with unsaved changes: "save", "discard", or "" to stay."""
    answers = (Answer("save", "保存", "primary", safe=True), Answer("discard", "不保存"), CANCEL)
    return ask(parent, f"{what}改过了，还没保存", "不保存的话，这次改的内容就没有了。", answers=answers)


def tell(parent: QWidget | None, error: AppError) -> None:
    """Say an error for people and wait until it is read."""
    first, _, rest = error.message.partition("\n")
    ask(parent, first, rest, answers=(Answer("seen", "知道了", "primary", safe=True),))
