"""BackupShelf: which backups there are to restore from, here and in the second place, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.models import RECORDS
from app.paths import DataFolder
from app.services.backup_words import size, when, why
from app.store.backup.backup import Backup
from app.store.backup.folder import BackupFolder

HERE, SECOND = "本机", "另一处"
_TABLES = [model.__tablename__ for model in RECORDS]


@dataclass(frozen=True, slots=True)
class Shelved:
    """One finished backup and its file; `when` is like 今天 08:31, `place` HERE or SECOND.

    `records` counts those in the bin too.
    """

    backup: Backup
    file: Path
    when: str
    place: str

    @property
    def records(self) -> int:
        return sum(self.backup.facts.counts.get(name, 0) for name in _TABLES)

    @property
    def note(self) -> str:
        """退出时做的 · 353 条记录 · 2.4 MB · 核对过."""
        lost = f"，少 {len(self.backup.missing)} 个附件" if self.backup.missing else ""
        parts = (why(self.backup), f"{self.records} 条记录", size(self.backup.size), f"做时核对过{lost}")
        return " · ".join(parts)


class BackupShelf:
    """Reads lists only: a backup is verified when it is written, and again before it is restored."""

    def __init__(self, data: DataFolder, clock: Clock, second: Path | None = None) -> None:
        self._places = [(BackupFolder(data.backups), HERE)]
        if second is not None:
            self._places.append((BackupFolder(second), SECOND))
        self._clock = clock

    def all(self) -> tuple[Shelved, ...]:
        """Newest first by number, which no clock can mix up; one that lies in both places is listed once.

        Of a second place only those of the same office, as long as there are any here to tell by.
        """
        found: dict[str, Shelved] = {}
        for each in self._listed():
            own = next(iter(found.values()), each)
            if own.backup.facts.store == each.backup.facts.store or own.place == SECOND:
                found.setdefault(each.backup.name, each)
        alike = Counter(each.when for each in found.values())
        told = [each if alike[each.when] == 1 else _numbered(each) for each in found.values()]
        return tuple(sorted(told, key=_age, reverse=True))

    def _listed(self) -> Iterator[Shelved]:
        now = self._clock.now()
        for folder, place in self._places:
            try:
                backups = folder.all()
            except OSError:  # a stick that is worn out is no reason not to list the others
                continue
            for each in backups:
                yield Shelved(each, folder.file_of(each), when(each.made_at, now), place)


def _numbered(each: Shelved) -> Shelved:
    """今天 08:31（第 12 号），where another is of the same minute; the number is that of the command line."""
    return replace(each, when=f"{each.when}（第 {each.backup.number} 号）")


def _age(each: Shelved) -> tuple[int, datetime]:
    return each.backup.number, each.backup.made_at
