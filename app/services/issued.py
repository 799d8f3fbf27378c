"""Issued: which files were written last for a period, and what was changed since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from app.models.periods import Period
from app.models.system import Change, SettingEntry
from app.paths import is_there
from app.store.store import Store

_ISSUED = "issued:"
_NOT_SHOWN = ("submission", "period", "saved_report", "store")
"""What no paper shows: that it was sent, which tables are kept, what a newer program added."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A set of files that was written: where, when, and the last change of the store they hold.

    `papers` says which file each paper is in; sets written by an older program have none.
    """

    paths: tuple[Path, ...]
    at: str
    change: int
    papers: Mapping[str, int] = field(default_factory=dict)

    def path_of(self, key: str, word: bool) -> Path | None:
        """The file a paper is in, None when it was not written or is gone."""
        path = self.paths[self.papers[key]] if key in self.papers else None
        if not self.papers:
            path = next((each for each in self.paths if (each.suffix == ".docx") is word), None)
        return path if path is not None and is_there(path) else None


def issued(store: Store, period: Period) -> Issued | None:
    """What was written last for a period, None when nothing was."""
    with store.reading() as session:
        text = session.execute(
            select(SettingEntry.value).where(SettingEntry.key == _ISSUED + period.key)
        ).scalar()
    if text is None:
        return None
    data = json.loads(text)
    paths = tuple(Path(path) for path in data["paths"])
    return Issued(paths, data["at"], data["change"], data.get("papers", {}))


def changed_since(store: Store, issued: Issued) -> int:
    """How many records were changed since something was written."""
    return sum(changes_by_kind(store, issued).values())


def changes_by_kind(store: Store, issued: Issued) -> dict[str, int]:
    """The same by kind; options and settings are kinds of their own."""
    statement = select(Change.kind, func.count(Change.record.distinct()))
    statement = statement.where(Change.id > issued.change, Change.kind.not_in(_NOT_SHOWN))
    with store.reading() as session:
        return {row[0]: row[1] for row in session.execute(statement.group_by(Change.kind))}


def last_change(store: Store) -> int:
    """The number of the newest change in the store."""
    with store.reading() as session:
        return session.execute(select(func.max(Change.id))).scalar() or 0


def remember(store: Store, period: Period, issued: Issued) -> None:
    """Note what was written for a period; a store opened for reading notes nothing."""
    if not store.writable:
        return
    data = {
        "paths": [str(path) for path in issued.paths],
        "at": issued.at,
        "change": issued.change,
        "papers": dict(issued.papers),
    }
    with store.writing() as session:
        session.merge(SettingEntry(key=_ISSUED + period.key, value=json.dumps(data, ensure_ascii=False)))
