"""Start: what a lost store can be rebuilt from: its backups, and what the change journal holds as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.store.backup.backup import Backup
from app.store.journal.reading import JournalReading, Way
from app.store.journal.segment import Entry


@dataclass(frozen=True, slots=True)
class Start:
    """A backup, or the `base` in the journal, and the way from there.

    `leads_on` says whether that way is the one to the newest state. The state it begins with has to come
    from what `way.reached` left.
    """

    backup: Backup | None
    base: tuple[Entry, ...]
    way: Way
    leads_on: bool

    @property
    def is_whole(self) -> bool:
        """Whether all that was saved comes out of it."""
        return self.leads_on and not self.way.missing

    @property
    def entries(self) -> list[Entry]:
        """All that has to be carried out."""
        return [*self.base, *self.way.lines]

    @property
    def last(self) -> Entry | None:
        """The change that leaves what it leads to; None when the journal does not hold it."""
        return self.way.lines[-1] if self.way.lines else self.way.reached

    @property
    def size(self) -> int:
        """How many bytes these are."""
        return sum(len(entry.body) for entry in self.entries)


def starts(backups: Iterable[Backup], reading: JournalReading) -> list[Start]:
    """The best first: whatever leads nearest to the newest state; then, without the journal, the newest.

    Once one is known to be of this course, those of other offices are none. One that may have been made after
    all the journal knows of, by an older program or elsewhere, comes before all, on trial: it has to go on
    from the last change here; untried it comes last.
    """
    newest_first = sorted(backups, key=lambda each: each.number, reverse=True)
    ranked = [(rank, _of(each, reading)) for each in newest_first if (rank := reading.rank(_place(each)))]
    ranked += [
        (rank, Start(None, (base,), reading.way(place), True))
        for place, base in reading.bases()
        if (rank := reading.rank(place))
    ]
    # Sorted by rank alone: of two at the same place the backup comes first, it has the attachments.
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    on_course = [start for _, start in ranked]
    own = [start.backup for start in on_course if start.backup is not None]
    offices = {each.facts.store for each in own}
    others = [each for each in newest_first if reading.rank(_place(each)) is None]
    others = [each for each in others if not offices or each.facts.store in offices]
    later = [each for each in others if own and each.number > max(backup.number for backup in own)]
    later = [each for each in later if not reading.knows(each.facts.epoch)]
    on_trial = [Start(each, (), Way([], 0, on_course[0].last), False) for each in later]
    return on_trial + on_course + [_of(each, reading) for each in others]


def _of(backup: Backup, reading: JournalReading) -> Start:
    place = _place(backup)
    return Start(backup, (), reading.way(place), reading.rank(place) is not None)


def _place(backup: Backup) -> tuple[str, int]:
    return backup.facts.epoch, backup.facts.seq
