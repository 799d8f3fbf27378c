"""Which characters are Chinese script, and where a line of Chinese text may not break."""

from __future__ import annotations

import unicodedata

# Punctuation that may not begin a line, may not end one, and may stand outside the margin.
NOT_FIRST = frozenset(
    "!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏､～￠々‖•·ˇˉ―--′’”"
)
NOT_LAST = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛“‘")
HANGING = frozenset("!,.:;?、。！，．：；？")

_HAN = (
    (0x1100, 0x11FF), (0x2E80, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
    (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF),
    (0x16FE0, 0x18DFF), (0x1B000, 0x1B2FF), (0x1F200, 0x1F2FF), (0x20000, 0x3FFFF),
)  # fmt: skip
_WEAK_CATEGORIES = {"Po", "Pi", "Pf", "Pd", "Ps", "Pe", "Sm", "So", "Sk", "Zs", "No", "Cf", "Cc", "Mn"}
_LATIN_END = 0x02AF  # letters, digits and signs up to here are Latin whatever they stand beside


def is_chinese(text: str) -> list[bool]:
    """For each character whether it is set in the Chinese font.

    Signs of no script (quotes, dashes, circled numbers) go with what stands before them, at the
    beginning with what follows.
    """
    known = [_script(char) for char in text]
    before = next((one for one in known if one is not None), False)
    result: list[bool] = []
    for one in known:
        before = before if one is None else one
        result.append(before)
    return result


def joins_words(char: str) -> bool:
    """Whether white is put between this letter or digit and a neighbour of the other script."""
    return unicodedata.category(char)[0] in "LN"


def _script(char: str) -> bool | None:
    code = ord(char)
    if char in " \u00a0":
        return None
    if code <= _LATIN_END:
        return False
    if any(low <= code <= high for low, high in _HAN):
        return True
    return None if unicodedata.category(char) in _WEAK_CATEGORIES else False
