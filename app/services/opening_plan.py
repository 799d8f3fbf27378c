"""OpeningPlan: what has to be added for the ledger to say what a sheet says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from app.models.context import Ref
from app.models.days import Month
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.services.figure_query import Number, is_additive
from app.services.opening_headings import Stretch
from app.services.opening_preview import OpeningLine, OpeningProblem, Standing
from app.services.opening_rows import Entry

AdjustmentKey = tuple[str, str, Stretch]
"""Figure, township uuid ("" for the whole office) and months of an adjustment that is there already."""


class Now(Protocol):
    """What the ledger says of a figure for some months, of one township or in all."""

    def __call__(self, figure: str, stretch: Stretch, township: Ref | None) -> Number: ...


class OpeningPlan:
    """Goes from townships to the whole and from months to sums, so that the later only gets the rest."""

    def __init__(
        self, entries: Iterable[Entry], known: FigureSet, now: Now, adjusted: frozenset[AdjustmentKey]
    ) -> None:
        self.problems: list[OpeningProblem] = []
        self._known = known
        self._now = now
        self._adjusted = adjusted
        self._lines: dict[Entry, OpeningLine] = {}
        self._of_figure: dict[str, list[tuple[Entry, OpeningLine]]] = defaultdict(list)
        given = tuple(entries)
        of_figure: dict[str, list[Entry]] = defaultdict(list)
        for entry in sorted(given, key=_order):
            of_figure[entry.figure.key].append(entry)
        for each in of_figure.values():
            for entry in each:
                self._add(entry, each)
        self.lines = tuple(self._lines[entry] for entry in given if entry in self._lines)

    def _add(self, entry: Entry, others: Sequence[Entry]) -> None:
        wrong = self._contradiction(entry, others)
        if wrong:
            where = entry.township.label if entry.township else ""
            self.problems.append(
                OpeningProblem(entry.cell, wrong, entry.figure.label, entry.stretch.label, where)
            )
            return
        there = self._now(entry.figure.key, entry.stretch, entry.township)
        amount = entry.stated - int(there) - self._planned(entry)
        if not amount and not self._is_new_nought(entry, others, there):
            standing = Standing.THERE
        else:
            standing = Standing.CHANGES if there else Standing.NEW
        figure = entry.figure
        line = OpeningLine(
            entry.cell, figure.key, figure.label, figure.unit, entry.stretch, entry.township, entry.stated,
            there, amount, standing, self._note(entry, standing, there, amount),
        )  # fmt: skip
        self._lines[entry] = line
        self._of_figure[figure.key].append((entry, line))

    def _planned(self, entry: Entry) -> int:
        """What this sheet adds before, and that counts in these months too."""
        return sum(
            line.amount
            for other, line in self._of_figure[entry.figure.key]
            if entry.township in (None, other.township) and _counts_in(other.stretch.through, entry)
        )

    def _is_new_nought(self, entry: Entry, others: Sequence[Entry], there: Number) -> bool:
        """A stated 0 that nothing says yet: noted as a 0, for what is not noted is not known."""
        key = (entry.figure.key, entry.township.uuid if entry.township else "", entry.stretch)
        by_township = entry.township is None and any(
            other.township is not None and other.stretch == entry.stretch for other in others
        )
        return not (entry.stated or there or by_township or key in self._adjusted)

    def _contradiction(self, entry: Entry, others: Sequence[Entry]) -> str:
        """Why a sum cannot be, set against its months or its townships in the same sheet."""
        stated, figure = entry.stated, entry.figure
        if entry.township is None and is_additive(figure, "township", self._known):
            parts = [o.stated for o in others if o.township is not None and o.stretch == entry.stretch]
            if sum(parts) > stated:
                return f"全县 {stated}，比各乡镇之和 {sum(parts)} 少，请改对其中一个"
        if entry.stretch.is_sum and is_additive(figure, "month", self._known):
            own = (other for other in others if other.township == entry.township and not other.stretch.is_sum)
            months = [other for other in own if entry.stretch.holds(other.stretch.through)]
            total = sum(month.stated for month in months)
            whole = len(months) == _months(entry.stretch)
            if total > stated or (whole and total != stated):
                how = "少" if total > stated else "多"
                return f"一笔 {stated}，比各月之和 {total} {how}，请改对其中一个"
        return ""

    def _note(self, entry: Entry, standing: Standing, there: Number, amount: int) -> str:
        if standing is Standing.THERE:
            return f"已有 {there}，不再记" if there == entry.stated else "和表里别的数合得上，不再记"
        words = []
        if there:
            what = f"补 {amount}" if amount > 0 else f"减 {-amount}"
            words.append(f"已有 {there}，这次 {entry.stated}，{what}")
        elif amount != entry.stated:
            words.append(f"这次 {entry.stated}，除去表里别处的，记 {amount}")
        if entry.stretch.is_sum:
            words.append("只进累计，单月的数不知道")
        elif _is_distinct(entry.figure, self._known):
            words.append("按去重算，各月相加会比累计多")
        return "；".join(words)


def _order(entry: Entry) -> tuple[bool, bool, Month, Month]:
    """Townships first, months before the sums that hold them, earlier before later, shorter before longer."""
    stretch = entry.stretch
    since = Month(-stretch.since.year, -stretch.since.month)
    return (entry.township is None, stretch.is_sum, stretch.through, since)


def _counts_in(through: Month, entry: Entry) -> bool:
    """An adjustment counts by its last month: for a flow inside the months asked, for a stock up to them."""
    if entry.figure.nature == "stock":
        return through <= entry.stretch.through
    return entry.stretch.holds(through)


def _months(stretch: Stretch) -> int:
    return (stretch.through.year - stretch.since.year) * 12 + stretch.through.month - stretch.since.month + 1


def _is_distinct(figure: Figure, known: FigureSet) -> bool:
    return figure.nature == "flow" and not is_additive(figure, "month", known)


def now_from(values: Mapping[tuple[str, Stretch, str], Number]) -> Now:
    """What the ledger says, out of numbers already taken."""

    def now(figure: str, stretch: Stretch, township: Ref | None) -> Number:
        return values.get((figure, stretch, township.uuid if township else ""), 0)

    return now
