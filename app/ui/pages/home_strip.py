"""HomeStrip: says above the month that it went up, came back, or no longer is what was sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.pages import home_links
from app.ui.pages.home_drift import Drift
from app.ui.pages.home_steps import ENTER, Progress, day
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip

KEPT = "以后改动报过的数要写理由，差额算进下次报的本期数。"


class HomeStrip(Strip):
    """One message at a time: came back, then differs, then sent."""

    open_requested = Signal(object)
    """A PageLink to go to."""
    step_requested = Signal(str)
    """The step whose view is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._drift: Drift | None = None
        self.acted.connect(self._act)

    def show_progress(self, progress: Progress, drift: Drift | None) -> None:
        """Say what is to be said of the month; an open month says nothing."""
        self._progress, self._drift = progress, drift
        sent = progress.standing.sent
        if sent is None:
            self.clear()
        elif not sent.stands:
            back = f"（{day(sent.back_on)}，报 {sent.number}）" if sent.back_on else ""
            text = f"市里退回{back}：{sent.why}"
            self.show_message(Tone.ERROR, text, action="去更正", closable=False)
        elif drift is not None:
            by = f"，差在 {drift.records} 条" if drift.records else ""
            text = f"{day(sent.on)}已报送（报 {sent.number}）。{drift.words}{by}。"
            self.show_message(Tone.LOCK, text, action="看差在哪", closable=False)
        else:
            text = f"{day(sent.on)}已报送（报 {sent.number}）。{KEPT}"
            self.show_message(Tone.LOCK, text, action="看报送存底", closable=False)

    def _act(self) -> None:
        progress, sent = self._progress, self._progress.standing.sent if self._progress else None
        if progress is None or sent is None:
            return
        if not sent.stands:
            self.step_requested.emit(ENTER)
        elif self._drift is not None:
            self.open_requested.emit(home_links.difference(f"{sent.number}", progress.view.period.key))
        else:
            self.open_requested.emit(home_links.submission(sent.number))
