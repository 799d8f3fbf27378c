"""PasswordField: a line for a secret, with an eye to look at what was typed."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.forms.fields import LineField
from app.ui.widgets.icon_button import IconButton

LONGEST = 64


class PasswordField(LineField):
    """Dots until the eye is pressed; no input method, no undo that gives back what was there."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, latin=True)
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = IconButton("eye", "看看输了什么", small=True, parent=self)
        self.eye.clicked.connect(self._turn)
        self._place()

    def hide_text(self) -> None:
        """Dots again."""
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye.set_on(False)

    def restyle(self) -> None:
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _turn(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self.hide_text()
        else:
            self.setEchoMode(QLineEdit.EchoMode.Normal)
            self.eye.set_on(True)
        self.setFocus()

    def _place(self) -> None:
        if not hasattr(self, "eye"):  # Qt asks for the style while the line is being made
            return
        size = self.eye.sizeHint()
        self.setTextMargins(0, 0, size.width() + 2, 0)
        top = (self.height() - size.height()) // 2
        self.eye.setGeometry(self.width() - size.width() - 5, top, size.width(), size.height())
