"""Ad-hoc tables: what they list, count and add up to, in which order, and what they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.errors import AppError
from app.models import RECORDS
from app.models.periods import Period
from app.services.office import Office
from app.services.own_table import Condition, OwnTable, SortKey
from app.services.own_table_fields import conditions_for, fields_for, groups_for, ops_of
from app.services.own_table_result import OwnTableResult
from app.services.own_tables import OwnTables
from tests.office import uuids, worked_office

DAY = "2026-10-{:02d}"
MEETINGS: list[dict[str, Any]] = [
    {"happened_on": DAY.format(12), "topic": "电动车充电", "township": "永兴街道", "brand": "courtyard",
     "focus": "law", "host": "王主任", "members": ["张伟/县工商联", "陈志明"], "people": {"群众代表": 12}},
    {"happened_on": DAY.format(20), "topic": "垃圾清运", "township": "青山镇",
     "host": "李主任", "members": ["陈志明"], "people": {"群众代表": 30}},
    {"happened_on": DAY.format(25), "topic": "水渠清淤", "township": "青山镇", "members": ["陈志明"],
     "people": {"群众代表": 5}},
    {"happened_on": "2026-09-10", "topic": "上月的会", "township": "青山镇", "members": ["周文"],
     "people": {"群众代表": 9}},
]  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = worked_office(tmp_path / "数据", _held)
    yield made
    made.store.close()


def _held(office: Office) -> None:
    office.records.add("meeting", MEETINGS)
    office.records.add("meeting", [{"happened_on": DAY.format(26), "topic": "没写完的会"}], draft=True)


@pytest.fixture
def tables(office: Office) -> OwnTables:
    return office.own_tables


@pytest.fixture
def month(office: Office) -> Period:
    return office.calendar.parse("2026-10")


def texts(tables: OwnTables, result: OwnTableResult, key: str) -> list[str]:
    place = [column.key for column in result.columns].index(key)
    return [line.cells[place].text for line in tables.lines(result)]


def total(result: OwnTableResult, key: str) -> Any:
    assert result.total is not None
    return result.total[[column.key for column in result.columns].index(key)].value


def topics(tables: OwnTables, month: Period, *filters: Condition) -> set[str]:
    table = replace(tables.usual("meeting"), filters=filters)
    return set(texts(tables, tables.run(table, month), "topic"))


def test_a_kind_begins_with_its_list_of_what_counts(tables: OwnTables, month: Period) -> None:
    result = tables.run(tables.usual("meeting"), month)
    assert texts(tables, result, "topic") == ["水渠清淤", "垃圾清运", "电动车充电"]
    assert total(result, "headcount") == 14 + 31 + 6
    assert result.title == "示例县政协协商活动一览表（2026年10月）"
    assert result.note == ""


def test_every_kind_has_a_table_at_once(tables: OwnTables, month: Period) -> None:
    for model in RECORDS:
        result = tables.run(tables.usual(model.key), month)
        assert len(tables.lines(result)) == result.count
        everything = tuple(spec.key for spec in fields_for(model))
        tables.lines(tables.run(OwnTable(kind=model.key, fields=everything), month))


def test_every_grouping_of_every_kind_adds_up_to_its_list(tables: OwnTables, month: Period) -> None:
    for model in RECORDS:
        usual = tables.usual(model.key)
        listed = tables.run(usual, month)
        for spec in groups_for(model):
            grouped = tables.run(replace(usual, group=spec.key), month)
            counts = [line.cells[1].value for line in grouped.lines]
            assert sum(counts) == listed.count == total(grouped, "count"), (model.key, spec.key)  # type: ignore[arg-type]
            for line in grouped.lines:
                opening = line.cells[1].opens
                assert opening is not None
                assert len(tables.uuids(grouped, opening)) == line.cells[1].value


def test_no_condition_says_what_is_somebodys_own() -> None:
    for model in RECORDS:
        for spec in conditions_for(model):
            assert not spec.private or not set(ops_of(spec)) - {"filled", "empty"}


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (Condition("brand", "in", ("courtyard",)), {"电动车充电"}),
        (Condition("focus", "not_in", ("law",)), {"垃圾清运", "水渠清淤", "没写完的会"}),
        (Condition("focus", "not_in", ("law", "")), set()),
        (Condition("focus", "in", ("",)), {"垃圾清运", "水渠清淤", "没写完的会"}),
        (Condition("headcount", ">=", 14), {"电动车充电", "垃圾清运"}),
        (Condition("headcount", "<=", 13), {"水渠清淤", "没写完的会"}),
        (Condition("headcount", "=", 6), {"水渠清淤"}),
        (Condition("township", "in", ("",)), {"没写完的会"}),
        (Condition("consensus_count", "filled"), set()),
        (Condition("host", "has", "主任"), {"电动车充电", "垃圾清运"}),
        (Condition("host", "has", "%"), set()),
        (Condition("host", "has_not", "王"), {"垃圾清运", "水渠清淤", "没写完的会"}),
        (Condition("host", "filled"), {"电动车充电", "垃圾清运"}),
        (Condition("happened_on", ">=", "2026-10-20"), {"垃圾清运", "水渠清淤", "没写完的会"}),
        (Condition("happened_on", "<=", "2026-10-12"), {"电动车充电"}),
        (Condition("members", "empty"), {"没写完的会"}),
        (Condition("party_head", "is", True), set()),
        (Condition("status", "in", ("draft",)), {"没写完的会"}),
    ],
)
def test_conditions(tables: OwnTables, month: Period, condition: Condition, found: set[str]) -> None:
    assert topics(tables, month, condition) == found


def test_places_and_people_are_compared_by_uuid(office: Office, tables: OwnTables, month: Period) -> None:
    town = uuids(office, "township")["永兴街道"]
    assert topics(tables, month, Condition("township", "in", (town,))) == {"电动车充电"}
    assert topics(tables, month, Condition("township", "not_in", (town,))) == {
        "垃圾清运",
        "水渠清淤",
        "没写完的会",
    }
    who = uuids(office, "membership")["周文"]
    assert topics(tables, month, Condition("members", "in", (who,))) == set()


def test_all_ops_of_all_fields_run(tables: OwnTables, month: Period) -> None:
    values = {">=": "2026-10-01", "<=": "2026-10-01", "has": "x", "has_not": "x", "is": True}
    for model in RECORDS:
        for spec in conditions_for(model):
            for op in ops_of(spec):
                value: Any = values.get(op)
                if op in ("in", "not_in"):
                    value = ("registered",) if spec.key == "status" else ("",)
                elif spec.value is not None and spec.value.name in ("count", "year"):
                    value = 1
                elif spec.value is not None and spec.value.name == "money":
                    value = "1.50"
                table = OwnTable(
                    kind=model.key, fields=(model.kind.title,), filters=(Condition(spec.key, op, value),)
                )
                assert tables.run(table, month).note.startswith("只算：") or spec.key == "status"


def test_the_conditions_stand_on_paper(office: Office, tables: OwnTables, month: Period) -> None:
    town = uuids(office, "township")["永兴街道"]
    filters = (Condition("township", "in", (town,)), Condition("headcount", ">=", 10))
    note = tables.run(replace(tables.usual("meeting"), filters=filters, note="请核。"), month).note
    assert note == "只算：乡镇（街道）是永兴街道；合计人数不少于 10 人次。请核。"


def test_several_columns_to_sort_by(tables: OwnTables, month: Period) -> None:
    usual = tables.usual("meeting")
    sort = (SortKey("township", True), SortKey("headcount", True))
    assert texts(tables, tables.run(replace(usual, sort=sort), month), "topic") == [
        "垃圾清运", "水渠清淤", "电动车充电",
    ]  # fmt: skip
    sort = (SortKey("township"), SortKey("headcount"))
    assert texts(tables, tables.run(replace(usual, sort=sort), month), "topic") == [
        "电动车充电", "水渠清淤", "垃圾清运",
    ]  # fmt: skip


def test_groups_stand_in_the_offices_order_or_by_their_number(tables: OwnTables, month: Period) -> None:
    usual = replace(tables.usual("meeting"), group="township")
    assert texts(tables, tables.run(usual, month), "township") == ["永兴街道", "青山镇"]
    by_count = replace(usual, sort=(SortKey("count", True),))
    assert texts(tables, tables.run(by_count, month), "township") == ["青山镇", "永兴街道"]


def test_months_follow_the_cut_off_day(office: Office) -> None:
    office.change_settings({"cut_off_day": 20})
    usual = replace(office.own_tables.usual("meeting"), group="happened_on")
    result = office.own_tables.run(usual, office.calendar.parse("2026"))
    assert [(line.cells[0].text, line.cells[1].value) for line in result.lines] == [
        ("2026年9月", 1), ("2026年10月", 2), ("2026年11月", 1),
    ]  # fmt: skip


def test_figures_have_their_true_total(tables: OwnTables, month: Period) -> None:
    table = replace(tables.usual_figures(), figures=("meetings", "meeting_members"))
    result = tables.run(table, month)
    rows = {line.cells[0].text: [cell.value for cell in line.cells[1:]] for line in result.lines}
    assert rows["永兴街道"] == [1, 2]
    assert rows["青山镇"] == [2, 1]
    assert total(result, "meetings:current") == 3
    # 陈志明 was in both townships: the rows would add up to 3.
    assert total(result, "meeting_members:current") == 2
    additive = {column.key: column.additive for column in result.columns if column.figure}
    assert additive == {"meetings:current": True, "meeting_members:current": False}


def test_spans_beside_each_other_and_their_difference(tables: OwnTables, month: Period) -> None:
    table = OwnTable(
        of="figures", figures=("meetings", "task_close_rate"), spans=("current", "previous", "change", "ytd")
    )
    meetings, rate = ([cell.text for cell in line.cells[2:]] for line in tables.run(table, month).lines)
    assert meetings == ["3", "1", "+2", "4"]
    assert rate == ["—", "—", "—", "—"]


def test_figures_are_narrowed_to_one_focus(tables: OwnTables, month: Period) -> None:
    table = OwnTable(
        of="figures", figures=("meetings",), by="township", spans=("current",),
        filters=(Condition("focus", "in", ("law",)),),
    )  # fmt: skip
    result = tables.run(table, month)
    assert total(result, "meetings:current") == 1
    assert "五项重点是" in result.note
    opening = result.lines[0].cells[1].opens
    assert opening is not None
    assert opening.only == (("focus", "law"),)


def test_figures_need_a_period(tables: OwnTables) -> None:
    with pytest.raises(AppError, match="期间"):
        tables.run(tables.usual_figures(), None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "gone"}, "没有“gone”这类记录"),
        ({"kind": ""}, "请选一类记录"),
        ({"fields": ("topic", "nothing")}, "没有“nothing”这一列"),
        ({"fields": ()}, "一列都没有选"),
        ({"group": "host"}, "不能再按“host”分组"),
        ({"sort": (SortKey("members"),)}, "不能按“参加委员”排序"),
        ({"filters": (Condition("gone", "in", ("a",)),)}, "条件里的“gone”"),
        ({"filters": (Condition("brand", ">=", 3),)}, "写法不对"),
        ({"filters": (Condition("brand", "in", ("nobody",)),)}, "已经没有了"),
        ({"filters": (Condition("brand", "in", ()),)}, "还没有选"),
        ({"filters": (Condition("headcount", ">=", "many"),)}, "后面要填数"),
        ({"filters": (Condition("headcount", ">=", True),)}, "后面要填数"),
        ({"filters": (Condition("host", "has", " "),)}, "后面要填文字"),
        ({"filters": (Condition("happened_on", ">=", "2026-13-40"),)}, "后面要填日期"),
        ({"filters": (Condition("party_head", "is", 1),)}, "是 或 否"),
        ({"title": "有\x01控制"}, "控制字符"),
    ],
)
def test_what_is_wrong_is_a_sentence(
    tables: OwnTables, month: Period, change: dict[str, Any], words: str
) -> None:
    with pytest.raises(AppError, match=words):
        tables.run(replace(tables.usual("meeting"), **change), month)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"figures": ("gone",)}, "没有“gone”这个指标"),
        ({"figures": ()}, "一个指标都没有选"),
        ({"figures": ("visits",), "by": "focus"}, "分不到五项重点"),
        ({"by": "weather"}, "不能按“weather”分组"),
        ({"spans": ("never",)}, "期间里有认不得的"),
        ({"sort": (SortKey("gone:current"),)}, "排序的那一列"),
        ({"filters": (Condition("focus", "in", ("a", "b")),)}, "写法不对"),
        ({"figures": ("visits",), "filters": (Condition("focus", "in", ("law",)),)}, "分不出五项重点"),
    ],
)
def test_what_is_wrong_with_figures_is_a_sentence(
    tables: OwnTables, month: Period, change: dict[str, Any], words: str
) -> None:
    with pytest.raises(AppError, match=words):
        tables.run(replace(tables.usual_figures(), **change), month)


def test_a_deleted_township_breaks_its_condition_only(office: Office, tables: OwnTables) -> None:
    town = office.records.add("township", [{"name": "撤掉的镇"}])[0].uuid
    table = replace(tables.usual("meeting"), filters=(Condition("township", "in", (town,)),))
    office.records.delete("township", [town])
    kept, sentences = tables.cleaned(table)
    assert kept.filters == ()
    assert kept.fields == table.fields
    assert sentences == ("条件“乡镇（街道）是”选的有 1 个已经没有了，请重设这个条件。",)


def test_excel_adds_up_where_the_parts_do(tables: OwnTables, month: Period, tmp_path: Path) -> None:
    table = replace(tables.usual_figures(), figures=("meetings", "meeting_members"), name="局长要的")
    path = tables.write(table, month, tmp_path / "表.xlsx")
    formulas = load_workbook(path)["局长要的"]
    last = next(row for row in formulas.iter_rows() if row[0].value == "合　计")
    assert str(last[2].value).startswith("=SUM(")
    assert last[3].value == 2
    cached = load_workbook(path, data_only=True)["局长要的"]
    assert cached.cell(last[2].row, 3).value == 3


def test_a_file_is_never_written_over(tables: OwnTables, month: Period, tmp_path: Path) -> None:
    first = tables.write(tables.usual("meeting"), month, tmp_path / "表.xlsx")
    second = tables.write(tables.usual("meeting"), month, tmp_path / "表.xlsx")
    assert (first.name, second.name) == ("表.xlsx", "表-第2次.xlsx")
    with pytest.raises(AppError, match="xlsx"):
        tables.write(tables.usual("meeting"), month, tmp_path / "表.pdf")


def test_words_in_braces_stay_as_typed(tables: OwnTables, month: Period, tmp_path: Path) -> None:
    table = replace(tables.usual("meeting"), title="县长要的{急}", note="见{附件}")
    path = tables.write(table, month, tmp_path / "表.xlsx")
    found = [
        cell.value for row in load_workbook(path).worksheets[0].iter_rows() for cell in row if cell.value
    ]
    assert "县长要的{急}（2026年10月）" in found
    assert "见{附件}" in found


def test_a_file_is_called_as_the_table(tables: OwnTables, month: Period, tmp_path: Path) -> None:
    named = tables.usual("meeting").named("急/送 县长")
    path = tables.write_into(named, month, tmp_path, ".docx")
    assert path == tmp_path / "示例县政协急／送 县长（2026年10月）.docx"
    assert path.exists()
