"""Any text a clerk can hold survives a cell: nothing becomes a formula, nothing is lost unseen."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exporters.sheet_text import LONGEST, writable
from app.exporters.tables import RecordColumn, RecordTable
from tests.exporters.workbook_samples import ledger, only_sheet, texts, written

RARE = "张䶮𫍽𠮷𬴊"  # Ext A, B, C and E: names of people


def read_back(package: bytes, count: int) -> list[str]:
    """The text column as Excel reads it, with its escapes undone."""
    sheet = only_sheet(package)
    values = [sheet.cell(row, 2).value or "" for row in range(3, 3 + count)]
    return [re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), value) for value in values]


@pytest.mark.parametrize(
    "text", ["=1+1", "=SUM(A1)", "+86 138", "-5℃", "@张伟", "=", "#N/A", '=HYPERLINK("x")']
)
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    cell = only_sheet(written(ledger([text]))[0])["B3"]
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix is (text[0] in "=+-@")


def test_no_formula_is_in_the_file() -> None:
    with ZipFile(BytesIO(written(ledger(["=1+1", "+1"]))[0])) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_rare_characters_are_kept_exactly() -> None:
    assert read_back(written(ledger([RARE]))[0], 1) == [RARE]


def test_what_a_file_cannot_hold_is_replaced_visibly() -> None:
    assert read_back(written(ledger(["甲\x00乙\x1f\ud800丙\uffff\r\n丁\t戊"]))[0], 1) == [
        "甲□乙□□丙□\n丁\t戊"
    ]


def test_a_typed_escape_is_not_read_as_a_character() -> None:
    assert (
        only_sheet(written(ledger(["_x0041_ 和 _x005F_"]))[0])["B3"].value == "_x005F_x0041_ 和 _x005F_x005F_"
    )


@pytest.mark.parametrize("char", ["字", "𠮷"])
def test_a_text_too_long_for_a_cell_is_cut_where_it_can_be_seen(char: str) -> None:
    package, notes = written(ledger(["短", char * 40_000]))
    found = read_back(package, 2)[1]
    assert found.endswith("……（全文 40000 个字，表格一格放不下，后面的没有写出）")
    assert LONGEST - 2 <= len(found.encode("utf-16-le")) // 2 <= LONGEST
    left_out = 40_000 - found.index("……")
    assert f"“台账”第 2 行“内容”太长，表格一格放不下，有 {left_out} 个字没有写出，全文请在软件里看。" in notes


def test_a_text_that_just_fits_is_whole() -> None:
    package, notes = written(ledger(["字" * LONGEST]))
    assert read_back(package, 1) == ["字" * LONGEST]
    assert not any("没有写出" in note for note in notes)


def test_texts_too_tall_for_any_row_are_told_of_once_for_a_column() -> None:
    _, notes = written(ledger(["字" * 2_000, "短", "一\n" * 200]))
    assert notes == ("“台账”有 2 行的“内容”太长，一页纸上印不全，全文请在软件里看。",)


def test_a_long_text_makes_its_column_wider_before_it_is_cut_on_paper() -> None:
    sheet = only_sheet(written(ledger(["字" * 900]))[0])
    assert sheet.column_dimensions["B"].width > 55
    assert sheet.row_dimensions[3].height < 409


def test_numbers_longer_than_excel_counts_and_days_before_it_are_text() -> None:
    columns = (RecordColumn("号码"), RecordColumn("日期"))
    rows = ((530102199001011234, date(1899, 5, 4)), (10**15 - 1, date(1949, 9, 21)))
    sheet = only_sheet(written(RecordTable("表", "题", columns, rows))[0])
    assert (sheet["B3"].value, sheet["C3"].value) == ("530102199001011234", "1899-05-04")
    assert (sheet["B4"].value, sheet["C4"].value.date()) == (10**15 - 1, date(1949, 9, 21))


def test_titles_and_names_can_be_any_text_too() -> None:
    table = RecordTable("=表\x00", "=题\ud800", (RecordColumn("=列"),), (("值",),), ("=左", "", "+右"))
    found = texts(only_sheet(written(table, mark="示例&数据")[0]))
    assert (found["A1"], found["B3"]) == ("=题□", "=列")


ANY_TEXT = st.text(st.characters(), max_size=60)


@given(st.lists(ANY_TEXT, min_size=1, max_size=20))
def test_any_text_comes_back_as_it_was_written(values: list[str]) -> None:
    package, _ = written(ledger(values))
    assert read_back(package, len(values)) == [writable(value) for value in values]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=60))
def test_ordinary_text_is_not_changed_at_all(text: str) -> None:
    assert writable(text) == text
