"""OwnTablePeriod: the period of an ad-hoc table in a narrow column: which sort, and below which one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Calendar, Period, Span
from app.ui.tables.period_choice import ALL, CHIPS, PeriodChoice
from app.ui.tables.period_field import PeriodField
from app.ui.widgets.combo_box import ComboBox


class OwnTablePeriod(QObject):
    """The same choice as above a list, with the drop-down `sorts` in place of the row of chips."""

    changed = Signal()
    refused = Signal(str)
    shown = Signal()
    """The field may need more or less room now."""

    def __init__(self, calendar: Calendar, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = PeriodChoice(calendar, today, parent)
        self.choice.chips.hide()  # the drop-down says what they would
        self.sorts = ComboBox()
        self.sorts.activated.connect(self._sort_chosen)
        self.choice.changed.connect(self._changed)
        self.choice.refused.connect(self.refused)
        self.offer(all_times=True)

    @property
    def period(self) -> Period | None:
        """None for all times."""
        return self.choice.period

    @property
    def field(self) -> PeriodField:
        """What says which one, to be put below."""
        return self.choice.field

    @property
    def is_range(self) -> bool:
        """Whether the field shows two dates."""
        return self.period is not None and self.period.span in (Span.FREE, Span.HALF)

    def offer(self, *, all_times: bool) -> None:
        """Figures have no 全部."""
        self.sorts.clear()
        for chip in CHIPS:
            if all_times or chip.key != ALL:
                self.sorts.addItem(chip.text, chip.key)
        if self.choice.period is None and not all_times:
            self._press(CHIPS[0].key)
        self._show()

    def set_period(self, period: Period | None) -> None:
        """Choose by program, without a signal."""
        self.choice.set_period(period)
        self._show()

    def renew(self, calendar: Calendar, today: date) -> None:
        """The office cuts its year otherwise now, or another day has come."""
        self.choice.renew(calendar, today)
        self._show()

    def _show(self) -> None:
        self.sorts.setCurrentIndex(self.sorts.findData(self.choice.chips.current))
        self.shown.emit()

    def _sort_chosen(self, row: int) -> None:
        self._press(str(self.sorts.itemData(row)))

    def _press(self, key: str) -> None:
        self.choice.chips.set_current(key)
        self.choice.chips.chosen.emit(key)

    def _changed(self) -> None:
        self._show()
        self.changed.emit()
