"""HomeReporting: the tab 本月报送 of the first page, made when it is first looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.months import MonthOverview
from app.services.reporting import Reporting, State
from app.ui.pages.home_head import zero_reason
from app.ui.pages.home_zero import HomeZero
from app.ui.theme import Layout
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.ui.pages.reporting_view import ReportingView


class HomeReporting(QObject):
    """Puts the view into the page's stack, fills it with the rows of a month, and does what its keys say."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    chosen_changed = Signal()
    """Other rows are meant."""
    said = Signal(str)
    """For the status line."""

    def __init__(self, place: Workplace, stack: QStackedWidget, page: QWidget) -> None:
        super().__init__(page)
        keys = {"F7": self.toggle_zero, "Ctrl+C": self.copy_reminder}
        self._keys = [QShortcut(QKeySequence.fromString(key), page, slot) for key, slot in keys.items()]
        for key in self._keys:
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._place, self._stack, self._layout_kind = place, stack, Layout.NORMAL
        self._month: MonthOverview | None = None
        self._stale = True
        self.zero = HomeZero(place.operations, self)
        self.zero.said.connect(self.said)

    @cached_property
    def view(self) -> ReportingView:
        from app.ui.pages.reporting_view import ReportingView

        made = ReportingView()
        made.fit(self._layout_kind)
        made.open_requested.connect(self.open_requested)
        made.chosen_changed.connect(self.chosen_changed)
        self._stack.addWidget(made)
        return made

    def fit(self, layout: Layout) -> None:
        """Arrange the view for a width of the window."""
        self._layout_kind = layout
        if "view" in vars(self):
            self.view.fit(layout)

    def set_keys(self, enabled: bool) -> None:
        """Whether the keys of this tab act."""
        for key in self._keys:
            key.setEnabled(enabled)

    def forget(self) -> None:
        """What the view holds is out of date."""
        self._stale = True

    def show(self, month: MonthOverview) -> None:
        """Read the rows of a month, unless they stand there."""
        self._month = month
        if self._stale:
            self._stale = False
            self.view.show_month(month.period, self._service.rows(month.period), month.today)

    def toggle_zero(self) -> None:
        """Register 零报告 for the chosen rows that have not reported, or take it back where all have it."""
        rows = self.view.chosen
        if self._month is not None and not zero_reason(rows):
            self.zero.toggle(self._service, self._month.period, rows)

    def copy_reminder(self) -> None:
        """Put the 催报 for WeChat on the clipboard; nothing is copied when all have reported."""
        silent = [row for row in self.view.asked if row.state is State.SILENT]
        if self._month is not None and silent:
            month = self._month
            QGuiApplication.clipboard().setText(self._service.reminder(month.period, silent, month.due))
            self.said.emit(f"催报文字已复制，{len(silent)} 个单位没有报；到微信里粘贴")

    @property
    def _service(self) -> Reporting:
        office = self._place.office
        return Reporting(office.store, office.clock, office.settings, office.records)
