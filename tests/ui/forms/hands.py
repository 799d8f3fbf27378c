"""Hands: real key events to whatever has the keyboard, as a clerk would send them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Types into the focused widget; Chinese comes from an input method, all at once."""

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    @property
    def field(self) -> str:
        """The name of what has the keyboard."""
        return self.at.accessibleName()

    def type(self, text: str) -> None:
        """Type a text."""
        if text.isascii():
            QTest.keyClicks(self.at, text)
        else:
            self.commit(text)
        QApplication.processEvents()

    def commit(self, text: str) -> None:
        """An input method hands over a finished text."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.at, event)

    def compose(self, letters: str) -> None:
        """An input method shows letters it has not finished."""
        QApplication.sendEvent(self.at, QInputMethodEvent(letters, []))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            QTest.keyClick(self.at, key, modifiers)
            QApplication.processEvents()

    def enter(self, *texts: str) -> None:
        """Type texts, Enter after each; with none, just Enter."""
        for text in texts or ("",):
            if text:
                self.type(text)
            self.press(Key.Key_Return)
