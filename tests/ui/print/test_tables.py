"""Tables stand, grow, merge and break over pages as they do in office suites."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from docx.document import Document as DocxDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Pt
from PySide6.QtWidgets import QApplication

from app.ui.print.marks import Clip
from tests.ui.print.layouts import MM, PT, across, runs, sheets, spot, texts, upright
from tests.ui.print.writing import (
    CENTER,
    add_table,
    add_text,
    fill_cell,
    new_document,
    pitch,
    repeat_heading,
    saved,
    set_height,
    set_on,
)

LINE = 20.0  # points of a line in these cells
ACROSS = 7  # characters of 12 points in a line of a cell 100 points wide


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture
def document() -> DocxDocument:
    return new_document()


def written(cell: object, text: str) -> None:
    pitch(fill_cell(cell, text, 12), LINE)  # type: ignore[arg-type]


def test_lines_stand_at_the_columns_and_rows(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100, 200], 3, border=8)
    for row in range(3):
        written(table.cell(row, 0), "行")
        written(table.cell(row, 1), "右")
    set_height(table, 1, 50)
    set_height(table, 2, 30, exact=True)
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    left, top = 28 * MM - 108, 37 * MM
    edges = sorted({x for x, _, _ in upright(sheet)})
    assert edges == pytest.approx([left, left + 100 * PT, left + 300 * PT], abs=2)
    ys = [y for y, _, _ in across(sheet)]
    assert [after - before for before, after in pairwise(ys)] == pytest.approx(
        [LINE * PT + 20, 50 * PT, 30 * PT], abs=0.5
    )
    assert ys[0] == pytest.approx(top + 10, abs=2)
    assert spot(sheet, "行")[0] == pytest.approx(left + 108, abs=2)


def test_merged_cells_have_no_lines_inside(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100, 100, 100], 3)
    fill_cell(table.cell(0, 0).merge(table.cell(1, 1)), "并")
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    left = 28 * MM - 108
    inner = [(x, top) for x, top, _ in upright(sheet) if x == pytest.approx(left + 100 * PT, abs=2)]
    assert len(inner) == 1  # only beside the row below the merged cell
    second = across(sheet)[1]
    assert second[1] == pytest.approx(left + 200 * PT, abs=10)


def test_a_merged_cell_makes_its_last_row_higher(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [60, 200], 3)
    merged = table.cell(0, 0).merge(table.cell(1, 0))
    pitch(fill_cell(merged, "国" * 4 * 6, 12), LINE)
    for row in range(3):
        written(table.cell(row, 1), "右")
    ys = sorted({y for y, _, _ in across(sheets(saved(document, tmp_path / "件.docx"))[0])})
    heights = [after - before for before, after in pairwise(ys)]
    assert heights[0] == pytest.approx(LINE * PT + 10, abs=1)
    assert sum(heights[:2]) == pytest.approx(6 * LINE * PT + 10, abs=1)


def test_text_stands_at_top_middle_and_bottom(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100, 100, 100], 1)
    set_height(table, 0, 100)
    places = (None, WD_CELL_VERTICAL_ALIGNMENT.CENTER, WD_CELL_VERTICAL_ALIGNMENT.BOTTOM)
    for cell, text, place in zip(table.rows[0].cells, ("上", "中", "下"), places, strict=True):
        written(cell, text)
        cell.vertical_alignment = place
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    top, middle, bottom = (spot(sheet, text)[1] for text in ("上", "中", "下"))
    assert middle - top == pytest.approx(bottom - middle, abs=1)
    assert bottom - top == pytest.approx(100 * PT - LINE * PT - 10, abs=1)


def test_headings_are_repeated_on_every_page(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100, 100], 70)
    for row in range(70):
        set_height(table, row, 26)
        written(table.cell(row, 0), "表头" if row == 0 else f"{row}号")
    repeat_heading(table, 0)
    path = saved(document, tmp_path / "件.docx")
    pages = texts(path)
    assert len(pages) == 3
    assert all(page[0] == "表头" for page in pages)
    said = [line for page in pages for line in page if line != "表头"]
    assert said == [f"{row}号" for row in range(1, 70)]
    for sheet in sheets(path):
        assert across(sheet)[0][0] == pytest.approx(37 * MM, abs=6)


def test_rows_as_high_as_their_text_are_split(document: DocxDocument, tmp_path: Path) -> None:
    for at in range(20):
        add_text(document, f"第{at}行")
    table = add_table(document, [100, 100], 1)
    written(table.cell(0, 0), "国" * ACROSS * 6)
    written(table.cell(0, 1), "右")
    first, second = texts(saved(document, tmp_path / "件.docx"))
    assert len(first) == 20 + 2 + 1
    assert len(second) == 4


@pytest.mark.parametrize("how", ["whole", "least", "exact"])
def test_rows_that_may_not_be_split_move_on(how: str, document: DocxDocument, tmp_path: Path) -> None:
    for at in range(20):
        add_text(document, f"第{at}行")
    table = add_table(document, [100], 1)
    written(table.cell(0, 0), "国" * ACROSS * 4)
    if how == "whole":
        set_on(table.rows[0]._tr.get_or_add_trPr(), "cantSplit")
    else:
        set_height(table, 0, 100, exact=how == "exact")
    first, second = texts(saved(document, tmp_path / "件.docx"))
    assert (len(first), len(second)) == (20, 4)


def test_a_row_higher_than_a_page_is_split_all_the_same(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100], 1)
    written(table.cell(0, 0), "国" * ACROSS * 60)
    set_on(table.rows[0]._tr.get_or_add_trPr(), "cantSplit")
    pages = texts(saved(document, tmp_path / "件.docx"))
    assert [len(page) for page in pages] == [31, 29]


def test_a_merged_cell_goes_on_upon_the_next_page(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100, 100], 40)
    for row in range(40):
        written(table.cell(row, 1), f"{row}号")
    merged = table.cell(20, 0).merge(table.cell(39, 0))
    pitch(fill_cell(merged, "国" * ACROSS * 18, 12), LINE)
    pages = texts(saved(document, tmp_path / "件.docx"))
    assert len(pages) == 2
    assert sum(line.startswith("国") for line in pages[0]) >= 8
    assert sum(line.startswith("国") for page in pages for line in page) == 18


def test_a_heading_moves_with_the_row_that_does_not_fit(document: DocxDocument, tmp_path: Path) -> None:
    for at in range(20):
        add_text(document, f"第{at}行")
    add_text(document, "标题").paragraph_format.keep_with_next = True
    table = add_table(document, [100], 1)
    set_height(table, 0, 60)
    written(table.cell(0, 0), "格")
    first, second = texts(saved(document, tmp_path / "件.docx"))
    assert len(first) == 20
    assert second == ["标题", "格"]


def test_tables_may_stand_in_the_middle_and_within_tables(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [200], 1)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    inner = table.cell(0, 0).add_table(2, 2)
    fill_cell(inner.cell(1, 1), "内")
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    xs = [x for x, _, _ in upright(sheet)]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(28 * MM + 78 * MM, abs=3)
    assert spot(sheet, "内")[0] > min(xs)


def test_a_cell_s_own_colour_and_padding(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100], 1)
    properties = table.cell(0, 0)._tc.get_or_add_tcPr()
    set_on(properties, "shd", val="clear", color="auto", fill="FFF4C2")
    margins = set_on(properties, "tcMar")
    set_on(margins, "top", w="200", type="dxa")
    set_on(margins, "left", w="300", type="dxa")
    written(table.cell(0, 0), "格")
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    left = min(x for x, _, _ in upright(sheet))
    assert spot(sheet, "格")[0] - left == pytest.approx(300, abs=1)
    assert spot(sheet, "格")[1] == pytest.approx(37 * MM + 10 + 200 + 0.8 * LINE * PT, abs=2)


def test_lines_of_a_row_too_low_for_them_are_cut_off(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100], 2)
    for row, height in enumerate((30, 80)):
        set_height(table, row, height, exact=True)
        written(table.cell(row, 0), "国" * ACROSS * 3)
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    (clip,) = (mark for _, _, put in sheet.placed for mark in put if isinstance(mark, Clip))
    assert clip.height == pytest.approx(30 * PT - 10)
    assert len(clip.marks) == 2  # the third line lies below altogether
    assert len(runs(sheet)) == 2 + 3


def test_a_centred_cell_s_text_stands_between_its_paddings(document: DocxDocument, tmp_path: Path) -> None:
    table = add_table(document, [100], 1)
    paragraph = fill_cell(table.cell(0, 0), "中", 12, CENTER)
    paragraph.paragraph_format.space_before = Pt(6)
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    xs = [x for x, _, _ in upright(sheet)]
    assert spot(sheet, "中")[0] + 120 == pytest.approx(sum(xs) / 2, abs=2)
