"""GroupWords: what raw group values are called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from app.models import model_of
from app.services.context import refs
from app.services.figure_groups import RECORD_KINDS
from app.services.figure_query import COUNTY, UNFILLED
from app.services.given import DIMENSIONS, Given
from app.services.options import Options


class GroupWords:
    """Labels of raw group values, local ids and option keys, looked up together."""

    def __init__(self, session: Session, raw: Iterable[Any]) -> None:
        self._options = Options.load(session)
        ids = [each for each in set(raw) if isinstance(each, int) and each > 0]
        self._names: dict[str, dict[int, str]] = {}
        for by, kind in RECORD_KINDS.items():
            if by in DIMENSIONS:
                found = refs(session, model_of(kind), ids)
                self._names[by] = {local: ref.label for local, ref in found.items()}

    def label(self, by: str, raw: Any) -> str:
        if raw in (COUNTY, UNFILLED):
            return "县本级" if raw == COUNTY else "未填"
        return self._names[by].get(raw, "") if by in self._names else self._options.label(by, raw)


def raw_of(key: Given, by: str) -> Any:
    """The group a contribution counts in; by month the month of its day."""
    if by == "month":
        return key.day[:7]
    value = getattr(key, by)
    return UNFILLED if value is None else value
