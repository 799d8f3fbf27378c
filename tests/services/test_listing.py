"""A list answers like plain Python over the same records, and reads no more than it shows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from app.models import RECORDS, Record
from app.models.days import Month, stored
from app.models.periods import Calendar, Period, free_period
from app.models.system import OptionEntry
from app.services.list_columns import columns_of, filters_of, more_columns_of
from app.services.list_query import Query
from app.services.list_rows import shown_day, shown_names
from app.services.listing import Listing
from app.services.office import Office
from tests.office import TOWNSHIPS, VILLAGES, small_office, uuids

CALENDAR = Calendar()
PLACES = ("村委会", "活动室", "坝子里", None)
WORDS = ("路灯", "水", "电梯", "周", "陈志明", "永兴", "村委会", "路灯 陈志明", "不会有", "XS-2026-0007")
PERIODS = (
    None,
    CALENDAR.month(2026, 9),
    CALENDAR.quarter(2026, 3),
    CALENDAR.year(2025),
    free_period(date(2026, 8, 2), date(2026, 9, 14)),
)
ORDERS = ("", "happened_on", "topic", "brand", "township", "host", "headcount", "status", "number")
WITHOUT = ""


@dataclass
class Expected:
    """One record as the test made it."""

    uuid: str
    number: str
    topic: str
    day: str
    brand: str | None
    township: str | None
    host: str | None
    place: str | None
    names: tuple[str, ...]
    headcount: int
    masses: int
    registered: bool
    planned: bool

    @property
    def state(self) -> str:
        return "registered" if self.registered else "planned" if self.planned else "draft"

    def holds(self, word: str) -> bool:
        texts = [self.topic, self.number, self.township, self.host, self.place, *self.names]
        return any(word in (each or "") for each in texts)


@dataclass
class World:
    office: Office
    listing: Listing
    records: list[Expected]
    townships: dict[str, str]
    brands: list[str]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    office = small_office(tmp_path_factory.mktemp("list"))
    chance = random.Random(5)
    made: list[Expected] = []
    for draft, count in ((False, 70), (True, 25)):
        raws = [_raw(chance, draft) for _ in range(count)]
        for raw, saved in zip(raws, office.records.add("meeting", raws, draft=draft), strict=True):
            made.append(_expected(raw, saved.uuid, saved.number, not draft))
    with office.store.reading() as session:
        entries = session.query(OptionEntry).filter_by(options="brand").order_by(OptionEntry.position)
        brands = [entry.key for entry in entries]
    yield World(office, office.listing, made, uuids(office, "township"), brands)
    office.store.close()


def _raw(chance: random.Random, draft: bool) -> dict[str, Any]:
    day = f"{chance.choice((2025, 2026))}-{chance.randint(1, 10):02d}-{chance.randint(1, 28):02d}"
    if chance.random() < 0.1:
        day = day[:7]
    if draft and chance.random() < 0.3:
        day = f"2026-12-{chance.randint(1, 28):02d}"
    village, township = chance.choice(VILLAGES)
    members = chance.sample(["陈志明", "周文", "朱薇", "李娜"], chance.randint(1, 4))
    raw: dict[str, Any] = {
        "happened_on": day,
        "topic": chance.choice(("路灯", "水渠", "电梯", "菜场", "Wi-Fi 覆盖")) + str(chance.randint(1, 30)),
        "brand": chance.choice(("grassroots", "sector_talk", *((None,) if draft else ()))),
        "host": chance.choice(("陈志明", "周文", "单小云", None)),
        "place": chance.choice(PLACES),
        "members": members,
        "people": {"群众代表": chance.randint(0, 30)},
        "background": "很长的情况介绍。" * 20,
    }
    if chance.random() < 0.8:
        raw |= {"township": township, "village": village}
    return raw


def _expected(raw: dict[str, Any], uuid: str, number: str, registered: bool) -> Expected:
    parts = [int(part) for part in raw["happened_on"].split("-")]
    day = stored(date(*parts) if len(parts) == 3 else Month(*parts))
    masses = raw["people"]["群众代表"]
    return Expected(
        uuid, number, raw["topic"], day, raw["brand"], raw.get("township"), raw["host"], raw["place"],
        tuple(raw["members"]), len(raw["members"]) + masses, masses, registered,
        not registered and day > "2026-10-28",
    )  # fmt: skip


def _found(world: World, query: Query) -> list[str]:
    return world.listing.uuids("meeting", world.listing.find(query).ids)


def _reference(world: World, query: Query) -> list[Expected]:
    """The same question answered by a plain loop and a stable sort."""
    of = {uuid: name for name, uuid in world.townships.items()}
    found = []
    for one in reversed(world.records):
        values = {"brand": one.brand, "township": one.township, "status": one.state}
        wanted = {
            key: [of.get(value, value) or None for value in chosen] for key, chosen in query.filters.items()
        }
        if query.period and not query.period.after < one.day <= query.period.through:
            continue
        if any(not one.holds(word) for word in query.search.split()):
            continue
        if any(values[key] not in chosen for key, chosen in wanted.items()):
            continue
        if query.drafts_only and one.registered:
            continue
        found.append(one)
    found.sort(key=lambda one: one.day, reverse=True)
    return _ordered(world, found, *query.order)


def _ordered(world: World, found: list[Expected], key: str, descending: bool) -> list[Expected]:
    if key in ("", "happened_on"):
        return found if descending or not key else list(reversed(found))
    measures: dict[str, Callable[[Expected], Any]] = {
        "topic": lambda one: one.topic.encode("gb18030"),
        "brand": lambda one: None if one.brand is None else world.brands.index(one.brand),
        "township": lambda one: None if one.township is None else TOWNSHIPS.index(one.township),
        "host": lambda one: one.host and one.host.encode("gb18030"),
        "headcount": lambda one: one.headcount,
        "status": lambda one: ("draft", "planned", "registered").index(one.state),
        "number": lambda one: one.number,
    }
    measure = measures[key]
    filled = sorted((one for one in found if measure(one) is not None), key=measure, reverse=descending)
    return filled + [one for one in found if measure(one) is None]


queries = st.builds(
    lambda period, search, brands, townships, states, drafts, key, descending: (
        Query("meeting", period, search, {}, drafts, (key, descending)),
        {"brand": brands, "township": townships, "status": states},
    ),
    st.sampled_from(PERIODS),
    st.sampled_from(("", *WORDS)),
    st.sets(st.sampled_from(("grassroots", "sector_talk", WITHOUT)), max_size=2),
    st.sets(st.sampled_from((*TOWNSHIPS, WITHOUT)), max_size=2),
    st.sets(st.sampled_from(("draft", "planned", "registered")), max_size=2),
    st.booleans(),
    st.sampled_from(ORDERS),
    st.booleans(),
)


@given(asked=queries)
def test_any_question_is_answered_as_plain_python_would(
    world: World, asked: tuple[Query, dict[str, set[str]]]
) -> None:
    query, chosen = asked
    filters = {
        key: tuple(world.townships.get(value, value) for value in sorted(values))
        for key, values in chosen.items()
        if values
    }
    query = replace(query, filters=filters)
    expected = _reference(world, query)
    found = _found(world, query)
    if query.is_plain_search:  # newest day first; within a day what was saved last
        days = {one.uuid: one.day.replace("-00", "-01") for one in expected}
        assert sorted(found) == sorted(days)
        assert [days[uuid] for uuid in found] == sorted(days.values(), reverse=True)
    else:
        assert found == [one.uuid for one in expected]
    totals = world.listing.totals(query)
    counted = [one for one in expected if one.registered]
    assert (totals.count, totals.registered) == (len(expected), len(counted))
    if totals.sums:
        assert totals.sums[0].amount == sum(one.headcount for one in counted)


def test_search_takes_initials_single_characters_and_any_way_of_writing(world: World) -> None:
    def topics(words: str) -> set[str]:
        found = _found(world, Query("meeting", search=words))
        return {one.topic[:2] for one in world.records if one.uuid in found}

    assert topics("灯") == {"路灯"}
    assert topics("ｗｉ－ｆｉ") == topics("WI-FI") == {"Wi"}
    with_zhou = {one.uuid for one in world.records if "周文" in one.names}
    assert with_zhou <= set(_found(world, Query("meeting", search="zw")))
    for asked in (Query("meeting", search="！？"), Query("meeting", search="——", order=("topic", True))):
        assert asked.is_wordless
        assert _found(world, asked) == []
    assert not Query("meeting", search="，周").is_wordless
    assert not Query("meeting").is_wordless


def test_a_month_alone_belongs_to_the_periods_that_hold_its_first_day(world: World) -> None:
    months = {one.uuid: one.day for one in world.records if one.day.endswith("-00")}
    assert months
    for uuid, day in months.items():
        period = CALENDAR.month(int(day[:4]), int(day[5:7]))
        assert uuid in _found(world, Query("meeting", period))
        later = replace(period, start=period.start.replace(day=2))
        assert uuid not in _found(world, Query("meeting", later))


def test_rows_say_what_a_clerk_reads(world: World) -> None:
    listing = world.listing
    ids = listing.find(Query("meeting")).ids
    rows = {row.uuid: row for row in listing.rows("meeting", ids)}
    assert [row.id for row in listing.rows("meeting", ids)] == list(ids)
    for one in world.records:
        row = rows[one.uuid]
        cells = row.cells
        assert (row.title, row.number, row.planned) == (one.topic, one.number, one.planned)
        assert row.status == ("registered" if one.registered else "draft")
        assert cells["township"].text == (one.township or "")
        assert cells["host"].value == one.host
        assert cells["members"].value == one.names
        assert cells["headcount"].text == str(one.headcount)
        assert list(cells) == [spec.key for spec in columns_of(_model("meeting"))]
    brand = {row.cells["brand"].text for row in rows.values()}
    assert brand == {"协商在基层", "界别协商", ""}


def test_days_and_names_are_short() -> None:
    today = date(2026, 10, 28)
    assert shown_day(date(2026, 10, 27), today) == "10-27 周二"
    assert shown_day(date(2025, 10, 27), today) == "2025-10-27"
    assert shown_day(Month(2026, 10), today) == "2026-10"
    assert shown_names(["张伟", "李娜", "周文"]) == "张伟、李娜、周文"
    assert shown_names(["张伟", "李娜", "周文", "朱薇", "郑武"]) == "张伟、李娜等 5 人"
    assert shown_names([]) == ""


def test_missing_counts_what_keeps_a_draft_from_counting(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    base = {"happened_on": "2026-10-12", "topic": "路灯", "township": "青山镇"}
    raws = [base | {"members": ["周文"], "brand": None}, base | {"topic": "水", "brand": "courtyard"}]
    saved = office.records.add("meeting", raws, draft=True)
    listing = office.listing
    loaded = {one.uuid: office.records.load("meeting", one.uuid).problems for one in saved}
    expected = {uuid: sum(p.level in ("save", "count") for p in loaded[uuid]) for uuid in loaded}
    assert [expected[one.uuid] for one in saved] == [1, 2]
    ids = listing.find(Query("meeting")).ids
    missing = listing.missing("meeting", ids)
    assert {listing.uuids("meeting", [local])[0]: missing[local] for local in ids} == expected


def test_uuids_of_a_long_list_come_in_its_order(world: World) -> None:
    ids = world.listing.find(Query("meeting", order=("topic", False))).ids
    few = world.listing.uuids("meeting", ids)
    assert few == _found(world, Query("meeting", order=("topic", False)))
    assert world.listing.uuids("meeting", ids * 60) == few * 60


def test_totals_name_the_whole_and_its_parts(world: World) -> None:
    counted = [one for one in world.records if one.registered]
    totals = world.listing.totals(Query("meeting"))
    heads, named = sum(one.headcount for one in counted), sum(len(one.names) for one in counted)
    said = f"共 {len(world.records)} 场，其中已登记 {len(counted)} 场"
    said += f"：参加 {heads} 人次（委员 {named}，群众 {heads - named}）"
    assert totals.text.startswith(said)
    ids = world.listing.find(Query("meeting", drafts_only=False)).ids
    assert world.listing.totals_of("meeting", ids) == totals
    assert world.listing.totals_of("meeting", []).text == "共 0 场"


def test_latest_leads_to_the_last_month_with_records(world: World) -> None:
    days = [one.day for one in world.records]
    period, count = world.listing.latest(Query("meeting", CALENDAR.month(2026, 11))) or (None, 0)
    assert isinstance(period, Period)
    last = max(day for day in days if day <= "2026-11-30")
    assert period.key == last[:7]
    assert count == sum(day.startswith(last[:7]) for day in days)
    early, _ = world.listing.latest(Query("meeting", CALENDAR.month(2024, 1))) or (None, 0)
    assert early is not None
    assert early.key == max(days)[:7]
    assert world.listing.latest(Query("township")) is None


def test_registers_stand_in_their_own_order(world: World) -> None:
    listing = world.listing
    assert [e.text for e in listing.choices("meeting", "township")] == list(TOWNSHIPS)
    names = [row.title for row in listing.rows("membership", listing.find(Query("membership")).ids)]
    assert names == sorted(names, key=lambda name: name.encode("gb18030"))
    inside = listing.choices("meeting", "village", {"township": [world.townships["青山镇"]]})
    assert {entry.text for entry in inside} == {"青山村", "石桥村"}


def test_a_draft_without_a_day_is_in_every_period(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    office.records.add("topic_plan", [{"name": "还没审定的", "year": 2026}], draft=True)
    listing = office.listing
    for period in (CALENDAR.month(2026, 10), CALENDAR.year(2020), None):
        rows = listing.rows("topic_plan", listing.find(Query("topic_plan", period)).ids)
        assert "还没审定的" in [row.title for row in rows]


def test_deleted_records_are_not_listed(tmp_path: Path) -> None:
    office = small_office(tmp_path)
    raw = {"happened_on": "2026-10-12", "topic": "路灯", "township": "青山镇", "members": ["周文"]}
    one, two = office.records.add("meeting", [raw, raw | {"topic": "水渠"}])
    office.records.delete("meeting", [one.uuid])
    for query in (Query("meeting"), Query("meeting", search="周文"), Query("meeting", order=("topic", True))):
        assert office.listing.uuids("meeting", office.listing.find(query).ids) == [two.uuid]
    assert office.listing.totals(Query("meeting")).count == 1


def test_among_limits_a_list_to_named_records(world: World) -> None:
    wanted = [one.uuid for one in world.records[3:9]]
    assert set(_found(world, Query("meeting", among=tuple(wanted)))) == set(wanted)
    assert _found(world, Query("meeting", among=())) == []


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.key)
def test_every_kind_lists(world: World, model: type[Record]) -> None:
    """Each column can be shown and sorted by, each filter offers values, and JSON says it all."""
    listing, kind = world.listing, model.key
    everything = listing.find(Query(kind)).ids
    keys = [spec.key for spec in (*columns_of(model), *more_columns_of(model))]
    for row in listing.rows(kind, everything[:50], keys):
        assert set(keys) <= set(row.cells)
    for spec in (*columns_of(model), *more_columns_of(model)):
        if spec.shape == "members":
            continue
        for descending in (False, True):
            found = listing.find(Query(kind, order=(spec.key, descending))).ids
            assert sorted(found) == sorted(everything)
    for spec in filters_of(model):
        entries = listing.choices(kind, spec.key)
        parts = [listing.find(Query(kind, filters={spec.key: (entry.key,)})).ids for entry in entries]
        parts.append(listing.find(Query(kind, filters={spec.key: ("",)})).ids)
        assert {local for part in parts for local in part} <= set(everything)
    assert listing.totals(Query(kind)).count == len(everything)
    asked = listing.as_json(Query(kind, CALENDAR.year(2026)))
    wanted = {"uuid", "number", "status", "title", "day", *(spec.key for spec in columns_of(model))}
    assert all(set(one) == wanted for one in asked)
    assert listing.find(Query(kind, search="没有这样的词")).ids == ()


def test_json_holds_plain_values(world: World) -> None:
    one = next(each for each in world.records if each.township and each.registered)
    found = next(each for each in world.listing.as_json(Query("meeting")) if each["uuid"] == one.uuid)
    assert found["township"] == {"uuid": world.townships[one.township or ""], "label": one.township}
    assert found["members"] == list(one.names)
    assert found["happened_on"] == found["day"] == one.day.removesuffix("-00")
    assert found["headcount"] == one.headcount


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every SQL statement sent while the test runs."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield sent
    event.remove(Engine, "before_cursor_execute", note)


def test_a_list_never_reads_long_texts(world: World, statements: list[str]) -> None:
    world.listing.rows("meeting", world.listing.find(Query("meeting", search="路灯")).ids)
    world.listing.totals(Query("meeting"))
    assert statements
    assert [each for each in statements if "meeting_text" in each] == []


def test_a_page_takes_few_statements_however_many_rows(world: World, statements: list[str]) -> None:
    ids = world.listing.find(Query("meeting")).ids
    counts = []
    for many in (5, len(ids)):
        statements.clear()
        world.listing.rows("meeting", ids[:many])
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 7


def test_the_newest_come_from_the_covering_index(world: World, statements: list[str]) -> None:
    world.listing.find(Query("meeting", CALENDAR.year(2026)))
    asked = next(each for each in statements if "FROM activity" in each)
    values = ["meeting", "2025-12-31", "2026-12-31"]
    with world.office.store.reading() as session:
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", tuple(values)).all()
    said = " ".join(str(row[3]) for row in plan)
    assert "COVERING INDEX ix_activity_list" in said
    assert "TEMP B-TREE" not in said


def _model(kind: str) -> type[Record]:
    return next(model for model in RECORDS if model.key == kind)
