"""What every painted widget shares: the theme at hand and a call when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from app.ui.appearance import theme
from app.ui.theme import Theme

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Themed(_Base):
    """Mix in before a QWidget class; `restyle` runs when look or size of the program changed."""

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return theme()

    def restyle(self) -> None:
        """Take over what was computed from the old theme; widgets that only paint need nothing more."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme: Qt tells every widget when the style sheet changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()
            self.updateGeometry()
            QWidget.update(self)  # an item view has an update() of its own


def mark(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties that the style sheet reads, and have it look again; None takes one away."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else its first look comes
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
