"""LivelihoodDeed: a good deed for people's livelihood, from promise to return visit."""

from __future__ import annotations

from typing import Any

from app.errors import Problem
from app.models import days
from app.models.base import Record
from app.models.context import Context
from app.models.fields import Values, When, field, reference
from app.models.kinds import Kind
from app.models.values import Choice, Count, DayValue, Flag, LongText, Money, Text

DONE = ("closed", "revisited")


class LivelihoodDeed(Record):
    """为民办实事 (domain.md §2.4)."""

    kind = Kind(
        "办实事",
        code="BSS",
        measure="件",
        page="visit",
        title="name",
        day="happened_on",
        same_if=("name",),
        groups=("基本情况", "办理情况", "备注和附件"),
        short="实事",
    )

    name: Any = field("事项名称", Text(60), rank=10, needed="save", listed=True, searched=True, wide=True)
    happened_on: Any = field("登记日期", DayValue(), rank=20, needed="save", listed=True)
    category: Any = field("类别", Choice("deed_category"), needed="count", listed=True)
    source: Any = field("来源", Choice("deed_source"), listed=True)
    meeting: Any = reference("来自协商", "meeting", aliases=("来自会议",), folded=True)
    visit: Any = reference("来自走访", "visit", folded=True)
    activity: Any = reference("来自活动", "studio_activity", folded=True)
    studio: Any = reference("工作室", "studio", folded=True)
    township: Any = reference("乡镇（街道）", "township", listed=True, short="乡镇")
    member: Any = reference("责任委员", "membership")
    leader: Any = field("领办领导", Text(40), folded=True)
    led_project: Any = field("领办民生项目", Flag(), folded=True)
    people: Any = field("受益人数", Count("人"), listed=True, doubt_over=20000)
    households: Any = field("受益户数", Count("户"), folded=True)
    department: Any = field("责任部门", Text(40), group="办理情况")
    amount: Any = field("投入金额", Money(), group="办理情况", hint="元")
    deadline: Any = field("承诺时限", DayValue(ahead=True), group="办理情况")
    state: Any = field(
        "进度", Choice("deed_state"), group="办理情况", needed="count", listed=True, default="registered"
    )
    closed_on: Any = field(
        "办结日期",
        DayValue(),
        group="办理情况",
        listed=True,
        needed_when=When(lambda v: v.get("state") in DONE, "已办结的要填办结日期"),
    )
    revisited_on: Any = field("回访日期", DayValue(), group="办理情况", folded=True)
    satisfaction: Any = field("满意度", Choice("satisfaction"), group="办理情况", folded=True)
    content: Any = field("办理情况", LongText(2000), group="办理情况", folded=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        found = []
        day, closed = values.get("happened_on"), values.get("closed_on")
        if closed and values.get("state") not in DONE:
            text = "填了办结日期，请把进度改成已办结，或去掉日期"
            found.append(Problem(("state",), "进度", text))
        if closed and day and days.last(closed) < days.first(day):
            text = f"{days.iso(closed)} 早于登记的 {days.iso(day)}，请改对其中一个"
            found.append(Problem(("closed_on",), "办结日期", text))
        if day and days.first(day) > context.today:
            found.append(Problem(("happened_on",), "登记日期", f"{days.iso(day)} 还没到，请改对日期"))
        return found
