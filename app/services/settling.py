"""Settling: counted numbers become reported ones: 本期 with 补报更正, earlier periods as they were sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.models.days import first, from_stored
from app.models.figure import Figure, Ratio
from app.models.figure_set import FigureSet
from app.models.periods import Calendar, Period
from app.services.figure_query import UNFILLED, Ask, Number, is_additive
from app.services.given import Amounts, adds_over_time
from app.services.reported import Reported, Sending, active, by_group, is_apart, sendings
from app.services.spans import AS_REPORTED, CURRENT, LATE, OCCURRED, Spans

OWN = {CURRENT: OCCURRED} | {name: f"{name} own" for name in AS_REPORTED}
"""Beside each settled span: what happened within its days."""

Cells = dict[tuple[Ask, str], dict[Any, Number]]


class Settling:
    """What has to be put right in one set of spans; nothing while nothing was ever reported."""

    def __init__(
        self, session: Session, reported: Reported, known: FigureSet, calendar: Calendar,
        spans: Mapping[str, Period], names: Iterable[str] = (CURRENT, *AS_REPORTED), *, strict: bool = False,
    ) -> None:  # fmt: skip
        self._session = session
        self._reported = reported
        self._known = known
        self._calendar = calendar
        self.late: dict[str, Amounts] = {}
        self.sent: dict[str, Sending] = {}
        self._replaced: set[tuple[str, str]] = set()
        sent = sendings(session) if isinstance(spans, Spans) else ()
        self.is_apart = CURRENT in spans and is_apart(sent, spans[CURRENT], strict)
        """Whether 补报更正 is not in 本期 (strict dating)."""
        for name in names if sent else ():
            if name not in spans:
                continue
            own = active(sent, spans[name]) if name in AS_REPORTED else None
            if own is not None:
                self.sent[name] = own
            elif name == CURRENT or not strict:
                amounts = reported.late(session, known, calendar, spans[name])
                self.late |= {name: amounts} if amounts else {}

    @property
    def further(self) -> tuple[str, ...]:
        """The spans this adds to those asked for."""
        names = tuple(OWN[name] for name in (*self.late, *self.sent))
        return (*names, LATE) if CURRENT in self.late else names

    def adjusted_in(self, figure: Figure, name: str, spans: Mapping[str, Period]) -> Period | None:
        """The days whose adjustments a span still lacks; None where they are in its numbers already."""
        if name == LATE or (figure.key, name) in self._replaced:
            return None
        for settled, own in OWN.items():
            if name == own:
                return spans[settled]
        return spans[name]

    def own_of(self, ask: Ask, name: str) -> str:
        """The span a figure takes its parts from: a rate that is judged as of a day is of the days alone."""
        measure = self._known[ask.figure].measure
        if not isinstance(measure, Ratio) or (name not in self.late and name not in self.sent):
            return name
        parts = (measure.numerator, measure.denominator)
        return name if all(adds_over_time(self._known[part], self._known) for part in parts) else OWN[name]

    def apply(self, cells: Cells, plain: Mapping[Ask, Figure], by: str | None) -> None:
        """Puts counted cells right in place."""
        if by == "member":
            self._apply_unfilled(cells, plain)
            return
        for name, amounts in self.late.items():
            self._keep(cells, plain, name)
            for ask, moved in by_group(amounts, plain, by, self._known).items():
                if name == CURRENT:
                    cells[ask, LATE] = moved
                    if self.is_apart:
                        continue
                cells[ask, name] = added(cells.get((ask, name), {}), moved)
        for name, sending in self.sent.items():
            self._keep(cells, plain, name)
            own, whole = (self._told(sending, plain, by, late) for late in (False, not sending.strict))
            for ask, cell in whole.items():
                cells[ask, name], cells[ask, OWN[name]] = cell, own[ask]
                self._replaced |= {(ask.figure, name), (ask.figure, OWN[name])}

    def _apply_unfilled(self, cells: Cells, plain: Mapping[Ask, Figure]) -> None:
        """By member: whose it was is kept in no submission, so that what was told else goes to 未填."""
        adding = {ask: f for ask, f in plain.items() if is_additive(f, "member", self._known)}
        for name, amounts in self.late.items():
            self._keep(cells, plain, name)
            for ask, moved in by_group(amounts, adding, None, self._known).items():
                rest = {UNFILLED: moved.get(None, 0)}
                if name == CURRENT:
                    cells[ask, LATE] = rest
                    if self.is_apart:
                        continue
                cells[ask, name] = added(cells.get((ask, name), {}), rest)
        for name, sending in self.sent.items():
            self._keep(cells, plain, name)
            told = self._told(sending, adding, None, not sending.strict)
            for ask, cell in told.items():
                counted = cells.get((ask, name), {})
                cells[ask, name] = added(counted, {UNFILLED: cell.get(None, 0) - sum(counted.values())})

    def late_by_month(self, figure: Figure) -> dict[str, Number]:
        """补报更正 in 本期 by the months it belongs to."""
        found: dict[str, Number] = {}
        if self.is_apart or not adds_over_time(figure, self._known):
            return found
        amounts = self.late.get(CURRENT, Amounts())
        for month in {month_key(self._calendar, key.day) for key in amounts}:
            own = of_month(amounts, self._calendar, month)
            plain = {Ask(part.key): part for part in self._known.plain_parts(figure)}
            moved = by_group(own, plain, None, self._known)
            total = sum(cell.get(None, 0) for cell in moved.values())
            if total:
                found[month] = total
        return found

    def _told(
        self, sending: Sending, plain: Mapping[Ask, Figure], by: str | None, late: bool
    ) -> dict[Ask, dict[Any, Number]]:
        """What a submission said of its own period; figures it did not know are left out."""
        known = {ask: figure for ask, figure in plain.items() if sending.knows(figure)}
        return self._reported.sent.of(self._session, sending.number, known, by, late=late)

    def _keep(self, cells: Cells, plain: Mapping[Ask, Figure], name: str) -> None:
        for ask in plain:
            cells[ask, OWN[name]] = dict(cells.get((ask, name), {}))


def month_key(calendar: Calendar, day: str) -> str:
    return calendar.month_of(first(from_stored(day))).key


def of_month(amounts: Amounts, calendar: Calendar, month: str) -> Amounts:
    """Those whose day counts into a month, like 2026-09."""
    return Amounts({key: n for key, n in amounts.items() if month_key(calendar, key.day) == month})


def added(cell: Mapping[Any, Number], moved: Mapping[Any, Number]) -> dict[Any, Number]:
    found = dict(cell)
    for group, amount in moved.items():
        found[group] = found.get(group, 0) + amount
    return found
