"""Makes any text fit for a cell: nothing is lost without being seen, nothing is taken for a formula."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 32_767  # Excel's limit for one cell, in UTF-16 units
UNWRITABLE: Final = "□"

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEW_LINE = re.compile("\r\n?")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = ("=", "+", "-", "@")


def writable(text: str) -> str:
    """The text with one kind of line end, and a box in place of what XML cannot hold."""
    return _UNWRITABLE.sub(UNWRITABLE, _NEW_LINE.sub("\n", text))


def fitted(text: str) -> tuple[str, int]:
    """The text as far as one cell holds it, and how many characters were left out."""
    if 2 * len(text) <= LONGEST or _units(text) <= LONGEST:
        return text, 0
    mark = f"……（全文 {len(text)} 个字，表格一格放不下，后面的没有写出）"
    kept = text[: LONGEST - len(mark)]
    while _units(kept) > LONGEST - len(mark):
        kept = kept[: len(kept) - (_units(kept) - LONGEST + len(mark) + 1) // 2]
    return kept + mark, len(text) - len(kept)


def escaped(text: str) -> str:
    """As Excel reads it back: a typed _x0041_ is not a letter A."""
    return _ESCAPE.sub("_x005F_", text)


def looks_like_formula(text: str) -> bool:
    """Whether a later edit of the cell would turn the text into a formula unless it is marked as text."""
    return text.startswith(_FORMULA_SIGNS)


def _units(text: str) -> int:
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)
