"""Scribe: writes lines into the change log in somebody's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.clock import Clock
from app.services import change_log
from app.services.aggregates import new_uuid

NOBODY = "本机"
"""In whose name it is where no clerk is named."""


class Scribe:
    """Knows who writes and what time it is; every line belongs to the transaction of what it tells of."""

    def __init__(self, clock: Clock, by: str = "") -> None:
        self._clock = clock
        self.by = by or NOBODY

    @property
    def now(self) -> str:
        """This moment as it is kept: UTC, in seconds."""
        return self._clock.utc().isoformat(timespec="seconds")

    def note(
        self, session: Session, action: str, kind: str, record: str, data: Mapping[str, Any], *,
        revision: int = 0, operation: str = "", flush: bool = True,
    ) -> None:  # fmt: skip
        """One line; `operation` is the id of the intention, a new one when none is given.

        Without `flush` it goes into the file together with what is written next.
        """
        change_log.write(
            session, operation=operation or new_uuid(), at=self.now, by=self.by, action=action, kind=kind,
            record=record, revision=revision, data=dict(data),
        )  # fmt: skip
        if flush:
            session.flush()
