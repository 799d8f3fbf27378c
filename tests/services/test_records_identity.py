"""Numbers, revisions, drafts and the bin: what happens to a record in its life."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from app.clock import FixedClock
from app.errors import AppError, Invalid, Level, NotFound
from app.services.aggregates import Aggregate
from app.services.list_query import Query
from app.services.office import Office
from tests.office import small_office, uuids
from tests.services.record_samples import VISIT, numbers_of_rows, one


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _later(office: Office, moment: datetime) -> Office:
    return Office(office.store, FixedClock(moment))


def test_the_same_operation_writes_once(office: Office) -> None:
    new = office.records.new("visit", name="走访", happened_on=date(2026, 10, 1))
    first = office.records.save(copy.deepcopy(new), "op1")
    second = office.records.save(copy.deepcopy(new), "op1")
    assert (second.uuid, second.revision) == (first.uuid, 1)
    assert second.values["name"] == "走访"
    assert numbers_of_rows(office, "visit") == [1]
    assert one(office, "SELECT count(*) FROM change WHERE operation='op1'") == 1


def test_a_record_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    one, other = (office.records.load("visit", added.uuid) for _ in range(2))
    one.values["host"] = "果业合作社"
    office.records.save(one)
    other.values["host"] = "学校"
    with pytest.raises(AppError, match="刚在别处改过，没有存上"):
        office.records.save(other)
    assert office.records.load("visit", added.uuid).values["host"] == "果业合作社"
    assert other.revision == 1


def test_numbers_count_by_kind_and_year_and_are_never_reused(office: Office) -> None:
    def add(day: str, kind: str = "visit") -> str:
        raw = VISIT | {"happened_on": day} if kind == "visit" else {"name": "某人"}
        return office.records.add(kind, [raw])[0].number

    assert [add("2026-10-01"), add("2026-10-02"), add("2025-05-01"), add("2026-01-01")] == [
        "ZF-2026-0001",
        "ZF-2026-0002",
        "ZF-2025-0001",
        "ZF-2026-0003",
    ]
    last = uuids(office, "visit")["走访果农"]
    rows = office.listing.as_json(Query("visit"))
    office.records.delete("visit", [row["uuid"] for row in rows])
    assert add("2026-10-03") == "ZF-2026-0004"
    office.records.undelete("visit", [last])
    with pytest.raises(Invalid):
        office.records.add("visit", [VISIT, VISIT | {"name": ""}])
    assert add("2026-10-04") == "ZF-2026-0005"
    loaded = office.records.load("visit", uuids(office, "visit")["走访果农"])
    loaded.values["happened_on"] = date(2024, 1, 1)
    assert office.records.save(loaded).number.startswith("ZF-202")
    assert len({one(office, "SELECT count(DISTINCT number) FROM activity"), len(uuids(office, "visit"))}) >= 1


def test_the_number_stays_when_the_day_moves_to_another_year(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    added.values["happened_on"] = date(2024, 3, 1)
    assert office.records.save(added).number == added.number == "ZF-2026-0001"


def test_a_unit_with_a_code_puts_it_before_its_numbers(office: Office) -> None:
    unit = office.records.load("unit", uuids(office, "unit")["示例县政协"])
    unit.values["code"] = "5301"
    office.records.save(unit)
    assert office.records.add("visit", [VISIT])[0].number == "5301-ZF-2026-0001"


def test_a_draft_registers_itself_when_complete_and_falls_back_when_not(office: Office) -> None:
    draft = office.records.add("visit", [{"happened_on": "10.13", "name": "走访果农"}], draft=True)[0]
    assert (draft.status, draft.number) == ("draft", "ZF-2026-0001")
    assert {p.key for p in draft.problems if p.level is Level.COUNT} == {"members", "people_served"}
    draft.values |= {"people_served": 20}
    assert office.records.save(draft).status == "draft"
    with office.store.reading() as session:
        member = office.records.context(session).resolve("membership", "马文军", {})
    draft.values["members"] = [{"member": member, "role": "member", "status": "present"}]
    assert office.records.save(draft).status == "registered"
    draft.values["people_served"] = None
    assert office.records.save(draft).status == "draft"
    assert office.records.load("visit", draft.uuid).status == "draft"


def test_a_complete_draft_stays_one_until_it_is_confirmed(office: Office) -> None:
    drafts = office.records.add("visit", [VISIT, VISIT | {"name": "另一次"}], draft=True)
    assert [draft.status for draft in drafts] == ["draft", "draft"]
    confirmed = office.records.confirm("visit", [draft.uuid for draft in drafts])
    assert [each.status for each in confirmed] == ["registered", "registered"]
    again = office.records.confirm("visit", [drafts[0].uuid])
    assert (again[0].status, again[0].revision) == ("registered", 2)


def test_confirming_is_all_or_nothing_and_names_what_is_missing(office: Office) -> None:
    whole, lacking = office.records.add("visit", [VISIT, {"happened_on": "10.1", "name": "缺的"}], draft=True)
    with pytest.raises(Invalid) as refused:
        office.records.confirm("visit", [whole.uuid, lacking.uuid])
    assert "“缺的”参加委员：请点名参加的委员" in refused.value.message
    assert office.records.load("visit", whole.uuid).status == "draft"
    with pytest.raises(NotFound, match="没有编号为"):
        office.records.confirm("visit", [whole.uuid, "0" * 32])
    assert office.records.load("visit", whole.uuid).status == "draft"


def test_a_planned_activity_counts_when_its_day_has_come(office: Office) -> None:
    planned = office.records.add("visit", [VISIT | {"happened_on": "2026-11-05"}], draft=True)[0]
    with pytest.raises(Invalid, match="还没到"):
        office.records.confirm("visit", [planned.uuid])
    later = _later(office, datetime(2026, 11, 6, 9, 0))
    assert later.records.confirm("visit", [planned.uuid])[0].status == "registered"


def test_what_is_deleted_leaves_lists_and_look_ups_and_comes_back(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    assert office.records.delete("visit", [added.uuid]) == 1
    assert office.records.delete("visit", [added.uuid]) == 0
    with pytest.raises(NotFound):
        office.records.load("visit", added.uuid)
    assert office.listing.as_json(Query("visit")) == []
    assert office.listing.as_json(Query("visit", search="果农")) == []
    raw = {"name": "修路", "happened_on": "10.1", "category": "traffic", "visit": added.uuid}
    with pytest.raises(Invalid, match="没有编号为"):
        office.records.add("livelihood_deed", [raw])
    assert one(office, "SELECT deleted_at IS NOT NULL FROM activity") == 1
    assert office.records.undelete("visit", [added.uuid]) == 1
    loaded = office.records.load("visit", added.uuid)
    assert (loaded.revision, loaded.number, loaded.content_hash) == (3, added.number, added.content_hash)
    assert [row["title"] for row in office.listing.as_json(Query("visit", search="马文军"))] == ["走访果农"]


def test_records_are_named_by_uuid_in_any_writing_and_by_what_they_became(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    dashed = f"{added.uuid[:8]}-{added.uuid[8:12]}-{added.uuid[12:16]}-{added.uuid[16:20]}-{added.uuid[20:]}"
    assert office.records.load("visit", dashed.upper()).uuid == added.uuid
    with office.store.writing() as session:
        session.execute(
            text("INSERT INTO alias(old, new) VALUES(:old, :new)"), {"old": "a" * 32, "new": "b" * 32}
        )
        session.execute(
            text("INSERT INTO alias(old, new) VALUES(:old, :new)"), {"old": "b" * 32, "new": added.uuid}
        )
    assert office.records.load("visit", "a" * 32).uuid == added.uuid
    assert office.records.delete("visit", [dashed]) == 1
    assert office.records.undelete("visit", ["a" * 32]) == 1
    with pytest.raises(NotFound, match="没有编号为"):
        office.records.delete("visit", [added.uuid, "c" * 32])
    assert office.records.load("visit", added.uuid).revision == 3


def test_nothing_can_be_written_through_a_store_opened_for_reading(tmp_path: Path) -> None:
    small_office(tmp_path).store.close()
    from app.paths import DataFolder
    from app.store.store import Store

    reader = Office(Store(DataFolder(tmp_path), write=False), FixedClock(datetime(2026, 10, 28)))
    with pytest.raises(AppError, match="只读"):
        reader.records.add("township", [{"name": "新镇"}])
    assert isinstance(reader.records.new("visit"), Aggregate)
    reader.store.close()
