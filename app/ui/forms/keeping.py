"""Keeping: what is typed into a form is on the disk at most two seconds later, saved or not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import AppError
from app.services.unsaved import FormKey, Typed, Unsaved
from app.ui.forms.desk import Desk
from app.ui.forms.draft import Draft

AFTER_MS = 1200  # leaves time for a slow disk


class Keeping(QObject):
    """Counts from the first change that is not kept yet, so that endless typing is kept all the same."""

    troubled = Signal(str)
    """It cannot be kept, and why; said once until it can again."""
    relieved = Signal()
    """It is kept again."""

    def __init__(self, desk: Desk, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft = draft
        self._kept = False
        self._in_trouble = False
        self._replaced: tuple[FormKey, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.keep)
        desk.operations.keeper.failed.connect(self._failed)
        desk.operations.keeper.went.connect(self._went)

    @property
    def keys(self) -> tuple[FormKey, ...]:
        """Under which what is in this form is kept, or was until it was put in."""
        return (self._draft.key, *self._replaced)

    def follow(self, draft: Draft) -> None:
        """Another record is typed now; the one before was saved or is not wanted."""
        self.drop()
        self._draft = draft

    def set_aside(self, draft: Draft) -> None:
        """Another record is typed now; what is in this one waits until it is wanted."""
        self.keep()
        self._kept, self._replaced, self._draft = False, (), draft

    def note(self) -> None:
        """A person changed something."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Hand over what stands in the form; the disk is not waited for."""
        self._timer.stop()
        if self._draft.is_to_keep:
            self._kept = True
            unsaved = self._desk.office.unsaved
            work = partial(_keep, unsaved, self._draft.key, self._draft.held(), self._replaced)
            self._desk.operations.keeper.put(self._draft.key.name, work)
        else:
            self.drop()

    def replace(self, key: FormKey) -> None:
        """What was kept under another key is in this form now; it goes when this is on the disk."""
        self._replaced = (*self._replaced, key)
        self.keep()

    def replace_not(self, key: FormKey) -> None:
        """It is not in this form after all."""
        self._replaced = tuple(each for each in self._replaced if each != key)

    def drop(self) -> None:
        """All of it is saved, or nobody wants it."""
        self._timer.stop()
        gone, self._replaced = self._replaced, ()
        if self._kept:
            self._kept = False
            gone = (*gone, self._draft.key)
        for key in gone:
            self._desk.operations.keeper.put(key.name, partial(self._desk.office.unsaved.drop, key))

    def settle(self) -> None:
        """On the disk when this returns, for a window that closes; raises AppError."""
        self._timer.stop()
        self._desk.operations.keeper.wait()
        if self._draft.is_to_keep:
            self._kept = True  # the window may stay open after all
            _keep(self._desk.office.unsaved, self._draft.key, self._draft.held(), self._replaced)

    def _failed(self, name: str, error: AppError) -> None:
        if name == self._draft.key.name:
            if not self._in_trouble:
                self.troubled.emit(error.message)
            self._in_trouble = True
            self.note()

    def _went(self, name: str) -> None:
        if name == self._draft.key.name and self._in_trouble:
            self._in_trouble = False
            self.relieved.emit()


def _keep(unsaved: Unsaved, key: FormKey, typed: Typed, replaced: Iterable[FormKey]) -> None:
    unsaved.keep(key, typed)
    for each in replaced:
        unsaved.drop(each)
