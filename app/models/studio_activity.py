"""StudioActivity: what a member studio does, and whom it receives."""

from __future__ import annotations

from typing import Any

from app.models.activity import Activity
from app.models.base import Row
from app.models.context import Context
from app.models.fields import Values, children, computed, field, reference, special
from app.models.kinds import Kind
from app.models.meeting import rows
from app.models.personal import Phone, VisitorName
from app.models.values import Choice, Count, DayValue, Flag, LongText, Text
from app.models.visit import masses


class StudioActivity(Activity):
    """工作室活动 (domain.md §2.6), with the people received on a reception day."""

    kind = Kind(
        "工作室活动",
        code="HD",
        measure="次",
        page="studio",
        title="topic",
        day="happened_on",
        documents=("studio_form", "sign_in_sheet", "information_draft"),
        same_if=("happened_on", "topic", "studio"),
        groups=("基本情况", "参加人员", "活动内容", "接待登记", "备注和附件"),
        optional=("接待登记", "备注和附件"),
        short="活动",
    )

    topic: Any = field("活动主题", Text(60), rank=10, needed="save", listed=True, searched=True, wide=True)
    studio: Any = reference("工作室", "studio", rank=12, needed="save", listed=True, searched=True)
    activity_type: Any = field(
        "活动类型", Choice("studio_activity_type"), rank=13, needed="count", listed=True, short="类型"
    )
    convener: Any = field("召集人", Text(40), rank=40)
    recorder: Any = field("记录人", Text(40), rank=41, needed="document")

    members: Any = special(
        "参加委员", "members", rank=10, group="参加人员", listed=True, needed="count", short="委员名单"
    )
    people_served: Any = computed(
        "群众参加人次",
        Count("人次"),
        masses,
        rank=35,
        group="参加人员",
        typed_over=True,
        listed=True,
        doubt_over=500,
        short="参加群众",
    )

    summary: Any = field("活动内容", LongText(4000), group="活动内容", needed="document")
    opinion_count: Any = computed(
        "收集意见条数",
        Count("条"),
        rows("receptions"),
        group="活动内容",
        typed_over=True,
        listed=True,
        doubt_over=200,
        short="意见",
    )
    outcome: Any = field("活动成效", LongText(2000), group="活动内容", folded=True)
    opinion_infos: Any = field("形成社情民意", Count("篇"), group="活动内容", folded=True)
    proposals: Any = field("形成提案", Count("件"), group="活动内容", folded=True)
    receptions: Any = children("来访", "Reception", group="接待登记", folded=True)

    @classmethod
    def fill(cls, values: Values, context: Context) -> None:
        studio = values.get("studio")
        if studio and values.get("township") is None:
            values["township"] = context.value_of("studio", studio.uuid, "township")


class Reception(Row, parent="studio_activity"):
    """One visitor on a reception day; name and phone stay out of every export (domain.md §0)."""

    visitor: Any = field("来访人", VisitorName(), hint="可以不填")
    phone: Any = field("电话", Phone(citizens=True))
    matter: Any = field("反映事项", LongText(1000), needed="save")
    sort: Any = field("类别", Choice("matter_kind"))
    answered: Any = field("当场答复", Flag())
    handed_to: Any = field("转办单位", Text(40))
    deadline: Any = field("期限", DayValue(ahead=True))
    closed_on: Any = field("办结日期", DayValue())
    result: Any = field("结果", Text(200))
    told_on: Any = field("反馈日期", DayValue())
