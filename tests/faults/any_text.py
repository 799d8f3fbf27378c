"""Texts as clerks type, paste and import them, and what of them the program says it keeps."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

RARE: Final = "䶮镕燚㐀䲠𠮷𡈽𤭢𩸽𪚥𪜀𫚉𫝀𫟷𫠠𬀩𬺰𬺱𮯠𮯰𮹝𰀀𰻞𱍐𲎯𱍊"  # GB 18030 names, CJK Ext A to I
MARKS: Final = "é e\u0301 ﬁ Å ㎡ １２３ ①"  # what a normalisation would change
WHOLE: Final = "👨\u200d👩\u200d👧 🇨🇳 ✊🏽 \u202eאבג\u202c \u200f مرحبا \u2067x\u2069"
SAMPLES: Final = (
    RARE,
    MARKS,
    WHOLE,
    "=1+1",
    "+86 138",
    "-5℃",
    "@张伟",
    '=HYPERLINK("http://x","y")',
    "'=1",
    "\t=1+1",
    "#N/A",
    "1e5",
    "007",
    "2026-10-12",
    "TRUE",
    "_x000D_",
    "_x0041_ 和 _x005F_",
    "&<>\"'",
    "&amp; &#10; <b>粗</b> ]]> <!-- -->",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{% if",
    "}} {# 注 #} ${7*7} {{",
    "{{r content }} {%p if x %}",
    "{{ ''.__class__.__mro__ }}",
    "“引号”‘单’",
    "C:\\x\\y/\\n \\u0041",
    "一段\n二段",
    "一段\r\n二段\r三段",
    "一\u2028二\u2029三",
    "一\x0b二",
    "一\x0c二",
    "\x00",
    "甲\x00乙",
    "甲\x07\x1b[31m乙",
    "\x7f\x85\x9f",
    "\ud800",
    "甲\udc00\ud83d乙",
    "\ufeff甲\ufeff",
    "\ufffd",
    "\ufffe\uffff",
    "\u200b零宽\u200d",
    "\u3000全角空格\u3000",
    "  前后空格  ",
    "甲  乙\t丙",
    "甲\n\n\n乙",
    "甲 \n 乙",
    "%s %(x)s {0} {x}",
    "'; DROP TABLE visit; --",
    '" OR 1=1 NEAR(*) ^',
    "null",
    "None",
    "０１２３４５６７８９",
    "NUL",
    "con.txt",
    "..",
    'a/b\\c:d*e?f"g<h>i|j',
    "𠮷" * 30,
    "字" * 60,
)
"""Each of them came out as something else somewhere once, or would in a careless program."""

_LETTERS = st.characters()
TEXTS: Final = (
    st.sampled_from(SAMPLES)
    | st.text(_LETTERS, max_size=60)
    | st.builds("".join, st.lists(st.sampled_from(SAMPLES) | st.text(_LETTERS, max_size=5), max_size=4))
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def kept(text: str, limit: int, *, lines: bool = False) -> str | None:
    """What a field holds when `text` was given: that text but for outer blanks and the kind of line end.

    In a field of one line a line end is a blank. None when it holds nothing; raises ValueError for what has
    to be refused.
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not lines:
        whole = re.sub(r"\s*[\n\t]\s*", " ", whole)
    if _UNFIT.search(whole) or len(whole) > limit:
        raise ValueError("refused")
    return whole or None
