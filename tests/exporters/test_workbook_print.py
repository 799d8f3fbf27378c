"""The workbook on paper: A4 landscape, headings on every page, rows as high as their text."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from app.exporters.sheet_measure import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    balanced,
    ends_and_middle,
    line_count,
    side_by_side,
)
from app.exporters.tables import Check, CheckTable, Mark, RecordColumn, RecordTable, Total
from tests.exporters.workbook_samples import (
    MEETINGS,
    filled_report,
    ledger,
    only_sheet,
    report,
    shipped,
    small_layout,
    texts,
    written,
)


@pytest.mark.parametrize("key", ["X1", "X2", "X3", "X5", "X6"])
def test_every_shipped_report_is_set_up_for_a4_landscape(key: str) -> None:
    sheet = only_sheet(written(filled_report(shipped(key).with_checklist(("场地", "标识"))))[0])
    setup, margins = sheet.page_setup, sheet.page_margins
    assert (setup.orientation, int(setup.paperSize), setup.fitToWidth, int(setup.fitToHeight)) == (
        "landscape",
        9,
        1,
        0,
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert [round(inches * 2.54, 2) for inches in (margins.top, margins.left)] == [1.9, 1.8]
    assert sheet.print_options.horizontalCentered
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.oddFooter.center.text == "第 &P 页　共 &N 页"
    assert sheet.freeze_panes in ("C5", "B5")
    assert sheet["A1"].font.name == "方正小标宋简体"
    assert sheet["A5"].border.left.style == sheet["B5"].border.bottom.style == "thin"
    assert sum(each.width for each in sheet.column_dimensions.values()) >= PAGE_WIDTH - 1


def test_the_mark_of_a_demo_stands_on_every_page_and_below_the_table() -> None:
    table = filled_report(shipped("X1"))
    sheet = only_sheet(written(table, mark="示例数据")[0])
    assert sheet.oddHeader.right.text == "示例数据"
    assert "【示例数据】" in str(texts(sheet))
    assert "示例数据" not in str(texts(only_sheet(written(table)[0])))


def test_the_book_recalculates_when_it_is_opened() -> None:
    with ZipFile(BytesIO(written(filled_report(shipped("X1")))[0])) as package:
        assert b'fullCalcOnLoad="1"' in package.read("xl/workbook.xml")


def test_a_row_is_as_high_as_its_longest_text() -> None:
    sheet = only_sheet(written(ledger(["短", "字" * 120, "一\n二\n三"]))[0])
    one, long, three = (sheet.row_dimensions[row].height for row in (3, 4, 5))
    assert one < three < long


def test_a_number_too_wide_for_its_column_makes_the_column_wider() -> None:
    many = [MEETINGS] * 20
    small = only_sheet(written(report(small_layout(*many), {"甲": [1] * 20}))[0])
    wide = only_sheet(written(report(small_layout(*many), {"甲": [12345678901234] + [1] * 19}))[0])
    share = [
        sheet.column_dimensions["C"].width / sheet.column_dimensions["D"].width for sheet in (small, wide)
    ]
    assert share[0] == 1
    assert share[1] > 1.1


def lines(count: int) -> Any:
    """A sheet as wide as the page with this many rows and a total."""
    wide = small_layout(*[MEETINGS] * 11)
    rows = {f"界别{number}": [1] * 11 for number in range(count)}
    return only_sheet(written(report(wide, rows, [Total(count, additive=True)] * 11))[0])


def heights(sheet: Any) -> list[float]:
    return [row.height for row in sheet.row_dimensions.values() if row.height is not None]


def test_a_table_that_runs_over_by_little_is_kept_on_one_page() -> None:
    short, little, long = lines(5), lines(22), lines(30)
    assert short.row_dimensions[5].height == long.row_dimensions[5].height == 21
    assert 17 <= little.row_dimensions[5].height < 21
    width = sum(each.width for each in little.column_dimensions.values())
    assert sum(heights(little)) <= PAGE_HEIGHT * max(1, width / PAGE_WIDTH)


def test_sign_off_never_stands_on_a_page_by_itself() -> None:
    breaks = {count: [each.id for each in lines(count).row_breaks.brk] for count in range(36, 60)}
    broken = {count: rows for count, rows in breaks.items() if rows}
    assert 2 <= len(broken) <= 8, "some of these lengths leave no room for it below the last row"
    for count, rows in broken.items():
        assert rows == [3 + count - 1], "the last row and the total go along"


def test_an_amount_keeps_its_digits_and_a_dash_the_numbers_edge() -> None:
    check = Check("捐助", "表里", Decimal("12.5"), "文里", Mark.NOT_APPLICABLE, None, holds=False)
    sheet = only_sheet(written(CheckTable("题", (check,)))[0])
    assert sheet["D4"].number_format == "General_ ;-General_ ;General_ ;@_ "
    assert (sheet["E4"].value, sheet["E4"].alignment.horizontal) == ("—", "right")
    assert sheet["E4"].number_format.endswith("@_ ")


def test_a_list_with_too_many_columns_for_paper_is_told_of() -> None:
    columns = tuple(RecordColumn(f"列{number}", 20) for number in range(20))
    _, notes = written(RecordTable("表", "题", columns, ()))
    assert notes == ("“表”列太多，印在 A4 纸上字很小，请少选几列。",)


def test_words_that_do_not_fit_side_by_side_are_joined() -> None:
    pieces = ("填报单位：示例县政协（盖章）", "统计期间：2026年10月", "单位：场")
    assert ends_and_middle([60.0], pieces, 12) == [(0, 0, "　　".join(pieces))]
    assert ends_and_middle([10.0] * 12, pieces, 12) == [
        (0, 2, pieces[0]),
        (3, 8, pieces[1]),
        (9, 11, pieces[2]),
    ]
    assert ends_and_middle([10.0], ("", "", ""), 12) == []
    assert side_by_side([10.0, 10.0], ("审核人：", "填报人："), 12) == [
        (0, 0, "审核人："),
        (1, 1, "填报人："),
    ]
    assert side_by_side([20.0], ("审核人：", "填报人："), 12) == [(0, 0, "审核人：　　填报人：")]


def test_lines_are_counted_as_they_will_wrap() -> None:
    assert line_count("", 10, 11) == 1
    assert line_count("字" * 10, 20, 11) == 1
    assert line_count("字" * 11, 20, 11) == 2
    assert line_count("字" * 10 + "。", 20, 11) == 2
    assert line_count("一\n二", 20, 11) == 2
    assert line_count("ab " * 10 + "x" * 18, 20, 11) == 3
    assert line_count("x" * 50, 20, 11) == 3
    assert line_count("字" * 300, 20, 11) in (30, 31)


def test_a_heading_does_not_leave_one_character_on_its_last_line() -> None:
    assert balanced("意见建议", 6.5, 11) == "意见\n建议"
    assert balanced("意见建议", 4.5, 10.5) == "意见建议"
    assert balanced("本期", 4.5, 10.5) == "本期"
