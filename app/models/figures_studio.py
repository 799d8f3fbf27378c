"""The figures of 委员工作室 and of the members themselves (domain.md §3.1)."""

from __future__ import annotations

from typing import Any

from app.models.figure import THROUGH, Distinct, Figure, Plus, Ratio, Sum, Where

_PRESENT = (Where("status", "=", "present"),)
_SERVING = Where("root.ended_on", "open", THROUGH)


def _studios(key: str, label: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(
        key, label, "个", "studio", options.pop("dated_by", "opened_on"), rule, page="studio",
        nature="stock", until="closed_on", aliases=aliases, **options,
    )  # fmt: skip


def _of_activity(key: str, label: str, unit: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(
        key, label, unit, "studio_activity", "happened_on", rule, page="studio", aliases=aliases, **options
    )


def _of_type(key: str, sort: str, label: str, name: str, *aliases: str) -> Figure:
    rule = f"期内类型是{name}的工作室活动，一条记录一次"
    return _of_activity(key, label, "次", rule, *aliases, where=(Where("activity_type", "=", sort),))


def _receptions(key: str, label: str, dated_by: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(
        key, label, "件", "studio_activity.receptions", dated_by, rule, page="studio", aliases=aliases,
        **options,
    )  # fmt: skip


def _of_members(key: str, label: str, dated_by: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(key, label, "名", "membership", dated_by, rule, page="members", aliases=aliases, **options)


STUDIOS = (
    _studios(
        "studios", "委员工作室", "期末在用的工作室，工作站也在内",
        "工作室数", "委员工作室数", "委员工作站（室）", "工作站（室）",
    ),
    _studios(
        "studio_stations", "委员工作站", "期末在用、类型是委员工作站的", "工作站", "工作站数", "委员工作站数",
        where=(Where("sort", "=", "station"),),
    ),
    _studios(
        "studio_rooms", "工作室（不含工作站）", "期末在用、类型不是委员工作站的", "委员工作室（不含工作站）",
        where=(Where("sort", "not_in", ("station",)),),
    ),
    _studios(
        "sector_studios", "界别工作室", "期末在用、类型是界别工作室的", "界别委员工作室",
        where=(Where("sort", "=", "sector"),),
    ),
    _studios(
        "demo_studios", "示范工作室", "期末在用、到期末已命名的县级、市级、省级示范工作室", "示范委员工作室",
        where=(Where("demo_level", "in", ("county", "city", "province")),), dated_by="named_on",
    ),
    Figure(
        "studios_opened", "新建工作室", "个", "studio", "opened_on", "挂牌日期在期内的工作室，工作站也在内",
        page="studio", aliases=("新建委员工作室", "新挂牌工作室"),
    ),
    _of_activity(
        "studios_active", "开展活动的工作室", "个", "期内有活动的工作室，一个只算一次",
        measure=Distinct("studio_id")
    ),
    Figure(
        "studio_active_rate", "工作室活动率", "%", "", "", "开展活动的工作室 ÷ 委员工作室",
        Ratio("studios_active", "studios"), nature="ratio", page="studio", aliases=("工作室活动覆盖率",),
    ),
)  # fmt: skip

ACTIVITIES = (
    _of_activity(
        "studio_activities", "工作室活动", "次", "期内的工作室活动，接待日也在内，一条记录一次",
        "工作室活动次数", "开展工作室活动", "工作室活动场次",
    ),
    _of_activity(
        "studio_attendance", "委员活动人次", "人次", "各次工作室活动点到名的出席加未列名委员数",
        "工作室活动委员人次", measure=Sum("member_count"),
    ),
    Figure(
        "studio_active_members", "参加活动委员", "人", "studio_activity.members", "root.happened_on",
        "在工作室活动上点到名并出席的委员，同一人只算一次", Distinct("person_id"), _PRESENT, page="studio",
        aliases=("参加工作室活动委员",),
    ),
    Figure(
        "studio_presence", "点名活动人次", "人次", "studio_activity.members", "root.happened_on",
        "在工作室活动上点到名并出席的委员，来一次算一次", where=_PRESENT, page="studio",
    ),
    _of_type("reception_days", "reception", "接待日", "接待日", "接待日次数", "委员接待日"),
    _of_type("studio_study", "study", "工作室学习培训", "学习培训"),
    _of_type("studio_preach", "preach", "工作室政策宣讲", "政策宣讲"),
    _of_type("studio_consult", "consult", "工作室协商议事", "协商议事"),
    _of_type("studio_research", "research", "工作室调研视察", "调研视察"),
    _of_type("studio_service", "service", "工作室服务活动", "服务群众"),
    _of_activity(
        "studio_people_served", "接待群众", "人次", "各次工作室活动的群众参加人次相加",
        "接待群众人次", "工作室服务群众", "工作室服务群众人次", measure=Sum("people_served"),
    ),
    _of_activity(
        "studio_opinions", "工作室收集意见", "条", "各次工作室活动的收集意见条数相加",
        "工作室收集意见条数", "工作室收集诉求", measure=Sum("opinion_count"),
    ),
    _receptions(
        "receptions", "接待来访", "root.happened_on", "期内接待登记的来访事项，一条一件", "接待来访件数",
        "来访事项"
    ),
    _receptions(
        "receptions_answered", "来访当场答复", "root.happened_on",
        "期内接待登记的来访事项里，勾选了当场答复的",
        where=(Where("answered", "is", True),),
    ),
    _receptions("receptions_closed", "来访办结", "closed_on", "来访事项里，办结日期在期内的"),
    _of_activity(
        "studio_opinion_infos", "工作室社情民意", "篇", "各次工作室活动形成的社情民意篇数相加",
        measure=Sum("opinion_infos"),
    ),
    _of_activity(
        "studio_proposals", "工作室提案", "件", "各次工作室活动形成的提案件数相加", measure=Sum("proposals")
    ),
    Figure(
        "studio_outputs", "形成社情民意、提案", "件", "", "", "工作室社情民意加工作室提案",
        Plus(("studio_opinion_infos", "studio_proposals")), page="studio", aliases=("形成社情民意和提案",),
    ),
)  # fmt: skip

IN_ROOM = (
    Figure(
        "studio_members", "入室委员", "人", "studio.members", "joined_on",
        "期末在室的委员，同一人只算一次", Distinct("member.person_id"), nature="stock", until="left_on",
        page="studio", aliases=("入室委员数", "在室委员"),
    ),
    Figure(
        "studio_joined", "新入室委员", "人", "studio.members", "joined_on",
        "加入日期在期内的入室委员，一人加入两个工作室算两次", page="studio",
        aliases=("新增入室", "新增入室委员"),
    ),
    Figure(
        "studio_left", "退室委员", "人", "studio.members", "left_on",
        "退出日期在期内的入室委员，一人退出两个工作室算两次", page="studio",
    ),
    Figure(
        "studio_cover_rate", "入室率", "%", "", "", "入室委员 ÷ 委员总数",
        Ratio("studio_members", "members_total"), nature="ratio", page="studio",
        aliases=("委员入室率", "入室覆盖率"),
    ),
)  # fmt: skip

MEMBERS = (
    _of_members(
        "members_total", "委员总数", "started_on", "期末在任的委员，同一人只算一次",
        "委员数", "委员人数", "在任委员", measure=Distinct("person_id"), nature="stock", until="ended_on",
    ),
    _of_members(
        "members_joined", "新任委员", "started_on", "任职日期在期内的委员；换届时连任的也算", "新增委员"
    ),
    _of_members("members_left", "离任委员", "ended_on", "离任日期在期内的委员；换届时届满的也算"),
    _of_members(
        "members_revoked", "撤销委员资格", "ended_on", "离任日期在期内、状态是撤销的委员", "撤销资格",
        where=(Where("state", "=", "revoked"),),
    ),
    Figure(
        "linked_units", "联系点", "个", "membership.linked_units", "root.started_on",
        "期末在任委员的联系点，写了止的到那天为止", where=(_SERVING,), nature="stock", until="ended_on",
        page="members", aliases=("联系点数", "基层联系单位", "委员联系点"),
    ),
    Figure(
        "linked_members", "有联系点的委员", "人", "membership.linked_units", "root.started_on",
        "期末在任、至少有一个联系点的委员，同一人只算一次", Distinct("root.person_id"), (_SERVING,),
        nature="stock", until="ended_on", page="members",
    ),
    Figure(
        "linked_rate", "联系点覆盖率", "%", "", "", "有联系点的委员 ÷ 委员总数",
        Ratio("linked_members", "members_total"), nature="ratio", page="members",
    ),
    Figure(
        "duty_attendance", "委员履职", "人次", "", "",
        "参加协商、走访、工作室活动的委员人次相加，未列名的也算",
        Plus(("member_attendance", "visit_attendance", "studio_attendance")), page="members",
        aliases=("履职人次", "委员履职人次", "参与履职人次"),
    ),
    Figure(
        "duty_presence", "点名履职", "人次", "", "", "在协商、走访、工作室活动上点到名并出席的人次相加",
        Plus(("meeting_presence", "visit_presence", "studio_presence")), page="members",
        aliases=("点名履职人次",),
    ),
)  # fmt: skip

STUDIO_FIGURES: tuple[Figure, ...] = (*STUDIOS, *ACTIVITIES, *IN_ROOM)
MEMBER_FIGURES: tuple[Figure, ...] = MEMBERS
