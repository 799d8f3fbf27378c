"""HomeBars: counts the twelve months of the first page beside the window's thread, once it is painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Period
from app.services.months import MonthOverview, Months
from app.ui.operations import Operations

SETTLED_MS = 30  # what counts beside the window takes the interpreter from its first paint and first keys


class HomeBars(QObject):
    """Whoever starts the program waits for the numbers, not for the bars."""

    begun = Signal()
    """The page is in sight and the bars are being counted; whatever else takes long may follow."""
    found = Signal(object)
    """A MonthOverview with its bars."""

    def __init__(self, operations: Operations, page: QWidget) -> None:
        super().__init__(page)
        self._operations, self._page = operations, page
        self._asked: tuple[Months, Period] | None = None

    def wait(self, months: Months, period: Period) -> None:
        """Count the bars of a month when the page has been painted."""
        self._asked = months, period
        self._page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(SETTLED_MS, self._seek)
        return super().eventFilter(watched, event)

    def _seek(self) -> None:
        assert self._asked is not None
        months, period = self._asked
        self._operations.start(lambda _: months.overview(period), self._take)
        self.begun.emit()

    def _take(self, overview: MonthOverview) -> None:
        self.found.emit(overview)
