"""ClosedStrip: says above a form that its month went up, and what that means for a change."""

from __future__ import annotations

from app.services.closed import Closed
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip

FREE = "办理进度、反馈、附件随时可改；改动报过的数，保存时要写明理由，会进更正清单。"
LATE = "这条是补报，保存时要写明理由，会进补报清单，算进下次报的本期数。"
RETURNED = "现在又可以改了，改好以后重新报送。"


class ClosedStrip(Strip):
    """What is locked is the number, never the record (domain.md §0), so nothing here is read-only."""

    def show_closed(self, sent: Closed | None, *, is_new: bool) -> None:
        """Say which 报送 the day of the record lies in; None says nothing."""
        if sent is None:
            self.clear()
        elif sent.is_returned:
            self.show_message(
                Tone.ERROR, f"{sent.label}被退回（{sent.on}，报 {sent.number}）。{RETURNED}", closable=False
            )
        else:
            text = f"{sent.label}已报送（{sent.on}，报 {sent.number}）。{LATE if is_new else FREE}"
            self.show_message(Tone.LOCK, text, closable=False)
