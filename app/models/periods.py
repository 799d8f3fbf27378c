"""Periods a figure is asked for: month, quarter, half-year, year or free, by the office's cut-off day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.errors import AppError
from app.models.days import EARLIEST, LATEST, Month, last


class Span(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FREE = "free"


_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}
_NUMERALS = "一二三四"


@dataclass(frozen=True, slots=True)
class Period:
    """Days `start`..`end` inclusive; `index` counts the spans of that year from 1 (0 for a free one)."""

    span: Span
    start: date
    end: date
    year: int
    index: int = 0

    @property
    def after(self) -> str:
        """A stored day lies inside when `after < day <= through`; a month-only day sorts before its 1st."""
        return (self.start - timedelta(days=1)).isoformat()

    @property
    def through(self) -> str:
        return self.end.isoformat()

    @property
    def key(self) -> str:
        """The way it is written on the command line."""
        match self.span:
            case Span.MONTH:
                return f"{self.year}-{self.index:02d}"
            case Span.QUARTER:
                return f"{self.year}Q{self.index}"
            case Span.HALF:
                return f"{self.year}H{self.index}"
            case Span.YEAR:
                return f"{self.year}"
            case Span.FREE:
                return f"{self.start}..{self.end}"

    @property
    def label(self) -> str:
        """As in titles: 2026年10月, 2026年第三季度, 2026年上半年, 2026年."""
        match self.span:
            case Span.MONTH:
                return f"{self.year}年{self.index}月"
            case Span.QUARTER:
                return f"{self.year}年第{_NUMERALS[self.index - 1]}季度"
            case Span.HALF:
                return f"{self.year}年{'上' if self.index == 1 else '下'}半年"
            case Span.YEAR:
                return f"{self.year}年"
            case Span.FREE:
                return self.days

    @property
    def days(self) -> str:
        """The real days, as printed below a title: 2026年10月1日—10月31日."""
        start, end = self.start, self.end
        tail = f"{end.month}月{end.day}日"
        if end.year != start.year:
            tail = f"{end.year}年{tail}"
        return f"{start.year}年{start.month}月{start.day}日—{tail}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """How this office cuts the year: cut-off day (0 = end of month) and whether December runs to the 31st.

    A running total begins with month `year_start`, or with the last of the days `begins` up to the period's
    end where there is one: the first days of terms (`by_term`), or a day of the office's own choice.
    """

    cut_off: int = 0
    december_full: bool = True
    year_start: int = 1
    begins: tuple[date, ...] = ()
    by_term: bool = False

    def month(self, year: int, month: int) -> Period:
        return Period(Span.MONTH, self._start(year, month), self._end(year, month), year, month)

    def quarter(self, year: int, index: int) -> Period:
        return self._spanning(Span.QUARTER, year, index)

    def half(self, year: int, index: int) -> Period:
        return self._spanning(Span.HALF, year, index)

    def year(self, year: int) -> Period:
        return self._spanning(Span.YEAR, year, 1)

    def month_of(self, day: date) -> Period:
        """The month a day counts into."""
        found = self.month(day.year, day.month)
        if day > found.end:
            return self.next(found)
        return self.previous(found) if day < found.start else found

    def previous(self, period: Period) -> Period:
        return self._shifted(period, -1)

    def next(self, period: Period) -> Period:
        return self._shifted(period, 1)

    def year_before(self, period: Period) -> Period:
        """The same stretch of last year."""
        if period.span is Span.FREE:
            return Period(Span.FREE, _last_year(period.start), _last_year(period.end), period.year - 1)
        return self._spanning(period.span, period.year - 1, period.index)

    def to_date(self, period: Period) -> Period:
        """From where the running total begins (累计起点, domain.md §0) to the period's end."""
        year = self._year_of(period)
        start = self._begin(period) or self._year_begin(period)
        # A period that begins before the total does is all of it: 累计 is never less than 本期.
        return Period(Span.FREE, min(start, period.start), period.end, year)

    def since(self, period: Period) -> str:
        """From when 累计 runs, as a sentence begins: 今年以来, 本届以来, 自2026年3月15日以来, 7月以来."""
        begin = self._begin(period)
        if begin is not None:
            return "本届以来" if self.by_term else f"自{_spoken(begin)}以来"
        if self.year_start == 1:
            return "今年以来"
        year = self._year_begun(period)
        return f"{'' if year == self._year_of(period) else f'{year}年'}{self.year_start}月以来"

    def total_name(self, period: Period, *, this_year: bool = True) -> str:
        """What 累计 is called above a column: 今年累计, 2025年累计, 本届累计, 2026年3月15日起累计."""
        begin = self._begin(period)
        if begin is not None:
            return "本届累计" if self.by_term else f"{_spoken(begin)}起累计"
        if self.year_start != 1:
            return f"{self.year_start}月起累计"
        return "今年累计" if this_year else f"{period.year}年累计"

    def months_within(self, period: Period) -> tuple[Period, ...]:
        """The months from the one the period begins in to the one it ends in."""
        found = [self.month_of(period.start)]
        while found[-1].end < period.end:
            found.append(self.next(found[-1]))
        return tuple(found)

    def parse(self, text: str) -> Period:
        """Reads 2026-10, 2026Q3, 2026H1, 2026 or 2026-01-01..2026-07-31; raises AppError."""
        text = text.strip()
        free = re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", text)
        if free:
            return _free(*free.groups())
        found = re.fullmatch(r"(\d{4})(?:-(\d{2})|Q([1-4])|H([12]))?", text)
        if not found or not EARLIEST < int(found[1]) < LATEST or (found[2] and not 1 <= int(found[2]) <= 12):
            raise AppError(
                f"期间“{text[:40]}”看不懂：请写成 2026-10、2026Q3、2026H1、2026 或 2026-01-01..2026-07-31。"
            )
        year = int(found[1])
        if found[2]:
            return self.month(year, int(found[2]))
        if found[3]:
            return self.quarter(year, int(found[3]))
        return self.half(year, int(found[4])) if found[4] else self.year(year)

    def _begin(self, period: Period) -> date | None:
        """The last of the days `begins` that is not after the period; None when the year decides."""
        return max((day for day in self.begins if day <= period.end), default=None)

    def _year_of(self, period: Period) -> int:
        # A free stretch of the last days of December may belong to next year's January.
        return self.month_of(period.end).year if period.span is Span.FREE else period.year

    def _year_begun(self, period: Period) -> int:
        """In which year the month `year_start` was last, as seen from the period's end."""
        year = self._year_of(period)
        return year if self._start(year, self.year_start) <= period.end else year - 1

    def _year_begin(self, period: Period) -> date:
        return self._start(self._year_begun(period), self.year_start)

    def _spanning(self, span: Span, year: int, index: int) -> Period:
        size = _MONTHS[span]
        return Period(
            span, self._start(year, (index - 1) * size + 1), self._end(year, index * size), year, index
        )

    def _shifted(self, period: Period, step: int) -> Period:
        if period.span is Span.FREE:
            length = (period.end - period.start).days + 1
            delta = timedelta(days=length * step)
            return Period(Span.FREE, period.start + delta, period.end + delta, (period.end + delta).year)
        per_year = 12 // _MONTHS[period.span]
        count = period.year * per_year + period.index - 1 + step
        return self._spanning(period.span, count // per_year, count % per_year + 1)

    def _end(self, year: int, month: int) -> date:
        whole = last(Month(year, month))
        if not self.cut_off or (month == 12 and self.december_full):
            return whole
        return whole.replace(day=min(self.cut_off, whole.day))

    def _start(self, year: int, month: int) -> date:
        before = (year - 1, 12) if month == 1 else (year, month - 1)
        return self._end(*before) + timedelta(days=1)


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def free_period(start: date, end: date) -> Period:
    """Any stretch of days; the running total is that of the end's year."""
    if end < start:
        raise AppError(f"期间的结束日期 {end} 早于开始日期 {start}：请把两个日期对调。")
    if start.year <= EARLIEST or end.year >= LATEST:
        raise AppError(f"期间“{start}..{end}”太早或太晚：请填 {EARLIEST + 1} 到 {LATEST - 1} 年之间的日子。")
    return Period(Span.FREE, start, end, end.year)


def _free(start: str, end: str) -> Period:
    try:
        return free_period(date.fromisoformat(start), date.fromisoformat(end))
    except ValueError:
        raise AppError(f"期间“{start}..{end}”里有不存在的日期：请改成真有的日子。") from None


def _last_year(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
