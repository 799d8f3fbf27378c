"""The line and the block that text is typed into; Enter, Tab and the program's keys are left to the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.models.texts import visible
from app.ui.widgets.themed import Themed, mark

# What Qt's fields would swallow on some system, but the window means something else by.
_WITH_CTRL = (
    Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_R, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete,
)  # fmt: skip
_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_ours(event: QKeyEvent) -> bool:
    """Whether a key that a text field would take belongs to the window."""
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl and Qt.Key(event.key()) in _WITH_CTRL


def enter_step(event: QKeyEvent) -> int:
    """+1 for Enter, -1 for Shift+Enter, 0 for any other key."""
    if Qt.Key(event.key()) not in ENTER:
        return 0
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return -1
    return 0 if modifiers else 1


def pasted_block(event: QKeyEvent) -> str:
    """The block of cells that Ctrl+V would paste, "" when it is but a text."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return ""
    text = QGuiApplication.clipboard().text()
    return text if is_block(text) else ""


def is_block(text: str) -> bool:
    """Whether a text has more than one cell."""
    return "\t" in text or "\n" in text.strip()


class _Watched(Themed):
    """Knows when an input method composes, and tells when the keyboard really comes and goes."""

    composing: bool
    if TYPE_CHECKING:
        entered: ClassVar[Signal]
        left: ClassVar[Signal]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _PASSING:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.composing = False
        if event.reason() not in _PASSING:
            self.left.emit()


class LineField(_Watched, QLineEdit):
    """One line of typing; Enter asks to go on, an input method's unfinished letters are left alone."""

    stepped = Signal(int)
    """Enter (+1) or Shift+Enter (-1)."""
    left = Signal()
    """The keyboard went elsewhere inside the window."""
    entered = Signal()
    """The keyboard came here."""
    block_pasted = Signal(str)
    """A block of cells was pasted, when `takes_blocks`."""

    takes_blocks = False

    def __init__(self, parent: QWidget | None = None, *, latin: bool = False, bare: bool = False) -> None:
        super().__init__(parent)
        self.composing = False
        self._latin = latin
        if bare:
            self.setProperty("bare", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._turn_input_method()

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        self._turn_input_method()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(2), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            spent = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            if spent or is_ours(event):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = enter_step(event)
        block = pasted_block(event) if self.takes_blocks else ""
        if step:
            self.stepped.emit(step)
        elif block:
            self.block_pasted.emit(block)
        elif event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self.insert(visible(QGuiApplication.clipboard().text()))
        elif is_ours(event) or Qt.Key(event.key()) in ENTER or self._leaves(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether an arrow key is not for the text: up and down always."""
        return Qt.Key(event.key()) in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

    def _turn_input_method(self) -> None:
        """Dates, numbers and phones are typed in Latin letters: no input method comes up there."""
        if self._latin:
            hints = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
            self.setInputMethodHints(hints)
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)


class BlockField(_Watched, QPlainTextEdit):
    """As high as its text, `least` to `most` lines; Tab leaves, Enter is a new line."""

    typed = Signal()
    """A person changed the text; silent when set by program."""
    left = Signal()
    entered = Signal()
    stepped = Signal(int)
    """In a table's cell (`bare`) Enter goes on; a new line is Alt+Enter there."""
    block_pasted = Signal(str)
    """A block of cells was pasted into a table's cell."""
    grown = Signal()
    """The text needs another height."""

    def __init__(
        self, parent: QWidget | None = None, *, least: int = 3, most: int = 12, bare: bool = False
    ) -> None:
        super().__init__(parent)
        self.composing = False
        self._least, self._most, self._bare = least, most, bare
        self._silent = False
        self.setTabChangesFocus(True)
        if bare:
            self.setFrameShape(QFrame.Shape.NoFrame)
            self.setStyleSheet("QPlainTextEdit { border: 0; padding: 0; background: transparent; }")
            self.document().setDocumentMargin(0)
            self.document().clearUndoRedoStacks()  # the margin alone would count as typed
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def set_text(self, text: str) -> None:
        """Show a text by program, without a signal."""
        self._silent = True
        self.setPlainText(text)
        self._silent = False

    def text_height(self) -> int:
        """Pixels the text needs, without the frame; no more is measured than can be shown."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and height <= self._most * self.fontMetrics().lineSpacing():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return max(round(height), self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(20), self.height())

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._bare and is_block(source.text()):
            self.block_pasted.emit(source.text())
        else:
            self.insertPlainText(visible(source.text()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if is_ours(event) or (undo and not self.document().isUndoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = enter_step(event)
        if is_ours(event) or (Qt.Key(event.key()) in ENTER and self._is_save(event)):
            event.ignore()
        elif (step and self._bare) or step < 0:
            self.stepped.emit(step)
        elif Qt.Key(event.key()) in ENTER:
            self.insertPlainText("\n")
        elif self._bare and self._leaves(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_marks(self, state: str, altered: bool) -> None:
        """Tint for a problem, bar for an unsaved change."""
        mark(self, state=state or None, altered=True if altered else None)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether an arrow at the edge of the text means the cell beside it."""
        moves = {
            Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
            Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return not self.textCursor().movePosition(move)

    @staticmethod
    def _is_save(event: QKeyEvent) -> bool:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _changed(self) -> None:
        # Unlike a line edit, this is told of every letter an input method is still composing.
        if not self._silent and not self.composing:
            self.typed.emit()

    def _fit(self) -> None:
        if self._bare:
            self.grown.emit()
            return
        line = self.fontMetrics().lineSpacing()
        pad = max(0, (self.theme.control - 2 - self.theme.metrics().height()) // 2)
        room = 2 * pad + 2 + 2 * int(self.document().documentMargin())
        height = room + min(self._most * line, max(self._least * line, self.text_height()))
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()
