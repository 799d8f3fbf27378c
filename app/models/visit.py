"""Visit: members going to the grassroots to see the people they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.errors import Problem
from app.models import days
from app.models.activity import Activity, member_attendance, others
from app.models.base import Row
from app.models.context import Context
from app.models.fields import Values, children, computed, field, special
from app.models.kinds import Kind
from app.models.values import Choice, Count, DayValue, Flag, LongText, Many, Money, Text


def outreach(values: Mapping[str, Any]) -> int:
    """深入基层人次: members and office people together (domain.md §2.3)."""
    return member_attendance(values) + others(values, "leaders", "departments", "cadres", "office")


def masses(values: Mapping[str, Any]) -> int | None:
    """服务群众人次 from the head-counts, until typed."""
    return others(values, "masses") or None


class Visit(Activity):
    """委员走访 (domain.md §2.3)."""

    kind = Kind(
        "委员走访",
        code="ZF",
        measure="次",
        page="visit",
        title="name",
        day="happened_on",
        documents=("visit_record", "sign_in_sheet", "information_draft"),
        same_if=("happened_on", "name"),
        groups=("基本情况", "参加人员", "走访内容", "反映问题", "成效", "备注和附件"),
        optional=("反映问题", "备注和附件"),
        short="走访",
    )

    name: Any = field("活动名称", Text(60), rank=10, needed="save", listed=True, searched=True, wide=True)
    campaign: Any = field("专项行动", Choice("campaign"), rank=40, listed=True)
    host: Any = field(
        "走访单位", Text(60), rank=33, listed=True, searched=True, hint="走访的村组、企业、学校、农户"
    )
    linked_kind: Any = field("单位类型", Choice("linked_unit_kind"), rank=34)
    ways: Any = field("活动方式", Many("visit_way"), rank=35, folded=True, wide=True)
    audience: Any = field("走访对象", Many("audience"), rank=36, folded=True, wide=True)
    recorder: Any = field("记录人", Text(40), rank=41, needed="document")

    members: Any = special(
        "参加委员", "members", rank=10, group="参加人员", listed=True, needed="count", short="委员名单"
    )
    outreach_count: Any = computed(
        "深入基层人次",
        Count("人次"),
        outreach,
        rank=34,
        group="参加人员",
        typed_over=True,
        folded=True,
        short="深入基层",
    )

    content: Any = field("走访内容", LongText(4000), group="走访内容", needed="document")
    people_served: Any = computed(
        "服务群众人次",
        Count("人次"),
        masses,
        rank=10,
        group="成效",
        typed_over=True,
        needed="count",
        listed=True,
        doubt_over=500,
        short="服务群众",
    )
    experts: Any = field("联系专家", Count("名"), rank=20, group="成效", folded=True, doubt_over=100)
    demands: Any = field(
        "收集意见", Count("条"), rank=21, group="成效", listed=True, short="意见", doubt_over=200
    )
    answered: Any = field("现场解答", Count("条"), rank=22, group="成效", folded=True)
    donation: Any = field("捐款捐物", Money(), rank=23, group="成效", folded=True, hint="折合元")
    talks: Any = field("宣讲场次", Count("场"), rank=24, group="成效", folded=True)
    tech_talks: Any = field(
        "科技宣讲", Count("场"), rank=25, group="成效", folded=True, hint="宣讲里讲科技的"
    )
    students: Any = field("资助学生", Count("人"), rank=26, group="成效", folded=True, doubt_over=500)
    patients: Any = field("送医送药", Count("人次"), rank=26, group="成效", folded=True, doubt_over=500)
    artworks: Any = field("书画作品", Count("幅"), rank=26, group="成效", folded=True)
    purchases: Any = field("消费帮扶", Money(), rank=26, group="成效", folded=True, hint="元")
    opinion_infos: Any = field("转社情民意", Count("篇"), rank=27, group="成效", folded=True)
    proposals: Any = field("转提案", Count("件"), rank=27, group="成效", folded=True)
    outcome: Any = field("办理结果", LongText(2000), rank=30, group="成效", folded=True)

    problems_raised: Any = children("问题", "RaisedProblem", group="反映问题")

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        found = super().problems(values, context)
        demands, answered = values.get("demands"), values.get("answered")
        if answered is not None and answered > (demands or 0):
            text = f"现场解答 {answered} 条，收集的意见只有 {demands or 0} 条，请改对其中一个"
            found.append(Problem(("answered",), "现场解答", text))
        talks, tech = values.get("talks"), values.get("tech_talks")
        if tech is not None and tech > (talks or 0):
            text = f"科技宣讲 {tech} 场，宣讲场次只有 {talks or 0} 场，请改对其中一个"
            found.append(Problem(("tech_talks",), "科技宣讲", text))
        day = values.get("happened_on")
        for index, row in enumerate(values.get("problems_raised") or ()):
            closed = row.get("closed_on")
            if closed and day and days.last(closed) < days.first(day):
                text = f"第 {index + 1} 条办结 {days.iso(closed)} 早于走访 {days.iso(day)}，请改对其中一个"
                found.append(Problem(("problems_raised", index, "closed_on"), "办结日期", text))
        return found


class RaisedProblem(Row, parent="visit"):
    """One problem people raised during a visit, and what became of it."""

    text: Any = field("反映问题", LongText(1000), needed="save")
    sort: Any = field("类别", Choice("matter_kind"))
    answered: Any = field("当场答复", Flag())
    handed_to: Any = field("转办单位", Text(40))
    deadline: Any = field("期限", DayValue(ahead=True))
    closed_on: Any = field("办结日期", DayValue())
    result: Any = field("处理结果", Text(200))
    told_on: Any = field("反馈日期", DayValue())
