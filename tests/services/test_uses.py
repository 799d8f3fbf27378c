"""What records point at is not deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import AppError
from app.models import RECORDS, model_of
from app.services.office import Office
from app.services.uses import uses
from tests.office import small_office, uuids


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


def test_a_used_township_stays(office: Office) -> None:
    township = next(iter(uuids(office, "township").values()))
    office.records.add(
        "visit", [{"name": "走访", "happened_on": "2026-10-12", "township": township}], draft=True
    )
    with pytest.raises(AppError, match="用着它"):
        office.records.delete("township", [township])
    assert township in uuids(office, "township").values()


def test_an_unused_township_can_go(office: Office) -> None:
    made = office.records.add("township", [{"name": "没人用的乡"}])[0]
    assert office.records.delete("township", [made.uuid]) == 1


def test_the_own_unit_stays(office: Office) -> None:
    with pytest.raises(AppError, match="没有删除"):
        office.records.delete("unit", list(uuids(office, "unit").values()))


def test_a_member_who_took_part_or_belongs_to_a_studio_stays(office: Office) -> None:
    member = next(iter(uuids(office, "membership").values()))
    office.records.add(
        "meeting", [{"topic": "议题", "happened_on": "2026-10-12", "members": [member]}], draft=True
    )
    with pytest.raises(AppError, match="用着它"):
        office.records.delete("membership", [member])


def test_uses_can_be_asked_of_every_kind(office: Office) -> None:
    with office.store.reading() as session:
        for model in RECORDS:
            record = session.query(model_of(model.key)).first()
            if record is not None:
                assert uses(session, record) >= 0
