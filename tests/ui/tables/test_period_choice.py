"""The period of a list: chips mean what they say, arrows lead to neighbours, two dates make any stretch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.periods import Calendar, Span
from app.ui.appearance import Appearance
from app.ui.tables.period_choice import CHIPS, PeriodChoice
from app.ui.widgets.month_popup import MonthPopup

TODAY = date(2026, 10, 28)
BY_DAY_25 = Calendar(cut_off=25)
KEYS = [option.key for option in CHIPS]


@pytest.fixture
def choice(appearance: Appearance, qtbot: QtBot) -> Iterator[PeriodChoice]:
    host = QWidget()
    qtbot.addWidget(host)
    made = PeriodChoice(Calendar(), TODAY, host)
    row = QHBoxLayout(host)
    row.addWidget(made.chips)
    row.addWidget(made.field)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    yield made  # noqa: PT022  # its host must live as long


def choose(choice: PeriodChoice, key: str) -> str:
    choice.chips._choose(KEYS.index(key))
    return choice.period.key if choice.period else "all"


def test_nothing_opens_by_itself(choice: PeriodChoice) -> None:
    """A part shown before it had a place would stand on the screen as a window of its own."""
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [choice.parent()]


def test_chips_mean_the_present_whatever_was_in_sight(choice: PeriodChoice) -> None:
    assert choice.period is not None
    assert choice.period.key == "2026-10"
    choice.step(-1)
    choice.step(-1)
    assert choice.field.text == "2026年8月"
    assert choose(choice, "quarter") == "2026Q4"
    assert choose(choice, "year") == "2026"
    assert choose(choice, "all") == "all"
    assert choice.field.isHidden()
    choice.step(-1)
    assert choice.period is None
    assert choose(choice, "month") == "2026-10"
    assert not choice.field.isHidden()


def test_a_free_stretch_starts_from_what_was_in_sight(choice: PeriodChoice) -> None:
    choice.step(-1)
    assert choose(choice, "free") == "2026-09-01..2026-09-30"
    days = choice.field.range
    assert QApplication.focusWidget() is days.start
    for key in "915":
        QTest.keyClicks(days.start, key)
    days.start.setText("9.15")
    QTest.keyClick(days.start, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is days.end
    days.end.setText("10月")
    QTest.keyClick(days.end, Qt.Key.Key_Return)
    assert choice.period is not None
    assert choice.period.key == "2026-09-15..2026-10-31"
    assert (days.start.text(), days.end.text()) == ("2026-09-15", "2026-10-31")


def test_days_that_cannot_be_are_said_and_change_nothing(choice: PeriodChoice) -> None:
    said: list[str] = []
    choice.refused.connect(said.append)
    before = choose(choice, "free")
    days = choice.field.range
    for start, end in (("2026-13-40", "2026-10-31"), ("2026-10-20", "2026-10-02"), ("明天", "2026-10-31")):
        days.start.setText(start)
        days.end.setText(end)
        days.end.editingFinished.emit()
    assert choice.period is not None
    assert choice.period.key == before
    assert len(said) == 3
    assert all(sentence.endswith("。") for sentence in said)
    assert days.start.property("state") == "invalid"


def test_dates_keep_input_methods_out(choice: PeriodChoice) -> None:
    for field in (choice.field.range.start, choice.field.range.end):
        assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_short_words_leave_out_what_goes_without_saying(choice: PeriodChoice) -> None:
    choice.set_short(True)
    assert choice.field.text == "10月"
    choice.step(-10)
    choice.step(-1)
    for _ in range(9):
        choice.step(-1)
    assert choice.field.text == "25年11月"
    choose(choice, "quarter")
    assert choice.field.text == "第四季度"
    choose(choice, "year")
    assert choice.field.text == "2026年"


def test_another_month_is_picked_from_the_words(choice: PeriodChoice) -> None:
    choose(choice, "quarter")
    choice._offer_months()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, MonthPopup)
    popup._pick(2025, 2)
    assert choice.period is not None
    assert (choice.period.span, choice.period.key) == (Span.QUARTER, "2025Q1")


def test_a_new_cut_off_day_moves_the_period_with_it(choice: PeriodChoice) -> None:
    choice.renew(BY_DAY_25, TODAY)
    assert choice.period == BY_DAY_25.month(2026, 10)
    choose(choice, "all")
    choose(choice, "month")
    assert choice.period == BY_DAY_25.month(2026, 11)
