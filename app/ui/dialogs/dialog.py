"""The frame of every dialog: content on white, a foot of buttons, links at the far left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.appearance import theme
from app.ui.widgets.hint_button import HintButton


class Dialog(QDialog):
    """Put content into `body`; buttons read from left to right: what is to be done, then 取消."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width_ems: float = 43) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setModal(True)
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

    def add_link(self, text: str) -> HintButton:
        """A link at the far left of the foot: 显示详情…."""
        button = HintButton(text, kind="link")
        self._links.addWidget(button)
        return button
