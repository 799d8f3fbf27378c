"""Worker: one long-lived child process that looks into foreign files, replaced when it dies or is worn."""

from __future__ import annotations

import atexit
import logging
import os
import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, Final

from app.errors import AppError, quoted
from app.foreign import FLAG
from app.foreign.framing import Frame, Torn, receive, send
from app.foreign.limits import SECONDS

FILES: Final = 500  # after so many another child takes over: no parser is free of leaks
_ROOT: Final = Path(__file__).resolve().parents[2]
_START: Final = 30  # seconds for a cold disk and an antivirus
_LONGEST: Final = 4000  # characters of a sentence
_WHY: Final = {
    "memory": "内容太多",
    "slow": f"{SECONDS} 秒还没读完",
    "died": "里面坏了",
    "damaged": "里面坏了",
    "start": "打不开读文件的程序，可能内存不够，或被安全软件拦住了",
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file as a person knows it, what to do when it cannot be read, and what it is where that helps."""

    name: str
    do: str
    label: str = ""

    def torn(self, why: str) -> AppError:
        """“10月.xlsx”读不出来（里面坏了）。请在 WPS 里打开，另存成 .xlsx，再选一次。"""
        return AppError(f"{self.label}{quoted(self.name, 60)}读不出来（{_WHY[why]}）。{self.do}")


class Worker:
    """Asks the child, one file at a time; whatever becomes of it, there is an answer or AppError in time."""

    def __init__(self, seconds: float = SECONDS, files: int = FILES) -> None:
        self._seconds = seconds
        self._files = files
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._done = 0
        self.started = 0
        self.peak = 0

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return None if self._child is None else self._child.pid

    def ask(
        self, job: str, given: dict[str, Any], blobs: Sequence[bytes] = (), *, file: Foreign
    ) -> tuple[Any, tuple[bytes, ...]]:
        """What the job of this name answers: a plain value and bytes, neither to be trusted.

        Raises AppError: the job's own sentence, or that the file cannot be read.
        """
        with self._lock:
            child = self._ready(file)
            answer, why = self._exchange(child, {"job": job, "with": given}, blobs)
            if answer is None:
                self._end(kill=True)
                log.warning("file worker: %s in job %s", why, job)
                raise file.torn(why)
            self._after(answer)
        head = answer.head
        if isinstance(head.get("refused"), str):
            raise AppError(_readable(head["refused"]))
        if "torn" in head:
            log.warning("file worker: %s in job %s", str(head.get("where", head["torn"]))[:200], job)
            raise file.torn("memory" if head["torn"] == "memory" else "damaged")
        return head.get("value"), answer.blobs

    def close(self) -> None:
        """Ends the child; the next question starts another."""
        with self._lock:
            self._end()

    def forget(self) -> None:
        """In a forked process: the child belongs to the other one."""
        self._lock = threading.Lock()
        child, self._child = self._child, None
        if child is not None:
            child.returncode = 0  # not ours to wait for
            for stream in (child.stdin, child.stdout):
                stream.raw.close()  # type: ignore[union-attr]  # our copy alone, and without its lock

    def _exchange(
        self, child: subprocess.Popen[bytes], head: dict[str, Any], blobs: Sequence[bytes]
    ) -> tuple[Frame | None, str]:
        """The answer, or None and why there is none."""
        begun = time.monotonic()
        watch = threading.Timer(self._seconds, child.kill)
        watch.daemon = True
        watch.start()
        try:
            to, back = _streams(child)
            send(to, head, blobs)
            return receive(back), ""
        except (OSError, EOFError, Torn):
            return None, "slow" if time.monotonic() - begun >= self._seconds else "died"
        finally:
            watch.cancel()

    def _ready(self, file: Foreign) -> subprocess.Popen[bytes]:
        """The child, started when there is none that lives."""
        if self._child is not None and self._child.poll() is not None:
            self._end()
        if self._child is None:
            try:
                self._child = self._started()
            except (OSError, EOFError, Torn):
                log.warning("file worker: not started", exc_info=True)
                self._end(kill=True)
                raise file.torn("start") from None
        return self._child

    def _started(self) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(
            _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=_ROOT if _ROOT.is_dir() else None, env=_environment(),
            start_new_session=True,  # Ctrl+C is for the program alone
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        self._child, self._done, self.started = child, 0, self.started + 1
        watch = threading.Timer(_START, child.kill)
        watch.daemon = True
        watch.start()
        try:
            receive(_streams(child)[1])
        finally:
            watch.cancel()
        return child

    def _after(self, answer: Frame) -> None:
        self._done += 1
        peak = answer.head.get("peak")
        self.peak = max(self.peak, peak if isinstance(peak, int) else 0)
        if self._done >= self._files or answer.head.get("torn") == "memory":
            self._end()

    def _end(self, *, kill: bool = False) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        if kill:
            child.kill()
        for stream in (child.stdin, child.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        try:
            child.wait(1)
        except subprocess.TimeoutExpired:
            child.kill()
            with suppress(subprocess.TimeoutExpired):  # held by a dead network share
                child.wait(1)


@cache
def worker() -> Worker:
    """The one of this process."""
    made = Worker()
    atexit.register(made.close)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=made.forget)
    return made


def _streams(child: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert child.stdin is not None
    assert child.stdout is not None
    return child.stdin, child.stdout


def _command() -> list[str]:
    """This program again, with the hidden sub-command."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-P", "-s", "-m", "app", FLAG]


def _environment() -> dict[str, str]:
    """As the program's own, without what was loaded into that for its own sake; one arena is less memory."""
    own = {key: value for key, value in os.environ.items() if key != "LD_PRELOAD"}
    return {**own, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}


def _readable(sentence: str) -> str:
    """A sentence from the child, fit to be shown whatever the child became."""
    signs = sentence[:_LONGEST]
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") else "□" for c in signs
    )
