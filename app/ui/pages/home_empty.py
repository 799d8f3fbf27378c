"""What the first page says of a month without records, and the ways to begin one or to report nothing."""

from __future__ import annotations

from app.ui.pages.home_steps import Progress, day
from app.ui.widgets.empty_state import EmptyState

BUTTONS = (
    ("meeting", "新增协商活动", "meeting", "Alt+1"),
    ("visit", "新增委员走访", "visit", "Alt+2"),
    ("studio_activity", "新增工作室活动", "studio", "Alt+3"),
)
"""Kind, words, icon and key of what can be started."""

NEWEST, ZERO = "newest", "zero"  # what leads to 报送 of a month with nothing in it


def say_empty(state: EmptyState, progress: Progress) -> None:
    """Fill `state` for an empty month; the way out is the last month with records."""
    view, sent = progress.view, progress.standing.sent
    month = f"{view.period.index}月" if view.period.year == view.today.year else view.period.label
    if sent is not None and sent.stands:
        state.say(f"{month}没有记录", f"{day(sent.on)}已报送（报 {sent.number}）。", icon="lock")
        state.add_button(ZERO, "看报出的数")
    else:
        state.say(f"{month}还没有记录", "协商一场、走访一次、办一次活动，都在这里记一条。", icon="inbox")
        for place, (kind, text, icon, hint) in enumerate(BUTTONS):
            state.add_button(kind, text, icon=icon, hint=hint, kind="quiet" if place else "primary")
        if view.period.start <= view.today:
            state.add_button(ZERO, "没有活动，报零报告", kind="link")
    if view.newest is not None:
        newest, count = view.newest
        words = f"{newest.index}月" if newest.year == view.period.year else newest.label
        state.add_button(NEWEST, f"看 {words}的 {count} 条", kind="link")
