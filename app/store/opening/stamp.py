"""Stamp: what a store's file was when it was last closed whole, so that a change from outside is seen.

Measured: SQLite's own checks see 8 % of flipped bits in a plain file, a fingerprint of all of it sees every
one, in half the time. It is beside the store and may be lost: then SQLite's checks have to do.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from app.paths import DataFolder
from app.store.opening.header import Header

_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Stamp:
    """`head` is the last line of the change log, "" in an encrypted store, which says no `counter` either.

    `spoilt` when damage was met while it was open: what SQLite finds at its closest look decides then.
    """

    size: int = 0
    inode: int = 0
    time: int = 0
    counter: int = 0
    digest: str = ""
    head: str = ""
    spoilt: bool = False

    @classmethod
    def of(cls, folder: DataFolder, head: str) -> Stamp:
        """The file as it lies now, read in one go. Raises OSError.

        Every lock this process holds on the file is lost when this returns; until then a reading
        transaction keeps everybody from writing to it.
        """
        digest = hashlib.sha256()
        with folder.store.open("rb") as file:
            header = Header.read(file)
            digest.update(header.first)
            while piece := file.read(_CHUNK):
                digest.update(piece)
        plain = header.is_plain
        return cls(
            header.size, header.inode, header.time, header.counter if plain else 0,
            digest.hexdigest(), head if plain else "",
        )  # fmt: skip

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
        return (self.size, self.inode, self.time) == (there.st_size, there.st_ino, there.st_mtime_ns)

    def accuses(self, now: Stamp) -> bool:
        """Whether the same plain file holds something else, though no transaction took place in it since."""
        known = (self.inode, self.counter, self.head)
        return bool(self.head) and known == (now.inode, now.counter, now.head) and self.digest != now.digest

    def keep(self, folder: DataFolder) -> None:
        """Beside the store; not forced onto the disk, as losing it only costs a closer look."""
        with suppress(OSError):
            handle = os.open(folder.stamp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(asdict(self)).encode("ascii"))


def spoil(folder: DataFolder) -> None:
    """Damage was met: the next opening looks more closely."""
    replace(Stamp.read(folder) or Stamp(), spoilt=True).keep(folder)


def forget(folder: DataFolder) -> None:
    """Another file comes into the place of the store."""
    with suppress(OSError):
        folder.stamp.unlink(missing_ok=True)
