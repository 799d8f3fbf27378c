"""HomeReturn: 退回…, opens a reported month again, with the reason the city gave."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Period
from app.ui.operations import Operations
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.services.submitted import Submitted

_TEXT = "报出的表和数原样留着。退回以后可以改记录，改好再审核、出表、报送。"
_EXAMPLE = "市里说的原因，如：青山镇多报了一场"


class HomeReturn(QObject):
    """Asks for the reason, then does it on the writing thread."""

    said = Signal(str)
    """What became of it, for the status line."""

    def __init__(self, place: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._place, self._page = place, page

    def ask(self, period: Period) -> None:
        """退回 a month that was reported, unless the clerk thinks better of it."""
        from app.ui.dialogs.why import ask_why

        title = f"退回{period.label}"
        why = ask_why(self._page.window(), title, _TEXT, act="退回", example=_EXAMPLE)
        if why:
            operations: Operations = self._place.operations
            operations.run(partial(self._place.office.month_end.reopen, period, why), self._done)

    def _done(self, sent: Submitted) -> None:
        self.said.emit(f"{sent.period.label}退回了，可以更正")
