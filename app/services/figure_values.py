"""What asking figures gives: numbers, pairs, groups and the records behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, overload

from app.models.figure import Plus, Ratio
from app.models.figure_set import FigureSet
from app.services.figure_query import Ask, Number


class Pair(NamedTuple):
    """A ratio kept as its two numbers until one place rounds it."""

    numerator: Number
    denominator: Number


Value = Number | Pair


class Group(NamedTuple):
    """One row of a grouping: a stable key (uuid, option key or month) and today's label."""

    key: str
    label: str


@dataclass(slots=True)
class Values:
    """What was asked for: totals by (ask, span), parts by group, and the groups in the office's order."""

    totals: dict[tuple[Ask, str], Value] = field(default_factory=dict)
    parts: dict[tuple[Ask, str], dict[str, Value]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    sent: dict[str, int] = field(default_factory=dict)
    """Spans that are as they were reported, with the number of the 报送."""
    unknown: frozenset[tuple[str, str]] = frozenset()
    """Figures and spans of which nothing is known; who compares or prints asks `is_known`."""
    is_apart: bool = False
    """`late` is not in `current` but beside it (strict dating)."""

    def is_known(self, ask: Ask | str, span: str) -> bool:
        """Whether the value stands for anything; a sum of several months says nothing of one of them."""
        return (asked(ask).figure, span) not in self.unknown

    def total(self, ask: Ask | str, span: str) -> Value:
        """The value; `occurred` is `current` and `late` is 0 where nothing reported has moved."""
        found = self.totals.get((asked(ask), span))
        return self._plain(ask, span) if found is None else found

    def part(self, ask: Ask | str, span: str, group: str) -> Value:
        cell = self.parts.get((asked(ask), span))
        if cell is None and span == "occurred":
            cell = self.parts.get((asked(ask), "current"))
        return (cell or {}).get(group, 0)

    def _plain(self, ask: Ask | str, span: str) -> Value:
        if span == "late" and (asked(ask), "current") in self.totals:
            return 0
        return self.totals[asked(ask), "current" if span == "occurred" else span]


class RecordLine(NamedTuple):
    """One record behind a number: what it is and how much it gives; `late` is part of 补报更正."""

    figure: str
    kind: str
    uuid: str
    number: str
    title: str
    day: str
    amount: Number
    late: bool = False


def rounded(value: Value) -> Number | None:
    """What is shown: a ratio in per cent to one decimal, half up; None when there is nothing to divide by."""
    from app.exporters.tables import round_half_up

    if not isinstance(value, Pair):
        return value
    if not value.denominator:
        return None
    return round_half_up(Decimal(value.numerator) * 100 / Decimal(value.denominator), 1)


@overload
def undivided(value: Value) -> Number: ...
@overload
def undivided(value: Value | None) -> Number | None: ...
def undivided(value: Value | None) -> Number | None:
    """A value of a figure that is no ratio; None where it is not known."""
    assert not isinstance(value, Pair)
    return value


def asked(ask: Ask | str) -> Ask:
    return Ask(ask) if isinstance(ask, str) else ask


def combined(known: FigureSet, ask: Ask, plain: Mapping[Ask, Number]) -> Value:
    """The value of a figure from those of its plain parts."""
    match known[ask.figure].measure:
        case Ratio(numerator, denominator):
            top, bottom = (combined(known, Ask(key, ask.only), plain) for key in (numerator, denominator))
            assert not isinstance(top, Pair)
            assert not isinstance(bottom, Pair)
            return Pair(top, bottom)
        case Plus(parts):
            values = [combined(known, Ask(key, ask.only), plain) for key in parts]
            return sum(value for value in values if not isinstance(value, Pair))
        case _:
            return plain[ask]
