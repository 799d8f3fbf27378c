"""Pending: how many drafts block the month the program opens with, whatever page is in sight."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.ui.operations import Progress
from app.ui.workplace import Workplace


class Pending(QObject):
    """Counts again beside the window's thread when something was written; once for several writes."""

    counted = Signal(int)

    def __init__(self, place: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._counts = self._again = False
        place.operations.changed.connect(self.count)

    def count(self) -> None:
        """Count soon, and tell."""
        if self._counts:
            self._again = True
            return
        self._counts, self._again = True, False
        self._place.operations.start(self._counted, self.counted.emit, ended=self._ended)

    def _counted(self, _progress: Progress) -> int:
        months = self._place.office.months
        return months.pending(months.first())

    def _ended(self) -> None:
        self._counts = False
        if self._again:
            self.count()
