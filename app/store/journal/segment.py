"""Segment: one file of the change journal: records one after the other, each telling whether it is whole.

A file is a head (which journal, what came before) and records. A record carries its place in the order and
that of the one it follows, so that a missing one is noticed; with the store's key its body is sealed
(AES-256-GCM), without it stands before its SHA-256. Only what a power cut tore off is ever written over.
"""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.store.private_files import Differs, part_of, sync_folder, write_new, write_pieces

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MARK = b"CPLGJRN1"
_HEAD = struct.Struct(">8sBI16sQ16sQ16s")
_CHECK = 16
HEAD_BYTES = _HEAD.size + _CHECK
_RECORD = struct.Struct(">4sBQQI12s")
_START = b"\xf1JL\x01"


class Sort(IntEnum):
    """What a record is: all that is in the store, one change of it, or a change that did not take place."""

    BASE = 0
    LINE = 1
    VOID = 2


class Unreadable(OSError):
    """A file that is no segment, is damaged at its head, or lies under another key."""


@dataclass(frozen=True, slots=True)
class Head:
    """Segment `number` of one unbroken course of changes, an `epoch`; its records come after change `after`.

    An epoch that branched off another says from where in `parent`: that epoch and the change there.
    """

    number: int
    epoch: str
    after: int
    parent: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: change `seq`, made when `before` was the last one; `end` is where in the file it ends."""

    sort: Sort
    seq: int
    before: int
    body: bytes
    end: int


class Box:
    """What makes records of one file tell whether they are whole, and nothing without the key."""

    def __init__(self, key: bytes | None, salt: bytes, about: bytes) -> None:
        self._about = about
        self._sealing = None if key is None else _sealing(key, salt)

    def closed(self, sort: Sort, entry: tuple[int, int], body: bytes) -> bytes:
        """A record as it lies in the file."""
        nonce = bytes(12) if self._sealing is None else os.urandom(12)
        head = _RECORD.pack(_START, sort, *entry, len(body), nonce)
        if self._sealing is None:
            return b"".join((head, body, self._check(head, body)))
        return head + self._sealing.encrypt(nonce, body, self._about + head)

    def opened(self, raw: memoryview, at: int) -> Entry | None:
        """The record that begins at a place in a file's bytes; None when there is no whole one."""
        head = bytes(raw[at : at + _RECORD.size])
        if len(head) < _RECORD.size:
            return None
        start, sort, seq, before, length, nonce = _RECORD.unpack(head)
        end = at + _RECORD.size + length + _CHECK
        if start != _START or sort not in tuple(Sort) or end > len(raw):
            return None
        body = self._body(head, nonce, raw[at + _RECORD.size : end])
        return None if body is None else Entry(Sort(sort), seq, before, body, end)

    def _body(self, head: bytes, nonce: bytes, stored: memoryview) -> bytes | None:
        if self._sealing is None:
            body = bytes(stored[:-_CHECK])
            return body if stored[-_CHECK:] == self._check(head, body) else None
        from cryptography.exceptions import InvalidTag

        try:
            return self._sealing.decrypt(nonce, bytes(stored), self._about + head)
        except InvalidTag:
            return None

    def _check(self, head: bytes, body: bytes) -> bytes:
        found = hashlib.sha256(self._about + head)
        found.update(body)
        return found.digest()[:_CHECK]


