"""Rebuilding: the store as it was last, from the newest good backup and the change journal (流水)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.errors import AppError
from app.paths import DataFolder
from app.store.backup_folder import BackupFolder, Step
from app.store.backup_list import Backup
from app.store.backups import no_step
from app.store.lock import StoreLock
from app.store.private_files import make_folder
from app.store.restore import clear_left, readied

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What rebuilding would bring back: a backup, None when the journal reaches back to an empty store.

    `lines` are the changes of the journal that come on top, `last_at` is when the last of them was saved
    (local time, None when it is not known), `lost` says what cannot be brought back, "" when all of it can.
    """

    backup: Backup | None
    lines: int
    last_at: datetime | None
    lost: str

    @property
    def sentence(self) -> str:
        """For a person."""
        base = f"{self.backup.made_at:%Y-%m-%d %H:%M} 的备份" if self.backup else "流水"
        more = f"，加上后来的 {self.lines} 处改动" if self.lines else ""
        until = f"，直到 {self.last_at:%Y-%m-%d %H:%M}" if self.last_at else ""
        lost = f"{self.lost}。" if self.lost else ""
        return f"可以找回{base}{more}{until}。{lost}"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was done; `aside` is where the replaced file lies, None when there was none."""

    backup: Backup | None
    lines: int
    aside: Path | None


class Rebuilding:
    """Works on a folder whose store nobody in this process has open; `key` is that of the store, if any."""

    def __init__(self, data: DataFolder, clock: Clock, key: bytes | None = None) -> None:
        self._data = data
        self._clock = clock
        self._key = key

    def look(self) -> Prospect:
        """What can be brought back; changes nothing. Raises AppError when there is nothing to go by."""
        for backup, file in self._backups():
            try:
                with readied(self._data, file, self._key):
                    return Prospect(backup, 0, backup.made_at, "")
            except AppError:
                log.warning("a backup cannot be built on", exc_info=True)
        raise AppError("没有能用的备份，也没有流水，重建不了。备份在别的磁盘或 U 盘上的，用 restore 恢复。")

    def rebuild(self, step: Step = no_step) -> Rebuilt:
        """Puts the rebuilt store in its place, checked; what lay there is moved aside, never deleted.

        Raises AppError; then everything is as it was.
        """
        make_folder(self._data.root)
        lock = StoreLock(self._data.lock)
        try:
            clear_left(self._data)
            found = self.look()
            assert found.backup is not None
            file = BackupFolder(self._data.backups).file_of(found.backup)
            with readied(self._data, file, self._key) as ready:
                ready.put_files_back(step)
                aside = ready.put_in(self._aside())
            return Rebuilt(found.backup, 0, aside)
        finally:
            lock.release()

    def _backups(self) -> list[tuple[Backup, Path]]:
        folder = BackupFolder(self._data.backups)
        return [(each, folder.file_of(each)) for each in folder.all()]

    def _aside(self) -> Path:
        name = f"被换下-{self._clock.now():%Y%m%d-%H%M%S}"
        path, number = self._data.backups / f"{name}.db", 2
        while path.exists():
            path, number = path.with_name(f"{name}-{number}.db"), number + 1
        return path
