"""Patience: how long to wait after wrong passwords, remembered over restarts."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.clock import Clock
from app.errors import AppError
from app.store.private_files import part_of, write_new

FREE = 3  # tries that cost nothing: a slip of the finger, the caps lock
FIRST, LONGEST = 5, 15 * 60  # seconds; each wrong try doubles the wait


class TooSoon(AppError):
    """`what` was wrong, and for how many seconds no other try is taken."""

    def __init__(self, what: str, seconds: int) -> None:
        super().__init__(f"{what}请等{in_words(seconds)}再试。")
        self.what = what


class Patience:
    """Counts wrong tries in a small file; whoever can delete that can also copy the store and try there."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def left(self) -> int:
        """Seconds until the next try is taken; 0 when it is taken now."""
        wrong, at = self._read()
        wait = delay(wrong)
        if at is None or not wait:
            return 0
        now = self._clock.utc()
        if at > now:  # the clock was set back: the wait begins anew, or it would last until that day comes
            at = now
            if not self._write(wrong, at):
                return 0
        return max(0, -(-(timedelta(seconds=wait) - (now - at)) // timedelta(seconds=1)))

    def check(self) -> None:
        """Raises AppError while one has to wait."""
        left = self.left()
        if left:
            raise TooSoon(f"密码错了 {self._read()[0]} 次，", left)

    def count(self) -> int:
        """One more wrong try; returns the seconds to wait now."""
        wrong = self._read()[0] + 1
        self._write(wrong, self._clock.utc())
        return delay(wrong)

    def forget(self) -> None:
        """The right password was given."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _write(self, wrong: int, at: datetime) -> bool:
        """Whether it is kept; a folder that cannot be written is no reason to lock anybody out."""
        data = json.dumps({"wrong": wrong, "at": at.isoformat()})
        with suppress(OSError):
            write_new(part_of(self._path), data.encode())
            part_of(self._path).replace(self._path)
            return True
        return False

    def _read(self) -> tuple[int, datetime | None]:
        try:
            found = json.loads(self._path.read_bytes())
            return max(0, int(found["wrong"])), datetime.fromisoformat(found["at"]).astimezone(UTC)
        except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
            return 0, None


def delay(wrong: int) -> int:
    """Seconds to wait after so many wrong tries."""
    return 0 if wrong < FREE else min(LONGEST, FIRST << min(wrong - FREE, 20))


def in_words(seconds: int) -> str:
    """35 秒, 2 分钟."""
    return f" {seconds} 秒" if seconds < 90 else f" {-(-seconds // 60)} 分钟"
