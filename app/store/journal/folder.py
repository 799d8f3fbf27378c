"""JournalFolder: the segments of an office's change journal (流水), one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.store.journal.segment import Entry, Head, Segment, Sort, Unreadable
from app.store.private_files import make_folder

_NAME = re.compile(r"流水-(\d{6,12})\.dat")
LEAST = 10  # backups that the journal goes on from, at least


class JournalFolder:
    """Where segments lie by number; `key` is that of the store, if any."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self.path = path
        self.key = key

    def numbered(self) -> list[tuple[int, Path]]:
        """Everything called like a segment, in order; raises OSError when nobody can look."""
        with suppress(FileNotFoundError):
            names = [(_NAME.fullmatch(path.name), path) for path in self.path.iterdir()]
            return sorted((int(name[1]), path) for name, path in names if name)
        return []

    def segments(self) -> list[Segment]:
        """Those with a good head, in order; raises OSError."""
        found = []
        for number, path in self.numbered():
            with suppress(Unreadable):
                segment = Segment.open(path, self.key)
                if segment.head.number == number:
                    found.append(segment)
        return found

    def line(self, epoch: str, seq: int) -> Entry | None:
        """That of one change, whatever became of it; None when it is not here, or damaged. Raises OSError."""
        for segment in reversed(self.segments()):
            if segment.head.epoch == epoch and segment.head.after < seq:
                for entry in segment.entries():
                    if entry.sort is Sort.LINE and entry.seq == seq:
                        return entry
        return None

    def begin(
        self, epoch: str, after: int, parent: tuple[str, int] | None = None, base: bytes | None = None
    ) -> Segment:
        """The next segment; raises OSError."""
        make_folder(self.path)
        there = self.numbered()
        number = there[-1][0] + 1 if there else 1
        path = self.path / f"流水-{number:06d}.dat"
        return Segment.create(path, Head(number, epoch, after, parent), self.key, base)

    def prune(self, positions: Iterable[tuple[str, int]]) -> int:
        """Takes out segments that none of the newest backups, which are at these positions, goes on from.

        Nothing while there are fewer than ten. Returns how many went; raises OSError.
        """
        segments = self.segments()
        first = [number for each in positions if (number := _needed(segments, *each))]
        if len(first) < LEAST:
            return 0
        gone = [path for number, path in self.numbered() if number < min(first)]
        for path in gone:
            path.unlink(missing_ok=True)
        return len(gone)


def _needed(segments: list[Segment], epoch: str, seq: int) -> int:
    """The number of the first segment that a backup at this position needs; 0 when it is on no course."""
    own = [each.head for each in segments if each.head.epoch == epoch]
    return max((head.number for head in own if head.after <= seq), default=0)
