"""What a Word file says comes out as plain values, whichever way it was said."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from app.errors import AppError
from app.ui.print.docx_reader import read_docx
from app.ui.print.paper import Block, Field, Paragraph, Picture, Table, Text
from tests.ui.print.layouts import MM
from tests.ui.print.writing import (
    add_field,
    add_run,
    add_table,
    add_text,
    fill_cell,
    new_document,
    picture,
    repeat_heading,
    saved,
    set_on,
)

_BOXED = "<w:txbxContent><w:p/></w:txbxContent>"
_BLIP = "<a:graphic><a:blip/></a:graphic>"
_DOTS = '<w:tab w:val="right" w:pos="8000" w:leader="dot"/>'
_CHART = '<wp:extent cx="9" cy="9"/><c:chart/>'


def blocks(document: DocxDocument, folder: Path) -> tuple[Block, ...]:
    return read_docx(saved(document, folder / "件.docx")).sections[0].blocks


def only_paragraph(document: DocxDocument, folder: Path) -> Paragraph:
    (block,) = blocks(document, folder)
    assert isinstance(block, Paragraph)
    return block


def only_table(document: DocxDocument, folder: Path) -> Table:
    (table,) = (block for block in blocks(document, folder) if isinstance(block, Table))
    return table


def words(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return "".join(one.text for one in block.inlines if isinstance(one, Text))


def test_direct_formatting_wins_over_styles_and_styles_over_defaults(tmp_path: Path) -> None:
    document = new_document()
    style = document.styles["Heading 1"]
    style.font.size, style.font.bold = Pt(20), True
    style.paragraph_format.space_before = Pt(6)
    paragraph = document.add_paragraph(style="Heading 1")
    run = paragraph.add_run("一、总体情况")
    run.font.bold = False
    paragraph.paragraph_format.space_before = Pt(9)
    read = only_paragraph(document, tmp_path)
    (text,) = read.inlines
    assert isinstance(text, Text)
    assert (text.style.size, text.style.bold) == (400, False)
    assert (read.style.before, read.style.keep_next) == (180, True)


def test_run_properties_are_all_read(tmp_path: Path) -> None:
    document = new_document()
    run = add_run(document.add_paragraph(), "红字", "黑体", 10.5, -5)
    run.font.underline = run.font.strike = run.font.italic = True
    run.font.superscript = True
    set_on(run._r.rPr, "color", val="FF0000")
    (text,) = only_paragraph(document, tmp_path).inlines
    assert isinstance(text, Text)
    style = text.style
    assert (style.han, style.latin, style.size, style.spacing) == ("黑体", "Times New Roman", 210, -5)
    assert (style.underline, style.strike, style.italic, style.raised) == ("single", True, True, "super")
    assert style.colour == "FF0000"


def test_neighbouring_runs_of_one_style_become_one_text(tmp_path: Path) -> None:
    document = new_document()
    paragraph = document.add_paragraph()
    for text in ("参加", "353", "人次"):
        add_run(paragraph, text)
    assert [words(block) for block in blocks(document, tmp_path)] == ["参加353人次"]
    assert len(only_paragraph(document, tmp_path).inlines) == 1


@pytest.mark.parametrize(
    ("said", "left", "first"),
    [
        ({"firstLine": "630", "firstLineChars": "200"}, 0, 630),
        ({"firstLineChars": "200"}, 0, 640),
        ({"left": "640", "hanging": "320"}, 640, -320),
        ({"start": "640"}, 640, 0),
    ],
)
def test_indents(said: dict[str, str], left: float, first: float, tmp_path: Path) -> None:
    document = new_document()
    paragraph = document.add_paragraph()
    add_run(paragraph, "国")
    set_on(paragraph._p.get_or_add_pPr(), "ind", **said)
    style = only_paragraph(document, tmp_path).style
    assert (style.left, style.first) == (left, first)


def test_page_numbers_are_fields_and_other_fields_their_stored_text(tmp_path: Path) -> None:
    document = new_document()
    paragraph = document.add_paragraph()
    add_run(paragraph, "第")
    add_field(paragraph, "PAGE")
    add_field(paragraph, "NUMPAGES \\* MERGEFORMAT")
    add_field(paragraph, "DATE")
    inlines = only_paragraph(document, tmp_path).inlines
    assert [one.kind for one in inlines if isinstance(one, Field)] == ["page", "pages"]
    assert words(only_paragraph(document, tmp_path)) == "第0"


def test_a_simple_field_without_runs_inside_codes(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph()._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>')
    )
    (field,) = only_paragraph(document, tmp_path).inlines
    assert isinstance(field, Field)


def test_hidden_deleted_and_broken_text(tmp_path: Path) -> None:
    document = new_document()
    paragraph = document.add_paragraph()
    add_run(paragraph, "看得见").add_break()
    set_on(add_run(paragraph, "看不见")._r.rPr, "vanish")
    add_run(paragraph, "\t后")
    assert words(only_paragraph(document, tmp_path)) == "看得见\n\t后"


def test_a_page_break_ends_a_paragraph_or_begins_one(tmp_path: Path) -> None:
    document = new_document()
    first = document.add_paragraph("前")
    first.add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("后")
    middle = document.add_paragraph("左")
    middle.add_run().add_break(WD_BREAK.PAGE)
    middle.add_run("右")
    found = blocks(document, tmp_path)
    said = [(words(block), block.style.page_before) for block in found if isinstance(block, Paragraph)]
    assert said == [("前", False), ("后", True), ("左", False), ("右", True)]


def test_pictures_keep_their_size_in_twips(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph().add_run().add_picture(picture(), width=Pt(200))
    (found,) = only_paragraph(document, tmp_path).inlines
    assert isinstance(found, Picture)
    assert (found.width, found.height) == (4000, 3000)
    assert found.data.startswith(b"\x89PNG")


def test_merged_cells_cover_what_they_covered(tmp_path: Path) -> None:
    document = new_document()
    table = add_table(document, [50, 60, 70], 3)
    fill_cell(table.cell(0, 0).merge(table.cell(1, 0)), "竖")
    fill_cell(table.cell(0, 1).merge(table.cell(0, 2)), "横")
    read = only_table(document, tmp_path)
    assert read.columns == (1000, 1200, 1400)
    assert [(cell.column, cell.span, cell.rows) for cell in read.rows[0].cells] == [(0, 1, 2), (1, 2, 1)]
    assert [cell.column for cell in read.rows[1].cells] == [1, 2]


def test_borders_of_table_cell_and_style(tmp_path: Path) -> None:
    document = new_document()
    table = add_table(document, [50, 60], 2, border=8)
    own = set_on(table.cell(0, 0)._tc.get_or_add_tcPr(), "tcBorders")
    set_on(own, "left", val="nil")
    set_on(own, "bottom", val="double", sz="4", color="FF0000")
    first = only_table(document, tmp_path).rows[0].cells[0].borders
    assert (first.left.width, first.top.width, first.right.width) == (0, 20, 20)
    assert (first.bottom.kind, first.bottom.width, first.bottom.colour) == ("double", 30, "FF0000")
    styled = new_document()
    styled.add_table(1, 1).style = "Table Grid"
    assert only_table(styled, tmp_path).rows[0].cells[0].borders.top.width == 10


def test_rows_that_repeat_stand_at_the_table_s_beginning(tmp_path: Path) -> None:
    document = new_document()
    table = add_table(document, [50], 4)
    for row in (0, 1, 3):
        repeat_heading(table, row)
    assert [row.header for row in only_table(document, tmp_path).rows] == [True, True, False, False]


def test_a_percentage_table_takes_its_share_of_the_page(tmp_path: Path) -> None:
    document = new_document()
    table = add_table(document, [50, 150], 1)
    width = table._tbl.tblPr.find(qn("w:tblW"))
    width.set(qn("w:type"), "pct")
    width.set(qn("w:w"), "2500")
    columns = only_table(document, tmp_path).columns
    assert sum(columns) == pytest.approx(156 * MM / 2, abs=2)
    assert columns[1] == pytest.approx(3 * columns[0])


def test_sections_have_their_own_paper_and_inherit_footers(tmp_path: Path) -> None:
    document = new_document()
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_paragraph("竖")
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    document.add_paragraph("横")
    first, second = read_docx(saved(document, tmp_path / "件.docx")).sections
    assert first.page.width < first.page.height
    assert second.page.width > second.page.height
    assert first.page.margins.top == pytest.approx(37 * MM, abs=1)
    assert [words(block) for block in second.footers.default] == ["页脚"]
    assert [words(block) for block in first.blocks] == ["竖"]


@pytest.mark.parametrize(
    ("xml", "name"),
    [
        (f"<w:r><w:pict><v:shape><v:textbox>{_BOXED}</v:textbox></v:shape></w:pict></w:r>", "文本框"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "脚注"),
        (f"<w:r><w:drawing><wp:anchor>{_BLIP}</wp:anchor></w:drawing></w:r>", "浮动的图片"),
        (f"<w:r><w:drawing><wp:inline>{_CHART}</wp:inline></w:drawing></w:r>", "图表"),
        ("<w:ins><w:r><w:t>改</w:t></w:r></w:ins>", "修订标记"),
        ("<w:r><w:object/></w:r>", "嵌入的对象"),
        ('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "自动编号"),
        (
            '<w:pPr><w:tabs><w:tab w:val="right" w:pos="8000" w:leader="dot"/></w:tabs></w:pPr>',
            "制表位的前导线",
        ),
    ],
)
def test_what_is_not_drawn_is_named(xml: str, name: str, tmp_path: Path) -> None:
    spaces = nsdecls("w", "wp", "a", "c") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    document = new_document()
    paragraph = document.add_paragraph()
    for child in parse_xml(f"<w:p {spaces}>{xml}</w:p>"):
        if child.tag == qn("w:pPr"):
            paragraph._p.insert(0, child)
        else:
            paragraph._p.append(child)
    assert read_docx(saved(document, tmp_path / "件.docx")).omitted == (name,)


def test_columns_of_text_are_named(tmp_path: Path) -> None:
    document = new_document()
    add_text(document, "国")
    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    assert read_docx(saved(document, tmp_path / "件.docx")).omitted == ("分栏",)


def test_an_ordinary_document_leaves_nothing_out(tmp_path: Path) -> None:
    document = new_document()
    add_text(document, "国")
    assert read_docx(saved(document, tmp_path / "件.docx")).omitted == ()


def test_a_file_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "坏的.docx"
    broken.write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(AppError, match="打不开“坏的"):
        read_docx(broken)
    with pytest.raises(AppError, match="没有找到“没有"):
        read_docx(tmp_path / "没有.docx")
