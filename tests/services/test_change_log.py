"""The change log: one line per intention, chained, so that what was tampered with shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.errors import Invalid
from app.services.office import Office
from tests.office import small_office
from tests.services.record_samples import FULL, VISIT


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def _lines(office: Office) -> list[Any]:
    with office.store.reading() as session:
        return list(session.execute(text("SELECT * FROM change ORDER BY id")).all())


def test_every_line_is_chained_to_the_one_before(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    added.values["background"] = "𠮷改"
    office.records.save(added)
    office.records.delete("meeting", [added.uuid])
    office.records.undelete("meeting", [added.uuid])
    office.change_settings({"clerk": "李秀英"})
    before = ""
    for line in _lines(office):
        words = (
            line.operation,
            line.at,
            line.by,
            line.action,
            line.kind,
            line.record,
            str(line.revision),
            line.data,
        )
        before = hashlib.sha256("\n".join((before, *words)).encode()).hexdigest()
        assert line.chain == before
    actions = [(line.action, line.kind, line.revision) for line in _lines(office)][-5:]
    assert actions == [
        ("add", "meeting", 1),
        ("change", "meeting", 2),
        ("delete", "meeting", 3),
        ("undelete", "meeting", 4),
        ("settings", "setting", 0),
    ]


def test_a_line_holds_the_whole_record_as_it_was_saved(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    data = json.loads(_lines(office)[-1].data)
    assert data["status"] == "registered"
    assert data["values"]["consensus"][0]["task"]["progress"][0]["text"] == "已开工"
    assert data["values"]["members"][0]["member"]["label"] == "陈志明"
    assert _lines(office)[-1].record == added.uuid


def test_every_operation_is_there_once_and_what_is_refused_is_not(office: Office) -> None:
    before = len(_lines(office))
    with pytest.raises(Invalid):
        office.records.add("visit", [VISIT, VISIT | {"name": None}])
    assert len(_lines(office)) == before
    office.records.add("visit", [VISIT, VISIT])
    operations = [line.operation for line in _lines(office)]
    assert len(operations) == before + 2
    assert len(set(operations)) == len(operations)


def test_who_did_it_follows_the_settings(office: Office) -> None:
    office.change_settings({"clerk": "李秀英"})
    office.records.add("visit", [VISIT])
    assert [line.by for line in _lines(office)][-2:] == ["王秀兰", "李秀英"]
    office.change_settings({"clerk": ""})
    new = office.records.new("visit", name="走访", happened_on=date(2026, 10, 1))
    assert office.records.save(new).created_by == "本机"
