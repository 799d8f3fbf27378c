"""Meeting: one consultation at the grassroots, from the research before it to what was carried out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.errors import Level, Problem
from app.models import days
from app.models.activity import Activity, everybody, head_counts
from app.models.base import Row
from app.models.context import Context
from app.models.fields import Values, When, children, computed, field, reference, special
from app.models.kinds import Kind
from app.models.personal import SpeakerName
from app.models.values import Choice, Count, DayValue, Flag, LongText, Many, Text, Time

CLOSED = "closed"


def tasks(values: Mapping[str, Any]) -> list[Values]:
    """The tasks (落实) of a meeting's consensus items."""
    return [item["task"] for item in values.get("consensus") or () if item.get("task")]


def rows(key: str) -> Any:
    """A formula that counts child rows, None when there are none."""
    return lambda values: len(values.get(key) or ()) or None


class Meeting(Activity):
    """协商活动 (domain.md §2.2)."""

    kind = Kind(
        "协商活动",
        aliases=("协商会议", "会议"),
        code="XS",
        measure="场",
        page="meeting",
        title="topic",
        day="happened_on",
        documents=("meeting_record", "sign_in_sheet", "information_draft"),
        same_if=("happened_on", "topic"),
        groups=("基本情况", "前期调研", "参加人员", "协商内容", "共识与落实", "报送与批示", "备注和附件"),
        optional=("前期调研", "报送与批示", "备注和附件"),
    )

    topic: Any = field(
        "会议议题", Text(60), rank=10, needed="save", listed=True, searched=True, wide=True, short="议题"
    )
    plan: Any = reference("关联议题", "topic_plan", rank=11, wide=True, hint="计划外的不用选")
    brand: Any = field(
        "协商品牌", Choice("brand"), rank=12, listed=True, default="grassroots", needed="count", short="品牌"
    )
    focus: Any = field(
        "五项重点",
        Choice("focus"),
        rank=13,
        listed=True,
        needed_when=When(lambda v: v.get("brand") == "courtyard", "院坝协商要选五项重点中的一项"),
    )
    other_brands: Any = field("兼挂品牌", Many("brand"), rank=14, folded=True, wide=True)
    began_at: Any = field("开始时间", Time(), rank=22, needed="document")
    finished_at: Any = field("结束时间", Time(), rank=23)
    form: Any = field("形式", Choice("meeting_form"), rank=33, folded=True)
    setting: Any = field("固定或流动", Choice("meeting_setting"), rank=34, folded=True)
    platform: Any = reference("协商平台", "platform", rank=44, folded=True)
    host: Any = field("主持人", Text(40), rank=40, listed=True, searched=True, needed="document")
    recorder: Any = field("记录人", Text(40), rank=41, needed="document")
    lead_unit: Any = field("牵头单位", Text(40), rank=42, folded=True)
    assist_units: Any = field("协办单位", Text(100), rank=43, folded=True)

    research: Any = children("调研", "ResearchTrip", group="前期调研", folded=True)
    members: Any = special(
        "参加委员",
        "members",
        rank=10,
        group="参加人员",
        listed=True,
        short="委员名单",
        needed_when=When(lambda v: not head_counts(v), "请点名参加的委员，或填其他人员的人数"),
    )
    party_head: Any = field("党政主职参加", Flag(), rank=40, group="参加人员", folded=True)

    background: Any = field("情况介绍", LongText(4000), group="协商内容", folded=True)
    speeches: Any = children("发言", "Speech", group="协商内容", folded=True)
    opinions: Any = children("意见建议", "Opinion", group="协商内容", folded=True)
    dissent: Any = field("分歧和未决", LongText(2000), group="协商内容", folded=True)
    opinion_count: Any = computed("意见建议数", Count("条"), rows("opinions"), group="协商内容", short="建议")

    consensus: Any = children("共识", "ConsensusItem", group="共识与落实")
    consensus_count: Any = computed(
        "共识项数", Count("项"), rows("consensus"), group="共识与落实", listed=True, short="共识"
    )
    closed_count: Any = computed(
        "已办结数",
        Count("件"),
        lambda v: sum(1 for task in tasks(v) if task.get("state") == CLOSED) if tasks(v) else None,
        group="共识与落实",
        listed=True,
        short="已办结",
    )

    reported_on: Any = field("报送信息日期", DayValue(), group="报送与批示", folded=True)
    case_made: Any = field("形成案例", Choice("case_kind"), group="报送与批示", folded=True)
    instructions: Any = children("领导批示", "Instruction", group="报送与批示", folded=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        return [
            *super().problems(values, context),
            *_basic_problems(values),
            *_research_problems(values),
            *_task_problems(values, context),
        ]


class ResearchTrip(Row, parent="meeting"):
    """A look at the place before the meeting (先调研后协商)."""

    on: Any = field("日期", DayValue(), needed="save")
    way: Any = field("方式", Choice("research_way"))
    people: Any = field("参加人", Text(100))
    findings: Any = field("发现的问题", LongText(1000))


class Speech(Row, parent="meeting"):
    """Who said what, in short."""

    speaker: Any = field("发言人", SpeakerName(standing="identity"), needed="save")
    identity: Any = field("身份", Text(40))
    points: Any = field("要点", LongText(2000), needed="save")


class Opinion(Row, parent="meeting"):
    """One suggestion raised at the meeting (意见建议), counted by item."""

    text: Any = field("意见建议", LongText(1000), needed="save")
    raised_by: Any = field("提出人", SpeakerName())
    adopted: Any = field("采纳情况", Choice("adoption"))


class ConsensusItem(Row, parent="meeting"):
    """One thing agreed (共识), with the task that carries it out."""

    text: Any = field("共识事项", LongText(1000), needed="save")
    task: Any = children("落实", "Task", single=True)


class Task(Row, parent="consensus_item"):
    """Who carries out a consensus item, until when, how far it is (落实)."""

    unit: Any = field("责任单位", Text(40), needed="count")
    deadline: Any = field("完成时限", DayValue(ahead=True))
    adoption: Any = field("采纳", Choice("adoption"))
    state: Any = field("进展", Choice("task_state"), default="open")
    closed_on: Any = field("办结日期", DayValue())
    told_on: Any = field("反馈群众", DayValue())
    satisfaction: Any = field("满意度", Choice("satisfaction"))
    assist_units: Any = field("协办单位", Text(60), folded=True)
    destination: Any = field("转化去向", Choice("destination"), folded=True)
    progress: Any = children("办理进度", "Progress", folded=True)


class Progress(Row, parent="task"):
    """One dated step of a task."""

    on: Any = field("日期", DayValue(), needed="save")
    text: Any = field("进度", Text(200), needed="save")


class Instruction(Row, parent="meeting"):
    """A leader's written instruction (批示), counted by the day it was given."""

    leader: Any = field("批示领导", Text(40), needed="save")
    level: Any = field("级别", Choice("cppcc_level"))
    given_on: Any = field("批示日期", DayValue(), needed="save")
    text: Any = field("批示内容", LongText(1000))


def _basic_problems(values: Values) -> list[Problem]:
    found = []
    began, finished = values.get("began_at"), values.get("finished_at")
    if began and finished and finished <= began and not values.get("ended_on"):
        text = f"{finished:%H:%M} 不晚于开始的 {began:%H:%M}，请改对其中一个"
        found.append(Problem(("finished_at",), "结束时间", text))
    if values.get("members") and everybody(values) == 0:
        text = "点到名的都没有到，请改出席，或填其他人员的人数"
        found.append(Problem(("members",), "参加委员", text))
    return found


def _research_problems(values: Values) -> list[Problem]:
    day = values.get("happened_on")
    found = []
    for index, trip in enumerate(values.get("research") or ()):
        on = trip.get("on")
        if day and on and days.first(on) > days.last(day):
            text = f"第 {index + 1} 次调研 {days.iso(on)} 在协商活动之后，请改对日期"
            found.append(Problem(("research", index, "on"), "前期调研", text))
    if not values.get("research"):
        text = "没有前期调研，“先调研后协商”，调研过就补上"
        found.append(Problem(("research",), "前期调研", text, Level.DOUBT))
    return found


def _task_problems(values: Values, context: Context) -> list[Problem]:
    found = []
    day = values.get("happened_on")
    for index, item in enumerate(values.get("consensus") or ()):
        task = item.get("task")
        if not task:
            text = f"第 {index + 1} 条共识没有落实单位，有共识就要有人办"
            found.append(Problem(("consensus", index, "task", "unit"), "共识", text, Level.DOUBT))
            continue
        found += _one_task(index, task, day, context)
    return found


def _one_task(index: int, task: Values, day: days.Day | None, context: Context) -> list[Problem]:
    found = []
    where = ("consensus", index, "task")
    closed, deadline = task.get("closed_on"), task.get("deadline")
    if task.get("state") == CLOSED and closed is None:
        text = f"第 {index + 1} 条已办结，请填办结日期"
        found.append(Problem((*where, "closed_on"), "办结日期", text, missing=True))
    if closed and task.get("state") != CLOSED:
        text = f"第 {index + 1} 条填了办结日期，请把进展改成已办结，或去掉日期"
        found.append(Problem((*where, "state"), "进展", text))
    if closed and day and days.last(closed) < days.first(day):
        text = f"第 {index + 1} 条办结 {days.iso(closed)} 早于协商活动 {days.iso(day)}，请改对其中一个"
        found.append(Problem((*where, "closed_on"), "办结日期", text))
    if closed and days.first(closed) > context.today:
        text = f"第 {index + 1} 条办结 {days.iso(closed)} 还没到，请改对日期"
        found.append(Problem((*where, "closed_on"), "办结日期", text))
    if deadline and not closed and days.last(deadline) < context.today:
        late = (context.today - days.last(deadline)).days
        text = f"第 {index + 1} 条超期 {late} 天没办结"
        found.append(Problem((*where, "deadline"), "完成时限", text, Level.DOUBT))
    return found
