"""‹ 2026年10月 ›, or two dates from … to: the period of a list, where the chips 本月 … 自选 say which."""

from __future__ import annotations

import enum
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import Unfit
from app.models.days import first, last, parse_day
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed, mark

DAY_EMS = 7.6
_PRESS = QEvent.Type.KeyPress


class PeriodMode(enum.Enum):
    """What stands in the field."""

    STEPS = "steps"
    RANGE = "range"
    NOTHING = "nothing"


class PeriodField(PeriodStepper):
    """A stepper that can give its room to two dates, or to nothing; its words get short, they never go."""

    ranged = Signal(object, object)
    """First and last day of a range that was typed, both dates."""
    refused = Signal(str)
    """A sentence about a date that could not be read."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        # A title keeps its words where a bar folds; what period is in sight must always be said.
        super().__init__("", parent=parent)
        self.is_title = True
        self._mode = PeriodMode.STEPS
        self.range = DayRange(today, self)
        self.range.chosen.connect(self.ranged)
        self.range.refused.connect(self.refused)
        row = self.layout()
        assert row is not None
        row.addWidget(self.range)
        self.set_mode(PeriodMode.STEPS)

    def set_mode(self, mode: PeriodMode) -> None:
        """Show the stepper, two dates, or nothing."""
        self._mode = mode
        for part in (self._before, self._words, self._after):
            part.setVisible(mode is PeriodMode.STEPS)
        self.range.setVisible(mode is PeriodMode.RANGE)
        self.setVisible(mode is not PeriodMode.NOTHING)
        self.updateGeometry()

    def full_width(self) -> int:
        if self._mode is PeriodMode.STEPS:
            return super().full_width()
        return self.range.sizeHint().width() if self._mode is PeriodMode.RANGE else 0


class DayRange(Themed, QWidget):
    """Two dates typed as everywhere: 20261001, 10.1 or 1; a month fills from its first to its last day."""

    chosen = Signal(object, object)
    refused = Signal(str)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._said: tuple[str, str] = ("", "")
        self.start, self.end = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for field, name in ((self.start, "从哪天"), (self.end, "到哪天")):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setToolTip("20261012、10.12 或 12；只填到月也可以，如 10月")
            # Digits only: an input method would put its own list between the keys and the date.
            field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            field.editingFinished.connect(self._finished)
            field.installEventFilter(self)
        row.addWidget(self.start)
        row.addWidget(label("到", "label"))
        row.addWidget(self.end)
        self.restyle()

    def set_days(self, start: date, end: date) -> None:
        """Show a range by program, without a signal."""
        self._said = (start.isoformat(), end.isoformat())
        for field, text in zip((self.start, self.end), self._said, strict=True):
            field.setText(text)
            mark(field, state=None)

    def restyle(self) -> None:
        for field in (self.start, self.end):
            field.setFixedWidth(self.theme.px(DAY_EMS))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the first date leads to the second."""
        if watched is self.start and isinstance(event, QKeyEvent) and event.type() == _PRESS:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter:
                self.end.setFocus()
                self.end.selectAll()
            return enter
        return super().eventFilter(watched, event)

    def _finished(self) -> None:
        if (self.start.text(), self.end.text()) == self._said:
            return
        begin, finish = self._read(self.start, 0), self._read(self.end, 1)
        if begin is None or finish is None:
            return
        if finish < begin:
            mark(self.end, state="invalid")
            self.refused.emit(f"结束日期 {finish} 早于开始日期 {begin}，请把两个日期对调。")
            return
        self.set_days(begin, finish)
        self.chosen.emit(begin, finish)

    def _read(self, field: QLineEdit, side: int) -> date | None:
        """The date in a field; an unreadable one is marked and said."""
        try:
            day = parse_day(field.text(), self._today)
        except Unfit as unfit:
            if field.text().strip():
                mark(field, state="invalid")
                self.refused.emit(f"{unfit}。")
            return None
        mark(field, state=None)
        return last(day) if side else first(day)
