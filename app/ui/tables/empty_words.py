"""What an empty list says: nothing yet, nothing matches, nothing left to do (looks.md §10)."""

from __future__ import annotations

from app.models.kinds import Kind
from app.models.periods import Period, Span
from app.services.aggregates import DRAFT
from app.services.list_query import Query
from app.services.list_tables import STATUS
from app.ui.widgets.empty_state import EmptyState

WORDLESS = "只有标点，找不出记录；请打文字、数字或拼音首字母。"
NEW, CLEAR, LATEST, ALL_TIMES, WHOLE = "new", "clear", "latest", "all_times", "whole"


def say_empty(
    state: EmptyState, kind: Kind, icon: str, query: Query, described: str, latest: tuple[Period, int] | None
) -> None:
    """Fill `state` with the words and ways out that fit the query; `latest` is where records are."""
    if set(query.filters) == {STATUS} and tuple(query.filters[STATUS]) == (DRAFT,) and not query.search:
        state.say(f"{_of(query.period)}{kind.noun}都填齐了", "没有缺项的记录。", icon="ok")
        state.add_button(WHOLE, f"看{_of(query.period)}全部{kind.noun}", kind="primary")
    elif query.is_narrowed:
        state.say(f"没有符合“{described or '所选'}”的{kind.noun}", _hint(query), icon="search")
        state.add_button(CLEAR, "清除筛选", hint="Esc", kind="primary")
        if query.period is not None:
            state.add_button(ALL_TIMES, "不限时间再找", kind="link")
    else:
        how = f"点“新增{kind.noun}”记一{kind.measure}；没填完也能先存，下次接着填。"
        state.say(f"{when(query.period)}还没有{kind.noun}记录", how, icon=icon)
        state.add_button(NEW, f"新增{kind.noun}", icon="plus", hint="Ctrl+N", kind="primary")
        if latest is not None:
            period, count = latest
            state.add_button(LATEST, f"看 {when(period)}的 {count} {kind.measure}", kind="link")


def _hint(query: Query) -> str:
    return WORDLESS if query.is_wordless else ""


def when(period: Period | None) -> str:
    """11月, 2026年第四季度, 这段时间; "" for all times."""
    if period is None:
        return ""
    if period.span is Span.MONTH:
        return f"{period.index}月"
    return "这段时间" if period.span is Span.FREE else period.label


def _of(period: Period | None) -> str:
    return f"{when(period)}的" if period else ""
