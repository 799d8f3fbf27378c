"""Records of any kind: what is saved comes back the same, and rows keep their identity."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.models import model_of
from app.models.context import Ref
from app.models.fields import field_of
from app.services.aggregates import content_hash, plain, same
from app.services.catalog import shown, shown_lines
from app.services.list_query import Query
from app.services.office import Office
from tests.office import small_office, uuids
from tests.services.record_samples import FULL, RARE, VISIT, numbers_of_rows, one


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def test_what_was_added_is_loaded_the_same(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    loaded = office.records.load("meeting", added.uuid)
    assert plain(loaded.model, loaded.values) == plain(added.model, added.values)
    assert same(loaded.values, added.values, loaded.model)
    for name in ("number", "status", "revision", "content_hash", "created_at", "updated_by", "title"):
        assert getattr(loaded, name) == getattr(added, name), name
    values = loaded.values
    assert values["finished_at"].isoformat() == "11:30:00"
    assert values["other_brands"] == ("sector_talk", "frontline")
    assert [entry["member"].label for entry in values["members"]] == ["陈志明", "赵雅琴", "张伟"]
    assert [entry["sector"] for entry in values["members"]] == ["economy", "education", "industry"]
    assert values["people"] == {"leaders": 2, "masses": 12, "unnamed_county": 0}
    assert values["consensus"][0]["task"]["progress"][0]["on"] == date(2026, 10, 15)
    assert values["consensus"][1]["task"] is None
    assert values["remark"] == f"备注 {RARE}"
    assert (loaded.status, loaded.revision, loaded.updated_by) == ("registered", 1, "王秀兰")


def test_the_content_hash_is_that_of_what_is_in_the_file(office: Office) -> None:
    office.records.add("meeting", [FULL])
    office.records.add("visit", [VISIT | {"donation": "0"}, VISIT | {"donation": "-0.00", "name": "另一次"}])
    for kind in ("meeting", "visit", "studio", "membership", "person", "township", "term", "topic_plan"):
        for uuid in uuids(office, kind).values():
            loaded = office.records.load(kind, uuid)
            assert loaded.content_hash == content_hash(loaded.model, loaded.values), (kind, loaded.title)


def test_the_hash_covers_children_attendance_and_files_but_not_labels(office: Office, tmp_path: Path) -> None:
    photo = tmp_path / "名单.pdf"
    photo.write_bytes(b"%PDF")
    added = office.records.add("meeting", [FULL | {"files": [str(photo)]}])[0]
    seen = {added.content_hash}

    def changed(values: dict[str, Any]) -> str:
        return content_hash(added.model, values)

    for change in (
        lambda v: v["consensus"][0]["task"]["progress"][0].update(text="完工"),
        lambda v: v["members"][0].update(status="absent"),
        lambda v: v["people"].update(masses=13),
        lambda v: v["files"][0].update(sha256="0" * 64),
        lambda v: v["opinions"].reverse(),
        lambda v: v.update(background="换了"),
        lambda v: v.update(party_head=None),
    ):
        values = copy.deepcopy(added.values)
        change(values)
        assert changed(values) not in seen
        seen.add(changed(values))
    values = copy.deepcopy(added.values)
    values["township"] = Ref(values["township"].uuid, "改了名的街道")
    assert changed(values) == added.content_hash


def test_rare_characters_come_through_every_way_out_byte_for_byte(office: Office, tmp_path: Path) -> None:
    person = office.records.add("person", [{"name": f"王{RARE[:8]}"}])[0]
    membership = {"person": person.uuid, "term": "十一届", "sector": "economy", "started_on": "2021-06-01"}
    office.records.add("membership", [membership | {"employer": RARE}])
    raw = FULL | {"topic": f"=1+1 {RARE}", "members": [f"王{RARE[:8]}"], "host": f"王{RARE[:8]}"}
    added = office.records.add("meeting", [raw])[0]
    loaded = office.records.load("meeting", added.uuid)
    assert loaded.values["topic"] == f"=1+1 {RARE}"
    assert loaded.values["members"][0]["member"].label == f"王{RARE[:8]}"
    with office.store.reading() as session:
        assert RARE in "\n".join(shown_lines(loaded, office.records.context(session)))
    row = office.listing.as_json(Query("meeting", search=RARE[3:5]))[0]
    assert (row["title"], row["members"]) == (f"=1+1 {RARE}", [f"王{RARE[:8]}"])
    import openpyxl

    book = openpyxl.load_workbook(office.list_export.write(Query("meeting"), tmp_path / "导出"))
    cells = [cell for line in book.worksheets[0].iter_rows() for cell in line]
    assert [(cell.value, cell.data_type) for cell in cells if RARE in str(cell.value)] == [
        (f"=1+1 {RARE}", "s")
    ]
    assert any(f"王{RARE[:8]}" in str(cell.value) for cell in cells)
    book.close()


@pytest.fixture(scope="module")
def office_for_texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = small_office(tmp_path_factory.mktemp("texts"))
    yield office
    office.store.close()


@example_settings(max_examples=20)
@given(
    words=st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60).filter(str.strip)
)
def test_any_text_comes_back_exactly(office_for_texts: Office, words: str) -> None:
    added = office_for_texts.records.add(
        "platform", [{"name": "室", "remark": words, "address": words}], draft=True
    )
    loaded = office_for_texts.records.load("platform", added[0].uuid)
    assert loaded.values["remark"] == words.strip()
    assert loaded.values["address"] == words.strip()


def test_saving_what_was_not_changed_keeps_the_content(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    tables = (
        "activity",
        "attendance",
        "head_count",
        "consensus_item",
        "task",
        "progress",
        "opinion",
        "meeting_text",
    )
    before = numbers_of_rows(office, *tables)
    loaded = office.records.load("meeting", added.uuid)
    saved = office.records.save(copy.deepcopy(loaded))
    assert saved.content_hash == added.content_hash
    assert (saved.revision, saved.number) == (2, added.number)
    assert numbers_of_rows(office, *tables) == before


def test_rows_keep_their_identity_when_others_come_and_go(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    loaded = office.records.load("meeting", added.uuid)
    first, second = loaded.values["consensus"]
    loaded.values["consensus"] = [{"text": "新的共识", "task": None}, second, first]
    loaded.values["members"] = loaded.values["members"][1:]
    loaded.values["people"] = {"masses": 5}
    loaded.values["opinions"] = []
    first["task"]["progress"] = []
    office.records.save(loaded)
    again = office.records.load("meeting", added.uuid)
    assert [row["text"] for row in again.values["consensus"]] == ["新的共识", "共识只有一句话", "建充电桩"]
    assert [row["uuid"] for row in again.values["consensus"]][1:] == [second["uuid"], first["uuid"]]
    assert again.values["consensus"][2]["task"]["uuid"] == first["task"]["uuid"]
    assert numbers_of_rows(office, "consensus_item", "task", "progress", "opinion") == [3, 1, 0, 0]
    assert numbers_of_rows(office, "head_count", "attendance") == [1, 2]
    again.values["consensus"] = []
    office.records.save(again)
    assert numbers_of_rows(office, "consensus_item", "task", "progress") == [0, 0, 0]
    with office.store.reading() as session:
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []


def test_what_was_shown_can_be_added_again_as_another_record(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    printed = shown(office.records.load("meeting", added.uuid))
    keys = {spec.key for spec in model_of("meeting").__fields__ if spec.editable}
    again = office.records.add("meeting", [{key: value for key, value in printed.items() if key in keys}])[0]
    assert again.uuid != added.uuid
    assert [row["uuid"] for row in again.values["consensus"]] != [
        row["uuid"] for row in added.values["consensus"]
    ]
    loaded = office.records.load("meeting", again.uuid)
    assert loaded.values["consensus"][0]["task"]["progress"][0]["text"] == "已开工"
    assert len(loaded.values["members"]) == 3


def test_what_a_clerk_types_over_wins_over_what_is_worked_out(office: Office) -> None:
    raw = VISIT | {"people": {"masses": 15, "cadres": 3}, "people_served": None}
    computed = office.records.add("visit", [raw])[0]
    assert computed.values["people_served"] is None
    printed = shown(office.records.load("visit", computed.uuid))
    assert (printed["people_served"], printed["outreach_count"], printed["member_count"]) == (15, 4, 1)
    typed = office.records.add("visit", [raw | {"name": "另一次", "people_served": 0}])[0]
    assert shown(office.records.load("visit", typed.uuid))["people_served"] == 0
    typed.values["people_served"] = None
    typed.values["people"] = {"masses": 7}
    office.records.save(typed)
    assert shown(office.records.load("visit", typed.uuid))["people_served"] == 7
    assert (
        one(office, "SELECT people_served FROM visit v JOIN activity a USING(id) WHERE uuid=:u", u=typed.uuid)
        == 7
    )
    assert field_of(model_of("visit"), "people_served").typed_over
