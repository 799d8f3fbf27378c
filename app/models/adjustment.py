"""Adjustment: a number that must differ from the records, with its reason; it counts like a record."""

from __future__ import annotations

from typing import Any

from app.errors import Problem
from app.models import days
from app.models.base import Record
from app.models.context import Context
from app.models.fields import Values, field, reference
from app.models.figure_set import SHIPPED
from app.models.kinds import Kind
from app.models.values import Choice, Count, DayValue, LongText, Text


class Adjustment(Record):
    """调整数 (domain.md §0): opening figures and hand-made corrections."""

    kind = Kind(
        "调整数",
        code="TZ",
        measure="条",
        page="reports",
        title="figure",
        day="happened_on",
        groups=("基本情况", "归入", "备注和附件"),
        optional=("归入",),
    )

    figure: Any = field("指标", Choice("figure"), needed="save", listed=True, searched=True)
    happened_on: Any = field("归入月份", DayValue(), needed="save", listed=True, hint="2026-10")
    since: Any = field(
        "从几月起", DayValue(), folded=True, listed=True, hint="几个月合成一笔的填，只是一个月的不用填"
    )
    amount: Any = field(
        "数额", Count(signed=True), needed="save", listed=True, hint="少算的填正数，多算的填负数"
    )
    use: Any = field("用途", Choice("adjustment_use"), default="manual", listed=True)
    reason: Any = field("原因", LongText(500), needed="save")
    basis: Any = field("依据", Text(80), needed="count", listed=True, hint="文号或附件名")
    made_by: Any = field("经手人", Text(20), listed=True)
    township: Any = reference("乡镇（街道）", "township", group="归入", listed=True, short="乡镇")
    studio: Any = reference("工作室", "studio", group="归入")
    sector: Any = field("界别", Choice("sector"), group="归入")
    brand: Any = field("协商品牌", Choice("brand"), group="归入")
    focus: Any = field("五项重点", Choice("focus"), group="归入")

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        since, through = values.get("since"), values.get("happened_on")
        if since is None or through is None or days.first(since) <= days.last(through):
            return []
        text = f"{days.iso(since)} 在归入月份 {days.iso(through)} 之后，请改对其中一个"
        return [Problem(("since",), "从几月起", text)]

    @classmethod
    def title_of(cls, values: Values) -> str:
        """The figure's name; of one the office made itself only its catalogue knows it."""
        key = str(values.get("figure") or "")
        return "自定指标" if key and key not in SHIPPED else SHIPPED.label(key)
