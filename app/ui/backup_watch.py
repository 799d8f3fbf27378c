"""BackupWatch: backs the office up while its window is open and as it closes, and says so at its foot."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer

from app.errors import AppError
from app.services import backup_words
from app.store.backup.backup import Backup, Reason, moment_of
from app.ui.second_place import SecondPlace
from app.ui.widgets.status_line import StatusLine
from app.ui.workplace import Workplace

log = logging.getLogger(__name__)

EVERY_MS = 30 * 60 * 1000
PATIENCE_MS = 30_000  # that closing waits for a slow stick, when no window is to be seen any more


class BackupWatch(QObject):
    """Every 30 minutes in which something was written, when asked for, and at the end."""

    def __init__(self, place: Workplace, status: StatusLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place, self._status = place, status
        self._newest: Backup | None = None
        self._is_making = False  # as asked
        self._is_awaited = False  # the copy in the second place, by whoever asked
        self.second = SecondPlace(place.preferences, self)
        self.second.copied.connect(self._copied)
        self.second.failed.connect(self._second_failed)
        self.second.dropped.connect(self._second_dropped)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.back_up_if_due)

    def begin(self) -> None:
        """Say when the last backup was made, and make more from now on."""
        self._timer.start()
        self._place.operations.start(lambda progress: self._place.office.backups.newest(), self._found)

    def back_up(self) -> None:
        """马上备份: how it goes is said at the left, where whoever asked looks."""
        self._is_making = True
        self._status.set_message("正在备份…")
        work, done = self._place.office.backups.make, self._made_as_asked
        self._place.operations.run(work, done, self._refused, ended=self._ended, writes=False)

    def reach_second(self) -> None:
        """Have older backups in the second place open by what opens the store now, however slow it is."""
        self.second.start(self._place.office.backups)

    def back_up_if_due(self) -> None:
        """When something was written since the last one; what fails is said at the window's foot."""
        work = partial(self._place.office.backups.make_if_due, Reason.TIMER)
        self._place.operations.run(work, self._made, self._failed, writes=False)

    def finish(self, reason: Reason = Reason.EXIT) -> AppError | None:
        """The last one, when nothing is under way any more; returns why there is none."""
        self._timer.stop()
        office = self._place.office
        if not office.store.writable or office.is_fresh:
            return None
        try:
            self._newest = office.backups.make_if_due(reason) or self._newest
        except AppError as error:
            why = error.message.removesuffix("再试一次。")  # the window is gone by now
            return AppError(f"录的都存好了，只是这次没有备份。\n{why}下次打开以后会再备。")
        patience = QDeadlineTimer(PATIENCE_MS)
        self.second.finish(patience)  # the backup under way there may be one before this
        self._send()
        self.second.finish(patience)
        return None

    def show_cell(self) -> None:
        """备份 今天 08:31, and what is to be said of the second place."""
        if self._newest is None:
            self._status.set_cell("backup", "")
            return
        now, preferences = self._place.office.clock.now(), self._place.preferences
        words = [f"备份 {backup_words.when(self._newest.made_at, now)}"]
        if self._newest.missing:
            words.append(f"少 {len(self._newest.missing)} 个附件")
        if preferences.backup_folder is not None:
            words.append(backup_words.overdue(moment_of(preferences.backup_copied), now))
        self._status.set_cell("backup", "，".join(filter(None, words)))

    def _found(self, newest: Backup | None) -> None:
        self._newest = newest
        self.show_cell()

    def _made(self, made: Backup | None) -> None:
        self._newest = made or self._newest
        self._send()
        self.show_cell()

    def _made_as_asked(self, made: Backup) -> None:
        self._is_making = False
        self._is_awaited = self._place.preferences.backup_folder is not None
        self._status.set_message("备份好了，正在拷到另一处…" if self._is_awaited else "备份好了")
        self._made(made)

    def _refused(self, error: AppError) -> None:
        self._is_making = False
        self._status.set_message("备份没有做成")
        self._place.operations.refused.emit(error)

    def _ended(self) -> None:
        """Where neither came it broke off, which is said elsewhere."""
        if self._is_making:
            self._is_making = False
            self._status.set_message("")

    def _send(self) -> None:
        """What the second place lacks, as when the stick was not plugged in."""
        newest = self._newest
        if newest is not None and newest.name != self._place.preferences.backup_copied:
            self.second.start(self._place.office.backups)

    def _failed(self, error: AppError) -> None:
        log.warning("no backup was made")
        self._status.set_cell("backup", "备份没有做成")

    def _copied(self, made: Backup) -> None:
        awaited, self._is_awaited = self._is_awaited, False
        if self._newest is None or made.number > self._newest.number:
            self._newest = made
        self.show_cell()
        self._place.requests.backup_copied.emit()
        if awaited:
            self._status.set_message("备份好了，另一处也拷好了")

    def _second_failed(self, error: AppError) -> None:
        """Said only to somebody who asked for a backup now; else the reminder comes by itself."""
        awaited, self._is_awaited = self._is_awaited, False
        if awaited:
            self._status.set_message("备份好了，另一处没有拷成")
            self._place.operations.refused.emit(error)

    def _second_dropped(self) -> None:
        awaited, self._is_awaited = self._is_awaited, False
        if awaited:
            self._status.set_message("备份好了")
