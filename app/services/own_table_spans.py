"""The stretches of time an ad-hoc table of figures may put side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.models.periods import Period
from app.services.figures import Figures
from app.services.spans import CURRENT, LATE, OCCURRED, Spans

YTD, LAST_YEAR, PREVIOUS = "ytd", "last_year", "previous"
CHANGE, CHANGE_ON_YEAR = "change", "change_on_year"

SPANS: Mapping[str, str] = {
    CURRENT: "本期",
    PREVIOUS: "上期",
    CHANGE: "比上期",
    LAST_YEAR: "上年同期",
    CHANGE_ON_YEAR: "比上年同期",
    YTD: "累计",
    OCCURRED: "发生数",
    LATE: "补报更正",
}
"""Key → words, in the order of the columns on offer."""
COMPARED = {CHANGE: (CURRENT, PREVIOUS), CHANGE_ON_YEAR: (CURRENT, LAST_YEAR)}
"""Columns that are the difference of two others."""
BESIDE = (OCCURRED, LATE)
"""What comes along with 本期; month by month there is no such thing."""


def offered(by: str) -> dict[str, str]:
    """The spans a table by this grouping may have, with their words."""
    return {key: words for key, words in SPANS.items() if by != "month" or key not in BESIDE}


def asked(figures: Figures, period: Period, spans: Sequence[str]) -> Spans:
    """The periods to ask for: those of the spans and of what they compare, 本期 always."""
    known = figures.spans(period) | {PREVIOUS: figures.calendar.previous(period)}
    wanted = {CURRENT} | {part for span in spans for part in COMPARED.get(span, (span,))}
    return Spans({key: known[key] for key in known if key in wanted})
