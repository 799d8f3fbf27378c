"""A button of one icon, for the few actions known by their sign: back, next, close, zoom, filter, more."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.widgets import painting
from app.ui.widgets.themed import Themed


class IconButton(Themed, QAbstractButton):
    """An icon that acts; always has a name for screen readers and a tooltip with its key."""

    def __init__(
        self, icon: str, name: str, *, hint: str = "", small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._name, self._hint, self._small = icon, name, hint, small
        self._on = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {hint}".strip())

    def set_on(self, on: bool) -> None:
        """Show that what the button switches is in force."""
        self._on = on
        self.update()

    def set_reason(self, reason: str) -> None:
        """Disable the button and say why; "" enables it again."""
        self.setEnabled(not reason)
        self.setToolTip(reason or f"{self._name}  {self._hint}".strip())
        self.setStatusTip(reason)

    def sizeHint(self) -> QSize:
        if self._small:
            edge = self.theme.px(1.6)
            return QSize(edge, edge)
        return QSize(self.theme.even(2.1), self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        over = self.isEnabled() and self.underMouse()
        if self._on:
            painting.box(painter, self.rect(), theme.color("soft"), theme.color("accent"))
        elif over:
            painting.box(painter, self.rect(), theme.color("soft" if self.isDown() else "hover"), None)
        if self.hasFocus():
            painting.focus_box(painter, self.rect(), theme)
        ink = "disabled" if not self.isEnabled() else "accent" if self._on else "text" if over else "text2"
        size = theme.px(1.0) if self._small else theme.icon
        painting.icon_centred(painter, self.rect(), self._icon, theme.color(ink), size)
        painter.end()
