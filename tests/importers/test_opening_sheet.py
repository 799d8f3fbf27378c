"""A sheet of opening figures: read with its cells, or refused with a sentence before anything is parsed."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.errors import AppError
from app.importers import opening_sheet, package_guard
from app.importers.opening_sheet import read_opening

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
    (tmp_path / "旧.xls").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    (tmp_path / "空.xlsx").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "别的.zip", "w") as package:
        package.writestr("a.txt", "1")
    for name in ("旧.xls", "空.xlsx", "别的.zip"):
        assert "另存成 .xlsx" in refused(tmp_path / name)
    assert "找不到文件“没有.xlsx”" in refused(tmp_path / "没有.xlsx")
    assert "读不出来" in refused(tmp_path)
    assert "“指标”这一栏" in refused(book(tmp_path / "表.xlsx", ["项目", "2026-01"]))


def test_a_torn_package_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3])
    rewritten(path, "xl/worksheets/sheet1.xml", {b"</sheetData>": b"<row"})
    assert "里面坏了" in refused(path)


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3])
    declared = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'
    rewritten(path, "xl/worksheets/sheet1.xml", {b"<worksheet": declared})
    assert "不该有的内容" in refused(path)


def test_what_is_too_large_is_refused_before_it_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path / "表.xlsx", HEAD, [1, "协商活动", "场", None, 3], [2, "委员走访", "次", None, 4])
    monkeypatch.setattr(opening_sheet, "MOST_ROWS", 2)
    assert "到第 3 行还有数" in refused(path)
    monkeypatch.setattr(package_guard, "_UNFOLDED", 100)
    assert "内容太多" in refused(path)
    monkeypatch.setattr(package_guard, "LARGEST", 100)
    assert "最多 20 MB" in refused(path)
