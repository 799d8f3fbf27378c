"""Pointing at records: by uuid, number or name, and what is said when that is not enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from app.errors import Unfit
from app.models.context import Ref
from app.models.days import Month
from app.services.context import OfficeContext, current_uuid, refs
from app.services.office import Office
from app.services.options import Options
from tests.office import MOMENT, small_office, uuids


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The small office with two villages of one name, two terms of one man and a merged township."""
    office = small_office(tmp_path_factory.mktemp("office"))
    add = office.records.add
    add("village", [{"name": "新村", "township": "青山镇"}, {"name": "新村", "township": "大河镇"}])
    merged = add("township", [{"name": "旧乡"}])[0]
    gone = add("township", [{"name": "撤了的乡"}])[0]
    office.records.delete("township", [gone.uuid])
    with office.store.writing() as session:
        into = uuids(office, "township")["青山镇"]
        session.execute(text("INSERT INTO alias VALUES('" + "a" * 32 + f"', '{merged.uuid}')"))
        session.execute(text(f"INSERT INTO alias VALUES('{merged.uuid}', '{into}')"))
        session.execute(text("INSERT INTO alias VALUES('" + "c" * 32 + "', '" + "d" * 32 + "')"))
        session.execute(text("INSERT INTO alias VALUES('" + "d" * 32 + "', '" + "c" * 32 + "')"))
    yield office
    office.store.close()


@pytest.fixture
def context(office: Office) -> Iterator[OfficeContext]:
    with office.store.reading() as session:
        yield OfficeContext(session, Options.load(session), MOMENT.date())


def _refused(context: OfficeContext, kind: str, raw: str, values: dict[str, Any] | None = None) -> str:
    with pytest.raises(Unfit) as refused:
        context.resolve(kind, raw, values or {})
    return str(refused.value)


def test_a_record_is_found_by_uuid_number_and_name(office: Office, context: OfficeContext) -> None:
    uuid = uuids(office, "township")["青山镇"]
    dashed = f"{uuid[:8]}-{uuid[8:12]}-{uuid[12:16]}-{uuid[16:20]}-{uuid[20:]}"
    number = office.records.load("township", uuid).number
    for raw in (uuid, uuid.upper(), dashed, number, "青山镇", " 青山镇 "):
        found = context.resolve("township", raw, {})
        assert (found, found.label) == (Ref(uuid), "青山镇"), raw


def test_what_a_record_became_is_honoured(office: Office, context: OfficeContext) -> None:
    merged = uuids(office, "township")["旧乡"]
    for raw in ("a" * 32, merged):
        assert context.resolve("township", raw, {}).label == "青山镇"
    with office.store.reading() as session:
        assert current_uuid(session, "e" * 32) == "e" * 32
        current_uuid(session, "c" * 32)  # two that name each other do not go round for ever
    assert "没有编号为" in _refused(context, "township", "c" * 32)


def test_what_is_not_there_is_said(context: OfficeContext) -> None:
    assert (
        _refused(context, "township", "不存在镇") == "没有叫“不存在镇”的乡镇（街道），请核对名称，或先去登记"
    )
    assert _refused(context, "membership", "无名氏") == "没有叫“无名氏”的委员，请先在名册里登记"
    assert "没有叫" in _refused(context, "township", "撤了的乡")
    assert "没有编号为 00000000… 的" in _refused(context, "township", "0" * 32)
    assert "没有叫" in _refused(context, "township", "XZ-2026-9999")
    assert len(_refused(context, "township", "长" * 200)) < 80


def test_two_of_one_name_are_both_named(context: OfficeContext) -> None:
    said = _refused(context, "person", "张伟")
    assert said.startswith("“张伟”有 2 个：张伟（RY-2026-0004）、张伟（RY-2026-0005），请写编号")
    said = _refused(context, "membership", "张伟")
    assert "张伟（" in said
    assert "县工商联副主席" in said
    assert "大河镇农技站站长" in said
    assert said.endswith("请写成“姓名/单位”说明是哪一个")


@pytest.mark.parametrize(
    ("hint", "employer"),
    [
        ("县工商联", "县工商联副主席，某建材公司总经理"),
        ("农技站", "大河镇农技站站长"),
        ("农业", "大河镇农技站站长"),
    ],
)
def test_a_word_of_the_office_or_the_sector_tells_two_members_apart(
    context: OfficeContext, hint: str, employer: str
) -> None:
    found = context.resolve("membership", f"张伟/{hint}", {})
    facts = context.member(found.uuid)
    assert facts is not None
    assert facts.employer == employer


def test_a_word_that_fits_nobody_finds_nobody(context: OfficeContext) -> None:
    assert "没有叫“张伟/卫健委”的委员" in _refused(context, "membership", "张伟/卫健委")


@pytest.mark.parametrize(
    ("day", "term"),
    [(date(2020, 5, 1), "十届"), (date(2021, 5, 31), "十届"), (date(2021, 6, 1), "十一届"),
     (Month(2020, 5), "十届"), (Month(2026, 9), "十一届"), (None, "十一届")],
)  # fmt: skip
def test_who_held_office_on_the_day_is_meant(context: OfficeContext, day: Any, term: str) -> None:
    found = context.resolve("membership", "陈志明", {"happened_on": day})
    facts = context.member(found.uuid)
    assert facts is not None
    assert facts.term == term


def test_a_village_is_looked_for_in_its_township_first(office: Office, context: OfficeContext) -> None:
    assert "“新村”有 2 个" in _refused(context, "village", "新村")
    for name in ("青山镇", "大河镇"):
        township = context.resolve("township", name, {})
        found = context.resolve("village", "新村", {"township": township})
        assert context.value_of("village", found.uuid, "township") == township
    elsewhere = context.resolve("township", "永兴街道", {})
    assert "“新村”有 2 个" in _refused(context, "village", "新村", {"township": elsewhere})


def test_values_of_other_records_are_asked_for_plainly(office: Office, context: OfficeContext) -> None:
    studio = uuids(office, "studio")["青山镇委员工作室"]
    assert context.value_of("studio", studio, "sort") == "township"
    assert context.value_of("studio", studio, "township").label == "青山镇"
    assert context.value_of("studio", studio, "lead") is None
    assert context.value_of("studio", "0" * 32, "township") is None
    assert context.member("0" * 32) is None


def test_any_number_of_records_can_be_named(office: Office) -> None:
    """SQLite takes 32,766 values in one statement, a big county has more records."""
    from app.models import model_of

    with office.store.reading() as session:
        found = refs(session, model_of("township"), list(range(1, 70_000)))
    assert {ref.label for ref in found.values()} >= {"青山镇", "旧乡", "撤了的乡"}
