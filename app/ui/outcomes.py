"""Tells what became of work: busy and saved in the status line, errors in dialogs."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.errors import AppError
from app.ui.announcer import announcer
from app.ui.operations import Operations
from app.ui.widgets.status_line import StatusLine

UNSAVED = "没有存上"
UNSURE = "存上没有还不知道"


class Outcomes(QObject):
    """Listens to the operations on behalf of a window."""

    def __init__(self, operations: Operations, status: StatusLine, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._status, self._clock, self._window = status, clock, window
        self._saved = ""
        self._in_trouble = self._is_other = False
        operations.changed.connect(self._written)
        operations.unwritten.connect(self._not_written)
        operations.typed_elsewhere.connect(self._typed_elsewhere)
        operations.busy_changed.connect(self._show_busy)
        operations.refused.connect(self._tell)
        operations.crashed.connect(self._confess)

    def let_go(self) -> None:
        """What was not written is not wanted any more: what was saved last stands again."""
        self._is_other = False
        self._show_saved()

    def _written(self) -> None:
        self._saved = f"已保存 {self._clock.now():%H:%M}"
        self._show_saved()

    def _show_saved(self) -> None:
        self._in_trouble = False
        self._status.set_cell("saved", "" if self._is_other else self._saved)

    def _typed_elsewhere(self, is_other: bool) -> None:
        self._is_other = is_other
        if not self._in_trouble:
            self._show_saved()

    def _not_written(self, unsure: bool) -> None:
        self._in_trouble = True
        self._status.set_cell("saved", UNSURE if unsure else UNSAVED, "warn")

    def _show_busy(self, busy: bool) -> None:
        self._status.set_passing("正在办，请稍等…" if busy else "")

    def _tell(self, error: AppError) -> None:
        announcer.tell(self._window, error)

    def _confess(self, details: str) -> None:
        announcer.confess(self._window, details)
