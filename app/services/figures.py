"""Figures: the values of indicators for periods and groupings, and the records behind each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

from sqlalchemy.orm import Session

from app.errors import AppError
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Calendar, Period
from app.services.coverage import Coverage
from app.services.figure_adjustments import Adjustments, adjusted_lines, adjustments_of
from app.services.figure_catalogue import catalogue_of
from app.services.figure_groups import GroupKeys, raw_group
from app.services.figure_query import (
    Ask,
    Number,
    can_group,
    is_additive,
    query,
)
from app.services.figure_values import Group, RecordLine, Values, asked, combined
from app.services.reported import Reported, is_apart, sendings
from app.services.settling import Cells, Settling, added, of_month
from app.services.spans import Spans
from app.store.store import Store

GROUPINGS = ("unit", "township", "sector", "studio", "member", "month", "brand", "focus")


class Figures:
    """Asks the declarations of app/models/figures.py; all values of one call come from one transaction."""

    def __init__(
        self,
        store: Store,
        calendar: Calendar,
        reported: Reported | None = None,
        trying: Figure | None = None,
        *,
        strict: bool = False,
    ) -> None:
        self._store = store
        self._calendar = calendar
        self._reported = reported or Reported()
        self._trying = trying
        self.strict = strict

    @property
    def calendar(self) -> Calendar:
        return self._calendar

    @property
    def catalogue(self) -> FigureSet:
        """The figures there are now: the shipped ones and the office's own."""
        with self._store.reading() as session:
            found = catalogue_of(session)
        return found.with_own(self._trying) if self._trying else found

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """For several questions that have to find the same figures and the same numbers."""
        with self._store.reading() as session:
            yield session

    def coverage(self) -> Coverage:
        """Which numbers of earlier periods are known at all."""
        with self._store.reading() as session:
            return Coverage.load(session, self.catalogue)

    def trying(self, figure: Figure) -> Figures:
        """The same with a figure that is not kept yet, or with one as it would be after a change."""
        return Figures(self._store, self._calendar, self._reported, figure, strict=self.strict)

    def spans(self, period: Period) -> Spans:
        """The three every report shows: current (本期), ytd (本年累计), last_year (上年同期).

        Asked for these, `evaluate` adds 补报更正 to 本期, and gives `occurred` and `late` beside it; with
        `strict` dating 本期 is `occurred` alone, and so it was in periods that were reported that way.
        """
        return Spans(
            {
                "current": period,
                "ytd": self._calendar.to_date(period),
                "last_year": self._calendar.year_before(period),
            }
        )

    def evaluate(
        self, asks: Iterable[Ask | str], spans: Mapping[str, Period], by: str | None = None
    ) -> Values:
        """Totals, and with `by` the parts of every group; raises AppError for an unknown grouping."""
        wanted = [asked(ask) for ask in asks]
        if by is not None and by not in GROUPINGS:
            raise AppError(f"不能按“{by}”分组，可用：{'、'.join(GROUPINGS)}。")
        with self._store.reading() as session:
            if by == "month":
                return self._by_month(session, wanted, spans)
            return self._values(session, wanted, spans, by)

    def evaluate_each(
        self, asks: Iterable[Ask | str], spans: Mapping[str, Period], groupings: Iterable[str]
    ) -> dict[str, Values]:
        """As `evaluate` of several groupings, from one transaction; totals are counted once."""
        with self._store.reading() as session:
            found = self._each(session, [asked(ask) for ask in asks], spans, tuple(groupings))
        return {by: values for by, values in found.items() if by is not None}

    def records(
        self, figure: str, period: Period, by: str | None = None, group: str | None = None,
        only: tuple[tuple[str, str], ...] = (),
    ) -> list[RecordLine]:  # fmt: skip
        """The records behind one number, adjustments included; a ratio gives both of its figures' records.

        本期 includes what moved in reported periods before it, but for strict dating: lines marked `late`,
        signed.
        """
        within: Period | None = period
        month: str | None = None
        if by == "month":
            month, by, group = group, None, None
            if month is not None:
                within = _clipped(self._calendar.parse(month), period)
        from app.services.figure_lines import late_lines, lines  # not before somebody opens a number

        with self._store.reading() as session:
            known = self.catalogue
            raw = None if group is None or by is None else raw_group(session, by, group)
            found: list[RecordLine] = []
            for plain in known.plain_parts(known.known(figure)):
                if within is not None and (by is None or can_group(plain, by, known)):
                    found += lines(session, plain, Ask(plain.key, only), within, by, raw)
                    found += adjusted_lines(session, plain, within, by, group, only)
            if is_apart(sendings(session), period, self.strict):
                return found
            moved = self._reported.late(session, known, self._calendar, period)
            moved = moved if month is None else of_month(moved, self._calendar, month)
            return found + late_lines(session, known, moved, Ask(figure, only), by, raw)

    def groupable(self, by: str | None) -> tuple[Figure, ...]:
        known = self.catalogue
        return tuple(figure for figure in known.values() if by is None or can_group(figure, by, known))

    def _values(
        self, session: Session, asks: Sequence[Ask], spans: Mapping[str, Period], by: str | None
    ) -> Values:
        return self._each(session, asks, spans, (by,))[by]

    def _each(
        self,
        session: Session,
        asks: Sequence[Ask],
        spans: Mapping[str, Period],
        groupings: Sequence[str | None],
    ) -> dict[str | None, Values]:
        known = self.catalogue
        plain = {
            Ask(figure.key, ask.only): figure
            for ask in asks
            for figure in known.plain_parts(known[ask.figure])
        }
        adjustments = adjustments_of(session, plain.values())
        settling = Settling(session, self._reported, known, self._calendar, spans, strict=self.strict)
        able = {
            by: {a: f for a, f in plain.items() if can_group(f, by, known)}
            for by in groupings
            if by is not None
        }
        raw, totals = _counted(session, known, plain, able, spans)
        settling.apply(totals, plain, None)
        whole = Values(
            sent={name: sending.number for name, sending in settling.sent.items()}, is_apart=settling.is_apart
        )
        found: dict[str, dict[Ask, Number]] = {}
        for name in (*spans, *settling.further):
            found[name] = {}
            for part, figure in plain.items():
                period = settling.adjusted_in(figure, name, spans)
                more = 0 if period is None else adjustments.total(figure, part, period)
                found[name][part] = totals.get((part, name), {}).get(None, 0) + more
        for name in found:
            for ask in asks:
                whole.totals[ask, name] = combined(known, ask, found[settling.own_of(ask, name)])
        each: dict[str | None, Values] = {}
        for by in groupings:
            each[by] = values = Values(dict(whole.totals), sent=dict(whole.sent), is_apart=whole.is_apart)
            if by is not None:
                self._group(session, values, known, asks, able[by], raw[by], spans, by, adjustments, settling)
        return each

    def _group(
        self,
        session: Session,
        values: Values,
        known: FigureSet,
        asks: Sequence[Ask],
        able: Mapping[Ask, Figure],
        raw: Cells,
        spans: Mapping[str, Period],
        by: str,
        adjustments: Adjustments,
        settling: Settling,
    ) -> None:
        settling.apply(raw, able, by)
        names = (*spans, *settling.further)
        keys = GroupKeys(session, by, {group for cell in raw.values() for group in cell})
        cells: dict[tuple[Ask, str], dict[str, Number]] = {}
        for (ask, name), groups in raw.items():
            cells[ask, name] = {keys.key(group): value for group, value in groups.items()}
        for ask, figure in able.items():
            for name in names:
                cell = cells.setdefault((ask, name), {})
                period = settling.adjusted_in(figure, name, spans)
                if period is None:
                    continue
                for key, amount in adjustments.groups(figure, ask, period, by).items():
                    cell[key] = cell.get(key, 0) + amount
        used = {key for cell in cells.values() for key, value in cell.items() if value}
        values.groups = keys.groups(used, spans)
        wanted = [ask for ask in asks if can_group(known[ask.figure], by, known)]
        # A grouping without a single group has its cells too, with nothing in them.
        values.parts |= {(ask, name): {} for name in names for ask in wanted}
        for group in values.groups:
            found = {
                name: {ask: cells.get((ask, name), {}).get(group.key, 0) for ask in able} for name in names
            }
            for name in names:
                for ask in wanted:
                    part = combined(known, ask, found[settling.own_of(ask, name)])
                    values.parts[ask, name][group.key] = part

    def _by_month(self, session: Session, asks: Sequence[Ask], spans: Mapping[str, Period]) -> Values:
        """Each month asked for on its own, which is right for stocks and distinct counts too."""
        months = {
            name: [
                part for month in self._calendar.months_within(period) if (part := _clipped(month, period))
            ]
            for name, period in spans.items()
        }
        labels: dict[str, str] = {}
        flat = {month.days: month for each in months.values() for month in each}
        known = self.catalogue
        own: Mapping[str, Period] = spans
        if "current" in spans and isinstance(spans, Spans):
            own = Spans({"current": spans["current"]})
        settling = Settling(
            session, self._reported, known, self._calendar, own, ("current",), strict=self.strict
        )
        whole = self._values(session, asks, own, None)
        if len(own) < len(spans):  # a year ago, month by month, is counted: so is its total
            counted = self._values(session, asks, {k: v for k, v in spans.items() if k != "current"}, None)
            whole.totals |= counted.totals
        single = self._values(session, asks, flat, None)
        for ask in asks:
            for name, each in months.items():
                whole.parts[ask, name] = {month.key: single.totals[ask, month.days] for month in each}
            late = {} if ask.only else settling.late_by_month(known[ask.figure])
            if late:
                months_own = cast("dict[str, Number]", whole.parts[ask, "current"])
                whole.parts[ask, "current"] = {**added(months_own, late)}
                labels |= {key: self._calendar.parse(key).label for key in late}
        labels |= {month.key: month.label for month in flat.values()}
        whole.groups = tuple(Group(key, labels[key]) for key in sorted(labels))
        return whole


def _counted(
    session: Session, known: FigureSet, plain: Mapping[Ask, Figure], able: Mapping[str, Mapping[Ask, Figure]],
    spans: Mapping[str, Period],
) -> tuple[dict[str, Cells], Cells]:  # fmt: skip
    """Cells by raw group of those that can be grouped, and totals of all; what adds up is counted once."""
    raw = {by: query(session, ((f, ask) for ask, f in own.items()), spans, by) for by, own in able.items()}
    totals: Cells = {}
    added: set[Ask] = set()
    for by, own in able.items():
        adding = {ask for ask, figure in own.items() if is_additive(figure, by, known)} - added
        totals |= {cell: {None: sum(raw[by][cell].values())} for cell in raw[by] if cell[0] in adding}
        added |= adding
    rest = ((figure, ask) for ask, figure in plain.items() if ask not in added)
    return raw, query(session, rest, spans, None) | totals


def _clipped(month: Period, period: Period) -> Period | None:
    """The days of a month that lie in a period; a free one may begin and end inside a month."""
    start, end = max(month.start, period.start), min(month.end, period.end)
    return replace(month, start=start, end=end) if start <= end else None
