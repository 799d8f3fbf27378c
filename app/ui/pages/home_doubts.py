"""HomeDoubts: looks for a month's doubts beside the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.models.periods import Period
from app.services.matters import Matter
from app.services.months import Months
from app.ui.operations import Operations, Progress


class HomeDoubts(QObject):
    """One month at a time; an older search is told to stop."""

    found = Signal()
    """`matters` holds what was found for the month asked for last."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._period: Period | None = None
        self._matters: tuple[Matter, ...] | None = None
        self._search: Progress | None = None

    @property
    def matters(self) -> tuple[Matter, ...] | None:
        """What deserves a look; None while nothing is known of the month."""
        return self._matters

    def choose(self, period: Period) -> None:
        """Another month is in sight: nothing is known of it."""
        if period != self._period:
            self._period, self._matters = period, None

    def seek(self, months: Months) -> None:
        """Look again; what was found before stands until then."""
        if self._search is not None:
            self._search.cancel()
        period = self._period
        assert period is not None

        def work(progress: Progress) -> tuple[Period, tuple[Matter, ...]]:
            return period, months.doubts(period, progress.step)

        self._search = self._operations.start(work, self._take)

    def _take(self, found: tuple[Period, tuple[Matter, ...]]) -> None:
        period, matters = found
        if period == self._period:
            self._search, self._matters = None, matters
            self.found.emit()
