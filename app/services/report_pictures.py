"""The pictures of a period: by month against last year, by township, by focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.exporters.tables import ChartTable, Comparison, MonthChart, Series
from app.models.periods import Period, Span
from app.services.figure_values import Value, Values, undivided
from app.services.figures import Figures
from app.services.spans import Spans
from app.settings import OfficeSettings

CHARTED = ("meetings", "visits", "studio_activities")
BY_MONTH, BY_TOWNSHIP, BY_FOCUS = "meetings", "meetings", "courtyard_meetings"


@dataclass(frozen=True, slots=True)
class ReportPictures:
    """Takes the numbers of the pictures from the same declarations as the tables."""

    figures: Figures
    settings: OfficeSettings
    period: Period
    today: date
    reported: bool = False
    """Whether anything was ever reported; then months are shown as they were sent."""

    def months(self) -> MonthChart:
        """What happened month by month in the period's year, up to the period."""
        months = self._months(self.period.year)
        values = self._monthly(CHARTED, [month for month in months if self._has_come(month)])
        series = tuple(
            Series(
                self.figures.catalogue[key].label,
                tuple(_whole(values[month].total(key, month.key)) if month in values else None
                      for month in months),
            )
            for key in CHARTED
        )  # fmt: skip
        title = f"{self.settings.unit_name}{self.period.year}年各月活动场次"
        labels = tuple(f"{month.index}月" for month in months)
        return MonthChart(title, labels, series, self._line, caption="各月活动（场、次）")

    def pictures(self) -> ChartTable:
        """图: months against last year, then townships and focuses in the period."""
        now, before = self._names
        pictures = (
            self._by_month(),
            self._by_group(
                "各乡镇（街道）协商活动（场）", "乡镇（街道）", BY_TOWNSHIP, "township", now, before
            ),
            self._by_group("五项重点院坝协商（场）", "重点", BY_FOCUS, "focus", now, before),
        )
        title = f"{self.settings.unit_name}工作情况图（{self.period.label}）"
        return ChartTable(title, pictures, self._line)

    @property
    def _line(self) -> tuple[str, str, str]:
        return (f"填报单位：{self.settings.unit_name}", f"统计期间：{self.period.days}", "")

    @property
    def _names(self) -> tuple[str, str]:
        return ("本年", "上年") if self.period.span is Span.YEAR else ("本期", "上年同期")

    def _has_come(self, month: Period) -> bool:
        return month.start <= min(self.period.end, self.today)

    def _months(self, year: int) -> tuple[Period, ...]:
        calendar = self.figures.calendar
        return calendar.months_within(calendar.year(year))

    def _by_month(self) -> Comparison:
        this, last = self._months(self.period.year), self._months(self.period.year - 1)
        shown = [*(month for month in this if self._has_come(month)), *last]
        values, coverage = self._monthly((BY_MONTH,), shown), self.figures.coverage()
        known = [month for month in shown if not coverage.is_cut(BY_MONTH, month)]
        series = tuple(
            Series(
                f"{year}年",
                tuple(_whole(values[month].total(BY_MONTH, month.key)) if month in known else None
                      for month in months),
            )
            for year, months in ((self.period.year, this), (self.period.year - 1, last))
        )  # fmt: skip
        names = tuple(f"{month.index}月" for month in this)
        return Comparison("一、各月协商活动（场）", "月份", names, series)

    def _by_group(self, caption: str, heading: str, key: str, by: str, now: str, before: str) -> Comparison:
        values = self.figures.evaluate([key], self.figures.spans(self.period), by)
        groups = [
            group
            for group in values.groups
            if group.key not in ("county", "none") or _any(values, key, group.key)
        ]
        series = tuple(
            Series(name, tuple(_whole(values.part(key, span, group.key)) for group in groups))
            for name, span in ((now, "current"), (before, "last_year"))
        )
        number = "二" if by == "township" else "三"
        return Comparison(f"{number}、{caption}", heading, tuple(group.label for group in groups), series)

    def _monthly(self, keys: Sequence[str], months: Sequence[Period]) -> dict[Period, Values]:
        """Values of each month; a reported one as it was sent, this one with 补报更正."""
        if not self.reported:
            values = self.figures.evaluate(keys, {month.key: month for month in months})
            return dict.fromkeys(months, values)
        found = {}
        for month in months:
            name = "current" if month == self.period else "previous"
            values = self.figures.evaluate(keys, Spans({name: month}))
            found[month] = replace(
                values, totals={(ask, month.key): values.total(ask, name) for ask, _ in values.totals}
            )
        return found


def _any(values: Values, key: str, group: str) -> bool:
    return any(values.part(key, span, group) for span in ("current", "last_year"))


def _whole(value: Value) -> int:
    return int(undivided(value))
