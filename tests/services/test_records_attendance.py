"""Who took part: sector, township and studio are those of the day, whatever comes later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.services.office import Office
from tests.office import small_office, uuids
from tests.services.record_samples import FULL, one


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def test_attendance_keeps_the_sector_township_and_studio_of_its_day(office: Office) -> None:
    added = office.records.add("meeting", [FULL | {"members": ["马文军", "陈志明"]}])[0]
    facts = "SELECT sector, township_id, studio_id FROM attendance ORDER BY position"
    with office.store.reading() as session:
        before = session.execute(text(facts)).all()
    assert before[0][2] is not None
    assert before[1][2] is None
    member = office.records.load("membership", added.values["members"][0]["member"].uuid)
    member.values["sector"] = "culture"
    with office.store.reading() as session:
        member.values["township"] = office.records.context(session).resolve("township", "大河镇", {})
    office.records.save(member)
    studio = office.records.load("studio", uuids(office, "studio")["青山镇委员工作室"])
    studio.values["members"][0]["left_on"] = date(2026, 9, 1)
    office.records.save(studio)
    again = office.records.load("meeting", added.uuid)
    again.values["background"] = "改了一个字"
    office.records.save(again)
    with office.store.reading() as session:
        assert session.execute(text(facts)).all() == before
    later = office.records.add("meeting", [FULL | {"topic": "调动以后", "members": ["马文军"]}])[0]
    assert later.values["members"][0]["sector"] == "culture"
    assert one(office, "SELECT township_id FROM attendance ORDER BY id DESC") is not None
    assert one(office, "SELECT studio_id FROM attendance ORDER BY id DESC") is None


def test_a_corrected_day_takes_the_studio_of_that_day(office: Office) -> None:
    """Ma joined the studio on 1 March 2023; a meeting moved before that was not his as its member."""
    added = office.records.add("meeting", [FULL | {"members": ["马文军"], "consensus": [], "research": []}])[
        0
    ]
    assert one(office, "SELECT studio_id FROM attendance") is not None
    loaded = office.records.load("meeting", added.uuid)
    loaded.values["happened_on"] = date(2022, 5, 1)
    office.records.save(loaded)
    assert one(office, "SELECT studio_id FROM attendance") is None


def test_a_studio_activity_takes_the_township_of_its_studio(office: Office) -> None:
    raw = {"happened_on": "10.12", "topic": "接待", "activity_type": "reception", "members": ["马文军"]}
    raw |= {"studio": "青山镇委员工作室"}
    added = office.records.add("studio_activity", [raw])[0]
    assert added.values["township"].label == "青山镇"
    other = office.records.add("studio_activity", [raw | {"township": "大河镇", "topic": "流动接待"}])[0]
    assert other.values["township"].label == "大河镇"
