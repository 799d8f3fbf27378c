"""Bin: what was deleted and can be brought back; nothing is ever taken out of the file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock, local
from app.errors import NotFound
from app.models import RECORDS, Record
from app.models.days import Day
from app.models.system import Change
from app.services.context import current_uuid, refs
from app.services.masking import masked_text
from app.services.records import Records
from app.store.store import Store

DAYS = 90
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Binned:
    """A deleted record: when (local time), by whom and why, and for how many days it is still listed.

    `days_left` is below 0 for one deleted longer ago; such a one can be brought back all the same.
    """

    kind: str
    uuid: str
    number: str
    title: str
    day: Day | None
    at: datetime
    by: str
    reason: str
    days_left: int

    @property
    def is_listed(self) -> bool:
        return self.days_left >= 0


class Bin:
    """Lists deleted records for 90 days; older ones when asked for."""

    def __init__(self, store: Store, clock: Clock, records: Records) -> None:
        self._store = store
        self._clock = clock
        self._records = records

    def rows(self, *, older: bool = False) -> list[Binned]:
        """Deleted records of all kinds, the last deleted first; with `older` those of earlier days too."""
        with self._store.reading() as session:
            found = [row for model in RECORDS for row in self._of(session, model)]
        shown = [row for row in found if older or row.is_listed]
        return sorted(shown, key=lambda row: row.at, reverse=True)

    def undelete(self, uuids: Sequence[str], reason: str = "") -> list[Binned]:
        """Brings records of any kinds back, all or none; the ones that were there already are left out.

        Raises NotFound for one that never was, ReasonNeeded as any change.
        """
        with self._store.reading() as session:
            chosen = [_known(session, uuid) for uuid in dict.fromkeys(uuids)]
            binned = {row.uuid: row for model in RECORDS for row in self._of(session, model)}
        wanted = [(kind, uuid) for kind, uuid in chosen if uuid in binned]
        self._records.undelete_all(wanted, reason)
        return [binned[uuid] for _, uuid in wanted]

    def _of(self, session: Session, model: type[Record]) -> list[Binned]:
        day = getattr(model, model.kind.day) if model.kind.day else None
        columns = (model.id, model.uuid, model.number, model.deleted_at, *([] if day is None else [day]))
        rows = session.execute(select(*columns).where(model.deleted_at.is_not(None))).all()
        names = refs(session, model, [row[0] for row in rows])
        done = _deletions(session, [row[1] for row in rows])
        found = []
        for row in rows:
            at = local(self._clock, row[3])
            by, reason = done.get(row[1], ("", ""))
            left = DAYS - (self._clock.today() - at.date()).days
            title, reason = masked_text(names[row[0]].label), masked_text(reason)
            happened = None if day is None else row[4]
            found.append(Binned(model.key, row[1], row[2] or "", title, happened, at, by, reason, left))
        return found


def _known(session: Session, uuid: str) -> tuple[str, str]:
    """Kind and uuid of a record that is or was there."""
    wanted = uuid.replace("-", "").lower()
    if wanted.isascii():
        for each in (wanted, current_uuid(session, wanted)):
            for model in RECORDS:
                if session.execute(select(model.id).where(model.uuid == each)).first():
                    return model.key, each
    raise NotFound(f"没有编号为 {uuid[:12]} 的记录，请核对它的编号。没有恢复。")


def _deletions(session: Session, uuids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """By whom and why each was deleted last."""
    found: dict[str, tuple[str, str]] = {}
    for start in range(0, len(uuids), _CHUNK):
        part = uuids[start : start + _CHUNK]
        rows = select(Change.record, Change.by, Change.data).where(
            Change.record.in_(part), Change.action == "delete"
        )
        for record, by, data in session.execute(rows.order_by(Change.id)):
            found[record] = (by, str(json.loads(data).get("reason", "")))
    return found
