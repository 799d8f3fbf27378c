"""The office's settings: who it is, how it cuts the year, what it calls things."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from app.errors import Invalid, Level, Problem

LEVELS = {"county": "县级", "city": "市级"}
TOTALS = {"year": "本年", "term": "本届", "day": "自己定的一天"}
"""Where the running total begins (累计起点, domain.md §0)."""


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """Everything about one office that titles, periods and navigation need; days and months as numbers.

    `total_day` is a day like 2026-03-15, "" when `total_from` is not day. With `strict_dating` 本期 is only
    what happened in it, and 补报更正 stands beside it (domain.md §0).
    """

    unit_name: str = "××县政协"
    unit_full_name: str = "中国人民政治协商会议××县委员会"
    city_name: str = "××市政协"
    level: str = "county"
    area: str = "全县"
    clerk: str = ""
    reviewer: str = ""
    head: str = ""
    phone: str = ""
    cut_off_day: int = 0
    december_full: bool = True
    strict_dating: bool = False
    total_from: str = "year"
    year_start_month: int = 1
    total_day: str = ""
    report_by_day: int = 10
    meeting_label: str = "协商在基层"
    visit_label: str = "委员走基层"
    studio_label: str = "委员工作室"
    checklist_standard: str = "gansu_six"
    id_numbers: bool = False
    demo: bool = False
    set_up: bool = False

    @property
    def mark(self) -> str:
        """What everything written says of itself: 示例数据 in a sample store, else nothing."""
        return "示例数据" if self.demo else ""


LABELS: dict[str, str] = {
    "unit_name": "单位简称",
    "unit_full_name": "单位全称",
    "city_name": "上级政协",
    "level": "级别",
    "area": "全域叫法",
    "clerk": "填报人",
    "reviewer": "审核人",
    "head": "单位负责人",
    "phone": "联系电话",
    "cut_off_day": "统计截止日",
    "december_full": "十二月到 31 日",
    "strict_dating": "补报更正单列",
    "total_from": "累计起点",
    "year_start_month": "从几月起",
    "total_day": "从哪天起",
    "report_by_day": "报送日",
    "meeting_label": "协商的叫法",
    "visit_label": "走访的叫法",
    "studio_label": "工作室的叫法",
    "checklist_standard": "核查标准",
    "id_numbers": "登记身份证号",
}
_RANGES = {"cut_off_day": (0, 28), "year_start_month": (1, 12), "report_by_day": (1, 28)}
_AMONG = {"level": LEVELS, "total_from": TOTALS}
_REQUIRED = ("unit_name", "city_name", "meeting_label", "visit_label", "studio_label")


def changed(settings: OfficeSettings, values: Mapping[str, Any]) -> OfficeSettings:
    """The settings with some values replaced; raises Invalid when one cannot be."""
    problems = []
    for key, value in values.items():
        text = _problem(key, value)
        if text:
            problems.append(Problem((key,), LABELS.get(key, key), text, Level.SAVE))
    if problems:
        raise Invalid(problems)
    found = replace(settings, **values)
    if found.total_from == "day" and not found.total_day:
        raise Invalid([Problem(("total_day",), LABELS["total_day"], "请填累计从哪天起", Level.SAVE)])
    return found


def _problem(key: str, value: Any) -> str:
    known = {field.name: type(getattr(OfficeSettings(), field.name)) for field in fields(OfficeSettings)}
    if key not in known or type(value) is not known[key]:
        return "没有这个设置，或填的不是它要的值"
    if key in _RANGES and not _RANGES[key][0] <= value <= _RANGES[key][1]:
        return f"请填 {_RANGES[key][0]} 到 {_RANGES[key][1]} 之间的数"
    if key in _REQUIRED and not str(value).strip():
        return "不能空着，请填上"
    among = _AMONG.get(key)
    if among and value not in among:
        return f"请在{'、'.join(among.values())}里选一个"
    if key == "total_day" and value and not _is_day(value):
        return "请填日历上有的日子，像 2026-03-15"
    if isinstance(value, str) and any(unicodedata.category(c) in ("Cc", "Cs") for c in value):
        return "里面有看不见的控制字符，请删掉重打"
    if isinstance(value, str) and len(value) > 60:
        return f"有 {len(value)} 个字，最多 60 个"
    return ""


def _is_day(text: str) -> bool:
    try:
        return 1900 < date.fromisoformat(text).year < 2200 and len(text) == len("2026-03-15")
    except ValueError:
        return False


def to_json(settings: OfficeSettings) -> str:
    return json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> OfficeSettings:
    known = {field.name for field in fields(OfficeSettings)}
    return OfficeSettings(**{k: v for k, v in json.loads(text).items() if k in known})
