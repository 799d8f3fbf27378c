"""What segments and tabs share: a row of words of which one is chosen, by mouse and by arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.widgets.themed import Themed


@dataclass(frozen=True)
class Option:
    """One word of a row to choose from."""

    key: str
    text: str
    tip: str = ""


class ChoiceBar(Themed, QWidget):
    """One of several words is chosen; silent when set by program.

    Subclasses say in `rects` where the words stand, and paint them.
    """

    chosen = Signal(str)
    """The key of the option a person chose."""

    def __init__(self, options: Sequence[Option], current: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._current = current or (options[0].key if options else "")
        self._over = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def options(self) -> tuple[Option, ...]:
        """What there is to choose from."""
        return self._options

    @property
    def current(self) -> str:
        """Key of the chosen option."""
        return self._current

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other words; the choice stays when it is still there, else it is the first."""
        self._options = tuple(options)
        if self._current not in [option.key for option in options]:
            self._current = options[0].key if options else ""
        self._name()
        self.updateGeometry()
        self.update()

    def set_current(self, key: str) -> None:
        """Choose by program, without a signal; KeyError for a key that is not offered."""
        if key not in [option.key for option in self._options]:
            raise KeyError(key)
        self._current = key
        self._name()
        self.update()

    def rects(self) -> list[QRect]:
        """Where each option stands."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [option.key for option in self._options]
        place = keys.index(self._current) if self._current in keys else 0
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() and 0 <= place + step < len(keys):
            self._choose(place + step)
        elif not step or event.modifiers():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _choose(self, place: int) -> None:
        option = self._options[place]
        if option.key != self._current:
            self._current = option.key
            self._name()
            self.update()
            self.chosen.emit(option.key)

    def _hover(self, place: int) -> None:
        if place != self._over:
            self._over = place
            self.setToolTip(self._options[place].tip if place >= 0 else "")
            self.update()

    def _at(self, point: QPoint) -> int:
        return next((place for place, rect in enumerate(self.rects()) if rect.contains(point)), -1)

    def _name(self) -> None:
        texts = {option.key: option.text for option in self._options}
        self.setAccessibleName(texts.get(self._current, ""))
