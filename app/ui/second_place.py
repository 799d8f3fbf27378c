"""SecondPlace: copies backups to another disk beside everything else, and never makes anybody wait for it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from app.errors import AppError
from app.services.backups import OfficeBackups
from app.store.backup.backup import Backup
from app.ui.preferences import Preferences

log = logging.getLogger(__name__)


class SecondPlace(QObject):
    """The folder this machine chose; one copy at a time, on a thread of its own that may get stuck alone."""

    copied = Signal(object)
    """The newest Backup is there, with its files; it may have got another number for that."""
    failed = Signal(object)
    """An AppError: the stick is not plugged in, is full, is worn out."""
    _done = Signal(object)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._thread: threading.Thread | None = None
        self._done.connect(self._remember, Qt.ConnectionType.QueuedConnection)

    def start(self, backups: OfficeBackups) -> None:
        """Copy the newest backup there, unless nothing was chosen or a copy is under way."""
        place = self._preferences.backup_folder
        if place is None or (self._thread is not None and self._thread.is_alive()):
            return
        self._thread = threading.Thread(
            target=self._copy, args=(backups, place), name="second place", daemon=True
        )
        self._thread.start()

    def finish(self, seconds: float) -> None:
        """Wait for a copy under way, but not longer; what is half done there is never taken for a backup."""
        if self._thread is not None:
            self._thread.join(seconds)
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _copy(self, backups: OfficeBackups, place: Path) -> None:
        try:
            made = backups.send_to_second(place)
            if made is not None:
                self._done.emit(made)
        except AppError as error:
            log.info("no copy in the second place: %s", type(error).__name__)
            self.failed.emit(error)
        except Exception:
            log.exception("the copy in the second place broke off")
            self.failed.emit(AppError("另一处备份没有做：程序自己出了错，已经记进日志。本机的备份好着。"))

    def _remember(self, made: Backup) -> None:
        self._preferences.set_backup_copied(made.name)
        self.copied.emit(made)
