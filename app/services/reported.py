"""Reported: what went up before a period, and what has moved in it since (补报、更正)."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import model_of
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Calendar, Period, Span
from app.models.submission import BEFORE, LATE, PERIOD, SENT, Contribution, Submission
from app.models.system import Change
from app.services.figure_query import UNFILLED, Ask, Number, spreads
from app.services.given import (
    ADJUSTMENT,
    Amounts,
    Given,
    Ids,
    adds_over_time,
    among,
    asked_ids,
    changed_ids,
    crosses,
    given,
    in_unit,
    is_snapshot,
    scale,
    way_of,
)
from app.services.sent_numbers import SentNumbers

_LINE = (PERIOD, LATE, BEFORE)
_KEPT = tuple(getattr(Contribution, name) for name in Given._fields)


class Sending(NamedTuple):
    """What has to be known of a submission to count on from it; `declared` are its figures' digests."""

    number: int
    span: str
    period: str
    starts: date
    ends: date
    since: str
    base: int | None
    change: int
    declared: Mapping[str, str]
    stands: bool = True
    strict: bool = False

    def knows(self, figure: Figure) -> bool:
        """Whether it counted this figure by the same rule."""
        return self.declared.get(figure.key) == digest(figure)


class Reported:
    """Answers are remembered until the store changes; one is shared by all figures of an office."""

    def __init__(self) -> None:
        self._late: dict[tuple[Any, ...], Amounts] = {}
        self.sent = SentNumbers()

    def late(self, session: Session, known: FigureSet, calendar: Calendar, period: Period) -> Amounts:
        """补报更正 that a period takes in: what moved in reported periods before it, signed.

        A reported period took in what it took in; one not reported takes all since the 报送 just before it.
        """
        sent = sendings(session)
        own = active(sent, period)
        if own is not None:
            return kept(session, [own.number], (LATE,))
        base = base_of(sent, calendar, period)
        if base is None or not is_next(base, calendar, period):
            return Amounts()
        key = (base.number, period.after, last_change(session), tuple(digest(f) for f in known.own))
        if key not in self._late:
            moved = movements(session, known, sent, base)
            between = gap_of(base, period)
            if between is not None:
                moved.update(given(session, flows_of(known, base), between))
            self._late = {key: without_zeros(moved)}
        return self._late[key]


def sendings(session: Session) -> tuple[Sending, ...]:
    """All submissions in their order, returned ones among them: others may be built on those."""
    rows = session.execute(
        select(
            Submission.id, Submission.span, Submission.period, Submission.starts, Submission.ends,
            Submission.since, Submission.base_id, Submission.change, Submission.declared, Submission.state,
            Submission.strict,
        ).order_by(Submission.id)
    )  # fmt: skip
    return tuple(
        Sending(
            row.id, row.span, row.period, date.fromisoformat(row.starts), date.fromisoformat(row.ends),
            row.since, row.base_id, row.change, json.loads(row.declared), row.state == SENT,
            bool(row.strict),
        )
        for row in rows
    )  # fmt: skip


def active(sent: Iterable[Sending], period: Period) -> Sending | None:
    """The submission that stands for exactly these days."""
    for each in reversed([each for each in sent if each.stands]):
        if each.span == period.span and (each.starts, each.ends) == (period.start, period.end):
            return each
    return None


def called(sent: Sequence[Sending], period: Period) -> Sending | None:
    """The submission that stands for a period, or for one of its name with the days it had then."""
    of_name = (each for each in reversed(sent) if each.stands and each.period == period.key)
    return active(sent, period) or next(of_name, None)


def is_apart(sent: Iterable[Sending], period: Period, strict: bool) -> bool:
    """Whether 补报更正 stands beside 本期 instead of in it; a reported period stays as it was sent."""
    own = active(sent, period)
    return strict if own is None else own.strict


def overlapping(sent: Iterable[Sending], period: Period) -> Sending | None:
    """A standing submission of the same sort of period that shares some of the days, but not all."""
    for each in sent:
        if each.stands and each.span == period.span and each.starts <= period.end:
            same = (each.starts, each.ends) == (period.start, period.end)
            if each.ends >= period.start and not same:
                return each
    return None


def base_of(sent: Iterable[Sending], calendar: Calendar, period: Period) -> Sending | None:
    """The last standing submission before a period whose running total is the same."""
    since = calendar.to_date(period).after
    before = [
        each
        for each in sent
        if each.stands and each.span == period.span and each.ends < period.start and each.since == since
    ]
    return max(before, key=lambda each: (each.ends, each.number), default=None)


def is_next(base: Sending, calendar: Calendar, period: Period) -> bool:
    """Whether no whole period lies between, so that what moved since belongs to this one."""
    return period.span is not Span.FREE and base.ends >= calendar.previous(period).start


