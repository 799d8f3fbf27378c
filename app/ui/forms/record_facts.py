"""What a form says about its record as a whole: its state in a word, its number and times."""

from __future__ import annotations

from datetime import datetime

from app.models.days import first
from app.services.aggregates import REGISTERED
from app.ui.forms.draft import Draft
from app.ui.widgets import status_word
from app.ui.widgets.status_word import Status


def status_of(draft: Draft, today: object) -> Status:
    """草稿, 缺 3 处, 计划 or 已登记, of what is saved."""
    record = draft.record
    if draft.is_new:
        return Status("新增", status_word.DRAFT.tone)
    if record.status == REGISTERED:
        return status_word.REGISTERED
    day = record.values.get(record.model.kind.day) if record.model.kind.day else None
    if day is not None and first(day) > today:  # type: ignore[operator]
        return status_word.PLANNED
    return status_word.DRAFT


def facts_of(draft: Draft) -> list[tuple[str, str]]:
    """编号, 录入, 上次保存; nothing for a record that was never saved."""
    record = draft.record
    if draft.is_new:
        return [("编号", "保存后编号")]
    return [
        ("编号", record.number),
        ("录入", f"{record.created_by} {moment(record.created_at)}"),
        ("上次保存", f"{record.updated_by} {moment(record.updated_at)}"),
    ]


def moment(text: str) -> str:
    """A stored UTC moment in local time: 10-28 14:03."""
    when = datetime.fromisoformat(text)
    return f"{when.astimezone():%m-%d %H:%M}" if when.tzinfo else f"{when:%m-%d %H:%M}"
