"""How a report calls its period and those it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.periods import Period, Span

_NAMES = {
    Span.MONTH: ("本月", "上月"),
    Span.QUARTER: ("本季度", "上季度"),
    Span.HALF: ("上半年", ""),
    Span.YEAR: ("全年", ""),
}


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """`before` is "" where the period before is last year's, `since` where the period is the whole year."""

    now: str
    before: str
    year_before: str
    since: str

    @classmethod
    def of(cls, period: Period) -> PeriodWords:
        is_year = period.span is Span.YEAR
        second_half = period.span is Span.HALF and period.index == 2
        now, before = ("下半年", "上半年") if second_half else _NAMES.get(period.span, ("本期", ""))
        return cls(now, before, "上年" if is_year else "上年同期", "" if is_year else "今年以来")

    def spans(self, period: Period) -> dict[str, str]:
        """Words by span as a finding says them; `name` is what the period is called in running text."""
        return {
            "current": self.now,
            "previous": self.before or "上期",
            "ytd": "今年累计",
            "last_year": self.year_before,
            "name": period.label.partition("年")[2],
        }
