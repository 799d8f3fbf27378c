"""What an office wrote itself, made fit for the paper: its paragraphs, with 小标题 set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.exporters.narrative_text import Paragraph, words
from app.exporters.word_text import ended

LONGEST_TITLE: Final = 30  # characters of a 小标题 up to its full stop
_TITLE = re.compile(rf"（[一二三四五六七八九十]{{1,3}}）[^。；\n]{{1,{LONGEST_TITLE}}}(?:。|$)")


def own_paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Each line a paragraph, blank ones left out; （一）… up to the first full stop stands in 楷体."""
    return [_paragraph(text) for line in lines if (text := line.strip().strip("\u3000"))]


def _paragraph(line: str) -> Paragraph:
    title = _TITLE.match(line)
    if title is None:
        return {"lead": "", "runs": [words(ended(line))]}
    rest = line[title.end() :]
    return {"lead": title[0], "runs": [words(ended(rest))] if rest.strip() else []}
