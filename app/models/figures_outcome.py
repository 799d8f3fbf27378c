"""The figures of what meetings lead to: opinions, consensus, tasks, instructions (domain.md §3.1)."""

from __future__ import annotations

from typing import Any

from app.models.figure import THROUGH, Figure, Plus, Ratio, Where

_TASK = "meeting.consensus.task"
_CLOSED = Where("state", "=", "closed")
_SATISFIED = ("satisfied", "mostly")


def _of_tasks(key: str, label: str, dated_by: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(key, label, "件", _TASK, dated_by, rule, aliases=aliases, **options)


def _opinions(key: str, label: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(key, label, "条", "meeting.opinions", "root.happened_on", rule, aliases=aliases, **options)


def _instructions(key: str, level: str, label: str, name: str, *aliases: str) -> Figure:
    rule = f"批示日期在期内、级别选了{name}的领导批示，一条一件次"
    where = (Where("level", "=", level),)
    return Figure(key, label, "件次", "meeting.instructions", "given_on", rule, where=where, aliases=aliases)


OPINIONS = (
    _opinions(
        "suggestions", "意见建议", "期内会上提出的意见建议，一条算一条",
        "意见建议数", "意见建议条数", "提出意见建议", "收集意见建议",
    ),
    _opinions(
        "suggestions_adopted", "采纳意见", "期内会上的意见建议里，采纳和部分采纳的",
        "采纳意见建议", "意见建议采纳数", "被采纳意见",
        where=(Where("adopted", "in", ("adopted", "partly")),),
    ),
    Figure(
        "adoption_rate", "采纳率", "%", "", "", "采纳意见 ÷ 意见建议",
        Ratio("suggestions_adopted", "suggestions"), nature="ratio", aliases=("意见建议采纳率",),
    ),
    Figure(
        "consensus", "达成共识", "项", "meeting.consensus", "root.happened_on",
        "期内会上达成的共识，一项算一项",
        aliases=("共识数", "形成共识", "达成共识数", "形成共识事项", "共识事项"),
    ),
)  # fmt: skip

TASKS = (
    _of_tasks(
        "tasks_due", "应办事项", "root.happened_on", "期内协商活动的共识里，有落实安排的",
        "应办件数", "应办问题",
    ),
    _of_tasks(
        "tasks_due_closed", "应办中已办结", "root.happened_on", "期内协商活动的应办事项里，到期末已办结的",
        "应办事项已办结", where=(_CLOSED, Where("closed_on", "<=", THROUGH)),
    ),
    Figure(
        "task_close_rate", "办结率", "%", "", "", "应办中已办结 ÷ 应办事项",
        Ratio("tasks_due_closed", "tasks_due"), nature="ratio", aliases=("共识办结率", "事项办结率"),
    ),
    _of_tasks(
        "tasks_closed", "共识办结", "closed_on", "办结日期在期内的共识事项，不管是哪个月协商的",
        "协商解决问题", "共识事项办结", "协商成果办结", where=(_CLOSED,),
    ),
    _of_tasks(
        "courtyard_closed", "院坝协商办结", "closed_on", "主品牌是院坝协商的协商活动，共识的办结日期在期内的",
        "院坝协商解决问题", "院坝协商办结件数", where=(_CLOSED, Where("root.brand", "=", "courtyard")),
    ),
    _of_tasks(
        "tasks_open", "未办结事项", "root.happened_on", "到期末还没办结的共识事项，不管是哪个月协商的",
        "正在办理事项", "办理中事项", where=(Where("closed_on", "open", THROUGH),), nature="stock",
    ),
    _of_tasks(
        "overdue_tasks", "超期未办结", "deadline", "到期末，完成时限已过还没办结的共识事项",
        "超期事项", "逾期未办结",
        where=(Where("deadline", "<", THROUGH), Where("closed_on", "open", THROUGH)), nature="stock",
    ),
    _of_tasks(
        "tasks_told", "反馈群众", "told_on", "反馈群众日期在期内的共识事项", "向群众反馈", "反馈群众件数"
    ),
    _of_tasks(
        "tasks_rated", "群众评价", "told_on", "反馈群众日期在期内、填了满意度的共识事项",
        where=(Where("satisfaction", "filled"),),
    ),
    _of_tasks(
        "tasks_satisfied", "群众满意", "told_on", "反馈群众日期在期内、满意度是满意或基本满意的共识事项",
        "群众满意件数", where=(Where("satisfaction", "in", _SATISFIED),),
    ),
    Figure(
        "satisfaction_rate", "群众满意率", "%", "", "", "群众满意 ÷ 群众评价",
        Ratio("tasks_satisfied", "tasks_rated"), nature="ratio", aliases=("满意率", "群众满意度"),
    ),
    _of_tasks(
        "tasks_to_opinion", "共识转社情民意", "root.happened_on",
        "期内协商活动的共识里，转化去向选了社情民意的",
        "协商转社情民意", where=(Where("destination", "=", "opinion"),),
    ),
    _of_tasks(
        "tasks_to_proposal", "共识转提案", "root.happened_on", "期内协商活动的共识里，转化去向选了提案的",
        "协商转提案", where=(Where("destination", "=", "proposal"),),
    ),
)  # fmt: skip

INSTRUCTIONS = (
    Figure(
        "instructions", "领导批示", "件次", "meeting.instructions", "given_on",
        "批示日期在期内、记在协商活动里的领导批示，一条一件次",
        aliases=("批示件次", "领导批示件次", "获领导批示"),
    ),
    _instructions("instructions_county", "county", "县领导批示", "县级", "县级领导批示"),
    _instructions("instructions_city", "city", "市领导批示", "市级", "市级领导批示"),
    _instructions("instructions_province", "province", "省领导批示", "省级", "省级领导批示"),
    _instructions(
        "instructions_nation", "nation", "全国级领导批示", "全国", "国家级领导批示", "中央领导批示",
    ),
)  # fmt: skip

OUTCOME_FIGURES: tuple[Figure, ...] = (
    *OPINIONS,
    *TASKS,
    Figure(
        "problems_solved", "推动解决问题", "件", "", "",
        "共识办结、走访问题办结、实事办结三个数相加；同一件事只在一处登记办结，才不会算两次",
        Plus(("tasks_closed", "problems_closed", "deeds_closed")),
        aliases=("解决问题", "解决问题数", "推动解决问题件数", "推动问题解决", "推动解决实际问题"),
    ),
    *INSTRUCTIONS,
)  # fmt: skip
