"""GoingUp: the main figures of a period as they go up, or as they went, against the period before."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.periods import Period
from app.services.figure_query import Number
from app.services.figure_values import Values, undivided
from app.services.figures import Figures
from app.services.report_sheets import MAIN
from app.services.spans import Spans
from app.services.submissions import Submissions

_PREVIOUS, _LAST_YEAR = "previous", "last_year"


@dataclass(frozen=True, slots=True)
class GoingFigure:
    """本期 with the 补报更正 in it, 上期, 累计, 上年同期; None is not known."""

    key: str
    label: str
    unit: str
    rule: str
    current: Number
    late: Number
    previous: Number | None
    to_date: Number
    last_year: Number | None

    @property
    def change(self) -> Number | None:
        return None if self.previous is None else self.current - self.previous


@dataclass(frozen=True, slots=True)
class GoingUp:
    """`kept` is how many figures a 报送 keeps in all; `before` is the 报送 that 上期 was told by, if any."""

    lines: tuple[GoingFigure, ...]
    kept: int
    before: int | None


def going_up(figures: Figures, submissions: Submissions, period: Period, number: int | None) -> GoingUp:
    """The office's main figures and its own: as they are now, or as 报送 `number` told them."""
    spans = figures.spans(period) | {_PREVIOUS: figures.calendar.previous(period)}
    with figures.reading():
        known = figures.catalogue
        keys = [key for key in MAIN if key in known] + [each.key for each in known.own if not each.combined]
        now = figures.evaluate(keys, spans if number is None else Spans({_PREVIOUS: spans[_PREVIOUS]}))
        told = now if number is None else submissions.figures(number)
        names = {} if number is None else submissions.labels(number)
        coverage = figures.coverage()

    def known_at(values: Values, key: str, span: str) -> Number | None:
        return undivided(coverage.shown(values, key, span, spans[span]))

    lines = [
        GoingFigure(
            key, *names.get(key, (known[key].label, known[key].unit)), known[key].rule,
            _plain(told, key, "current"), _plain(told, key, "late"), known_at(now, key, _PREVIOUS),
            _plain(told, key, "ytd"), known_at(told, key, _LAST_YEAR),
        )
        for key in keys
        if number is None or key in names
    ]  # fmt: skip
    return GoingUp(tuple(lines), len(names) or len(known), now.sent.get(_PREVIOUS))


def _plain(values: Values, key: str, span: str) -> Number:
    return undivided(values.total(key, span))  # ratios are left out
