"""BackupStrip: reminds on the first page of a second place for the backups, and leads there."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services import backup_words
from app.store.backup.backup import moment_of
from app.ui.pages.page import PageLink
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip
from app.ui.workplace import Workplace

NEVER = "备份都在这台电脑上，电脑坏了会一起丢。选一个 U 盘或别的磁盘，每次备份都往那里多拷一份。"
AGAIN = "本机的备份好着。插上放备份的 U 盘，再点“马上备份”。"


class BackupStrip(Strip):
    """Put away it comes again after as many days as a second place may be old."""

    open_requested = Signal(object)
    """A PageLink to go to."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        place.requests.backup_copied.connect(self.refresh)
        self.acted.connect(self._act)
        self.closed.connect(self._put_off)

    def refresh(self) -> None:
        """Say what there is to be reminded of; nothing in a sample county or an office without a name."""
        settings, preferences = self._place.office.settings, self._place.preferences
        now = self._place.office.clock.now()
        if settings.demo or not settings.set_up or _is_near(preferences.backup_put_off, now):
            self.clear()
        elif preferences.backup_folder is None:
            self.show_message(Tone.WARN, NEVER, action="选地方…")
        else:
            overdue = backup_words.overdue(moment_of(preferences.backup_copied), now)
            if overdue:
                self.show_message(Tone.WARN, f"{overdue}。{AGAIN}", action="马上备份")
            else:
                self.clear()

    def _act(self) -> None:
        if self._place.preferences.backup_folder is None:
            self.open_requested.emit(PageLink("settings", {"section": "folder"}))
        else:
            self._place.requests.backup_requested.emit()

    def _put_off(self) -> None:
        self._place.preferences.set_backup_put_off(self._place.office.clock.now())


def _is_near(at: datetime | None, now: datetime) -> bool:
    return at is not None and abs(now - at) <= backup_words.OVERDUE
