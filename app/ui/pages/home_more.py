"""HomeMore: does what ⋯ offers for a month: 退回, 撤回审核, 看报送存底, 看差在哪."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.periods import Period
from app.ui.pages import home_links
from app.ui.pages.home_menu import DIFFERENCE, KEPT, RETURN, WITHDRAW
from app.ui.pages.home_steps import Progress
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.services.submitted import Submitted

_TEXT = "报出的表和数原样留着。退回以后可以改记录，改好再审核、出表、报送。"
_EXAMPLE = "市里说的原因，如：青山镇多报了一场"


class HomeMore(QObject):
    """Asks for a reason where one is kept for ever; writes on the writing thread."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    said = Signal(str)
    """What became of it, for the status line."""

    def __init__(self, place: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._place, self._page = place, page

    def take(self, key: str, progress: Progress) -> None:
        """Do what was chosen."""
        period, sent = progress.view.period, progress.standing.sent
        if key == RETURN:
            self.ask_return(period)
        elif key == WITHDRAW:
            withdraw = partial(self._place.office.month_end.withdraw_review, period)
            self._place.operations.run(withdraw, self._withdrawn)
        elif key == KEPT and sent is not None:
            self.open_requested.emit(home_links.submission(sent.number))
        elif key == DIFFERENCE:
            side = f"{sent.number}" if sent is not None and sent.stands else progress.view.previous.key
            self.open_requested.emit(home_links.difference(side, period.key))

    def ask_return(self, period: Period) -> None:
        """退回 a month that was reported, unless the clerk thinks better of it."""
        from app.ui.dialogs.why import ask_why

        title = f"退回{period.label}"
        why = ask_why(self._page.window(), title, _TEXT, act="退回", example=_EXAMPLE)
        if why:
            reopen = partial(self._place.office.month_end.reopen, period, why)
            self._place.operations.run(reopen, self._returned)

    def _withdrawn(self, _: object) -> None:
        self.said.emit("撤回了审核")

    def _returned(self, sent: Submitted) -> None:
        self.said.emit(f"{sent.period.label}退回了，可以更正")
