"""Tail: where the change journal ends: the last change that took place, and the one before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.store.journal.folder import JournalFolder
from app.store.journal.segment import HEAD_BYTES, Segment, Sort


@dataclass(frozen=True, slots=True)
class Tail:
    """The newest segment up to `end` bytes. Changes since `previous` that took place: none, or `seq`.

    `highest` is the highest number any change was given here, whether it took place or not.
    """

    segment: Segment
    end: int
    size: int
    seq: int
    previous: int
    highest: int

    @property
    def epoch(self) -> str:
        return self.segment.head.epoch

    @property
    def is_untouched(self) -> bool:
        """Whether the file is as it was left."""
        try:
            return self.segment.path.stat().st_size == self.size
        except OSError:
            return False

    def with_line(self, end: int, seq: int) -> Tail:
        """After one more change."""
        return replace(self, end=end, size=end, previous=self.seq, seq=seq, highest=seq)

    def without_line(self, end: int) -> Tail:
        """After the last change was said not to have taken place."""
        return replace(self, end=end, size=end, seq=self.previous)

    @classmethod
    def begun(cls, segment: Segment) -> Tail:
        """Of a new segment."""
        size, after = segment.path.stat().st_size, segment.head.after
        return cls(segment, size, size, after, after, after)


def tail_of(folder: JournalFolder) -> Tail | None:
    """Read from the newest segment; None when there is none, or it cannot be read. Raises OSError."""
    there, segments = folder.numbered(), folder.segments()
    if not segments or segments[-1].head.number != there[-1][0]:
        return None
    segment = segments[-1]
    after = segment.head.after
    taken, highest, end = [after], after, HEAD_BYTES
    for entry in segment.entries():
        highest, end = max(highest, entry.seq), entry.end
        while entry.sort is Sort.LINE and len(taken) > 1 and taken[-1] > entry.before:
            taken.pop()
        if entry.sort is Sort.LINE:
            taken.append(entry.seq)
        elif entry.sort is Sort.VOID and taken[-1] == entry.seq and len(taken) > 1:
            taken.pop()
    previous = taken[-2] if len(taken) > 1 else after
    return Tail(segment, end, segment.path.stat().st_size, taken[-1], previous, highest)
