"""HomeHead: ‹ 2026年10月 › 本月工作 本月报送 今天 …, and at the right what can be done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.days import WEEKDAYS
from app.models.periods import Period
from app.services.reporting import ReportingRow, State
from app.ui.pages.home_menu import HomeMenu
from app.ui.pages.home_steps import Next
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.sheet import label
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from app.ui.pages.reporting_view import ReportingView

WORK, REPORTING = "work", "reporting"
TABS = (Option(WORK, "本月工作"), Option(REPORTING, "本月报送"))


class HomeHead(FoldingBar):
    """The two buttons at the right belong to the tab in sight; the filled one says what to do next."""

    month_picked = Signal(int, int)
    """Year and month chosen from the calendar of months."""
    home_requested = Signal()
    """Back to the month the program opens with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self.stepper = PeriodStepper(title=True)
        self.tabs = Tabs(TABS)
        self.beside = HintButton("本月材料", icon="report", hint="Ctrl+R")
        self.primary = HintButton("去补", icon="edit", hint="Ctrl+C", kind="primary")
        self.more = HomeMenu()
        self._period: Period | None = None
        self._today = date.min
        self._words = label("", "label")
        self._return = HintButton("", kind="link")
        self.add(self.stepper)
        self.add_gap(6)
        self.add(self.tabs)
        self.add_gap(10)
        self.add(self._words, fold=1)
        self.add(self._return)
        self.add_stretch()
        self.add(self.beside)
        self.add(self.primary)
        self.add(self.more)
        self.stepper.choice_requested.connect(self._choose_month)
        self._return.clicked.connect(self.home_requested)

    def show_month(self, period: Period, home: Period, today: date) -> None:
        """Name the month in sight and the day it is; `home` is where a click leads back to."""
        self._period, self._today = period, today
        self.stepper.set_text(period.label)
        self._words.setText(f"今天 {today.month}月{today.day}日 星期{WEEKDAYS[today.weekday()]}")
        self._return.set_label("" if period == home else f"回到 {home.index}月")
        self._return.setVisible(period != home)

    def show_work(self, primary: Next | None, beside: Next) -> None:
        """The buttons of 本月工作 and of its steps."""
        self.primary.setVisible(primary is not None)
        for button, said in ((self.primary, primary), (self.beside, beside)):
            if said is not None:
                button.set_label(said.text, icon=said.icon, hint=said.hint)
                button.set_reason(said.reason)
        self.more.show()

    def show_reporting(self, view: ReportingView) -> None:
        """The buttons of 本月报送."""
        rows = view.chosen
        self.more.hide()
        back = bool(rows) and all(row.state is State.ZERO for row in rows)
        self.beside.set_label("撤掉零报告" if back else "零报告", icon="dash", hint="F7")
        self.beside.set_reason(zero_reason(rows))
        self.primary.setVisible(True)
        self.primary.set_label("复制催报", icon="copy", hint="Ctrl+C")
        silent = any(row.state is State.SILENT for row in view.asked)
        self.primary.set_reason("" if silent else "都报了，不用催")

    def _choose_month(self) -> None:
        from app.ui.widgets.month_popup import MonthPopup  # not before somebody opens it

        if self._period is not None:
            today = (self._today.year, self._today.month)
            popup = MonthPopup(self._period.year, self._period.index, self, today=today)
            popup.chosen.connect(self.month_picked)
            popup.open_below(self.stepper)


def zero_reason(rows: tuple[ReportingRow, ...]) -> str:
    """Why 零报告 cannot be registered or taken back for these; "" when it can."""
    if not rows:
        return "先选中没有报的单位"
    if {row.state for row in rows} == {State.REPORTED}:
        return f"{rows[0].label}已经报了，不用零报告" if len(rows) == 1 else "选中的都报了，不用零报告"
    return ""
