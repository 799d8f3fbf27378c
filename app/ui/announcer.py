"""Announcer: says what nobody waits to hear, one thing at a time: a storm of errors is one dialog."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QThread, QTimer
from PySide6.QtWidgets import QWidget

from app.errors import AppError

log = logging.getLogger(__name__)

QUIET_MS = 1000
"""What comes again sooner than this after it was read comes by itself, as with each painting."""
_MOST_WAITING = 3


class _Word(NamedTuple):
    what: str
    show: Callable[[], object]


class Announcer:
    """The same is said once while it stands there, and not again before it paused; how often is logged."""

    def __init__(self) -> None:
        self._now = ""
        self._gone: dict[str, QElapsedTimer] = {}
        self._waiting: list[_Word] = []
        self._echoes = 0

    def tell(self, window: QWidget | None, error: AppError, *, later: bool = False) -> None:
        """An error for people; `later` for whoever is in the midst of an event, where no dialog may begin."""
        from app.ui.dialogs.message import tell

        self._take(_Word(error.message, partial(tell, window, error)), later)

    def confess(self, window: QWidget | None, details: str, *, later: bool = False) -> None:
        """A bug of ours, whose details are in the log."""
        self._take(_Word(details, partial(_confess, window, details)), later)

    def is_told(self, what: str) -> bool:
        """Whether this sentence, or these details, stand on the screen, are about to, or have just gone."""
        since = self._gone.get(what)
        just_gone = since is not None and since.elapsed() < QUIET_MS
        return just_gone or what == self._now or any(word.what == what for word in self._waiting)

    def _take(self, word: _Word, later: bool) -> None:
        if self.is_told(word.what) or len(self._waiting) == _MOST_WAITING:
            self._echoes += 1
            if word.what in self._gone:
                self._gone[word.what].start()  # it has not paused
            return
        self._waiting.append(word)
        if later and QThread.currentThread().loopLevel():
            QTimer.singleShot(0, self._speak)
        else:
            self._speak()

    def _speak(self) -> None:
        while self._waiting and not self._now:
            word = self._waiting.pop(0)
            self._now = word.what
            try:
                word.show()
            finally:
                self._now = ""
                self._gone = {what: since for what, since in self._gone.items() if since.elapsed() < QUIET_MS}
                self._gone[word.what] = QElapsedTimer()
                self._gone[word.what].start()
        if self._echoes and not self._now:
            log.warning("one dialog stood for %d errors more", self._echoes)
            self._echoes = 0


def _confess(window: QWidget | None, details: str) -> None:
    from app.ui.dialogs.crash import CrashDialog

    CrashDialog(window, details).exec()


announcer = Announcer()
"""The one there is: what is said by it must not come twice, wherever it was met."""
