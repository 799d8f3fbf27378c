"""ZeroReport: a township, committee or studio that reported an empty month."""

from __future__ import annotations

from typing import Any

from app.errors import Problem
from app.models.base import Record
from app.models.context import Context
from app.models.fields import Values, When, computed, field, reference
from app.models.kinds import Kind
from app.models.values import Choice, DayValue, Text

ONE = "请在乡镇、专委会、工作室里只选一个"


class ZeroReport(Record):
    """零报告 (domain.md §0): said, so it is known, that nothing happened."""

    kind = Kind(
        "零报告",
        code="LBG",
        measure="份",
        page="month",
        title="subject",
        day="month",
        same_if=("month", "township", "studio", "committee"),
    )

    month: Any = field("月份", DayValue(), needed="save", listed=True, hint="2026-10")
    township: Any = reference(
        "乡镇（街道）",
        "township",
        listed=True,
        short="乡镇",
        needed_when=When(lambda v: not (v.get("studio") or v.get("committee")), ONE),
    )
    studio: Any = reference("工作室", "studio", listed=True)
    committee: Any = field("专委会", Choice("committee"), listed=True)
    subject: Any = computed(
        "报告单位", Text(40), lambda values: values.get("subject"), listed=True, searched=True
    )
    reported_by: Any = field("报告人", Text(20), listed=True)

    @classmethod
    def problems(cls, values: Values, context: Context) -> list[Problem]:
        named = [key for key in ("township", "studio", "committee") if values.get(key) is not None]
        return [Problem(("township",), "乡镇（街道）", ONE)] if len(named) > 1 else []

    @classmethod
    def fill(cls, values: Values, context: Context) -> None:
        found, committee = values.get("township") or values.get("studio"), values.get("committee")
        label = context.option_label("committee", committee) if committee else None
        values["subject"] = found.label if found else label
