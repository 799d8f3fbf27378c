"""Small Word files as the program writes them: helpers over python-docx for the tests of the preview."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

CENTER, RIGHT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
BODY, BLACK, KAI, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
PITCH = 28.95


def new_document() -> DocxDocument:
    """An empty document: A4 with the margins of official documents, Chinese, no white between paragraphs."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(25)
    styles = document.styles.element
    styles.find(".//" + qn("w:lang")).set(qn("w:eastAsia"), "zh-CN")
    spacing = styles.find(".//" + qn("w:pPrDefault") + "//" + qn("w:spacing"))
    for key, value in {"after": "0", "line": "240", "lineRule": "auto"}.items():
        spacing.set(qn(f"w:{key}"), value)
    normal = document.styles["Normal"]
    normal.font.size = Pt(16)
    set_font(normal.element.get_or_add_rPr(), BODY)
    return document


def set_font(properties: Any, east_asian: str, latin: str = "Times New Roman") -> None:
    """Name the fonts of Chinese and of other characters."""
    fonts = properties.get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    fonts.set(qn("w:eastAsia"), east_asian)
    for key in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{key}"), latin)


def add_run(paragraph: Paragraph, text: str, font: str = BODY, size: float = 16, spacing: int = 0) -> Run:
    """Characters; `spacing` is the extra white after each in twips."""
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    properties = run._r.get_or_add_rPr()
    set_font(properties, font)
    if spacing:
        element = OxmlElement("w:spacing")
        element.set(qn("w:val"), str(spacing))
        properties.append(element)
    return run


def add_text(
    document: DocxDocument | _Cell, text: str, font: str = BODY, size: float = 16, first: float = 0.0
) -> Paragraph:
    """A paragraph of the body: exact pitch, 28 characters to the line; `first` indents its first line."""
    paragraph = document.add_paragraph()
    pitch(paragraph, PITCH)
    if first:
        paragraph.paragraph_format.first_line_indent = Pt(first)
    add_run(paragraph, text, font, size, -5)
    return paragraph


def pitch(paragraph: Paragraph, points: float) -> None:
    """Give a paragraph lines of exactly that height."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(points)


def set_on(element: Any, name: str, **attributes: str) -> Any:
    """Append w:name with attributes to a property element."""
    child = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        child.set(qn(f"w:{key}"), value)
    element.append(child)
    return child


def add_field(paragraph: Paragraph, code: str, size: float = 14) -> None:
    """A field in its five runs, as Word writes it."""
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = add_run(paragraph, "", "宋体", size)
        if kind == "instr":
            element = OxmlElement("w:instrText")
            element.text = f" {code} "
            run._r.append(element)
        elif kind == "text":
            run.text = "0"
        else:
            set_on(run._r, "fldChar", fldCharType=kind)


def add_table(document: DocxDocument, widths: list[float], rows: int, border: int = 4) -> Table:
    """A table of fixed columns (points wide) with lines `border` eighths of a point wide."""
    table = document.add_table(rows, len(widths))
    table.autofit = False
    lines = set_on(table._tbl.tblPr, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        set_on(lines, side, val="single", sz=str(border), space="0", color="000000")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
    return table


def fill_cell(cell: _Cell, text: str, size: float = 14, align: Any = None, font: str = BODY) -> Paragraph:
    """Put a line into the first paragraph of a cell."""
    paragraph = cell.paragraphs[0]
    add_run(paragraph, text, font, size)
    if align is not None:
        paragraph.alignment = align
    return paragraph


def set_height(table: Table, row: int, points: float, exact: bool = False) -> None:
    """Give a row a height, at least or exactly."""
    table.rows[row].height = Pt(points)
    rule = WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST
    table.rows[row].height_rule = rule


def repeat_heading(table: Table, row: int) -> None:
    """Repeat a row at the top of each page."""
    set_on(table.rows[row]._tr.get_or_add_trPr(), "tblHeader")


def picture(width: int = 400, height: int = 300, colour: str = "#7A9E7E") -> io.BytesIO:
    """A plain PNG."""
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, "PNG")
    stream.seek(0)
    return stream


def saved(document: DocxDocument, path: Path) -> Path:
    """Write the document and give its path back."""
    document.save(str(path))
    return path
