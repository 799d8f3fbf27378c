"""How a report calls its period and those it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.periods import Calendar, Period, Span

_NAMES = {
    Span.MONTH: ("本月", "上月"),
    Span.QUARTER: ("本季度", "上季度"),
    Span.HALF: ("上半年", ""),
    Span.YEAR: ("全年", ""),
}


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """`before` is "" where the period before is last year's, `since` where the period is all of 累计."""

    now: str
    before: str
    year_before: str
    since: str
    total: str

    @classmethod
    def of(cls, period: Period, calendar: Calendar | None = None) -> PeriodWords:
        """Without a `calendar` running totals begin with the year."""
        calendar = calendar or Calendar()
        is_year = period.span is Span.YEAR
        second_half = period.span is Span.HALF and period.index == 2
        now, before = ("下半年", "上半年") if second_half else _NAMES.get(period.span, ("本期", ""))
        return cls(
            now,
            before,
            "上年" if is_year else "上年同期",
            "" if is_year and not calendar.begins else calendar.since(period),
            calendar.total_name(period),
        )

    def spans(self, period: Period) -> dict[str, str]:
        """Words by span as a finding says them; `name` is what the period is called in running text."""
        return {
            "current": self.now,
            "previous": self.before or "上期",
            "ytd": self.total,
            "last_year": self.year_before,
            "name": period.label.partition("年")[2],
        }
