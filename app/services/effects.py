"""Effects: how far a change of one record moves the numbers of reported periods, before and after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, String, and_, bindparam, type_coerce
from sqlalchemy.orm import Session

from app.errors import Effect
from app.models import Record
from app.models.figure import Distinct, Figure
from app.models.figure_set import FigureSet
from app.models.periods import Calendar, Period, Span
from app.services.day_numbers import DayNumbers
from app.services.figure_query import UNFILLED, Ask, Source, conditions, spreads
from app.services.figure_where import IN_DAYS, in_days
from app.services.given import DIMENSIONS, Amounts, Given, in_unit, is_snapshot, scale, source_dimensions
from app.services.group_words import GroupWords, raw_of
from app.services.reported import Sending, window_of


@dataclass(frozen=True, slots=True)
class Shift:
    """What a change gives to the flows of one submission, and to what is judged as of its end, signed.

    `to_date` is the latter of its running total.
    """

    sending: Sending
    flows: Amounts
    snapshots: Amounts
    to_date: Amounts


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


class Effects:
    """Tells of the changes of one record, when they are flushed, what they did to reported numbers."""

    def __init__(self, session: Session, known: FigureSet, record: Record) -> None:
        self._session = session
        self._known = known
        self._others = _Others(session, record)

    def of(self, shifts: Sequence[Shift]) -> dict[int, list[Effect]]:
        """The numbers of submissions that a change moves, each with the figures that do."""
        if not shifts:
            return {}
        whole = _whole(shifts)
        self._others.look_at(shifts, whole)
        moved = [each for shift in shifts for each in self._moved(shift)]
        if not moved:
            return {}
        wanted = ((each.figure, each.by, each.raw, each.period) for each in moved)
        numbers = DayNumbers(self._session, self._known, whole, wanted)
        words = GroupWords(self._session, {each.raw for each in moved if each.by})
        found: dict[int, list[Effect]] = {}
        for each in moved:
            found.setdefault(each.sending.number, []).append(_told(each, numbers, words))
        return found

    def _moved(self, shift: Shift) -> list[_Moved]:
        sending = shift.sending
        period, to_date = period_of(sending), to_date_of(sending)
        found = []
        for key in dict.fromkeys(key.figure for key in (*shift.flows, *shift.snapshots, *shift.to_date)):
            figure = self._known[key]
            if is_snapshot(figure):
                own = {each: n for each, n in shift.snapshots.items() if each.figure == key}
                so_far = {each: n for each, n in shift.to_date.items() if each.figure == key}
            else:
                flows = {each: n for each, n in shift.flows.items() if each.figure == key}
                own, so_far = _within(flows, period), _within(flows, to_date)
            moved = self._in(sending, figure, own, period, "")
            found += moved or self._in(sending, figure, so_far, to_date, "累计")
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
                if amount and not self._others.give(figure, period, (by, raw, item)):
                    cell[raw] = cell.get(raw, 0) + (1 if amount > 0 else -1)
            found[by] = cell
        return found


_Counted = tuple[str | None, Any, int]
"""A thing that is counted once, in all or in one group: grouping, raw group, local id."""


class _Others:
    """Which of the things counted once are there by other records too."""

    def __init__(self, session: Session, record: Record) -> None:
        self._session = session
        self._record = record
        self._known: dict[tuple[str, str], dict[_Counted, list[str]]] = {}
        self._whole: Period | None = None
        self._items: dict[str, set[int]] = {}

    def look_at(self, shifts: Sequence[Shift], whole: Period) -> None:
        """To be told all that will be asked about, so that the others are read once for all periods."""
        self._whole = whole
        for shift in shifts:
            for key in (*shift.flows, *shift.snapshots, *shift.to_date):
                if key.item is not None:
                    self._items.setdefault(key.figure, set()).add(key.item)

    def give(self, figure: Figure, period: Period, counted: _Counted) -> bool:
        """Whether another record gives this thing to a figure in these days."""
        if is_snapshot(figure):
            return counted in self._days(figure, period)
        assert self._whole is not None
        days = self._days(figure, self._whole).get(counted, [])
        place = bisect_right(days, period.after)
        return place < len(days) and days[place] <= period.through

    def _days(self, figure: Figure, period: Period) -> dict[_Counted, list[str]]:
        """The days of others that give the things in question."""
        name = (figure.key, period.key)
        if name not in self._known:
            found = self._known[name] = {}
            items = sorted(self._items[figure.key])
            asked = in_days(period) | {"items": items, "record": self._record.id}
            for day, item, *groups in self._session.connection().execute(_by_others(figure), asked):
                blank = Given._make((figure.key, "", 0, day, *groups, item, False))
                for by in (None, *DIMENSIONS):
                    raw = None if by is None else raw_of(blank, by)
                    found.setdefault((by, raw, item), []).append(day)
        return self._known[name]


def period_of(sending: Sending) -> Period:
    return Period(Span.FREE, sending.starts, sending.ends, sending.ends.year)


def to_date_of(sending: Sending) -> Period:
    return window_of(sending.since, sending.ends)


def _whole(shifts: Sequence[Shift]) -> Period:
    """The days of all running totals."""
    first = min(each.sending.since for each in shifts)
    return window_of(first, max(each.sending.ends for each in shifts))


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
    day = type_coerce(source.column(figure.dated_by), String)
    columns = [day, counted, *source_dimensions(source)]
    met = and_(*conditions(source, figure, Ask(figure.key), IN_DAYS))
    statement = source.select([column.label(f"c{place}") for place, column in enumerate(columns)])
    among = counted.in_(bindparam("items", expanding=True))
    return statement.where(met, among, source.root.id != bindparam("record")).distinct().order_by("c0")


def _told(moved: _Moved, numbers: DayNumbers, words: GroupWords) -> Effect:
    figure, by, unit = moved.figure, moved.by, scale(moved.figure)
    number = numbers.number(figure, by, moved.raw, moved.period)
    group = "" if by is None else f"（{words.label(by, moved.raw)}）"
    before, after = in_unit(number - moved.change, unit), in_unit(number, unit)
    label = Calendar().parse(moved.sending.period).label
    return Effect(label, f"{figure.label}{group}{moved.note}", figure.unit, f"{before}", f"{after}")


def _within(delta: Mapping[Given, int], period: Period) -> dict[Given, int]:
    after, through = period.after, period.through
    return {key: amount for key, amount in delta.items() if after < key.day <= through}
