"""Breaks between words of other scripts: Unicode Standard Annex 14, as far as our texts need it.

The older form of rule 30 holds (no break between a letter or digit and any bracket), as in the office
suites that print the same files.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_CLASSES = {
    "OP": "([{（［｛〈《「『【〔〖〘〚〝‚„¡¿﹙﹛﹝｟｢",
    "CL": ")]}）］｝〉》」』】〕〗〙〛〞〟、。，．｡､﹐﹑﹒﹚﹜﹞｠｣",
    "QU": "\"'‘’“”«»‛‟‹›",
    "EX": "!?！？﹖﹗",
    "IS": ",.:;",
    "SY": "/\\",
    "NS": "：；・‼⁇⁈⁉々〻ゝゞヽヾ゛゜ー｡ｰ﹔﹕〜",
    "PO": "%％‰′″‴¢￠℃℉‱",
    "PR": "$£¥€￥￡№±+−∓₩￦",
    "HY": "-",
    "BA": "–‐|\t\u00ad\u2009\u3000",
    "B2": "—",
    "IN": "…‥",
    "SP": " ",
    "GL": "\u00a0\u2011\u202f",
    "DG": "°",
}
_CLASS = {char: name for name, chars in _CLASSES.items() for char in chars}
_NEVER_BEFORE = {"CL", "EX", "IS", "SY", "QU", "BA", "HY", "NS", "SP", "GL"}
_NOT_AFTER_SPACE = {"CL", "EX", "IS", "SY", "SP"}
_NEVER_AFTER = {"OP", "QU", "GL", "SY"}
_TOGETHER = {
    ("AL", "IN"), ("ID", "IN"), ("IN", "IN"), ("NU", "IN"), ("ID", "PO"), ("AL", "NU"), ("NU", "AL"),
    ("PR", "ID"), ("AL", "PR"), ("PR", "AL"), ("PO", "AL"), ("PR", "NU"), ("PO", "NU"), ("NU", "NU"),
    ("NU", "PO"), ("NU", "PR"), ("AL", "AL"), ("IS", "AL"), ("IS", "NU"), ("AL", "OP"), ("NU", "OP"),
    ("CL", "AL"), ("CL", "NU"), ("B2", "B2"),
}  # fmt: skip


@lru_cache(maxsize=256)
def word_breaks(text: str) -> tuple[int, ...]:
    """The indexes of the characters that may begin a line."""
    kinds = [_kind(char) for char in text]
    return tuple(at for at in range(1, len(text)) if _may_break(kinds, at))


def _kind(char: str) -> str:
    known = _CLASS.get(char)
    if known:
        return known
    category = unicodedata.category(char)
    if category == "Nd" and unicodedata.east_asian_width(char) not in "WF":
        return "NU"
    if unicodedata.east_asian_width(char) in "WF":
        return "ID"
    return "AL"


def _may_break(kinds: list[str], at: int) -> bool:
    before, after = (_as_letter(kind) for kind in kinds[at - 1 : at + 1])
    if before == "SP":
        return after not in _NOT_AFTER_SPACE
    if after in _NEVER_BEFORE or before in _NEVER_AFTER:
        return False
    if before in {"PO", "PR"} and after == "OP":
        return kinds[at + 1 : at + 2] != ["NU"]
    if before in {"CL", "IS"} and after in {"PO", "PR"}:
        return not _in_number(kinds, at - 1 if before == "CL" else at)
    if before == "ID" and kinds[at] == "DG":
        return False
    return (before, after) not in _TOGETHER


def _as_letter(kind: str) -> str:
    """The degree sign is a letter, save that it also stays with an ideograph before it."""
    return "AL" if kind == "DG" else kind


def _in_number(kinds: list[str], at: int) -> bool:
    """Whether digits, with separators between, stand right before `at`."""
    while at > 0 and kinds[at - 1] in {"SY", "IS"}:
        at -= 1
    return at > 0 and kinds[at - 1] == "NU"
