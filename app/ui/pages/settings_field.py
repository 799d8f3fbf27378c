"""One setting on the screen: an editor, the bar of an unsaved change, the sentence about what is wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import Unfit
from app.ui.forms.fields import LineField, enter_step
from app.ui.theme import Tone
from app.ui.widgets import painting
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed, mark


class Remark(Themed, QWidget):
    """A sentence below a field with the sign of its tone; takes no room while there is nothing to say."""

    def __init__(self, tone: Tone = Tone.ERROR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._words = label("", "note", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        mark(self._words, tone=tone.color or None)
        self.restyle()
        self.hide()

    @property
    def text(self) -> str:
        """What is said, "" when nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str) -> None:
        """Say something, or nothing more."""
        self._words.setText(text)
        self.setVisible(bool(text))

    def restyle(self) -> None:
        self._row.setContentsMargins(self.theme.px(1.0) + 4, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        line = self._words.geometry()
        line.setHeight(theme.metrics("note").height())
        ink = theme.tone(self._tone)
        painting.icon(painter, line, self._tone.icon, ink, 0, theme.px(1.0), theme.metrics("note"))
        painter.end()


class SettingField(QWidget):
    """The base: compares what stands in the editor with what is kept. Subclasses say how to read it."""

    edited = Signal()
    """A person changed the editor; silent when set by program."""

    def __init__(self, key: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.editor = editor
        self.shows_changes = True
        self._kept: Any = None
        self._remark = Remark()
        self.line = QHBoxLayout()
        self.line.setSpacing(6)
        self.line.addWidget(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.line)
        column.addWidget(self._remark)
        self.setFocusProxy(editor)
        if isinstance(editor, LineField):
            editor.stepped.connect(self._step)

    @property
    def is_altered(self) -> bool:
        """Whether something else stands here than is kept."""
        return bool(self.raw() != self.shown(self._kept))

    @property
    def problem(self) -> str:
        """The sentence below the editor."""
        return self._remark.text

    def keep(self, value: Any) -> None:
        """Take over what is kept; an unsaved change of the clerk's stays."""
        altered = self._kept is not None and self.is_altered
        self._kept = value
        if not altered:
            self.put(self.shown(value))
        self._mark()

    def reset(self) -> None:
        """Go back to what is kept."""
        self.put(self.shown(self._kept))
        self.complain("")
        self._mark()

    def put_unsaved(self, raw: Any) -> None:
        """Show what `raw` gave another time, as a change that is not saved."""
        self.put(raw)
        self._mark()

    def settle(self, value: Any) -> None:
        """`value` was saved: when it is what still stands here, the change is over."""
        try:
            same = self.read() == value
        except Unfit:
            same = False
        self._kept = value
        if same:
            self.put(self.shown(value))
        self._mark()

    def complain(self, text: str) -> None:
        """Say what is wrong, or that nothing is."""
        self._remark.say(text)
        mark(self.editor, state="invalid" if text else None)

    def raw(self) -> Any:
        """What stands in the editor."""
        raise NotImplementedError

    def put(self, raw: Any) -> None:
        """Show something by program, without a signal."""
        raise NotImplementedError

    def shown(self, value: Any) -> Any:
        """How a kept value stands in the editor."""
        return value

    def read(self) -> Any:
        """The value to keep; raises Unfit."""
        return self.raw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on where the editor itself has no use for it."""
        step = enter_step(event)
        if step:
            self._step(step)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        self.focusNextPrevChild(step > 0)

    def _edit(self, *_: object) -> None:
        self.complain("")
        self._mark()
        self.edited.emit()

    def _mark(self) -> None:
        mark(self.editor, altered=True if self.shows_changes and self.is_altered else None)
