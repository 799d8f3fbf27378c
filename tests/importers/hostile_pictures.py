"""Pictures that are huge, torn or lie about themselves."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image


def png(width: int, height: int) -> bytes:
    """A picture that says it is huge; its pixels fold to nothing."""

    def chunk(sort: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + sort + data + struct.pack(">L", zlib.crc32(sort + data))

    head = struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)
    squeezed = zlib.compressobj(9)
    line = bytes(width + 1)
    pixels = b"".join(squeezed.compress(line) for _ in range(min(height, 200))) + squeezed.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def jpeg(**more: bytes) -> bytes:
    out = BytesIO()
    Image.effect_noise((600, 400), 60).convert("RGB").save(out, "JPEG", **more)
    return out.getvalue()


def wrong_exif() -> bytes:
    """EXIF whose directory points into nowhere; the picture itself is good."""
    lost = b"\x12\x01\x03\0\xff\xff\xff\xff\xff\xff\xff\x7f"
    return jpeg(exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + lost * 20)
