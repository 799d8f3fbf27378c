"""Finding members and records while typing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Invalid
from app.models import RECORDS, model_of
from app.models.context import Ref
from app.services.aggregates import Aggregate
from app.services.office import Office
from app.services.picking import Picking, fits
from tests.office import small_office, uuids


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def picking(office: Office) -> Picking:
    return Picking(office.store, office.clock)


def test_a_place_is_found_by_the_name_it_had_before(office: Office, picking: Picking) -> None:
    uuid = uuids(office, "township")["青山镇"]
    township = office.records.load("township", uuid)
    township.values |= {"name": "青山街道", "former_names": "青山镇、老青山乡"}
    office.records.save(township)
    assert [(row.ref.label, row.note) for row in picking.records("township", "青山")] == [("青山街道", "")]
    for typed in ("老青山", "lqs"):
        (row,) = picking.records("township", typed)
        assert (row.ref, row.note.split("　")[0]) == (Ref(uuid, "青山街道"), "曾用名 老青山乡")
    added = held(office, "2026-10-12", "周文", township="青山镇", place="村委会")
    assert added.values["township"] == Ref(uuid, "青山街道")
    office.records.add("township", [{"name": "青山镇"}])
    again = held(office, "2026-10-13", "周文", township="青山镇", place="村委会")
    assert again.values["township"].label == "青山镇"
    with pytest.raises(Invalid, match="没有叫“青山乡”的"):
        held(office, "2026-10-14", "周文", township="青山乡")


def test_members_of_the_studio_come_first(office: Office, picking: Picking) -> None:
    studio = Ref(uuids(office, "studio")["青山镇委员工作室"], "青山镇委员工作室")
    own = [entry["member"].label for entry in office.records.load("studio", studio.uuid).values["members"]]
    strangers = [row.name for row in picking.members("") if row.name not in own]
    assert strangers
    offered = [row.name for row in picking.members("", studio=studio) if row.in_office]
    assert set(offered[: len(own)]) == set(own)
    before = picking.members("", dt.date(2022, 1, 1), studio=studio)
    assert before == picking.members("", dt.date(2022, 1, 1)), "nobody had joined yet"


def held(office: Office, day: str, *members: str, **other: object) -> Aggregate:
    raw = {"happened_on": day, "topic": f"{day}的会", "township": "永兴街道", "members": list(members)}
    return office.records.add("meeting", [raw | other])[0]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zw", {"张伟", "周文", "朱薇", "郑武"}),
        ("张", {"张伟"}),
        ("张w", {"张伟"}),
        ("强", {"王强", "王强生"}),
        ("wqs", {"王强生"}),
        ("ZYQ", {"赵雅琴"}),
        ("医院", {"周文"}),
        ("sxy", {"单小云"}),
        ("dxy", {"单小云"}),
        ("xx", set()),
    ],
)
def test_members_are_found_by_name_initials_and_employer(
    picking: Picking, typed: str, found: set[str]
) -> None:
    assert {row.name for row in picking.members(typed)} == found


def test_two_of_one_name_can_be_told_apart(picking: Picking) -> None:
    rows = picking.members("张伟")
    assert len(rows) == 2
    assert {row.sector for row in rows} == {"工商联", "农业和农村界"}
    assert all(row.employer and row.posts == "委员" and row.term == "十一届" for row in rows)


def test_who_was_there_lately_comes_first_and_who_is_out_of_office_last(
    office: Office, picking: Picking
) -> None:
    held(office, "2026-10-09", "朱薇")
    held(office, "2026-10-12", "郑武")
    rows = picking.members("z")
    assert [row.name for row in rows[:2]] == ["郑武", "朱薇"]
    assert rows[0].attended == "10-12 参加过"
    chen = picking.members("czm")
    assert [(row.term, row.in_office) for row in chen] == [("十一届", True), ("十届", False)]
    then = picking.members("czm", dt.date(2019, 5, 1))
    assert [(row.term, row.in_office) for row in then] == [("十届", True), ("十一届", False)]


def test_only_terms_of_that_day_answer_to_a_whole_name(picking: Picking) -> None:
    assert [row.term for row in picking.named("陈志明")] == ["十一届"]
    assert [row.term for row in picking.named("陈志明", dt.date(2018, 1, 1))] == ["十届"]
    assert picking.named("陈志") == []


def test_what_is_remembered_is_forgotten_when_something_was_written(office: Office, picking: Picking) -> None:
    assert picking.members("sunwukong") == []
    person = office.records.add("person", [{"name": "孙悟空"}])[0]
    raw = {"person": person.uuid, "term": "十一届", "sector": "religion", "started_on": "2021-06-01"}
    office.records.add("membership", [raw])
    assert picking.members("孙悟空") == []
    picking.forget()
    assert [row.sector for row in picking.members("swk")] == ["宗教界"]


def test_villages_are_narrowed_by_township_and_know_it(office: Office, picking: Picking) -> None:
    township = Ref(uuids(office, "township")["青山镇"])
    rows = picking.records("village", "", ("township", township))
    assert [row.ref.label for row in rows] == ["青山村", "石桥村"]
    everywhere = picking.records("village", "sq", ("township", None))
    assert [(row.ref.label, row.note, row.within.label) for row in everywhere if row.within] == [
        ("石桥村", "青山镇", "青山镇")
    ]


def test_records_of_a_day_come_newest_first_with_their_day(office: Office, picking: Picking) -> None:
    held(office, "2025-12-30", "郑武")
    held(office, "2026-10-12", "郑武")
    rows = picking.records("meeting")
    assert [row.note.split("　")[0] for row in rows] == ["10-12", "2025-12-30"]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
def test_every_kind_that_is_pointed_to_can_be_listed(model: type, picking: Picking) -> None:
    from app.models.fields import fields_of

    for spec in fields_of(model):
        if spec.target and spec.shape == "reference":
            narrowed = (spec.narrowed_by, None)
            assert isinstance(picking.records(spec.target, "", narrowed), list)
            assert picking.nothing_found(spec.target, "没有的")


def test_texts_typed_before_are_offered_most_frequent_first_but_private_ones_never(
    office: Office, picking: Picking
) -> None:
    for day, host in (("2026-10-09", "周建国"), ("2026-10-10", "李卫东"), ("2026-10-11", "周建国")):
        held(office, day, "郑武", host=host)
    assert picking.earlier_texts(model_of("meeting"), "host") == ("周建国", "李卫东")
    assert picking.earlier_texts(model_of("person"), "phone") == ()
    assert picking.earlier_texts(model_of("meeting"), "background") == ()


def test_the_last_record_gives_what_may_stand_again(office: Office, picking: Picking) -> None:
    assert picking.last_record("meeting") is None
    last = held(
        office, "2026-10-12", "郑武", place="议事厅", people={"masses": 9}, background="长长的介绍",
        consensus=["建棚"],
    )  # fmt: skip
    taken = picking.last_record("meeting")
    assert taken is not None
    assert set(taken) == {"brand", "township", "place", "members"}
    assert taken["members"] == [
        {"member": last.values["members"][0]["member"], "role": "member", "status": "present"}
    ]
    assert picking.last_record("meeting", last.uuid) is None


@pytest.mark.parametrize(("query", "fit"), [("", True), ("树营", True), ("DSY", True), ("sy", False)])
def test_a_text_fits_by_any_part_or_by_the_initials_it_begins_with(query: str, fit: bool) -> None:
    assert fits("大树营社区", query) is fit
