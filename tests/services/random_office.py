"""A random office, the same every time: three years, two terms, drafts, plans, deletions and adjustments."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.services.random_records import CHANGE, FIRST, MADE, Chance, rows
from tests.shared import shared_folder


def random_office(folder: Path) -> Office:
    """A copy of it to work on; everything in it is invented."""
    shutil.copytree(shared_folder("random", _build), folder, dirs_exist_ok=True)
    return Office(Store(DataFolder(folder)), FixedClock(MOMENT))


def _change_terms(office: Office) -> None:
    """The term ends in the middle of 2026; most stay, some go, some are new."""
    records = office.records
    records.add("term", [{"name": "十二届", "started_on": CHANGE.isoformat()}])
    old = rows(office, "SELECT m.uuid, p.uuid, m.sector FROM membership m JOIN person p ON p.id=m.person_id"
                       " JOIN term t ON t.id=m.term_id WHERE t.name='十一届' ORDER BY m.id")  # fmt: skip
    for uuid, _, _ in old:
        office_held = records.load("membership", uuid)
        office_held.values["ended_on"] = CHANGE - timedelta(days=1)
        office_held.values["state"] = "revoked" if uuid == old[-1][0] else "expired"
        records.save(office_held)
    new = records.add("person", [{"name": f"新委员{number}"} for number in "一二三"])
    stay = [(person, sector) for _, person, sector in old[:9]] + [(person.uuid, "culture") for person in new]
    linked = [[{"name": "某村"}, {"name": "某企业", "ended_on": "2026-09-10"}], [{"name": "某校"}], []] * 4
    raws = [{"person": person, "term": "十二届", "sector": sector, "started_on": CHANGE.isoformat(),
             "linked_units": units}
            for (person, sector), units in zip(stay, linked, strict=True)]  # fmt: skip
    records.add("membership", raws)


def _make_studios(office: Office) -> None:
    members = [row[0] for row in rows(office, "SELECT uuid FROM membership ORDER BY id")]
    left = [None, "2025-12-31", None, "2026-08"] * 5
    in_room = [
        {"member": uuid, "joined_on": joined, "left_on": gone}
        for uuid, joined, gone in zip(members, _some_days(), left, strict=False)
    ]
    one = {"name": "一号工作室", "sort": "sector", "sector": "economy", "opened_on": "2024-09-15",
           "demo_level": "city", "named_on": "2026-02"}  # fmt: skip
    two = {"name": "二号工作室", "sort": "personal", "opened_on": "2025-01-01", "closed_on": "2026-03-31"}
    town = {"township": "大河镇"}
    station = {"name": "县城工作站", "sort": "station", "opened_on": "2025-05-06"}
    studios = [one | town | {"members": in_room[:6]}, two | {"members": in_room[6:11]}, station]
    office.records.add("studio", studios)


def _some_days() -> Iterator[str]:
    draw = random.Random(7)
    while True:
        yield (FIRST + timedelta(days=draw.randint(0, 500))).isoformat()


def _build(folder: Path) -> None:
    office = small_office(folder)
    office.records.add("unit", [{"name": "联合县政协", "level": "county"}])
    _change_terms(office)
    _make_studios(office)
    chance = Chance(office)
    for kind, (make, count) in MADE.items():
        office.records.add(kind, [make(chance, index) for index in range(count)])
    drafts = [
        {"topic": "计划", "happened_on": f"2026-{month}-15", "people": {"masses": 10}}
        for month in (9, 10, 11)
    ]
    office.records.add("meeting", drafts, draft=True)
    for kind in MADE:
        table = "activity" if kind in ("meeting", "visit", "studio_activity") else kind
        found = rows(office, f"SELECT uuid FROM {table} JOIN {kind} USING(id) ORDER BY id" if table != kind
                     else f"SELECT uuid FROM {table} ORDER BY id")  # fmt: skip
        office.records.delete(kind, [row[0] for row in found[::11]])
    office.store.close()
