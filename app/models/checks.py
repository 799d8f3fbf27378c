"""数据核对: what must agree within a period, as data with both its sides (domain.md §5.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["＝", "≤"]


@dataclass(frozen=True, slots=True)
class Part:
    """One number of a check: a figure, perhaps of one focus only, or of one group of a grouping."""

    figure: str
    only: tuple[tuple[str, str], ...] = ()
    by: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class CheckRule:
    """The left side added up must be equal to (＝) or not more than (≤) the right side.

    look: what to open when it fails, where that is less than both sides. note: what to do then, in words.
    """

    name: str
    left_name: str
    left: tuple[Part, ...]
    relation: Relation
    right_name: str
    right: tuple[Part, ...]
    note: str = ""
    look: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.left, *self.right)

    @property
    def behind(self) -> tuple[Part, ...]:
        """The numbers whose records tell why it fails."""
        return self.look or self.parts


FOCUS = ("law", "customs", "green", "poverty", "prosperity")


def _of(*figures: str) -> tuple[Part, ...]:
    return tuple(Part(figure) for figure in figures)


def _levels(figure: str, *levels: str) -> tuple[Part, ...]:
    return _of(*(f"{figure}_{level}" for level in levels))


def _within(name: str, left_name: str, left: str, right_name: str, right: str, note: str = "") -> CheckRule:
    return CheckRule(name, left_name, _of(left), "≤", right_name, _of(right), note)


RULES: tuple[CheckRule, ...] = (
    CheckRule(
        "五项重点", "五项重点场次相加", tuple(Part("courtyard_meetings", (("focus", key),)) for key in FOCUS),
        "＝", "院坝协商场次", _of("courtyard_meetings"), "院坝协商要选五项重点中的一项",
        look=(Part("courtyard_meetings", by="focus", group="none"),),
    ),
    CheckRule(
        "参加人数", "委员、干部、群众、其他人员相加",
        _of("member_attendance", "cadre_attendance", "mass_attendance", "other_attendance"),
        "＝", "参加协商人次", _of("attendance_total"), "改过合计人数的协商活动，请补上差的人数",
    ),
    _within("委员不多于合计", "委员参加协商", "member_attendance", "参加协商人次", "attendance_total"),
    _within("院坝协商不多于协商", "院坝协商", "courtyard_meetings", "协商活动", "meetings"),
    _within("党政主职不多于场次", "党政主职参加", "party_head_meetings", "协商活动", "meetings"),
    _within("会前调研不多于场次", "会前调研的会议", "researched_meetings", "协商活动", "meetings"),
    _within("采纳不多于提出", "采纳意见", "suggestions_adopted", "意见建议", "suggestions"),
    _within("应办不多于共识", "应办事项", "tasks_due", "达成共识", "consensus"),
    _within("办结不多于应办", "应办中已办结", "tasks_due_closed", "应办事项", "tasks_due"),
    _within("满意不多于反馈", "群众满意", "tasks_satisfied", "反馈群众", "tasks_told"),
    CheckRule(
        "各级批示", "各级领导批示相加", _levels("instructions", "county", "city", "province", "nation"),
        "＝", "领导批示", _of("instructions"), "有批示没选级别，请到协商活动的报送与批示里补上",
    ),
    CheckRule(
        "各级平台", "各级平台相加", _levels("platforms", "county", "township", "village", "enterprise"),
        "＝", "协商平台", _of("platforms"), "有平台的层级不在县、乡镇、村、企业园区四级里",
    ),
    CheckRule(
        "各级示范点", "各级示范点相加", _levels("demo_sites", "county", "city", "province"),
        "＝", "示范点", _of("demo_sites"), "有示范点没选示范级别",
    ),
    _within("示范点不多于平台", "示范点", "demo_sites", "协商平台", "platforms"),
    CheckRule(
        "各类信息案例", "各类信息和案例相加",
        _of("dynamic_info", "typical_cases", "quality_cases", "innovation_cases", "experience_cases"),
        "＝", "信息和案例", _of("cases_total"),
    ),
    CheckRule(
        "各级媒体", "各级媒体刊发相加", _levels("articles", "county", "city", "province", "nation"),
        "＝", "媒体刊发", _of("articles"), "有刊发的没选媒体层级",
    ),
    _within("委员人次不多于深入基层", "委员走访人次", "visit_attendance", "深入基层", "outreach_count",
            "改过深入基层人次的走访，不要少于委员人次"),
    _within("现场解答不多于收集", "现场解答", "demands_answered", "收集意见", "demands"),
    _within("科技宣讲不多于宣讲", "科技宣讲", "tech_talks", "宣讲", "talks"),
    _within("问题办结不多于反映", "反映问题已办结", "problems_due_closed", "走访反映问题", "problems_raised"),
    _within("实事办结不多于登记", "办实事已办结", "deeds_due_closed", "办实事", "deeds"),
    _within("领办不多于办实事", "领办民生项目", "led_projects", "办实事", "deeds"),
    CheckRule(
        "工作站和工作室", "工作站加工作室", _of("studio_stations", "studio_rooms"),
        "＝", "委员工作室", _of("studios"),
    ),
    _within("当场答复不多于来访", "来访当场答复", "receptions_answered", "接待来访", "receptions"),
    _within("入室不多于在任", "入室委员", "studio_members", "委员总数", "members_total"),
)  # fmt: skip

REPORTED = (
    "topics_planned", "meetings", "courtyard_meetings", "courtyard_attendance", "courtyard_closed",
    "attendance_total", "member_attendance", "cadre_attendance", "mass_attendance", "other_attendance",
    "suggestions", "suggestions_adopted", "consensus", "tasks_due", "tasks_due_closed", "tasks_closed",
    "problems_solved", "instructions", "platforms", "demo_sites", "dynamic_info", "typical_cases",
    "quality_cases", "visits", "visit_presence", "outreach_count", "people_served", "experts", "demands",
    "donations", "deeds", "deeds_closed", "contacts", "contact_people", "studio_activities",
    "reception_days", "receptions", "studio_people_served", "studio_opinions", "studio_outputs",
    "studio_joined", "duty_attendance",
)  # fmt: skip
"""Figures that stand in tables and texts and can be added up: their parts and running totals are checked."""


def rules_of(key: str) -> tuple[CheckRule, ...]:
    """The checks a figure takes part in, by its key."""
    return tuple(rule for rule in RULES if any(part.figure == key for part in rule.parts))
