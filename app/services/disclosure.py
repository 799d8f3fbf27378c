"""Disclosure: whoever asks for whole numbers and names is noted in the change log before getting them."""

from __future__ import annotations

from app.clock import Clock
from app.services import change_log
from app.services.aggregates import new_uuid
from app.store.store import Store

KIND, ACTION = "disclosure", "disclose"


class Disclosure:
    """Writes one line an asking: who, when, out of what, how many records; no value of any of them."""

    def __init__(self, store: Store, clock: Clock, by: str) -> None:
        self._store = store
        self._clock = clock
        self._by = by

    def note(self, what: str, records: int) -> None:
        """`what` in a clerk's words: 导出人员台账. Raises AppError; then nothing may be shown."""
        with self._store.writing() as session:
            change_log.write(
                session, operation=new_uuid(), at=self._clock.utc().isoformat(timespec="seconds"),
                by=self._by, action=ACTION, kind=KIND, record="", revision=0,
                data={"what": what, "records": records},
            )  # fmt: skip
