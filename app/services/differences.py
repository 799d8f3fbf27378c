"""Differences: 差在哪, in which figures two periods or submissions differ, and by which records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.models.submission import LATE, NOW, PERIOD
from app.services.figure_query import Number
from app.services.figure_values import Pair, Value, Values
from app.services.figures import Figures
from app.services.given import (
    ADJUSTMENT,
    Amounts,
    Given,
    Ids,
    changed_ids,
    crosses,
    given,
    in_unit,
    is_snapshot,
    scale,
)
from app.services.group_words import GroupWords
from app.services.late_lines import between, deleted_of, names_of, reasons_of
from app.services.reported import Reported, Sending, is_apart, kept, sendings, without_zeros
from app.services.spans import CURRENT, Spans
from app.services.submitted import Submitted

Side = Period | Submitted
"""A period as it is now, or what was sent for one."""

ADDED, CHANGED, MOVED_OUT, DELETED = "新增", "改动", "移出", "删除"
"""What became of a record from the earlier side to the later one, when both are about the same days."""

ONLY_A, ONLY_B, BOTH = "只在甲", "只在乙", "两边都有"
"""On which side a record is, when they are about different days."""

RecordId = tuple[str, int]


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One record that gives a figure something else on each side; `moved` names groups it went between.

    `what` is one of ADDED … or, of different days, ONLY_A …; `figure` the part of a combined figure.
    """

    kind: str
    uuid: str
    number: str
    title: str
    day: str
    before: Number
    after: Number
    what: str
    moved: str = ""
    reason: str = ""
    figure: str = ""

    @property
    def difference(self) -> Number:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class FigureDiff:
    """A figure on both sides, and the records that make the difference."""

    key: str
    label: str
    unit: str
    before: Value
    after: Value
    lines: tuple[DiffLine, ...]


class Differences:
    """Compares two sides of one sort: a month with a month, a year with a year."""

    def __init__(
        self, reading: Callable[[], Any], figures: Figures, reported: Reported,
        sent_values: Callable[[int], Values],
    ) -> None:  # fmt: skip
        self._reading = reading
        self._figures = figures
        self._reported = reported
        self._sent_values = sent_values

    def of(self, a: Side, b: Side, figure: str | None = None) -> tuple[FigureDiff, ...]:
        """From `a` to `b`, figures in their order; of one figure only when named. Raises AppError."""
        with self._reading() as session:
            known = self._figures.catalogue
            wanted = list(known.values()) if figure is None else [known.known(figure)]
            before, after = self._values(a, wanted), self._values(b, wanted)
            sides = _Sides(session, known, self._figures, self._reported)
            moved = sides.between(a, b, wanted)
            parts = {part.key: part for each in wanted for part in known.plain_parts(each)}
            lines = _Lines(session, parts, moved, _order(a, b))
            found = []
            for each in wanted:
                old, new = _total(before, each), _total(after, each)
                own = [line for part in known.plain_parts(each) for line in lines.of(part.key)]
                if old != new or (own and not each.combined):
                    found.append(FigureDiff(each.key, each.label, each.unit, old, new, tuple(own)))
            return tuple(found)

    def _values(self, side: Side, wanted: Sequence[Figure]) -> Values:
        if isinstance(side, Submitted):
            return self._sent_values(side.number)
        return self._figures.evaluate([figure.key for figure in wanted], Spans({CURRENT: side}))


def _total(values: Values, figure: Figure) -> Value:
    try:
        return values.total(figure.key, "current")
    except KeyError:  # a figure made after that was sent
        return 0


class _Sides:
    """What two sides give to figures, as far as it differs."""

    def __init__(self, session: Session, known: FigureSet, figures: Figures, reported: Reported) -> None:
        self._session = session
        self._known = known
        self._figures = figures
        self._reported = reported
        self._moved: dict[Side, Amounts] = {}

    def between(self, a: Side, b: Side, wanted: Iterable[Figure]) -> tuple[Amounts, Amounts]:
        """All that records give on each side to figures they give something else on the other."""
        plain = {part.key: part for each in wanted for part in self._known.plain_parts(each)}
        sent = [self._sending(side) for side in (a, b) if isinstance(side, Submitted)]
        near = [f for f in plain.values() if not crosses(f) and all(each.knows(f) for each in sent)]
        far = [figure for figure in plain.values() if figure not in near]
        ids = self._changed(a, b, near)
        old, new = self._of(a, near, ids), self._of(b, near, ids)
        old.update(self._of(a, far, None))
        new.update(self._of(b, far, None))
        return _differing(old, new)

    def _changed(self, a: Side, b: Side, figures: Sequence[Figure]) -> Ids | None:
        """Of the same days, only records changed since the earlier side was sent can differ; else None."""
        if _days(a) != _days(b):
            return None
        changes = [self._sending(side).change for side in (a, b) if isinstance(side, Submitted)]
        if not changes:
            return {}
        kinds = {figure.source.split(".")[0] for figure in figures} | {ADJUSTMENT}
        late = self._late_kinds(a) | self._late_kinds(b)
        return changed_ids(kinds | late, min(changes))

    def _late_kinds(self, side: Side) -> set[str]:
        return {key.kind for key in self._late(side)}

    def _of(self, side: Side, figures: Sequence[Figure], ids: Ids | None) -> Amounts:
        if not figures or ids == {}:
            return Amounts()
        keys = [figure.key for figure in figures]
        if isinstance(side, Submitted):
            found = kept(self._session, [side.number], (PERIOD, NOW), keys, ids)
        else:
            found = given(self._session, figures, side, ids)
        for key, amount in self._late(side).items():
            if key.figure in keys and not is_snapshot(self._known[key.figure]):
                found[key] += amount
        return without_zeros(found)

    def _late(self, side: Side) -> Amounts:
        if side not in self._moved:
            self._moved[side] = self._late_of(side)
        return self._moved[side]

    def _late_of(self, side: Side) -> Amounts:
        """补报更正 that is in 本期; none where it stands apart."""
        if isinstance(side, Submitted):
            own = self._sending(side)
            return Amounts() if own.strict else kept(self._session, [side.number], (LATE,))
        if is_apart(sendings(self._session), side, self._figures.strict):
            return Amounts()
        return self._reported.late(self._session, self._known, self._figures.calendar, side)

    def _sending(self, side: Submitted) -> Sending:
        return next(each for each in sendings(self._session) if each.number == side.number)


