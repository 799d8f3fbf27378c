"""Doorbell: how a second start reaches the window that has the data folder already."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any

from app.paths import DataFolder, default_folder
from app.store.lock import FileLock, Taken

PATIENCE = 1.0  # seconds
_PAUSE = 0.01
_TOKEN = "XDG_ACTIVATION_TOKEN"  # what a Wayland screen lets a window come to the front by


class Answer(Enum):
    """What came of ringing; its value is the sentence for a person, "" when nothing is to be said."""

    RAISED = ""
    ELSEWHERE = "这个数据文件夹正被另一个登录在这台电脑上的人用着。请到那边关掉窗口，再打开。"
    SILENT = "这个数据文件夹已经有一个窗口开着，它现在没有应答。请等它做完，或先关掉它。"


class Doorbell:
    """A small file beside the store: the second start writes who is there, the window writes what it did.

    Held by a lock that dies with the window, from before the password is asked for until the program ends.
    """

    def __init__(self, folder: DataFolder) -> None:
        self.path = folder.bell
        self._lock_path = folder.window_lock
        self._root = folder.root
        self._lock: FileLock | None = None

    @property
    def is_hung(self) -> bool:
        """Whether a window has the folder now."""
        try:
            if self._lock_path.exists():
                FileLock(self._lock_path).release()
        except Taken:
            return True
        except (OSError, ValueError):  # nobody's to lock; whoever opens the folder says so
            pass
        return False

    def hang(self) -> bool:
        """Whether this is the first window; also where nothing can be written, whoever opens it says so."""
        try:
            self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = FileLock(self._lock_path)
            self._write({}, os.O_CREAT)
        except Taken:
            return False
        except (OSError, ValueError):
            self.release()
        return True

    def release(self) -> None:
        """The window has gone."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def ring(self, patience: float = PATIENCE) -> Answer:
        """Asks the window to come to the front; waits no longer than `patience` seconds for its answer."""
        until = time.monotonic() + patience
        with suppress(OSError, KeyError):
            _let_others_come_forward()
            self._write({"rung": os.getpid(), "session": session(), "activation": os.environ.get(_TOKEN, "")})
            while time.monotonic() < until:
                found = self._read()
                if "answer" in found:  # to this ring, or to another that came at the same moment
                    return Answer[found["answer"]]
                time.sleep(_PAUSE)
        return Answer.SILENT

    def answer(self) -> bool:
        """For the window: whether somebody in its own session rang who has had no answer yet."""
        rung = self._read()
        if "rung" not in rung:
            return False
        is_here = rung.get("session") == session()
        if is_here and rung.get("activation"):
            os.environ[_TOKEN] = str(rung["activation"])
        with suppress(OSError):  # then the other says that nobody answered
            self._write({"answer": (Answer.RAISED if is_here else Answer.ELSEWHERE).name})
        return is_here

    def _write(self, said: dict[str, Any], flags: int = 0) -> None:
        handle = os.open(self.path, os.O_WRONLY | os.O_TRUNC | flags, 0o600)
        try:
            os.write(handle, json.dumps(said).encode("ascii"))
        finally:
            os.close(handle)

    def _read(self) -> dict[str, Any]:
        """What stands there; nothing while it is being written."""
        try:
            found = json.loads(self.path.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def rung(arguments: Sequence[str]) -> Answer | None:
    """What a start without a sub-command came to that only has to ring; None when it is the first.

    Nothing large is loaded for it: an old machine would take longer for that than anybody wants to wait.
    """
    match list(arguments):
        case []:
            folder = default_folder()
        case ["--data", place] if not place.startswith("~"):
            folder = DataFolder(Path(place))
        case _:
            return None
    bell = Doorbell(folder)
    return bell.ring() if bell.is_hung else None


def session() -> str:
    """Which screen of whom this process shows itself on."""
    if sys.platform == "win32":
        import ctypes

        number = ctypes.c_ulong()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        return str(number.value)
    return f"{os.getuid()} {os.environ.get('WAYLAND_DISPLAY') or os.environ.get('DISPLAY', '')}"


def _let_others_come_forward() -> None:
    """Windows lets only the program just started come to the front, unless that one allows it to others."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
