"""What the first page says of a month without records, and the three ways to begin one."""

from __future__ import annotations

from app.services.months import MonthOverview
from app.ui.widgets.empty_state import EmptyState

BUTTONS = (
    ("meeting", "新增协商会议", "meeting", "Alt+1"),
    ("visit", "新增委员走访", "visit", "Alt+2"),
    ("studio_activity", "新增工作室活动", "studio", "Alt+3"),
)
"""Kind, words, icon and key of what can be started."""

NEWEST = "newest"


def say_empty(state: EmptyState, view: MonthOverview) -> None:
    """Fill `state` for an empty month; the way out is the last month with records."""
    month = f"{view.period.index}月" if view.period.year == view.today.year else view.period.label
    state.say(f"{month}还没有记录", "开一场会、走访一次、办一次活动，都在这里记一条。", icon="inbox")
    for place, (kind, text, icon, hint) in enumerate(BUTTONS):
        state.add_button(kind, text, icon=icon, hint=hint, kind="quiet" if place else "primary")
    if view.newest is not None:
        newest, count = view.newest
        words = f"{newest.index}月" if newest.year == view.period.year else newest.label
        state.add_button(NEWEST, f"看 {words}的 {count} 条", kind="link")
