"""Changing one field of many records at once, as many at a time as the program allows."""

from __future__ import annotations

from sqlalchemy import select

from app.models.visit import Visit
from app.services.bulk import MOST
from app.services.office import Office
from bench.clock import Measure, timed_once


def measure(office: Office, rows: int, label: str) -> list[Measure]:
    """Seconds of as many goes as that many visits take, each of them one intention with its undo."""
    with office.store.reading() as session:
        uuids = list(session.scalars(select(Visit.uuid).order_by(Visit.id).limit(rows)))
    assert len(uuids) == rows, len(uuids)
    goes = [uuids[start : start + MOST] for start in range(0, rows, MOST)]

    def change() -> None:
        for go in goes:
            done = office.bulk.change("visit", go, "host", "基准组", reason="量一量")
            assert done.changed == len(go)

    return [Measure(f"bulk change of {rows} rows{label}", timed_once(change), "s", note=f"{len(goes)} goes")]
