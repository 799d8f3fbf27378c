"""WhyDialog: asks for the reason of something that is kept for ever; without one it is not done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label

MOST = 200


class WhyDialog(Dialog):
    """`why` afterwards, "" when it was put away. `act` is the verb on the button, `least` characters long."""

    def __init__(
        self, title: str, text: str, *, act: str, example: str = "", least: int = 2,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, parent)
        self.why = ""
        self._least = least
        self.edit = QLineEdit()
        self.edit.setMaxLength(MOST)
        self.edit.setAccessibleName("原因")
        self.edit.setPlaceholderText(example)
        self.body.addWidget(label(title, "section"))
        self.body.addWidget(label(text, "label", wrap=True))
        self.body.addWidget(self.edit)
        self.go = self.add_button(act, kind="primary")
        self.stay = self.add_button("取消", hint="Esc")
        self.edit.textChanged.connect(self._weigh)
        self.go.clicked.connect(self._take)
        self.stay.clicked.connect(self.reject)
        self._weigh()
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.heightForWidth(self.width()))
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from the line, or presses the button that has the keyboard."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), HintButton):
            focused.click()
        elif self._fits:
            self._take()

    @property
    def _written(self) -> str:
        return " ".join(self.edit.text().split())

    @property
    def _fits(self) -> bool:
        return len(self._written) >= self._least

    def _weigh(self) -> None:
        self.go.set_reason("" if self._fits else "请先写原因")

    def _take(self) -> None:
        self.why = self._written
        self.accept()


def ask_why(parent: QWidget | None, title: str, text: str, *, act: str, example: str = "") -> str:
    """Ask and wait; the reason, "" when it is not to be done."""
    dialog = WhyDialog(title, text, act=act, example=example, parent=parent)
    dialog.exec()
    why = dialog.why
    dialog.deleteLater()
    return why
