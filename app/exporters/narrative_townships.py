"""Which townships held most meetings; equal ones are named together, and nobody is cut off without a word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from app.exporters.narrative_facts import Group
from app.exporters.narrative_text import CURRENT, Run, joined, number, words

MOST: Final = 3  # so many are looked for; those equal to the last of them come along
_NAMED: Final = 5  # of equal ones so many are named one by one
_SAMPLED: Final = 3  # and of more of them so many, with 等


def leading_townships(townships: Sequence[Group]) -> list[Run]:
    """甲镇3场，乙镇、丙镇各2场 with its beginning and full stop; `townships` most first.

    Nothing where fewer than two held any, or where many held the same number.
    """
    there = [group for group in townships if group.number > 0]
    tiers = [list(tier) for _, tier in groupby(there, key=lambda group: group.number)]
    if len(there) < 2 or (len(tiers) == 1 and len(there) > _NAMED):
        return []
    told: list[list[Group]] = []
    while tiers and sum(map(len, told)) < MOST:
        told.append(tiers.pop(0))
    start = "协商活动较多的是" if tiers else "从乡镇（街道）看，"
    return [words(start), *joined((_tier(tier) for tier in told), "，"), words("。")]


def _tier(tier: Sequence[Group]) -> list[Run]:
    """Townships with the same number of meetings."""
    names = [group.label for group in tier]
    text = "、".join(names if len(names) <= _NAMED else names[:_SAMPLED])
    if len(names) > _NAMED:
        text += f"等{len(names)}个乡镇（街道）"
    each = "各" if len(names) > 1 else ""
    first = tier[0]
    place = f"township:{first.key or first.label}"
    return [words(text + each), number(str(first.number), "meetings", CURRENT, place), words("场")]
