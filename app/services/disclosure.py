"""Disclosure: whoever asks for whole numbers and names is noted in the change log before getting them."""

from __future__ import annotations

from app.clock import Clock
from app.services.scribe import Scribe
from app.store.store import Store

KIND, ACTION = "disclosure", "disclose"


class Disclosure:
    """Writes one line an asking: who, when, out of what, how many records; no value of any of them."""

    def __init__(self, store: Store, clock: Clock, by: str) -> None:
        self._store = store
        self._scribe = Scribe(clock, by)

    def note(self, what: str, records: int) -> None:
        """`what` in a clerk's words: 导出人员台账. Raises AppError; then nothing may be shown."""
        with self._store.writing() as session:
            self._scribe.note(session, ACTION, KIND, "", {"what": what, "records": records})
