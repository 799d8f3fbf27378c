"""批量修改: one field of many records, all or none, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.errors import AppError, Invalid, ReasonNeeded
from app.models import RECORDS, model_of
from app.models.context import Ref
from app.services.aggregates import Aggregate
from app.services.bulk import MOST, Undone, bulk_fields
from app.services.office import Office
from tests.office import small_office, uuids
from tests.services.record_samples import VISIT


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


@pytest.fixture
def visits(office: Office) -> list[Aggregate]:
    raws = [VISIT | {"name": f"走访{n}", "township": town, "village": village}
            for n, (town, village) in enumerate(PLACES)]  # fmt: skip
    return office.records.add("visit", raws)


PLACES = (("永兴街道", "金桂社区"), ("青山镇", None), (None, None))


def _values(office: Office, records: list[Aggregate], key: str) -> list[Any]:
    found = [office.records.load("visit", each.uuid).values[key] for each in records]
    return [value.label if isinstance(value, Ref) else value for value in found]


def _ref(office: Office, kind: str, label: str) -> Ref:
    return Ref(uuids(office, kind)[label], label)


def test_all_are_changed_and_put_back_together(office: Office, visits: list[Aggregate]) -> None:
    ids = [each.uuid for each in visits]
    done = office.bulk.change("visit", ids, "host", "某村")
    assert (done.changed, done.same) == (3, 0)
    assert _values(office, visits, "host") == ["某村"] * 3
    assert {office.history.of(uuid)[0].group for uuid in ids} == {done.group}
    assert office.bulk.undo(done.group) == Undone(3)
    assert [each.is_undo for each in office.history.of(ids[0])] == [True, False, False]
    for each in visits:
        assert office.records.load("visit", each.uuid).content_hash == each.content_hash
    assert [each.sentence.split("：")[0] for each in office.log.latest(2)] == [
        "撤销批量修改 3 条委员走访", "批量修改 3 条委员走访",
    ]  # fmt: skip


def test_what_records_say_now_is_counted(office: Office, visits: list[Aggregate]) -> None:
    ids = [each.uuid for each in visits]
    assert office.bulk.now("visit", ids, "township") == (("永兴街道", 1), ("青山镇", 1), ("", 1))
    assert office.bulk.now("visit", ids, "happened_on") == (("2026-10-13", 3),)
    assert office.bulk.now("visit", ids[:2], "people_served") == (("20", 2),)
    assert office.bulk.now("visit", ids, "outreach_count") == (("", 3),)
    assert office.bulk.now("visit", [], "host") == ()


def test_what_says_so_already_is_not_written(office: Office, visits: list[Aggregate]) -> None:
    visits[0].values["host"] = "某村"
    office.records.save(visits[0])
    ids = [each.uuid for each in visits]
    done = office.bulk.change("visit", [*ids, ids[1]], "host", "某村")
    assert (done.changed, done.same) == (2, 1)
    assert office.records.load("visit", ids[0]).revision == 2
    again = office.bulk.change("visit", ids, "host", "某村")
    assert (again.group, again.changed, again.same) == ("", 0, 3)


def test_the_same_operation_changes_once(office: Office, visits: list[Aggregate]) -> None:
    ids = [each.uuid for each in visits]
    for _ in range(2):
        done = office.bulk.change("visit", ids, "host", "某村", operation="op")
        assert (done.group, done.changed) == ("op", 3)
    assert office.records.load("visit", ids[0]).revision == 2


def test_what_would_not_count_any_more_is_refused_and_nothing_written(
    office: Office, visits: list[Aggregate]
) -> None:
    ids = [each.uuid for each in visits]
    with pytest.raises(Invalid) as refused:
        office.bulk.change("visit", ids, "people_served", None)
    assert {problem.sentence for problem in refused.value.problems} == {
        f"“走访{n}”服务群众人次：请填服务群众人次" for n in range(3)
    }
    with pytest.raises(Invalid, match="“走访0”日期"):
        office.bulk.change("visit", ids, "happened_on", None)
    assert [office.records.load("visit", uuid).revision for uuid in ids] == [1, 1, 1]


def test_what_was_missing_makes_drafts_count(office: Office) -> None:
    drafts = office.records.add("visit", [VISIT | {"people_served": None}] * 2, draft=True)
    assert {each.status for each in drafts} == {"draft"}
    office.bulk.change("visit", [each.uuid for each in drafts], "people_served", 5)
    assert {office.records.load("visit", each.uuid).status for each in drafts} == {"registered"}


def test_a_village_lies_in_its_township(office: Office, visits: list[Aggregate]) -> None:
    ids = [each.uuid for each in visits]
    village = _ref(office, "village", "青山村")
    with pytest.raises(Invalid) as refused:
        office.bulk.change("visit", ids, "village", village)
    assert [problem.sentence for problem in refused.value.problems] == [
        "“走访0”村（社区）：青山村不在永兴街道，在青山镇"
    ]
    with pytest.raises(Invalid, match="“走访0”乡镇（街道）：金桂社区不在青山镇，在永兴街道"):
        office.bulk.change("visit", ids, "township", _ref(office, "township", "青山镇"))
    assert _values(office, visits, "village") == ["金桂社区", None, None]
    office.bulk.change("visit", ids[1:], "village", village)
    assert _values(office, visits, "township") == ["永兴街道", "青山镇", "青山镇"]


def test_a_reason_is_asked_for_once(office: Office) -> None:
    added = office.records.add("visit", [VISIT | {"happened_on": f"2026-09-{day}"} for day in (10, 11)])
    ids = [each.uuid for each in added]
    office.submissions.submit(office.calendar.month(2026, 9))
    with pytest.raises(ReasonNeeded) as needed:
        office.bulk.change("visit", ids, "people_served", 30)
    assert ("40", "60") in {(each.before, each.after) for each in needed.value.effects}
    done = office.bulk.change("visit", ids, "people_served", 30, reason="按签到表")
    with pytest.raises(ReasonNeeded):
        office.bulk.undo(done.group)
    assert office.bulk.undo(done.group, reason="签到表有误") == Undone(2)
    assert _values(office, added, "people_served") == [20, 20]


def _altered(office: Office, uuid: str, key: str, value: Any) -> None:
    since = office.records.load("visit", uuid)
    since.values[key] = value
    office.records.save(since)


def test_what_was_changed_since_stays_and_the_rest_is_put_back(
    office: Office, visits: list[Aggregate]
) -> None:
    ids = [each.uuid for each in visits]
    done = office.bulk.change("visit", ids, "host", "某村")
    _altered(office, ids[0], "place", "后院")
    _altered(office, ids[1], "host", "某校")
    undone = office.bulk.undo(done.group)
    assert (undone, undone.named) == (Undone(2, ("走访1",)), "“走访1”")
    assert _values(office, visits, "host") == [None, "某校", None]
    assert _values(office, visits[:1], "place") == ["后院"]


def test_when_all_were_changed_or_deleted_since_nothing_is_undone(
    office: Office, visits: list[Aggregate]
) -> None:
    ids = [each.uuid for each in visits[1:]]
    done = office.bulk.change("visit", ids, "host", "某村")
    _altered(office, ids[0], "host", "某校")
    office.records.delete("visit", [ids[1]])
    with pytest.raises(AppError, match="没有撤销：“走访1”等 2 条后来又改过或删掉了"):
        office.bulk.undo(done.group)
    assert _values(office, visits[:2], "host") == [None, "某校"]
    with pytest.raises(AppError, match="没有这次批量修改"):
        office.bulk.undo("没有的")


def test_some_fields_and_too_many_records_are_refused(office: Office, visits: list[Aggregate]) -> None:
    for key in ("name", "files", "content", "members", "没有的"):
        with pytest.raises(AppError, match="不能批量修改"):
            office.bulk.change("visit", [visits[0].uuid], key, None)
    with pytest.raises(AppError, match=f"一次最多批量修改 {MOST} 条"):
        office.bulk.change("visit", [f"{n:032x}" for n in range(MOST + 1)], "host", "某村")


@pytest.mark.parametrize("kind", [model.key for model in RECORDS])
def test_neither_names_nor_private_fields_are_offered(kind: str) -> None:
    model = model_of(kind)
    offered = bulk_fields(model)
    assert model.kind.title not in {spec.key for spec in offered}
    assert not [spec for spec in offered if spec.private or not spec.editable or spec.value is None]
