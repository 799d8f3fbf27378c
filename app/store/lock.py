"""One program per store: an operating-system lock that dies with the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.errors import AppError


class Taken(Exception):
    """Another process holds the lock."""


class FileLock:
    """Held until released or the process ends; raises Taken, or OSError when there can be no file."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            self._take()
        except OSError as error:
            os.close(self._handle)
            raise Taken from error

    def _take(self) -> None:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(self._handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        os.close(self._handle)


class StoreLock(FileLock):
    """Held while a store is open for writing."""

    def __init__(self, path: Path) -> None:
        try:
            super().__init__(path)
        except Taken:
            raise AppError("这个数据文件夹正被另一个窗口用着。请在那个窗口里做，或先关掉它。") from None
        except OSError:
            raise AppError(f"“{path}”不能写，台账没有打开。请找管电脑的人开写入权限。") from None
