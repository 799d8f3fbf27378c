"""A sheet of opening figures: read with its cells, or refused with a sentence before anything is parsed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.errors import AppError
from app.importers import opening_sheet
from app.importers.opening_sheet import MOST_ROWS, OpeningSheet, SheetCell, SheetRow, read_opening

HEAD = ["序号", "指标", "单位", "乡镇（街道）", "2026-01", "2026年2月", None, "口径"]


def book(path: Path, *rows: Sequence[Any], title: str = "期初数表", before: int = 0) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for _ in range(before):
        sheet.append(["说明"])
    for row in rows:
        sheet.append(list(row))
    made.save(path)
    return path


def rewritten(path: Path, part: str, change: dict[bytes, bytes]) -> Path:
    """The same package with one part changed in place."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for old, new in change.items():
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_cells_know_where_they_are(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3, 0.5, "甲", "口径"], before=2)
    sheet = read_opening(path)
    assert (sheet.name, sheet.heading_row) == ("期初数表", 3)
    assert sheet.headings == {"E": "2026-01", "F": "2026年2月"}
    (row,) = sheet.rows
    assert (row.number, row.figure, row.township) == (4, "协商活动", "")
    assert [(cell.address, cell.value) for cell in row.cells] == [("E4", 3), ("F4", 0.5), ("G4", "甲")]


def test_empty_cells_and_dashes_say_nothing_and_nought_is_a_number(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [1, "协商活动", "场", None, "—", "  ", "-"],
        [2, "委员走访", "次", None, 0, "-"],
        [None] * 8,
    ]
    sheet = read_opening(book(tmp_path / "表.xlsx", HEAD, *rows))
    assert [(row.figure, [cell.value for cell in row.cells]) for row in sheet.rows] == [("委员走访", [0])]


def test_a_merged_name_belongs_to_the_townships_below_it(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [1, "协商活动", "场", "青山镇", 1],
        [None, None, None, "大河镇", 2],
        [None, None, None, None, 9],
    ]
    sheet = read_opening(book(tmp_path / "表.xlsx", HEAD, *rows))
    assert [(row.figure, row.township) for row in sheet.rows] == [
        ("协商活动", "青山镇"), ("协商活动", "大河镇"), ("", ""),
    ]  # fmt: skip


def test_a_heading_that_excel_made_a_date_is_one(tmp_path: Path) -> None:
    sheet = read_opening(book(tmp_path / "表.xlsx", ["指标", date(2026, 3, 1)], ["协商活动", 4]))
    assert sheet.headings == {"B": date(2026, 3, 1)}


def test_the_sheet_with_the_heading_is_found_among_others(tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(["别的"])  # type: ignore[union-attr]
    second = made.create_sheet("第二张")
    second.append(["指标", "2026-01"])
    second.append(["协商活动", 5])
    made.save(tmp_path / "表.xlsx")
    assert read_opening(tmp_path / "表.xlsx").name == "第二张"


def test_a_formula_that_was_never_worked_out_is_not_taken_for_empty(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, "=1+2", 4])
    cells = {cell.address: cell for row in read_opening(path).rows for cell in row.cells}
    assert cells["E2"].uncounted
    assert (cells["F2"].value, cells["F2"].uncounted) == (4, False)
    rewritten(path, "xl/worksheets/sheet1.xml", {b"<v></v>": b"<v>3</v>"})
    (row,) = read_opening(path).rows
    assert [(cell.value, cell.uncounted) for cell in row.cells] == [(3, False), (4, False)]


def test_a_wrong_size_written_by_another_program_hides_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3, 4])
    rewritten(path, "xl/worksheets/sheet1.xml", {b'ref="A1:H2"': b'ref="A1"'})
    assert len(read_opening(path).rows[0].cells) == 2


def test_a_lonely_cell_in_the_last_column_costs_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3])
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    rewritten(path, "xl/worksheets/sheet1.xml", {b"</sheetData>": cell})
    assert [row.number for row in read_opening(path).rows] == [2]


def refused(path: Path) -> str:
    with pytest.raises(AppError) as caught:
        read_opening(path)
    return caught.value.message


def test_what_is_no_such_sheet_is_refused_with_a_sentence(tmp_path: Path) -> None:
    assert "找不到文件“没有.xlsx”" in refused(tmp_path / "没有.xlsx")
    assert "“指标”这一栏" in refused(book(tmp_path / "表.xlsx", ["项目", "2026-01"]))


def test_a_torn_package_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3])
    rewritten(path, "xl/worksheets/sheet1.xml", {b"</sheetData>": b"<row"})
    assert refused(path) == (
        "“表.xlsx”没有打开：里面坏了，可能没有传完。请在 WPS 里打开，另存成 .xlsx，再选一次。"
    )


def test_what_a_parser_trips_over_is_told_and_another_file_is_read(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3])
    rewritten(path, "xl/worksheets/sheet1.xml", {b'r="E2"': b'r="EEEEE2"'})
    assert refused(path) == "“表.xlsx”读不出来（里面坏了）。请在 WPS 里打开，另存成 .xlsx，再选一次。"
    assert read_opening(book(tmp_path / "好.xlsx", HEAD, [1, "协商活动", "场", None, 3])).rows


def test_more_rows_than_there_can_be_are_refused(tmp_path: Path) -> None:
    rows = [[None]] * (MOST_ROWS - 1) + [[1, "协商活动", "场", None, 3]]
    assert f"到第 {MOST_ROWS + 1} 行还有内容，最多 {MOST_ROWS} 行" in refused(
        book(tmp_path / "表.xlsx", HEAD, *rows)
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
_ROW = st.lists(st.tuples(st.integers(), st.text(), st.text(), st.dictionaries(st.text(max_size=2), _JSON)))


_SHEET = {"name": _JSON, "heading_row": _JSON, "headings": _JSON, "rows": _ROW | _JSON}


@given(_JSON | st.fixed_dictionaries(_SHEET))
def test_what_a_child_sends_is_a_sheet_or_refused(sent: Any) -> None:
    with suppress(TypeError, ValueError, KeyError, AttributeError):
        found = opening_sheet._from_plain(sent)
        assert isinstance(found.name, str)
        assert isinstance(found.heading_row, int)
        for row in found.rows:
            assert isinstance(row.figure, str)
            assert all(cell.address == f"{cell.column}{row.number}" for cell in row.cells)


def test_a_sheet_comes_out_of_the_child_as_it_was_read() -> None:
    cells = tuple(
        SheetCell(f"{column}4", column, value, uncounted)
        for column, value, uncounted in (
            ("E", 3, False), ("F", 0.5, False), ("G", date(2026, 3, 1), False), ("H", None, True),
            ("I", True, False), ("J", "甲\ud800", False),
        )
    )  # fmt: skip
    row = SheetRow(4, "会议", "青山镇", cells)
    sheet = OpeningSheet("表", 3, {"E": date(2026, 1, 1), "F": "2026-02"}, (row,))
    sent = json.loads(json.dumps(opening_sheet._to_plain(sheet)))
    assert opening_sheet._from_plain(sent) == sheet
