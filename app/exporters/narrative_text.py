"""Sentences whose numbers know where they came from, and which are silent where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypedDict

from app.exporters.tables import Ratio, round_half_up

Size = int | Decimal
Number = Size | Ratio | None
Numbers = Mapping[str, Number]

CURRENT, PREVIOUS, YTD, LAST_YEAR = "current", "previous", "ytd", "last_year"
OCCURRED, LATE = "occurred", "late"
MONEY: Final = frozenset({"donations"})
_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
_TEN_THOUSAND: Final = 10_000


class Run(TypedDict):
    """Some characters; those of a figure name it, the stretch of time and, when split up, the group.

    span is current, previous, ytd, last_year, occurred or late; a difference is "current-previous" or
    "current-last_year", the same in per cent of the earlier one "current/previous" or "current/last_year".
    group is "township:KEY", "focus:KEY" or "month:KEY" where the number is only that part of the figure.
    """

    text: str
    figure: str
    span: str
    group: str


class Paragraph(TypedDict):
    """`lead` is set in 楷体 before the runs; "" for none."""

    lead: str
    runs: list[Run]


class Section(TypedDict):
    """One of 一、二、三 … with its paragraphs."""

    heading: str
    paragraphs: list[Paragraph]


Said = str | list[Run]


class Sentences:
    """Makes sentences of clauses such as 开展协商活动{meetings}场 or {visits:ytd}次 over the figures.

    A clause with a number that is unknown, 0 or less says nothing and is left out.
    """

    def __init__(self, figures: Mapping[str, Numbers], common: Mapping[str, str]) -> None:
        self._figures = figures
        self._common = common

    def value(self, figure: str, span: str = CURRENT) -> Number:
        return self._figures.get(figure, {}).get(span)

    def has(self, figure: str, span: str = CURRENT) -> bool:
        """Whether the figure has something to say."""
        return bool(shown(self.value(figure, span), figure))

    def size(self, figure: str, span: str = CURRENT) -> Size:
        """The number where it can be added and compared; 0 for unknown ones and ratios."""
        value = self.value(figure, span)
        return value if isinstance(value, int | Decimal) else 0

    def part(self, whole: str, *parts: str) -> bool:
        """Whether these figures can be called part of another: together no more than it."""
        return sum(max(self.size(one), 0) for one in parts) <= self.size(whole)

    def is_rate(self, rate: str, part: str, whole: str) -> bool:
        """Whether a ratio is that of the two numbers it stands beside."""
        value = self.value(rate)
        return isinstance(value, Ratio) and (value.numerator, value.denominator) == (
            self.value(part),
            self.value(whole),
        )

    def clause(self, said: Said) -> list[Run]:
        """The runs of a clause; none when it says nothing."""
        if not isinstance(said, str):
            return said
        if not said:
            return []
        runs: list[Run] = []
        at = 0
        for found in _PLACE.finditer(said):
            runs.append(words(said[at : found.start()]))
            at = found.end()
            name, span = found[1], found[2] or CURRENT
            if name in self._common:
                runs.append(words(self._common[name]))
                continue
            text = shown(self.value(name, span), name)
            if not text:
                return []
            runs.append(number(text, name, span))
        return [*runs, words(said[at:])]

    def led(self, first: Said, *more: Said) -> list[Run]:
        """A first clause and what hangs on it, each with its own comma; none without the first."""
        head = self.clause(first)
        return [*head, *(run for one in more for run in self.clause(one))] if head else []

    def listing(self, start: str, *items: Said, between: str = "、") -> list[Run]:
        """The start and the items that say something; none when none does."""
        runs = joined((self.clause(one) for one in items), between)
        return [*self.clause(start), *runs] if runs else []

    def sentence(self, start: str, *clauses: Said, between: str = "；") -> list[Run]:
        """A whole sentence; none when no clause says anything."""
        runs = self.listing(start, *clauses, between=between)
        return [*runs, words("。")] if runs else []


def words(text: str) -> Run:
    """A run that is no figure."""
    return {"text": text, "figure": "", "span": "", "group": ""}


def number(text: str, figure: str, span: str = CURRENT, group: str = "") -> Run:
    """A run that is a figure's number."""
    return {"text": text, "figure": figure, "span": span, "group": group}


def joined(parts: Iterable[list[Run]], between: str) -> list[Run]:
    """The parts that say something, with a mark between them."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs += [words(between), *part] if runs else part
    return runs


def merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbouring plain words as one run, empty ones gone."""
    found: list[Run] = []
    for run in runs:
        if found and run["text"] and not run["figure"] and not found[-1]["figure"]:
            found[-1] = words(found[-1]["text"] + run["text"])
        elif run["text"]:
            found.append(run)
    return found


def text_of(paragraph: Paragraph) -> str:
    """The paragraph as it is read."""
    return paragraph["lead"] + "".join(run["text"] for run in paragraph["runs"])


def figure_runs(paragraphs: Iterable[Paragraph]) -> list[Run]:
    """The figures in the order they stand in the text."""
    return [run for paragraph in paragraphs for run in paragraph["runs"] if run["figure"]]


def shown(value: Number, figure: str = "") -> str:
    """A number as a sentence says it, rounded here and nowhere else.

    "" for none, 0, a part of nothing and, since corrections can take away more than there was, below 0.
    """
    if value is None:
        return ""
    if isinstance(value, Ratio):
        percent = 0 if value.denominator <= 0 else Fraction(value.numerator * 100, value.denominator)
        text = _plain(round_half_up(percent, 1)) if percent > 0 else "0"
        return "" if text == "0" else f"{text}%"
    if value <= 0:
        return ""
    return _money(Decimal(value)) if figure in MONEY else _plain(Decimal(value))


def _plain(value: Decimal) -> str:
    """Without the zeros after the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(value: Decimal) -> str:
    """元, or 万元 where two places say it exactly."""
    if abs(value) >= _TEN_THOUSAND and value % 100 == 0:
        return f"{_plain(value / _TEN_THOUSAND)}万元"
    return f"{_plain(value)}元"
