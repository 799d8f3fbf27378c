"""DayValue, Time: when something was or will be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Any, ClassVar

from sqlalchemy.types import TypeEngine

from app.errors import Unfit, quoted
from app.models import days
from app.models.columns import ClockText, DayText
from app.models.context import Context
from app.models.texts import describe, numeral, short_text
from app.models.values.value_kind import Filter, ValueKind


@dataclass(frozen=True)
class DayValue(ValueKind):
    """A day, or a month when only that is known; `ahead` reads short dates towards the future."""

    ahead: bool = False
    name: ClassVar[str] = "day"
    filters: ClassVar[Filter] = "range"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> days.Day | None:
        if raw is None or isinstance(raw, days.Day):
            return raw
        raw = numeral(raw)
        if not isinstance(raw, str):
            raise Unfit(f"要填日期，不能填 {describe(raw)}，请按 2026-10-12 这样填")
        return days.parse_day(raw, context.today, ahead=self.ahead) if raw.strip() else None

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else days.iso(value)

    def plain(self, value: Any) -> Any:
        return None if value is None else days.iso(value)

    def from_plain(self, plain: Any) -> days.Day | None:
        return None if plain is None else days.from_iso(plain)

    def column(self) -> TypeEngine[Any]:
        return DayText()


@dataclass(frozen=True)
class Time(ValueKind):
    """A time of day, to the minute; typed 1430, 14:30 or 14点30."""

    name: ClassVar[str] = "time"

    def parse(self, raw: object, context: Context, values: dict[str, Any]) -> time | None:
        if raw is None or isinstance(raw, time):
            return raw
        text = short_text(raw, "时间")
        if not text:
            return None
        found = re.fullmatch(r"(\d{1,2})(?:[:.点时]?(\d{2})?分?)?", text)
        if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise Unfit(f"看不懂{quoted(text)}这个时间，请按 14:30 这样填")
        return time(int(found[1]), int(found[2] or 0))

    def format(self, value: Any, context: Context) -> str:
        return "" if value is None else f"{value:%H:%M}"

    def plain(self, value: Any) -> Any:
        return None if value is None else f"{value:%H:%M}"

    def from_plain(self, plain: Any) -> time | None:
        return None if plain is None else time.fromisoformat(plain)

    def column(self) -> TypeEngine[Any]:
        return ClockText()
