"""SendingPage: 报送 of a quarter, half-year or year; a month goes up from the first page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.models.periods import Period
from app.services.standing import standing
from app.ui.pages import home_links
from app.ui.pages.home_menu import HomeMenu
from app.ui.pages.home_more import HomeMore
from app.ui.pages.home_steps import Next, Progress
from app.ui.pages.home_strip import HomeStrip
from app.ui.pages.month_send import SendView
from app.ui.pages.page import Command, Page
from app.ui.theme import Layout
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.themed import Themed
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.services.month_end import MonthEnd

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SendingPage(Themed, Page):
    """The same view that a month has, with a head of its own."""

    title = "报送"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._period: Period | None = None
        self._progress: Progress | None = None
        self._layout_kind = Layout.NORMAL
        self.stepper = PeriodStepper(title=True)
        self.beside = HintButton("")
        self.primary = HintButton("", kind="primary")
        self.more, self.strip = HomeMenu(), HomeStrip()
        self.view = SendView(place, self._service)
        self._done = HomeMore(place, self)
        self._build()
        self._connect()

    def open(self, period: str = "", **_rest: Any) -> None:
        """`period` as on the command line."""
        if period:
            self._period = self._place.office.calendar.parse(period)
        elif self._period is None:
            self._period = self._place.office.months.first()
        self.refresh()
        self.say(self.view.hint)

    def refresh(self) -> None:
        office, period = self._place.office, self._period
        if period is None:
            return
        with office.store.reading():
            view = office.months.overview(period, bars=False)
            found = self._progress = Progress(view, standing(office.store, office.clock, period))
        self.stepper.set_text(period.label)
        self.strip.show_progress(found, None)
        self.more.show_progress(found)
        self.view.show_progress(found)
        self._show_buttons()

    def commands(self) -> Mapping[str, Command]:
        return {"month_before": self._before, "month_after": self._after}

    def fit(self, layout: Layout) -> None:
        self._layout_kind = layout
        self.view.fit(layout)
        self.restyle()

    def restyle(self) -> None:
        side = self.theme.side(self._layout_kind)
        self._top.setContentsMargins(side, 0, side, 0)

    def first_focus(self) -> None:
        self.view.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif event.key() in _ENTER and isinstance(self.focusWidget(), QLineEdit):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        bar = FoldingBar()
        bar.add(self.stepper)
        bar.add_stretch()
        for part in (self.beside, self.primary, self.more):
            bar.add(part)
        self._top = QVBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(bar)
        self._top.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._top)
        column.addWidget(self.view, 1)
        QShortcut(QKeySequence.fromString("Ctrl+Return"), self, self.primary.click)

    def _connect(self) -> None:
        view = self.view
        self.stepper.stepped.connect(self._step)
        self.primary.clicked.connect(self._act)
        self.beside.clicked.connect(view.act_beside)
        self.more.asked.connect(self._done.take)
        self._done.open_requested.connect(self.open_requested)
        self.strip.open_requested.connect(self.open_requested)
        self.strip.step_requested.connect(self._go_to_papers)
        view.open_requested.connect(self.open_requested)
        view.back_requested.connect(self.back_requested)
        view.said.connect(self.say)
        view.buttons_changed.connect(self._show_buttons)
        view.return_requested.connect(self._ask_return)
        self._done.said.connect(self.say)

    def _service(self) -> MonthEnd:
        return self._place.office.month_end

    def _show_buttons(self) -> None:
        found = self.view.primary()
        drafts = self._progress.view.tally.drafts if self._progress is not None else 0
        if found is None and drafts:
            found = Next("missing", f"去补 {drafts} 条", "edit")
        self.primary.setVisible(found is not None)
        if found is not None:
            self.primary.set_label(found.text, icon=found.icon, hint="Ctrl+Enter")
            self.primary.set_reason(found.reason)
        self.primary.set_busy(self.view.busy_words)
        beside = self.view.beside()
        if beside is not None:
            self.beside.set_label(beside.text, icon=beside.icon)

    def _act(self) -> None:
        if self.view.primary() is not None:
            self.view.act()
        elif self._progress is not None and self._progress.view.missing:
            self.open_requested.emit(home_links.first_missing(self._progress.view))

    def _ask_return(self) -> None:
        if self._period is not None:
            self._done.ask_return(self._period)

    def _go_to_papers(self, *_: object) -> None:
        if self._period is not None:
            self.open_requested.emit(home_links.reports(self._period))

    def _step(self, by: int) -> None:
        if self._period is not None:
            calendar = self._place.office.calendar
            self._period = calendar.next(self._period) if by > 0 else calendar.previous(self._period)
            self.refresh()

    def _before(self) -> None:
        self._step(-1)

    def _after(self) -> None:
        self._step(1)
