"""数据核对: what must agree in a period, asked of the same declarations as the tables (domain.md §5.5)."""

from __future__ import annotations

from dataclasses import dataclass

from app.exporters.tables import Check
from app.models.periods import Period
from app.services.figure_query import Ask, Number, is_additive
from app.services.figure_values import Pair, Values
from app.services.figures import Figures

FOCUS = ("law", "customs", "green", "poverty", "prosperity")


@dataclass(frozen=True, slots=True)
class _Rule:
    """left must be equal to (＝) or not more than (≤) right."""

    name: str
    left_name: str
    left: tuple[Ask, ...]
    right_name: str
    right: tuple[Ask, ...]
    relation: str = "＝"
    note: str = ""


def _asks(*figures: str) -> tuple[Ask, ...]:
    return tuple(Ask(figure) for figure in figures)


RULES: tuple[_Rule, ...] = (
    _Rule(
        "五项重点", "五项重点场次相加", tuple(Ask("courtyard_meetings", (("focus", key),)) for key in FOCUS),
        "院坝协商场次", _asks("courtyard_meetings"), note="院坝协商要选五项重点中的一项",
    ),
    _Rule("办结不多于应办", "应办中已办结", _asks("tasks_due_closed"), "应办事项", _asks("tasks_due"), "≤"),
    _Rule("采纳不多于提出", "采纳意见", _asks("suggestions_adopted"), "意见建议", _asks("suggestions"), "≤"),
    _Rule("应办不多于共识", "应办事项", _asks("tasks_due"), "达成共识", _asks("consensus"), "≤"),
    _Rule("入室不多于在任", "入室委员", _asks("studio_members"), "委员总数", _asks("members_total"), "≤"),
    _Rule(
        "委员不多于合计", "委员参加协商", _asks("member_attendance"),
        "参加协商人次", _asks("attendance_total"), "≤",
    ),
    _Rule("现场解答不多于收集", "现场解答", _asks("demands_answered"), "收集意见", _asks("demands"), "≤"),
)  # fmt: skip
_GROUPED = ("meetings", "attendance_total", "consensus", "visits", "people_served", "studio_activities")
_TO_DATE = ("meetings", "attendance_total", "visits", "people_served", "studio_activities", "deeds")


def checks(figures: Figures, period: Period) -> list[Check]:
    """Every check of the period with both its sides; `holds` tells whether it agrees."""
    spans = figures.spans(period)
    asks = {ask for rule in RULES for ask in (*rule.left, *rule.right)}
    asks |= {Ask(key) for key in (*_GROUPED, *_TO_DATE)}
    values = figures.evaluate(sorted(asks, key=repr), spans)
    found = [_checked(rule, values) for rule in RULES]
    found += _townships(figures, period)
    found += _to_date(figures, period)
    return found


def _checked(rule: _Rule, values: Values) -> Check:
    left, right = _sum(values, rule.left), _sum(values, rule.right)
    holds = left == right if rule.relation == "＝" else left <= right
    return Check(
        rule.name, rule.left_name, left, rule.right_name, right, left - right, holds, rule.note, rule.relation
    )


def _sum(values: Values, asks: tuple[Ask, ...]) -> Number:
    return sum(value for ask in asks if not isinstance(value := values.total(ask, "current"), Pair))


def _townships(figures: Figures, period: Period) -> list[Check]:
    """The rows of the township table against the figure itself."""
    known = figures.catalogue
    keys = [key for key in _GROUPED if is_additive(known[key], "township", known)]
    values = figures.evaluate(keys, {"current": period}, "township")
    found = []
    for key in keys:
        total, figure = values.total(key, "current"), known[key]
        parts = sum(p for g in values.groups if not isinstance(p := values.part(key, "current", g.key), Pair))
        assert not isinstance(total, Pair)
        found.append(
            Check(
                f"{figure.label}分乡镇",
                "各乡镇相加",
                parts,
                f"{figure.label}合计",
                total,
                parts - total,
                parts == total,
            )
        )
    return found


def _to_date(figures: Figures, period: Period) -> list[Check]:
    """累计 = 上期累计 + 本期, for periods of the calendar."""
    calendar = figures.calendar
    before = calendar.previous(period)
    spans = figures.spans(period)
    if spans["ytd"].start >= period.start or calendar.to_date(before).start != spans["ytd"].start:
        return []
    spans = {"current": period, "ytd": spans["ytd"], "before": calendar.to_date(before)}
    values = figures.evaluate(_TO_DATE, spans)
    known = figures.catalogue
    found = []
    for key in _TO_DATE:
        current, ytd, earlier = (values.total(key, name) for name in ("current", "ytd", "before"))
        assert not isinstance(current, Pair)
        assert not isinstance(ytd, Pair)
        assert not isinstance(earlier, Pair)
        left = earlier + current
        name = known[key].label
        found.append(Check(f"{name}累计", "上期累计加本期", left, "本年累计", ytd, left - ytd, left == ytd))
    return found
