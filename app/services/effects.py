"""Effects: how far a change of one record moves the numbers of reported periods, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, and_, bindparam
from sqlalchemy.orm import Session

from app.errors import Effect
from app.models import Record
from app.models.figure import Distinct, Figure
from app.models.figure_set import FigureSet
from app.models.periods import Calendar, Period, Span
from app.services.figure_adjustments import adjustments_of
from app.services.figure_query import UNFILLED, Ask, Source, conditions, query, spreads
from app.services.figure_where import IN_DAYS, in_days
from app.services.given import DIMENSIONS, Amounts, Given, in_unit, is_snapshot, scale, source_dimensions
from app.services.group_words import GroupWords, raw_of
from app.services.reported import Sending, window_of


@dataclass(frozen=True, slots=True)
class Shift:
    """What a change gives to the flows of one submission and to what stood at its end, signed."""

    sending: Sending
    flows: Amounts
    snapshots: Amounts


@dataclass(frozen=True, slots=True)
class _Moved:
    """One number that moves: of a figure in some days, in all or in one group."""

    sending: Sending
    figure: Figure
    period: Period
    note: str
    by: str | None
    raw: Any
    change: int


_Numbers = Mapping[tuple[str, str | None, str], Mapping[Any, int]]
"""By figure, grouping and days: numbers by raw group, in cents where it is money."""


class Effects:
    """Tells of the changes of one record, when they are flushed, what they did to reported numbers."""

    def __init__(self, session: Session, known: FigureSet, record: Record) -> None:
        self._session = session
        self._known = known
        self._record = record

    def of(self, shifts: Iterable[Shift]) -> dict[int, list[Effect]]:
        """The numbers of submissions that a change moves, each with the figures that do."""
        moved = [each for shift in shifts for each in self._moved(shift)]
        if not moved:
            return {}
        numbers = _numbers(self._session, moved)
        words = GroupWords(self._session, {each.raw for each in moved if each.by})
        found: dict[int, list[Effect]] = {}
        for each in moved:
            found.setdefault(each.sending.number, []).append(_told(each, numbers, words))
        return found

    def _moved(self, shift: Shift) -> list[_Moved]:
        sending = shift.sending
        period, to_date = period_of(sending), window_of(sending.since, sending.ends)
        found = []
        for key in dict.fromkeys(key.figure for key in (*shift.flows, *shift.snapshots)):
            figure = self._known[key]
            if is_snapshot(figure):
                own = {each: n for each, n in shift.snapshots.items() if each.figure == key}
                found += self._in(sending, figure, own, period, "")
                continue
            own = {each: n for each, n in shift.flows.items() if each.figure == key}
            moved = self._in(sending, figure, _within(own, period), period, "")
            found += moved or self._in(sending, figure, _within(own, to_date), to_date, "累计")
        return found

    def _in(
        self, sending: Sending, figure: Figure, delta: Mapping[Given, int], period: Period, note: str
    ) -> list[_Moved]:
        """The total when it moves, else the groups that do."""
        changes = self._changes(figure, delta, period) if delta else {}
        total = changes.get(None, {}).get(None, 0)
        if total:
            return [_Moved(sending, figure, period, note, None, None, total)]
        return [
            _Moved(sending, figure, period, note, by, raw, change)
            for by, cell in changes.items()
            for raw, change in cell.items()
            if change and raw != UNFILLED  # where it went to, or came from, says it
        ]

    def _changes(
        self, figure: Figure, delta: Mapping[Given, int], period: Period
    ) -> dict[str | None, dict[Any, int]]:
        """By grouping and raw group, how far a number moves."""
        elsewhere: set[tuple[str | None, Any, int]] = set()
        if isinstance(figure.measure, Distinct):
            elsewhere = self._elsewhere(figure, delta, period)
        found: dict[str | None, dict[Any, int]] = {}
        for by in (None, *DIMENSIONS):
            spread = by is not None and spreads(figure, by)
            cell: dict[Any, int] = {}
            items: dict[tuple[Any, int], int] = {}
            for key, amount in delta.items():
                if key.spread != spread:
                    continue
                raw = None if by is None else raw_of(key, by)
                if key.item is None:
                    cell[raw] = cell.get(raw, 0) + amount
                else:
                    items[raw, key.item] = items.get((raw, key.item), 0) + amount
            for (raw, item), amount in items.items():
                if (by, raw, item) not in elsewhere:
                    cell[raw] = cell.get(raw, 0) + (amount > 0) - (amount < 0)
            found[by] = cell
        return found

    def _elsewhere(
        self, figure: Figure, delta: Mapping[Given, int], period: Period
    ) -> set[tuple[str | None, Any, int]]:
        """Which of the things counted once are there by other records too, in all and by group."""
        items = sorted({key.item for key in delta if key.item is not None})
        asked = in_days(period) | {"items": items, "record": self._record.id}
        found: set[tuple[str | None, Any, int]] = set()
        for item, *groups in self._session.connection().execute(_by_others(figure), asked):
            found.add((None, None, item))
            blank = Given._make((figure.key, "", 0, "", *groups, item, False))
            found |= {(by, raw_of(blank, by), item) for by in DIMENSIONS}
        return found


def period_of(sending: Sending) -> Period:
    return Period(Span.FREE, sending.starts, sending.ends, sending.ends.year)


def gathered(effects: Iterable[Effect]) -> list[Effect]:
    """One line a number: of several records' changes the first before and the last after."""
    found: dict[tuple[str, str], Effect] = {}
    for effect in effects:
        key = (effect.period, effect.figure)
        first = found.get(key, effect)
        found[key] = Effect(effect.period, effect.figure, effect.unit, first.before, effect.after)
    return [effect for effect in found.values() if effect.before != effect.after] or list(found.values())


