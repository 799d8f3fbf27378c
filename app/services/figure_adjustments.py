"""Adjustments (调整数): numbers that differ from the records, with their reason; they count like records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import model_of
from app.models.adjustment import Adjustment
from app.models.days import iso, stored
from app.models.fields import link
from app.models.figure import Figure
from app.models.periods import Period
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.figure_query import Ask
from app.services.figure_values import RecordLine


class Adjustments:
    """All adjustments (调整数) that touch the figures asked for; they count like records."""

    def __init__(self, rows: Sequence[Any], uuids: Mapping[tuple[str, int], str]) -> None:
        self._rows = rows
        self._uuids = uuids

    def total(self, figure: Figure, ask: Ask, period: Period) -> int:
        return sum(row.amount for row in self._inside(figure, ask, period))

    def groups(self, figure: Figure, ask: Ask, period: Period, by: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for row in self._inside(figure, ask, period):
            key = self._key(row, by)
            found[key] = found.get(key, 0) + row.amount
        return found

    def _inside(self, figure: Figure, ask: Ask, period: Period) -> Iterable[Any]:
        for row in self._rows:
            if row.figure != figure.key or stored(row.happened_on) > period.through:
                continue
            if figure.nature != "stock" and stored(row.happened_on) <= period.after:
                continue
            if all(getattr(row, name, None) == key for name, key in ask.only):
                yield row

    def _key(self, row: Any, by: str) -> str:
        match by:
            case "unit" | "township" | "studio":
                return self._uuids.get((by, getattr(row, by + "_id")), "none")
            case "sector" | "brand" | "focus":
                return getattr(row, by) or "none"
            case _:
                return "none"


def adjustments_of(session: Session, figures: Iterable[Figure]) -> Adjustments:
    rows = session.execute(
        select(
            Adjustment.figure, Adjustment.happened_on, Adjustment.amount, link(Adjustment, "township"),
            link(Adjustment, "studio"), Adjustment.unit_id, Adjustment.sector, Adjustment.brand,
            Adjustment.focus,
        ).where(
            Adjustment.deleted_at.is_(None),
            Adjustment.status == REGISTERED,
            Adjustment.figure.in_({figure.key for figure in figures}),
        )
    ).all()  # fmt: skip
    uuids: dict[tuple[str, int], str] = {}
    for kind in ("unit", "township", "studio"):
        ids = {getattr(row, kind + "_id") for row in rows} - {None}
        uuids |= {(kind, local): ref.uuid for local, ref in refs(session, model_of(kind), list(ids)).items()}
    return Adjustments(rows, uuids)


def adjusted_lines(
    session: Session, figure: Figure, period: Period, by: str | None, group: str | None,
    only: tuple[tuple[str, str], ...],
) -> list[RecordLine]:  # fmt: skip
    rows = session.execute(
        select(Adjustment).where(
            Adjustment.figure == figure.key, Adjustment.deleted_at.is_(None), Adjustment.status == REGISTERED
        )
    ).scalars()
    everything = adjustments_of(session, [figure])
    found = []
    for row in rows:
        one = Adjustments([row], everything._uuids)
        inside = one.groups(figure, Ask(figure.key, only), period, by or "")
        if inside and (group is None or group in inside):
            found.append(
                RecordLine(
                    figure.key, "adjustment", row.uuid, row.number or "", f"调整数：{figure.label}",
                    iso(row.happened_on), row.amount,
                )
            )  # fmt: skip
    return found
