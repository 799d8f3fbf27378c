"""TopicPlan: the topics a year's consultations are planned on."""

from __future__ import annotations

from typing import Any

from app.models.base import Record
from app.models.fields import field, reference
from app.models.kinds import Kind
from app.models.values import Choice, DayValue, LongText, Text, Year


class TopicPlan(Record):
    """协商议题计划 (domain.md §2.1)."""

    kind = Kind(
        "议题计划",
        code="YT",
        measure="个",
        page="meeting",
        title="name",
        day="approved_on",
        same_if=("name", "year"),
        groups=("基本情况", "审批", "备注和附件"),
        optional=("审批",),
        short="议题",
    )

    year: Any = field("年度", Year(), needed="save", listed=True)
    name: Any = field("议题名称", Text(60), needed="save", listed=True, searched=True, rank=10, wide=True)
    brand: Any = field("协商品牌", Choice("brand"), listed=True, default="grassroots", short="品牌")
    focus: Any = field("五项重点", Choice("focus"), listed=True)
    source: Any = field("议题来源", Choice("topic_source"), listed=True)
    level: Any = field("协商层级", Choice("level"), listed=True)
    township: Any = reference("乡镇（街道）", "township", listed=True, short="乡镇")
    village: Any = reference("村（社区）", "village", narrowed_by="township", folded=True)
    leader: Any = field("牵头领导", Text(40))
    committee: Any = field("牵头委室", Choice("committee"))
    member: Any = reference("责任委员", "membership", folded=True)
    planned_on: Any = field("计划时间", DayValue(ahead=True), listed=True)
    state: Any = field(
        "状态", Choice("topic_state"), needed="count", listed=True, default="approved", short="进度"
    )
    approved_on: Any = field("审定日期", DayValue(), group="审批", needed="count")
    document_no: Any = field("审批文号", Text(40), group="审批", folded=True)
    reason: Any = field("选题理由", LongText(2000), group="审批", folded=True)
