"""修改记录: every field of every kind is told with old and new, and any version comes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.errors import AppError, NotFound, ReasonNeeded
from app.models import RECORDS, Record, model_of
from app.models.context import Context
from app.models.fields import Field, fields_of
from app.services.aggregates import Aggregate
from app.services.alterations import Alteration, Sort
from app.services.history import Version, What
from app.services.masking import is_sensitive
from app.services.office import Office
from tests.office import small_office
from tests.services.record_samples import FULL, VISIT
from tests.services.whole_records import NAMES, PHONES, Whole

Shared = tuple[Office, Whole]
each_record = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path / "data")
    yield office
    office.store.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Whole]]:
    folder = tmp_path_factory.mktemp("history")
    office = small_office(folder / "data")
    yield office, Whole(office, folder)
    office.store.close()


def _context(office: Office) -> Context:
    with office.store.reading() as session:
        return office.records.context(session)


def _changed(shared: Shared, kind: str) -> tuple[Office, Any, Any]:
    """A record of a kind, saved one way and then the other, its rows the same rows."""
    office, whole = shared
    first = office.records.save(whole.record(kind, 0))
    second = office.records.load(kind, first.uuid)
    for key, value in whole.values(model_of(kind), 1).items():
        rows = second.values[key]
        second.values[key] = value
        if isinstance(value, list) and rows and "uuid" in rows[0] and key != "files":
            value[0]["uuid"] = rows[0]["uuid"]
    first = office.records.load(kind, first.uuid)
    return office, first, office.records.save(second)


@each_record
def test_every_changed_field_is_told_with_old_and_new(shared: Shared, model: type[Record]) -> None:
    office, first, second = _changed(shared, model.key)
    newest, oldest = office.history.of(first.uuid)
    assert (newest.revision, oldest.revision) == (2, 1)
    context = _context(office)
    for spec in fields_of(model):
        if spec.editable:
            told = [each for each in newest.alterations if each.key == spec.key]
            assert told, spec.key
            assert [each.key for each in oldest.alterations].count(spec.key) >= 1
            if spec.shape in ("value", "reference") and not is_sensitive(spec):
                _says(told[0], spec, first.values[spec.key], second.values[spec.key], context)
    assert all(each.sort is Sort.GIVEN for each in oldest.alterations if each.key)


def _says(told: Alteration, spec: Field, old: Any, new: Any, context: Context) -> None:
    assert spec.value is not None
    assert (told.label, told.sort) == (spec.label, Sort.SET)
    assert (told.old, told.new) == (spec.value.format(old, context), spec.value.format(new, context))


@each_record
def test_the_first_version_comes_back_word_for_word(shared: Shared, model: type[Record]) -> None:
    office, first, second = _changed(shared, model.key)
    assert first.content_hash != second.content_hash
    restored = office.history.restore(model.key, first.uuid, 1)
    assert restored.left_out == ()
    assert restored.record.content_hash == first.content_hash
    assert office.records.load(model.key, first.uuid).content_hash == first.content_hash
    newest = office.history.of(first.uuid)[0]
    assert (newest.revision, newest.back_to, newest.is_newest) == (3, 1, True)


@each_record
def test_private_values_are_nowhere_to_be_read(shared: Shared, model: type[Record]) -> None:
    office, first, _ = _changed(shared, model.key)
    said = repr(office.history.of(first.uuid))
    for private in (*PHONES, *NAMES):
        assert private not in said


def test_rows_members_and_heads_are_told_one_by_one(office: Office) -> None:
    added = office.records.add("meeting", [FULL])[0]
    changing = office.records.load("meeting", added.uuid)
    values = changing.values
    values["consensus"][0]["task"]["unit"] = "城管局"
    values["consensus"].reverse()
    del values["opinions"][0]
    values["speeches"].append({"speaker": "李娜", "points": "要稳"})
    values["members"][1]["status"] = "present"
    values["members"] = [*values["members"][1:]]
    values["people"] = {"masses": 15, "leaders": 2}
    values["background"] = "第一段\n第二段" + "、很长的话" * 30
    office.records.save(changing, reason="核对了签到表")
    told = office.history.of(added.uuid)[0]
    assert (told.what, told.reason, told.by) == (What.CHANGED, "核对了签到表", "王秀兰")
    lines = {f"{each.label}：{each.text}" for each in told.alterations}
    assert lines >= {
        "共识第 2 行 · 落实 · 责任单位：住建局 → 城管局",
        "共识：换了次序",
        "意见建议第 1 行：去掉 先建后管",
        "发言第 2 行：加了 李娜；要点 要稳",
        "参加委员：去掉 陈志明",
        "参加委员 · 赵雅琴：主讲，请假 → 主讲，出席",
        "其他人员 · 群众代表：12 人 → 15 人",
        "其他人员 · 未列名县级委员：0 人 → 空",
    }
    long = next(each for each in told.alterations if each.key == "background")
    assert long.old == "第一段 第二段"
    assert long.new.startswith("第一段 第二段、很长的话")
    assert long.new.endswith("…")
    assert len(long.new) <= 61


def test_a_long_text_is_shown_where_it_parts(office: Office) -> None:
    long = "大家都认为这件事要办，" * 20
    added = office.records.add("meeting", [FULL | {"background": f"{long}经费五万元。{long}"}])[0]
    added.values["background"] = f"{long}经费八万元。{long}"
    office.records.save(added)
    told = office.history.of(added.uuid)[0].alterations[0]
    assert "经费五万元" in told.old
    assert "经费八万元" in told.new
    assert len(told.old) < 40


def test_emptied_is_not_nought(office: Office) -> None:
    added = office.records.add("visit", [VISIT | {"demands": 0}])[0]
    added.values["demands"] = None
    added.values["people_served"] = None
    office.records.save(added)
    told = {each.key: each.text for each in office.history.of(added.uuid)[0].alterations}
    assert told == {"demands": "0 → 空", "people_served": "20 → 自动算", "": "已登记 → 草稿"}


def test_a_draft_that_counts_from_now_on_is_registered(office: Office) -> None:
    new = office.records.new("visit", name="走访", happened_on=date(2026, 10, 1))
    draft = office.records.save(new)
    assert draft.status == "draft"
    draft.values |= {
        "people_served": 5,
        "members": [{"member": _member(office), "role": "member", "status": "present"}],
    }
    office.records.save(draft)
    office.records.delete("visit", [draft.uuid], reason="登错了")
    office.records.undelete("visit", [draft.uuid])
    found = office.history.of(draft.uuid)
    assert [(each.revision, each.what) for each in found] == [
        (4, What.UNDELETED), (3, What.DELETED), (2, What.REGISTERED), (1, What.ADDED),
    ]  # fmt: skip
    assert [each.text for each in found[2].alterations if each.label == "是否登记"] == ["草稿 → 已登记"]
    assert (found[1].reason, found[1].has_values, found[1].alterations) == ("登错了", False, ())
    assert [each.is_newest for each in found] == [False, False, True, False]
    assert {each.title for each in found} == {"走访"}


def test_times_are_those_of_the_offices_clock(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    assert office.history.of(added.uuid)[0].at == datetime(2026, 10, 28, 14, 3)


def test_a_version_is_as_it_was_then(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    added.values["host"] = "果业合作社"
    office.records.save(added)
    office.records.delete("visit", [added.uuid])
    assert office.history.version(added.uuid, 1).values["host"] is None
    assert office.history.version(added.uuid, 2).values["host"] == "果业合作社"
    assert office.history.version(added.uuid, 3).revision == 2
    with pytest.raises(AppError, match="没有第 9 版"):
        office.history.version(added.uuid, 9)
    with pytest.raises(NotFound):
        office.history.of("0" * 32)


def test_what_is_gone_is_left_out_and_said(office: Office) -> None:
    town = office.records.add("township", [{"name": "新街镇"}])[0]
    other = office.records.add("membership", [_office_of(office, "新来的人")])[0]
    added = office.records.add("visit", [VISIT | {"township": "新街镇", "members": ["马文军", other.uuid]}])[
        0
    ]
    path = office.store.folder.root / "签到.txt"
    path.write_text("签到", encoding="utf-8")
    added.values["files"] = office.records.attach([path])
    office.records.save(added)
    kept = office.records.load("visit", added.uuid)
    kept.values |= {"township": None, "members": kept.values["members"][:1], "files": []}
    office.records.save(kept)
    office.records.delete("township", [town.uuid])
    office.records.delete("membership", [other.uuid])
    office.store.vault.remove(added.values["files"][0]["sha256"])
    kept = office.records.load("visit", added.uuid)
    kept.values["host"] = "某村"
    office.records.save(kept)
    restored = office.history.restore("visit", added.uuid, 2)
    assert set(restored.left_out) == {
        "乡镇（街道）“新街镇”已经删除", "参加委员“新来的人”已经删除", "文件“签到.txt”不在附件文件夹里",
    }  # fmt: skip
    now = office.records.load("visit", added.uuid)
    assert now.values["township"] is None
    assert now.values["host"] is None
    assert [entry["member"].label for entry in now.values["members"]] == ["马文军"]


def test_who_belonged_where_that_day_comes_back_too(office: Office) -> None:
    added = office.records.add("visit", [VISIT | {"members": ["马文军", "周文"]}])[0]
    first = added.content_hash
    added.values["members"] = added.values["members"][1:]
    office.records.save(added)
    member = office.records.load("membership", _member(office).uuid)
    assert member.values["sector"] == "agriculture"
    member.values["sector"] = "science"
    office.records.save(member)
    office.history.restore("visit", added.uuid, 1)
    now = office.records.load("visit", added.uuid)
    assert [entry["sector"] for entry in now.values["members"]] == ["agriculture", "medicine"]
    assert now.content_hash == first


def test_restoring_the_same_or_something_deleted_is_refused(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    with pytest.raises(AppError, match="和现在的一样"):
        office.history.restore("visit", added.uuid, 1)
    office.records.delete("visit", [added.uuid])
    with pytest.raises(NotFound):
        office.history.restore("visit", added.uuid, 1)
    assert len(office.history.of(added.uuid)) == 2


def test_restoring_asks_for_a_reason_where_a_reported_number_moves(office: Office) -> None:
    added = office.records.add("visit", [VISIT | {"happened_on": "2026-09-13"}])[0]
    added.values["people_served"] = 50
    office.records.save(added)
    office.submissions.submit(office.calendar.month(2026, 9))
    with pytest.raises(ReasonNeeded):
        office.history.restore("visit", added.uuid, 1)
    assert len(office.history.of(added.uuid)) == 2
    office.history.restore("visit", added.uuid, 1, reason="原来的对")
    assert office.history.of(added.uuid)[0].reason == "原来的对"


def test_the_same_operation_restores_once(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    added.values["host"] = "某村"
    office.records.save(added)
    for _ in range(2):
        office.history.restore("visit", added.uuid, 1, operation="op")
    assert len(office.history.of(added.uuid)) == 3


def test_a_field_declared_since_keeps_what_it_has(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    _rewrite(office, "UPDATE change SET data = json_remove(data, '$.values.host') WHERE record = :u", added)
    added.values |= {"host": "后来才有的", "name": "改了名"}
    office.records.save(added)
    office.history.restore("visit", added.uuid, 1)
    now = office.records.load("visit", added.uuid)
    assert (now.values["name"], now.values["host"]) == ("走访果农", "后来才有的")


def test_tampering_shows(office: Office) -> None:
    added = office.records.add("visit", [VISIT, VISIT, VISIT])
    assert office.history.verify().intact
    assert "没有发现改动过" in office.history.verify().sentence
    row = _scalar(office, "SELECT id FROM change WHERE record = :u", added[1])
    _rewrite(office, "UPDATE change SET data = replace(data, '走访', '走看') WHERE record = :u", added[1])
    chain = office.history.verify()
    assert (chain.intact, chain.broken) == (False, row)
    assert f"第 {row} 行（2026-10-28）起对不上" in chain.sentence


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_line_taken_out_shows_wherever_it_stood(office: Office, place: int) -> None:
    added = office.records.add("visit", [VISIT, VISIT, VISIT])
    _rewrite(office, "DELETE FROM change WHERE record = :u", added[place])
    chain = office.history.verify()
    assert chain.astray == (added[place].number,)
    assert (chain.broken is None) == (place == 2)
    assert added[place].number in chain.sentence


def test_a_torn_line_is_shown_without_what_it_said(office: Office) -> None:
    added = office.records.add("visit", [VISIT])[0]
    _rewrite(office, "UPDATE change SET data = '{' WHERE record = :u", added)
    found: Version = office.history.of(added.uuid)[0]
    assert (found.alterations, found.has_values) == ((), False)


def _member(office: Office) -> Any:
    with office.store.reading() as session:
        return office.records.context(session).resolve("membership", "马文军", {})


def _office_of(office: Office, name: str) -> dict[str, Any]:
    person = office.records.add("person", [{"name": name}])[0]
    return {"person": person.uuid, "term": "十一届", "sector": "economy", "started_on": "2021-06-01"}


def _rewrite(office: Office, statement: str, about: Aggregate) -> None:
    with office.store.writing() as session:
        session.execute(text(statement), {"u": about.uuid})


def _scalar(office: Office, statement: str, about: Aggregate) -> Any:
    with office.store.reading() as session:
        return session.execute(text(statement), {"u": about.uuid}).scalar()
