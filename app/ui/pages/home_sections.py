"""What stands at the right of the first page: what must be filled in, and what deserves a look."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.matters import Matter
from app.services.months import MonthOverview
from app.ui.pages.home_matters import Section
from app.ui.theme import Tone


def sections_of(view: MonthOverview, doubts: Sequence[Matter] | None) -> tuple[Section, Section]:
    """必须补 and 请看一看; `doubts` are None while they are being looked for."""
    month, count = f"{view.period.index}月", view.tally.drafts
    tone = Tone.ERROR if view.missing else Tone.OK
    filled = f"{month}的都补齐了" if view.tally.registered else f"{month}没有要补的"
    missing = Section("missing", "必须补，补完才能计数", tone, _count(count, "条"), view.missing, filled)
    found, looking = tuple(doubts or ()), doubts is None
    rest, calm = ("正在核对…", Tone.PLAIN) if looking else ("没有要看的", Tone.OK)
    title = "请看一看，不影响报送"
    return missing, Section("doubts", title, Tone.WARN, _count(len(found), "处"), found, rest, calm)


def _count(count: int, measure: str) -> str:
    return f"{count} {measure}" if count else ""
