"""A field to search in: magnifier, key hint, and a cross to empty it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets import painting
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.themed import Themed

PAUSE_MS = 120


class SearchBox(Themed, QLineEdit):
    """What is typed is searched after a short pause; Enter searches at once, Esc empties."""

    searched = Signal(str)
    """The text to search for, trimmed; "" when emptied."""
    left = Signal()
    """Arrow down, Enter when found already, Esc in an empty box: the hands want to go to the results."""

    def __init__(self, placeholder: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._last = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._clear = IconButton("close", "清空", hint="Esc", small=True, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._emptied)
        self._clear.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._typed)
        self.restyle()

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that has not been searched for yet."""
        return self._pause.isActive()

    def set_text(self, text: str) -> None:
        """Put a text in by program, without searching."""
        self.setText(text)
        self._pause.stop()
        self._last = text.strip()

    def restyle(self) -> None:
        right = self.theme.metrics("note").horizontalAdvance(self._hint) + 6 if self._hint else 0
        if self.text():
            right = self._clear.sizeHint().width()
        self.setTextMargins(self.theme.icon, 0, right, 0)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+E to 导出: on X11 a line edit would take it as "end of line"."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if ctrl and event.key() == Qt.Key.Key_E:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self._emptied()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self._search()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._search() and self._last:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._clear.sizeHint()
        top = (self.height() - size.height()) // 2
        self._clear.setGeometry(self.width() - size.width() - 5, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = self.theme, painting.begin(self)
        size = theme.px(1.15)
        painting.icon(painter, self.rect(), "search", theme.color("muted"), 8, size, theme.metrics())
        if self._hint and not self.text():
            room = self.rect().adjusted(0, 0, -9, 0)
            painting.text(painter, room, self._hint, theme.font("note"), theme.color("muted"), painting.Right)
        painter.end()

    def _typed(self) -> None:
        self._clear.setVisible(bool(self.text()))
        self.restyle()
        self._pause.start()

    def _emptied(self) -> None:
        self.clear()
        self._search()

    def _search(self) -> bool:
        """Ask for what stands there; False when that was asked for already."""
        self._pause.stop()
        text = self.text().strip()
        if text == self._last:
            return False
        self._last = text
        self.searched.emit(text)
        return True
