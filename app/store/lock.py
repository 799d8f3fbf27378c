"""One program per store: an operating-system lock that dies with the process."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from app.disk_trouble import DiskTrouble, trouble_of
from app.errors import AppError
from app.store.backup.failures import failed

_HELD = (DiskTrouble.BUSY, DiskTrouble.DENIED)  # as Windows says of a file that is open already
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


class Taken(Exception):
    """Another process holds the lock."""


class Lockless(OSError):
    """The disk keeps no locks, as some network shares and phones do not: nobody knows who else is there."""


class FileLock:
    """Held until released or the process ends; raises Taken, Lockless, or OSError without a file."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            self._take()
        except OSError as error:
            os.close(self._handle)
            if trouble_of(error) in _HELD:
                raise Taken from error
            if error.errno in _NO_LOCKS:
                raise Lockless(error.errno, error.strerror) from error
            raise

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
        except Lockless:
            raise AppError(
                f"“{path.parent}”在的磁盘不能上锁，两个窗口同时写会写坏，台账没有打开。"
                "请把整个文件夹拷到本机磁盘上，从那里打开。"
            ) from None
        except OSError as error:
            raise failed(error, "台账没有打开", path, "什么都没有改动") from error
