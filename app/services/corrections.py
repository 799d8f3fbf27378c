"""Corrections: a change asks for its reason exactly when it would move a number of a reported period."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import and_
from sqlalchemy.orm import Session

from app.errors import Effect, ReasonNeeded
from app.models import Record
from app.models.days import Month, first
from app.models.fields import Values
from app.models.figure import Distinct, Figure
from app.models.periods import Calendar, Period, Span
from app.models.submission import Correction
from app.services.aggregates import to_aggregate
from app.services.figure_adjustments import adjustments_of
from app.services.figure_catalogue import catalogue_of
from app.services.figure_query import UNFILLED, Ask, Source, conditions, query, spreads
from app.services.given import (
    ADJUSTMENT,
    DIMENSIONS,
    Amounts,
    Given,
    given,
    in_unit,
    is_snapshot,
    scale,
    source_dimensions,
)
from app.services.group_words import GroupWords, raw_of
from app.services.reported import Sending, sendings, window_of, without_zeros

_MOVES = "moved reported numbers"
_STANDING = "standing submissions"


@dataclass(slots=True)
class Before:
    """What a record gave to reported periods before a change: flows, and what stood at each period's end."""

    flows: Amounts
    snapshots: dict[int, Amounts]


@dataclass(slots=True)
class _Move:
    """The effects of one record's change on one submission."""

    sending: Sending
    kind: str
    record: str
    effects: list[Effect] = field(default_factory=list)


class Corrections:
    """Watches what a writing session does to records; one per service that writes."""

    def before(self, session: Session, record: Record) -> Before | None:
        """To be asked before a record is changed; None when no reported number can hang on it."""
        standing = self._standing(session)
        if not standing or record.id is None:
            return None
        if _may_count(session, record, to_aggregate(session, record).values, standing):
            return self._given(session, standing, record)
        return None

    def after(self, session: Session, record: Record, before: Before | None, values: Values) -> None:
        """To be told when the change is flushed; what it moved is kept until `settle`."""
        standing = self._standing(session)
        if not standing:
            return
        if before is None:
            if not _may_count(session, record, values, standing):
                return
            before = Before(Amounts(), {})
        now = self._given(session, standing, record)
        moves = session.info.setdefault(_MOVES, [])
        for sending in standing:
            flows = without_zeros(_minus(now.flows, before.flows))
            shots = _minus(now.snapshots.get(sending.number), before.snapshots.get(sending.number))
            effects = self._effects(session, sending, record, flows, without_zeros(shots))
            if effects:
                moves.append(_Move(sending, record.key, record.uuid, effects))

    def settle(self, session: Session, reason: str, by: str, at: str) -> None:
        """Ends an intention: keeps the reason with what it moved; raises ReasonNeeded when there is none."""
        moves: list[_Move] = session.info.pop(_MOVES, [])
        if not moves:
            return
        if not reason.strip():
            raise ReasonNeeded(_gathered(effect for move in moves for effect in move.effects))
        for move in moves:
            effects = json.dumps([asdict(effect) for effect in move.effects], ensure_ascii=False)
            session.add(
                Correction(
                    submission_id=move.sending.number, kind=move.kind, record=move.record, at=at, by=by,
                    reason=reason.strip(), effects=effects,
                )
            )  # fmt: skip
        session.flush()

    def _standing(self, session: Session) -> tuple[Sending, ...]:
        found: tuple[Sending, ...] | None = session.info.get(_STANDING)
        if found is None:
            found = tuple(each for each in sendings(session) if each.stands)
            session.info[_STANDING] = found
        return found

    def _given(self, session: Session, standing: Iterable[Sending], record: Record) -> Before:
        own = [
            figure
            for figure in catalogue_of(session).values()
            if not figure.combined and record.key in (figure.source.split(".")[0], ADJUSTMENT)
        ]
        ids = {record.key: [record.id]}
        flows = [figure for figure in own if not is_snapshot(figure)]
        shots = [figure for figure in own if is_snapshot(figure)]
        return Before(
            given(session, flows, _all_of(standing), ids),
            {each.number: given(session, shots, _period(each), ids) for each in standing},
        )

    def _effects(
        self, session: Session, sending: Sending, record: Record, flows: Amounts, shots: Amounts
    ) -> list[Effect]:
        found: list[Effect] = []
        period, to_date = _period(sending), window_of(sending.since, sending.ends)
        known = catalogue_of(session)
        keys = dict.fromkeys(key.figure for key in (*flows, *shots))
        for figure in (known[key] for key in keys):
            if is_snapshot(figure):
                inside = Amounts({key: n for key, n in shots.items() if key.figure == figure.key})
                found += self._moved(session, sending, figure, record, inside, period, "")
                continue
            own = {key: n for key, n in flows.items() if key.figure == figure.key}
            inside = Amounts({key: n for key, n in own.items() if _within(key, period)})
            moved = self._moved(session, sending, figure, record, inside, period, "")
            if not moved:
                inside = Amounts({key: n for key, n in own.items() if _within(key, to_date)})
                moved = self._moved(session, sending, figure, record, inside, to_date, "累计")
            found += moved
        return found

    def _moved(
        self, session: Session, sending: Sending, figure: Figure, record: Record, delta: Amounts,
        period: Period, note: str,
    ) -> list[Effect]:  # fmt: skip
        """The total when it moves, else the groups that do."""
        if not delta:
            return []
        changes = _changes(session, figure, record, delta, period)
        label = Calendar().parse(sending.period).label
        found = []
        for by in (None, *DIMENSIONS):
            if not any(changes.get(by, {}).values()):
                continue
            numbers = _numbers(session, figure, period, by)
            words = GroupWords(session, changes[by]) if by else None
            for raw, change in changes[by].items():
                if change and raw != UNFILLED:  # where it went to, or came from, says it
                    group = f"（{words.label(by, raw)}）" if words and by else ""
                    after = in_unit(numbers.get(raw, 0), scale(figure))
                    before = in_unit(numbers.get(raw, 0) - change, scale(figure))
                    name = f"{figure.label}{group}{note}"
                    found.append(Effect(label, name, figure.unit, f"{before}", f"{after}"))
            if by is None:
                break
        return found


