"""GrowingLines: lines of a form below each other, and a link for one more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.hint_button import HintButton


class GrowingLines(QWidget):
    """Subclasses put their lines into `lines` and add one in `add_by_hand`."""

    edited = Signal()
    """A person changed, added or took away a line."""

    def __init__(self, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = HintButton(more, icon="plus", kind="link")
        self.more.clicked.connect(self.add_by_hand)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.lines)
        column.addLayout(foot)

    def add_by_hand(self) -> None:
        """A person asks for one more."""
        raise NotImplementedError

    def drop(self, line: QWidget) -> None:
        """Take a line away."""
        self.lines.removeWidget(line)
        line.hide()
        line.deleteLater()
