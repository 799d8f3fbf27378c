"""Saver: brings a draft into the store, once, and says how it went."""

from __future__ import annotations

from copy import deepcopy
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError, Invalid
from app.models.fields import Values
from app.services.aggregates import Aggregate, new_uuid, same
from app.ui.change import Change
from app.ui.forms.desk import Desk
from app.ui.forms.draft import Draft


class Saver(QObject):
    """One save at a time; the same values tried again keep the id of their intention."""

    saved = Signal(object, object)
    """The Aggregate as it is in the file, and the values that were sent."""
    refused = Signal(object)
    """The AppError; Invalid names the fields."""
    put_off = Signal()
    """It would have moved a reported number, and nobody said why."""

    def __init__(self, desk: Desk, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._change = Change(desk.operations, desk.reasons, window)
        self._sent: Values = {}
        self._failed: tuple[Values, str] | None = None
        self._operation = ""

    @property
    def is_busy(self) -> bool:
        """Whether a save is under way."""
        return self._change.is_busy

    def save(self, draft: Draft) -> None:
        """Send what is typed now; a draft is always taken unless a value is impossible."""
        if self.is_busy:
            return
        record = draft.snapshot()
        self._sent = deepcopy(record.values)
        self._operation = self._id_for(record)
        work = partial(self._desk.office.records.save, record, self._operation)
        self._change.run(work, self._done, self._not_done, put_off=self._put_off)

    def _id_for(self, record: Aggregate) -> str:
        """A retry of the very same values must not make a second record."""
        if self._failed is not None and same(self._failed[0], record.values, record.model):
            return self._failed[1]
        return new_uuid()

    def _done(self, record: Aggregate) -> None:
        self._failed = None
        self.saved.emit(record, self._sent)

    def _not_done(self, error: AppError) -> None:
        self._failed = None if isinstance(error, Invalid) else (self._sent, self._operation)
        self.refused.emit(error)

    def _put_off(self) -> None:
        self.put_off.emit()
