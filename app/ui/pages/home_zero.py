"""HomeZero: registers 零报告 and takes it back, and undoes either."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.models.periods import Period
from app.services.reporting import Reporting, ReportingRow, State
from app.ui.operations import Operations


class HomeZero(QObject):
    """Holds what can be undone until the month is left."""

    said = Signal(str)
    undo_changed = Signal(bool)
    """Whether `undo` has something to take back."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._reporting: Reporting | None = None
        self._last: tuple[bool, list[str]] | None = None

    @property
    def can_undo(self) -> bool:
        return self._last is not None

    def toggle(self, reporting: Reporting, month: Period, rows: Sequence[ReportingRow]) -> None:
        """Register it for those of `rows` that have not reported; where all have it, take it back."""
        self._reporting = reporting
        if all(row.state is State.ZERO for row in rows):
            self._operations.run(_Withdrawing(reporting, [row.zero for row in rows]), self._withdrawn)
        else:
            silent = [row for row in rows if row.state is State.SILENT]
            self._operations.run(lambda: reporting.register_zero(month, silent), self._registered)

    def undo(self) -> None:
        """Take back what was registered last, or bring back what was taken."""
        if self._last is None or self._reporting is None:
            return
        registered, uuids = self._last
        change = self._reporting.withdraw if registered else self._reporting.restore
        self._operations.run(lambda: change(uuids), self._undone)

    def forget(self) -> None:
        """Nothing can be undone any more."""
        if self._last is not None:
            self._last = None
            self.undo_changed.emit(False)

    def _registered(self, uuids: list[str]) -> None:
        self._keep(True, uuids, f"登记了 {len(uuids)} 个零报告")

    def _withdrawn(self, uuids: list[str]) -> None:
        self._keep(False, uuids, f"撤掉了 {len(uuids)} 个零报告")

    def _keep(self, registered: bool, uuids: list[str], words: str) -> None:
        self._last = (registered, uuids)
        self.said.emit(words)
        self.undo_changed.emit(True)

    def _undone(self, count: int) -> None:
        registered = self._last is not None and self._last[0]
        self.forget()
        self.said.emit(f"{'撤掉了' if registered else '恢复了'} {count} 个零报告")


class _Withdrawing:
    """Takes 零报告 back and answers which."""

    def __init__(self, reporting: Reporting, uuids: list[str]) -> None:
        self._reporting, self._uuids = reporting, uuids

    def __call__(self) -> list[str]:
        self._reporting.withdraw(self._uuids)
        return self._uuids
