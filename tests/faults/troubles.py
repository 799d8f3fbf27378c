"""Troubles: the ways in which a call to the disk can go wrong."""

from __future__ import annotations

import errno
from dataclasses import dataclass

from tests.faults.shim import Classes, Fault, Kind

SOME = 30  # calls of one action, for troubles of which one call is much like the next
MANY = 300  # where half of a page is written is not much different from a page less


@dataclass(frozen=True)
class Trouble:
    """One way for a call to go wrong, and which calls can."""

    name: str
    fault: Fault
    error: int = 0
    classes: Classes = Classes.WRITES
    kinds: frozenset[Kind] = frozenset(Kind)
    stays: bool = False  # is still so when the clerk tries again
    most: int = 10**6  # calls of one action that it befalls; of more, so many evenly

    @property
    def kills(self) -> bool:
        return self.fault in (Fault.KILL, Fault.HALF)

    def calls(self, kinds: list[Kind]) -> list[int]:
        """Numbers of the calls that it can befall, of all that an action makes."""
        found = [number for number, kind in enumerate(kinds, 1) if kind in self.kinds]
        count = min(len(found), self.most)
        return [found[place * len(found) // count] for place in range(count)]


NOTHING = Trouble("nothing", Fault.NONE)
_ROOM = frozenset({Kind.CREATE, Kind.WRITE, Kind.MKDIR, Kind.LINK})
_WRITE = frozenset({Kind.WRITE})
TROUBLES: tuple[Trouble, ...] = (
    Trouble("killed", Fault.KILL),
    Trouble("killed half way", Fault.HALF, kinds=_WRITE, most=MANY),
    Trouble("one write fails", Fault.ONCE, errno.EIO),
    Trouble("writes fail for a while", Fault.ON, errno.EIO, most=SOME),
    Trouble("disk full, then freed", Fault.FULL, kinds=_ROOM, most=SOME),
    Trouble("disk full", Fault.FULL, kinds=_ROOM, stays=True, most=SOME),
    Trouble("written short", Fault.SHORT, kinds=_WRITE, most=SOME),
    Trouble("interrupted", Fault.ONCE, errno.EINTR, kinds=_ROOM | {Kind.TRUNCATE, Kind.FSYNC}, most=SOME),
    Trouble("one read fails", Fault.ONCE, errno.EIO, Classes.READS, most=SOME),
    Trouble("reads fail for a while", Fault.ON, errno.EIO, Classes.READS, most=SOME),
)
