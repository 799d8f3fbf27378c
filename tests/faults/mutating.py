"""Ways to spoil a package: its bytes, its parts, or the XML inside, each drawn from a given random source."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.faults.forms import Form, Part, package

_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_TAG = re.compile(rb"<(/?)([\w:]+)([^>]*?)(/?)>")
_NUMBER = re.compile(rb"(?<=[\">])-?\d+(?:\.\d+)?(?=[\"<])")
_WHOLE = re.compile(rb"<(row|w:tr|w:p|si|xf|w:style)[ >].*?</\1>", re.S)
_TEXT = re.compile(rb">([^<>]+)<")
_ODD = (
    b"", b"0", b"-1", b"1", b"2147483648", b"99999999999999999999", b"1e308", b"NaN", b"-0.0", b"true",
    b"A1", b"ZZZ9", b"A0", b"XFD1048576", b"A1:XFD1048576", b"Sheet1!A1", b"../../x.xml", b"/xl/none.xml",
    b"rId999", b"\xe5\xa5\xbd", b"&#0;", b"&#x10FFFF;", b"&amp;", b"&none;", b"x" * 5000, b"\xff\xfe",
    b"2026-13-45", b"2026-10-28T25:61:61", b"inlineStr", b"s", b"e", b"d", b"shared",
    b"{{ title }}", b"{% for a in people %}", b"{% endfor %}", b"{{ a.b.c }}", b"{% if %}", b"{{", b"}}",
    b"{#", b"{{ people|join }}", b"{%tr for p in people %}", b"{{ title|picture(9,9) }}",
)  # fmt: skip
_NUMBERS = (b"0", b"-1", b"65536", b"1048577", b"999999999", b"1" * 30, b"1e999")

Spoil = Callable[[Form, Random], bytes]


def mutated(form: Form, chance: Random) -> bytes:
    """The form, spoilt in one way or some."""
    spoil = chance.choices(tuple(WAYS), tuple(WAYS.values()))[0]
    return spoil(form, chance)


def _flipped(form: Form, chance: Random) -> bytes:
    data = bytearray(package(form.parts))
    for _ in range(chance.choice((1, 1, 3, 20))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _cut(form: Form, chance: Random) -> bytes:
    data = package(form.parts)
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[at:]
        case 2:
            return data[:at] + data[at + chance.randrange(1, 200) :]
        case _:
            return data[:at] + chance.randbytes(chance.randrange(1, 200)) + data[at:]


def _blank(form: Form, chance: Random) -> bytes:
    data = package(form.parts)
    at, size = chance.randrange(len(data)), chance.choice((16, 512, 4096))
    return data[:at] + bytes(len(data[at : at + size])) + data[at + size :]


def _folded_flip(form: Form, chance: Random) -> bytes:
    """A byte of a part changed and the part folded anew, so that the zip itself is good."""
    at = chance.randrange(len(form.parts))
    data = bytearray(form.parts[at].data)
    for _ in range(chance.choice((1, 2, 8))):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    return _with(form, at, bytes(data))


def _moved(form: Form, chance: Random) -> bytes:
    """Parts swapped, lost, doubled, renamed, emptied."""
    parts = list(form.parts)
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    match chance.randrange(6):
        case 0:
            a, b = parts[one], parts[other]
            parts[one], parts[other] = Part(a.name, b.data, b.packed), Part(b.name, a.data, a.packed)
        case 1:
            del parts[one]
        case 2:
            parts.append(parts[one])
        case 3:
            parts[one] = Part(parts[one].name + "x", parts[one].data, parts[one].packed)
        case 4:
            parts[one] = Part.of(parts[one].name, b"")
        case _:
            chance.shuffle(parts)
    return package(parts)


def _odd_value(form: Form, chance: Random) -> bytes:
    """Attributes and texts that hold something else."""

    def change(data: bytes) -> bytes:
        for _ in range(chance.choice((1, 1, 2, 5))):
            pattern, group = (_TEXT, 1) if chance.random() < 0.4 else (_ATTRIBUTE, 2)
            found = list(pattern.finditer(data))
            if found:
                start, end = chance.choice(found).span(group)
                data = data[:start] + chance.choice(_ODD) + data[end:]
        return data

    return _changed(form, chance, change)


def _odd_number(form: Form, chance: Random) -> bytes:
    def change(data: bytes) -> bytes:
        found = list(_NUMBER.finditer(data))
        if not found:
            return data
        one = chance.choice(found)
        number = chance.choice(
            (b"0", b"-1", b"65536", b"1048577", b"999999999", b"1" * 30, b"1e999", one[0] + b"0")
        )
        return data[: one.start()] + number + data[one.end() :]

    return _changed(form, chance, change)


def _odd_tag(form: Form, chance: Random) -> bytes:
    """A tag lost, doubled, renamed, or many times inside itself."""

    def change(data: bytes) -> bytes:
        found = list(_TAG.finditer(data))
        if not found:
            return data
        one, other = chance.choice(found), chance.choice(found)
        match chance.randrange(5):
            case 0:
                new = b""
            case 1:
                new = one[0] * chance.choice((2, 3, 50))
            case 2:
                new = b"<" + one[1] + other[2] + one[3] + one[4] + b">"
            case 3:
                new = other[0]
            case _:
                count = chance.choice((2, 30, 500))
                new = b"<" + one[2] + b">" * 1
                return (
                    data[: one.start()] + new * count + (b"</" + one[2] + b">") * count + data[one.start() :]
                )
        return data[: one.start()] + new + data[one.end() :]

    return _changed(form, chance, change)


def _moved_element(form: Form, chance: Random) -> bytes:
    """A stretch of XML taken from one place and put into another, often whole elements."""

    def change(data: bytes) -> bytes:
        ends = [found.end() for found in _TAG.finditer(data)]
        if len(ends) < 4:
            return data
        first, last = sorted(chance.sample(range(len(ends)), 2))
        last = min(last, first + chance.choice((1, 2, 4, 30)))
        taken, at = data[ends[first] : ends[last]], chance.choice(ends)
        kept = data if chance.random() < 0.5 else data[: ends[first]] + data[ends[last] :]
        return kept[:at] + taken + kept[at:]

    return _changed(form, chance, change)


def _doubled(form: Form, chance: Random) -> bytes:
    """A part made larger by repeating what is in it."""

    def change(data: bytes) -> bytes:
        found = re.search(
            rb"<(row|w:tr|w:p|si|xf|w:style)[ >].*?</\1>", data[chance.randrange(len(data) or 1) :], re.S
        )
        if found is None:
            return data
        return data.replace(found[0], found[0] * chance.choice((2, 20, 400)), 1)

    return _changed(form, chance, change)


WAYS: dict[Spoil, int] = {
    _flipped: 6, _cut: 4, _blank: 2, _folded_flip: 16, _moved: 12, _odd_value: 24, _odd_number: 12,
    _odd_tag: 12, _moved_element: 9, _doubled: 3,
}  # fmt: skip
"""Each way with its weight: most keep the zip good, so that the parsers behind the check get their share."""


def _changed(form: Form, chance: Random, change: Callable[[bytes], bytes]) -> bytes:
    at = chance.choice(form.xml)
    return _with(form, at, change(form.parts[at].data))


def _with(form: Form, at: int, data: bytes) -> bytes:
    parts = list(form.parts)
    parts[at] = Part.of(parts[at].name, data)
    return package(parts)
