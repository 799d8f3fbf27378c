"""Person, term and membership: who someone is, and what office he held from when to when."""

from __future__ import annotations

from typing import Any

from app.errors import Level, Problem
from app.models import days
from app.models.base import Record, Row
from app.models.context import Context
from app.models.fields import Values, children, field, reference
from app.models.kinds import Kind
from app.models.personal import PHONE, Address, IdentityNumber
from app.models.values import Choice, Code, DayValue, LongText, Many, Text


class Person(Record):
    """A human being; distinct people are counted by this."""

    kind = Kind(
        "人员",
        code="RY",
        measure="人",
        page="members",
        title="name",
        groups=("基本情况", "联系方式", "备注和附件"),
    )

    name: Any = field("姓名", Text(30), needed="save", listed=True, searched=True)
    gender: Any = field("性别", Choice("gender"), listed=True)
    ethnicity: Any = field("民族", Choice("ethnicity"), listed=True)
    born_on: Any = field("出生日期", DayValue(), listed=True)
    political_status: Any = field("政治面貌", Choice("political_status"), listed=True)
    education: Any = field("学历", Choice("education"), folded=True)
    initials: Any = field(
        "拼音首字母", Code(20, r"[a-zA-Z]{1,20}", "请只用字母"), folded=True, hint="读音特别时手填"
    )
    phone: Any = field("手机", PHONE, group="联系方式")
    address: Any = field("通讯地址", Address(), group="联系方式", folded=True)
    id_number: Any = field("身份证号", IdentityNumber(), group="联系方式", folded=True, setting="id_numbers")
    expertise: Any = field("专长", Text(100), folded=True)
    honours: Any = field("荣誉", LongText(2000), folded=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        born = values.get("born_on")
        if born and days.first(born) > context.today:
            return [Problem(("born_on",), "出生日期", "在今天之后，请改对", Level.SAVE)]
        return []


class Term(Record):
    """A term of the committee (届)."""

    kind = Kind("届", code="JC", measure="届", page="settings", title="name")

    name: Any = field("届", Text(20), needed="save", listed=True, hint="如 十一届")
    started_on: Any = field("开始日期", DayValue(), needed="save", listed=True)
    ended_on: Any = field("结束日期", DayValue(ahead=True), listed=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        return end_before_start(values)


class Membership(Record):
    """A member's office in one term (任职): sector, committees, posts, from and to."""

    kind = Kind(
        "委员",
        code="WY",
        measure="名",
        page="members",
        title="person",
        same_if=("person", "term"),
        groups=("任职", "联系点", "备注和附件"),
        optional=("联系点",),
    )

    person: Any = reference("姓名", "person", needed="save", listed=True, searched=True)
    term: Any = reference("届", "term", needed="save", listed=True)
    sector: Any = field("界别", Choice("sector"), needed="count", listed=True)
    posts: Any = field("政协职务", Many("post"), listed=True)
    employer: Any = field("单位及职务", Text(60), listed=True, searched=True)
    committees: Any = field("专委会", Many("committee"), listed=True)
    levels: Any = field("委员层级", Many("cppcc_level"), folded=True)
    township: Any = reference(
        "所在活动组", "township", hint="按乡镇编组的，选乡镇", listed=True, short="活动组"
    )
    state: Any = field("状态", Choice("member_state"), default="serving", listed=True)
    started_on: Any = field("任职日期", DayValue(), needed="count")
    ended_on: Any = field("离任日期", DayValue())
    basis: Any = field("变动依据", Text(100), folded=True)
    linked_units: Any = children("联系点", "LinkedUnit", group="联系点")

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        found = end_before_start(values)
        linked = len(values.get("linked_units") or ())
        if linked > 3:
            text = f"有 {linked} 个，一般每位委员联系 1 到 3 个"
            found.append(Problem(("linked_units",), "联系点", text, Level.DOUBT))
        return found


class LinkedUnit(Row, parent="membership"):
    """A place at the grassroots that a member keeps in touch with (联系点)."""

    name: Any = field("单位", Text(40), needed="save")
    sort: Any = field("类型", Choice("linked_unit_kind"))
    township: Any = reference("乡镇（街道）", "township")
    started_on: Any = field("起", DayValue())
    ended_on: Any = field("止", DayValue())


def end_before_start(values: Values) -> list[Problem]:
    """An end that comes before the beginning, for anything with started_on and ended_on."""
    start, end = values.get("started_on"), values.get("ended_on")
    if start and end and days.last(end) < days.first(start):
        text = f"早于开始的 {days.iso(start)}，请改对其中一个"
        return [Problem(("ended_on",), "结束日期", text, Level.SAVE)]
    return []
