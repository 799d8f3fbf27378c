"""DayNumbers: figures counted once, day by day, for all the periods a number is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

from sqlalchemy import Select, String, and_, bindparam, literal, type_coerce
from sqlalchemy.orm import Session

from app.models.activity import Activity
from app.models.figure import Distinct, Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.figure_query import Ask, Number, Source, conditions, measured, query, spreads, within
from app.services.figure_where import IN_DAYS, in_days
from app.services.given import ADJUSTMENT, Given, Since, given, is_snapshot, scale
from app.services.group_words import raw_of

Wanted = tuple[Figure, str | None, Any, Period]
_Cell = tuple[str, str | None, Any]
"""Figure, grouping and raw group."""


class DayNumbers:
    """Numbers of plain figures, in cents where they are money, for any periods within a stretch of days.

    `wanted` is all that will be asked for: figure, grouping, raw group and period. A period is asked of a
    figure's days in memory: a change of one record moves a dozen periods that lie in one another.
    """

    def __init__(self, session: Session, known: FigureSet, whole: Period, wanted: Iterable[Wanted]) -> None:
        self._session = session
        self._known = known
        self._whole = whole
        self._raws: dict[str | None, set[Any]] = defaultdict(set)
        self._asked: set[str] = set()
        self._ends: dict[str | None, tuple[dict[str, Figure], dict[str, Period]]] = {}
        for figure, by, raw, period in wanted:
            self._raws[by].add(raw)
            self._asked.add(figure.key)
            if is_snapshot(figure):
                figures, periods = self._ends.setdefault(by, ({}, {}))
                figures[figure.key], periods[period.key] = figure, period
        self._sums: dict[_Cell, tuple[list[str], list[int]]] = {}
        self._items: dict[_Cell, list[list[str]]] = {}
        self._stood: dict[str | None, Mapping[tuple[Ask, str], Mapping[Any, Number]]] = {}
        self._read: set[tuple[Any, ...]] = set()
        self._adjusted: dict[str, dict[str, list[tuple[Given, int]]]] = {}

    def number(self, figure: Figure, by: str | None, raw: Any, period: Period) -> int:
        """The figure in one group (in all without `by`), adjustments included."""
        more = self._adjustments(figure, by, raw, period)
        if is_snapshot(figure):
            return self._at_end(figure, by, raw, period) + more
        after, through = period.after, period.through
        cell = (figure.key, by, raw)
        if isinstance(figure.measure, Distinct):
            self._read_items(figure, by)
            return sum(_any_within(days, after, through) for days in self._items.get(cell, ())) + more
        self._read_sums(figure, by)
        days, sums = self._sums.get(cell, ([], [0]))
        return sums[bisect_right(days, through)] - sums[bisect_right(days, after)] + more

    def _read_sums(self, figure: Figure, by: str | None) -> None:
        """All figures that will be asked for and that one statement can count."""
        expands = spreads(figure, by)
        name = ("sums", figure.source, figure.dated_by, by, expands)
        if name in self._read:
            return
        self._read.add(name)
        alike = tuple(
            each
            for each in self._known.values()
            if each.key in self._asked
            and not each.combined and not is_snapshot(each) and not isinstance(each.measure, Distinct)
            and (each.source, each.dated_by, spreads(each, by)) == (figure.source, figure.dated_by, expands)
        )  # fmt: skip
        found: dict[_Cell, list[tuple[str, int]]] = defaultdict(list)
        for group, day, *values in self._rows(_summed(alike, by, expands), by):
            for each, value in zip(alike, values, strict=True):
                if value:
                    found[each.key, by, group].append((day, int(value * scale(each))))
        for cell, rows in found.items():
            self._sums[cell] = ([day for day, _ in rows], list(accumulate((n for _, n in rows), initial=0)))

    def _read_items(self, figure: Figure, by: str | None) -> None:
        name = ("items", figure.key, by)
        if name in self._read:
            return
        self._read.add(name)
        found: dict[tuple[Any, Any], list[str]] = defaultdict(list)
        for group, item, day in self._rows(_listed(figure, by), by):
            found[group, item].append(day)
        for (group, _), days in found.items():
            self._items.setdefault((figure.key, by, group), []).append(days)

    def _at_end(self, figure: Figure, by: str | None, raw: Any, period: Period) -> int:
        """As of the end of a period; asked together for all periods, as the days do not tell it."""
        if by not in self._stood:
            figures, periods = self._ends[by]
            asks = [(each, Ask(each.key)) for each in figures.values()]
            self._stood[by] = query(self._session, asks, periods, by)
        cell = self._stood[by].get((Ask(figure.key), period.key), {})
        return int(cell.get(raw, 0) * scale(figure))

    def _rows(self, statement: Select[Any], by: str | None) -> Sequence[Any]:
        asked: dict[str, Any] = dict(in_days(self._whole))
        if by is not None:
            asked["groups"] = list(self._raws[by])
        return self._session.connection().execute(statement, asked).all()

    def _adjustments(self, figure: Figure, by: str | None, raw: Any, period: Period) -> int:
        stood = is_snapshot(figure)
        spread = by is not None and spreads(figure, by)
        after, through = period.after, period.through
        return sum(
            amount
            for key, amount in self._adjusted_in(period if stood else self._whole).get(figure.key, ())
            if key.spread == spread
            and (by is None or raw_of(key, by) == raw)
            and (stood or after < key.day <= through)
        )

    def _adjusted_in(self, period: Period) -> dict[str, list[tuple[Given, int]]]:
        if period.key not in self._adjusted:
            found = self._adjusted[period.key] = {}
            plain = [figure for figure in self._known.values() if not figure.combined]
            for key, amount in given(self._session, plain, period, {ADJUSTMENT: Since(0)}).items():
                found.setdefault(key.figure, []).append((key, amount))
        return self._adjusted[period.key]


def _any_within(days: Sequence[str], after: str, through: str) -> bool:
    place = bisect_right(days, after)
    return place < len(days) and days[place] <= through


@lru_cache(maxsize=256)
def _summed(figures: tuple[Figure, ...], by: str | None, expands: bool) -> Select[Any]:
    source, group = _grouped(figures[0], by, expands)
    day = type_coerce(source.column(figures[0].dated_by), String)
    columns = [_value(source, figure, expands) for figure in figures]
    statement = _narrowed(source, [group, day, *columns], figures, by, group)
    return statement.group_by(*([day] if by is None else [group, day])).order_by("c1")


@lru_cache(maxsize=256)
def _listed(figure: Figure, by: str | None) -> Select[Any]:
    assert isinstance(figure.measure, Distinct)
    source, group = _grouped(figure, by, False)
    day = type_coerce(source.column(figure.dated_by), String)
    item = source.column(figure.measure.field)
    statement = _narrowed(source, [group, item, day], (figure,), by, group)
    met = and_(item.is_not(None), *conditions(source, figure, Ask(figure.key), IN_DAYS))
    return statement.where(met).distinct().order_by("c2")


def _grouped(figure: Figure, by: str | None, expands: bool) -> tuple[Source, Any]:
    source = Source(figure.source)
    if by is None:
        return source, literal(None)
    return source, source.through_members(by) if expands else source.dimension(by)


def _narrowed(
    source: Source, columns: Sequence[Any], figures: Sequence[Figure], by: str | None, group: Any
) -> Select[Any]:
    named = [column.label(f"c{place}") for place, column in enumerate(columns)]
    statement = source.select(named).where(within(source, figures, IN_DAYS))
    if issubclass(source.root, Activity):  # in words, so that the index of kind and day finds them
        statement = statement.where(Activity.type == source.root.key)
    return statement if by is None else statement.where(group.in_(bindparam("groups", expanding=True)))


def _value(source: Source, figure: Figure, expands: bool) -> Any:
    met = and_(*conditions(source, figure, Ask(figure.key), IN_DAYS))
    return measured(source, figure, met, expands=expands)
