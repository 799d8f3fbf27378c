"""Keeper: writes what is typed beside the window's thread, so that neither typing nor saving waits for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.errors import AppError

log = logging.getLogger(__name__)


class Keeper(QObject):
    """Does one thing after the other, in the order asked; of each name only what was asked last."""

    went = Signal(str)
    """What was asked under this name is done."""
    failed = Signal(str, object)
    """It is not, and the AppError says why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Callable[[], object]] = {}
        self._idle = threading.Condition()
        self._works = False

    def put(self, name: str, work: Callable[[], object]) -> None:
        """Have it done soon; it takes the place, in the queue too, of what waits under its name."""
        with self._idle:
            self._waiting[name] = work
            if not self._works:
                self._works = True
                threading.Thread(target=self._work, name="keeping", daemon=True).start()

    def wait(self) -> None:
        """Return when nothing is left to do."""
        with self._idle:
            while self._works:
                self._idle.wait()

    def _work(self) -> None:
        while True:
            with self._idle:
                if not self._waiting:
                    self._works = False
                    self._idle.notify_all()
                    return
                name = next(iter(self._waiting))
                work = self._waiting.pop(name)
            self._do(name, work)

    def _do(self, name: str, work: Callable[[], object]) -> None:
        try:
            work()
        except AppError as error:
            self.failed.emit(name, error)
        except Exception:  # our own bug must not end the keeping of everything else
            log.exception("what was typed could not be kept")
            self.failed.emit(name, AppError("正在填的没能暂存，这一页上的都还在。请早点保存。"))
        else:
            self.went.emit(name)
