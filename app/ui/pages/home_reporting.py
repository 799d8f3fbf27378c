"""HomeReporting: the tab 本月报送 of the first page, made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.months import MonthOverview
from app.services.reporting import Reporting, State
from app.ui.theme import Layout

if TYPE_CHECKING:
    from app.ui.pages.reporting_view import ReportingView


class HomeReporting(QObject):
    """Puts the view into the page's stack and fills it with the rows of a month."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    chosen_changed = Signal()
    """Other rows are meant."""

    def __init__(
        self, stack: QStackedWidget, keys: Mapping[str, Callable[[], object]], page: QWidget
    ) -> None:
        super().__init__(page)
        self._keys = [QShortcut(QKeySequence.fromString(key), page, slot) for key, slot in keys.items()]
        for key in self._keys:
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._stack, self._layout_kind = stack, Layout.NORMAL
        self._stale = True

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

    def show(self, service: Reporting, month: MonthOverview) -> None:
        """Read the rows of a month, unless they stand there."""
        if self._stale:
            self._stale = False
            self.view.show_month(month.period, service.rows(month.period), month.today)

    def copy_reminder(self, service: Reporting, month: MonthOverview) -> int:
        """Put the 催报 for WeChat on the clipboard; how many bodies it asks, nothing is copied for none."""
        silent = [row for row in self.view.asked if row.state is State.SILENT]
        if silent:
            QGuiApplication.clipboard().setText(service.reminder(month.period, silent, month.due))
        return len(silent)
