"""数据核对: asks the rules of app/models/checks.py, and that parts add up, of a period (domain.md §5.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.exporters.tables import Check
from app.models.checks import REPORTED, RULES, CheckRule, Part
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.figure_query import Ask, Number, is_additive
from app.services.figure_values import Values, undivided
from app.services.figures import Figures
from app.services.given import adds_over_time
from app.services.spans import CURRENT, LATE, OCCURRED, Spans

_TO_DATE, _BEFORE = "ytd", "before"


@dataclass(frozen=True, slots=True)
class FigureCheck(Check):
    """A check of figures; `behind` are the numbers whose records tell why it fails.

    Each opens with `figures.records(part.figure, period, part.by, part.group, part.only)`.
    """

    behind: tuple[Part, ...] = ()


def checks(figures: Figures, period: Period, sent: Values | None = None) -> list[FigureCheck]:
    """Every check of the period with both its sides; `holds` tells whether it agrees.

    sent: what was reported for the period before, when it was, for 累计 = 上期累计 + 本期.
    """
    asks = (Ask(part.figure, part.only) for rule in RULES for part in rule.parts)
    spans = _to_date_spans(figures, period)
    with figures.reading():
        known = figures.catalogue
        reported = (Ask(figure.key) for figure in _reported(known))
        values = figures.evaluate(list(dict.fromkeys((*asks, *reported))), spans)
        found = [_checked(rule, values) for rule in RULES]
        found += _parts(figures, known, period, values, "township", "分乡镇", "各乡镇相加")
        if len(figures.calendar.months_within(period)) > 1:
            found += _parts(figures, known, period, values, "month", "分月", "各月相加")
    return found + (_to_date(known, values, sent) if _BEFORE in spans else [])


def to_date_checks(figures: Figures, period: Period, sent: Values | None = None) -> list[FigureCheck]:
    """累计 = 上期累计 + 本期, for periods of the calendar; without `sent` counted from the records."""
    spans = _to_date_spans(figures, period)
    if _BEFORE not in spans:
        return []
    with figures.reading():
        known = figures.catalogue
        values = figures.evaluate([figure.key for figure in _reported(known)], spans)
    return _to_date(known, values, sent)


def _to_date_spans(figures: Figures, period: Period) -> Spans:
    """本期, 累计, and the running total of the period before where it began on the same day."""
    calendar = figures.calendar
    to_date, before = calendar.to_date(period), calendar.to_date(calendar.previous(period))
    spans = Spans({CURRENT: period, _TO_DATE: to_date})
    follows = to_date.start < period.start and before.start == to_date.start
    return spans | {_BEFORE: before} if follows else spans


def _to_date(known: FigureSet, values: Values, sent: Values | None) -> list[FigureCheck]:
    found = []
    for figure in _reported(known):
        if not adds_over_time(figure, known):
            continue
        ask = Ask(figure.key)
        told = sent if sent is not None and (ask, _TO_DATE) in sent.totals else None
        earlier = _number(told, ask, _TO_DATE) if told else _number(values, ask, _BEFORE)
        # What moved in reported periods is in the records counted for them already.
        left = earlier + _number(values, ask, CURRENT if told else OCCURRED)
        right = _number(values, ask, _TO_DATE)
        if left or right:
            name, behind = f"{figure.label}累计", (Part(figure.key),)
            late = _number(values, ask, LATE) if told and values.is_apart else 0
            check = _check(name, "上期累计加本期", left, "＝", "本期累计", right, behind=behind)
            found.append(_with_late(check, late) if late else check)
    return found


def _with_late(check: FigureCheck, late: Number) -> FigureCheck:
    """With strict dating 累计 is off by 补报更正; that is said, and is no mistake (domain.md §0)."""
    note = f"差额里有补报更正 {late}，计入累计，不计入本期"
    return replace(check, holds=check.difference == -late, note=note)


def _parts(
    figures: Figures, known: FigureSet, period: Period, whole: Values, by: str, name: str, left_name: str
) -> list[FigureCheck]:
    """The rows of a grouping against the figures themselves, counted each for itself."""
    added = [figure for figure in _reported(known) if is_additive(figure, by, known)]
    parts = figures.evaluate([figure.key for figure in added], Spans({CURRENT: period}), by)
    checked = (_part_check(figure, parts, whole, name, left_name, by) for figure in added)
    return [check for check in checked if check.left or check.right]


def _part_check(
    figure: Figure, parts: Values, whole: Values, name: str, left_name: str, by: str
) -> FigureCheck:
    ask = Ask(figure.key)
    cells: Mapping[str, object] = parts.parts[ask, CURRENT]
    left = sum(value for value in cells.values() if isinstance(value, Number))
    right = _number(whole, ask, CURRENT)
    behind = (Part(figure.key, by=by), Part(figure.key))
    return _check(f"{figure.label}{name}", left_name, left, "＝", f"{figure.label}合计", right, behind=behind)


def _reported(known: FigureSet) -> list[Figure]:
    return [*(known[key] for key in REPORTED), *known.own]


def _checked(rule: CheckRule, values: Values) -> FigureCheck:
    left, right = (sum(_number(values, Ask(part.figure, part.only), CURRENT) for part in side)
                   for side in (rule.left, rule.right))  # fmt: skip
    return _check(
        rule.name, rule.left_name, left, rule.relation, rule.right_name, right, rule.note, rule.behind
    )


def _check(
    name: str, left_name: str, left: Number, relation: str, right_name: str, right: Number,
    note: str = "", behind: tuple[Part, ...] = (),
) -> FigureCheck:  # fmt: skip
    holds = left == right if relation == "＝" else left <= right
    return FigureCheck(name, left_name, left, right_name, right, left - right, holds, note, relation, behind)


def _number(values: Values, ask: Ask, span: str) -> Number:
    return undivided(values.total(ask, span))
