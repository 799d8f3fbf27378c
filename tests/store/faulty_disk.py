"""A disk that fails at one call, or a program that dies there; only what goes through `os` is counted."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

import pytest

CALLS = ("open", "fsync", "replace", "unlink", "mkdir", "link")


class Killed(BaseException):
    """The process is gone: from here on nothing reaches the disk, clearing up neither."""


class FaultyDisk:
    """Counts calls; the one numbered `at` fails with `error`, or with None ends the program."""

    def __init__(self, at: int, error: int | None = errno.EIO) -> None:
        self.at = at
        self.error = error
        self.calls = 0

    @property
    def was_reached(self) -> bool:
        return self.calls >= self.at

    def pass_through(self) -> None:
        """One call more."""
        self.calls += 1
        if self.error is None and self.calls >= self.at:
            raise Killed
        if self.error is not None and self.calls == self.at:
            raise OSError(self.error, os.strerror(self.error))

    def wrap(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            self.pass_through()
            return call(*arguments, **options)

        return counted


class _HalfWriting:
    """A file whose writes are counted; one that fails has put half of it on the disk."""

    def __init__(self, file: Any, disk: FaultyDisk) -> None:
        self._file = file
        self._disk = disk

    def write(self, data: bytes) -> int:
        try:
            self._disk.pass_through()
        except BaseException:
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise
        return int(self._file.write(data))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _HalfWriting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


@contextmanager
def failing(disk: FaultyDisk) -> Iterator[FaultyDisk]:
    """Everything inside runs on that disk."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            # Nobody pulls the plug here, so that nothing has to wait for the disk.
            patch.setattr(
                os, name, disk.wrap((lambda handle: None) if name == "fsync" else getattr(os, name))
            )
        opened = os.fdopen
        patch.setattr(os, "fdopen", lambda *parts: _HalfWriting(opened(*parts), disk))
        yield disk
