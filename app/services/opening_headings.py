"""Stretch: the month, or the months summed up in one number, that a column of opening figures is for."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from app.errors import Unfit, quoted
from app.models.days import EARLIEST, LATEST, Month
from app.models.periods import Calendar, Period, Span

_YEAR, _MONTH = r"(?P<{0}year>\d{{4}})年?[-./]?", r"(?P<{0}month>\d{{1,2}})月?"
_ONE = re.compile(_YEAR.format("") + _MONTH.format("") + "份?")
_RANGE = re.compile(
    _YEAR.format("first_") + _MONTH.format("first_") + r"[-—–~至到]{1,2}(?:"
    + _YEAR.format("last_") + ")?" + _MONTH.format("last_")
)  # fmt: skip
_WHOLE = re.compile(r"(?P<year>\d{4})年?(?:全年|年度|全年度)?")
_TO = re.compile(r"(?:截至|截止|到|至)?" + _YEAR.format("") + _MONTH.format("") + "(?:底|末|止)?")
_SUM_WORDS = re.compile(r"一笔|累计|合计|[()、,]")
_HOW = "请写成 2026年8月，或 2026年1—8月一笔"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months `since` to `through`, both included; one month when they are the same."""

    since: Month
    through: Month

    @property
    def is_sum(self) -> bool:
        return self.since != self.through

    @property
    def label(self) -> str:
        """As a heading: 2026年8月, 2026年1—8月一笔, 2025年全年一笔."""
        since, through = self.since, self.through
        if not self.is_sum:
            return f"{through.year}年{through.month}月"
        if since.year != through.year:
            return f"{since.year}年{since.month}月—{through.year}年{through.month}月一笔"
        if (since.month, through.month) == (1, 12):
            return f"{since.year}年全年一笔"
        return f"{since.year}年{since.month}—{through.month}月一笔"

    def period(self, calendar: Calendar) -> Period:
        """The days it stands for, by the office's cut-off day."""
        first, last = calendar.month(*self.since), calendar.month(*self.through)
        return Period(Span.FREE, first.start, last.end, last.year) if self.is_sum else last

    def holds(self, month: Month) -> bool:
        return self.since <= month <= self.through


def stretch_of(heading: object, calendar: Calendar) -> Stretch:
    """What a heading means; raises Unfit with a sentence.

    2026-08, 2026年8月 and a date cell are a month; with 一笔 or 累计, or from one month to another, a sum
    from where the running total begins (累计起点) or from the month named.
    """
    if isinstance(heading, date):
        return _checked(heading.year, heading.month, heading.year, heading.month, heading)
    text = "".join(unicodedata.normalize("NFKC", str(heading)).split())
    bare = _SUM_WORDS.sub("", text)
    if found := _RANGE.fullmatch(bare):
        first_year, last_year = found["first_year"], found["last_year"] or found["first_year"]
        months = int(found["first_month"]), int(found["last_month"])
        return _checked(int(first_year), months[0], int(last_year), months[1], text)
    if bare == text and (found := _ONE.fullmatch(text)):
        year, month = int(found["year"]), int(found["month"])
        return _checked(year, month, year, month, text)
    if bare != text and (found := _TO.fullmatch(bare)):
        year, month = int(found["year"]), int(found["month"])
        through = _checked(year, month, year, month, text).through
        return Stretch(_beginning(through, calendar), through)
    if "年" in text and (found := _WHOLE.fullmatch(bare)):
        return _checked(int(found["year"]), 1, int(found["year"]), 12, text)
    raise Unfit(f"看不懂{quoted(text)}是哪个月，{_HOW}")


def _checked(first_year: int, first_month: int, last_year: int, last_month: int, raw: object) -> Stretch:
    months = (first_month, last_month)
    years = (first_year, last_year)
    if not all(1 <= month <= 12 for month in months) or not all(EARLIEST < year < LATEST for year in years):
        raise Unfit(f"日历上没有{quoted(str(raw))}这个月，{_HOW}")
    found = Stretch(Month(first_year, first_month), Month(last_year, last_month))
    if found.since > found.through:
        raise Unfit(f"{quoted(str(raw))}的起止月份反了，{_HOW}")
    return found


def stretches_offered(calendar: Calendar, today: date) -> tuple[Stretch, ...]:
    """The columns of the form: months of last year and of this one up to the last full one, then their sums.

    A sum runs from where the running total begins; it is offered where it holds more than one month.
    """
    newest = calendar.previous(calendar.month_of(today))
    first = calendar.month(calendar.month_of(today).year - 1, 1)
    months = []
    while first.start <= newest.start:
        months.append(Month(first.year, first.index))
        first = calendar.next(first)
    found: list[Stretch] = []
    for place, month in enumerate(months):
        found.append(Stretch(month, month))
        ends = place + 1 == len(months) or months[place + 1].month == calendar.year_start
        start = _beginning(month, calendar)
        if ends and start in months[:place]:
            found.append(Stretch(start, month))
    return tuple(found)


def _beginning(month: Month, calendar: Calendar) -> Month:
    """Where the running total begins that a month adds to."""
    start = calendar.year_start
    return Month(month.year if start <= month.month else month.year - 1, start)
