"""Issued: which files were written last for a period, and what was changed since."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from app.models.periods import Period
from app.models.system import Change, SettingEntry
from app.store.store import Store

_ISSUED = "issued:"


@dataclass(frozen=True, slots=True)
class Issued:
    """A set of files that was written: where, when, and the last change of the store they hold."""

    paths: tuple[Path, ...]
    at: str
    change: int


def issued(store: Store, period: Period) -> Issued | None:
    """What was written last for a period, None when nothing was."""
    with store.reading() as session:
        text = session.execute(
            select(SettingEntry.value).where(SettingEntry.key == _ISSUED + period.key)
        ).scalar()
    if text is None:
        return None
    data = json.loads(text)
    return Issued(tuple(Path(path) for path in data["paths"]), data["at"], data["change"])


def changed_since(store: Store, issued: Issued) -> int:
    """How many records were changed since something was written."""
    with store.reading() as session:
        records = select(func.count(Change.record.distinct())).where(Change.id > issued.change)
        return session.execute(records).scalar() or 0


def last_change(store: Store) -> int:
    """The number of the newest change in the store."""
    with store.reading() as session:
        return session.execute(select(func.max(Change.id))).scalar() or 0


def remember(store: Store, period: Period, issued: Issued) -> None:
    """Note what was written for a period; a store opened for reading notes nothing."""
    if not store.writable:
        return
    data = {"paths": [str(path) for path in issued.paths], "at": issued.at, "change": issued.change}
    with store.writing() as session:
        session.merge(SettingEntry(key=_ISSUED + period.key, value=json.dumps(data, ensure_ascii=False)))
