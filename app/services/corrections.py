"""Corrections: a change asks for its reason exactly when it would move a number of a reported period."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.errors import Effect, ReasonNeeded
from app.models import Record
from app.models.days import Day, Month, first, stored
from app.models.fields import Values
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.models.submission import Correction
from app.services.aggregates import unpointed
from app.services.countable import countable, names_read
from app.services.effects import Effects, Shift, gathered, period_of, to_date_of
from app.services.figure_catalogue import catalogue_of
from app.services.given import ADJUSTMENT, Amounts, Given, Ids, given, is_snapshot
from app.services.reported import Sending, sendings, window_of, without_zeros

_MOVES = "moved reported numbers"
_STANDING = "standing submissions"
_KNOWN = "figures that may move"
_NAMES = "columns they name"
_End = tuple[int, bool]
"""A submission by its number, and whether its running total is meant."""


@dataclass(frozen=True, slots=True)
class Before:
    """What a record gave to reported periods before a change.

    Flows by their day; what is judged as of a day by submission, of its period and of its running total.
    """

    flows: Amounts
    snapshots: Mapping[int, Amounts]
    to_date: Mapping[int, Amounts]


@dataclass(frozen=True, slots=True)
class Seen:
    """A record before a change: its own values, and what of its rows figures can read."""

    values: Values
    held: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Move:
    """The effects of one record's change on one submission."""

    number: int
    kind: str
    record: str
    effects: Sequence[Effect]


class Corrections:
    """Watches what a writing session does to records; one per service that writes."""

    def watches(self, session: Session) -> bool:
        """Whether anything was reported that a change could move."""
        return bool(self._standing(session))

    def before(self, session: Session, record: Record) -> Before | None:
        """To be asked before a record is changed; None when no reported number can hang on it."""
        if not self._standing(session) or record.id is None:
            return None
        return self._given_by(session, record, unpointed(record))

    def seen(self, session: Session, record: Record) -> Seen | None:
        """As `before`, of a record whose rows are written next but not flushed; see `moved`."""
        if not self._standing(session) or record.id is None:
            return None
        names = _names(session)
        return Seen(unpointed(record), countable(record, names))

    def moved(self, session: Session, record: Record, seen: Seen | None) -> tuple[bool, Before | None]:
        """When its rows are written and not yet flushed: whether to go on with `after`, and what with."""
        if not self._standing(session):
            return False, None
        if seen is None:
            return True, None
        if countable(record, _names(session)) == seen.held:
            return False, None
        with session.no_autoflush:
            return True, self._given_by(session, record, seen.values)

    def after(self, session: Session, record: Record, before: Before | None, values: Values) -> None:
        """To be told when the change is flushed; what it moved is kept until `settle`."""
        standing = self._standing(session)
        if not standing:
            return
        known = _catalogue(session)
        if before is None:
            if not _may_count(known, record, values, standing):
                return
            before = Before(Amounts(), {}, {})
        now = _given(session, known, standing, record, values)
        flows = without_zeros(_minus(now.flows, before.flows))
        shifts = []
        for each in standing:
            stood, so_far = (
                without_zeros(_minus(since.get(each.number), earlier.get(each.number)))
                for since, earlier in ((now.snapshots, before.snapshots), (now.to_date, before.to_date))
            )
            shifts.append(Shift(each, *(_told(known, each, moved) for moved in (flows, stood, so_far))))
        effects = Effects(session, known, record).of(shifts)
        moves = session.info.setdefault(_MOVES, [])
        moves += [_Move(number, record.key, record.uuid, own) for number, own in effects.items()]

    def settle(self, session: Session, reason: str, by: str, at: str) -> None:
        """Ends an intention: keeps the reason with what it moved; raises ReasonNeeded when there is none."""
        moves: list[_Move] = session.info.pop(_MOVES, [])
        if not moves:
            return
        if not reason.strip():
            raise ReasonNeeded(gathered(effect for move in moves for effect in move.effects))
        for move in moves:
            effects = json.dumps([asdict(effect) for effect in move.effects], ensure_ascii=False)
            session.add(
                Correction(
                    submission_id=move.number, kind=move.kind, record=move.record, at=at, by=by,
                    reason=reason.strip(), effects=effects,
                )
            )  # fmt: skip
        session.flush()

    def _given_by(self, session: Session, record: Record, values: Values) -> Before | None:
        standing, known = self._standing(session), _catalogue(session)
        if not _may_count(known, record, values, standing):
            return None
        return _given(session, known, standing, record, values)

    def _standing(self, session: Session) -> tuple[Sending, ...]:
        found: tuple[Sending, ...] | None = session.info.get(_STANDING)
        if found is None:
            found = tuple(each for each in sendings(session) if each.stands)
            session.info[_STANDING] = found
        return found


