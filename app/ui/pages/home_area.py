"""HomeArea: a scrolling ground for what the first page paints itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from app.ui.widgets.themed import Themed
from app.ui.widgets.viewport import clear_viewport


class HomeArea(Themed, QAbstractScrollArea):
    """Scrolls by pixels what is as high as `content_height`; subclasses paint into the viewport."""

    revealed = Signal(int, int)
    """Top in the viewport and height of what the keyboard went to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        clear_viewport(self).setMouseTracking(True)

    @property
    def top(self) -> int:
        """How far the content is scrolled."""
        return self.verticalScrollBar().value()

    def content_height(self) -> int:
        """Pixels of all there is below the fixed part."""
        return 0

    def fixed_height(self) -> int:
        """Pixels at the top that do not scroll."""
        return 0

    def tip_at(self, point: QPoint) -> str:
        """What to say about the place under the mouse."""
        return ""

    def refit(self) -> None:
        """The content has another height."""
        bar = self.verticalScrollBar()
        room = max(0, self.viewport().height() - self.fixed_height())
        bar.setRange(0, max(0, self.content_height() - room))
        bar.setPageStep(room)
        bar.setSingleStep(self.theme.row)
        self.viewport().update()

    def reveal(self, top: int, height: int) -> None:
        """Scroll as little as needed to have this part of the content in sight."""
        bar = self.verticalScrollBar()
        room = max(1, self.viewport().height() - self.fixed_height())
        if top < bar.value():
            bar.setValue(top)
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)
        self.revealed.emit(self.fixed_height() + top - bar.value(), height)

    def restyle(self) -> None:
        self.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def begin(self) -> QPainter:
        """A smooth painter on the viewport; call `end()` on it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    def seen(self) -> QRect:
        """The part of the viewport that scrolls."""
        return self.viewport().rect().adjusted(0, self.fixed_height(), 0, 0)
