"""FlagEditor: 是 | 否, neither pressed while nothing was said."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.fields import Field
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.fields import enter_step
from app.ui.widgets import painting

_WORDS = ((True, "是"), (False, "否"))
_KEYS = {
    Qt.Key.Key_Y: True, Qt.Key.Key_S: True, Qt.Key.Key_1: True, Qt.Key.Key_Left: True,
    Qt.Key.Key_N: False, Qt.Key.Key_F: False, Qt.Key.Key_0: False, Qt.Key.Key_Right: False,
}  # fmt: skip
_EMPTYING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class FlagEditor(Editor):
    """Space turns 是, 否, nothing; 1 and 0, Y and N say it at once, Del empties."""

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._value: bool | None = None
        self._state, self._altered = "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spec.label)

    def value(self) -> bool | None:
        return self._value

    def set_value(self, value: bool | None) -> None:
        self._value = value
        self.update()

    def set_marks(self, state: str, altered: bool) -> None:
        self._state, self._altered = state, altered
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * self._step() + 1, self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = enter_step(event)
        if step:
            self.moved.emit(step)
        elif plain and key == Qt.Key.Key_Space:
            self._say({None: True, True: False, False: None}[self._value])
        elif plain and key in _EMPTYING:
            self._say(None)
        elif plain and key in _KEYS and not (self.cell and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)):
            self._say(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for rect, (value, _) in zip(self._rects(), _WORDS, strict=True):
            if rect.contains(event.position().toPoint()):
                self._say(None if value == self._value else value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        frame = self._whole()
        if not self.cell:
            fill, line = self._ground()
            width = 2 if self.hasFocus() else 1
            line = "focus" if self.hasFocus() else line
            painting.box(painter, frame, theme.color(fill), theme.color(line), radius=3, width=width)
            painter.fillRect(frame.center().x(), frame.top() + 4, 1, frame.height() - 8, theme.color("line"))
        for rect, (value, word) in zip(self._rects(), _WORDS, strict=True):
            here = value == self._value
            if here:
                inner = rect.adjusted(3, 3, -3, -3)
                painting.box(painter, inner, theme.color("soft"), theme.color("accent"), radius=3)
            ink = theme.color("accent" if here else "muted" if self.isEnabled() else "disabled")
            painting.text(painter, rect, word, theme.font(bold=here), ink, painting.Centre)
        if self._altered and not self.cell:
            painter.fillRect(frame.left(), frame.top(), 3, frame.height(), theme.color("accent"))
        painter.end()

    def _ground(self) -> tuple[str, str]:
        if not self.isEnabled():
            return "sunken", "line"
        return {"invalid": ("error_bg", "error_line"), "doubtful": ("warn_bg", "warn_line")}.get(
            self._state, ("surface", "border")
        )

    def _step(self) -> int:
        return self.theme.px(2.4)

    def _whole(self) -> QRect:
        height = min(self.height(), self.theme.control)
        return QRect(0, (self.height() - height) // 2, 2 * self._step() + 1, height)

    def _rects(self) -> list[QRect]:
        whole, step = self._whole(), self._step()
        return [QRect(whole.left() + place * step, whole.top(), step + 1, whole.height()) for place in (0, 1)]

    def _say(self, value: bool | None) -> None:
        if value != self._value:
            self._value = value
            self.update()
            self.edited.emit()
