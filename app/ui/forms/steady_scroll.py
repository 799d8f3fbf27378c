"""SteadyScroll: a scroll area that keeps the field in work in sight and takes no keys of its own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.ui.forms.mouse_release import MouseRelease
from app.ui.widgets.themed import Themed

MARGIN_EMS = 4


class SteadyScroll(Themed, QScrollArea):
    """Follows the keyboard; a clerk who scrolled away with the mouse is left in peace."""

    scrolled_by_hand = Signal()
    """The clerk turns the wheel or pulls the bar: what lies over the page is in the wrong place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.release = MouseRelease(self)
        self.around = True
        """Whether what is around the field in work is wanted too: not when the mouse chose it where it is."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().sliderMoved.connect(self._pulled)

    def is_in_sight(self, room: int) -> bool:
        """Whether the field in work can be seen; a clerk who scrolled away from it is left in peace."""
        focus = QApplication.focusWidget()
        if focus is None or not self.widget().isAncestorOf(focus):
            return False
        top = focus.mapTo(self.widget(), QPoint(0, 0)).y() - self.verticalScrollBar().value()
        return -focus.height() < top < room

    def keep_in_sight(self) -> None:
        """Scroll to the field in work, with some of what is around it."""
        focus = QApplication.focusWidget()
        if focus is None or not self.widget().isAncestorOf(focus):
            return
        top = focus.mapTo(self.widget(), QPoint(0, 0)).y()
        bottom = top + focus.height()
        bar, room = self.verticalScrollBar(), self.viewport().height()
        margin = self.theme.px(MARGIN_EMS) if self.around else 0
        if top - margin < bar.value():
            bar.setValue(max(0, top - margin))
        elif bottom + margin > bar.value() + room:
            bar.setValue(min(bottom + margin - room, top - margin))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scrolled_by_hand.emit()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp, PgDn and arrows are the page's."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self.is_in_sight(event.oldSize().height())
        super().resizeEvent(event)
        if seen:
            self.keep_in_sight()

    def restyle(self) -> None:
        if self.widget() is not None and self.is_in_sight(self.viewport().height()):
            QTimer.singleShot(0, self.keep_in_sight)

    def _pulled(self, _value: int) -> None:
        self.scrolled_by_hand.emit()