_Both = tuple[dict[Given, int], dict[Given, int]]
"""What one record gives on each side."""


class _Lines:
    """The records behind a difference, by figure."""

    def __init__(
        self, session: Session, figures: Mapping[str, Figure], moved: tuple[Amounts, Amounts], order: int
    ) -> None:
        self._figures = figures
        self._order = order
        self._by_figure: dict[str, dict[RecordId, _Both]] = defaultdict(dict)
        for side, amounts in enumerate(moved):
            for key, amount in amounts.items():
                if not key.spread:
                    own, record = self._by_figure[key.figure], (key.kind, key.record_id)
                    both = own.get(record)
                    if both is None:
                        own[record] = both = ({}, {})
                    both[side][key] = amount
        records = {record for each in self._by_figure.values() for record in each}
        self._names = names_of(session, records)
        self._deleted = deleted_of(session, records)
        self._reasons = reasons_of(session, [names[0] for names in self._names.values()])
        self._words = GroupWords(session, set(_groups(moved)))

    def of(self, figure: str) -> list[DiffLine]:
        unit = scale(self._figures[figure])
        found = []
        for record, (old, new) in self._by_figure.get(figure, {}).items():
            uuid, number, title, day = self._names[record]
            before, after = sum(old.values()), sum(new.values())
            moved = self._between(old, new)
            if before == after and not moved:
                continue
            what = self._what(record, bool(old), bool(new))
            reason = self._reasons.get(uuid, ("", "", ""))[0]
            found.append(
                DiffLine(
                    record[0], uuid, number, title, day, in_unit(before, unit), in_unit(after, unit),
                    what, moved, reason, figure,
                )
            )  # fmt: skip
        return sorted(found, key=lambda line: (line.day, line.number, line.uuid))

    def _between(self, old: Mapping[Given, int], new: Mapping[Given, int]) -> str:
        delta = {key: new.get(key, 0) - old.get(key, 0) for key in {**old, **new}}
        # Nothing went from one group to another where all of it came, or all of it went.
        if all(amount >= 0 for amount in delta.values()) or all(amount <= 0 for amount in delta.values()):
            return ""
        return between(self._words, without_zeros(Amounts(delta)))

    def _what(self, record: RecordId, in_a: bool, in_b: bool) -> str:
        if not self._order:
            return BOTH if in_a and in_b else ONLY_A if in_a else ONLY_B
        before, since = (in_a, in_b) if self._order > 0 else (in_b, in_a)
        if since:
            return CHANGED if before else ADDED
        return DELETED if record in self._deleted else MOVED_OUT


def _differing(old: Amounts, new: Amounts) -> tuple[Amounts, Amounts]:
    keys = (key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    touched = {(key.figure, key.kind, key.record_id) for key in keys}
    first, second = (
        {key: amount for key, amount in side.items() if (key.figure, key.kind, key.record_id) in touched}
        for side in (old, new)
    )
    return Amounts(first), Amounts(second)


def _groups(moved: Iterable[Amounts]) -> Iterable[Any]:
    for amounts in moved:
        for key in amounts:
            yield from (key.unit, key.township, key.studio)


def _days(side: Side) -> tuple[Any, Any]:
    period = side.period if isinstance(side, Submitted) else side
    return period.start, period.end


def _order(a: Side, b: Side) -> int:
    """1 when `b` tells of the same days later than `a`, -1 when earlier, 0 when the days differ."""
    if _days(a) != _days(b):
        return 0
    told = [each.number if isinstance(each, Submitted) else None for each in (a, b)]
    first, second = told
    return 1 if second is None or (first is not None and first <= second) else -1


def shown(value: Value) -> str:
    """A value as a difference names it; a ratio as its two numbers."""
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Pair) else f"{value}"
