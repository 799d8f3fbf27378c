"""Workbooks come out as they print: scale, repeated titles, merges, numbers, charts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.pagebreak import Break
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.exporters.tables import MonthChart, Series
from app.ui.print.fonts import digit_width
from app.ui.print.marks import Diagram, Fill
from app.ui.print.pages import load_document
from app.ui.print.paginator import Paginator
from app.ui.print.paper import Document, Section, Table
from app.ui.print.sheet_reader import read_sheets
from tests.exporters.workbook_samples import filled_report, shipped, written
from tests.ui.print.layouts import MM, PT, across, marks, runs, spot, texts, upright
from tests.ui.print.writing import picture

HALF = Side(style="thin", color="000000")
BOX = Border(left=HALF, right=HALF, top=HALF, bottom=HALF)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture
def book() -> Workbook:
    return Workbook()


def saved(book: Workbook, folder: Path) -> Path:
    path = folder / "表.xlsx"
    book.save(path)
    return path


def read(book: Workbook, folder: Path) -> Document:
    return read_sheets(saved(book, folder), digit_width)


def table_of(section: Section) -> Table:
    (table,) = section.blocks
    assert isinstance(table, Table)
    return table


def pages_of(book: Workbook, folder: Path) -> list[Any]:
    return list(Paginator(read(book, folder)).sheets())


def a4(sheet: Any, landscape: bool = True) -> None:
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 1.0


def fit_to_width(sheet: Any) -> None:
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0


def test_a_wide_table_is_made_smaller_to_fit(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    a4(sheet)
    fit_to_width(sheet)
    for column in range(1, 31):
        sheet.cell(1, column, "列").border = BOX
    (section,) = read(book, tmp_path).sections
    table = table_of(section)
    width = section.page.width - section.page.margins.left - section.page.margins.right
    assert len(table.columns) == 30
    assert width * 0.97 <= sum(table.columns) <= width
    (paragraph,) = table.rows[0].cells[0].blocks
    assert paragraph.mark.size < 220  # type: ignore[union-attr]


def test_a_narrow_table_keeps_its_size(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    a4(sheet)
    fit_to_width(sheet)
    sheet["A1"] = "窄"
    sheet.column_dimensions["A"].width = 10
    (section,) = read(book, tmp_path).sections
    assert table_of(section).columns[0] == pytest.approx(10 * digit_width("Calibri", 11) * PT)


def test_columns_that_do_not_fit_go_to_pages_of_their_own(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    a4(sheet, landscape=False)
    for column in range(1, 11):
        sheet.cell(1, column, f"列{column}")
        sheet.cell(2, column, column)
    pages = texts(saved(book, tmp_path))
    assert len(pages) == 2
    assert [line for page in pages for line in page if line.startswith("列")] == [
        f"列{column}" for column in range(1, 11)
    ]


def test_title_rows_are_repeated_and_pages_numbered(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    a4(sheet)
    sheet["A1"] = "总标题"
    sheet["A2"] = "表头"
    for row in range(3, 90):
        sheet.cell(row, 1, f"行{row}")
    for row in range(1, 90):
        sheet.row_dimensions[row].height = 15
    sheet.print_title_rows = "1:2"
    sheet.oddFooter.center.text = "第 &P 页　共 &N 页"
    sheet.oddHeader.right.text = "示例 && 数据"
    pages = texts(saved(book, tmp_path))
    assert len(pages) == 4
    for number, page in enumerate(pages, 1):
        assert page[0] == "示例 & 数据"
        assert page[1] == f"第 {number} 页　共 4 页"
        assert page[2:4] == ["总标题", "表头"]
    said = [line for page in pages for line in page if line.startswith("行")]
    assert said == [f"行{row}" for row in range(3, 90)]


def test_titles_below_the_first_rows_are_repeated_from_the_second_page(
    book: Workbook, tmp_path: Path
) -> None:
    sheet = book.active
    a4(sheet)
    for row in range(1, 60):
        sheet.cell(row, 1, f"行{row}")
        sheet.row_dimensions[row].height = 15
    sheet.print_title_rows = "2:2"
    first, second, *_ = texts(saved(book, tmp_path))
    assert first[:3] == ["行1", "行2", "行3"]
    assert second[0] == "行2"


def test_every_visible_sheet_prints_and_numbers_go_on(book: Workbook, tmp_path: Path) -> None:
    for name, state in (("甲", "visible"), ("乙", "hidden"), ("丙", "visible"), ("空", "visible")):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        sheet.oddFooter.left.text = "&A &P/&N"
        if name != "空":
            sheet["A1"] = name
    assert texts(saved(book, tmp_path)) == [["甲 1/2", "甲"], ["丙 2/2", "丙"]]


def test_the_printed_range_and_page_breaks(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    for row in range(1, 10):
        for column in range(1, 4):
            sheet.cell(row, column, f"{row}-{column}")
    sheet.print_area = "A1:B6"
    sheet.row_breaks.append(Break(id=4))
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["A"].hidden = True
    assert texts(saved(book, tmp_path)) == [["1-2", "3-2", "4-2"], ["5-2", "6-2"]]


def test_merges_borders_fills_and_heights(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    a4(sheet)
    sheet.merge_cells("A1:B2")
    for row in range(1, 4):
        sheet.row_dimensions[row].height = 20
        for column in range(1, 4):
            sheet.cell(row, column).border = BOX
    sheet["A1"] = "并"
    sheet["A1"].alignment = Alignment("center", "center")
    sheet["C3"].fill = PatternFill("solid", start_color="FFF4C2")
    page = pages_of(book, tmp_path)[0]
    ys = sorted({y for y, _, _ in across(page)})
    assert len(ys) == 4
    assert ys[1] - ys[0] == pytest.approx(20 * PT, abs=0.5)
    columns = sorted({x for x, _, _ in upright(page)})
    assert [top for x, top, _ in upright(page) if x == columns[1]] == [pytest.approx(ys[2], abs=12)]
    assert spot(page, "并")[0] + 110 == pytest.approx((columns[0] + columns[2]) / 2, abs=3)
    fills = [mark for _, _, mark in marks(page) if isinstance(mark, Fill)]
    assert [fill.colour for fill in fills] == ["FFF4C2"]


def test_numbers_stand_right_and_show_as_formatted(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    a4(sheet)
    sheet.column_dimensions["A"].width = 12
    for row, (value, pattern) in enumerate(((1234.5, "#,##0.00"), (0.62, "0%"), ("文", "@")), 1):
        sheet.cell(row, 1, value).number_format = pattern
    page = pages_of(book, tmp_path)[0]
    assert [text for text, _, _ in runs(page)] == ["1,234.50", "62%", "文"]
    assert spot(page, "62%")[0] > spot(page, "1,234")[0] > spot(page, "文")[0]


def test_a_number_without_room_is_not_shown_in_part(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    sheet.column_dimensions["A"].width = 4
    sheet["A1"] = 123456789
    sheet["B1"] = "邻"
    first, _ = texts(saved(book, tmp_path))[0]
    assert set(first) == {"#"}


def test_long_text_runs_over_empty_neighbours_only(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    sheet["A1"] = sheet["A2"] = "统计期间是二〇二六年十月"
    sheet["B2"] = "邻"
    page = pages_of(book, tmp_path)[0]
    long, cut, neighbour = (text for text, _, _ in runs(page))
    assert long == "统计期间是二〇二六年十月"
    assert long.startswith(cut)
    assert 2 < len(cut) < len(long)
    assert neighbour == "邻"


def test_text_wraps_or_shrinks_into_its_cell(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    sheet.column_dimensions["A"].width = 10
    sheet["A1"] = sheet["A2"] = "统计期间是二〇二六年十月"
    sheet["A1"].alignment = Alignment(wrap_text=True)
    sheet["A2"].alignment = Alignment(shrink_to_fit=True)
    sheet["A3"] = "先\n后"
    found = texts(saved(book, tmp_path))[0]
    assert found[-3:] == ["统计期间是二〇二六年十月", "先", "后"]
    assert len(found) > 4


def test_letters_are_as_said_and_no_white_is_put_between_scripts(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    sheet["A1"] = "2026年10月"
    sheet["A1"].font = Font(name="仿宋", size=14, bold=True, color="FFFF0000", underline="single")
    (section,) = read(book, tmp_path).sections
    (paragraph,) = table_of(section).rows[0].cells[0].blocks
    style = paragraph.mark  # type: ignore[union-attr]
    assert (style.han, style.size, style.bold, style.colour) == ("仿宋", 280, True, "FF0000")
    assert style.underline == "single"
    assert not paragraph.style.script_space  # type: ignore[union-attr]


def test_a_column_chart_is_drawn_and_another_named(book: Workbook, tmp_path: Path) -> None:
    months = tuple(f"{month}月" for month in range(1, 13))
    package, _ = written(MonthChart("各月会议", months, (Series("2026年", tuple(range(12))),)))
    path = tmp_path / "图.xlsx"
    path.write_bytes(package)
    document = read_sheets(path, digit_width)
    assert document.omitted == ()
    (page,) = Paginator(document).sheets()
    (diagram,) = (mark for _, _, mark in marks(page) if isinstance(mark, Diagram))
    assert diagram.chart.categories == months
    assert diagram.chart.series[0].values == tuple(range(12))
    assert (diagram.chart.values_shown, diagram.chart.axis_shown) == (True, False)
    assert diagram.width > 100 * MM

    sheet = book.active
    for row in range(1, 4):
        sheet.cell(row, 1, row)
    for chart in (LineChart(), BarChart()):  # openpyxl caches no figures for a chart of its own
        chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
        sheet.add_chart(chart, "C1")
    assert read(book, tmp_path).omitted == ("图表",)


def test_a_picture_lies_where_it_is_anchored(book: Workbook, tmp_path: Path) -> None:
    sheet = book.active
    sheet["A1"] = "图"
    sheet.add_image(SheetImage(picture(96, 48)), "B3")
    (section,) = read(book, tmp_path).sections
    (floating,) = table_of(section).floating
    assert (floating.row, floating.width, floating.height) == (2, 72 * PT, 36 * PT)


def test_a_shipped_report_is_one_lying_page(tmp_path: Path) -> None:
    package, _ = written(filled_report(shipped("X1")))
    path = tmp_path / "统计表.xlsx"
    path.write_bytes(package)
    pages = load_document(path)
    assert tuple(map(round, pages.page_size_mm(0))) == (297, 210)
    assert (pages.count, pages.omitted) == (1, ())
    assert "第 1 页　共 1 页" in pages.text(0)
    assert "大河镇" in pages.text(0)


def test_a_file_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "坏的.xlsx"
    broken.write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(AppError, match="“坏的"):
        load_document(broken)
    with pytest.raises(AppError, match="没有找到"):
        load_document(tmp_path / "没有.xlsx")
    with pytest.raises(AppError, match="不能在这里预览"):
        load_document(tmp_path / "图.pdf")
