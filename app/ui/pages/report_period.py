"""ReportPeriod: the month, quarter, half-year or year a page is about, and the ways to another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Period, Span
from app.services.office import Office
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.month_popup import MonthPopup
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.segments import Segments

_SPANS = ((Span.MONTH, "月"), (Span.QUARTER, "季"), (Span.HALF, "半年"), (Span.YEAR, "年"))


class ReportPeriod(QObject):
    """Keeps stepper and spans in step; asks the office anew how it cuts the year."""

    changed = Signal()
    """A person went to another period."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._page = office, parent
        self.period: Period | None = None
        self.stepper = PeriodStepper(title=True)
        self.spans = Segments([Option(span.value, text) for span, text in _SPANS])
        self.stepper.stepped.connect(self.step)
        self.stepper.choice_requested.connect(self._offer_months)
        self.spans.chosen.connect(self._take_span)

    def begin(self, key: str = "") -> None:
        """Show the period written `key` as on the command line; without it the last one, or this month."""
        if key:
            self.set_period(self._office.calendar.parse(key))
        elif self.period is None:
            self.set_period(self._office.months.first())

    def set_period(self, period: Period) -> None:
        """Choose by program, without a signal."""
        self.period = period
        self.stepper.set_text(period.label)
        if period.span is not Span.FREE:
            self.spans.set_current(period.span.value)

    def step(self, by: int) -> None:
        """The period before (-1) or after (1)."""
        if self.period is not None:
            calendar = self._office.calendar
            self.go(calendar.next(self.period) if by > 0 else calendar.previous(self.period))

    def go(self, period: Period) -> None:
        """Choose as a person does."""
        self.set_period(period)
        self.changed.emit()

    def _offer_months(self) -> None:
        if self.period is not None:
            months = MonthPopup(self.period.end.year, self.period.end.month, self._page)
            months.chosen.connect(self._take_month)
            months.open_below(self.stepper)

    def _take_month(self, year: int, month: int) -> None:
        self.go(self._spanning(Span(self.spans.current), year, month))

    def _take_span(self, key: str) -> None:
        if self.period is not None:
            self.go(self._spanning(Span(key), self.period.end.year, self.period.end.month))

    def _spanning(self, span: Span, year: int, month: int) -> Period:
        """The span that a month lies in."""
        calendar = self._office.calendar
        match span:
            case Span.QUARTER:
                return calendar.quarter(year, (month + 2) // 3)
            case Span.HALF:
                return calendar.half(year, 1 if month <= 6 else 2)
            case Span.YEAR:
                return calendar.year(year)
            case _:
                return calendar.month(year, month)
