"""Studio: a member studio or station, who belongs to it since when, and its checklist."""

from __future__ import annotations

from typing import Any

from app.errors import Level, Problem
from app.models import days
from app.models.base import Record, Row
from app.models.context import Context
from app.models.fields import Values, children, computed, field, reference
from app.models.kinds import Kind
from app.models.personal import PHONE
from app.models.values import Choice, Count, DayValue, Flag, LongText, Text


def current_members(values: Any) -> int:
    return sum(1 for row in values.get("members") or () if row.get("left_on") is None)


class Studio(Record):
    """委员工作室、工作站 (domain.md §2.5); a stock figure counts it from 挂牌日期 to 停用日期."""

    kind = Kind(
        "工作室",
        code="GZS",
        measure="个",
        page="studio",
        title="name",
        same_if=("name",),
        groups=("基本情况", "入室委员", "建设标准", "备注和附件"),
        optional=("建设标准",),
    )

    name: Any = field("名称", Text(40), needed="save", listed=True, searched=True)
    sort: Any = field("类型", Choice("studio_kind"), needed="count", listed=True)
    opened_on: Any = field("挂牌日期", DayValue(), needed="count", listed=True)
    closed_on: Any = field("停用日期", DayValue(), folded=True)
    township: Any = reference("乡镇（街道）", "township", listed=True, short="乡镇")
    sector: Any = field("所属界别", Choice("sector"))
    address: Any = field("地址", Text(80), listed=True)
    phone: Any = field("联系电话", PHONE, folded=True)
    committee: Any = field("主管专委会", Choice("committee"), folded=True)
    lead: Any = reference("领衔委员", "membership", listed=True)
    theme: Any = field("特色主题", Text(100), folded=True)
    reception_rule: Any = field("接待日规则", Text(100), folded=True, hint="如 每月 10 日、20 日")
    demo_level: Any = field("示范级别", Choice("demo_level"), folded=True)
    named_on: Any = field("命名日期", DayValue(), folded=True, hint="命名为示范工作室的日期")
    state: Any = field("状态", Choice("studio_state"), default="running", folded=True)
    members: Any = children("入室委员", "StudioMember", group="入室委员")
    member_count: Any = computed("在室委员", Count("人"), current_members, group="入室委员", listed=True)
    standard: Any = field("核查标准", Choice("checklist_standard"), group="建设标准", folded=True)
    checklist: Any = children("核查项目", "ChecklistItem", group="建设标准", folded=True)
    plan: Any = field("年度计划", LongText(4000), group="建设标准", folded=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        found = []
        opened, closed = values.get("opened_on"), values.get("closed_on")
        if opened and closed and days.last(closed) < days.first(opened):
            text = f"早于挂牌的 {days.iso(opened)}，请改对其中一个"
            found.append(Problem(("closed_on",), "停用日期", text, Level.SAVE))
        if values.get("demo_level") and values.get("named_on") is None:
            text = "有示范级别没填命名日期，示范工作室里就数不到"
            found.append(Problem(("named_on",), "命名日期", text, Level.DOUBT))
        seen: set[str] = set()
        for index, row in enumerate(values.get("members") or ()):
            found += _row_problems(index, row, seen)
        return found


def _row_problems(index: int, row: Values, seen: set[str]) -> list[Problem]:
    found = []
    joined, left, member = row.get("joined_on"), row.get("left_on"), row.get("member")
    if joined and left and days.last(left) < days.first(joined):
        text = f"第 {index + 1} 行退出日期早于加入日期，请改对其中一个"
        found.append(Problem(("members", index, "left_on"), "入室委员", text, Level.SAVE))
    if member and left is None:
        if member.uuid in seen:
            text = f"{member.label}已经在名单里，请去掉第 {index + 1} 行"
            found.append(Problem(("members", index, "member"), "入室委员", text, Level.SAVE))
        seen.add(member.uuid)
    return found


class StudioMember(Row, parent="studio"):
    """One member's time in a studio (入室); joining and leaving are dated."""

    member: Any = reference("委员", "membership", needed="save")
    joined_on: Any = field("加入日期", DayValue(), needed="count")
    left_on: Any = field("退出日期", DayValue())


class ChecklistItem(Row, parent="studio"):
    """One line of the building standard (六有 and its variants, domain.md §5.3)."""

    item: Any = field("项目", Choice("checklist_item"), needed="save")
    met: Any = field("达标", Flag())
    checked_on: Any = field("检查日期", DayValue())
    note: Any = field("说明", Text(100))
