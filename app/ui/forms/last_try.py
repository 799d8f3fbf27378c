"""LastTry: what the foot of the window says of saving is said of the form in sight, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.operations import Operations


class LastTry(QObject):
    """Something else that is written before or meanwhile does not make this record saved."""

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._failed = self._unsure = self._is_dirty = self._is_other = False
        self._is_ours = self._just_saved = False
        self._is_wanted = True
        operations.changed.connect(self._written)

    def fail(self, *, unsure: bool = False) -> None:
        """It was not saved, or nobody can tell."""
        self._failed, self._unsure = True, unsure
        self._say()

    def settle(self) -> None:
        """Nobody wants it saved any more."""
        self._failed = self._is_wanted = False
        self.note(False)

    def begin(self) -> None:
        """Another record is typed now."""
        self._failed = self._is_ours = self._just_saved = False
        self._is_wanted = True

    def succeed(self) -> None:
        """It is saved: the time that is told next is that of this record, until something else is."""
        self._failed = False
        self._is_wanted = self._is_ours = self._just_saved = True
        self.note(False)

    def note(self, dirty: bool) -> None:
        """Something typed is not saved, or all is: then the time of another save says nothing of it."""
        self._is_dirty = dirty
        other = dirty and self._is_wanted and not self._is_ours
        if other is not self._is_other:
            self._is_other = other
            self._operations.typed_elsewhere.emit(other)

    def _written(self) -> None:
        self._is_ours, self._just_saved = self._just_saved, False
        self.note(self._is_dirty)
        self._say()

    def _say(self) -> None:
        if self._failed:
            self._operations.unwritten.emit(self._unsure)
