"""Reads a file somebody else made as what it is: a plain file of a bounded size, no pipe or device."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

# Neither does it wait for the other end of a pipe that took the file's place, nor does a child inherit it.
_OPENING: Final = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC"))


class NotPlain(OSError):
    """Something that can be opened but is no file: a pipe, a device, a socket."""


class TooLarge(OSError):
    """A file larger than its reader takes; `size` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(errno.EFBIG, "too large")
        self.size = size


def content(path: Path, most: int) -> bytes:
    """What is in the file, at most `most` bytes.

    Raises OSError: IsADirectoryError, NotPlain, TooLarge among them; ValueError for a name with a NUL.
    """
    _check(path.stat(), most)  # opening alone can set a device going
    handle = os.open(path, _OPENING)
    with os.fdopen(handle, "rb") as file:
        _check(os.fstat(handle), most)
        data = file.read(most + 1)
    if len(data) > most:  # it grew while it was read
        raise TooLarge(len(data))
    return data


def _check(found: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder")
    if not stat.S_ISREG(found.st_mode):
        raise NotPlain(errno.EINVAL, "not a plain file")
    if found.st_size > most:
        raise TooLarge(found.st_size)
