"""The shipped templates: built by the script, fit for WPS, filled with rich and with empty records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.exporters.word import check_template
from resources.make.templates import TEMPLATES as BUILT
from resources.make.templates import main as build_all
from tests.exporters.word_samples import (
    MEETING,
    SAMPLES,
    STUDIO,
    TEMPLATES,
    VISIT,
    bare,
    context,
    lines,
    member,
    people,
    photo,
    written,
)

NAMES = [name for name, *_ in BUILT]
each_template = pytest.mark.parametrize("name", NAMES)
each_sample = pytest.mark.parametrize(
    ("kind", "template", "record"), SAMPLES, ids=[one[1] for one in SAMPLES]
)


def parts(name: str) -> Iterator[tuple[str, bytes]]:
    with ZipFile(TEMPLATES / f"{name}.docx") as package:
        yield from ((one, package.read(one)) for one in package.namelist())


def test_templates_are_what_the_script_builds(tmp_path: Path) -> None:
    build_all(tmp_path)
    assert {path.stem for path in TEMPLATES.glob("*.docx")} == set(NAMES)
    for name in NAMES:
        with ZipFile(tmp_path / f"{name}.docx") as package:
            assert [(one, package.read(one)) for one in package.namelist()] == list(parts(name)), name


@each_template
def test_no_theme_and_every_font_named_for_chinese(name: str) -> None:
    for part, content in parts(name):
        assert "theme" not in part
        text = content.decode()
        assert "Theme=" not in text
        for fonts in re.findall(r"<w:rFonts [^>]*>", text):
            assert "w:ascii=" not in fonts or "w:eastAsia=" in fonts, fonts
    styles = dict(parts(name))["word/styles.xml"].decode()
    assert 'w:eastAsia="仿宋_GB2312"' in styles.partition("</w:docDefaults>")[0]


@each_template
def test_tables_say_their_widths_three_times(name: str) -> None:
    document = docx.Document(str(TEMPLATES / f"{name}.docx"))
    for table in document.element.body.iter(qn("w:tbl")):
        grid = [int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))]
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
        assert int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w"))) == sum(grid)
        for row in table.iter(qn("w:tr")):
            widths = [int(one.get(qn("w:w"))) for one in row.iter(qn("w:tcW"))]
            assert sum(widths) == sum(grid)


@each_template
def test_page_number_is_a_field_of_five_runs(name: str) -> None:
    for part, content in parts(name):
        if "footer" in part:
            turns = re.findall(r'fldCharType="(\w+)"|<w:instrText[^>]*>\s*(\w+)', content.decode())
            said = [one or two for one, two in turns]
            assert said[:4] == ["begin", "PAGE", "separate", "end"]


def test_formal_report_has_the_measures_of_the_standard() -> None:
    document = docx.Document(str(TEMPLATES / "formal_report.docx"))
    section = document.sections[0]
    measures = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert measures == pytest.approx((Mm(37), Mm(35), Mm(28), Mm(26)), abs=Pt(0.05))
    assert document.settings.odd_and_even_pages_header_footer
    assert document.element.body.find(f".//{qn('w:docGrid')}") is None
    body = document.styles["Body Text"]
    assert body.font.size == Pt(16)
    assert body.paragraph_format.line_spacing == Pt(28.95)
    spacing = body.element.find(f"{qn('w:rPr')}/{qn('w:spacing')}")
    assert spacing.get(qn("w:val")) == "-5"
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin
    assert width // (Pt(16) - Pt(0.25)) == 28
    assert height // Pt(28.95) == 22
    assert document.styles["Title"].font.size == Pt(22)
    odd, even = section.footer, section.even_page_footer
    assert [one.paragraphs[0].alignment for one in (odd, even)] == [None, None]
    assert odd.paragraphs[0].style.paragraph_format.alignment == 2
    assert even.paragraphs[0].style.paragraph_format.alignment is None
    assert odd.paragraphs[0].text.replace("1", "").split() == ["—", "—"]


@each_sample
def test_filled_document_has_no_tag_and_no_none(kind: str, template: str, record: Mapping[str, Any]) -> None:
    for one in (record, bare(record)):
        document = written(template, context(kind, one), {"one": photo()})
        assert not [line for line in lines(document) if re.search(r"[{}]|None|\[\]", line)]


@each_sample
def test_shipped_template_names_only_what_there_is(
    kind: str, template: str, record: Mapping[str, Any]
) -> None:
    assert check_template(TEMPLATES / f"{template}.docx", frozenset(context(kind, record))) == []


def test_meeting_record_says_all_that_was_recorded() -> None:
    found = lines(written("meeting_record", context("meeting", MEETING), {"one": photo()}))
    text = "\n".join(found)
    for said in (
        "示例县政协协商议事会议记录",
        "2026年10月12日14时30分至16时40分",
        "青山镇石桥村委会会议室",
        "委员2人：周文、李䶮。",
        "镇村干部3人、群众代表12人。",
        "合计19人（含列席2人）。",
        "政协机关人员2人",
        "王强（请假）",
        "一、情况介绍",
        "会前调研：2026年9月20日，入户走访，参加人：周文。四条小巷完全没有照明。",
        "周文（县人民医院副院长）：卫生室门口这一段要先亮起来。",
        "张大妈：坏了找谁修，要先说清楚。",
        "1. 优先改造学校周边（李䶮）",
        "2. 管护写进村规民约",
        "六、其他",
        "主持人（签字）：",
        "记录人（签字）：",
    ):
        assert said in text, said
    assert "散会。" in found
    assert found.index("散会。") > found.index("灯具式样会后再定。")


def test_tasks_stand_in_a_table_with_the_year_only_where_it_is_another() -> None:
    document = written("meeting_record", context("meeting", MEETING), {"one": photo()})
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "序号")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1] == ["1", "年内安装太阳能路灯38盏", "县住建局", "12月20日", "办理中"]
    assert rows[2] == ["2", "管护写进村规民约", "石桥村委会", "2027年1月10日", "已办结\n10月25日"]
    assert len(rows) == 3


def test_empty_meeting_is_a_form_to_fill_by_hand() -> None:
    found = lines(written("meeting_record", context("meeting", bare(MEETING))))
    headings = [line for line in found if re.match(r"[一二三四五六]、", line)]
    assert [line[2:] for line in headings] == [
        "情况介绍",
        "协商发言",
        "意见建议",
        "达成共识",
        "责任分工与时限",
        "其他",
    ]
    document = written("meeting_record", context("meeting", bare(MEETING)))
    ruled = [table for table in document.tables if len(table.columns) == 1]
    assert [len(table.rows) for table in ruled] == [4, 6, 4, 4, 3]
    assert len(document.inline_shapes) == 0


def test_parts_without_content_are_left_out_and_the_rest_numbered_through() -> None:
    record = MEETING | {"speeches": [], "opinions": [], "dissent": "", "background": "", "research": []}
    found = lines(written("meeting_record", context("meeting", record), {"one": photo()}))
    assert [line for line in found if re.match(r"[一二三四五六]、", line)] == [
        "一、达成共识",
        "二、责任分工与时限",
    ]


def test_photos_fill_a_page_large_or_in_two_columns() -> None:
    for count, tables in ((1, 0), (2, 0), (3, 2), (6, 3), (9, 3)):
        photos = [{"file": "one", "name": "", "caption": f"第{at}张"} for at in range(count)]
        document = written(
            "meeting_record", context("meeting", MEETING | {"photos": photos}), {"one": photo()}
        )
        assert len(document.inline_shapes) == min(count, 6)
        grid = [one for one in document.tables if "第0张" in "".join(cell.text for cell in one.rows[0].cells)]
        assert sum(len(one.rows) for one in grid) == tables


@pytest.mark.parametrize(
    ("named", "headcount", "pages"),
    [(0, "", 1), (5, 20, 1), (25, 25, 1), (26, 26, 2), (3, 44, 2), (3, 9999, 20)],
)
def test_sign_in_sheet_has_whole_pages_of_25_rows(named: int, headcount: object, pages: int) -> None:
    members = [member(f"委员{at}", "经济界", "某单位") for at in range(named)]
    record = MEETING | {"members": members, "headcount": headcount, "people": people()}
    document = written("sign_in_sheet", context("meeting", record))
    assert len(document.tables) == pages
    assert all(len(table.rows) == 26 for table in document.tables)
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    numbers = [row.cells[0].text for table in document.tables for row in table.rows[1:]]
    assert numbers == [str(at + 1) for at in range(pages * 25)]
    names = [row.cells[1].text for table in document.tables for row in table.rows[1:]]
    assert [name for name in names if name] == [one["name"] for one in members]
    assert not any(
        row.cells[3].text or row.cells[4].text for table in document.tables for row in table.rows[1:]
    )


def test_visit_record_merges_the_label_beside_its_problems() -> None:
    document = written("visit_record", context("visit", VISIT))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    problem = next(row for row in rows if "慢性病用药配不齐" in row)
    assert problem[0] == "群众反映的\n问题和建议"
    assert {"1", "是", "县卫健局\n11月15日", "目录增加12种，10月26日办结"} <= set(problem)
    text = "\n".join(lines(document))
    assert "走访时间2026年10月15日至16日" in text.replace("\n", "")
    assert "66 人次" in text
    assert "0 条" in text, "a 0 that was filled in is shown"
    assert "0 名" not in text
    assert "元" not in text


def test_studio_form_shows_two_photos_and_no_visitor() -> None:
    photos = [{"file": "one", "name": "", "caption": f"第{at}张"} for at in range(3)]
    receptions = [STUDIO["receptions"][0] | {"visitor": "李某某", "phone": "13800000000"}]
    record = STUDIO | {"photos": photos, "receptions": receptions}
    document = written("studio_form", context("studio_activity", record), {"one": photo()})
    text = "\n".join(lines(document))
    assert len(document.inline_shapes) == 2
    assert "自来水水压低" in text
    assert "李某某" not in text
    assert "138" not in text


def test_mark_of_sample_data_stands_on_every_page() -> None:
    for kind, template, record in SAMPLES:
        document = written(template, context(kind, record) | {"mark": "示例数据"}, {"one": photo()})
        assert document.sections[0].header.paragraphs[0].text == "示例数据", template