def _catalogue(session: Session) -> FigureSet:
    """The figures there are; who makes some does nothing else in his session."""
    found: FigureSet | None = session.info.get(_KNOWN)
    if found is None:
        found = session.info[_KNOWN] = catalogue_of(session)
    return found


def _names(session: Session) -> frozenset[str]:
    found: frozenset[str] | None = session.info.get(_NAMES)
    if found is None:
        found = session.info[_NAMES] = names_read(_catalogue(session).values())
    return found


def _given(
    session: Session, known: FigureSet, standing: Sequence[Sending], record: Record, values: Values
) -> Before:
    """What a record gives now; sources that its values have no row of are not asked."""
    own = [
        figure
        for figure in known.values()
        if not figure.combined
        and record.key in (figure.source.split(".")[0], ADJUSTMENT)
        and _has_rows(figure.source, record, values)
    ]
    ids = {record.key: [record.id]}
    flows = [figure for figure in own if not is_snapshot(figure)]
    shots = [figure for figure in own if is_snapshot(figure)]
    periods = {(each.number, False): period_of(each) for each in standing}
    to_date = {(each.number, True): to_date_of(each) for each in standing}
    at_ends = _at_ends(session, periods | to_date, values, shots, ids)
    # A stock is the same whenever its days began.
    running = {figure.key for figure in shots if figure.nature != "stock"}
    return Before(
        given(session, flows, _all_of(standing), ids),
        {number: at_ends.get((number, False), Amounts()) for number, _ in periods},
        {
            number: Amounts({g: n for g, n in at_ends.get((number, True), {}).items() if g.figure in running})
            for number, _ in to_date
        },
    )


def _has_rows(source: str, record: Record, values: Values) -> bool:
    """Whether there is anything on the first step from a record to the rows of a source."""
    kind, _, path = source.partition(".")
    return kind != record.key or not path or bool(values.get(path.split(".")[0], True))


def _at_ends(
    session: Session, periods: Mapping[_End, Period], values: Values, shots: Sequence[Figure], ids: Ids
) -> dict[_End, Amounts]:
    """What a record gives to figures that are judged as of the end of each period."""
    found: dict[_End, Amounts] = {}
    for alike in _alike(periods, values, shots) if shots else ():
        given_then = given(session, shots, periods[alike[0]], ids)
        found |= dict.fromkeys(alike, given_then)
    return found


def _alike(
    periods: Mapping[_End, Period], values: Values, shots: Iterable[Figure]
) -> Iterable[Sequence[_End]]:
    """Those between whose bounds no day of the record lies: what it gives to them is the same."""
    if not all(_dated_by_own(figure) for figure in shots):
        return [[end] for end in periods]
    days = sorted({day for own in _days(values) for day in (stored(own), stored(own).replace("-00", "-31"))})
    found: dict[tuple[int, ...], list[_End]] = {}
    for end, period in periods.items():
        bounds = (period.after, period.through)
        key = tuple(place(days, bound) for bound in bounds for place in (bisect_left, bisect_right))
        found.setdefault(key, []).append(end)
    return found.values()


def _dated_by_own(figure: Figure) -> bool:
    """Whether all its days are the record's or its rows', not those of something it refers to."""
    names = (figure.dated_by, figure.until, *(where.field for where in figure.where))
    return all("." not in name.removeprefix("root.") for name in names)


def _told(known: FigureSet, sending: Sending, moved: Amounts) -> Amounts:
    """What moved of figures that a submission told, by the rule they have now."""
    told = {key for key in {given.figure for given in moved} if sending.knows(known[key])}
    return Amounts({given: amount for given, amount in moved.items() if given.figure in told})


def _minus(now: Mapping[Given, int] | None, before: Mapping[Given, int] | None) -> Amounts:
    found = Amounts(now or {})
    found.subtract(before or {})
    return found


def _all_of(standing: Iterable[Sending]) -> Period:
    """The days from the earliest running total to the last day that was reported."""
    first_day = min(each.since for each in standing)
    return window_of(first_day, max(each.ends for each in standing))


def _may_count(known: FigureSet, record: Record, values: Values, standing: Iterable[Sending]) -> bool:
    """Whether any day that dates the record or a row of it is not after all that was reported."""
    if record.key == ADJUSTMENT:
        keys = {record.kind.day}
    else:
        own = [f for f in known.values() if f.source.split(".")[0] == record.key]
        keys = {figure.dated_by.removeprefix("root.") for figure in own}
    newest = max(each.ends for each in standing)
    return any(first(day) <= newest for day in _days(values, keys))


def _days(values: Mapping[str, Any], keys: Collection[str] | None = None) -> Iterator[Day]:
    """The days of the named fields (or of all), on the record and on its rows."""
    for key, value in values.items():
        if (keys is None or key in keys) and isinstance(value, date | Month):
            yield value
        for each in value if isinstance(value, list | tuple) else [value]:
            if isinstance(each, Mapping):
                yield from _days(each, keys)
