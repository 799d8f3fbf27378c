"""Townships and villages: permanent identity, former names, from and to."""

from __future__ import annotations

from typing import Any

from app.models.base import Record
from app.models.fields import field, reference
from app.models.kinds import Kind
from app.models.personal import Phone
from app.models.values import Choice, Code, Count, DayValue, Text

_CODE = Code(12, r"[0-9A-Za-z]{1,12}", "请用字母或数字")


class Township(Record):
    """A township or street office (乡镇、街道), with its CPPCC liaison group."""

    kind = Kind("乡镇（街道）", code="XZ", measure="个", page="settings", title="name", short="乡镇")

    name: Any = field("名称", Text(20), needed="save", listed=True, searched=True)
    code: Any = field("区划代码", _CODE, listed=True)
    position: Any = field("排列顺序", Count(), listed=True, short="顺序")
    former_names: Any = field("曾用名", Text(100), folded=True)
    started_on: Any = field("设立日期", DayValue(), folded=True)
    ended_on: Any = field("撤并日期", DayValue(), folded=True)
    became: Any = reference("并入", "township", folded=True)
    contact: Any = field("联络员", Text(20), listed=True)
    phone: Any = field("联络员电话", Phone(pattern=""))


class Village(Record):
    """A village or community (村、社区); it belongs to a township."""

    kind = Kind("村（社区）", code="CS", measure="个", page="settings", title="name", short="村")

    name: Any = field("名称", Text(20), needed="save", listed=True, searched=True)
    township: Any = reference("乡镇（街道）", "township", needed="save", listed=True, short="乡镇")
    sort: Any = field("类别", Choice("village_kind"), listed=True)
    code: Any = field("区划代码", _CODE, folded=True)
    former_names: Any = field("曾用名", Text(100), folded=True)
    started_on: Any = field("设立日期", DayValue(), folded=True)
    ended_on: Any = field("撤并日期", DayValue(), folded=True)
    became: Any = reference("并入", "village", folded=True)
