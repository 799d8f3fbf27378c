"""Stamp: what a store's file was when it was last closed whole, so that a change from outside is seen.

Measured: SQLite's own checks see 8 % of flipped bits in a plain file, a fingerprint of all of it sees every
one, in half the time. It is beside the store and may be lost: then SQLite's checks have to do.

A transaction that is rolled back leaves other bytes too: pages that were free are not put back as they were,
encrypted ones are encrypted anew. So from the first change on, of which `begin` tells beforehand, until the
file is closed, other bytes prove nothing, and after a program that died SQLite's checks have to do.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from io import BufferedReader
from threading import Thread

from sqlalchemy.orm import configure_mappers

from app.paths import DataFolder
from app.store.opening.header import Header

_CHUNK = 1 << 24  # bytes; between two of them a thread waits for its turn
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Stamp:
    """By `counter` and `head`, the last line of the change log, a plain file tells that it was changed.

    Of an encrypted one, which says neither, `first` does: the SHA-256 of its first page, part of each commit.
    `begun` when something may have been written since. `spoilt` when damage was met while it was open: what
    SQLite finds at its closest look decides then.
    """

    size: int = 0
    inode: int = 0
    time: int = 0
    counter: int = 0
    digest: str = ""
    head: str = ""
    spoilt: bool = False
    first: str = ""
    begun: bool = False

    @classmethod
    def of(cls, folder: DataFolder, head: str) -> Stamp:
        """The file as it lies now, read in one go. Raises OSError.

        Every lock this process holds on the file is lost when this returns; until then a reading
        transaction keeps everybody from writing to it.
        """
        with folder.store.open("rb") as file:
            header = Header.read(file)
            rest = _Rest(file, header)
            rest.start()
            configure_mappers()  # the first record needs it anyway, and it takes three times as long
            digest = rest.digested()
        known = cls(header.size, header.inode, header.time, digest=digest)
        if header.is_plain:
            return replace(known, counter=header.counter, head=head)
        return replace(known, first=hashlib.sha256(header.first).hexdigest())

    @classmethod
    def read(cls, folder: DataFolder) -> Stamp | None:
        """The one kept; None when there is none, or it is torn."""
        try:
            data = json.loads(folder.stamp.read_bytes())
            found = cls(**data)
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        kept = asdict(cls())
        return found if all(type(data[key]) is type(kept[key]) for key in data) else None

    def is_of(self, there: os.stat_result) -> bool:
        """Whether the file was not written since, as far as its size and time tell."""
        if self.spoilt or self.begun:
            return False
        return (self.size, self.inode, self.time) == (there.st_size, there.st_ino, there.st_mtime_ns)

    def accuses(self, now: Stamp) -> bool:
        """Whether the same file holds something else, though no transaction was begun in it since.

        A copy is another file, with its keyring or without, and one that came from elsewhere has another
        first page; what an earlier version kept of an encrypted one has none, and accuses of nothing.
        """
        marks = (self.inode, self.counter, self.head, self.first)
        known = bool(self.head or self.first) and not self.begun
        return known and marks == (now.inode, now.counter, now.head, now.first) and self.digest != now.digest

    def keep(self, folder: DataFolder) -> None:
        """Beside the store; not forced onto the disk, as losing it only costs a closer look."""
        with suppress(OSError):
            self._write(folder, forced=False)

    def tell_begun(self, folder: DataFolder) -> None:
        """The same, forced onto the disk as `begun`; where that cannot be done there is none any more."""
        try:
            replace(self, begun=True)._write(folder, forced=True)
        except OSError:
            forget(folder)

    def _write(self, folder: DataFolder, *, forced: bool) -> None:
        handle = os.open(folder.stamp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(json.dumps(asdict(self)).encode("ascii"))
            if forced:
                file.flush()
                os.fsync(file.fileno())


def begin(folder: DataFolder) -> None:
    """Something is about to be written into the file, or rolled back: on the disk before that is."""
    known = Stamp.read(folder)
    if known is not None and not known.begun:
        known.tell_begun(folder)


def spoil(folder: DataFolder) -> None:
    """Damage was met: the next opening looks more closely."""
    replace(Stamp.read(folder) or Stamp(), spoilt=True).keep(folder)


def forget(folder: DataFolder) -> None:
    """Another file comes into the place of the store."""
    with suppress(OSError):
        folder.stamp.unlink(missing_ok=True)


class _Rest(Thread):
    """All that follows the first page of an open file, read and digested beside what else is done."""

    def __init__(self, file: BufferedReader, header: Header) -> None:
        super().__init__()
        self._file = file
        self._room = memoryview(bytearray(min(_CHUNK, header.size)))
        self._digest = hashlib.sha256(header.first)
        self._failed: BaseException | None = None

    def run(self) -> None:
        try:
            while length := self._file.readinto(self._room):
                self._digest.update(self._room[:length])
        except BaseException as error:  # for whoever waits
            self._failed = error

    def digested(self) -> str:
        """The SHA-256 of the whole file, once it is read. Raises OSError."""
        self.join()
        if self._failed is not None:
            raise self._failed
        return self._digest.hexdigest()
