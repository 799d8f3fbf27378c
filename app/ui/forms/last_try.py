"""LastTry: a form whose last save did not take place keeps the foot of the window saying so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.operations import Operations


class LastTry(QObject):
    """Something else that is written meanwhile does not make this record saved."""

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._failed = self._unsure = False
        operations.changed.connect(self._say)

    def fail(self, *, unsure: bool = False) -> None:
        """It was not saved, or nobody can tell."""
        self._failed, self._unsure = True, unsure
        self._say()

    def settle(self) -> None:
        """It is saved, or nobody wants it saved any more."""
        self._failed = False

    def _say(self) -> None:
        if self._failed:
            self._operations.unwritten.emit(self._unsure)
