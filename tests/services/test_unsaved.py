"""What is typed and not saved: kept whole, offered with the truth about its record, taken back unchanged."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from app.clock import FixedClock
from app.errors import AppError, Unsure
from app.models import RECORDS, Record
from app.models.context import Ref
from app.paths import DataFolder
from app.services.aggregates import Aggregate, new_uuid
from app.services.office import Office
from app.services.unsaved import FormKey, Offer, State, Typed, Unsaved
from app.store.password.sealing import Sealing
from app.store.store import Store
from tests.office import MOMENT, small_office, uuids
from tests.services.record_samples import FULL
from tests.services.typed_values import TypedValues
from tests.store.flaky import Disk

SAVED = ("membership", "person", "township", "village", "term", "unit", "studio", "topic_plan")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "台账")
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = Path(tmp_path_factory.mktemp("shared"))
    made = small_office(folder / "台账")
    made.records.add("meeting", [FULL], draft=True)
    yield made
    made.store.close()


def key_for(kind: str) -> FormKey:
    return FormKey(kind, new_uuid())


def kept(office: Office, record: Aggregate, *altered: str, **other: Any) -> FormKey:
    key = key_for(record.kind)
    office.unsaved.keep(key, Typed(record, altered, **other))
    return key


def meeting(office: Office) -> Aggregate:
    return office.records.add("meeting", [FULL], draft=True)[0]


def loaded(office: Office, record: Aggregate) -> Aggregate:
    return office.records.load(record.kind, record.uuid)


def altered(record: Aggregate, **values: Any) -> Aggregate:
    found = copy.deepcopy(record)
    found.values |= values
    return found


# back as it was


@cache
def strategy(shared: Office, model: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    refs = {
        each.key: [Ref(uuid, label) for label, uuid in uuids(shared, each.key).items()]
        for each in RECORDS
        if each.key not in ("zero_report", "adjustment")
    }
    folder = shared.store.folder.root
    sources = []
    for name in ("签到册.txt", "会议照片.txt"):
        (folder / name).write_text(name, encoding="utf-8")
        sources.append(folder / name)
    return TypedValues(shared.options(), refs, shared.records.attach(sources)).of(model)


def exactly(value: Any) -> Any:
    """What two values must share to be the same: labels of pointers and types of numbers too."""
    if isinstance(value, dict):
        return {key: exactly(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value), [exactly(item) for item in value]
    return (type(value), value, value.label) if isinstance(value, Ref) else (type(value), value)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
@example_settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_values_of_a_new_record_of_any_kind_come_back(
    shared: Office, model: type[Record], data: st.DataObject
) -> None:
    values = data.draw(strategy(shared, model))
    key = key_for(model.key)
    shared.unsaved.keep(key, Typed(Aggregate(model.key, values), tuple(values)))
    taken = Unsaved(shared.store, shared.clock, shared.records).take(key)
    assert not taken.left_out
    assert exactly(taken.aggregate.values) == exactly(values)
    assert (taken.aggregate.uuid, taken.aggregate.revision) == ("", 0)
    shared.unsaved.drop(key)


@pytest.mark.parametrize("kind", [*SAVED, "meeting"])
@example_settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_change_of_a_record_comes_back_over_what_is_saved(
    shared: Office, kind: str, data: st.DataObject
) -> None:
    record = shared.records.load(kind, next(iter(uuids(shared, kind).values())))
    drawn = data.draw(strategy(shared, record.model))
    keys = data.draw(st.sets(st.sampled_from(sorted(drawn)), max_size=5))
    typed = altered(record, **{key: drawn[key] for key in keys})
    key = key_for(kind)
    shared.unsaved.keep(key, Typed(typed, tuple(keys)))
    taken = shared.unsaved.take(key)
    assert set(taken.values) == keys
    assert not taken.left_out
    assert exactly(taken.aggregate.values) == exactly(typed.values)
    assert (taken.aggregate.uuid, taken.aggregate.revision) == (record.uuid, record.revision)
    shared.unsaved.drop(key)


@given(text=st.text(st.characters(exclude_categories=()), max_size=80))
@example_settings(max_examples=30)
def test_whatever_was_typed_and_cannot_be_read_comes_back_too(shared: Office, text: str) -> None:
    key = key_for("meeting")
    unread = {"happened_on": text, "opinions": [["a" * 32, "text", text]]}
    shared.unsaved.keep(key, Typed(shared.records.new("meeting"), tuple(unread), unread))
    assert shared.unsaved.take(key).unread == unread
    shared.unsaved.drop(key)


def test_rows_keep_who_they_are_and_what_lies_below_them(office: Office) -> None:
    record = loaded(office, meeting(office))
    rows = copy.deepcopy(record.values["consensus"])
    rows[0]["task"]["unit"] = "县住建局"
    key = kept(office, altered(record, consensus=rows), "consensus")
    back = office.records.save(office.unsaved.take(key).aggregate)
    assert [row["uuid"] for row in back.values["consensus"]] == [row["uuid"] for row in rows]
    assert back.values["consensus"][0]["task"]["uuid"] == rows[0]["task"]["uuid"]


# what is offered


def offers(office: Office) -> list[Offer]:
    """As a program that has just been started sees it."""
    return Unsaved(office.store, office.clock, office.records).all()


def test_nothing_kept_is_nothing_offered(office: Office) -> None:
    assert offers(office) == []
    assert not office.store.folder.unsaved.exists()
    assert office.unsaved.of("meeting", "") == []


def test_an_offer_says_what_it_is_and_when_it_was_typed(office: Office) -> None:
    record = loaded(office, meeting(office))
    new = office.records.new("visit", name="走访果农")
    kept(office, new, "name")
    kept(office, altered(record, topic="充电桩建在哪"), "topic")
    later = Office(office.store, FixedClock(datetime(2026, 10, 29, 8, 5)))
    kept(later, office.records.new("visit"), "place")
    found = offers(office)
    assert [offer.words for offer in found[:1]] == ["委员走访（10月29日 08:05）"]
    assert {offer.words for offer in found[1:]} == {
        "协商活动“充电桩建在哪”（10月28日 14:03）", "委员走访“走访果农”（10月28日 14:03）"
    }  # fmt: skip
    assert {offer.uuid for offer in found} == {"", record.uuid}
    assert {offer.state for offer in found} == {State.AS_LEFT}
    assert {offer.by for offer in found} == {"王秀兰"}
    assert [offer.key.kind for offer in office.unsaved.of("meeting", record.uuid)] == ["meeting"]
    assert len(office.unsaved.of("visit", "")) == 2
    assert len(office.unsaved.of("visit", "", but=[found[0].key])) == 1


def test_a_record_changed_since_keeps_what_was_changed(office: Office) -> None:
    record = loaded(office, meeting(office))
    key = kept(office, altered(record, topic="充电桩建在哪", place="旧址"), "topic")
    office.records.save(altered(record, place="新址"))
    assert [offer.state for offer in offers(office)] == [State.CHANGED]
    taken = office.unsaved.take(key)
    assert taken.values.keys() == {"topic"}
    saved = office.records.save(taken.aggregate)
    assert (saved.values["topic"], saved.values["place"]) == ("充电桩建在哪", "新址")


def test_rows_saved_since_stay_beside_what_was_typed_in_others(office: Office) -> None:
    record = loaded(office, meeting(office))
    typed = copy.deepcopy(record.values["consensus"])
    typed[0]["task"]["unit"] = "县住建局"
    typed.append({"uuid": new_uuid(), "text": "没存的一条"})
    key = kept(office, altered(record, consensus=typed), "consensus")
    since = copy.deepcopy(record.values["consensus"])
    since[0]["text"] = "建充电桩三处"
    since.append({"text": "后来存的一条"})
    office.records.save(altered(record, consensus=since))
    saved = office.records.save(office.unsaved.take(key).aggregate)
    rows = saved.values["consensus"]
    assert [row["text"] for row in rows] == ["建充电桩三处", "共识只有一句话", "没存的一条", "后来存的一条"]
    assert rows[0]["task"]["unit"] == "县住建局"
    assert rows[0]["task"]["progress"][0]["text"] == "已开工"
    assert rows[0]["uuid"] == record.values["consensus"][0]["uuid"]


def test_rows_taken_out_on_one_side_are_out_and_changed_ones_are_not(office: Office) -> None:
    record = loaded(office, meeting(office))
    first, second = copy.deepcopy(record.values["consensus"])
    key = kept(office, altered(record, consensus=[first | {"text": "改了的"}]), "consensus")
    office.records.save(altered(record, consensus=[second, {"text": "后来存的一条"}]))
    taken = office.unsaved.take(key)
    assert [row["text"] for row in taken.values["consensus"]] == ["改了的", "后来存的一条"]


def test_members_people_and_files_saved_since_stay(office: Office, tmp_path: Path) -> None:
    sources = [tmp_path / name for name in ("签到册.txt", "会议照片.txt")]
    for each in sources:
        each.write_text(each.name, encoding="utf-8")
    ours, theirs = ([entry] for entry in office.records.attach(sources))
    record = loaded(office, meeting(office))
    members, people = record.values["members"], record.values["people"]
    typed = {"members": members[1:], "people": people | {"leaders": 5, "media": 1}, "files": ours}
    key = kept(office, altered(record, **typed), *typed)
    absent = [members[0] | {"status": "leave"}, *members[1:]]
    since = {"members": absent, "people": people | {"leaders": 3, "experts": 4}, "files": theirs}
    office.records.save(altered(record, **since))
    back = office.unsaved.take(key).values
    assert [entry["member"].label for entry in back["members"]] == [
        each["member"].label for each in members[1:]
    ]
    assert back["people"] == people | {"leaders": 5, "media": 1, "experts": 4}
    assert [entry["name"] for entry in back["files"]] == ["签到册.txt", "会议照片.txt"]


def test_a_record_that_was_deleted_is_said_and_not_lost(office: Office) -> None:
    record = loaded(office, meeting(office))
    key = kept(office, altered(record, topic="充电桩建在哪"), "topic")
    office.records.delete("meeting", [record.uuid])
    assert [offer.state for offer in offers(office)] == [State.GONE]
    with pytest.raises(AppError, match="可能已经删除"):
        office.unsaved.take(key)
    office.records.undelete("meeting", [record.uuid])
    assert office.unsaved.take(key).values == {"topic": "充电桩建在哪"}


def test_what_says_the_same_as_the_record_is_not_offered(office: Office) -> None:
    record = loaded(office, meeting(office))
    typed = altered(record, topic="充电桩建在哪")
    kept(office, typed, "topic")
    office.records.save(copy.deepcopy(typed))
    assert offers(office) == []
    assert office.store.unsaved.names() == []


def test_a_dropped_one_can_be_brought_back(office: Office) -> None:
    key = kept(office, office.records.new("visit", name="走访果农"), "name")
    document = office.unsaved.drop(key)
    assert offers(office) == []
    assert document is not None
    office.unsaved.put_back(key, document)
    assert office.unsaved.take(key).values["name"] == "走访果农"
    assert office.unsaved.drop(key_for("visit")) is None


# a save whose end nobody heard


def test_a_crash_right_after_the_commit_offers_nothing_twice(office: Office) -> None:
    new = office.records.new("meeting", topic="充电桩建在哪", happened_on=date(2026, 10, 12))
    new.values["members"] = [
        {
            "member": Ref(uuids(office, "membership")["陈志明"], "陈志明"),
            "role": "member",
            "status": "present",
        }
    ]
    kept(office, new, "topic", "happened_on", "members", operations=["a" * 32])
    office.records.save(copy.deepcopy(new), "a" * 32)
    assert offers(office) == []
    assert office.count("meeting") == 1


def test_what_was_typed_after_that_save_goes_into_the_same_record(office: Office) -> None:
    new = office.records.new("meeting", topic="充电桩建在哪", happened_on=date(2026, 10, 12))
    saved = office.records.save(copy.deepcopy(new), "a" * 32)
    key = kept(office, altered(new, place="议事厅"), "topic", "happened_on", "place",
               operations=["a" * 32, "b" * 32])  # fmt: skip
    assert [(offer.uuid, offer.state) for offer in offers(office)] == [(saved.uuid, State.AS_LEFT)]
    again = office.records.save(office.unsaved.take(key).aggregate)
    assert (again.uuid, again.revision, again.values["place"]) == (saved.uuid, 2, "议事厅")
    assert office.count("meeting") == 1


def test_a_save_that_never_was_is_a_new_record(office: Office) -> None:
    key = kept(office, office.records.new("visit", name="走访"), "name", operations=["a" * 32])
    assert [offer.uuid for offer in offers(office)] == [""]
    assert office.unsaved.take(key).aggregate.uuid == ""


def test_an_unsure_save_and_a_crash_make_one_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk.under(monkeypatch)
    office = small_office(tmp_path)
    new = office.records.new("visit", name="走访", happened_on=date(2026, 10, 12))
    key = kept(office, new, "name", "happened_on", operations=["a" * 32])
    disk.fail_after_commit, disk.gone_when_failed = "disk I/O error", True
    with pytest.raises(Unsure):
        office.records.save(copy.deepcopy(new), "a" * 32)
    office.store.close()
    disk.gone = False
    again = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    assert again.unsaved.all() == []
    assert again.count("visit") == 1
    with pytest.raises(AppError, match="已经不在了"):
        again.unsaved.take(key)
    again.store.close()


# what does not come back


def rewritten(office: Office, key: FormKey, changes: dict[str, Any]) -> None:
    """The file as an older or a newer program would have written it."""
    path = office.store.folder.unsaved / key.name
    document = json.loads(Sealing(None).read(path))
    for name, value in changes.items():
        document[name] = document[name] | value if isinstance(value, dict) else value
    Sealing(None).write(path, json.dumps(document).encode())


def test_a_field_that_is_gone_is_left_out_and_said(office: Office) -> None:
    key = kept(office, office.records.new("visit", name="走访果农"), "name")
    asked = {"old": "旧的一项", "people_served": "服务群众"}
    rewritten(office, key, {"values": {"old": "旧", "people_served": "二十"}, "altered": asked})
    taken = office.unsaved.take(key)
    assert taken.values["name"] == "走访果农"
    assert taken.aggregate.values["people_served"] is None
    assert taken.sentence == "有的没有恢复：“旧的一项”换了填法；“服务群众”换了填法。"


def test_what_is_pointed_at_and_no_longer_there_is_left_out_and_said(office: Office) -> None:
    source = office.store.folder.root / "照片.txt"
    source.write_text("示例", encoding="utf-8")
    village = office.records.add("village", [{"name": "新村", "township": "青山镇"}])[0]
    new = office.records.new("visit", name="走访", village=Ref(village.uuid, "新村"))
    new.values["files"] = [office.records.attach([source])[0] | {"uuid": new_uuid()}]
    key = kept(office, new, "name", "village", "files")
    office.records.delete("village", [village.uuid])
    office.store.vault.path(new.values["files"][0]["sha256"]).unlink()
    taken = office.unsaved.take(key)
    assert (taken.aggregate.values["village"], taken.aggregate.values["files"]) == (None, [])
    assert taken.sentence == "有的没有恢复：村（社区）“新村”已经删除；文件“照片.txt”不在附件文件夹里。"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "nothing"}, {"kind": None}, {"values": None}, {"values": []}, {"altered": 5},
        {"operations": 7}, {"unread": 3}, {"at": "gestern"}, {"at": None}, {"office": "another"},
    ],
    ids=str,
)  # fmt: skip
def test_a_whole_file_of_strange_content_is_put_aside(office: Office, wrong: dict[str, Any]) -> None:
    key = kept(office, office.records.new("visit", name="走访"), "name")
    kept(office, office.records.new("visit", name="另一次"), "name")
    rewritten(office, key, wrong)
    assert [offer.title for offer in offers(office)] == ["另一次"]
    assert [path.name for path in (office.store.folder.unsaved / "读不出来的").iterdir()] == [key.name]


def test_what_was_typed_in_the_sample_county_is_not_offered_to_the_office(office: Office) -> None:
    kept(office, office.records.new("visit", name="示例里的走访"), "name")
    office.start_over()
    assert offers(office) == []
