"""LineDialog: what the dialogs that ask for a reason share: one line, without which it is not done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.dialogs.dialog import Dialog
from app.ui.widgets.hint_button import HintButton

MOST = 200


class LineDialog(Dialog):
    """`reason` afterwards, "" when it was put away; subclasses lay out `edit`, then call `begin`.

    `least` characters are wanted, until then `lacking` says why it does not go on; `act` and `stay` are the
    words on the buttons.
    """

    typed = Signal(str)
    """What stands in the line by now."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *,
        name: str, act: str, stay: str, least: int, lacking: str, width_ems: float = 43,
    ) -> None:  # fmt: skip
        super().__init__(title, parent, width_ems=width_ems)
        self.reason = ""
        self._least, self._lacking = least, lacking
        self.edit = QLineEdit()
        self.edit.setMaxLength(MOST)
        self.edit.setAccessibleName(name)
        self.go = self.add_button(act, kind="primary")
        self.stay = self.add_button(stay, hint="Esc")
        self.edit.textChanged.connect(self._weigh)
        self.edit.textChanged.connect(self.typed)
        self.go.clicked.connect(self._take)
        self.stay.clicked.connect(self.reject)

    def begin(self) -> None:
        """Everything is in its place: fit the height and give the keyboard to the line."""
        self._weigh()
        layout = self.layout()
        if layout is not None:  # wrapped labels ask for more lines than the width leaves them
            self.resize(self.width(), layout.heightForWidth(self.width()))
        self.edit.setFocus()

    def ask(self) -> str:
        """Show it and wait; the reason, "" when it is not to be done."""
        self.exec()
        self.deleteLater()
        return self.reason

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
        self.go.set_reason("" if self._fits else self._lacking)

    def _take(self) -> None:
        self.reason = self._written
        self.accept()
