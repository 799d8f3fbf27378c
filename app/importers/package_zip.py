"""Directory: what a zip says it holds, read from its bytes and compared with what is there.

Source: APPNOTE.TXT 6.3.10. Nothing in it is believed until the rules have looked at it, and no name in it is
ever used for a file of ours.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_END: Final = struct.Struct("<4s4H2LH")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_END_SIGN: Final = b"PK\x05\x06"
_CENTRAL_SIGN: Final = b"PK\x01\x02"
_LOCAL_SIGN: Final = b"PK\x03\x04"
_ZIP64_LOCATOR: Final = b"PK\x06\x07"
_LOCATOR_SIZE: Final = 20
_COMMENT: Final = 65_535
_STREAMED: Final = 0x8  # sizes follow the data
_UTF_8: Final = 0x800
_WHOLE: Final = 0xFFFFFFFF
_PIECE: Final = 1 << 18


class Damaged(Exception):
    """No zip, or one whose parts do not fit together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One part as the list names it: sizes in bytes, `start` of its header, `data` of its content."""

    name: str
    method: int
    flags: int
    crc: int
    packed: int
    size: int
    start: int
    data: int
    mode: int  # of Unix, when it was written there
    agrees: bool  # whether the header before the data says the same

    @property
    def end(self) -> int:
        return self.data + self.packed

    @property
    def is_folder(self) -> bool:
        return self.name.endswith("/")


class Directory:
    """The list at the end of a zip, and its parts unfolded piece by piece.

    Raises Damaged for what is no zip at all.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        at = data.rfind(_END_SIGN, max(0, len(data) - _END.size - _COMMENT))
        if at < 0 or at + _END.size > len(data):
            raise Damaged
        found = _END.unpack_from(data, at)
        self.disks = (found[1], found[2])
        self.counts = (found[3], found[4])
        self.size, self.start, comment = found[5], found[6], found[7]
        self.end = at
        self.after = len(data) - at - _END.size
        self.comment = comment
        self.has_zip64 = data[max(0, at - _LOCATOR_SIZE) : at].startswith(_ZIP64_LOCATOR)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The parts in the order of the list; raises Damaged when it cannot be read to its end."""
        return tuple(self._read())

    @cached_property
    def by_name(self) -> dict[str, Entry]:
        return {entry.name: entry for entry in self.entries}

    @cached_property
    def fits(self) -> bool:
        """Whether the list lies where it says, holds as many as it says and goes up to its end mark."""
        return (
            self.start + self.size == self.end
            and self.counts[0] == self.counts[1] == len(self.entries)
            and self.disks == (0, 0)
        )

    @cached_property
    def overlaps(self) -> bool:
        """Whether two parts share bytes, or one reaches into the list: a bomb that needs no nesting."""
        reached: int = 0
        for entry in sorted(self.entries, key=lambda one: one.start):
            if entry.start < reached:
                return True
            reached = entry.end
        return reached > int(self.start)

    @cached_property
    def has_twins(self) -> bool:
        """Whether two parts have one name, for a disk that takes a and A for the same."""
        return len({entry.name.casefold() for entry in self.entries}) < len(self.entries)

    @cached_property
    def first(self) -> int:
        """Where the first part begins; more than 0 when something lies before the zip."""
        return min((entry.start for entry in self.entries), default=0)

    @cached_property
    def unfolded(self) -> int:
        """How many bytes the parts say they come to."""
        return sum(entry.size for entry in self.entries)

    def pieces(self, entry: Entry) -> Iterator[bytes]:
        """What is in a part, never more than it says; raises Damaged when it is not what the list says."""
        packed = memoryview(self.data)[entry.data : entry.end]
        if entry.method == 0:
            whole = bytes(packed)
            if len(whole) != entry.size or zlib.crc32(whole) != entry.crc:
                raise Damaged
            yield whole
            return
        unfolding, seen, crc = zlib.decompressobj(-15), 0, 0
        rest: bytes | memoryview = packed
        while not unfolding.eof:
            try:
                piece = unfolding.decompress(rest, _PIECE)
            except zlib.error:
                raise Damaged from None
            rest = unfolding.unconsumed_tail
            seen, crc = seen + len(piece), zlib.crc32(piece, crc)
            if seen > entry.size or not (piece or unfolding.eof):
                raise Damaged
            yield piece
        if seen != entry.size or crc != entry.crc or unfolding.unused_data or rest:
            raise Damaged

    def _read(self) -> Iterator[Entry]:
        at = self.start
        while at < self.end:
            if at + _CENTRAL.size > self.end:
                raise Damaged
            found = _CENTRAL.unpack_from(self.data, at)
            lengths = found[10:13]
            if found[0] != _CENTRAL_SIGN:
                raise Damaged
            raw = self.data[at + _CENTRAL.size : at + _CENTRAL.size + lengths[0]]
            yield self._entry(found, raw)
            at += _CENTRAL.size + sum(lengths)

    def _entry(self, found: tuple[int, ...], raw: bytes) -> Entry:
        flags, method, crc, packed, size = found[3], found[4], found[7], found[8], found[9]
        start, made_by, outer = found[16], found[1] >> 8, found[15]
        if start + _LOCAL.size > self.start:
            raise Damaged
        local = _LOCAL.unpack_from(self.data, start)
        data = start + _LOCAL.size + local[9] + local[10]
        header = self.data[start + _LOCAL.size : start + _LOCAL.size + local[9]]
        same = local[0] == _LOCAL_SIGN and header == raw and local[2:4] == (flags, method)
        if not flags & _STREAMED:
            same = same and local[6] == crc and all(
                said in (real, _WHOLE) for said, real in ((local[7], packed), (local[8], size))
            )  # fmt: skip
        name = raw.decode("utf-8" if flags & _UTF_8 else "cp437", "replace")
        mode = outer >> 16 if made_by == 3 else 0
        return Entry(name, method, flags, crc, packed, size, start, data, mode, same)
