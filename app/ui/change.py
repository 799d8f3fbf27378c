"""Change: something done to records that may move what was reported: tried, and explained when it must be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError, ReasonNeeded
from app.ui.operations import Operations


class Change(QObject):
    """One at a time: runs work on the writing thread, and again with `reason=` once somebody said why.

    `verb` says what is done (保存, 删除 …), `recent` offers reasons written before.
    """

    reason_typed = Signal(str)
    """What stands in the line for the reason by now."""

    def __init__(
        self, operations: Operations, recent: Callable[[], Sequence[str]], window: QWidget, verb: str = "保存"
    ) -> None:
        super().__init__(window)
        self._operations, self._recent, self._window, self._verb = operations, recent, window, verb
        self._work: Callable[..., Any] | None = None
        self._done: Callable[[Any], object] | None = None
        self._failed: Callable[[AppError], object] | None = None
        self._put_off: Callable[[], object] | None = None
        self._ended: Callable[[], object] | None = None
        self._begun = ""
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        """Whether it is being done, or being asked about."""
        return self._under_way > 0

    def run(
        self,
        work: Callable[..., Any],
        done: Callable[[Any], object] | None = None,
        failed: Callable[[AppError], object] | None = None,
        *,
        put_off: Callable[[], object] | None = None,
        ended: Callable[[], object] | None = None,
        begun: str = "",
    ) -> bool:
        """As `Operations.run`; `work` takes `reason=`, and `put_off` hears that nobody gave one.

        `begun` is a reason that was typed before and came to nothing.

        False when the one before is still under way.
        """
        if self._under_way:
            return False
        self._work, self._done, self._failed = work, done, failed
        self._put_off, self._ended, self._begun = put_off, ended, begun
        self._start(work)
        return True

    def _start(self, work: Callable[[], Any]) -> None:
        self._under_way += 1
        self._operations.run(work, self._went_well, self._went_wrong, ended=self._over)

    def _went_well(self, result: Any) -> None:
        if self._done is not None:
            self._done(result)

    def _went_wrong(self, error: AppError) -> None:
        if not isinstance(error, ReasonNeeded):
            if self._failed is None:
                self._operations.refused.emit(error)
            else:
                self._failed(error)
            return
        from app.ui.dialogs.reason import ask_reason

        reason = ask_reason(
            self._window.window(), error, verb=self._verb, recent=self._recent(),
            begun=self._begun, typed=self.reason_typed.emit,
        )  # fmt: skip
        work = self._work
        if reason and work is not None:
            self._start(partial(work, reason=reason))
        elif self._put_off is not None:
            self._put_off()

    def _over(self) -> None:
        """Called once for each try; the last one ends it all."""
        self._under_way -= 1
        if not self._under_way and self._ended is not None:
            self._ended()
