"""ElidedLabel: one line of words that ends in … where room is short, the whole as its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

LEAST_EMS = 5


class ElidedLabel(Themed, QWidget):
    """Words in a type role and a colour of the palette."""

    def __init__(self, role: str = "body", ink: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._ink, self._text = role, ink, ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All of the words."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.theme.metrics(self._role).horizontalAdvance(self._text)
        return QSize(width + 2, self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.theme.px(LEAST_EMS), self.sizeHint().width()), self.theme.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        painting.text(painter, self.rect(), self._text, theme.font(self._role), theme.color(self._ink))
        painter.end()
