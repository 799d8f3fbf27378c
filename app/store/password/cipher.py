"""Cipher: files under a store's key: names that tell nothing, contents nobody else reads or changes unseen.

A sealed file is a head (mark, salt), the content in pieces of 1 MiB under AES-256-GCM, and the SHA-256 of all
that, so that a bad disk is noticed without the key. Each file has a key of its own, drawn with its salt from
the store's; the nonce counts the pieces and marks the last one, so none can be left out or moved; the file's
own name is bound in, so that one file cannot stand in for another.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SEALED = ".enc"
PIECE = 1 << 20
KEY_BYTES = 32
_MARK = b"CPLGFIL1"
_SALT, _TAG, _PROOF = 16, 16, 32
_HEAD = len(_MARK) + _SALT


class Broken(OSError):
    """A sealed file is not what was written, or not under this key; `path` is where it lies."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EIO, "broken", str(path))
        self.path = path


class Cipher:
    """Names and contents of files under one store key of 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._files = drawn(key, b"files")
        self._names = drawn(key, b"names")

    def name(self, sha256: str) -> str:
        """What a file of this SHA-256 is called; nobody without the key can tell which it is."""
        return hmac.digest(self._names, bytes.fromhex(sha256), "sha256").hex() + SEALED

    def closed(self, content: Iterable[bytes], about: str) -> Iterator[bytes]:
        """The bytes of the sealed file for a content; `about` is what `opened` has to be told too."""
        salt = os.urandom(_SALT)
        proof = hashlib.sha256()
        box = self._box(salt)
        proof.update(_MARK + salt)
        yield _MARK + salt
        for number, (piece, last) in enumerate(_pieces(content)):
            part = box.encrypt(_nonce(number, last), piece, about.encode())
            proof.update(part)
            yield part
        yield proof.digest()

    def opened(self, path: Path, about: str) -> Iterator[bytes]:
        """The content of a sealed file, piece by piece; raises OSError, Broken among them."""
        from cryptography.exceptions import InvalidTag

        with path.open("rb") as handle:
            left = _body(handle, path)
            box = self._box(handle.read(_SALT))
            number = 0
            while left > 0:
                part = handle.read(min(left, PIECE + _TAG))
                left -= len(part)
                try:
                    yield box.decrypt(_nonce(number, left == 0), part, about.encode())
                except (InvalidTag, ValueError):
                    raise Broken(path) from None
                number += 1
                if not part:  # shorter than its directory entry says
                    raise Broken(path)

    def _box(self, salt: bytes) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(drawn(self._files, b"file", salt))


def drawn(key: bytes, purpose: bytes, salt: bytes = b"") -> bytes:
    """Another key of 32 bytes from a key (HKDF, RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, b"cppcc-ledger " + purpose).derive(key)


def is_sealed(name: str) -> bool:
    """Whether a name is that of a sealed file."""
    return name.endswith(SEALED)


def sealed_size(size: int) -> int:
    """How many bytes the sealed file of a content has."""
    return _HEAD + size + _TAG * max(1, -(-size // PIECE)) + _PROOF


def content_size(size: int) -> int:
    """How many bytes are in a sealed file of this size; 0 for one that is cut short."""
    body = size - _HEAD - _PROOF
    return max(0, body - _TAG * -(-body // (PIECE + _TAG)))


def is_whole(path: Path) -> bool:
    """Whether a sealed file is as it was written, by its own proof; needs no key. Raises OSError."""
    size = path.stat().st_size - _PROOF
    proof = hashlib.sha256()
    with path.open("rb") as handle:
        while size > 0 and (chunk := handle.read(min(size, PIECE))):
            proof.update(chunk)
            size -= len(chunk)
        return size == 0 and handle.read() == proof.digest()


def _body(handle: BinaryIO, path: Path) -> int:
    """Reads the mark; how many bytes of pieces follow the salt."""
    body = os.fstat(handle.fileno()).st_size - _HEAD - _PROOF
    if handle.read(len(_MARK)) != _MARK or body < _TAG:
        raise Broken(path)
    return body


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _pieces(content: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The content in pieces of 1 MiB, and whether each is the last; one empty piece for an empty content."""
    held = bytearray()
    for chunk in content:
        held += chunk
        while len(held) > PIECE:
            yield bytes(held[:PIECE]), False
            del held[:PIECE]
    yield bytes(held), True
