"""Journal: every change of a store in a file elsewhere, on the disk before the store itself has it (流水).

A line is written before COMMIT and carries a number that the store keeps in the same transaction, so the
store is never ahead of the journal. A line whose transaction did not take place is said to be void. Where the
store does not go on from where the journal ends, as after a restore, a new course begins, an epoch.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.clock import SystemClock
from app.store.failures import unwritten
from app.store.journal.folder import JournalFolder
from app.store.journal.lines import Opening, to_bytes
from app.store.journal.position import (
    Position,
    Traits,
    comes_from,
    keep_position,
    position_in,
    read_position,
    traits_of,
)
from app.store.journal.reading import JournalReading
from app.store.journal.segment import Sort
from app.store.journal.tail import Tail, tail_of
from app.store.journal.watch import Watch

if TYPE_CHECKING:
    from sqlalchemy import Connection

log = logging.getLogger(__name__)

LARGEST = 1 << 20  # bytes; then another segment begins
SMALL = 4 << 20  # bytes of a store that an epoch can begin with as a whole
_MARKS = ("application_id", "user_version")


class Journal:
    """Belongs to the one writer of a store; every connection it gets is that writer's, within a transaction.

    Raises AppError in words for the clerk when a line cannot be written: then nothing must be committed.
    """

    def __init__(self, folder: Path, key: bytes | None) -> None:
        self._folder = JournalFolder(folder, key)
        self._tail: Tail | None = None
        self._watch: Watch | None = None
        self._pending: Position | None = None
        self._settled = False
        self._based = False

    def watch(self, connection: Connection) -> None:
        """Sees to it that every row that is touched is noticed; call it before the transaction begins."""
        raw = connection.connection.driver_connection
        if self._watch is None or self._watch.connection is not raw or not self._watch.is_current:
            self._settled = False
            self._watch = Watch.over(raw)
        if not self._based:  # the backup it was to begin with may have failed
            self._settled = False

    def is_on_track(self) -> bool:
        """Whether a line can be written: the journal ends where the store is."""
        watch, tail = self._watch, self._tail
        assert watch is not None
        watch.forget()
        self._pending = found = read_position(watch.connection)
        if not self._settled or tail is None or not tail.is_untouched:
            return False
        return found is not None and (found.epoch, found.seq) == (tail.epoch, tail.seq)

    def settle(self) -> bool:
        """Puts the journal on track: says what did not take place, or begins a new epoch.

        Returns whether that wrote into the store, which has to be committed; nothing else may have been
        written before.
        """
        watch = self._watch
        assert watch is not None
        self._based = False
        with _writing(self._folder.path):
            self._tail = tail_of(self._folder)
            traits = traits_of(watch.connection, watch.schema)
            known = self._known(watch, traits)
            begins = known is None or self._tail is None or known.epoch != self._tail.epoch
            if known is not None and self._tail is not None and not begins:
                begins = known.seq not in (self._tail.seq, self._tail.previous)
                if known.seq != self._tail.seq and not begins:
                    self.void()
            if begins:
                self._begin(watch, known, traits)
        self._settled = True
        return begins

    def is_based_on(self, places: Iterable[tuple[str, int]]) -> bool:
        """Whether all could be brought back from a copy made at one of these, or from the journal alone."""
        with _writing(self._folder.path):
            self._based = JournalReading(self._folder).is_based_on(places)
        return self._based

    def write(self) -> bool:
        """The line of what was touched, on the disk when this returns; False when nothing was."""
        watch = self._watch
        assert watch is not None
        assert self._tail is not None
        if not watch.has_touched:
            return False
        with _writing(self._folder.path):
            # Another segment knows nothing of numbers given up here, and would give them out again.
            if self._tail.end > LARGEST and self._tail.seq == self._tail.highest:
                self._tail = Tail.begun(self._folder.begin(self._tail.epoch, self._tail.seq))
            tail, seq = self._tail, self._tail.highest + 1
            opening = self._opening(watch)
            traits = traits_of(watch.connection, watch.schema)
            keep_position(watch.connection, Position(tail.epoch, seq, traits))
            body = to_bytes(opening, watch.parts())
            self._tail = None  # until it is known how this ends
            end = tail.segment.add(tail.end, Sort.LINE, (seq, tail.seq), body)
            self._tail = tail.with_line(end, seq)
        watch.forget()
        return True

    def void(self) -> None:
        """The transaction of the last line did not take place."""
        tail, self._tail = self._tail, None
        if tail is not None:
            end = tail.segment.add(tail.end, Sort.VOID, (tail.seq, tail.previous), b"")
            self._tail = tail.without_line(end)

    def give_up(self) -> None:
        """As `void`, where something else has to be said already: what this misses, `settle` makes good."""
        with suppress(OSError):
            self.void()

    def _known(self, watch: Watch, traits: Traits) -> Position | None:
        """Where the store says it is, when it came there on the course that is written down here."""
        position = read_position(watch.connection)
        if position is None or not position.fits(traits):
            return None
        if position.seq == 0:  # nothing was changed yet since the epoch began
            return position
        line = self._folder.line(position.epoch, position.seq)
        then = position_in(line.body) if line is not None else None
        return position if then is not None and comes_from(watch.connection, then) else None

    def _opening(self, watch: Watch) -> Opening:
        """What was written besides goes along: single rows, or tables that were added with their settings."""
        at, known = SystemClock().utc().isoformat(timespec="seconds"), self._pending
        if known is None:
            return Opening(at)
        for table, key in known.besides:
            watch.touch(table, key)
        if known.traits.schema == watch.schema:
            return Opening(at)
        watch.touch_all("setting")
        return Opening(at, watch.schema_list())

    def _begin(self, watch: Watch, known: Position | None, traits: Traits) -> None:
        """A new epoch, from where the store is, or from all that is in it when that is not much."""
        raw, epoch = watch.connection, uuid4().hex
        base, parent = None, (known.epoch, known.seq) if known else None
        if known is not None:
            # What was written besides is not part of the state it branches off from.
            traits = replace(traits, schema=known.traits.schema)
        keep_position(raw, Position(epoch, 0, traits, known.besides if known else ()))
        if _size(raw) <= SMALL:
            marks = {name: int(raw.execute(f"PRAGMA {name}").fetchone()[0]) for name in _MARKS}
            at = SystemClock().utc().isoformat(timespec="seconds")
            base = to_bytes(Opening(at, watch.schema_list(), marks), watch.everything())
        log.info("the change journal begins anew")
        self._tail = Tail.begun(self._folder.begin(epoch, 0, parent, base))


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Meanwhile an error of the disk becomes a sentence."""
    try:
        yield
    except OSError as error:
        log.warning("the change journal could not be written", exc_info=True)
        raise unwritten(error, folder) from error


def _size(connection: Any) -> int:
    # With a key SQLCipher answers some of them in words.
    asked = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    pages, bytes_each = map(int, asked)
    return int(pages * bytes_each)
