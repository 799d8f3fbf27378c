"""Header: the first bytes of a store's file as they lie, read without SQLite, which might touch the file."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.store.connection import APPLICATION_ID, FORMAT, MAGIC

FIRST = 4096  # bytes: one page
_LENGTH = 100
_FAR = 1000  # a number this much above ours is no version anybody writes
_PAGES = bytes.fromhex("1000")  # 4,096 bytes a page
_FRACTIONS = bytes.fromhex("402020")  # the same in every SQLite file there ever was
_FORMAT_4, _UTF_8 = bytes.fromhex("00000004"), bytes.fromhex("00000001")
_OTHERS = (
    b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"MZ", b"\x7fELF",
    b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BM", b"RIFF", b"{\\rtf",
)  # fmt: skip
_MANY = 200  # different bytes in 4,096: text and tables have fewer, what is encrypted has nearly all 256


@dataclass(frozen=True, slots=True)
class Header:
    """`first` is the first page, or what there is of it; `time` is in ns."""

    first: bytes
    size: int
    inode: int
    time: int

    @classmethod
    def of(cls, path: Path) -> Header | None:
        """None for what is no file at all. Raises OSError.

        Call it with the file not open in this process, whose locks on it would be lost.
        """
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return cls.read(file)

    @classmethod
    def read(cls, file: BinaryIO) -> Header:
        """Of a file that was just opened; leaves it after its first page. Raises OSError."""
        there = os.fstat(file.fileno())
        return cls(file.read(FIRST), there.st_size, there.st_ino, there.st_mtime_ns)

    @property
    def is_plain(self) -> bool:
        """Begins as an unencrypted SQLite file."""
        return self.first.startswith(MAGIC)

    @property
    def is_short(self) -> bool:
        return len(self.first) < _LENGTH

    @property
    def is_zero(self) -> bool:
        """Nothing but zeros, as after a power cut."""
        return bool(self.first) and not any(self.first)

    @property
    def is_ours(self) -> bool:
        return self._number(68) == APPLICATION_ID

    @property
    def is_newer(self) -> bool:
        """Marked by a later program."""
        return FORMAT < self._number(60) < FORMAT + _FAR

    @property
    def is_well_formed(self) -> bool:
        """Says of itself what every plain store says; its marks are looked at on their own."""
        first = self.first
        return (
            first[16:18] == _PAGES and first[18] in (1, 2) and first[19] in (1, 2) and first[20] == 0
            and first[21:24] == _FRACTIONS and first[44:48] == _FORMAT_4 and first[56:60] == _UTF_8
            and 0 < self._number(60) < FORMAT + _FAR and not any(first[72:92])
        )  # fmt: skip

    @property
    def counter(self) -> int:
        """How many transactions a plain file has seen; every commit adds one."""
        return self._number(24)

    @property
    def is_known_other(self) -> bool:
        """A document, picture, archive or program, or plain text."""
        if self.first.startswith(_OTHERS):
            return True
        return b"\0" not in self.first and any(_reads(self.first, code) for code in ("utf-8", "gb18030"))

    @property
    def looks_encrypted(self) -> bool:
        """Whole pages of what has no pattern."""
        return self.size % FIRST == 0 and len(set(self.first)) > _MANY

    def _number(self, at: int) -> int:
        return int.from_bytes(self.first[at : at + 4], "big")


def _reads(raw: bytes, code: str) -> bool:
    """Whether it is text; a character may be cut in two at its end."""
    try:
        raw.decode(code)
    except UnicodeDecodeError as error:
        return error.start > len(raw) - 4
    return True
