"""The indicators (指标): every number reported upward is one declaration here, data and not a function.

Source: domain.md §0, §3.0, §3.1. A figure counts, sums or counts distinct over one source, or combines other
figures; Word text, Excel cell and screen ask the same declaration.
"""

from __future__ import annotations

from typing import Any

from app.models.figure import THROUGH, Distinct, Figure, Plus, Ratio, Sum, Where

_PRESENT = (Where("status", "=", "present"),)
_CLOSED = (Where("state", "=", "closed"),)
_DONE = (Where("state", "in", ("closed", "revisited")),)
_TASK = "meeting.consensus.task"


def _of_meetings(key: str, label: str, unit: str, rule: str, **options: Any) -> Figure:
    return Figure(key, label, unit, "meeting", "happened_on", rule, **options)


def _of_visits(key: str, label: str, unit: str, rule: str, **options: Any) -> Figure:
    return Figure(key, label, unit, "visit", "happened_on", rule, page="visit", **options)


def _of_studio(key: str, label: str, unit: str, rule: str, **options: Any) -> Figure:
    return Figure(key, label, unit, "studio_activity", "happened_on", rule, page="studio", **options)


def _of_cases(key: str, label: str, unit: str, sort: str) -> Figure:
    rule = f"报送日期在期内的{label}，一件算一次"
    return Figure(key, label, unit, "case_info", "reported_on", rule, where=(Where("sort", "=", sort),))


