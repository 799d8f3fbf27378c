"""OfficeBackups: when an open office is backed up: now and then, on leaving, before something large."""

from __future__ import annotations

from pathlib import Path

from app.clock import Clock
from app.errors import AppError
from app.settings import OfficeSettings
from app.store.backup.backup import Backup, Reason
from app.store.backup.backups import no_step
from app.store.backup.folder import BackupFolder, Step
from app.store.store import Store

SECOND = "政协履职台账备份"
MANY = 20
"""Deleting more than these at once is worth a backup before."""


class OfficeBackups:
    """Backups of one open office; a sample county is only backed up when asked for."""

    def __init__(self, store: Store, clock: Clock, settings: OfficeSettings) -> None:
        self._clock = clock
        self._settings = settings
        self._backups = store.backups(clock)

    def all(self) -> tuple[Backup, ...]:
        """Every finished backup in the office's own folder, newest first."""
        return self._backups.all()

    def newest(self) -> Backup | None:
        return self._backups.newest()

    def make(
        self,
        reason: Reason = Reason.ASKED,
        to: Path | None = None,
        step: Step = no_step,
        *,
        closely: bool = False,
    ) -> Backup:
        """A backup now, and with `to` a copy of it there; raises AppError with a sentence.

        `closely` all files beside the backups are read, which may take long.
        """
        return self._backups.make(reason, to, step, closely=closely)

    def make_if_due(self, reason: Reason, step: Step = no_step) -> Backup | None:
        """A backup when something was written since the last one; raises AppError with a sentence."""
        if self._settings.demo or not self._backups.is_due():
            return None
        return self._backups.make(reason, step=step)

    def before(self, reason: Reason) -> Backup | None:
        """A backup before something large, which is not to be done when this raises AppError."""
        return None if self._settings.demo else self._backups.make(reason)

    def before_import(self) -> None:
        """As `before`, for what comes from a file."""
        self.before(Reason.IMPORT)

    def before_deleting(self, count: int) -> None:
        """As `before`, when so many records go that bringing them back one by one would be no way."""
        if count > MANY:
            self.before(Reason.DELETE)

    def second_place(self, chosen: Path) -> Path:
        """Makes ready a folder of our own in a chosen one, and returns it; raises AppError."""
        place = chosen if chosen.name == SECOND else chosen / SECOND
        return self._backups.make_ready(place)

    def send_to_second(self, place: Path) -> Backup | None:
        """The newest backup, in a second place that was made ready too; None before there is any.

        Raises AppError when the place is not reachable: nothing is ever made where a stick is missing.
        """
        if not BackupFolder(place).is_ready:
            why = f"“{place}”找不到，U 盘可能没有插上"
            raise AppError(f"另一处备份没有做：{why}。本机的备份好着，插上后再备份。")
        return self._backups.send_newest(place)
