"""PeriodChoice: 本月 本季 本年 全部 自选, and the way to the neighbours of what is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Calendar, Period, Span, free_period
from app.ui.tables.period_field import PeriodField, PeriodMode
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.month_popup import MonthPopup
from app.ui.widgets.segments import Segments

ALL, FREE = "all", "free"
CHIPS = (
    Option(Span.MONTH.value, "本月"),
    Option(Span.QUARTER.value, "本季"),
    Option(Span.YEAR.value, "本年"),
    Option(ALL, "全部"),
    Option(FREE, "自选", "从哪天到哪天"),
)


class PeriodChoice(QObject):
    """Keeps chips and field in step; `period` None means all times."""

    changed = Signal()
    refused = Signal(str)
    """A sentence about a date that could not be read."""

    def __init__(self, calendar: Calendar, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._calendar, self._today = calendar, today
        self._short = False
        self.chips = Segments(CHIPS, parent=parent)
        self.field = PeriodField(today, parent)
        self.period: Period | None = calendar.month_of(today)
        self.chips.chosen.connect(self._chip_chosen)
        self.field.stepped.connect(self.step)
        self.field.choice_requested.connect(self._offer_months)
        self.field.ranged.connect(self._ranged)
        self.field.refused.connect(self.refused)
        self._show()

    def set_period(self, period: Period | None) -> None:
        """Choose by program, without a signal."""
        self.period = period
        self._show()

    def renew(self, calendar: Calendar, today: date) -> None:
        """The office cuts its year otherwise now, or another day has come."""
        self._today = today
        if calendar != self._calendar:
            self._calendar = calendar
            if self.period is not None and self.period.span is not Span.FREE:
                self.period = calendar.parse(self.period.key)
            self._show()

    def set_short(self, short: bool) -> None:
        """Say the period in few words, for a narrow window."""
        self._short = short
        self._show()

    def step(self, by: int) -> None:
        """Go to the period before (-1) or after (1); all times have none."""
        if self.period is None:
            return
        self.period = self._calendar.next(self.period) if by > 0 else self._calendar.previous(self.period)
        self._show()
        self.changed.emit()

    def _chip_chosen(self, key: str) -> None:
        """A chip means what it says: this month, whatever was in sight before."""
        before = self.period or self._calendar.year(self._today.year)
        if key == ALL:
            self.period = None
        elif key == FREE:
            self.period = free_period(before.start, before.end)
        else:
            self.period = self._around(self._calendar.month_of(self._today), Span(key))
        self._show()
        if key == FREE:
            self.field.range.start.setFocus()
            self.field.range.start.selectAll()
        self.changed.emit()

    def _around(self, month: Period, span: Span) -> Period:
        """The span that a month is part of."""
        if span is Span.YEAR:
            return self._calendar.year(month.year)
        if span is Span.QUARTER:
            return self._calendar.quarter(month.year, (month.index + 2) // 3)
        return month

    def _show(self) -> None:
        period = self.period
        if period is None:
            self.chips.set_current(ALL)
            self.field.set_mode(PeriodMode.NOTHING)
        elif period.span in (Span.FREE, Span.HALF):
            self.chips.set_current(FREE)
            self.field.range.set_days(period.start, period.end)
            self.field.set_mode(PeriodMode.RANGE)
        else:
            self.chips.set_current(period.span.value)
            self.field.set_text(self._words(period))
            self.field.set_mode(PeriodMode.STEPS)

    def _words(self, period: Period) -> str:
        """2026年10月, or short 10月 in this year and 25年10月 in others."""
        if not self._short or period.span is Span.YEAR:
            return period.label
        year = f"{period.year}年"
        return period.label.removeprefix(year if period.year == self._today.year else year[:2])

    def _offer_months(self) -> None:
        assert self.period is not None
        month = self._calendar.month_of(self.period.end)
        today = self._calendar.month_of(self._today)
        popup = MonthPopup(month.year, month.index, self.field.window(), today=(today.year, today.index))
        popup.chosen.connect(self._month_chosen)
        popup.open_below(self.field)

    def _month_chosen(self, year: int, month: int) -> None:
        assert self.period is not None
        self.period = self._around(self._calendar.month(year, month), self.period.span)
        self._show()
        self.changed.emit()

    def _ranged(self, start: date, end: date) -> None:
        self.period = free_period(start, end)
        self.changed.emit()
