"""Activity: what meetings, visits and studio activities share, and who took part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.errors import Level, Problem
from app.models import days
from app.models.base import Base, Record
from app.models.context import Context
from app.models.fields import Values, computed, field, reference, special
from app.models.values import Choice, Count, DayValue, Text

PRESENT = "present"
UNNAMED = "unnamed_"  # head-count roles that are members not named one by one begin so


def named_members(values: Mapping[str, Any]) -> int:
    return sum(1 for entry in values.get("members") or () if entry["status"] == PRESENT)


def unnamed_members(values: Mapping[str, Any]) -> int:
    return sum(n for role, n in (values.get("people") or {}).items() if role.startswith(UNNAMED))


def member_attendance(values: Mapping[str, Any]) -> int:
    """委员人次: named and present, plus those not named (domain.md §0)."""
    return named_members(values) + unnamed_members(values)


def others(values: Mapping[str, Any], *roles: str) -> int:
    people = values.get("people") or {}
    return sum(people.get(role) or 0 for role in roles)


def head_counts(values: Mapping[str, Any]) -> int:
    """All who were there without being named."""
    return sum(n or 0 for n in (values.get("people") or {}).values())


def everybody(values: Mapping[str, Any]) -> int:
    return named_members(values) + head_counts(values)


class Activity(Record):
    """Something that happened on a day in a place, with people."""

    __tablename__ = "activity"
    type: Mapped[str] = mapped_column(String(40), sort_order=-8)
    __mapper_args__ = {"polymorphic_on": "type"}
    __table_args__ = (Index("ix_activity_list", "type", "deleted_at", "happened_on"),)

    happened_on: Mapped[Any] = field(
        "日期", DayValue(), rank=20, needed="save", listed=True, hint="20261012、10.12 或 12"
    )
    ended_on: Mapped[Any] = field("结束日期", DayValue(), rank=24, folded=True, hint="只一天的不用填")
    level: Mapped[str | None] = field("层级", Choice("level"), rank=26, folded=True)
    township: Mapped[Any] = reference("乡镇（街道）", "township", rank=30, listed=True, short="乡镇")
    village: Mapped[Any] = reference(
        "村（社区）", "village", rank=31, listed=True, narrowed_by="township", short="村"
    )
    place: Mapped[str | None] = field("地点", Text(80), rank=25, searched=True, needed="document")
    committee: Mapped[str | None] = field("主办专委会", Choice("committee"), rank=60, folded=True)
    counting_unit: Mapped[Any] = reference("计数单位", "unit", rank=61, folded=True, hint="不填算本单位")
    joint_units: Mapped[str | None] = field("联合单位", Text(200), rank=62, folded=True)

    members: Any = special("参加委员", "members", rank=10, group="参加人员", listed=True, short="委员名单")
    people: Any = special("其他人员", "people", rank=20, group="参加人员")
    member_count: Mapped[int | None] = computed(
        "委员人次", Count("人次"), member_attendance, rank=30, group="参加人员", listed=True, short="委员"
    )
    mass_count: Mapped[int | None] = computed(
        "群众人次", Count("人次"), lambda v: others(v, "masses"), rank=31, group="参加人员", short="群众"
    )
    cadre_count: Mapped[int | None] = computed(
        "干部人次",
        Count("人次"),
        lambda v: others(v, "leaders", "departments", "cadres"),
        rank=32,
        group="参加人员",
        short="干部",
    )
    headcount: Mapped[int | None] = computed(
        "合计人数",
        Count("人次"),
        everybody,
        rank=33,
        group="参加人员",
        typed_over=True,
        listed=True,
        short="合计",
        folded=True,
        hint="不填就按各类相加",
    )

    attendance: Mapped[list[Attendance]] = relationship(
        "Attendance", cascade="all, delete-orphan", order_by="Attendance.position", lazy="raise"
    )
    head_counts: Mapped[list[HeadCount]] = relationship(
        "HeadCount", cascade="all, delete-orphan", order_by="HeadCount.role", lazy="raise"
    )

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        return [
            *_day_problems(values, context),
            *_member_problems(values, context),
            *_head_count_problems(values, context),
            *_place_problems(values),
        ]


class Attendance(Base):
    """One member at one activity; sector, township and studio are those of that day and never change."""

    __tablename__ = "attendance"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(32), unique=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str] = mapped_column(String(40), default="member")
    status: Mapped[str] = mapped_column(String(20), default=PRESENT)
    sector: Mapped[str | None] = mapped_column(String(40))
    township_id: Mapped[int | None] = mapped_column(ForeignKey("township.id"))
    studio_id: Mapped[int | None] = mapped_column(ForeignKey("studio.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)


class HeadCount(Base):
    """How many of one role were there without being named."""

    __tablename__ = "head_count"
    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    role: Mapped[str] = mapped_column(String(40))
    number: Mapped[int] = mapped_column(Integer)


def _day_problems(values: Values, context: Context) -> list[Problem]:
    start, end = values.get("happened_on"), values.get("ended_on")
    found = []
    if start and end and days.last(end) < days.first(start):
        found.append(Problem(("ended_on",), "结束日期", f"早于开始的 {days.iso(start)}，请改对其中一个"))
    if start and days.first(start) > context.today:
        text = f"{days.iso(start)} 还没到，先存成草稿（计划），办完再登记；日期打错了就改"
        found.append(Problem(("happened_on",), "日期", text))
    return found


def _member_problems(values: Values, context: Context) -> list[Problem]:
    found, seen = [], set()
    day = values.get("happened_on")
    for index, entry in enumerate(values.get("members") or ()):
        ref = entry["member"]
        facts = context.member(ref.uuid)
        name = facts.name if facts else ref.label
        who = facts.person if facts else ref.uuid
        if who in seen:
            text = f"{name}点了两次名，请去掉一个"
            found.append(Problem(("members", index), "参加委员", text, Level.SAVE))
        seen.add(who)
        if facts and day and not _in_office(facts.start, facts.end, day):
            text = f"{name}在 {days.iso(day)} 不在任（{facts.term}），请换成当时任职的那一条，或核对日期"
            found.append(Problem(("members", index), "参加委员", text))
    return found


def _in_office(start: days.Day | None, end: days.Day | None, day: days.Day) -> bool:
    began = start is None or days.first(start) <= days.last(day)
    return began and (end is None or days.first(day) <= days.last(end))


def _head_count_problems(values: Values, context: Context) -> list[Problem]:
    typed = values.get("headcount")
    total = everybody(values)
    if typed is not None and typed != total:
        text = f"填了 {typed} 人次，各类相加是 {total}：请改合计，或补上差的 {abs(typed - total)} 人"
        return [Problem(("headcount",), "合计人数", text)]
    return []


def _place_problems(values: Values) -> list[Problem]:
    if values.get("township") is None and values.get("level") != "county":
        text = "没填，统计时会算进“未填”一行；县里自己办的，请在“完整填写”里把层级选成县级"
        return [Problem(("township",), "乡镇（街道）", text, Level.DOUBT)]
    return []
