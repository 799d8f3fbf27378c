"""The figures of 协商在基层: planned topics, meetings, who took part and where (domain.md §3.1)."""

from __future__ import annotations

from typing import Any

from app.models.figure import Distinct, Figure, Ratio, Sum, Where

_COURTYARD = (Where("brand", "=", "courtyard"),)
_APPROVED = ("approved", "researching", "discussed", "reported", "answered")
_COUNTED_ELSEWHERE = (
    "masses", "leaders", "departments", "cadres",
    "unnamed_county", "unnamed_city", "unnamed_province", "unnamed_nation",
)  # fmt: skip


def _of_meetings(key: str, label: str, unit: str, rule: str, *aliases: str, **options: Any) -> Figure:
    return Figure(key, label, unit, "meeting", "happened_on", rule, aliases=aliases, **options)


def _of_members(key: str, label: str, status: str, rule: str, *aliases: str) -> Figure:
    where = (Where("status", "=", status),)
    return Figure(
        key, label, "人次", "meeting.members", "root.happened_on", rule, where=where, aliases=aliases
    )


def _of_brand(key: str, brand: str, label: str, *aliases: str) -> Figure:
    rule = f"主品牌是{label}的协商活动；兼挂的不算"
    return _of_meetings(key, label, "场", rule, *aliases, where=(Where("brand", "=", brand),))


TOPICS = (
    Figure(
        "topics_planned", "计划议题", "个", "topic_plan", "approved_on",
        "审定日期在期内的议题；还在征集的和撤销的不算", where=(Where("state", "in", _APPROVED),),
        aliases=("协商议题计划", "计划议题数", "确定协商议题", "年度协商议题", "议题计划数"),
    ),
    _of_meetings(
        "topics_held", "已开展议题", "个", "期内开展过协商活动的计划议题，一个议题只算一次",
        "开展议题数", "已开展议题数", "已协商议题", measure=Distinct("plan_id"),
    ),
    Figure(
        "topic_rate", "议题开展率", "%", "", "", "已开展议题 ÷ 计划议题",
        Ratio("topics_held", "topics_planned"), nature="ratio", aliases=("议题完成率", "议题计划完成率"),
    ),
)  # fmt: skip

MEETINGS = (
    _of_meetings(
        "meetings", "协商活动", "场",
        "期内开展的协商活动，一条记录一场；联合举办的只在计数单位算",
        "协商场次", "协商活动场次", "开展协商", "开展协商活动", "基层协商议事活动", "协商议事活动",
        "协商会议", "协商会议场次", "协商议事会", "基层协商活动",
    ),
    _of_brand("grassroots_meetings", "grassroots", "协商在基层", "协商在基层场次", "协商在基层活动"),
    _of_meetings(
        "courtyard_meetings", "院坝协商", "场", "主品牌是院坝协商的协商活动；兼挂的不算",
        "院坝协商场次", "院坝协商活动", "开展院坝协商", where=_COURTYARD,
    ),
    _of_brand("sector_talks", "sector_talk", "界别协商", "界别协商场次"),
    _of_brand("negotiate_meetings", "negotiate", "有事好商量", "有事好商量场次"),
    _of_brand("face_to_face_meetings", "face_to_face", "春城面对面", "春城面对面场次"),
    _of_brand("frontline_meetings", "frontline", "一线协商", "一线协商场次", "一线协商·共同缔造"),
    _of_brand(
        "livelihood_hall_meetings", "livelihood_hall", "民生议事堂", "民生议事堂场次", "民生议事堂活动",
    ),
    _of_brand("border_meetings", "border", "边寨协商", "边寨协商场次"),
    _of_brand("micro_meetings", "micro", "小微协商", "小微协商场次"),
    _of_meetings(
        "party_head_meetings", "党政主职参加", "场", "勾选了党政主职参加的协商活动",
        "党政主要负责人参加", "党政主要领导参加", "党政主职参加场次",
        where=(Where("party_head", "is", True),),
    ),
    Figure(
        "researched_meetings", "会前调研的会议", "场", "meeting.research", "root.happened_on",
        "期内开展、记有前期调研的协商活动", Distinct("parent_id"), aliases=("会前调研场次",),
    ),
    Figure(
        "research_trips", "会前调研", "次", "meeting.research", "root.happened_on",
        "期内协商活动记下的前期调研，一条一次；按协商活动的日期算", aliases=("会前调研次数", "协商调研次数"),
    ),
    Figure(
        "meetings_reported", "报送信息的会议", "场", "meeting", "reported_on",
        "报送信息日期在期内的协商活动", aliases=("报送信息场次",),
    ),
)  # fmt: skip

ATTENDANCE = (
    _of_meetings(
        "attendance_total", "参加协商人次", "人次", "各场合计人数相加",
        "参会人次", "参与协商人次", "协商参加人次", "参加协商人数合计", measure=Sum("headcount"),
    ),
    _of_meetings(
        "courtyard_attendance", "参加院坝协商", "人次", "主品牌是院坝协商的各场，合计人数相加",
        "院坝协商参加人次", "院坝协商参与人次", measure=Sum("headcount"), where=_COURTYARD,
    ),
    _of_meetings(
        "member_attendance", "委员参加协商", "人次", "点到名的出席加未列名委员数",
        "委员参会人次", "委员参与协商人次", "参加协商委员人次", measure=Sum("member_count"),
    ),
    _of_meetings(
        "cadre_attendance", "干部参加协商", "人次", "党政领导、部门人员、镇村干部人数相加",
        "干部参会人次", "参加协商干部人次", measure=Sum("cadre_count"),
    ),
    _of_meetings(
        "mass_attendance", "群众参加协商", "人次", "各场群众代表人数相加",
        "群众参会人次", "参加协商群众人次", "群众代表参会人次", measure=Sum("mass_count"),
    ),
    Figure(
        "other_attendance", "其他人员参加协商", "人次", "meeting.people", "root.happened_on",
        "专家、企业和社会组织、媒体、政协机关等人数相加；委员、干部、群众不在内", Sum("number"),
        (Where("role", "not_in", _COUNTED_ELSEWHERE),), aliases=("其他人员参会人次",),
    ),
    Figure(
        "meeting_members", "参加协商委员", "人", "meeting.members", "root.happened_on",
        "点到名并出席的委员，同一人只算一次", Distinct("person_id"), (Where("status", "=", "present"),),
        aliases=("参加协商委员数", "参与协商委员数"),
    ),
    _of_members(
        "meeting_presence", "点名参加协商", "present", "点到名并出席的委员，来一次算一次", "点名参会人次"
    ),
    _of_members("meeting_leave", "协商请假", "leave", "点名时请假的委员，一次算一次", "协商请假人次"),
    _of_members("meeting_absent", "协商缺席", "absent", "点名时缺席的委员，一次算一次", "协商缺席人次"),
)  # fmt: skip

COVERAGE = (
    _of_meetings(
        "townships_covered", "覆盖乡镇", "个", "期内开展过协商活动的乡镇（街道），一个只算一次",
        "覆盖乡镇数", "覆盖乡镇（街道）", "开展协商的乡镇", measure=Distinct("township_id"),
    ),
    _of_meetings(
        "villages_covered", "覆盖村（社区）", "个", "期内开展过协商活动的村（社区），一个只算一次",
        "覆盖村数", "覆盖村（社区）数", "开展协商的村（社区）", measure=Distinct("village_id"),
    ),
)  # fmt: skip

MEETING_FIGURES: tuple[Figure, ...] = (*TOPICS, *MEETINGS, *ATTENDANCE, *COVERAGE)
