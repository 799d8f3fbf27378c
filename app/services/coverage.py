"""Coverage: whether a number of an earlier period is known at all; where it is not, 0 would be a lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.models.activity import Activity
from app.models.adjustment import Adjustment
from app.models.days import stored
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.aggregates import REGISTERED
from app.services.figure_values import Value, Values

V = TypeVar("V")


class _Given(NamedTuple):
    """An adjustment's months, as stored days; the same for one month."""

    since: str
    through: str


class Coverage:
    """What records and adjustments tell of: nothing before the first record, unless opening figures do."""

    def __init__(self, known: FigureSet, since: str, given: Mapping[str, Iterable[_Given]]) -> None:
        self._known = known
        self._since = since
        self._given = {figure: tuple(each) for figure, each in given.items()}

    @classmethod
    def load(cls, session: Session, known: FigureSet) -> Coverage:
        """From the day of the first activity, and all adjustments."""
        on = type_coerce(Activity.happened_on, String)
        since = session.scalar(select(func.min(on)).where(Activity.deleted_at.is_(None)))
        given: dict[str, list[_Given]] = defaultdict(list)
        statement = select(Adjustment.figure, Adjustment.since, Adjustment.happened_on).where(
            Adjustment.deleted_at.is_(None), Adjustment.status == REGISTERED
        )
        for figure, start, day in session.execute(statement):
            given[figure].append(_Given(stored(start or day), stored(day)))
        return cls(known, since or "", given)

    def of(self, figure: str, period: Period, value: V) -> V | None:
        """The value, or None where it is not known.

        Not known is a period that ends before the first record and has no adjustment of the figure, and one
        that a sum over several months (期初数一笔) reaches into without lying in it.
        """
        if self.is_cut(figure, period):
            return None
        parts = self._known.plain_parts(self._known[figure])
        if period.through >= self._since or (value and len(parts) == 1):
            return value
        return value if all(self._is_given(part, period) for part in parts) else None

    def is_cut(self, figure: str, period: Period) -> bool:
        """Whether a sum over several months reaches into a period without lying in it."""
        parts = self._known.plain_parts(self._known[figure])
        return any(self._is_cut(part, period) for part in parts)

    def shown(self, values: Values, figure: str, span: str, period: Period) -> Value | None:
        """The total of a span, None where it is not known; what was reported then always is."""
        total = values.total(figure, span)
        return total if span in values.sent else self.of(figure, period, total)

    def marked(self, values: Values, span: str, period: Period) -> Values:
        """The same values, with the figures marked that a sum reaches into in this span."""
        if span in values.sent:
            return values
        figures = {ask.figure for ask, name in values.totals if name == span}
        cut = {(figure, span) for figure in figures if self.is_cut(figure, period)}
        return replace(values, unknown=values.unknown | cut)

    def _is_cut(self, figure: Figure, period: Period) -> bool:
        """A sum says nothing of its months, but for those that have a number of their own before its last."""
        if figure.nature == "stock":
            return False
        given = self._given.get(figure.key, ())
        own = any(each.since == each.through and _inside(each.through, period) for each in given)
        return any(
            each.since <= period.through and each.through > period.after
            and not (_inside(each.since, period) and _inside(each.through, period))
            and (_inside(each.through, period) or not own)
            for each in given
        )  # fmt: skip

    def _is_given(self, figure: Figure, period: Period) -> bool:
        return any(
            each.through <= period.through if figure.nature == "stock" else _inside(each.through, period)
            for each in self._given.get(figure.key, ())
        )


def _inside(day: str, period: Period) -> bool:
    return period.after < day <= period.through
