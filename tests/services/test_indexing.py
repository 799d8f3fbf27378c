"""A record is found by the names that things have today, whatever they were called when it was saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.finding import find
from app.services.list_query import Query
from app.services.office import Office
from tests.office import small_office, uuids

MEETING = {"happened_on": "2026-10-12", "topic": "路灯怎么修", "township": "永兴街道", "members": ["周文"]}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


def found(office: Office, words: str, kind: str = "meeting") -> set[str]:
    return {one.uuid for one in find(office.store, words)[0] if one.kind == kind}


def rename(office: Office, kind: str, name: str, new: str) -> str:
    record = office.records.load(kind, uuids(office, kind)[name])
    record.values[type_title(record.model)] = new
    return office.records.save(record).uuid


def type_title(model: type) -> str:
    return str(model.kind.title)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "name", "new"),
    [
        ("township", "永兴街道", "龙门街道"),
        ("person", "周文", "周小川"),
        ("studio", "青山镇委员工作室", "湖畔委员工作室"),
    ],
)
def test_a_renamed_thing_is_found_by_its_new_name(office: Office, kind: str, name: str, new: str) -> None:
    meeting = office.records.add("meeting", [MEETING])[0].uuid
    draft = office.records.add("meeting", [MEETING | {"topic": "草稿"}], draft=True)[0].uuid
    gone = office.records.add("meeting", [MEETING | {"topic": "删了的"}])[0].uuid
    activity = {"happened_on": "2026-10-13", "topic": "接待日", "studio": "青山镇委员工作室",
                "activity_type": "reception", "members": ["马文军"]}  # fmt: skip
    reception = office.records.add("studio_activity", [activity])[0].uuid
    office.records.delete("meeting", [gone])
    rename(office, kind, name, new)
    if kind == "studio":
        assert found(office, new, "studio_activity") == {reception}
        assert not found(office, name, "studio_activity")
        return
    assert found(office, new) == {meeting, draft}
    assert found(office, name) == set()
    assert office.listing.find(Query("meeting", search=new)).total == 2
    if kind == "person":
        assert len(found(office, new, "membership")) == 1
        assert found(office, "zxc") == {meeting, draft}
    office.records.undelete("meeting", [gone])
    assert gone in found(office, new)


def test_another_change_of_a_township_leaves_the_index_alone(office: Office) -> None:
    meeting = office.records.add("meeting", [MEETING])[0].uuid
    township = office.records.load("township", uuids(office, "township")["永兴街道"])
    township.values["former_names"] = "永兴镇"
    office.records.save(township)
    assert found(office, "永兴街道") == {meeting}
