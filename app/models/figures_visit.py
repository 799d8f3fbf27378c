"""The figures of 委员走基层: visits, what people raised, and good deeds done (domain.md §3.1)."""

from __future__ import annotations

from typing import Any

from app.models.figure import THROUGH, Distinct, Figure, Plus, Ratio, Sum, Where

_DONE = Where("state", "in", ("closed", "revisited"))
_PRESENT = (Where("status", "=", "present"),)


def _of_visits(key: str, label: str, unit: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(key, label, unit, "visit", "happened_on", rule, page="visit", aliases=aliases, **options)


def _sum(key: str, field: str, label: str, unit: str, rule: str, *aliases: str) -> Figure:
    return _of_visits(key, label, unit, rule, *aliases, measure=Sum(field))


def _problems(key: str, label: str, dated_by: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(
        key, label, "件", "visit.problems_raised", dated_by, rule, page="visit", aliases=aliases, **options
    )


def _deeds(key: str, label: str, unit: str, rule: str, *aliases: str, **options: Any) -> Figure:
    dated_by = options.pop("dated_by", "happened_on")
    return Figure(
        key, label, unit, "livelihood_deed", dated_by, rule, page="visit", aliases=aliases, **options
    )


def _ratio(key: str, label: str, top: str, bottom: str, rule: str, *aliases: str) -> Figure:
    return Figure(
        key, label, "%", "", "", rule, Ratio(top, bottom), nature="ratio", page="visit", aliases=aliases
    )


VISITS = (
    _of_visits(
        "visits", "委员走访", "次", "期内的委员走访，一条记录一次；联合开展的只在计数单位算",
        "走访次数", "走访活动", "委员走访次数", "委员走基层", "走基层活动", "走基层次数", "委员大走访",
    ),
    _sum(
        "visit_attendance", "member_count", "委员走访人次", "人次", "点到名的出席加未列名委员数",
        "走访委员人次", "参加走访委员人次",
    ),
    Figure(
        "visit_members", "参加走访委员", "人", "visit.members", "root.happened_on",
        "点到名并出席的委员，同一人只算一次", Distinct("person_id"), _PRESENT, page="visit",
        aliases=("参加走访委员数", "走访委员数"),
    ),
    Figure(
        "visit_presence", "点名走访人次", "人次", "visit.members", "root.happened_on",
        "点到名并出席的委员，来一次算一次", where=_PRESENT, page="visit",
    ),
    _ratio(
        "visit_cover_rate", "走访覆盖率", "visit_members", "members_total", "参加走访委员 ÷ 委员总数",
        "委员走访覆盖率",
    ),
    _sum(
        "outreach_count", "outreach_count", "深入基层", "人次",
        "委员人次加党政领导、部门、镇村干部和政协机关人员；改过的按改的数",
        "深入基层人次", "委员深入基层",
    ),
    _of_visits(
        "visit_townships", "走访乡镇", "个", "期内走访过的乡镇（街道），一个只算一次",
        "走访乡镇数", measure=Distinct("township_id"),
    ),
    _of_visits(
        "visit_villages", "走访村（社区）", "个", "期内走访过的村（社区），一个只算一次",
        "走访村（社区）数", measure=Distinct("village_id"),
    ),
    _of_visits(
        "enterprise_visits", "走访企业", "次", "单位类型选了企业的走访，一条记录一次；同一家去两次算两次",
        "走访企业次数", where=(Where("linked_kind", "=", "enterprise"),),
    ),
)  # fmt: skip

SERVICE = (
    _sum(
        "people_served", "people_served", "服务群众", "人次", "各次走访的服务群众人次相加",
        "服务群众人次", "走访群众人次", "走访服务群众",
    ),
    _sum("experts", "experts", "联系专家", "名", "各次走访的联系专家数相加", "联系专家数", "联系专家人数"),
    _sum(
        "demands", "demands", "收集意见", "条", "各次走访收集的意见诉求相加",
        "收集诉求", "收集群众诉求", "收集意见条数", "收集意见诉求",
    ),
    _sum(
        "demands_answered", "answered", "现场解答", "条", "各次走访的现场解答条数相加", "现场解答条数",
        "当场解答",
    ),
    _sum("talks", "talks", "宣讲", "场", "各次走访的宣讲场次相加", "宣讲场次", "走访宣讲"),
    _sum("tech_talks", "tech_talks", "科技宣讲", "场", "走访的宣讲里讲科技的场次相加", "科技宣讲场次"),
    Figure(
        "talks_total", "宣讲合计", "场", "", "", "走访的宣讲场次加工作室的政策宣讲次数",
        Plus(("talks", "studio_preach")), page="visit", aliases=("宣讲活动",),
    ),
    _sum(
        "donations", "donation", "捐款捐物", "元", "各次走访的捐款捐物相加，捐物折价",
        "捐款捐物金额", "捐助金额", "捐赠金额", "捐资捐物",
    ),
    _sum("purchases", "purchases", "消费帮扶", "元", "各次走访的消费帮扶金额相加", "消费帮扶金额"),
    _sum(
        "students_aided", "students", "资助学生", "人", "各次走访的资助学生人数相加，同一人两次算两人",
        "资助学生人数",
    ),
    _sum(
        "patients_served", "patients", "送医送药", "人次", "各次走访的送医送药人次相加", "赠药送医",
        "送医送药人次", "赠药送医人次",
    ),
    _sum("artworks", "artworks", "书画作品", "幅", "各次走访的书画幅数相加", "书画幅数", "书画作品数"),
    _sum("visit_opinion_infos", "opinion_infos", "走访转社情民意", "篇", "各次走访转成的社情民意篇数相加"),
    _sum("visit_proposals", "proposals", "走访转提案", "件", "各次走访转成的提案件数相加"),
)  # fmt: skip

PROBLEMS = (
    _problems(
        "problems_raised", "走访反映问题", "root.happened_on", "期内走访登记的反映问题，一条一件",
        "走访收集问题", "群众反映问题",
    ),
    _problems(
        "problems_due_closed", "反映问题已办结", "root.happened_on",
        "期内走访登记的反映问题里，到期末已办结的",
        where=(Where("closed_on", "<=", THROUGH),),
    ),
    _ratio(
        "problem_close_rate", "走访问题办结率", "problems_due_closed", "problems_raised",
        "反映问题已办结 ÷ 走访反映问题",
    ),
    _problems(
        "problems_closed", "走访问题办结", "closed_on",
        "走访反映的问题里，办结日期在期内的，不管是哪个月走访的",
        "走访解决问题",
    ),
    _problems("problems_told", "走访问题反馈", "told_on", "走访反映的问题里，反馈日期在期内的"),
)  # fmt: skip

DEEDS = (
    _deeds(
        "deeds", "办实事", "件", "登记日期在期内的实事，一条一件",
        "为民办实事", "办实事件数", "为群众办实事", "办好事实事",
    ),
    _deeds("deeds_due_closed", "办实事已办结", "件", "期内登记的实事里，到期末已办结的",
           where=(_DONE, Where("closed_on", "<=", THROUGH))),
    _ratio(
        "deed_close_rate", "实事办结率", "deeds_due_closed", "deeds", "办实事已办结 ÷ 办实事", "办实事办结率",
    ),
    _deeds(
        "deeds_closed", "实事办结", "件", "办结日期在期内的实事，不管是哪个月登记的",
        "办结实事", "办实事办结", dated_by="closed_on", where=(_DONE,),
    ),
    _deeds(
        "deeds_open", "未办结实事", "件", "到期末还没办结的实事，不管是哪个月登记的；无法办理的也在内",
        where=(Where("closed_on", "open", THROUGH),), nature="stock",
    ),
    _deeds("deeds_revisited", "实事回访", "件", "回访日期在期内的实事", dated_by="revisited_on"),
    _deeds(
        "deed_people", "实事受益", "人", "期内登记的实事，受益人数相加", "受益人数", "受益群众",
        measure=Sum("people"),
    ),
    _deeds(
        "deed_households", "受益户数", "户", "期内登记的实事，受益户数相加", "受益群众户数",
        measure=Sum("households"),
    ),
    _deeds(
        "deed_amount", "实事投入", "元", "期内登记的实事，投入金额相加", "实事投入金额", "办实事投入",
        measure=Sum("amount"),
    ),
    _deeds(
        "led_projects", "领办民生项目", "件", "登记日期在期内、勾选了领办民生项目的实事",
        "领办项目", "领办民生项目数", where=(Where("led_project", "is", True),),
    ),
    _deeds(
        "led_closed", "领办项目办结", "件", "办结日期在期内、勾选了领办民生项目的实事", "领办民生项目办结",
        dated_by="closed_on", where=(_DONE, Where("led_project", "is", True)),
    ),
)  # fmt: skip

CONTACTS = (
    Figure(
        "contacts", "联系群众活动", "次", "", "", "委员走访次数加工作室活动次数",
        Plus(("visits", "studio_activities")), page="visit",
        aliases=("联系界别群众活动", "联系群众次数", "联系界别群众次数"),
    ),
    Figure(
        "contact_people", "联系群众", "人次", "", "", "走访的服务群众人次加工作室活动的群众人次",
        Plus(("people_served", "studio_people_served")), page="visit",
        aliases=("联系群众人次", "联系界别群众", "联系界别群众人次"),
    ),
    Figure(
        "demands_total", "群众诉求", "条", "", "", "走访的收集意见加工作室收集意见",
        Plus(("demands", "studio_opinions")), page="visit", aliases=("收集诉求合计", "群众诉求条数"),
    ),
)  # fmt: skip

VISIT_FIGURES: tuple[Figure, ...] = (*VISITS, *SERVICE, *PROBLEMS, *DEEDS, *CONTACTS)