@lru_cache(maxsize=256)
def _by_others(figure: Figure) -> Select[Any]:
    assert isinstance(figure.measure, Distinct)
    source = Source(figure.source)
    counted = source.column(figure.measure.field)
    columns = [counted, *source_dimensions(source)]
    met = and_(*conditions(source, figure, Ask(figure.key), IN_DAYS))
    statement = source.select([column.label(f"c{place}") for place, column in enumerate(columns)])
    return statement.where(
        met,
        counted.in_(bindparam("items", expanding=True)),
        source.root.id != bindparam("record"),
    ).distinct()


def _numbers(session: Session, moved: Sequence[_Moved]) -> _Numbers:
    """The figures as they are now, those of one grouping asked for together."""
    figures = {each.figure.key: each.figure for each in moved}
    adjustments = adjustments_of(session, figures.values())
    found: dict[tuple[str, str | None, str], dict[Any, int]] = {}
    for by in dict.fromkeys(each.by for each in moved):
        own = [each for each in moved if each.by == by]
        spans = {each.period.key: each.period for each in own}
        asks = {each.figure.key: (each.figure, Ask(each.figure.key)) for each in own}
        for (ask, name), cell in query(session, asks.values(), spans, by).items():
            unit = scale(figures[ask.figure])
            found[ask.figure, by, name] = {raw: int(value * unit) for raw, value in cell.items()}
        for figure, ask in asks.values() if by is None else ():
            for name, period in spans.items():
                totals = found.setdefault((figure.key, None, name), {})
                more = int(adjustments.total(figure, ask, period) * scale(figure))
                totals[None] = totals.get(None, 0) + more
    return found


def _told(moved: _Moved, numbers: _Numbers, words: GroupWords) -> Effect:
    figure, by, unit = moved.figure, moved.by, scale(moved.figure)
    number = numbers.get((figure.key, by, moved.period.key), {}).get(moved.raw, 0)
    group = "" if by is None else f"（{words.label(by, moved.raw)}）"
    before, after = in_unit(number - moved.change, unit), in_unit(number, unit)
    label = Calendar().parse(moved.sending.period).label
    return Effect(label, f"{figure.label}{group}{moved.note}", figure.unit, f"{before}", f"{after}")


def _within(delta: Mapping[Given, int], period: Period) -> dict[Given, int]:
    after, through = period.after, period.through
    return {key: amount for key, amount in delta.items() if after < key.day <= through}
