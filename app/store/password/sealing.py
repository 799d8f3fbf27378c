"""Sealing: small files beside the store, which tell whether they are whole, and nothing without the key."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.store.private_files import PART, write_new

_HEAD = b"CPLG whole 1 "
_LENGTH = len(_HEAD) + 64 + 1


class Torn(Exception):
    """A file that is not whole, or not of this store."""


class Sealing:
    """The one place that knows how they lie on the disk: behind their SHA-256, or under the store's key."""

    def __init__(self, key: bytes | None) -> None:
        self._key = key

    def write(self, path: Path, data: bytes) -> None:
        """A new file for its owner alone, on the disk when this returns; raises OSError.

        Its name is bound in, but for a .part at its end, so that one cannot stand in for another.
        """
        write_new(path, _headed(data) if self._key is None else self._sealed(self._key, path, data))

    def read(self, path: Path) -> bytes:
        """What was written; raises Torn, or OSError when the file cannot be read at all."""
        if self._key is not None:
            return self._opened(self._key, path)
        raw = path.read_bytes()
        data = raw[_LENGTH:]
        if raw != _headed(data):
            raise Torn(path.name)
        return data

    @staticmethod
    def _sealed(key: bytes, path: Path, data: bytes) -> bytes:
        from app.store.password.cipher import Cipher

        return b"".join(Cipher(key).closed([data], _name(path)))

    @staticmethod
    def _opened(key: bytes, path: Path) -> bytes:
        from app.store.password.cipher import Broken, Cipher

        try:
            return b"".join(Cipher(key).opened(path, _name(path)))
        except Broken:
            raise Torn(path.name) from None


def _name(path: Path) -> str:
    return path.name.removesuffix(PART)


def _headed(data: bytes) -> bytes:
    return _HEAD + hashlib.sha256(data).hexdigest().encode("ascii") + b"\n" + data
