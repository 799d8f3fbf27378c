"""How the program and its child talk: length-prefixed frames of JSON and raw bytes, nothing that can act.

A frame is eight bytes (lengths of head and body, big-endian), the head as ASCII JSON, and the body: the blobs
one after another, as long as the head's `blobs` say. What a child sends is data, whatever became of it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

LONGEST_HEAD: Final = 64 * 1024 * 1024
LONGEST_BODY: Final = 256 * 1024 * 1024
_LENGTHS: Final = struct.Struct(">II")


class Torn(Exception):
    """A frame that is none: the other end died or talks nonsense."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: plain JSON values, and bytes beside them."""

    head: dict[str, Any]
    blobs: tuple[bytes, ...] = ()


def send(stream: IO[bytes], head: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """Writes one frame; raises OSError when nobody listens any more."""
    text = json.dumps({**head, "blobs": [len(blob) for blob in blobs]}).encode("ascii")
    stream.write(_LENGTHS.pack(len(text), sum(map(len, blobs))) + text)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes]) -> Frame:
    """Reads one frame; raises Torn, EOFError when the other end closed between two."""
    start = stream.read(_LENGTHS.size)
    if not start:
        raise EOFError
    if len(start) != _LENGTHS.size:
        raise Torn
    head_length, body_length = _LENGTHS.unpack(start)
    if head_length > LONGEST_HEAD or body_length > LONGEST_BODY:
        raise Torn
    text, body = stream.read(head_length), stream.read(body_length)
    if len(text) != head_length or len(body) != body_length:
        raise Torn
    return _framed(text, body)


def _framed(text: bytes, body: bytes) -> Frame:
    try:
        head = json.loads(text)
        lengths = head.pop("blobs")
        if not all(type(length) is int and length >= 0 for length in lengths) or sum(lengths) != len(body):
            raise Torn
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise Torn from None
    blobs, at = [], 0
    for length in lengths:
        blobs.append(body[at : at + length])
        at += length
    return Frame(head, tuple(blobs))
