"""Lines fall on the pages they fall on in office suites."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK, WD_LINE_SPACING
from docx.shared import Mm, Pt
from PySide6.QtWidgets import QApplication

from app.ui.print.pages import load_document
from tests.ui.print.layouts import MM, PT, counts, images, lines, runs, sheets, spot, texts
from tests.ui.print.writing import (
    CENTER,
    JUSTIFY,
    RIGHT,
    add_field,
    add_run,
    add_text,
    new_document,
    picture,
    saved,
    set_on,
)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture
def document() -> DocxDocument:
    return new_document()


def filled(document: DocxDocument, count: int) -> None:
    for at in range(count):
        add_text(document, f"第{at}行")


def test_a_page_of_the_standard_is_22_lines_of_28_characters(document: DocxDocument, tmp_path: Path) -> None:
    add_text(document, "国" * 28 * 50)
    pages = texts(saved(document, tmp_path / "件.docx"))
    assert [len(page) for page in pages] == [22, 22, 6]
    assert {len(line) for page in pages for line in page} == {28}


def test_baselines_stand_at_the_fixed_pitch(document: DocxDocument, tmp_path: Path) -> None:
    filled(document, 3)
    found = runs(sheets(saved(document, tmp_path / "件.docx"))[0])
    ys = sorted({y for _, _, y in found})
    assert ys[1] - ys[0] == ys[2] - ys[1] == 579
    assert ys[0] == pytest.approx(37 * MM + 0.8 * 579, abs=1.5)


@pytest.mark.parametrize(
    ("before", "lines_after", "control", "expected"),
    [
        (21, 3, True, [21, 4]),
        (20, 3, True, [20, 4]),
        (20, 4, True, [22, 3]),
        (21, 4, True, [21, 5]),
        (21, 4, False, [22, 4]),
    ],
)
def test_two_lines_stay_together(
    before: int, lines_after: int, control: bool, expected: list[int], document: DocxDocument, tmp_path: Path
) -> None:
    filled(document, before)
    add_text(document, "国" * 28 * lines_after).paragraph_format.widow_control = control
    filled(document, 1)
    assert counts(saved(document, tmp_path / "件.docx")) == expected


def test_headings_stay_with_what_follows(document: DocxDocument, tmp_path: Path) -> None:
    filled(document, 20)
    for text in ("标题", "小标题"):
        add_text(document, text).paragraph_format.keep_with_next = True
    add_text(document, "国" * 56)
    assert counts(saved(document, tmp_path / "件.docx")) == [20, 4]


def test_a_paragraph_may_stay_whole(document: DocxDocument, tmp_path: Path) -> None:
    filled(document, 19)
    add_text(document, "国" * 28 * 4).paragraph_format.keep_together = True
    assert counts(saved(document, tmp_path / "件.docx")) == [19, 4]


def test_a_chain_longer_than_a_page_still_ends(document: DocxDocument, tmp_path: Path) -> None:
    for at in range(30):
        add_text(document, f"第{at}行").paragraph_format.keep_with_next = True
    assert sum(counts(saved(document, tmp_path / "件.docx"))) == 30


def test_white_above_goes_at_the_top_of_a_page_that_came_of_itself(
    document: DocxDocument, tmp_path: Path
) -> None:
    filled(document, 22)
    add_text(document, "自然换页").paragraph_format.space_before = Pt(20)
    broken = add_text(document, "另起一页")
    broken.paragraph_format.space_before = Pt(20)
    broken.paragraph_format.page_break_before = True
    _, second, third = sheets(saved(document, tmp_path / "件.docx"))
    assert spot(third, "另起一页")[1] - spot(second, "自然换页")[1] == 20 * PT


def test_white_between_paragraphs_is_the_larger_wish(document: DocxDocument, tmp_path: Path) -> None:
    add_text(document, "上").paragraph_format.space_after = Pt(10)
    add_text(document, "中").paragraph_format.space_before = Pt(20)
    style = document.styles["List Paragraph"]
    for text in ("甲", "乙"):
        paragraph = add_text(document, text)
        paragraph.style = style
        paragraph.paragraph_format.space_before = Pt(30)
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    assert spot(sheet, "中")[1] - spot(sheet, "上")[1] == 579 + 20 * PT
    assert spot(sheet, "乙")[1] - spot(sheet, "甲")[1] == 579  # the style wants none between its own


@pytest.mark.parametrize(("factor", "pitch"), [(1.0, 1.0), (1.5, 1.5), (2.0, 2.0)])
def test_lines_grow_by_their_factor(
    factor: float, pitch: float, document: DocxDocument, tmp_path: Path
) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = factor
    add_run(paragraph, "国" * 60)
    ys = sorted({y for _, _, y in runs(sheets(saved(document, tmp_path / "件.docx"))[0])})
    natural = 463 if ys[1] - ys[0] == 463 * pitch else (ys[1] - ys[0]) / pitch
    assert ys[1] - ys[0] == pytest.approx(natural * pitch, abs=1)
    assert ys[2] - ys[1] == pytest.approx(ys[1] - ys[0], abs=1)


def test_lines_are_at_least_as_high_as_said(document: DocxDocument, tmp_path: Path) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    paragraph.paragraph_format.line_spacing = Pt(40)
    add_run(paragraph, "国" * 60)
    ys = sorted({y for _, _, y in runs(sheets(saved(document, tmp_path / "件.docx"))[0])})
    assert ys[1] - ys[0] == 40 * PT


def test_alignment(document: DocxDocument, tmp_path: Path) -> None:
    for text, align in (("左", None), ("中", CENTER), ("右", RIGHT)):
        add_text(document, text).alignment = align
    add_text(document, "国" * 27 + "1" + "国" * 3).alignment = JUSTIFY
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    left, width = 28 * MM, 156 * MM
    assert spot(sheet, "左")[0] == pytest.approx(left, abs=2)
    assert spot(sheet, "中")[0] == pytest.approx(left + width / 2 - 160, abs=4)
    assert spot(sheet, "右")[0] == pytest.approx(left + width - 320, abs=4)


def test_footers_count_and_change_sides(document: DocxDocument, tmp_path: Path) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, align in ((section.footer, RIGHT), (section.even_page_footer, None)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = align
        add_run(paragraph, "第")
        add_field(paragraph, "PAGE")
        add_run(paragraph, "页共")
        add_field(paragraph, "NUMPAGES")
        add_run(paragraph, "页")
    filled(document, 50)
    path = saved(document, tmp_path / "件.docx")
    assert [page[0] for page in texts(path)] == ["第1页共3页", "第2页共3页", "第3页共3页"]


def test_the_first_page_may_go_without(document: DocxDocument, tmp_path: Path) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "页眉"
    filled(document, 30)
    first, second = texts(saved(document, tmp_path / "件.docx"))
    assert "页眉" not in first
    assert second[0] == "页眉"


def test_a_high_footer_takes_room_from_the_text(document: DocxDocument, tmp_path: Path) -> None:
    section = document.sections[0]
    section.footer_distance = Mm(28)
    add_run(section.footer.paragraphs[0], "脚", size=60)
    filled(document, 22)
    first, second = texts(saved(document, tmp_path / "件.docx"))
    assert len(first) - 1 < 22
    assert len(first) + len(second) - 2 == 22


def test_sections_lie_and_number_as_they_say(document: DocxDocument, tmp_path: Path) -> None:
    filled(document, 1)
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    set_on(section._sectPr, "pgNumType", start="7")
    section.footer.is_linked_to_previous = False
    add_field(section.footer.paragraphs[0], "PAGE")
    filled(document, 20)
    pages = load_document(saved(document, tmp_path / "件.docx"))
    assert [tuple(map(round, pages.page_size_mm(index))) for index in range(pages.count)] == [
        (210, 297),
        (297, 210),
        (297, 210),
    ]
    assert [pages.text(index).split("\n")[0] for index in (1, 2)] == ["7", "8"]


def test_hard_page_breaks(document: DocxDocument, tmp_path: Path) -> None:
    filled(document, 1)
    document.add_page_break()
    paragraph = add_text(document, "前")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    add_run(paragraph, "后")
    assert texts(saved(document, tmp_path / "件.docx")) == [["第0行"], ["前"], ["后"]]


def test_a_picture_wider_than_the_text_is_made_smaller(document: DocxDocument, tmp_path: Path) -> None:
    document.add_paragraph().add_run().add_picture(picture(400, 200), width=Mm(312))
    document.add_paragraph().add_run().add_picture(picture(400, 200), width=Mm(100))
    (_, _, width, height), (_, _, narrow, low) = images(sheets(saved(document, tmp_path / "件.docx"))[0])
    assert (width, height) == (pytest.approx(156 * MM, abs=2), pytest.approx(78 * MM, abs=2))
    assert (narrow, low) == (pytest.approx(100 * MM, abs=1), pytest.approx(50 * MM, abs=1))


def test_a_line_is_as_high_as_its_picture(document: DocxDocument, tmp_path: Path) -> None:
    document.add_paragraph().add_run().add_picture(picture(), width=Pt(200))
    add_text(document, "后")
    sheet = sheets(saved(document, tmp_path / "件.docx"))[0]
    assert spot(sheet, "后")[1] == pytest.approx(37 * MM + 150 * PT + 0.8 * 579, abs=2)


def test_rare_names_survive_and_count_as_one_character(document: DocxDocument, tmp_path: Path) -> None:
    add_text(document, "李䶮、王𠮷、镕燚")
    assert lines(saved(document, tmp_path / "件.docx")) == ["李䶮、王𠮷、镕燚"]


def test_an_empty_document_has_one_page(document: DocxDocument, tmp_path: Path) -> None:
    pages = load_document(saved(document, tmp_path / "件.docx"))
    assert (pages.count, pages.text(0)) == (1, "")


def test_the_first_page_is_there_before_the_rest(document: DocxDocument, tmp_path: Path) -> None:
    filled(document, 22 * 40)
    pages = load_document(saved(document, tmp_path / "件.docx"))
    assert pages.ready == 0
    pages.lay_out(0)
    assert (pages.ready, pages.complete) == (1, False)
    assert pages.text(0).startswith("第0行")
    assert (pages.count, pages.complete) == (40, True)


def test_laying_out_thirty_pages_takes_no_longer_than_reading_a_book_s_cover(
    document: DocxDocument, tmp_path: Path
) -> None:
    text = "全县政协组织开展协商活动12场，其中院坝协商7场；参加353人次，群众代表224人次。"
    for at in range(30 * 22 // 4):
        add_text(document, f"{at}" + text * 3)
    path = saved(document, tmp_path / "件.docx")
    start = perf_counter()
    assert load_document(path).count >= 30
    assert perf_counter() - start < 3  # about a quarter of a second on a quiet machine
