"""CaseInfo: information items and cases that are sent up."""

from __future__ import annotations

from typing import Any

from app.errors import Level, Problem
from app.models import days
from app.models.base import Record, Row
from app.models.context import Context
from app.models.fields import Values, children, field, reference
from app.models.kinds import Kind
from app.models.values import Choice, DayValue, LongText, Text

NOT_ADOPTED = "none"


class CaseInfo(Record):
    """工作动态信息、典型案例、精品案例 (domain.md §2.9); a change of type is a promotion row."""

    kind = Kind(
        "案例信息",
        code="AL",
        measure="篇",
        page="meeting",
        title="name",
        day="reported_on",
        same_if=("name",),
        groups=("基本情况", "采用情况", "备注和附件"),
        optional=("采用情况",),
        short="案例",
    )

    name: Any = field("标题", Text(60), rank=10, needed="save", listed=True, searched=True, wide=True)
    sort: Any = field("类型", Choice("case_kind"), needed="save", listed=True)
    reported_on: Any = field("报送日期", DayValue(), needed="save", listed=True)
    author: Any = field("作者", Text(40), listed=True)
    meeting: Any = reference("关联协商活动", "meeting", aliases=("关联会议",))
    township: Any = reference("乡镇（街道）", "township", listed=True, short="乡镇")
    sent_to: Any = field("报送对象", Choice("sent_to"), listed=True)
    content: Any = field("正文", LongText(8000), folded=True)
    adopted: Any = field(
        "采用情况", Choice("case_adoption"), group="采用情况", listed=True, hint="填最高的一级"
    )
    adopted_on: Any = field("采用日期", DayValue(), group="采用情况")
    exchanged_on: Any = field(
        "会议交流日期", DayValue(), group="采用情况", folded=True, hint="在会议上交流的填"
    )
    exchange_level: Any = field("交流级别", Choice("cppcc_level"), group="采用情况", folded=True)
    media: Any = field("刊发媒体", Text(40), group="采用情况")
    media_level: Any = field("媒体层级", Choice("cppcc_level"), group="采用情况", folded=True)
    published_on: Any = field("刊发日期", DayValue(), group="采用情况", folded=True)
    link: Any = field("链接", Text(200), group="采用情况", folded=True)
    promotions: Any = children("晋级记录", "Promotion", group="采用情况", folded=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        found = []
        day = values.get("reported_on")
        if day and days.first(day) > context.today:
            found.append(Problem(("reported_on",), "报送日期", f"{days.iso(day)} 还没到，请改对日期"))
        found += _adoption_problems(values, day)
        if values.get("exchanged_on") and values.get("exchange_level") is None:
            text = "没选是哪一级的会议，省政协会议交流就数不到"
            found.append(Problem(("exchange_level",), "交流级别", text, Level.DOUBT))
        return found


def _adoption_problems(values: Values, reported: days.Day | None) -> list[Problem]:
    on = values.get("adopted_on")
    if on and reported and days.last(on) < days.first(reported):
        text = f"{days.iso(on)} 早于报送的 {days.iso(reported)}，请改对其中一个"
        return [Problem(("adopted_on",), "采用日期", text)]
    if values.get("adopted") not in (None, NOT_ADOPTED) and on is None:
        return [Problem(("adopted_on",), "采用日期", "采用了没填日期，采用数里就数不到", Level.DOUBT)]
    return []


class Promotion(Row, parent="case_info"):
    """A case that became a higher one; earlier counts stay as they were."""

    sort: Any = field("升为", Choice("case_kind"), needed="save")
    on: Any = field("日期", DayValue(), needed="save")
    basis: Any = field("依据", Text(60))
