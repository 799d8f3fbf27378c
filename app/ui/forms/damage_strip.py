"""DamageStrip: says above a form that the record was read otherwise than it was stored."""

from __future__ import annotations

from app.services.aggregates import Aggregate
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip

WORDS = (
    "这条读出来的和存的时候不一样，可能是文件坏了一点。点“看修改记录”，把最后存的那一版恢复回来；"
    "那里也不对的，用“文件 › 从备份恢复…”。"
)


class DamageStrip(Strip):
    """`acted` asks for the versions of the record."""

    def show_record(self, record: Aggregate) -> None:
        """Say so of one that differs, nothing of any other."""
        if record.differs:
            self.show_message(Tone.WARN, WORDS, action="看修改记录", closable=False)
        else:
            self.clear()
