"""Pinyin initials of names and titles, from a static table of all readings."""

from __future__ import annotations

from functools import cache
from itertools import islice, product

from app.paths import RESOURCES

MOST = 8


@cache
def _table() -> dict[str, str]:
    """Character → its initials, every reading; a file of lines `a阿啊…`, ten milliseconds to read."""
    found: dict[str, str] = {}
    for line in (RESOURCES / "pinyin_initials.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        for character in line[1:]:
            found[character] = found.get(character, "") + line[0]
    return found


def initials(text: str) -> tuple[str, ...]:
    """All ways the initials of a text may be typed, at most eight: 单伟 → sw, dw, cw."""
    table = _table()
    letters = [table.get(c, c.lower() if c.isascii() and c.isalnum() else "") for c in text]
    choices = [options for options in letters if options]
    if not choices:
        return ()
    return tuple("".join(way) for way in islice(product(*choices), MOST))


def first_initials(text: str) -> str:
    """The usual initials of a longer text, one letter a character."""
    table = _table()
    return "".join(table.get(c, c.lower() if c.isascii() and c.isalnum() else " ")[:1] for c in text)
