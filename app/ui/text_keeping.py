"""TextKeeping: what stands in a page or dialog and is not saved is on the disk at most two seconds later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.services.office import Office
from app.services.unsaved_texts import KeptText, TextKey, UnsavedTexts
from app.ui.forms.keeping import AFTER_MS
from app.ui.operations import Operations


class TextKeeping(QObject):
    """Record forms have their own; `read` gives what is not saved, plain, and nothing when all is."""

    troubled = Signal(str)
    """It cannot be kept, and why; said once until it can again."""

    def __init__(
        self, office: Office, operations: Operations, read: Callable[[], Mapping[str, Any]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._texts = UnsavedTexts(office.store, office.clock, office.records.by)
        self._keeper, self._read = operations.keeper, read
        self._key: TextKey | None = None
        self.title = ""
        """What the place is called when it is offered."""
        self._kept = self._in_trouble = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._keeper.failed.connect(self._failed)
        self._keeper.went.connect(self._went)
        operations.finishing.connect(self._hurry)

    def begin(self, key: TextKey, title: str) -> KeptText | None:
        """This is typed into from now on; what was kept of it, to be shown as not saved.

        None too when it was begun already: then it stands there.
        """
        self.title = title
        if key == self._key:
            return None
        self.rest()
        self._key = key
        self._keeper.wait()
        found = self._texts.take(key)
        self._kept = found is not None
        return found

    def rest(self) -> None:
        """Nothing is typed for now; what was is kept, and comes back with the next `begin`."""
        self._hurry()
        self._key = None

    def note(self) -> None:
        """Something was typed, saved or taken back; what is saved is not kept a moment longer."""
        if self._key is None:
            return
        if not self._read():
            self.drop()
        elif not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Hand over what stands there; the disk is not waited for."""
        self._timer.stop()
        if self._key is None:
            return
        values = self._read()
        if values:
            self._kept = True
            work = partial(self._texts.keep, self._key, self.title, dict(values))
            self._keeper.put(self._key.name, work)
        else:
            self.drop()

    def drop(self) -> None:
        """All of it is saved, or nobody wants it."""
        self._timer.stop()
        if self._kept and self._key is not None:
            self._kept = False
            self._keeper.put(self._key.name, partial(self._texts.drop, self._key))

    def _hurry(self) -> None:
        if self._timer.isActive():
            self.keep()

    def _failed(self, name: str, error: AppError) -> None:
        if self._key is not None and name == self._key.name:
            if not self._in_trouble:
                self.troubled.emit(error.message)
            self._in_trouble = True
            self.note()

    def _went(self, name: str) -> None:
        if self._key is not None and name == self._key.name:
            self._in_trouble = False
