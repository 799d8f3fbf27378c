"""统计: how the office cuts months and years, told in real days before anything is saved."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.clock import Clock
from app.errors import Unfit
from app.models.periods import Calendar, Period
from app.settings import OfficeSettings
from app.ui.pages.settings_field import Remark, SettingField
from app.ui.pages.settings_fields import ChoiceField, FlagField, NumberField, NumberLine, number_in
from app.ui.pages.settings_section import Section, separator
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import mark

USUAL_DAY = 25
RECOUNTED = (
    "保存后，以前各月的数都按新的起止日重新数一遍，可能和报过的不一样；记录不变，已经写出的文件也不变。"
)
_COUNTED = ("cut_off_day", "december_full", "year_start_month")
_END, _DAY = "end", "day"


class CountingSection(Section):
    """Each choice says below it which real days it means this year."""

    key = "counting"

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("统计", "一个月从哪天数到哪天，累计从哪个月数起", parent)
        self._clock = clock
        self._city = ""
        self._cut, self._december = CutOffField(), FlagField("december_full", "十二月到 31 日")
        months = [(month, f"{month} 月" + ("（本年）" if month == 1 else "")) for month in range(1, 13)]
        self._start = ChoiceField("year_start_month", months)
        self._due = NumberField("report_by_day", 1, 28, before="次月", after="日前")
        self._words = [label("", "note", wrap=True) for _ in range(4)]
        grid = self.add_grid()
        grid.add(self._cut)
        grid.add_below(self._words[0])
        grid.add_unnamed(self._december)
        grid.add_below(self._words[1])
        self._warning = Remark(Tone.WARN)
        self._separated(self._start, self._words[2])
        self._separated(self._due, self._words[3])
        self.body.addSpacing(8)
        self.body.addWidget(self._warning)
        self.body.addStretch(1)

    def show_settings(self, settings: OfficeSettings) -> None:
        self._city = settings.city_name
        super().show_settings(settings)

    def explain(self) -> None:
        altered = any(field.is_altered for field in self.fields if field.key in _COUNTED)
        self._warning.say(RECOUNTED if altered else "")
        self._december.setEnabled(self._cut.raw() != "")
        calendar = self._calendar()
        today = self._clock.today()
        sentences = ["", "", ""]
        if calendar is not None:
            month = calendar.month(today.year, today.month)
            total = calendar.to_date(month)
            sentences = [
                _month_sentence(calendar, month, self._clock),
                _december_sentence(calendar, today.year),
                f"{month.label}的累计，从 {_day(total.start)}数到 {_day(total.end)}。",
            ]
        for words, sentence in zip(self._words[:-1], sentences, strict=True):
            _say(words, sentence)
        self._explain_due()

    def _explain_due(self) -> None:
        today = self._clock.today()
        after = today.month % 12 + 1
        try:
            day = self._due.read()
        except Unfit:
            _say(self._words[-1], "")
            return
        _say(self._words[-1], f"{today.month}月的材料，{after}月{day}日前报{self._city}。")

    def _calendar(self) -> Calendar | None:
        """The calendar that the fields as they stand would make; None when they make none."""
        try:
            return Calendar(self._cut.read(), self._december.raw(), self._start.raw())
        except Unfit:
            return None

    def _separated(self, field: SettingField, words: QWidget) -> None:
        separator(self.body)
        grid = self.add_grid()
        grid.add(field, half=True)
        grid.add_below(words)


class CutOffField(SettingField):
    """The end of the month, or a day in it; kept as 0 or that day."""

    def __init__(self) -> None:
        row = QWidget()
        super().__init__("cut_off_day", row)
        self._choice = Segments((Option(_END, "月末"), Option(_DAY, "每月几日")))
        self._line = NumberLine()
        self._after = label("日")
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for part in (self._choice, self._line, self._after):
            inner.addWidget(part)
        inner.addStretch(1)
        row.setFocusProxy(self._choice)
        self._choice.chosen.connect(self._choose)
        self._line.textEdited.connect(self._edit)
        self._line.stepped.connect(self._step)
        self._fit()

    def raw(self) -> str:
        """The day as typed, "" for the end of the month."""
        return "" if self._choice.current == _END else self._line.text() or "0"

    def put(self, raw: str) -> None:
        self._choice.set_current(_DAY if raw else _END)
        if raw:
            self._line.setText(raw)
        self._fit()

    def shown(self, value: Any) -> str:
        return str(value) if value else ""

    def read(self) -> int:
        if self._choice.current == _END:
            return 0
        return number_in(self._line.text(), 1, 28)

    def complain(self, text: str) -> None:
        super().complain(text)
        mark(self._line, state="invalid" if text else None)

    def _choose(self, choice: str) -> None:
        if choice == _DAY and not self._line.text():
            self._line.setText(str(USUAL_DAY))
        self._fit()
        if choice == _DAY:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.selectAll()
        self._edit()

    def _fit(self) -> None:
        by_day = self._choice.current == _DAY
        self._line.setVisible(by_day)
        self._after.setVisible(by_day)


def _say(words: QLabel, sentence: str) -> None:
    words.setText(sentence)
    words.setVisible(bool(sentence))


def _month_sentence(calendar: Calendar, month: Period, clock: Clock) -> str:
    today = clock.today()
    count = (month.end - month.start).days + 1
    own = calendar.month_of(today)
    return f"{month.label}是 {month.days}，共 {count} 天；今天 {_day(today)}算进 {own.label}。"


def _december_sentence(calendar: Calendar, year: int) -> str:
    if not calendar.cut_off:
        return "截止日在月末，十二月本来就到 31 日。"
    december, january = calendar.month(year, 12), calendar.month(year + 1, 1)
    return f"{december.label}是 {december.days}，{january.label}从 {_day(january.start)}数起。"


def _day(day: Any) -> str:
    return f"{day.month}月{day.day}日"
