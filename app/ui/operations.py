"""Runs what services do, away from the window: one thread that writes, one for long reading."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from app.errors import AppError, Unsure, trace_of
from app.ui.keeper import Keeper

T = TypeVar("T")
BUSY_AFTER_MS = 300

log = logging.getLogger(__name__)


class Cancelled(Exception):
    """A person asked a long task to stop; raised inside the task by `Progress.step`."""


class Progress(QObject):
    """Handed to a long task: it reports its steps here and learns here that it is to stop."""

    stepped = Signal(int, int, str)
    """Steps done, steps in all (0 when unknown), what is being done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report a step; raises Cancelled when asked to stop. Called in the task's thread."""
        if self._stop.is_set():
            raise Cancelled
        self.stepped.emit(done, total, text)

    @Slot()
    def cancel(self) -> None:
        """Ask the task to stop at its next step."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether the task was asked to stop."""
        return self._stop.is_set()


@dataclass(eq=False)
class _Task:
    work: Callable[[], Any]
    done: Callable[[Any], object] | None
    failed: Callable[[AppError], object] | None
    ended: Callable[[], object] | None
    writes: bool
    progress: Progress | None = None
    result: Any = None
    error: BaseException | None = None
    trace: str = field(default="")


class Operations(QObject):
    """One intention, one call; answers arrive in the window's thread, in the order asked.

    Errors come in three kinds: AppError (and Invalid, which names fields) goes to `failed`, or to
    `refused` when nobody listens; anything else is our own bug: logged, then `crashed` with the details.
    """

    changed = Signal()
    """Something was written; what is in sight may be out of date."""
    busy_changed = Signal(bool)
    """Work has lasted 300 ms, or is over."""
    unwritten = Signal(bool)
    """A write did not take place; True when nobody knows whether it did."""
    typed_elsewhere = Signal(bool)
    """Something typed is not saved, and the last save was of something else; or this is so no longer."""
    refused = Signal(object)
    """An AppError that nobody asked to hear about."""
    crashed = Signal(str)
    """The details of a bug of ours."""
    finishing = Signal()
    """Nothing is taken on much longer: what waits for a better moment has to be asked for now."""
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[_Task] = []  # held until they report, so that nothing they need is collected
        self._writing: SimpleQueue[_Task | None] = SimpleQueue()
        self._reading: SimpleQueue[_Task | None] = SimpleQueue()
        self._threads: dict[int, threading.Thread] = {}
        self._busy = False
        self._closed = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(BUSY_AFTER_MS)
        self._patience.timeout.connect(self._show_busy)
        self.keeper = Keeper(self)
        self._reported.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._tasks

    def run(
        self,
        intention: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[AppError], object] | None = None,
        *,
        ended: Callable[[], object] | None = None,
        writes: bool = True,
    ) -> None:
        """Run `intention` on the writing thread.

        `done` gets what it returns, `failed` an AppError; `ended` is called in any case, a bug included.
        Callbacks must be bound methods: those of a widget that is gone by then are left out.
        """
        self._start(_Task(intention, done, failed, ended, writes), self._writing)

    def start(
        self,
        task: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[AppError], object] | None = None,
        *,
        ended: Callable[[], object] | None = None,
        stepped: Callable[[int, int, str], object] | None = None,
        writes: bool = False,
    ) -> Progress:
        """Run a long task that only reads the store (exports, checks) beside the writing thread.

        One that also `writes` runs on that thread, and `changed` tells of it. The answer's `cancel()` stops
        it at its next step; then neither `done` nor `failed` is called.
        """
        progress = Progress(self)
        if stepped is not None:
            progress.stepped.connect(stepped)
        made = _Task(lambda: task(progress), done, failed, ended, writes=writes, progress=progress)
        self._start(made, self._writing if writes else self._reading)
        return progress

    def finish(self) -> None:
        """Wait until everything asked for is done and told, stop long tasks, end the threads."""
        self.finishing.emit()
        for task in self._tasks:
            if task.progress is not None:
                task.progress.cancel()
        self.wait()
        self.keeper.wait()
        self._closed = True
        for queue in (self._writing, self._reading):
            queue.put(None)
        for thread in self._threads.values():
            thread.join()

    def wait(self) -> None:
        """Return when nothing is under way; the window stays alive meanwhile, but takes no input."""
        loop = QEventLoop()
        while self._tasks:
            loop.processEvents(
                QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
                | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )

    def _start(self, task: _Task, queue: SimpleQueue[_Task | None]) -> None:
        if self._closed:
            raise RuntimeError("operations are closed")
        if id(queue) not in self._threads:
            name = "writing" if queue is self._writing else "reading"
            thread = threading.Thread(target=self._work, args=(queue,), name=name, daemon=True)
            self._threads[id(queue)] = thread
            thread.start()
        self._tasks.append(task)
        if not self._busy and not self._patience.isActive():
            self._patience.start()
        queue.put(task)

    def _work(self, queue: SimpleQueue[_Task | None]) -> None:
        """What a thread does all its life."""
        while (task := queue.get()) is not None:
            try:
                task.result = task.work()
            except BaseException as error:
                task.error = error
                task.trace = trace_of(error)
            self._reported.emit(task)

    @Slot(object)
    def _settle(self, task: _Task) -> None:
        """Tell in the window's thread how a task went."""
        self._tasks.remove(task)
        if not self._tasks:
            self._patience.stop()
            if self._busy:
                self._busy = False
                self.busy_changed.emit(False)
        try:
            if task.error is None:
                self._call(task.done, task.result)
                if task.writes and not self._closed:
                    self.changed.emit()
            else:
                self._sort(task)
        finally:
            self._call(task.ended)
            if task.progress is not None:
                task.progress.deleteLater()

    def _sort(self, task: _Task) -> None:
        if isinstance(task.error, Cancelled):
            return
        if task.writes and not self._closed:
            self.unwritten.emit(isinstance(task.error, Unsure))
        if isinstance(task.error, AppError):
            if task.failed is None:
                self.refused.emit(task.error)
            else:
                self._call(task.failed, task.error)
            return
        log.error("a task broke off\n%s", task.trace)
        self.crashed.emit(task.trace)

    def _show_busy(self) -> None:
        if self._tasks:
            self._busy = True
            self.busy_changed.emit(True)

    @staticmethod
    def _call(callback: Callable[..., object] | None, *args: object) -> None:
        owner = getattr(callback, "__self__", None)
        if callback is None or (isinstance(owner, QObject) and not isValid(owner)):
            return
        callback(*args)
