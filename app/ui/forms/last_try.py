"""LastTry: what the foot of the window says of saving is said of the form in sight, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.operations import Operations


class LastTry(QObject):
    """Something else that is written before or meanwhile does not make this record saved."""

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._failed = self._unsure = self._is_ours = self._is_other = False
        operations.changed.connect(self._say)

    def fail(self, *, unsure: bool = False) -> None:
        """It was not saved, or nobody can tell."""
        self._failed, self._unsure = True, unsure
        self._say()

    def settle(self) -> None:
        """Nobody wants it saved any more."""
        self._failed = False

    def begin(self) -> None:
        """Another record is typed now."""
        self._failed = self._is_ours = False

    def succeed(self) -> None:
        """It is saved: from now on the time of the last save is that of this record."""
        self._failed, self._is_ours = False, True
        self.note(False)

    def note(self, dirty: bool) -> None:
        """Something typed is not saved, or all is: then the time of another save says nothing of it."""
        other = dirty and not self._is_ours
        if other is not self._is_other:
            self._is_other = other
            self._operations.typed_elsewhere.emit(other)

    def _say(self) -> None:
        if self._failed:
            self._operations.unwritten.emit(self._unsure)
