"""Outline: what a form still lacks, as plain facts for the side panel and the strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import Problem
from app.ui.forms.draft import Draft
from app.ui.forms.problem_line import tone_of
from app.ui.forms.section import Section
from app.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Verdict:
    """The first line: 还差 3 处才能计数."""

    text: str
    note: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Entry:
    """One section: its state, a fact, and what is missing in it."""

    name: str
    tone: Tone
    fact: str
    missing: tuple[Problem, ...]


def verdict(draft: Draft) -> Verdict:
    """What keeps the record from being counted, then from being printed."""
    count, paper, doubts = draft.to_count(), draft.to_print(), draft.doubts()
    if count:
        return Verdict(f"还差 {len(count)} 处才能计数", "F8 到下一处", Tone.ERROR)
    if paper and draft.record.model.kind.documents:
        return Verdict(f"还差 {len(paper)} 处才能打印", "可以计数了，F8 到下一处", Tone.WARN)
    if doubts:
        return Verdict(f"有 {len(doubts)} 处请看一看", "不影响计数，F8 到下一处", Tone.WARN)
    return Verdict("都填齐了", "" if not draft.dirty and not draft.is_new else "保存后就计数", Tone.OK)


def entries(draft: Draft, sections: Sequence[Section]) -> list[Entry]:
    """The sections in the order of the form."""
    computed = draft.computed()
    found = []
    for section in sections:
        keys = {spec.key for spec in section.specs}
        own = tuple(problem for problem in draft.problems if problem.key in keys)
        tones = {tone_of(problem) for problem in own}
        tone = Tone.ERROR if Tone.ERROR in tones else Tone.WARN if tones else Tone.PLAIN
        if not own and section.filled(draft.values):
            tone = Tone.OK
        found.append(Entry(section.name, tone, section.fact(draft.values, computed), own))
    return found


def said(problem: Problem) -> str:
    """A problem in few words: 记录人：没填."""
    if problem.missing:
        row = next((part for part in problem.path if isinstance(part, int)), None)
        where = f"第 {row + 1} 行" if row is not None else ""
        return f"{where}{problem.label}：没填"
    return problem.sentence
