"""Reviews: 审核, that somebody signed a whole period off, and what was changed since."""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.periods import Period
from app.models.system import Change, SettingEntry

_REVIEWED = "reviewed:"
_MOVING = ("add", "change", "delete", "undelete")


class Review(NamedTuple):
    """审核: who signed a period's 报审单 off and when (local time); `changed` records were changed since."""

    by: str
    at: datetime
    note: str
    changed: int


def review_of(session: Session, period: Period) -> Review | None:
    """Who reviewed the period as a whole; None when nobody has, or it came back since."""
    text = session.execute(select(SettingEntry.value).where(SettingEntry.key == review_key(period))).scalar()
    if not text:
        return None
    data = json.loads(text)
    changed = select(func.count(Change.record.distinct())).where(
        Change.id > int(data["change"]), Change.action.in_(_MOVING)
    )
    count = session.execute(changed).scalar() or 0
    return Review(data["by"], datetime.fromisoformat(data["at"]), data["note"], count)


def review_key(period: Period) -> str:
    """Where the settings keep it."""
    return _REVIEWED + period.key
