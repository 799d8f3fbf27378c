"""A drop-down that keeps its value when the wheel passes over it, and lists with room to read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from app.ui.widgets.themed import Themed

ROWS = 12


class ComboBox(Themed, QComboBox):
    """Alt+↓ opens; never as wide as its longest text, which is ended by … and shown in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # the default delegate of a combo box does not read the style sheet
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(ROWS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def sizeHint(self) -> QSize:
        return QSize(max(super().sizeHint().width(), self.theme.px(8)), self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(5), self.theme.control)

    def showPopup(self) -> None:
        texts = (self.itemText(row) for row in range(self.count()))
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        self.view().setMinimumWidth(min(widest + self.theme.px(2.5), self.theme.px(40)))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A text too long ends in … and is whole in the tooltip; a dressed combo box would cut it off."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        kind = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(kind, option, part, self).width() - 4
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = text  # type: ignore[attr-defined]
        self.setToolTip(self.currentText() if text != self.currentText() else "")
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a value must not change because the mouse passed over it."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn belong to the page, not to the value."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)
