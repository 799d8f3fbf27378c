"""统计: how the office cuts months and years, told in real days before anything is saved."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.clock import Clock
from app.errors import Unfit
from app.models.days import first, iso, parse_day
from app.models.periods import Calendar, Period
from app.services.office import Office
from app.services.terms import begins
from app.settings import TOTALS, OfficeSettings
from app.ui.pages.settings_field import Remark, SettingField
from app.ui.pages.settings_fields import (
    ChoiceField,
    FlagField,
    NumberField,
    NumberLine,
    TextField,
    number_in,
)
from app.ui.pages.settings_section import FieldGrid, Section, separator
from app.ui.theme import Tone
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import mark

USUAL_DAY = 25
RECOUNTED = (
    "保存后，以前各月的数都按新的起止日重新数一遍，可能和报过的不一样；记录不变，已经写出的文件也不变。"
)
LATE_WITHIN = "本期＝期内发生的＋报送以后补报、更正以前各期的；累计总是上期累计加本期。"
LATE_APART = "本期只算期内发生的；补报、更正以前各期的单列一行，算进累计。已经报送的各期不变。"
NO_TERM = "还没有登记届，累计先从本年数起；届在“换届”里登记。"
_COUNTED = ("cut_off_day", "december_full", "total_from", "year_start_month", "total_day")
_END, _DAY = "end", "day"


class CountingSection(Section):
    """Each choice says below it which real days it means this year."""

    key = "counting"

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("统计", "一个月从哪天数到哪天，累计从哪天数起", parent)
        self._clock, self._store = office.clock, office.store
        self._city, self._terms = "", begins(office.store)
        self._cut, self._december = CutOffField(), FlagField("december_full", "十二月到 31 日")
        self._from = ChoiceField("total_from", list(TOTALS.items()))
        self._start = ChoiceField("year_start_month", [(month, f"{month} 月") for month in range(1, 13)])
        self._day = DayField("total_day", office.clock)
        self._strict = FlagField("strict_dating", "严格按发生日期算，补报更正单列一行")
        self._strict_words = label(LATE_WITHIN, "note", wrap=True)
        self._due = NumberField("report_by_day", 1, 28, before="次月", after="日前")
        self._words = [label("", "note", wrap=True) for _ in range(4)]
        grid = self.add_grid()
        grid.add(self._cut)
        grid.add_below(self._words[0])
        grid.add_unnamed(self._december)
        grid.add_below(self._words[1])
        self._warning = Remark(Tone.WARN)
        total = self._separated()
        total.add(self._from, self._start)
        total.add(self._day, half=True)
        total.add_below(self._words[2])
        late = self._separated()
        late.add_unnamed(self._strict)
        late.add_below(self._strict_words)
        due = self._separated()
        due.add(self._due, half=True)
        due.add_below(self._words[3])
        self.body.addSpacing(8)
        self.body.addWidget(self._warning)
        self.body.addStretch(1)

    def show_settings(self, settings: OfficeSettings) -> None:
        self._city, self._terms = settings.city_name, begins(self._store)
        super().show_settings(settings)

    def explain(self) -> None:
        altered = any(field.is_altered for field in self.fields if field.key in _COUNTED)
        self._warning.say(RECOUNTED if altered else "")
        self._december.setEnabled(self._cut.raw() != "")
        self._start.setEnabled(self._from.raw() == "year")
        self._day.setEnabled(self._from.raw() == "day")
        calendar = self._calendar()
        today = self._clock.today()
        sentences = ["", "", ""]
        if calendar is not None:
            month = calendar.month(today.year, today.month)
            sentences = [
                _month_sentence(calendar, month, self._clock),
                _december_sentence(calendar, today.year),
                NO_TERM if calendar.by_term and not self._terms else _total_sentence(calendar, month),
            ]
        for words, sentence in zip(self._words[:-1], sentences, strict=True):
            _say(words, sentence)
        self._strict_words.setText(LATE_APART if self._strict.raw() else LATE_WITHIN)
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
            begin = self._from.raw()
            days = {"term": lambda: self._terms, "day": lambda: self._day.days()}.get(begin, tuple)()
            return Calendar(self._cut.read(), self._december.raw(), self._start.raw(), days, begin == "term")
        except Unfit:
            return None

    def _separated(self) -> FieldGrid:
        separator(self.body)
        return self.add_grid()


class DayField(TextField):
    """One day, typed as people write it and kept like 2026-03-15."""

    def __init__(self, key: str, clock: Clock) -> None:
        super().__init__(key)
        self._clock = clock

    def read(self) -> str:
        text = super().read()
        return iso(first(parse_day(text, self._clock.today()))) if text else ""

    def days(self) -> tuple[date, ...]:
        """The day as it stands; raises Unfit where there is none."""
        text = self.read()
        if not text:
            raise Unfit("请填累计从哪天起")
        return (date.fromisoformat(text),)


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


def _total_sentence(calendar: Calendar, month: Period) -> str:
    total = calendar.to_date(month)
    year = "" if total.start.year == total.end.year else f"{total.start.year}年"
    return f"{month.label}的累计，从 {year}{_day(total.start)}数到 {_day(total.end)}。"


def _december_sentence(calendar: Calendar, year: int) -> str:
    if not calendar.cut_off:
        return "截止日在月末，十二月本来就到 31 日。"
    december, january = calendar.month(year, 12), calendar.month(year + 1, 1)
    return f"{december.label}是 {december.days}，{january.label}从 {_day(january.start)}数起。"


def _day(day: Any) -> str:
    return f"{day.month}月{day.day}日"
