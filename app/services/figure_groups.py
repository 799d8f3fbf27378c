"""The groups of a grouping: raw values ↔ stable keys and labels, in the office's order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.days import last, stored
from app.models.periods import Period
from app.models.place import Township
from app.models.studio import Studio
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.figure_query import COUNTY, UNFILLED
from app.services.figure_values import Group
from app.services.options import Options

RECORD_KINDS = {"unit": "unit", "township": "township", "studio": "studio", "member": "person"}
_COUNTY_LABEL, _UNFILLED_LABEL = "县本级", "未填"
NOBODY = -3  # a local id that no record has


class GroupKeys:
    """Raw group values ↔ stable keys and labels, in the office's order."""

    def __init__(self, session: Session, by: str, raw: set[Any]) -> None:
        self._session = session
        self._by = by
        kind = RECORD_KINDS.get(by)
        ids = [value for value in raw if isinstance(value, int) and value > 0]
        self._refs = refs(session, model_of(kind), ids) if kind else {}
        self._options = Options.load(session)

    def key(self, raw: Any) -> str:
        if raw == COUNTY and self._by == "township":
            return "county"
        if raw == UNFILLED or raw is None:
            return "none"
        return self._refs[raw].uuid if raw in self._refs else str(raw)

    def groups(self, used: set[str], spans: Mapping[str, Period]) -> tuple[Group, ...]:
        rows = list(self._standing(spans))
        known = {group.key for group in rows}
        further = [Group(ref.uuid, ref.label) for ref in self._refs.values() if ref.uuid in used - known]
        rows += sorted(further, key=lambda group: group.label)
        if self._by in ("sector", "brand", "focus"):
            rows = [group for group in rows if group.key in used]
        if "county" in used:
            rows.append(Group("county", _COUNTY_LABEL))
        return (*rows, Group("none", _UNFILLED_LABEL)) if "none" in used else tuple(rows)

    def _standing(self, spans: Mapping[str, Period]) -> Iterable[Group]:
        """The rows a table has even when nothing happened."""
        if self._by in ("sector", "brand", "focus"):
            return [Group(o.key, o.label) for o in self._options.entries(self._by, retired=True)]
        if self._by == "township":
            return _alive(self._session, Township, Township.position, "started_on", "ended_on", spans)
        if self._by == "studio":
            return _alive(self._session, Studio, Studio.id, "opened_on", "closed_on", spans)
        return []


def _alive(
    session: Session, model: type[Record], order: Any, start: str, end: str, spans: Mapping[str, Period]
) -> list[Group]:
    """Records of a register that were there within the period asked for."""
    period = spans.get("current") or next(iter(spans.values()))
    rows = session.execute(
        select(model.uuid, model.name, getattr(model, start), getattr(model, end))  # type: ignore[attr-defined]
        .where(model.deleted_at.is_(None), model.status == REGISTERED)
        .order_by(order.is_(None), order, model.id)
    )
    return [
        Group(uuid, name)
        for uuid, name, since, until in rows
        if (since is None or stored(since) <= period.through)
        and (until is None or last(until) >= period.start)
    ]


def raw_group(session: Session, by: str, key: str) -> Any:
    if key in ("county", "none"):
        return COUNTY if key == "county" else UNFILLED
    kind = RECORD_KINDS.get(by)
    if kind is None:
        return key
    model = model_of(kind)
    return session.execute(select(model.id).where(model.uuid == key)).scalar() or NOBODY
