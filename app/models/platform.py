"""Platform: the rooms and sites where consultations are held."""

from __future__ import annotations

from typing import Any

from app.errors import Level, Problem
from app.models import days
from app.models.base import Record
from app.models.context import Context
from app.models.fields import Values, When, field, reference
from app.models.kinds import Kind
from app.models.values import Choice, DayValue, Flag, Text


class Platform(Record):
    """协商平台、示范点 (domain.md §2.13)."""

    kind = Kind(
        "协商平台",
        code="PT",
        measure="个",
        page="meeting",
        title="name",
        same_if=("name",),
        groups=("基本情况", "示范点", "备注和附件"),
        optional=("示范点",),
        short="平台",
    )

    name: Any = field("名称", Text(40), needed="save", listed=True, searched=True)
    level: Any = field("层级", Choice("level"), needed="count", listed=True)
    setting: Any = field("固定或流动", Choice("meeting_setting"), folded=True)
    township: Any = reference("乡镇（街道）", "township", listed=True, short="乡镇")
    village: Any = reference("村（社区）", "village", listed=True, narrowed_by="township", short="村")
    address: Any = field("地址", Text(80))
    opened_on: Any = field("建立日期", DayValue(), needed="count", listed=True)
    closed_on: Any = field("停用日期", DayValue(), folded=True)
    person: Any = field("负责人", Text(20), listed=True)
    premises: Any = field("依托场所", Text(40), folded=True)
    demo: Any = field("是示范点", Flag(), group="示范点", listed=True)
    demo_level: Any = field("示范级别", Choice("demo_level"), group="示范点")
    named_on: Any = field(
        "命名日期",
        DayValue(),
        group="示范点",
        needed_when=When(lambda v: bool(v.get("demo")), "示范点要填命名日期"),
    )
    document_no: Any = field("命名文号", Text(40), group="示范点", folded=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        found = []
        opened, closed = values.get("opened_on"), values.get("closed_on")
        if opened and closed and days.last(closed) < days.first(opened):
            text = f"早于建立的 {days.iso(opened)}，请改对其中一个"
            found.append(Problem(("closed_on",), "停用日期", text, Level.SAVE))
        return found
