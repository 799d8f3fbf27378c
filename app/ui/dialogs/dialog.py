"""The frame of every dialog: content on white, a foot of buttons, links at the far left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.appearance import theme
from app.ui.widgets.hint_button import HintButton

QUIET_MS = 700
"""How long after it came in sight a dialog that nobody asked for takes no answer from the keyboard."""
_ANSWERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape)


class Dialog(QDialog):
    """Put content into `body`; buttons read from left to right: what is to be done, then 取消."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width_ems: float = 43) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setModal(True)
        self._unasked: _Wait | None = None
        self.setProperty("ground", "surface")
        self.setFixedWidth(theme().px(width_ems))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 20, 20, 16)
        self.body.setSpacing(10)
        foot = QFrame()
        foot.setProperty("panel", "foot")
        self._links = QHBoxLayout()
        self._buttons = QHBoxLayout()
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 9, 16, 9)
        row.addLayout(self._links)
        row.addStretch(1)
        row.addLayout(self._buttons)
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.body, 1)
        column.addWidget(foot)

    def add_button(self, text: str, *, kind: str = "quiet", hint: str = "") -> HintButton:
        """One more button, to the right of the others."""
        button = HintButton(text, kind=kind, hint=hint)
        self._buttons.addWidget(button)
        return button

    def come_unasked(self) -> None:
        """It, or what it now asks, comes while somebody presses keys: what was meant before chooses nothing.

        Each such key begins the wait anew, so that nobody answers who types on without looking.
        """
        self._unasked = _Wait(self)

    @property
    def is_listening(self) -> bool:
        """Whether a key would answer it."""
        return self._unasked is None or self._unasked.is_over

    def add_link(self, text: str) -> HintButton:
        """A link at the far left of the foot: 显示详情…."""
        button = HintButton(text, kind="link")
        self._links.addWidget(button)
        return button


class _Wait(QObject):
    """Takes the keys that would answer, until nobody has pressed one for a moment."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.is_over = False
        self._dialog = dialog
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._end)
        dialog.installEventFilter(self)
        for part in dialog.findChildren(QWidget):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._dialog and event.type() == QEvent.Type.Paint and not self._quiet.isActive():
            self._quiet.start()  # shown is not yet seen, when the machine is busy
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            assert isinstance(event, QKeyEvent)
            if event.key() in _ANSWERS:
                self._quiet.start()
                return True
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.is_over = True
        self._dialog.removeEventFilter(self)
        for part in self._dialog.findChildren(QWidget):
            part.removeEventFilter(self)
