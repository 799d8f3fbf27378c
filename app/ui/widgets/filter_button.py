"""乡镇 ▾: a filter of a list; when it is on it turns blue, names its value and offers a cross."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.widgets import painting
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.themed import Themed

LONGEST_EMS = 13


class FilterButton(Themed, QAbstractButton):
    """Choose values to filter by; Del takes the filter away."""

    changed = Signal(list)
    """Keys of the chosen options; empty when the filter is off."""

    def __init__(self, name: str, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._chosen: tuple[str, ...] = ()
        self.setText(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._pressed)
        self._name()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the chosen options."""
        return self._chosen

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other values; chosen ones that are no longer offered are dropped, silently."""
        self._options = tuple(options)
        offered = {option.key for option in options}
        self.set_chosen([key for key in self._chosen if key in offered])

    def set_chosen(self, keys: Collection[str]) -> None:
        """Choose by program, without a signal."""
        self._chosen = tuple(option.key for option in self._options if option.key in keys)
        self._name()
        self.updateGeometry()
        self.update()

    def open_list(self, below: QWidget | None = None) -> None:
        """Open the list of values, under another widget when this one is folded away."""
        from app.ui.widgets.choice_popup import ChoicePopup  # not before somebody opens it

        popup = ChoicePopup(self._options, self._chosen, self.window())
        popup.changed.connect(self._chose)
        popup.open_below(below or self)

    def clear(self) -> None:
        """Take the filter away."""
        if self._chosen:
            self._chose([])

    @property
    def shown(self) -> str:
        """The words on the button."""
        if not self._chosen:
            return self.text()
        if len(self._chosen) > 1:
            return f"{self.text()}：{len(self._chosen)} 个"
        texts = {option.key: option.text for option in self._options}
        return f"{self.text()}：{texts[self._chosen[0]]}"

    def sizeHint(self) -> QSize:
        theme = self.theme
        words = min(theme.metrics().horizontalAdvance(self.shown), theme.px(LONGEST_EMS))
        return QSize(words + theme.px(0.7) * 2 + theme.px(0.5) + theme.px(1.1), theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif alt_down or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._chosen and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.clear()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        ink = self._paint_ground(painter)
        words = self.rect().adjusted(theme.px(0.7), 0, -theme.px(0.7) - theme.px(1.6), 0)
        painting.text(painter, words, self.shown, theme.font(), theme.color(ink))
        sign = ("close", theme.px(0.9)) if self._chosen else ("drop", theme.px(1.1))
        color = theme.color(ink if self._chosen or not self.isEnabled() else "text2")
        painting.icon_centred(painter, self._cross(), sign[0], color, sign[1])
        painter.end()

    def _paint_ground(self, painter: QPainter) -> str:
        theme = self.theme
        if not self.isEnabled():
            line = theme.color("disabled" if theme.is_contrast else "line")
            painting.box(painter, self.rect(), theme.color("window"), line, dashed=theme.is_contrast)
            return "disabled"
        over, focused, on = self.underMouse(), self.hasFocus(), bool(self._chosen)
        fill = "soft" if on or self.isDown() else "hover" if over else "surface"
        outline = "focus" if focused else "accent" if on else "border" if over else "border_soft"
        width = 2 if focused else 1
        painting.box(painter, self.rect(), theme.color(fill), theme.color(outline), width=width)
        return "accent" if on else "text"

    def _cross(self) -> QRect:
        edge = self.theme.px(1.1)
        return QRect(self.width() - edge - self.theme.px(0.6), 0, edge, self.height())

    def _pressed(self) -> None:
        self.open_list()

    def _chose(self, keys: list[str]) -> None:
        self.set_chosen(keys)
        self.changed.emit(list(self._chosen))

    def _name(self) -> None:
        self.setAccessibleName(self.shown)
        texts = {option.key: option.text for option in self._options}
        self.setToolTip("、".join(texts[key] for key in self._chosen))