@dataclass(frozen=True, slots=True)
class Segment:
    """A file with a good head, which can be read and added to; `key` is that of the store, if any."""

    path: Path
    head: Head
    box: Box

    @classmethod
    def create(cls, path: Path, head: Head, key: bytes | None, base: bytes | None = None) -> Segment:
        """A new file, on the disk under its name when this returns, `base` as its first record; OSError."""
        made, raw = cls._new(path, head, key)
        first = b"" if base is None else made.box.closed(Sort.BASE, (head.after, head.after), base)
        write_new(part_of(path), raw + first)
        part_of(path).replace(path)
        sync_folder(path.parent)
        return made

    @classmethod
    def open(cls, path: Path, key: bytes | None) -> Segment:
        """Raises Unreadable, or OSError when the disk does not answer."""
        with path.open("rb") as handle:
            raw = handle.read(HEAD_BYTES)
        if len(raw) < HEAD_BYTES:
            raise Unreadable(path.name)
        mark, sealed, number, epoch, after, parent, at, salt = _HEAD.unpack(raw[: _HEAD.size])
        if mark != _MARK or bool(sealed) != (key is not None):
            raise Unreadable(path.name)
        if _proof(key, salt, raw[: _HEAD.size]) != raw[_HEAD.size :]:
            raise Unreadable(path.name)
        came_from = (parent.hex(), at) if any(parent) else None
        head = Head(number, epoch.hex(), after, came_from)
        return cls(path, head, Box(key, salt, epoch + number.to_bytes(4, "big")))

    def entries(self) -> Iterator[Entry]:
        """Its whole records in order; what is damaged between them is passed over. Raises OSError."""
        raw = self.path.read_bytes()
        view, at = memoryview(raw), HEAD_BYTES
        while 0 <= at < len(raw):
            found = self.box.opened(view, at)
            if found is None:
                at = raw.find(_START, at + 1)
                continue
            yield found
            at = found.end

    def add(self, end: int, sort: Sort, entry: tuple[int, int], body: bytes) -> int:
        """Writes a record at `end`, on the disk when this returns; returns where it ends.

        What was torn there goes. Raises OSError; then the file ends where it did, if the disk lets it.
        """
        raw = self.box.closed(sort, entry, body)
        handle = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.ftruncate(handle, end)
            os.lseek(handle, end, os.SEEK_SET)
            try:
                _write(handle, raw)
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, end)
                raise
        finally:
            os.close(handle)
        return end + len(raw)

    @classmethod
    def recast(cls, path: Path, key: bytes | None, target: Path, new_key: bytes | None) -> None:
        """The same records at `target` under another key, or none; those damaged are left out.

        Raises Unreadable for what cannot be read at all, OSError, and Differs when the disk lost it again.
        """
        old = cls.open(path, key)
        new, raw = cls._new(target, old.head, new_key)
        write_pieces(target, [raw, *(new._closed(entry) for entry in old.entries())])
        back = cls.open(target, new_key)
        if back.head != old.head or [*map(_said, back.entries())] != [*map(_said, old.entries())]:
            raise Differs(target)

    def _closed(self, entry: Entry) -> bytes:
        return self.box.closed(entry.sort, (entry.seq, entry.before), entry.body)

    @classmethod
    def _new(cls, path: Path, head: Head, key: bytes | None) -> tuple[Segment, bytes]:
        salt = os.urandom(16)
        parent, at = head.parent or ("00" * 16, 0)
        epoch = bytes.fromhex(head.epoch)
        sealed = key is not None
        raw = _HEAD.pack(_MARK, sealed, head.number, epoch, head.after, bytes.fromhex(parent), at, salt)
        box = Box(key, salt, epoch + head.number.to_bytes(4, "big"))
        return cls(path, head, box), raw + _proof(key, salt, raw)


def _said(entry: Entry) -> tuple[int, int, int, bytes]:
    return entry.sort, entry.seq, entry.before, hashlib.sha256(entry.body).digest()


def _proof(key: bytes | None, salt: bytes, raw: bytes) -> bytes:
    """That a head is whole, and under this key."""
    if key is None:
        return hashlib.sha256(raw).digest()[:_CHECK]
    from app.store.password.cipher import drawn

    return hashlib.sha256(drawn(key, b"journal head", salt) + raw).digest()[:_CHECK]


def _sealing(key: bytes, salt: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from app.store.password.cipher import drawn

    return AESGCM(drawn(key, b"journal", salt))


def _write(handle: int, raw: bytes) -> None:
    left = memoryview(raw)
    while left:
        left = left[os.write(handle, left) :]
