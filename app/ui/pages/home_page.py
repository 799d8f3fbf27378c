"""HomePage: 本月工作, the first page: the month's numbers, its four steps, and 本月报送 beside them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.models.periods import Period
from app.ui.pages import home_links, home_steps
from app.ui.pages.home_backup import BackupStrip
from app.ui.pages.home_head import REPORTING, WORK, HomeHead
from app.ui.pages.home_month import HomeMonth
from app.ui.pages.home_reporting import HomeReporting
from app.ui.pages.home_stage import HomeStage
from app.ui.pages.home_strip import HomeStrip
from app.ui.pages.home_work import WorkView
from app.ui.pages.page import Command, Page
from app.ui.theme import Layout
from app.ui.widgets.step_bar import StepBar
from app.ui.widgets.themed import Themed
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.ui.pages.reporting_view import ReportingView

_HINTS = {
    WORK: "双击数字，或走到数字上按回车，看是哪些记录",
    REPORTING: "空格选中，F7 登记零报告，Ctrl+C 复制催报文字，回车看记录",
}
_DOCUMENTS = home_steps.Next("documents", "本月材料", "report", "Ctrl+R")
_MONTH_STEPS = (("month_before", -1), ("month_after", 1))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HomePage(Themed, Page):
    """The numbers, or the check list of a step below the same bar; ⋯ holds what is done now and then."""

    pending_changed = Signal(int)
    """How many drafts block the month the program opens with."""

    title = "本月工作"

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.month = HomeMonth(place, self)
        self._shown: Period | None = None
        self._layout_kind = Layout.NORMAL
        self._build()
        self._connect()

    @property
    def period(self) -> Period | None:
        """The month in sight."""
        return self.month.period

    @property
    def tab(self) -> str:
        """WORK or REPORTING."""
        return self.head.tabs.current

    @property
    def reporting(self) -> ReportingView:
        """本月报送."""
        return self._tab.view

    def open(
        self, month: str = "", tab: str = "", sort: str = "", step: str = "", at: str = "", **_rest: Any
    ) -> None:
        """Show a month (as on the command line) with a tab, or a step's list at a section of it."""
        turned = bool(month) and self.month.choose(month)
        self.stage.choose(step)
        if tab or step:
            self.head.tabs.set_current(WORK if step else tab)
        if turned or self.month.is_stale:
            self.month.load()
        else:
            self._show()
        if sort:
            self.reporting.narrow_to(sort)
        if at:
            self.stage.go_to(at)
        self._say_hint()

    def turned_to(self) -> Mapping[str, Any]:
        return {"month": self.period.key if self.period else "", "tab": self.tab, "step": self.stage.key}

    def refresh(self) -> None:
        if self.month.view is not None:
            self.month.load()

    def commands(self) -> Mapping[str, Command]:
        steps = {name: partial(self.month.step, by) for name, by in _MONTH_STEPS}
        return steps | ({"undo": self._tab.zero.undo} if self._tab.zero.can_undo else {})

    def fit(self, layout: Layout) -> None:
        self._layout_kind = layout
        for part in (self.work, self._tab, self.stage):
            part.fit(layout)
        self.restyle()

    def restyle(self) -> None:
        narrow = self._layout_kind is Layout.NARROW
        side = self.theme.narrow_margin if narrow else self.theme.page_margin
        self._top.setContentsMargins(side, 0, side, 0)
        self.steps.set_compact(narrow)

    def first_focus(self) -> None:
        if self.tab == REPORTING:
            self.reporting.table.setFocus()
        elif self.stage.view is not None:
            self.stage.view.first_focus()
        elif self.head.primary.isVisibleTo(self):
            self.head.primary.setFocus()
        else:
            self.work.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, listed = self.focusWidget(), bool(self.stage.key) and self.tab == WORK
        if event.key() in _ENTER and isinstance(here, QAbstractButton):
            here.click()
        elif event.key() in _ENTER and isinstance(here, QLineEdit):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape and listed:
            self.show_step("")
        else:
            super().keyPressEvent(event)

    def act(self) -> None:
        """What the filled button says."""
        view, following = self.stage.view, home_steps.next_of(self.month.progress)
        if self.tab == REPORTING:
            self._tab.copy_reminder()
        elif view is not None and view.primary() is not None:
            view.act()
        elif following is not None and following.key == home_steps.ENTER:
            self.open_requested.emit(home_links.first_missing(self.month.progress.view))
        elif following is not None:
            self.show_step(following.key)
            if following.key == home_steps.MAKE and self.stage.view is not None:
                self.stage.view.act()

    def act_beside(self) -> None:
        """What the button beside it says."""
        if self.tab == REPORTING:
            self._tab.toggle_zero()
        elif self.stage.view is not None:
            self.stage.view.act_beside()
        elif self.period is not None:
            self.open_requested.emit(home_links.reports(self.period))

    def show_step(self, key: str, at: str = "") -> None:
        """Open the check list of a step, at a section of it; with "" go back to the numbers."""
        self.stage.choose(key)
        self.head.tabs.set_current(WORK)
        self._show()
        self._say_hint()
        self.first_focus()
        if at:
            self.stage.go_to(at)

    def _build(self) -> None:
        self.head, self.steps, self.strip = HomeHead(), StepBar(), HomeStrip()
        self.work, self._stack = WorkView(), QStackedWidget()
        self.backup = BackupStrip(self._place)
        self._stack.addWidget(self.work)
        self._tab = HomeReporting(self._place, self._stack, self)
        self.stage = HomeStage(self._place, self._stack, self)
        self._key = QShortcut(QKeySequence.fromString("Ctrl+Return"), self, self.head.primary.click)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(12)
        self._top = QVBoxLayout()
        self._top.setSpacing(12)
        for part in (self.head, self.steps, self.strip, self.backup):
            self._top.addWidget(part)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        head, work, stage, tab, month = self.head, self.work, self.stage, self._tab, self.month
        month.loaded.connect(self._loaded)
        month.bars_found.connect(self._show_numbers)
        month.doubts_found.connect(self._show_doubts)
        month.drift_found.connect(self._show_strip)
        month.pending_changed.connect(self.pending_changed)
        head.stepper.stepped.connect(month.step)
        head.month_picked.connect(month.pick)
        head.tabs.chosen.connect(self._tab_chosen)
        head.home_requested.connect(self._go_home)
        head.beside.clicked.connect(self.act_beside)
        head.primary.clicked.connect(self.act)
        head.more.asked.connect(stage.more.take)
        for chooser in (self.steps.chosen, self.strip.step_requested, work.step_requested):
            chooser.connect(self.show_step)
        work.rules_requested.connect(self._show_rules)
        work.recent_wanted.connect(self._show_recent)
        for part in (work, stage, tab, self.strip, self.backup):
            part.open_requested.connect(self.open_requested)
        for speaker in (stage, tab):
            speaker.said.connect(self.say)
        stage.back_requested.connect(partial(self.show_step, ""))
        stage.buttons_changed.connect(self._show_buttons)
        stage.wrote.connect(self.refresh)
        tab.chosen_changed.connect(self._show_buttons)
        tab.zero.undo_changed.connect(self.undo_offered)
        tab.zero.undo_changed.connect(self.commands_changed)

    def _loaded(self) -> None:
        """The month was read: show it wherever the clerk is."""
        view = self.month.progress.view
        if view.period != self._shown:
            self._shown = view.period
            self._tab.zero.forget()
            self._say_hint()  # what can be done depends on what the month has
        self.head.show_month(view.period, self.month.home, view.today)
        self._tab.forget()
        self._show_recent(self.work.recent_room)
        self._show_numbers()
        self._show()

    def _show(self) -> None:
        """Turn to the tab or step that is chosen."""
        reporting, progress = self.tab == REPORTING, self.month.progress
        if reporting:
            self._tab.show(progress.view)
            self._stack.setCurrentWidget(self.reporting)
        elif self.stage.key:
            self.stage.show(progress)
        else:
            self._stack.setCurrentWidget(self.work)
        self.steps.setVisible(not reporting)
        self._tab.set_keys(reporting)
        self._key.setEnabled(not reporting)
        self._show_strip()
        self._show_buttons()

    def _show_buttons(self) -> None:
        progress, view = self.month.progress, self.stage.view
        if self.tab == REPORTING:
            self.head.show_reporting(self.reporting)
            return
        following = home_steps.next_of(progress)
        primary, beside = following, _DOCUMENTS
        if view is not None:
            primary = view.primary() or (following if following and following.key != view.key else None)
            primary = primary and primary._replace(hint="Ctrl+Enter")
            beside = view.beside() or beside
        self.head.show_work(primary, beside)
        self.head.primary.set_busy(view.busy_words if view is not None else "")
        self.head.more.show_progress(progress)
        self.steps.set_steps(home_steps.steps_of(progress))
        self.steps.set_open(self.stage.key)

    def _show_strip(self) -> None:
        self.backup.refresh()
        self.strip.show_progress(self.month.progress, self.month.drift.drift)
        self.strip.setVisible(self.tab == WORK and bool(self.strip.text))

    def _show_numbers(self) -> None:
        self.work.show_month(self.month.progress, self.month.doubts.matters)

    def _show_doubts(self) -> None:
        self.work.show_matters(self.month.progress.view, self.month.doubts.matters)
        self._show_buttons()

    def _show_recent(self, room: int) -> None:
        self.work.show_recent(self.month.recent(room))

    def _say_hint(self) -> None:
        view = self.stage.view if self.tab == WORK else None
        if view is None and self.tab == WORK and self.month.view is not None and self.month.view.is_empty:
            self.say("")  # no numbers to open
        else:
            self.say(_HINTS[self.tab] if view is None else view.hint)

    def _tab_chosen(self, _key: str) -> None:
        self.stage.choose("")
        self._show()
        self._say_hint()
        self.first_focus()

    def _go_home(self) -> None:
        self.month.go(self.month.home)
        self.first_focus()

    def _show_rules(self) -> None:
        from app.ui.pages.home_rules import RulesDialog

        if self.month.view is not None:
            RulesDialog(self.month.view.rows, self).exec()
