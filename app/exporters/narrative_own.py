"""What an office wrote itself, made fit for the paper: its paragraphs, with 小标题 set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.exporters.narrative_text import Paragraph, words
from app.exporters.word_text import ended

LONGEST_TITLE: Final = 30  # characters of a 小标题 up to its full stop
_GOING_ON: Final = ("；", "：", "，", "、")
_TITLE = re.compile(rf"（[一二三四五六七八九十]{{1,3}}）[^。；\n]{{1,{LONGEST_TITLE}}}(?:。|$)")


def own_paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Each line a paragraph, blank ones left out; （一）… up to the first full stop stands in 楷体.

    A line gets the full stop it lacks; 一是…； stays as it is while another line follows.
    """
    texts = [text for line in lines if (text := line.strip().strip("\u3000"))]
    return [_paragraph(text, last=at == len(texts)) for at, text in enumerate(texts, start=1)]


def _paragraph(line: str, *, last: bool) -> Paragraph:
    title = _TITLE.match(line)
    lead = title[0] if title else ""
    rest = line[len(lead) :]
    goes_on = not last and rest.endswith(_GOING_ON)
    return {"lead": lead, "runs": [words(rest if goes_on else ended(rest))] if rest.strip() else []}
