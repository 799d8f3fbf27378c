"""Aside: work that waits for nothing else, done on a second thread meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import TypeVar

LARGE = 32 << 20  # bytes of a file; below, a thread is not worth its while
T = TypeVar("T")


class Aside:
    """A second thread while it is entered, for a large file; for a small one all is done as it comes."""

    def __init__(self, size: int) -> None:
        self._large = size >= LARGE
        self._open = ExitStack()

    def begin(self, work: Callable[[], T]) -> Callable[[], T]:
        """Begins it; what it gave, or the error it raised, is got by calling what this returns."""
        if not self._large:
            done = work()
            return lambda: done
        return self._pool.submit(work).result

    def __enter__(self) -> Aside:
        if self._large:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = self._open.enter_context(ThreadPoolExecutor(1, thread_name_prefix="aside"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
