"""Log: what was done last in the whole office, one line an intention, as the command line prints it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock, local
from app.models import model_of
from app.models.system import Change
from app.services.history import KINDS, History, Version
from app.services.log_words import about, sentence
from app.services.masking import masked_text
from app.services.records import Records
from app.store.store import Store

NEWEST = 100
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Intention:
    """One thing somebody did: `versions` are the records it was about, none for settings and the like."""

    at: datetime
    by: str
    sentence: str
    reason: str
    versions: tuple[Version, ...] = ()
    names: tuple[str, ...] = ()


class Log:
    """Reads the end of the change log."""

    def __init__(self, store: Store, clock: Clock, records: Records, history: History) -> None:
        self._store = store
        self._clock = clock
        self._records = records
        self._history = history

    def latest(self, count: int = NEWEST) -> tuple[Intention, ...]:
        """The newest intentions, newest first; what was done to several records at once is one."""
        with self._store.reading() as session:
            groups = self._grouped(session, count)
            rows = [row for group in groups for row in group if row.kind in KINDS]
            versions = self._history.versions(session, rows)
            numbers = _numbers(session, rows)
            return tuple(self._intention(group, versions, numbers) for group in groups)

    def _grouped(self, session: Session, count: int) -> list[list[Change]]:
        found: list[list[Change]] = []
        last = ""
        newest = select(Change).order_by(Change.id.desc()).execution_options(yield_per=_CHUNK)
        for row in session.scalars(newest):
            group = str(_data(row).get("group", ""))
            if group and group == last:
                found[-1].insert(0, row)
                continue
            if len(found) == count:
                break
            found.append([row])
            last = group
        return found

    def _intention(
        self, rows: Sequence[Change], versions: dict[int, Version], numbers: dict[str, str]
    ) -> Intention:
        first = rows[0]
        data = _data(first)
        own = tuple(versions[row.id] for row in rows if row.id in versions)
        names = tuple(f"{numbers.get(each.uuid, '')} {each.title}".strip() for each in own)
        said = about(own, names, data) if own else sentence(first, data)
        reason = masked_text(str(data.get("reason", "")))
        return Intention(local(self._clock, first.at), first.by, masked_text(said), reason, own, names)


def _numbers(session: Session, rows: Sequence[Change]) -> dict[str, str]:
    """The numbers of the records that some rows are about, by uuid."""
    found: dict[str, str] = {}
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row.record)
    for kind, uuids in by_kind.items():
        model = model_of(kind)
        for start in range(0, len(uuids), _CHUNK):
            part = uuids[start : start + _CHUNK]
            numbered = select(model.uuid, model.number).where(model.uuid.in_(part))
            found.update({uuid: number or "" for uuid, number in session.execute(numbered)})
    return found


def _data(row: Change) -> dict[str, Any]:
    try:
        found = json.loads(row.data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
