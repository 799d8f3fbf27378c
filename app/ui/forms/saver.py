"""Saver: brings a draft into the store, once, and says how it went."""

from __future__ import annotations

from copy import deepcopy
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError, Unsure
from app.models.fields import Values
from app.services.aggregates import Aggregate
from app.services.unsaved import REASON
from app.ui.change import Change
from app.ui.forms.desk import Desk
from app.ui.forms.draft import Draft


class Saver(QObject):
    """One save at a time; however often it is tried, it makes one record."""

    saved = Signal(object, object)
    """The Aggregate as it is in the file, and the values that were sent."""
    refused = Signal(object)
    """The AppError; Invalid names the fields."""
    put_off = Signal()
    """It would have moved a reported number, and nobody said why."""
    noted = Signal()
    """Something was typed as the reason, and stands beside the draft."""

    def __init__(self, desk: Desk, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._change = Change(desk.operations, desk.reasons, window)
        self._change.reason_typed.connect(self._note)
        self._sent: Values = {}
        self._draft: Draft | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a save is under way."""
        return self._change.is_busy

    def save(self, draft: Draft) -> None:
        """Send what is typed now; a draft is always taken unless a value is impossible."""
        if self.is_busy:
            return
        record = draft.snapshot()
        self._draft, self._sent = draft, deepcopy(record.values)
        draft.begin_save(record.values)
        save = self._desk.office.records.save
        work = partial(save, record, draft.operation, unsure=draft.unsure)
        begun = str(draft.beside.get(REASON, ""))
        self._change.run(work, self._done, self._not_done, put_off=self._put_off, begun=begun)

    def _note(self, reason: str) -> None:
        if self._draft is not None:
            self._draft.beside[REASON] = reason
            self.noted.emit()

    def _done(self, record: Aggregate) -> None:
        self.saved.emit(record, self._sent)

    def _not_done(self, error: AppError) -> None:
        if isinstance(error, Unsure) and self._draft is not None:
            self._draft.take_unsure(self._sent)
        self.refused.emit(error)

    def _put_off(self) -> None:
        self.put_off.emit()