FIGURES: tuple[Figure, ...] = (
    # 协商在基层
    _of_meetings("meetings", "协商活动", "场", "期内召开的协商会议，一条记录一场；联合举办的只在计数单位算"),
    _of_meetings(
        "courtyard_meetings",
        "院坝协商",
        "场",
        "主品牌是院坝协商的会议",
        where=(Where("brand", "=", "courtyard"),),
    ),
    _of_meetings(
        "courtyard_attendance",
        "参加院坝协商",
        "人次",
        "院坝协商各场合计人数相加",
        measure=Sum("headcount"),
        where=(Where("brand", "=", "courtyard"),),
    ),
    _of_meetings("attendance_total", "参加协商人次", "人次", "各场合计人数相加", measure=Sum("headcount")),
    _of_meetings(
        "member_attendance", "委员参加协商", "人次", "点到名的出席加未列名委员数", measure=Sum("member_count")
    ),
    _of_meetings(
        "cadre_attendance",
        "干部参加协商",
        "人次",
        "党政领导、部门人员、镇村干部之和",
        measure=Sum("cadre_count"),
    ),
    _of_meetings(
        "mass_attendance", "群众参加协商", "人次", "各场群众代表人数相加", measure=Sum("mass_count")
    ),
    Figure(
        "meeting_members",
        "参加协商委员",
        "人",
        "meeting.members",
        "root.happened_on",
        "点到名并出席的委员，同一人只算一次",
        Distinct("person_id"),
        _PRESENT,
    ),
    _of_meetings(
        "party_head_meetings",
        "党政主职参加",
        "场",
        "勾选了党政主职参加的会议",
        where=(Where("party_head", "is", True),),
    ),
    _of_meetings(
        "townships_covered", "覆盖乡镇", "个", "开过协商会的乡镇数，去重", measure=Distinct("township_id")
    ),
    _of_meetings(
        "villages_covered", "覆盖村（社区）", "个", "开过协商会的村数，去重", measure=Distinct("village_id")
    ),
    Figure("suggestions", "意见建议", "条", "meeting.opinions", "root.happened_on", "会上提出的意见建议条目"),
    Figure(
        "suggestions_adopted",
        "采纳意见",
        "条",
        "meeting.opinions",
        "root.happened_on",
        "采纳和部分采纳的意见建议",
        where=(Where("adopted", "in", ("adopted", "partly")),),
    ),
    Figure("consensus", "达成共识", "项", "meeting.consensus", "root.happened_on", "会上达成的共识条目"),
    Figure("tasks_due", "应办事项", "件", _TASK, "root.happened_on", "期内会议的共识里有落实的条目"),
    Figure(
        "tasks_due_closed",
        "应办中已办结",
        "件",
        _TASK,
        "root.happened_on",
        "期内会议的落实条目中，到期末已办结的",
        where=(*_CLOSED, Where("closed_on", "<=", THROUGH)),
    ),
    Figure(
        "task_close_rate",
        "办结率",
        "%",
        "",
        "",
        "应办中已办结 ÷ 应办事项",
        Ratio("tasks_due_closed", "tasks_due"),
        nature="ratio",
    ),
    Figure("tasks_told", "反馈群众", "件", _TASK, "told_on", "反馈群众日期在期内的落实条目"),
    Figure(
        "overdue_tasks",
        "超期未办结",
        "件",
        _TASK,
        "deadline",
        "到期末，完成时限已过还没办结的落实条目",
        where=(Where("deadline", "<", THROUGH), Where("closed_on", "open", THROUGH)),
        nature="stock",
    ),
    Figure(
        "researched_meetings",
        "会前调研的会议",
        "场",
        "meeting.research",
        "root.happened_on",
        "期内开的、会前有调研的协商会议",
        Distinct("parent_id"),
    ),
    Figure(
        "research_trips", "会前调研", "次", "meeting.research", "root.happened_on", "期内会议的前期调研次数"
    ),
    Figure("tasks_closed", "共识办结", "件", _TASK, "closed_on", "办结日期在期内的落实条目", where=_CLOSED),
    Figure(
        "courtyard_closed",
        "院坝协商办结",
        "件",
        _TASK,
        "closed_on",
        "院坝协商的共识里，办结日期在期内的",
        where=(*_CLOSED, Where("root.brand", "=", "courtyard")),
    ),
    Figure(
        "topics_planned",
        "计划议题",
        "个",
        "topic_plan",
        "approved_on",
        "审定日期在期内、没有撤销的议题",
        where=(Where("state", "in", ("approved", "researching", "discussed", "reported", "answered")),),
    ),
    _of_meetings(
        "topics_held", "已开展议题", "个", "期内开过会的计划议题，去重", measure=Distinct("plan_id")
    ),
    Figure(
        "topic_rate",
        "议题开展率",
        "%",
        "",
        "",
        "已开展议题 ÷ 计划议题",
        Ratio("topics_held", "topics_planned"),
        nature="ratio",
    ),
    Figure(
        "platforms",
        "协商平台",
        "个",
        "platform",
        "opened_on",
        "期末在用的协商平台",
        nature="stock",
        until="closed_on",
    ),
    Figure(
        "demo_sites",
        "示范点",
        "个",
        "platform",
        "named_on",
        "期末在用的示范点",
        where=(Where("demo", "is", True),),
        nature="stock",
        until="closed_on",
    ),
    _of_cases("dynamic_info", "工作动态信息", "条", "dynamic"),
    _of_cases("typical_cases", "典型案例", "篇", "typical"),
    _of_cases("quality_cases", "精品案例", "篇", "quality"),
    Figure(
        "instructions",
        "领导批示",
        "件次",
        "meeting.instructions",
        "given_on",
        "批示日期在期内的领导批示，一条一件次",
    ),
    # 委员走基层
    _of_visits("visits", "委员走访", "次", "期内的委员走访，一条记录一次"),
    _of_visits(
        "visit_attendance", "委员走访人次", "人次", "点到名的出席加未列名委员数", measure=Sum("member_count")
    ),
    Figure(
        "visit_members",
        "参加走访委员",
        "人",
        "visit.members",
        "root.happened_on",
        "点到名并出席的委员，同一人只算一次",
        Distinct("person_id"),
        _PRESENT,
        page="visit",
    ),
    Figure(
        "visit_presence",
        "点名走访人次",
        "人次",
        "visit.members",
        "root.happened_on",
        "点到名并出席的委员，来一次算一次",
        where=_PRESENT,
        page="visit",
    ),
    _of_visits("outreach_count", "深入基层", "人次", "委员加干部的人次", measure=Sum("outreach_count")),
    _of_visits("people_served", "服务群众", "人次", "各次服务群众人次相加", measure=Sum("people_served")),
    _of_visits("experts", "联系专家", "名", "各次联系专家数相加", measure=Sum("experts")),
    _of_visits("demands", "收集意见", "条", "各次收集的意见诉求相加", measure=Sum("demands")),
    _of_visits("demands_answered", "现场解答", "条", "各次现场解答条数相加", measure=Sum("answered")),
    _of_visits("talks", "宣讲", "场", "各次宣讲场次相加", measure=Sum("talks")),
    _of_visits("donations", "捐款捐物", "元", "各次捐款捐物折价相加", measure=Sum("donation")),
    Figure(
        "problems_closed",
        "走访问题办结",
        "件",
        "visit.problems_raised",
        "closed_on",
        "走访反映的问题里，办结日期在期内的",
        page="visit",
    ),
    Figure("deeds", "办实事", "件", "livelihood_deed", "happened_on", "登记日期在期内的实事", page="visit"),
    Figure(
        "deeds_closed",
        "实事办结",
        "件",
        "livelihood_deed",
        "closed_on",
        "办结日期在期内的实事",
        where=_DONE,
        page="visit",
    ),
    Figure(
        "deed_people",
        "实事受益",
        "人",
        "livelihood_deed",
        "happened_on",
        "期内登记的实事受益人数相加",
        Sum("people"),
        page="visit",
    ),
    Figure(
        "led_projects",
        "领办民生项目",
        "件",
        "livelihood_deed",
        "happened_on",
        "勾选了领办民生项目的实事",
        where=(Where("led_project", "is", True),),
        page="visit",
    ),
    # 委员工作室
    Figure(
        "studios",
        "委员工作室",
        "个",
        "studio",
        "opened_on",
        "期末在用的工作室",
        nature="stock",
        until="closed_on",
        page="studio",
    ),
    Figure(
        "studios_opened", "新建工作室", "个", "studio", "opened_on", "挂牌日期在期内的工作室", page="studio"
    ),
    _of_studio("studio_activities", "工作室活动", "次", "期内的工作室活动，一条记录一次"),
    _of_studio(
        "studio_attendance", "委员活动人次", "人次", "点到名的出席加未列名委员数", measure=Sum("member_count")
    ),
    _of_studio(
        "reception_days",
        "接待日",
        "次",
        "类型是接待日的工作室活动",
        where=(Where("activity_type", "=", "reception"),),
    ),
    Figure(
        "receptions",
        "接待来访",
        "件",
        "studio_activity.receptions",
        "root.happened_on",
        "期内登记的来访事项",
        page="studio",
    ),
    _of_studio(
        "studio_people_served", "接待群众", "人次", "各次群众参加人次相加", measure=Sum("people_served")
    ),
    _of_studio(
        "studio_opinions", "工作室收集意见", "条", "各次收集意见条数相加", measure=Sum("opinion_count")
    ),
    Figure(
        "studio_members",
        "入室委员",
        "人",
        "studio.members",
        "joined_on",
        "期末在室的委员，同一人只算一次",
        Distinct("member.person_id"),
        nature="stock",
        until="left_on",
        page="studio",
    ),
    Figure(
        "studio_joined",
        "新入室委员",
        "人",
        "studio.members",
        "joined_on",
        "加入日期在期内的入室委员",
        page="studio",
    ),
    Figure(
        "members_total",
        "委员总数",
        "名",
        "membership",
        "started_on",
        "期末在任的委员，同一人只算一次",
        Distinct("person_id"),
        nature="stock",
        until="ended_on",
        page="members",
    ),
    Figure(
        "studio_cover_rate",
        "入室率",
        "%",
        "",
        "",
        "入室委员 ÷ 委员总数",
        Ratio("studio_members", "members_total"),
        nature="ratio",
        page="studio",
    ),
    Figure(
        "visit_cover_rate",
        "走访覆盖率",
        "%",
        "",
        "",
        "参加走访委员 ÷ 委员总数",
        Ratio("visit_members", "members_total"),
        nature="ratio",
        page="visit",
    ),
    # 合起来看
    Figure(
        "contacts",
        "联系群众活动",
        "次",
        "",
        "",
        "委员走访加工作室活动",
        Plus(("visits", "studio_activities")),
        page="visit",
    ),
    Figure(
        "contact_people",
        "联系群众",
        "人次",
        "",
        "",
        "走访服务群众加工作室接待群众",
        Plus(("people_served", "studio_people_served")),
        page="visit",
    ),
    Figure(
        "problems_solved",
        "推动解决问题",
        "件",
        "",
        "",
        "共识办结、走访问题办结、实事办结之和",
        Plus(("tasks_closed", "problems_closed", "deeds_closed")),
    ),
    Figure(
        "duty_attendance",
        "委员履职",
        "人次",
        "",
        "",
        "参加协商、走访、工作室活动的委员人次之和",
        Plus(("member_attendance", "visit_attendance", "studio_attendance")),
        page="members",
    ),
)
