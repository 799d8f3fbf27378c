"""Layouts: the shipped ones are sound, a clerk's copy is read strictly and wins over them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.errors import Invalid
from app.exporters.layout import Source, Span, depth, filled, leaves, paths
from app.exporters.layout_file import layouts, load_layout
from app.exporters.layout_reader import COLUMN_KEYS, HEADING_KEYS, TOP_KEYS
from app.paths import RESOURCES
from tests.exporters.workbook_samples import shipped

FOLDER = RESOURCES / "layouts"
KEYS = ("X1", "X2", "X3", "X4", "X5", "X5B", "X6", "X10", "X12")


def good() -> dict[str, Any]:
    """A small layout with nothing wrong."""
    return {
        "version": 1,
        "key": "X1",
        "name": "试表",
        "sheet": "试表",
        "title": "{unit}试表（{period}）",
        "rows": "township",
        "columns": [
            {"heading": "序号", "serial": True, "width": 5},
            {
                "heading": "协商活动",
                "columns": [
                    {"heading": "本期", "figure": "meetings"},
                    {"heading": "累计", "figure": "meetings", "span": "ytd"},
                ],
            },
        ],
    }


def save(folder: Path, content: object, name: str = "我的表.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def problems_of(folder: Path, content: object) -> list[str]:
    with pytest.raises(Invalid) as caught:
        load_layout(save(folder, content))
    return [problem.sentence for problem in caught.value.problems]


def test_the_shipped_layouts_are_sound() -> None:
    shelf = layouts([FOLDER])
    assert shelf.problems == ()
    assert tuple(shelf.by_key) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_a_shipped_layout_keeps_its_keys_in_one_order(key: str) -> None:
    def in_order(found: dict[str, Any], order: tuple[str, ...]) -> None:
        assert list(found) == [name for name in order if name in found]

    raw = json.loads((FOLDER / f"{key}.json").read_text(encoding="utf-8"))
    in_order(raw, TOP_KEYS)
    waiting = list(raw["columns"])
    while waiting:
        column = waiting.pop()
        in_order(column, HEADING_KEYS if "columns" in column else COLUMN_KEYS)
        waiting += column.get("columns", ())


def test_x1_has_the_columns_of_the_county_report() -> None:
    names = list(paths(shipped("X1").columns))
    for wanted in (
        "协商议题·计划数",
        "协商活动·累计",
        "参加人员·委员",
        "覆盖·村",
        "解决问题·办结率",
        "领导批示",
    ):
        assert wanted in names
    assert depth(shipped("X1").columns) == 2


def test_x2_asks_five_focuses_and_the_total_they_must_come_to() -> None:
    parts = [column.part for column in shipped("X2").values if column.key == "courtyard_meetings"]
    focuses = [("focus", key) for key in ("law", "customs", "green", "poverty", "prosperity")]
    assert parts == [*focuses, None]


def test_spans_parts_scale_and_format_are_read(tmp_path: Path) -> None:
    content = good()
    content["columns"].append(
        {
            "heading": "捐助",
            "figure": "donations",
            "span": "last_year",
            "brand": "courtyard",
            "unit": "万元",
            "format": "decimal:2",
            "scale": 10000,
        }
    )
    column = load_layout(save(tmp_path, content)).leaves[-1]
    assert (column.source, column.span, column.part) == (
        Source.FIGURE,
        Span.LAST_YEAR,
        ("brand", "courtyard"),
    )
    assert (column.format.digits, column.scale, column.unit) == (2, 10000, "万元")


def test_notepads_byte_order_mark_is_taken(tmp_path: Path) -> None:
    assert load_layout(save(tmp_path, "\ufeff" + json.dumps(good()))).key == "X1"


def test_a_column_of_a_missing_source_takes_its_empty_heading_along() -> None:
    layout = shipped("X1")
    cases = {index for index, column in enumerate(layout.values) if column.key.endswith(("_info", "_cases"))}
    assert len(cases) == 3
    headings = [node.heading for node in layout.without(frozenset(cases)).columns]
    assert "信息案例" not in headings
    assert "领导批示" in headings


def test_a_checklist_becomes_a_column_per_item_or_none() -> None:
    layout = shipped("X6")
    six = layout.with_checklist(("场地", "标识"))
    assert [column.heading for column in leaves(six.columns) if column.source is Source.CHECKLIST] == [
        "场地",
        "标识",
    ]
    assert "建设标准核查·标识" in list(paths(six.columns))
    none = layout.with_checklist(())
    assert len(none.leaves) == len(layout.leaves) - 1


def test_a_word_that_is_not_given_leaves_a_blank() -> None:
    assert filled("审核人：{auditor}", {}) == "审核人："


def test_the_clerks_folder_wins_and_a_broken_copy_is_told_of(tmp_path: Path) -> None:
    save(tmp_path, good() | {"name": "改过的表"}, "X1.json")
    save(tmp_path, "{", "X2.json")
    shelf = layouts([FOLDER, tmp_path, tmp_path / "没有这个文件夹"])
    assert shelf.by_key["X1"].name == "改过的表"
    assert shelf.by_key["X2"].name == shipped("X2").name
    assert len(shelf.problems) == 1
    assert "X2.json" in shelf.problems[0]


def wrong(**changes: object) -> dict[str, Any]:
    return good() | changes


def with_column(**column: object) -> dict[str, Any]:
    content = good()
    content["columns"].append({"heading": "新列", "figure": "meetings"} | column)
    return content


DEEP: dict[str, Any] = {"heading": "四", "figure": "meetings"}
for name in ("三", "二", "一"):
    DEEP = {"heading": name, "columns": [DEEP]}

MISTAKES = [
    ("[]", "花括号"),
    ('{"key": 1, "key": 2}', "“key”写了两次"),
    ("{'key'}", "第 1 行第 2 个字附近"),
    ("[" * 100_000, "读不了"),
    (wrong(version=2), "“version”要写 1"),
    (wrong(titel="x"), "“titel”不认识"),
    (wrong(title=""), "没有写“title”"),
    (wrong(title="{unitt}表"), "“{unitt}”不认识"),
    (wrong(rows="village"), "“rows”写的“village”不认识"),
    (wrong(rows="records:"), "“rows”写的“records:”不认识"),
    (wrong(columns=[]), "没有列"),
    (wrong(columns=[{"heading": "序号", "serial": True}]), "没有一列取数"),
    (wrong(columns=[DEEP]), "表头最多 3 层"),
    (wrong(columns=["meetings"]), "第 1 列：每一列要用一对花括号"),
    (wrong(line=["左", "右"]), "左、中、右三段"),
    (wrong(signoff="审核人"), "“signoff”要用方括号"),
    (wrong(totals="both"), "“totals”写的不认识"),
    (wrong(size=True), "“size”要写 8 到 16"),
    (wrong(rows="records:meeting"), "列“本期”：这张表一行是一条记录"),
    (with_column(heigth=3), "第 3 列“新列”：“heigth”不认识"),
    (with_column(heading=" "), "第 3 列：没有写“heading”"),
    (with_column(field="place"), "第 3 列“新列”：要写清这一列从哪里取数"),
    (with_column(figure="a b"), "“figure”写的“a b”里有空格"),
    (with_column(span="month"), "“span”写的不认识"),
    (with_column(focus="law", brand="x"), "只能写一个"),
    (with_column(format="money"), "“format”写的“money”不认识"),
    (with_column(scale=7), "“scale”要写"),
    (with_column(scale=10, format="text"), "“scale”只用在数字列上"),
    (with_column(width=0), "“width”要写 2 到 100"),
    (with_column(width=float("nan")), "“width”要写 2 到 100"),
    (with_column(heading="一\n二"), "控制字符"),
    (wrong(columns=[{"heading": "组", "columns": [{"heading": "本期"}]}]), "第 1 列“组”下第 1 列“本期”"),
]


@pytest.mark.parametrize(("content", "sentence"), MISTAKES, ids=range(len(MISTAKES)))
def test_each_mistake_is_named_with_file_and_column(content: object, sentence: str, tmp_path: Path) -> None:
    found = problems_of(tmp_path, content)
    assert any(sentence in problem for problem in found), found
    assert all(problem.startswith("表样“我的表.json”：") for problem in found)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    content = with_column(width=0, scale=7) | {"title": ""}
    assert len(problems_of(tmp_path, content)) == 3


def test_what_is_no_layout_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="读不出来"):
        load_layout(tmp_path / "没有.json")
    (tmp_path / "gbk.json").write_bytes("{“”}".encode("gbk"))
    with pytest.raises(Invalid, match="UTF-8"):
        load_layout(tmp_path / "gbk.json")
    (tmp_path / "big.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(Invalid, match="太大"):
        load_layout(tmp_path / "big.json")


def test_a_list_of_child_rows_names_its_path_and_until_when_a_row_is_open(tmp_path: Path) -> None:
    content = good() | {"rows": "records:meeting.consensus.task", "until": "closed_on"}
    content["columns"] = [{"heading": "议题", "field": "meeting.topic"}, {"heading": "单位", "field": "unit"}]
    layout = load_layout(save(tmp_path, content))
    assert (layout.record_path, layout.until, layout.is_list) == (
        "meeting.consensus.task",
        "closed_on",
        True,
    )
    assert [column.key for column in layout.values] == ["meeting.topic", "unit"]
    said = problems_of(tmp_path, content | {"rows": "records:meeting"})
    assert any("“until”只用在" in sentence for sentence in said)
    content["columns"][0]["field"] = "meeting.topic.name"
    assert "“field”写的“meeting.topic.name”不对" in problems_of(tmp_path, content)[0]
    content["columns"][0]["field"] = "meeting.topic"
    for path in ("records:", "records:meeting..task", "records:meeting.consensus.task.progress.more"):
        assert "不认识" in problems_of(tmp_path, content | {"rows": path})[0]


def test_a_table_of_figures_belongs_to_the_periods_it_names(tmp_path: Path) -> None:
    content = good() | {"rows": "figures", "periods": ["half", "year"]}
    content["columns"] = [{"heading": "{current}", "field": "current"}]
    layout = load_layout(save(tmp_path, content))
    assert layout.is_list
    assert [span for span in ("month", "quarter", "half", "year", "free") if layout.is_for(span)] == [
        "half",
        "year",
    ]
    words = {"current": "本年"}
    assert next(iter(leaves(layout.worded(words).columns))).heading == "本年"
    assert "“periods”" in problems_of(tmp_path, content | {"periods": ["week"]})[0]
    content["columns"] = [{"heading": "{today}", "field": "current"}]
    assert "{today}" in problems_of(tmp_path, content)[0]
    content["columns"] = [{"heading": "场次", "figure": "meetings"}]
    assert "一个指标" in problems_of(tmp_path, content)[0]


def test_layouts_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for key in ("X10", "X2", "X5B", "X5", "表"):
        save(tmp_path, good() | {"key": key}, f"{key}.json")
    assert list(layouts([tmp_path]).by_key) == ["X2", "X5", "X5B", "X10", "表"]
