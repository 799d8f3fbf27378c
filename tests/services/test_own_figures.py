"""Own figures: the same numbers as plain SQL, offered everywhere, and nothing wrong is taken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update

from app.errors import AppError, Invalid
from app.exporters.tables import FigureTable
from app.models.figure import Ratio
from app.models.system import Change, FigureEntry
from app.services.figure_query import Ask, is_additive, query
from app.services.figure_sources import figure_sources
from app.services.figure_values import Pair
from app.services.finding import find
from app.services.office import Office
from app.services.own_figures import ConditionOffer
from tests.office import small_office
from tests.services.random_office import random_office
from tests.services.random_records import rows

_LIVE = "a.deleted_at IS NULL AND a.status='registered'"
_DATED = _LIVE + " AND {0} > '2025-12-31' AND {0} <= '2026-12-31'"
_MEETING = "FROM activity a JOIN meeting x ON x.id=a.id "
_VISIT = "FROM activity a JOIN visit x ON x.id=a.id "
_THIS_YEAR = "WHERE " + _DATED.format("a.happened_on")
_TASK = _MEETING + "JOIN consensus_item c ON c.parent_id=a.id JOIN task r ON r.parent_id=c.id WHERE "

CASES: tuple[tuple[dict[str, Any], str], ...] = (
    ({"source": "协商活动"}, f"SELECT count(*) {_MEETING}{_THIS_YEAR}"),
    (
        {"source": "meeting", "where": [["协商品牌", "不是", ["院坝协商", "春城面对面"]]]},
        (
            f"SELECT count(*) {_MEETING}{_THIS_YEAR} AND coalesce(x.brand, '') "
            "NOT IN ('courtyard', 'face_to_face')"
        ),
    ),
    (
        {"source": "meeting", "where": [["township", "=", "青山镇"], ["合计人数", ">=", 20]]},
        (
            f"SELECT count(*) {_MEETING}JOIN township t ON t.id=a.township_id {_THIS_YEAR}"
            " AND t.name='青山镇' AND a.headcount >= 20"
        ),
    ),
    (
        {"source": "visit", "measure": {"sum": "服务群众人次"}, "where": [["happened_on", "<=", "2026-06"]]},
        f"SELECT sum(x.people_served) {_VISIT}{_THIS_YEAR} AND a.happened_on <= '2026-06-31'",
    ),
    (
        {"source": "visit", "measure": {"sum": "donation"}, "where": [["捐款捐物", "填了"]]},
        f"SELECT sum(x.donation) / 100.0 {_VISIT}{_THIS_YEAR} AND x.donation IS NOT NULL",
    ),
    (
        {"source": "visit", "measure": {"distinct": "乡镇（街道）"}},
        f"SELECT count(DISTINCT a.township_id) {_VISIT}{_THIS_YEAR}",
    ),
    (
        {
            "source": "visit.members",
            "measure": {"distinct": "委员"},
            "where": [["当日界别", "不是", "economy"]],
        },
        (
            f"SELECT count(DISTINCT r.person_id) {_VISIT}JOIN attendance r ON r.activity_id=a.id {_THIS_YEAR}"
            " AND r.status='present' AND coalesce(r.sector, '') <> 'economy'"
        ),
    ),
    (
        {"source": "meeting.members", "where": [["协商活动 › 协商品牌", "是", "院坝协商"]]},
        (
            f"SELECT count(*) {_MEETING}JOIN attendance r ON r.activity_id=a.id {_THIS_YEAR}"
            " AND r.status='present' AND x.brand='courtyard'"
        ),
    ),
    (
        {"source": "meeting.people", "measure": {"sum": "人数"}, "where": [["身份", "是", "群众代表"]]},
        (
            f"SELECT sum(r.number) {_MEETING}JOIN head_count r ON r.activity_id=a.id {_THIS_YEAR}"
            " AND r.role='masses'"
        ),
    ),
    (
        {"source": "meeting.consensus.task", "dated_by": "办结日期", "where": [["进展", "是", "已办结"]]},
        f"SELECT count(*) {_TASK}{_DATED.format('r.closed_on')} AND r.state='closed'",
    ),
    (
        {"source": "meeting.consensus.task", "measure": {"distinct": "有这样一条的协商活动"}},
        f"SELECT count(DISTINCT a.id) {_TASK}{_DATED.format('a.happened_on')}",
    ),
    (
        {"source": "livelihood_deed", "measure": {"distinct": "责任委员"}},
        (
            "SELECT count(DISTINCT m.person_id) FROM livelihood_deed a JOIN membership m ON m.id=a.member_id"
            f" {_THIS_YEAR}"
        ),
    ),
    (
        {"source": "livelihood_deed", "where": [["领办民生项目", "是", True]]},
        f"SELECT count(*) FROM livelihood_deed a {_THIS_YEAR} AND a.led_project=1",
    ),
)


@pytest.fixture(scope="module")
def random(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = random_office(tmp_path_factory.mktemp("random"))
    added = office.own_figures.add_all(
        [{"label": f"自定{place}", "unit": "元" if "donation" in str(raw) else "个"} | raw
         for place, (raw, _) in enumerate(CASES)]
    )  # fmt: skip
    assert [own.key for own in added] == [f"own_{place + 1}" for place in range(len(CASES))]
    yield office
    office.store.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path)
    yield office
    office.store.close()


def test_each_equals_a_plain_count_and_its_records_add_up_to_it(random: Office) -> None:
    year = random.calendar.year(2026)
    keys = [f"own_{place + 1}" for place in range(len(CASES))]
    values = random.figures.evaluate(keys, {"current": year})
    filled = 0
    for place, key in enumerate(keys):
        raw, statement = CASES[place]
        expected = rows(random, statement)[0][0] or 0
        found = values.total(key, "current")
        assert not isinstance(found, Pair)
        assert float(found) == expected, raw
        filled += bool(expected)
        lines = random.figures.records(key, year)
        if "distinct" not in str(raw):
            assert sum(line.amount for line in lines) == found, raw
        assert bool(lines) == bool(found)
    assert filled >= len(CASES) - 1


def test_asked_with_the_shipped_ones_they_change_no_number(random: Office) -> None:
    """An own figure joins members and references into the SELECT that its neighbours are counted in."""
    year = {"current": random.calendar.year(2026)}
    known = random.figures.catalogue
    shipped = [key for key in known if not key.startswith("own_")]
    for by in (None, "township", "sector", "member"):
        wanted = [figure.key for figure in random.figures.groupable(by) if figure.key in shipped]
        alone = random.figures.evaluate(wanted, year, by)
        together = random.figures.evaluate([figure.key for figure in random.figures.groupable(by)], year, by)
        for key in wanted:
            assert alone.total(key, "current") == together.total(key, "current"), key
            for group in alone.groups:
                part = (key, "current", group.key)
                assert alone.part(*part) == together.part(*part), part


def test_a_reference_that_is_not_filled_takes_no_record_out_of_the_other_numbers(office: Office) -> None:
    office.own_figures.add({"label": "责任委员数", "source": "办实事", "measure": {"distinct": "责任委员"}})
    deed = {"happened_on": "2026-10-12", "category": "education"}
    deeds = [{"name": "修路", "member": "周文"}, {"name": "架桥", "member": "周文"}, {"name": "安灯"}]
    office.records.add("livelihood_deed", [deed | each for each in deeds])
    month = office.calendar.month(2026, 10)
    values = office.figures.evaluate(["own_1", "deeds"], {"current": month})
    assert values.total("own_1", "current") == 1
    assert values.total("deeds", "current") == 3
    assert len(office.figures.records("own_1", month)) == 2


def test_groups_add_up_where_the_figure_is_additive(random: Office) -> None:
    known, year = random.figures.catalogue, {"current": random.calendar.year(2026)}
    own = [figure.key for figure in known.own if is_additive(figure, "township", known)]
    assert len(own) >= 8
    values = random.figures.evaluate(own, year, "township")
    for key in own:
        parts = [
            part for g in values.groups if not isinstance(part := values.part(key, "current", g.key), Pair)
        ]
        assert sum(parts) == values.total(key, "current"), key


def test_the_sheet_of_indicators_says_what_they_count(random: Office, tmp_path: Path) -> None:
    month = random.calendar.month(2026, 10)
    table = next(table for table in random.reports.tables(month) if isinstance(table, FigureTable))
    shown = [line.name for line in table.figures if line.name.startswith("自定")]
    assert len(shown) > len(CASES) - 3  # what never had a number has no line
    assert shown == [f"自定{place}" for place in range(len(CASES)) if f"自定{place}" in shown]
    path = random.reports.write_workbook(month, [table], tmp_path)
    book = load_workbook(path)
    words = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value}
    book.close()
    assert "日期在期内的协商活动，协商品牌不是院坝协商、春城面对面，一条算一个" in words


def test_a_ratio_of_own_and_shipped_stays_a_pair_and_opens_both(random: Office) -> None:
    year = random.calendar.year(2026)
    raw = {"label": "比", "measure": {"ratio": {"numerator": "自定1", "denominator": "协商活动"}}}
    figure = random.own_figures.read(raw)
    assert figure.measure == Ratio("own_2", "meetings")
    trying = random.figures.trying(figure)
    value = trying.evaluate([figure.key], {"current": year}).total(figure.key, "current")
    assert isinstance(value, Pair)
    assert value.numerator <= value.denominator
    assert {line.figure for line in trying.records(figure.key, year)} == {"own_2", "meetings"}
    assert figure.key not in random.figures.catalogue


WRONG: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"label": ""}, "label", "请填名称"),
    ({"label": "名" * 21}, "label", "最多 20 个"),
    ({"label": "协商活动"}, "label", "已经有“协商活动”这个指标"),
    ({"label": "协商场次"}, "label", "就是“协商活动”"),
    ({"label": "visits"}, "label", "已经有“visits”这个指标"),
    ({"source": "nothing"}, "source", "没有“nothing”这类记录"),
    ({"source": ""}, "source", "请选从哪类记录里数"),
    ({"source": "meeting.consensus.gone"}, "source", "没有“meeting.consensus.go…”这类记录"),
    ({"where": [["没有的", "=", 1]]}, "where", "没有“没有的”这个字段"),
    ({"where": [["联系专家", "含有", 1]]}, "where", "联系专家只能用：等于、不少于"),
    ({"where": [["联系专家", ">=", "很多"]]}, "where", "“很多”不是整数"),
    ({"where": [["专项行动", "是", "没有的行动"]]}, "where", "没有“没有的行动”这个选项"),
    ({"where": [["乡镇（街道）", "是", "火星镇"]]}, "where", "没有叫“火星镇”"),
    ({"where": [["专项行动", "是"]]}, "where", "请选或填一个值"),
    ({"where": "全部"}, "where", "条件要写成一列"),
    ({"measure": {"sum": "活动名称"}}, "of", "“活动名称”不能相加"),
    ({"measure": {"sum": "没有的"}}, "of", "没有“没有的”这个字段"),
    ({"measure": {"distinct": "联系专家"}}, "of", "“联系专家”不能去重"),
    ({"measure": {"sum": "捐款捐物"}, "unit": "万元"}, "unit", "单位要填 元"),
    ({"measure": "median"}, "measure", "没有“median”这种算法"),
    ({"measure": "sum"}, "of", "请选要算哪一项"),
    ({"dated_by": "活动名称"}, "dated_by", "“活动名称”不是日期"),
    ({"dated_by": "没有的"}, "dated_by", "里没有这个字段"),
    ({"颜色": "红"}, "颜色", "没有这一项"),
    ({"source": None, "measure": {"ratio": ["visits", "visits"]}}, "of", "不能是同一个指标"),
    ({"source": None, "measure": {"ratio": ["办结率", "visits"]}}, "of", "“办结率”是比率"),
    ({"source": None, "measure": {"ratio": ["visits"]}}, "of", "要有分子和分母"),
    ({"source": None, "measure": {"plus": ["visits"]}}, "of", "两个以上不同的指标"),
    ({"source": None, "measure": {"plus": ["visits", "没有的"]}}, "of", "没有“没有的”这个指标"),
    ({"source": None, "measure": {"ratio": ["visits", "deeds"]}, "unit": "次"}, "unit", "单位是 %"),
    ({"measure": {"ratio": ["visits", "deeds"]}}, "source", "这一项不用填"),
)


@pytest.mark.parametrize(("raw", "key", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_a_sentence_and_changes_nothing(
    office: Office, raw: dict[str, Any], key: str, words: str
) -> None:
    before = rows(office, "SELECT count(*) FROM change")
    with pytest.raises(Invalid) as raised:
        office.own_figures.add({"label": "新的数", "source": "visit"} | raw)
    found = [problem for problem in raised.value.problems if problem.key == key]
    assert any(words in problem.text for problem in found), raised.value.message
    assert office.own_figures.all() == ()
    assert rows(office, "SELECT count(*) FROM change") == before


def test_none_is_kept_when_one_of_several_is_wrong(office: Office) -> None:
    with pytest.raises(Invalid):
        office.own_figures.add_all(
            [{"label": "好的", "source": "visit"}, {"label": "好的", "source": "visit"}]
        )
    assert office.own_figures.all() == ()


def test_circles_are_refused_however_long(office: Office) -> None:
    own = office.own_figures
    own.add({"label": "甲", "source": "visit"})
    own.add({"label": "乙", "measure": {"plus": ["甲", "协商活动"]}})
    own.add({"label": "丙", "measure": {"plus": ["乙", "办实事"]}})
    for parts in (["甲", "visits"], ["乙", "visits"], ["丙", "visits"]):
        with pytest.raises(Invalid, match="不能"):
            own.change("own_1", {"label": "甲", "measure": {"plus": parts}})
    with pytest.raises(Invalid, match="“乙”在用它"):
        own.change("own_1", {"label": "甲", "measure": {"ratio": ["visits", "deeds"]}})
    assert office.figures.catalogue["own_1"].source == "visit"


def test_a_change_keeps_the_key_and_is_in_the_journal(office: Office) -> None:
    own = office.own_figures
    own.add({"label": "走访场次", "unit": "次", "source": "visit"})
    before = own.all()[0].definition
    assert before is not None
    new = {"label": "专家走访", "where": [["联系专家", ">=", 1]]}
    changed = own.change("own_1", before.plain() | new)
    assert changed.figure is not None
    assert changed.figure.rule == "日期在期内的委员走访，联系专家不少于1，一条算一次"
    assert office.figures.catalogue.known("专家走访").key == "own_1"
    with office.store.reading() as session:
        found = session.execute(select(Change.by, Change.record, Change.data).where(Change.kind == "figure"))
        said = [(by, record, json.loads(data)["change"]) for by, record, data in found]
    assert said == [("王秀兰", "own_1", "add"), ("王秀兰", "own_1", "change")]


def test_words_a_clerk_wrote_himself_are_kept(office: Office) -> None:
    own = office.own_figures
    kept = own.add({"label": "甲", "source": "visit", "rule": "按市里的口径"})
    assert kept.definition is not None
    changed = own.change("own_1", kept.definition.plain() | {"unit": "场"})
    assert changed.figure is not None
    assert (changed.figure.rule, changed.figure.unit) == ("按市里的口径", "场")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            {"source": "协商会议", "where": [["日期", ">=", "2026-02"]]},
            {"source": "协商活动", "where": [["日期", ">=", "2026-02"]]},
        ),
        (
            {"source": "协商会议 › 参加委员", "where": [["会议 › 协商品牌", "是", "院坝协商"]]},
            {"source": "协商活动 › 参加委员", "where": [["协商活动 › 协商品牌", "是", "院坝协商"]]},
        ),
        (
            {
                "source": "协商会议 › 共识 › 落实", "dated_by": "会议 › 日期",
                "measure": {"distinct": "有这样一条的会议"},
            },
            {
                "source": "协商活动 › 共识 › 落实", "dated_by": "协商活动 › 日期",
                "measure": {"distinct": "有这样一条的协商活动"},
            },
        ),
        (
            {"source": "livelihood_deed", "where": [["来自会议", "填了"]]},
            {"source": "livelihood_deed", "where": [["来自协商", "填了"]]},
        ),
        (
            {"label": "率", "measure": {"ratio": ["院坝协商", "协商会议"]}},
            {"label": "率", "measure": {"ratio": ["院坝协商", "协商活动"]}},
        ),
    ],
)  # fmt: skip
def test_what_was_written_with_the_word_of_before_means_the_same(
    office: Office, before: dict[str, Any], now: dict[str, Any]
) -> None:
    read = [office.own_figures.read({"label": "甲", **raw}) for raw in (before, now)]
    assert read[0] == read[1]


def test_a_rule_that_was_made_with_the_word_of_before_follows_its_figure(office: Office) -> None:
    own = office.own_figures
    raw = {"label": "甲", "source": "meeting.consensus", "where": [["协商活动 › 乡镇（街道）", "填了"]]}
    made = own.add(raw).definition
    assert made is not None
    assert made.rule == "协商活动的日期在期内的共识，协商活动的乡镇（街道）填了，一条算一条"
    kept = made.plain() | {"rule": made.rule.replace("协商活动", "会议")}
    with office.store.writing() as session:
        session.execute(update(FigureEntry).values(data=json.dumps(kept)))
    assert office.figures.catalogue["own_1"].rule.startswith("会议的日期在期内")  # as the office has it
    changed = own.change("own_1", kept | {"where": []})
    assert changed.figure is not None
    assert changed.figure.rule == "协商活动的日期在期内的共识，一条算一条"


def test_one_that_is_retired_keeps_its_name_and_can_come_back(office: Office) -> None:
    own = office.own_figures
    own.add({"label": "甲", "source": "visit"})
    own.add({"label": "乙", "measure": {"ratio": ["甲", "协商活动"]}})
    with pytest.raises(AppError, match="“乙”在用它"):
        own.retire("own_1")
    own.retire("own_2")
    own.retire("own_1")
    assert not office.figures.catalogue.own
    assert [(each.label, each.reason) for each in own.all()] == [("甲", "已停用"), ("乙", "已停用")]
    with pytest.raises(Invalid, match="停用了"):
        own.add({"label": "甲", "source": "visit"})
    with pytest.raises(AppError, match="“乙”没有启用"):
        own.retire("own_2", retired=False)
    own.retire("own_1", retired=False)
    own.retire("own_2", retired=False)
    assert [figure.key for figure in office.figures.catalogue.own] == ["own_1", "own_2"]
    with pytest.raises(AppError, match="没有“own_9”"):
        own.retire("own_9")


def test_a_field_that_is_gone_takes_its_figure_out_of_use_and_nothing_else(office: Office) -> None:
    """A program without the field, or with another type of it, opens the store all the same."""
    own = office.own_figures
    own.add({"label": "甲", "source": "visit", "where": [["专项行动", "填了"]]})
    own.add({"label": "乙", "measure": {"plus": ["甲", "协商活动"]}})
    own.add({"label": "丙", "source": "visit"})
    own.add({"label": "丁", "source": "visit"})
    with office.store.writing() as session:
        entries = {entry.key: entry for entry in session.scalars(select(FigureEntry))}
        entries["own_1"].data = entries["own_1"].data.replace('"campaign"', '"gone"')
        entries["own_4"].data = '{"label": "丁", "measure": "of a newer program"}'
    said = {each.label: each.reason for each in own.all()}
    assert "没有“gone”这个字段" in said["甲"]
    assert said["乙"] == "用到的指标“甲”停用了或已经没有"
    assert said["丙"] == ""
    assert "新版本" in said["丁"]
    assert [figure.label for figure in office.figures.catalogue.own] == ["丙"]
    assert office.figures.catalogue.label("own_1") == "甲"
    assert office.reports.tables(office.calendar.month(2026, 10))


def test_adjustments_take_it_and_name_it(office: Office) -> None:
    own = office.own_figures
    own.add({"label": "走访场次", "source": "visit"})
    own.add({"label": "比", "measure": {"ratio": ["走访场次", "协商活动"]}})
    assert "走访场次" in [option.label for option in office.options().entries("figure")]
    assert "比" not in [option.label for option in office.options().entries("figure")]
    raw = {"figure": "走访场次", "happened_on": "2026-10", "amount": 3, "reason": "漏报", "basis": "1号"}
    added = office.records.add("adjustment", [raw])[0]
    month = office.calendar.month(2026, 10)
    assert office.figures.evaluate(["own_1"], {"current": month}).total("own_1", "current") == 3
    assert [(hit.kind, hit.title) for hit in find(office.store, "走访场")[0]] == [("adjustment", "走访场次")]
    line = office.figures.records("own_1", month)[0]
    assert (line.kind, line.title, line.amount) == ("adjustment", "调整数：走访场次", 3)
    with pytest.raises(Invalid, match="1 条调整数"):
        own.change("own_1", {"label": "走访场次", "measure": {"plus": ["visits", "deeds"]}})
    own.retire("own_2")
    own.retire("own_1")
    assert office.options().label("figure", "own_1") == "走访场次"
    assert "走访场次" not in [option.label for option in office.options().entries("figure")]
    assert office.records.load("adjustment", added.uuid).values["figure"] == "own_1"


def test_a_layout_shows_it_in_a_column(office: Office) -> None:
    office.own_figures.add({"label": "镇里的会", "source": "meeting", "where": [["层级", "是", "县级"]]})
    raw = {"happened_on": "2026-10-12", "topic": "停车难", "level": "county", "people": {"masses": 3}}
    office.records.add("meeting", [raw, raw | {"topic": "路灯", "level": None, "township": "青山镇"}])
    folder = office.store.folder.layouts
    folder.mkdir(exist_ok=True)
    layout = (Path("resources") / "layouts" / "X1.json").read_text(encoding="utf-8")
    (folder / "X1.json").write_text(layout.replace('"figure": "platforms"', '"figure": "own_1"'), "utf-8")
    table = next(
        table for table in office.reports.tables(office.calendar.month(2026, 10))
        if getattr(getattr(table, "layout", None), "key", "") == "X1"
    )  # fmt: skip
    place = next(i for i, column in enumerate(table.layout.values) if column.key == "own_1")  # type: ignore[union-attr]
    found = {row.label: row.values[place] for row in table.rows}  # type: ignore[union-attr]
    assert found["县本级"] == 1
    assert found["青山镇"] == 0


def test_what_is_offered_can_be_used(office: Office) -> None:
    """Every source with every field in a condition, every sum, distinct count and date."""
    own, raws = office.own_figures, list[dict[str, Any]]()
    assert {"meeting", "visit", "meeting.consensus.task", "visit.members"} <= {s.path for s in own.sources()}
    for source in figure_sources():
        conditions, measures = own.conditions(source.path), own.measures(source.path)
        where: list[list[Any]] = []  # without a value where nothing is registered to choose
        for offer in conditions:
            for op, _ in offer.ops:
                chosen = offer.choices[0].key if offer.choices else None
                where.append([offer.key, op, chosen if offer.choices is not None else _typed(offer)])
        usable = [each for each in where if each[2] is not None]
        raws += [{"source": source.path, "where": usable[at : at + 20]} for at in range(0, len(usable), 20)]
        ways = [{"sum": f.key} for f in measures.sums] + [{"distinct": f.key} for f in measures.distincts]
        raws += [{"source": source.path, "measure": way} for way in ways]
        raws += [{"source": source.path, "dated_by": day.key} for day in measures.days]
    read = [own.read({"label": "试"} | raw) for raw in raws]
    asked = [(figure, Ask(f"{place}")) for place, figure in enumerate(read)]
    with office.store.reading() as session:
        found = query(session, asked, {"current": office.calendar.year(2026)}, None)
    assert len(found) == len(raws) > 300
    with pytest.raises(AppError, match="没有“person”"):
        own.conditions("person")


def _typed(offer: ConditionOffer) -> Any:
    fitting = {"day": "2026-10", "count": 3, "year": 2026, "money": "1.50", "flag": "是", "time": None}
    return fitting.get(offer.field.value.name, "字")


def test_a_column_narrowed_by_what_its_records_do_not_have_is_left_empty(office: Office) -> None:
    """A clerk may write a focus beside any figure; visits have none, and 0 would be a lie."""
    office.own_figures.add({"label": "走访场次", "source": "visit"})
    folder = office.store.folder.layouts
    folder.mkdir(exist_ok=True)
    layout = json.loads((Path("resources") / "layouts" / "X1.json").read_text(encoding="utf-8"))
    layout["columns"].append({"heading": "走访", "figure": "own_1", "focus": "law"})
    (folder / "X1.json").write_text(json.dumps(layout, ensure_ascii=False), "utf-8")
    table = next(
        table for table in office.reports.tables(office.calendar.month(2026, 10))
        if getattr(getattr(table, "layout", None), "key", "") == "X1"
    )  # fmt: skip
    place = next(i for i, column in enumerate(table.layout.values) if column.key == "own_1")  # type: ignore[union-attr]
    assert place in table.missing  # type: ignore[union-attr]
    assert all(row.values[place] is None for row in table.rows)  # type: ignore[union-attr]
