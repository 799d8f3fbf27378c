"""Small things said in Chinese: ended, quoted, listed and shortened texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

NUMERALS: Final = "一二三四五六七八九十"
TOO_SHORT: Final = 20  # characters that say nothing when a sentence is cut
_STOP = re.compile(r"[。！？；]")


def ended(text: str) -> str:
    """The text with a full stop when it has none."""
    text = text.strip()
    return text if not text or text[-1] in "。！？…”）" else text.rstrip("，、；：;,.") + "。"


def quoted(text: object) -> str:
    """The text in quotation marks, those inside it made single."""
    return f"“{str(text).replace('“', '‘').replace('”', '’')}”"


def listed(items: Sequence[str]) -> str:
    """一是…；二是…。 or the one thing by itself."""
    texts = [item.strip().rstrip("。；，、") for item in items if item.strip()]
    if len(texts) == 1:
        return f"{texts[0]}。"
    marks = [f"{NUMERALS[at]}是" if at < len(NUMERALS) else "" for at in range(len(texts))]
    return "；".join(mark + text for mark, text in zip(marks, texts, strict=True)) + "。" if texts else ""


def shortened(text: str, room: int) -> str:
    """The text up to its last whole sentence or clause inside `room`; "" where that is nothing."""
    text = text.strip()
    if len(text) <= room:
        return text
    stops = [one.end() for one in _STOP.finditer(text, 0, max(0, room))]
    if stops and stops[-1] >= room // 2:
        return text[: stops[-1] - 1] + "。"
    clause = text.rfind("，", 0, max(0, room - 1))
    if clause >= room // 2:
        return text[:clause] + "。"
    if stops:
        return text[: stops[-1] - 1] + "。"
    return text[: room - 2] + "……" if room >= TOO_SHORT else ""
