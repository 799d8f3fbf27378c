"""Many records of one intention are written exactly as one after the other."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from app.models.context import Ref
from app.models.system import Change
from app.services.bulk import Bulk
from app.services.chain import verified
from app.services.records import Records
from app.store.content import table_hashes
from tests.office import MEMBERS, small_office, uuids
from tests.services.record_samples import FULL

_INDEX = "'main', 'search', 'instance'"
TOWNS = ("永兴街道", "青山镇", "大河镇", None)
Raws = dict[str, list[dict[str, Any]]]


class _Desk:
    """A small office whose new rows get ids in a fixed order."""

    def __init__(self, folder: Path) -> None:
        self.office = small_office(folder)
        numbers = count(1)
        store = self.office.store
        self.records = Records(store, self.office.clock, "王秀兰", lambda: f"{next(numbers):032x}")
        self.bulk = Bulk(store, self.records, self.office.history)

    def told(self) -> tuple[dict[str, str], list[Any]]:
        """Every table of the file, and every word of the search index with where it stands."""
        with self.office.store.writing() as session:
            connection = session.connection()
            connection.execute(text(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab({_INDEX})"))
            found = connection.execute(text("SELECT * FROM words ORDER BY 1, 2, 3, 4"))
            words = [tuple(row) for row in found]
            tables = table_hashes(connection.connection.driver_connection)
            connection.execute(text("DROP TABLE temp.words"))
        return tables, words

    def lines(self) -> list[tuple[Any, ...]]:
        """The change log, but for what says which lines are one intention."""
        with self.office.store.reading() as session:
            found = session.scalars(select(Change).order_by(Change.id)).all()
            return [
                (row.at, row.by, row.action, row.kind, row.record, row.revision, _ungrouped(row.data))
                for row in found
            ]


def _ungrouped(data: str) -> Any:
    return {key: value for key, value in json.loads(data).items() if key not in ("group", "undone")}


def _drawn() -> Raws:
    """Records of several kinds; some agree in what makes them look like one another."""
    draw = random.Random(20261122)
    names = [name for name, *_ in MEMBERS if [each[0] for each in MEMBERS].count(name) == 1]

    def day() -> str:
        return f"2026-{draw.randint(1, 10):02d}-{draw.randint(1, 28):02d}"

    visits = [
        {"happened_on": draw.choice((day(), "2026-10-13", "2026-09")), "name": f"走访{draw.randint(1, 4)}",
         "township": draw.choice(TOWNS), "members": draw.sample(names, draw.randint(1, 4)),
         "people_served": draw.choice((None, 0, 7, 900)), "people": {"masses": draw.randint(0, 9)},
         "problems_raised": [{"text": f"问题{n}"} for n in range(draw.randint(0, 2))],
         "outcome": draw.choice((None, "已经办好"))}
        for _ in range(14)
    ]  # fmt: skip
    meetings = [FULL | {"topic": f"会议{draw.randint(1, 3)}", "happened_on": day()} for _ in range(6)]
    amounts = [
        {"figure": draw.choice(("meetings", "visits")), "amount": n,
         "happened_on": f"20{draw.randint(16, 25)}-0{n % 9 + 1}",
         "use": "opening", "reason": "期初数", "basis": "表", "township": draw.choice(TOWNS)}
        for n in range(25)
    ]  # fmt: skip
    people = [{"name": f"示例{name}"} for name in "甲乙丙甲"]
    units = [
        {"name": "示例市政协", "code": "SP"},
        {"name": "示例区政协", "code": "QP", "parent": "示例市政协"},
    ]
    return {"unit": units, "person": people, "visit": visits, "meeting": meetings, "adjustment": amounts}


def _both(folder: Path) -> Iterator[_Desk]:
    for name in ("together", "singly"):
        yield _Desk(folder / name)


def _compared(folder: Path, work: Callable[[_Desk, bool], object], besides: str = "") -> None:
    told: list[Any] = []
    for desk, together in zip(_both(folder), (True, False), strict=True):
        work(desk, together)
        tables, words = desk.told()
        tables.pop(besides, None)
        told.append((tables, words, desk.lines()))
        assert verified(desk.office.store).intact
        desk.office.store.close()
    assert told[0] == told[1]


def test_records_added_together_are_as_those_added_one_by_one(tmp_path: Path) -> None:
    def work(desk: _Desk, together: bool) -> None:
        for kind, raws in _drawn().items():
            for some in [raws] if together else [[raw] for raw in raws]:
                found = desk.records.add(kind, some, draft=True)
                assert all(each.number for each in found)

    _compared(tmp_path, work)


def test_a_record_added_with_others_looks_like_those_before_it(tmp_path: Path) -> None:
    desk = _Desk(tmp_path)
    raws = [{"happened_on": "2026-10-13", "name": "走访果农", "members": ["马文军"]}] * 3
    first, *others = desk.records.add("visit", raws, draft=True)
    assert not [each for each in first.problems if "重复登记" in each.text]
    assert all(any(first.number in each.text for each in other.problems) for other in others)
    desk.office.store.close()


def test_records_changed_together_are_as_those_changed_one_by_one(tmp_path: Path) -> None:
    def work(desk: _Desk, together: bool) -> None:
        known = {
            kind: [each.uuid for each in desk.records.add(kind, _drawn()[kind], draft=True)]
            for kind in ("visit", "meeting", "adjustment")
        }
        township = Ref(uuids(desk.office, "township")["青山镇"], "青山镇")
        changes: tuple[tuple[str, str, Any], ...] = (
            ("visit", "host", "某村"), ("visit", "township", township), ("meeting", "place", "礼堂"),
            ("adjustment", "made_by", "某人"), ("adjustment", "happened_on", date(2026, 1, 5)),
        )  # fmt: skip
        for kind, key, value in changes:
            ids = known[kind]
            some = [ids] if together else [[one] for one in ids]
            groups = [desk.bulk.change(kind, each, key, value).group for each in some]
            if key == "host":
                assert sum(desk.bulk.undo(group).count for group in groups) == len(ids)

    _compared(tmp_path, work, besides="change")  # its lines say which of them are one intention


def test_what_points_at_a_record_of_the_same_intention_finds_it(tmp_path: Path) -> None:
    desk = _Desk(tmp_path)
    records, number = desk.records, {"figure": "meetings", "happened_on": date(2025, 3, 1), "amount": 4}
    with desk.office.store.writing() as session:
        context = records.context(session)
        _, town = (
            records.put_within(session, context, records.new("township", name=name))
            for name in ("旧设镇", "新设镇")
        )
        told = {"reason": "期初数", "basis": "表", "township": Ref(town.uuid, "新设镇")}
        added = records.put_within(session, context, records.new("adjustment", **number, **told))
        records.settle(session, "")
    assert records.load("adjustment", added.uuid).values["township"] == Ref(town.uuid, "新设镇")
    desk.office.store.close()
