"""SecondPlace: copies backups to another disk beside everything else, and never makes anybody wait for it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, Qt, Signal

from app.errors import AppError
from app.services.backups import OfficeBackups
from app.store.backup.backup import Backup
from app.ui.preferences import Preferences

log = logging.getLogger(__name__)


class SecondPlace(QObject):
    """The folder this machine chose; one copy at a time, on a thread of its own that may get stuck alone.

    What is asked for while one is under way comes after it, and only how that went is told.
    """

    copied = Signal(object)
    """The newest Backup is there, with its files; it may have got another number for that."""
    failed = Signal(object)
    """An AppError: the stick is not plugged in, is full, is worn out."""
    dropped = Signal()
    """There is nothing to tell: no folder is chosen any more, or there was no backup."""
    _done = Signal(object, object)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._thread: threading.Thread | None = None
        self._again: OfficeBackups | None = None
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def start(self, backups: OfficeBackups) -> None:
        """Copy the newest backup there, unless nothing was chosen."""
        place = self._preferences.backup_folder
        if self._thread is not None:
            self._again = backups
        elif place is None:
            self.dropped.emit()
        else:
            self._thread = threading.Thread(
                target=self._copy, args=(backups, place), name="second place", daemon=True
            )
            self._thread.start()

    def finish(self, patience: QDeadlineTimer) -> None:
        """Wait for what is under way, but not longer; what is half done there is never taken for a backup."""
        while self._thread is not None and not patience.hasExpired():
            self._thread.join(patience.remainingTime() / 1000)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _copy(self, backups: OfficeBackups, place: Path) -> None:
        outcome: Backup | AppError | None
        try:
            outcome = backups.send_to_second(place)
        except AppError as error:
            log.info("no copy in the second place: %s", type(error).__name__)
            outcome = error
        except Exception:
            log.exception("the copy in the second place broke off")
            outcome = AppError("另一处备份没有做：程序自己出了错，已经记进日志。本机的备份好着。")
        self._done.emit((backups, place), outcome)

    def _settle(self, sent: tuple[OfficeBackups, Path], outcome: Backup | AppError | None) -> None:
        backups, place = sent
        again, self._again, self._thread = self._again, None, None
        is_elsewhere = place != self._preferences.backup_folder  # another one was chosen meanwhile
        if isinstance(outcome, Backup) and not is_elsewhere:
            self._preferences.set_backup_copied(outcome.name)
        if again is not None or is_elsewhere:
            self.start(again or backups)
        elif isinstance(outcome, AppError):
            self.failed.emit(outcome)
        elif outcome is None:
            self.dropped.emit()
        else:
            self.copied.emit(outcome)
