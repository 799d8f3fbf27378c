"""One program per store: an operating-system lock that dies with the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.errors import AppError

TAKEN = "这个数据文件夹正被另一个窗口用着。请在那个窗口里做，或先关掉它。"


class StoreLock:
    """Held while a store is open for writing; `taken` is what is said when another process holds it."""

    def __init__(self, path: Path, taken: str = TAKEN) -> None:
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            raise AppError(f"“{path}”不能写，台账没有打开。请找管电脑的人开写入权限。") from None
        try:
            self._take()
        except OSError:
            os.close(self._handle)
            raise AppError(taken) from None

    def _take(self) -> None:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(self._handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        os.close(self._handle)
