"""JournalReading: what the change journal holds, and which changes come after a given state of the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.store.journal.folder import JournalFolder
from app.store.journal.segment import Entry, Segment, Sort

Place = tuple[str, int]  # an epoch and a change in it


@dataclass(slots=True)
class Run:
    """Changes that follow one another without a gap, the first one after change `start`."""

    start: int
    lines: list[Entry] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.lines[-1].seq if self.lines else self.start

    def holds(self, seq: int) -> bool:
        return seq == self.start or any(line.seq == seq for line in self.lines)


@dataclass(slots=True)
class Epoch:
    """One course of changes; more than one run where something between them is lost or damaged.

    `void` are those that did not take place, or were given up by restoring what was before them; with the
    line where there is one.
    """

    name: str
    parent: Place | None
    base: Entry | None = None
    runs: list[Run] = field(default_factory=list)
    void: dict[int, Entry | None] = field(default_factory=dict)

    def take(self, segment: Segment) -> None:
        """The next of its segments."""
        self._go_on_from(segment.head.after)
        for entry in segment.entries():
            if entry.sort is Sort.BASE:
                self.base = entry
            elif entry.sort is Sort.LINE:
                self._go_on_from(entry.before)
                self.runs[-1].lines.append(entry)
            else:
                self.void.setdefault(entry.seq)
                if self.runs[-1].lines and self.runs[-1].end == entry.seq:
                    self.void[entry.seq] = self.runs[-1].lines.pop()

    def after(self, seq: int, until: int | None) -> tuple[list[Entry], int]:
        """The changes after one of them, as far as they can be told, and how many cannot."""
        at = next((place for place, run in enumerate(self.runs) if run.holds(seq)), None)
        if at is None:
            rest = [line for run in self.runs for line in run.lines if line.seq > seq]
            return [], sum(1 for line in rest if until is None or line.seq <= until)
        lines = [line for line in self.runs[at].lines if line.seq > seq]
        last = self.runs[-1].end if until is None else until
        lines = [line for line in lines if line.seq <= last]
        reached = lines[-1].seq if lines else seq
        return lines, max(0, last - reached)

    def line(self, seq: int) -> Entry | None:
        """That of one change, also when it was given up; None when it is not here."""
        kept = (line for run in self.runs for line in run.lines if line.seq == seq)
        return next(kept, self.void.get(seq))

    def _go_on_from(self, before: int) -> None:
        """What comes next follows that change: later ones were given up, missing ones leave a gap."""
        while self.runs and self.runs[-1].lines and self.runs[-1].end > before:
            given_up = self.runs[-1].lines.pop()
            self.void[given_up.seq] = given_up
        if not self.runs or self.runs[-1].end != before:
            self.runs.append(Run(before))


@dataclass(frozen=True, slots=True)
class Way:
    """The changes from a state to the newest one, and how many more there are that cannot be used.

    `reached` is the change that left that state, None when the journal does not hold it.
    """

    lines: Sequence[Entry]
    missing: int
    reached: Entry | None = None


class JournalReading:
    """All of a journal at one moment; raises OSError when the disk does not answer.

    With `until` the newest state it tells of is that one, which may be older than what it holds.
    """

    def __init__(self, folder: JournalFolder, until: Place | None = None) -> None:
        self._until = until
        self._epochs: dict[str, Epoch] = {}
        for segment in folder.segments():
            head = segment.head
            if head.epoch not in self._epochs:
                self._epochs[head.epoch] = Epoch(head.epoch, head.parent)
            self._epochs[head.epoch].take(segment)

    def knows(self, epoch: str) -> bool:
        return epoch in self._epochs

    def course(self) -> list[tuple[Epoch, int | None]]:
        """How the newest state came about, newest epoch first, each with the last change that counts."""
        found: list[tuple[Epoch, int | None]] = []
        place: tuple[str, int | None] | None = self._until
        if place is None and self._epochs:
            place = list(self._epochs)[-1], None
        while place is not None and place[0] in self._epochs:
            epoch = self._epochs[place[0]]
            if any(epoch is each for each, _ in found):
                break
            found.append((epoch, place[1]))
            place = epoch.parent
        return found

    def rank(self, place: Place) -> tuple[int, int] | None:
        """How near a state is to the newest one, larger is nearer; None when it does not lead there."""
        for distance, (epoch, until) in enumerate(self.course()):
            if epoch.name == place[0] and (until is None or place[1] <= until):
                return None if place[1] in epoch.void else (-distance, place[1])
        return None

    def way(self, place: Place) -> Way:
        """From a state to the newest, or, off the course, to the last of its own epoch."""
        course, own = self.course(), self._epochs.get(place[0])
        reached = own.line(place[1]) if own else None
        at = next((n for n, (epoch, _) in enumerate(course) if epoch is own), None)
        if at is None or self.rank(place) is None:
            lines, missing = own.after(place[1], None) if own else ([], 0)
            return Way(lines, missing, reached)
        found, seq = [], place[1]
        for epoch, until in reversed(course[: at + 1]):
            lines, missing = epoch.after(seq, until)
            found += lines
            if missing:
                return Way(found, missing, reached)
            seq = 0
        return Way(found, 0, reached)

    def bases(self) -> list[tuple[Place, Entry]]:
        """The states on the course that the journal holds as a whole, newest first."""
        return [((epoch.name, 0), epoch.base) for epoch, _ in self.course() if epoch.base is not None]

    def is_based_on(self, places: Iterable[Place]) -> bool:
        """Whether the newest state can be reached from one of these, or from what the journal holds."""
        starts = [place for place, _ in self.bases()]
        starts += [place for place in places if self.rank(place) is not None]
        return any(not self.way(start).missing for start in starts)
