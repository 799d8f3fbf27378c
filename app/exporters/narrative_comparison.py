"""Comparison: a number against the period before and the year before, in the words that fit both."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.exporters.narrative_facts import Facts
from app.exporters.narrative_text import (
    CURRENT,
    LAST_YEAR,
    PREVIOUS,
    Run,
    Sentences,
    Size,
    number,
    shown,
    words,
)
from app.exporters.tables import Ratio

BASE_FOR_PERCENT: Final = 20
"""Of fewer, one more or less is a leap in per cent that says nothing."""


class Comparison:
    """增加, 减少 or 持平; a leap is told by both its ends, a per cent only of a number big enough."""

    def __init__(self, facts: Facts, say: Sentences, figures: Sequence[str]) -> None:
        """`figures` are those that will be compared, in the order of the text."""
        self._facts = facts
        self._say = say
        self._with_year = [key for key in figures if self._can_compare(key, LAST_YEAR)]

    def sentence(self, figure: str, noun: str, unit: str) -> list[Run]:
        """Both comparisons, where both of their sides have something; none otherwise."""
        labels = {PREVIOUS: self._facts.before, LAST_YEAR: self._year_label(figure)}
        parts = [
            self._against(figure, span, label, unit)
            for span, label in labels.items()
            if label and self._can_compare(figure, span)
        ]
        return self._say.sentence(noun, *parts, between="，")

    def _can_compare(self, figure: str, span: str) -> bool:
        return self._say.size(figure) > 0 and self._say.size(figure, span) > 0

    def _year_label(self, figure: str) -> str:
        """Says once where the number comes from when it is what was reported a year ago."""
        label = self._facts.year_before
        if not label or not self._facts.was_reported or figure not in self._with_year[:1]:
            return label
        return f"{label}（上年报送数{'，下同' if len(self._with_year) > 1 else ''}）"

    def _against(self, figure: str, span: str, label: str, unit: str) -> list[Run]:
        now, then = self._say.size(figure), self._say.size(figure, span)
        if now == then:
            return [words(f"与{label}持平")]
        if now >= 2 * then or 2 * now <= then:
            ends = [number(shown(value, figure), figure, at) for value, at in ((then, span), (now, CURRENT))]
            turn = "增" if now > then else "减"
            return [words(f"由{label}的"), ends[0], words(f"{unit}{turn}至"), ends[1], words(unit)]
        word = "增加" if now > then else "减少"
        difference = max(now, then) - min(now, then)
        size = number(shown(difference, figure), figure, f"{CURRENT}-{span}")
        return [words(f"比{label}{word}"), size, words(unit), *self._percent(figure, span, now, then)]

    def _percent(self, figure: str, span: str, now: Size, then: Size) -> list[Run]:
        if then < BASE_FOR_PERCENT or isinstance(now, Decimal) or isinstance(then, Decimal):
            return []
        text = shown(Ratio(abs(now - then), then))
        if not text:
            return []
        word = "增长" if now > then else "下降"
        return [words(f"、{word}"), number(text, figure, f"{CURRENT}/{span}")]
