"""Damage: what a bad disk, a bad stick or a bad copy does to a file, drawn from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

PAGE, SECTOR = 4096, 512


@dataclass(frozen=True)
class Damage:
    """What was done, in words, and what the file is then."""

    words: str
    data: bytes


def damaged(chance: random.Random, whole: bytes, earlier: bytes) -> Damage:
    """One damage of `whole`; `earlier` is the same file at another time."""
    kind = chance.choices([each for each, _ in KINDS], [weight for _, weight in KINDS])[0]
    words, data = kind(chance, bytearray(whole), earlier)
    return Damage(f"{kind.__name__.strip('_')} {words}", bytes(data))


def _bit(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    at, bit = _somewhere(chance, data), chance.randrange(8)
    data[at] ^= 1 << bit
    return f"{bit} at {at}", data


def _bits(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    at = _somewhere(chance, data) // PAGE * PAGE
    places = [at + chance.randrange(PAGE) for _ in range(chance.randint(2, 16))]
    for place in places:
        data[place] ^= 1 << chance.randrange(8)
    return f"in page {at // PAGE + 1}", data


def _text(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    """A letter or digit becomes another one: nothing about the file's shape changes."""
    plain = [at for at in (_somewhere(chance, data) for _ in range(60)) if data[at : at + 1].isalnum()]
    at = plain[0] if plain else _somewhere(chance, data)
    data[at] = chance.choice(b"abcdef0123456789")
    return f"at {at}", data


def _zero_sector(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    return _fill(chance, data, SECTOR, bytes)


def _zero_page(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    return _fill(chance, data, PAGE, bytes)


def _garbage_sector(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    return _fill(chance, data, SECTOR, chance.randbytes)


def _garbage_page(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    return _fill(chance, data, PAGE, chance.randbytes)


def _swapped_pages(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    a, b = (_somewhere(chance, data) // PAGE * PAGE for _ in range(2))
    data[a : a + PAGE], data[b : b + PAGE] = data[b : b + PAGE], data[a : a + PAGE]
    return f"{a // PAGE + 1} and {b // PAGE + 1}", data


def _page_elsewhere(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    """A write that went to the wrong place."""
    a, b = (_somewhere(chance, data) // PAGE * PAGE for _ in range(2))
    data[b : b + PAGE] = data[a : a + PAGE]
    return f"{a // PAGE + 1} over {b // PAGE + 1}", data


def _older_page(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    """A write that never came."""
    return _older(chance, data, earlier, PAGE)


def _older_sector(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    return _older(chance, data, earlier, SECTOR)


def _older_half(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    """Copying over an older file broke off."""
    at = chance.randrange(1, len(earlier) // PAGE) * PAGE
    data[at:] = earlier[at:]
    return f"from {at}", data


def _cut(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    pages = len(data) // PAGE
    at = chance.choice([chance.randrange(len(data)), chance.randrange(pages) * PAGE, (pages - 1) * PAGE])
    return f"to {at}", data[:at]


def _longer(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    count = chance.choice([1, SECTOR, PAGE, chance.randrange(1, 3 * PAGE)])
    return f"by {count}", data + (bytes(count) if chance.random() < 0.5 else chance.randbytes(count))


def _header(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    at = chance.randrange(100)
    data[at] = chance.randrange(256)
    return f"at {at}", data


def _nothing_left(chance: random.Random, data: bytearray, earlier: bytes) -> tuple[str, bytearray]:
    """Empty, or as long as before and nothing but zeros, as after a power cut on some disks."""
    count = chance.choice([0, len(data)])
    return f"but {count} zeros", bytearray(count)


Kind = Callable[[random.Random, bytearray, bytes], tuple[str, bytearray]]
KINDS: tuple[tuple[Kind, int], ...] = (
    (_bit, 20),
    (_bits, 8),
    (_text, 14),
    (_zero_sector, 8),
    (_zero_page, 6),
    (_garbage_sector, 6),
    (_garbage_page, 3),
    (_swapped_pages, 6),
    (_page_elsewhere, 4),
    (_older_page, 8),
    (_older_sector, 3),
    (_older_half, 2),
    (_cut, 4),
    (_longer, 3),
    (_header, 4),
    (_nothing_left, 1),
)


def _somewhere(chance: random.Random, data: bytearray) -> int:
    """Any place; mostly one where something is written."""
    at = chance.randrange(len(data))
    for _ in range(0 if chance.random() < 0.2 else 40):
        if data[at]:
            break
        at = chance.randrange(len(data))
    return at


def _fill(
    chance: random.Random, data: bytearray, size: int, made: Callable[[int], bytes]
) -> tuple[str, bytearray]:
    at = _somewhere(chance, data) // size * size
    data[at : at + size] = made(len(data[at : at + size]))
    return f"at {at}", data


def _older(chance: random.Random, data: bytearray, earlier: bytes, size: int) -> tuple[str, bytearray]:
    places = range(0, min(len(data), len(earlier)), size)
    differing = [at for at in places if data[at : at + size] != earlier[at : at + size]]
    at = chance.choice(differing)
    data[at : at + size] = earlier[at : at + size]
    return f"at {at}", data
