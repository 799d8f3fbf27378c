"""HomePage: 本月工作, the first page, with 本月报送 beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.periods import Period
from app.services.months import MonthOverview, Months
from app.services.reporting import Reporting
from app.ui.pages import home_links, home_steps
from app.ui.pages.home_bars import HomeBars
from app.ui.pages.home_doubts import HomeDoubts
from app.ui.pages.home_head import REPORTING, WORK, HomeHead, zero_reason
from app.ui.pages.home_reporting import HomeReporting
from app.ui.pages.home_work import WorkView
from app.ui.pages.home_zero import HomeZero
from app.ui.pages.links import list_link
from app.ui.pages.page import Command, Page
from app.ui.theme import Layout
from app.ui.widgets.themed import Themed
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.ui.pages.reporting_view import ReportingView

_HINTS = {
    WORK: "双击数字，或走到数字上按回车，看是哪些记录",
    REPORTING: "空格选中，F7 登记零报告，Ctrl+C 复制催报文字，回车看记录",
}


class HomePage(Themed, Page):
    """One month; the doubts about it are looked for beside the window's thread."""

    pending_changed = Signal(int)
    """How many drafts block the month the program opens with."""

    title = "本月工作"

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._operations = place.office, place.operations
        self._settings = place.office.settings
        self._take_services()
        self._period: Period | None = None
        self._home = self._months.first()
        self._view: MonthOverview | None = None
        self._layout_kind = Layout.NORMAL
        self._build()
        self._connect()

    @property
    def period(self) -> Period | None:
        """The month in sight."""
        return self._period

    @property
    def tab(self) -> str:
        """WORK or REPORTING."""
        return self.head.tabs.current

    @property
    def reporting(self) -> ReportingView:
        """本月报送."""
        return self._tab.view

    def open(self, month: str = "", tab: str = "", sort: str = "", **_rest: Any) -> None:
        """Show a month (as on the command line) and a tab, or what was in sight."""
        stale = self._view is None or self._view.today != self._office.clock.today()
        if month and (self._period is None or month != self._period.key):
            self._period, stale = self._office.calendar.parse(month), True
        if stale:
            self._load()
        if tab:
            self.head.tabs.set_current(tab)
            self._show_tab()
        if sort:
            self.reporting.narrow_to(sort)
        self.say(_HINTS[self.tab])

    def refresh(self) -> None:
        if self._view is not None:
            self._load()

    def commands(self) -> Mapping[str, Command]:
        steps = {"month_before": partial(self._step, -1), "month_after": partial(self._step, 1)}
        return steps | ({"undo": self.zero.undo} if self.zero.can_undo else {})

    def fit(self, layout: Layout) -> None:
        self._layout_kind = layout
        self.work.fit(layout)
        self._tab.fit(layout)
        self.restyle()

    def restyle(self) -> None:
        narrow = self._layout_kind is Layout.NARROW
        side = self.theme.narrow_margin if narrow else self.theme.page_margin
        self._top.setContentsMargins(side, 0, side, 0)

    def first_focus(self) -> None:
        if self.tab == REPORTING:
            self.reporting.table.setFocus()
        elif self.head.primary.isVisibleTo(self):
            self.head.primary.setFocus()
        else:
            self.work.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, QAbstractButton):
            here.click()
        else:
            super().keyPressEvent(event)

    def act(self) -> None:
        """What the filled button says."""
        if self.tab == REPORTING:
            self.copy_reminder()
            return
        following = home_steps.next_of(self._progress())
        if following is not None and following.key == "enter" and self._view is not None:
            self.open_requested.emit(home_links.first_missing(self._view))
        elif following is not None:
            self._take_step(following.key)

    def act_beside(self) -> None:
        """What the button beside it says."""
        if self.tab == REPORTING:
            self.toggle_zero()
        elif self._period is not None:
            self.open_requested.emit(home_links.reports(self._period))

    def toggle_zero(self) -> None:
        """Register 零报告 for the chosen rows that have not reported, or take it back where all have it."""
        rows = self.reporting.chosen
        if self._period is not None and not zero_reason(rows):
            self.zero.toggle(self._reporting, self._period, rows)

    def copy_reminder(self) -> None:
        """Put the 催报 for WeChat on the clipboard."""
        asked = self._tab.copy_reminder(self._reporting, self._view) if self._view is not None else 0
        if asked:
            self.say(f"催报文字已复制，{asked} 个单位没有报；到微信里粘贴")

    def _take_services(self) -> None:
        office = self._office
        parts = (office.store, office.clock, office.settings)
        self._months = Months(*parts, office.figures, office.records)
        self._reporting = Reporting(*parts, office.records)

    def _build(self) -> None:
        self.head, self.work = HomeHead(), WorkView()
        self.doubts = HomeDoubts(self._operations, self)
        self.zero = HomeZero(self._operations, self)
        self._bars = HomeBars(self._operations, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.work)
        keys = {"F7": self.toggle_zero, "Ctrl+C": self.copy_reminder}
        self._tab = HomeReporting(self._stack, keys, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(12)
        self._top = QHBoxLayout()
        self._top.addWidget(self.head)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        head, work = self.head, self.work
        head.stepper.stepped.connect(self._step)
        head.tabs.chosen.connect(self._tab_chosen)
        head.month_picked.connect(self._take_month)
        head.home_requested.connect(self._go_home)
        head.beside.clicked.connect(self.act_beside)
        head.primary.clicked.connect(self.act)
        work.open_requested.connect(self.open_requested)
        work.step_chosen.connect(self._take_step)
        work.rules_requested.connect(self._show_rules)
        work.recent_wanted.connect(self._show_recent)
        self._bars.begun.connect(self._seek_doubts)
        self._bars.found.connect(self._take_bars)
        self._tab.open_requested.connect(self.open_requested)
        self._tab.chosen_changed.connect(self._show_buttons)
        self.doubts.found.connect(self._show_doubts)
        self.zero.said.connect(self.say)
        self.zero.undo_changed.connect(self.undo_offered)
        self.zero.undo_changed.connect(self.commands_changed)

    def _load(self) -> None:
        """Read the month and show it; doubts follow."""
        if self._settings is not self._office.settings:
            self._settings = self._office.settings
            self._take_services()
            self._period = self._period and self._office.calendar.parse(self._period.key)
        self._home = self._months.first()
        period = self._period = self._period or self._home
        self.doubts.choose(period)
        starting = self._view is None
        with self._office.store.reading():
            view = self._view = self._months.overview(period, bars=not starting)
            pending = view.tally.drafts if period == self._home else self._months.pending(self._home)
        self.head.show_month(period, self._home, view.today)
        self.work.show_month(view, self.doubts.matters)
        self._tab.forget()
        self._show_recent(self.work.recent_room)
        self._show_tab()
        self.pending_changed.emit(pending)
        self._bars.wait(self._months, period) if starting else self._seek_doubts()

    def _seek_doubts(self) -> None:
        self.doubts.seek(self._months)

    def _take_bars(self, found: MonthOverview) -> None:
        if self._view is not None and self._view.period == found.period and not self._view.rows[0].months:
            self._view = replace(self._view, rows=found.rows)
            self.work.show_month(self._view, self.doubts.matters)

    def _show_tab(self) -> None:
        reporting = self.tab == REPORTING
        if reporting and self._view is not None:
            self._tab.show(self._reporting, self._view)
        self._stack.setCurrentWidget(self.reporting if reporting else self.work)
        self._tab.set_keys(reporting)
        self._show_buttons()

    def _show_buttons(self) -> None:
        if self.tab == REPORTING:
            self.head.show_reporting(self.reporting)
        elif self._view is not None:
            progress = self._progress()
            self.head.show_work(progress)
            self.work.steps.set_steps(home_steps.steps_of(progress))

    def _progress(self) -> home_steps.Progress:
        assert self._view is not None
        return home_steps.progress_of(self._office.store, self._view, self.doubts)

    def _show_recent(self, room: int) -> None:
        self.work.show_recent(self._months.recent(room) if room else ())

    def _show_doubts(self) -> None:
        if self._view is not None:
            self.work.show_matters(self._view, self.doubts.matters)
            self._show_buttons()

    def _tab_chosen(self, _key: str) -> None:
        self._show_tab()
        self.say(_HINTS[self.tab])
        self.first_focus()

    def _step(self, step: int) -> None:
        if self._period is not None:
            calendar = self._office.calendar
            self._go(calendar.next(self._period) if step > 0 else calendar.previous(self._period))

    def _go(self, period: Period) -> None:
        self._period = period
        self.zero.forget()
        self._load()

    def _go_home(self) -> None:
        self._go(self._home)
        self.first_focus()

    def _take_month(self, year: int, month: int) -> None:
        self._go(self._office.calendar.month(year, month))

    def _take_step(self, key: str) -> None:
        """A step of the month was pressed."""
        assert self._period is not None
        if key == "enter":
            if not self.work.matters.go_to("missing"):
                self.open_requested.emit(list_link("meeting", period=self._period))
        elif key == "check":
            self._look()
        elif key == "make":
            self.open_requested.emit(home_links.reports(self._period))
        else:
            self.head.tabs.set_current(REPORTING)
            self._tab_chosen(REPORTING)

    def _look(self) -> None:
        """The clerk looks at the doubts: once seen, they no longer hold up the month."""
        self.doubts.look()
        self._show_buttons()
        if not self.work.matters.go_to("doubts"):
            self.say("没有要看的")

    def _show_rules(self) -> None:
        from app.ui.pages.home_rules import RulesDialog

        if self._view is not None:
            RulesDialog(self._view.rows, self).exec()