def line_of(sent: Iterable[Sending], base: Sending) -> list[int]:
    """A submission and all it was built on: the sum of their flows is what was reported."""
    by_number = {each.number: each for each in sent}
    found = [base.number]
    while (before := by_number[found[-1]].base) is not None:
        found.append(before)
    return found


def movements(session: Session, known: FigureSet, sent: Iterable[Sending], base: Sending) -> Amounts:
    """Flows up to the end of a submission as they are now, less what was reported; zeros left out."""
    flows = flows_of(known, base)
    window = window_of(base.since, base.ends)
    far = [figure for figure in flows if crosses(figure)]
    near = [figure for figure in flows if figure not in far]
    kinds = {figure.source.split(".")[0] for figure in flows} | {ADJUSTMENT}
    ids = changed_ids(kinds, base.change)
    line = line_of(sent, base)
    found = given(session, near, window, ids)
    found.subtract(kept(session, line, _LINE, [figure.key for figure in near], ids))
    if far:
        found.update(given(session, far, window))
        found.subtract(kept(session, line, _LINE, [figure.key for figure in far]))
    return without_zeros(found)


def flows_of(known: FigureSet, base: Sending) -> list[Figure]:
    """The plain flows a submission counted by the rules of today."""
    return [f for f in known.values() if not f.combined and not is_snapshot(f) and base.knows(f)]


def gap_of(base: Sending, period: Period) -> Period | None:
    """Days between a base and a period, which an office has after it moved its cut-off day."""
    start, end = base.ends + timedelta(days=1), period.start - timedelta(days=1)
    return Period(Span.FREE, start, end, end.year) if start <= end else None


def window_of(since: str, ends: date) -> Period:
    """The days from the start of a running total (`since` is the day before) to a day."""
    start = date.fromisoformat(since) + timedelta(days=1)
    return Period(Span.FREE, start, ends, ends.year)


def kept(
    session: Session, numbers: Sequence[int], parts: Collection[str], figures: Sequence[str] | None = None,
    ids: Ids | None = None,
) -> Amounts:  # fmt: skip
    """What submissions hold, added up; of some figures and some records (kind → local ids) only."""
    # `+ 0` keeps SQLite from going through whole submissions where it is asked for a few records.
    within = Contribution.submission_id if ids is None else Contribution.submission_id + 0
    statement = select(*_KEPT, func.sum(Contribution.amount)).where(
        within.in_(numbers), Contribution.part.in_(parts)
    )
    if figures is not None and ids is None:
        statement = statement.where(Contribution.figure.in_(figures))
    statement = statement.group_by(*_KEPT).having(func.sum(Contribution.amount) != 0)
    found = Amounts()
    for kind, only in {"": None}.items() if ids is None else ids.items():
        narrowed = statement
        if only is not None:
            local = among(Contribution.record_id, model_of(kind), way_of(only))
            narrowed = statement.where(Contribution.kind == kind, local)
        for *key, amount in session.connection().execute(narrowed, asked_ids(only)):
            # Of a few records all figures are read: by record they are found sooner than by figure.
            if figures is None or key[0] in figures:
                found[Given(*key)] += amount
    return found


def without_zeros(amounts: Amounts) -> Amounts:
    return Amounts({key: amount for key, amount in amounts.items() if amount})


def by_group(
    amounts: Amounts, plain: Mapping[Ask, Figure], by: str | None, known: FigureSet
) -> dict[Ask, dict[Any, Number]]:
    """Sums of flows that add over time, by raw group value (None → all without `by`)."""
    by_figure: dict[str, list[tuple[Given, int]]] = defaultdict(list)
    for key, amount in amounts.items():
        by_figure[key.figure].append((key, amount))
    found: dict[Ask, dict[Any, Number]] = {}
    for ask, figure in plain.items():
        if not adds_over_time(figure, known) or figure.key not in by_figure:
            continue
        spread, unit = by is not None and spreads(figure, by), scale(figure)
        cell: dict[Any, Number] = {}
        for key, amount in by_figure[figure.key]:
            if key.spread == spread and all(getattr(key, name) == value for name, value in ask.only):
                group = None if by is None else getattr(key, by)
                group = UNFILLED if by is not None and group is None else group
                cell[group] = cell.get(group, 0) + in_unit(amount, unit)
        found[ask] = cell
    return found


def digest(figure: Figure) -> str:
    """What a figure counts, in few letters: two with the same digest may be compared and added."""
    told = (figure.source, figure.dated_by, figure.measure, figure.where, figure.nature, figure.until)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


def last_change(session: Session) -> int:
    return session.execute(select(func.max(Change.id))).scalar() or 0
