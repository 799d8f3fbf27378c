"""What stands where nothing is: what is empty, how one fills it, one primary button and one way out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed


class EmptyState(QWidget):
    """Stands in the middle of its room; `acted` tells which button by the key it was added with."""

    acted = Signal(str)

    def __init__(self, icon: str, title: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = _Picture(icon, self)
        self._title, self._text = label(title, "section"), label(text, "label", wrap=True)
        self._buttons, self._links = QHBoxLayout(), QHBoxLayout()
        self._made: list[HintButton] = []
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        for row in (self._buttons, self._links):
            row.setSpacing(8)
            row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(row)
        column.addStretch(3)
        self._show_filled()

    def say(self, title: str, text: str = "", *, icon: str = "") -> None:
        """Change the words, and take the buttons away."""
        self._title.setText(title)
        self._text.setText(text)
        if icon:
            self._picture.set_icon(icon)
        for button in self._made:
            button.setParent(None)
            button.deleteLater()
        self._made.clear()
        self._show_filled()

    def add_button(
        self, key: str, text: str, *, icon: str = "", hint: str = "", kind: str = "quiet"
    ) -> HintButton:
        """One more way on; kind link stands in a line of its own below the buttons."""
        button = HintButton(text, icon=icon, hint=hint, kind=kind, parent=self)
        button.setObjectName(key)
        button.clicked.connect(self._pressed)
        (self._links if kind == "link" else self._buttons).addWidget(button)
        self._made.append(button)
        return button

    def begin(self) -> None:
        """Give the keyboard to the first way on."""
        if self._made:
            self._made[0].setFocus()

    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.acted.emit(sender.objectName())

    def _show_filled(self) -> None:
        words: tuple[QLabel, ...] = (self._title, self._text)
        for part in words:
            part.setVisible(bool(part.text()))


class _Picture(Themed, QWidget):
    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.even(4), self.theme.even(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        painting.icon_centred(painter, self.rect(), self._icon, self.theme.color("border"), self.width())
        painter.end()
