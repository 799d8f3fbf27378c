"""Text as paper can carry it: checked, never changed but for outer blanks."""

from __future__ import annotations

import re
import unicodedata

from app.errors import Unfit, quoted

_LONGEST = 40  # characters; Python refuses to read numbers of thousands of digits, and nobody means one
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def clean_text(raw: object, limit: int, *, lines: bool = False) -> str | None:
    """Checked text, kept exactly but for outer blanks; raises Unfit for what paper cannot carry."""
    if raw is None:
        return None
    if not isinstance(raw, str):
        raise Unfit(f"要填文字，不能填 {describe(raw)}")
    text = raw.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not lines and ("\n" in text or "\t" in text):
        text = re.sub(r"\s*[\n\t]\s*", " ", text)
    bad = _BAD.search(text)
    if bad:
        raise Unfit(f"第 {bad.start() + 1} 个字是看不见的控制字符，请删掉重打")
    lone = next((i for i, c in enumerate(text) if "\ud800" <= c <= "\udfff"), None)
    if lone is not None:
        raise Unfit(f"第 {lone + 1} 个字是残缺的半个字，请删掉重打")
    if len(text) > limit:
        raise Unfit(f"有 {len(text)} 个字，最多 {limit} 个，请删减 {len(text) - limit} 个")
    return text or None


def visible(text: str) -> str:
    """A pasted text without the control characters that nobody sees and could take out."""
    return _BAD.sub("", text)


def boxed(text: str) -> str:
    """A name given by a disk, in one line and fit to be kept: a box for what is no character to see."""
    return _UNSEEN.sub("□", text)


def describe(raw: object) -> str:
    """A wrong JSON value in words a person knows."""
    if isinstance(raw, bool):
        return "是或否"
    if isinstance(raw, int | float):
        return f"数字 {quoted(raw)[1:-1]}"
    if isinstance(raw, list):
        return "一列值"
    return "一组值" if isinstance(raw, dict) else quoted(raw)


def short_text(raw: object, what: str) -> str:
    """The plain characters of something short that was typed or given as a number; raises Unfit."""
    if isinstance(raw, bool | list | dict):
        raise Unfit(f"要填{what}，不能填 {describe(raw)}")
    huge = isinstance(raw, int) and abs(raw) >= 10**_LONGEST
    text = "" if huge else unicodedata.normalize("NFKC", str(raw)).strip()
    if huge or len(text) > _LONGEST:
        raise Unfit(f"{quoted(raw)}不是{what}，请改对")
    return text


def numeral(raw: object) -> object:
    """A number given where text is meant, as its digits; anything else as it is."""
    return short_text(raw, "文字") if isinstance(raw, int) and not isinstance(raw, bool) else raw