def _changes(
    session: Session, figure: Figure, record: Record, delta: Amounts, period: Period
) -> dict[str | None, dict[Any, int]]:
    """By grouping and raw group, how far a number moves."""
    elsewhere: set[tuple[str | None, Any, int]] = set()
    if isinstance(figure.measure, Distinct):
        elsewhere = _elsewhere(session, figure, record, delta, period)
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
    session: Session, figure: Figure, record: Record, delta: Amounts, period: Period
) -> set[tuple[str | None, Any, int]]:
    """Which of the things counted once are there by other records too, in all and by group."""
    assert isinstance(figure.measure, Distinct)
    items = {key.item for key in delta if key.item is not None}
    source = Source(figure.source)
    counted = source.column(figure.measure.field)
    columns = [counted, *source_dimensions(source)]
    met = and_(*conditions(source, figure, Ask(figure.key), period))
    statement = source.select([c.label(f"c{n}") for n, c in enumerate(columns)]).where(
        met, counted.in_(items), source.root.id != record.id
    )
    found: set[tuple[str | None, Any, int]] = set()
    for item, *groups in session.execute(statement.distinct()):
        found.add((None, None, item))
        blank = Given._make((figure.key, "", 0, "", *groups, item, False))
        found |= {(by, raw_of(blank, by), item) for by in DIMENSIONS}
    return found


def _numbers(session: Session, figure: Figure, period: Period, by: str | None) -> dict[Any, int]:
    """A figure as it is now, in cents where it is money, by raw group."""
    ask = Ask(figure.key)
    unit = scale(figure)
    found = query(session, [(figure, ask)], {"now": period}, by).get((ask, "now"), {})
    numbers = {raw: int(value * unit) for raw, value in found.items()}
    if by is None:
        more = adjustments_of(session, [figure]).total(figure, ask, period)
        numbers[None] = numbers.get(None, 0) + int(more * unit)
    return numbers


def _gathered(effects: Iterable[Effect]) -> list[Effect]:
    """One line a number: of several records' changes the first before and the last after."""
    found: dict[tuple[str, str], Effect] = {}
    for effect in effects:
        key = (effect.period, effect.figure)
        first = found.get(key, effect)
        found[key] = Effect(effect.period, effect.figure, effect.unit, first.before, effect.after)
    return [effect for effect in found.values() if effect.before != effect.after] or list(found.values())


def _minus(now: Mapping[Given, int] | None, before: Mapping[Given, int] | None) -> Amounts:
    found = Amounts(now or {})
    found.subtract(before or {})
    return found


def _within(key: Given, period: Period) -> bool:
    return period.after < key.day <= period.through


def _period(sending: Sending) -> Period:
    return Period(Span.FREE, sending.starts, sending.ends, sending.ends.year)


def _all_of(standing: Iterable[Sending]) -> Period:
    """The days from the earliest running total to the last day that was reported."""
    first = min(each.since for each in standing)
    return window_of(first, max(each.ends for each in standing))


def _may_count(session: Session, record: Record, values: Values, standing: Iterable[Sending]) -> bool:
    """Whether any day that dates the record or a row of it is not after all that was reported."""
    if record.key == ADJUSTMENT:
        keys = {record.kind.day}
    else:
        own = [f for f in catalogue_of(session).values() if f.source.split(".")[0] == record.key]
        keys = {figure.dated_by.removeprefix("root.") for figure in own}
    newest = max(each.ends for each in standing)
    return any(day <= newest for day in _days(values, keys))


def _days(values: Mapping[str, Any], keys: Collection[str]) -> Iterator[date]:
    """The first days of the named fields, on the record and on its rows."""
    for key, value in values.items():
        if key in keys and isinstance(value, date | Month):
            yield first(value)
        for each in value if isinstance(value, list | tuple) else [value]:
            if isinstance(each, Mapping):
                yield from _days(each, keys)
