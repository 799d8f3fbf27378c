"""Tables as Word: paper on its side, headings on every page, true totals, the same bytes twice."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table

from app.exporters.layout import Align, Column, Format, Heading, Layout, Source, TotalsAt
from app.exporters.tables import Ratio, RecordColumn, RecordTable, ReportRow, ReportTable, Total
from app.exporters.word_table import write_word_table

NOW = datetime(2026, 10, 28, 9, 0)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def number(heading: str, key: str) -> Column:
    return Column(heading, Source.FIGURE, key, format=Format("int"), align=Align.RIGHT)


LAYOUT = Layout(
    "T", "试表", "试表", "试表（{period}）", "township",
    (
        Column("序号", Source.SERIAL, width=5),
        Column("乡镇", Source.LABEL, width=12),
        Heading("会议", (number("场次", "meetings"),
                         number("人次", "people"))),
        Column("办结率", Source.FIGURE, "rate", format=Format("percent", 1), align=Align.RIGHT),
    ),
    line=("填报单位：{unit}", "", "单位：场"), totals=TotalsAt.LAST, note="注：{period}。",
)  # fmt: skip


def report(rows: int = 2, **words: str) -> ReportTable:
    lines = tuple(ReportRow(f"第{n}镇", (n, 10 * n, Ratio(1, 3))) for n in range(rows))
    totals = (Total(rows * (rows - 1) // 2, additive=True), Total(99), Total(Ratio(0, 0)))
    return ReportTable(LAYOUT, {"period": "2026年10月", "unit": "示例县政协"} | words, lines, totals)


def written(table: ReportTable | RecordTable, mark: str = "") -> Document:
    out = BytesIO()
    write_word_table(out, table, now=NOW, mark=mark)
    out.seek(0)
    return docx.Document(out)


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_title_line_rows_totals_and_note_stand_on_paper_on_its_side() -> None:
    document = written(report())
    section: Any = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((297, 210), abs=0.1)
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert texts == ["试表（2026年10月）", "填报单位：示例县政协\t\t单位：场", "注：2026年10月。"]
    rows = cells(document.tables[0])
    assert rows[0] == ["序号", "乡镇", "会议", "会议", "办结率"]
    assert rows[1] == ["序号", "乡镇", "场次", "人次", "办结率"]
    assert rows[3] == ["2", "第1镇", "1", "10", "33.3%"]
    assert rows[4] == ["合　计", "合　计", "1", "99", "—"]


def test_heading_rows_are_repeated_and_rows_never_cut() -> None:
    table = written(report(60)).tables[0]._tbl
    rows = table.findall(f"{W}tr")
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert repeated == [True, True] + [False] * 61
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_columns_fill_the_paper_and_crowded_ones_take_smaller_type() -> None:
    many = tuple(RecordColumn(f"第{n}列", 12) for n in range(22))
    table = RecordTable("表", "宽表", many, (tuple("字" * 4 for _ in many),))
    document = written(table)
    grid = [int(str(one.get(f"{W}w"))) for one in document.tables[0]._tbl.iter(f"{W}gridCol")]
    section: Any = document.sections[0]
    room = (section.page_width - section.left_margin - section.right_margin) / 635
    assert sum(grid) == pytest.approx(room, abs=len(grid))
    sizes = {one.get(f"{W}val") for one in document.tables[0]._tbl.iter(f"{W}sz")}
    assert sizes == {"15"}
    assert not list(written(report()).tables[0]._tbl.iter(f"{W}sz"))


def test_no_rows_are_said() -> None:
    rows = cells(written(report(0)).tables[0])
    assert rows[-1] == ["本期没有记录"] * 5


def test_any_text_and_number_can_be_written() -> None:
    columns = (RecordColumn("甲"), RecordColumn("乙", format=Format("decimal", 2)))
    nasty = "a<b>&\"'\x07{{ title }}\n二行𠮷"
    table = RecordTable("表", "{{ 题 }}<w>", columns, ((nasty, Decimal("1.005")),))
    document = written(table)
    assert document.paragraphs[0].text == "{{ 题 }}<w>"
    assert cells(document.tables[0])[1][1:] == ["a<b>&\"'□{{ title }}\n二行𠮷", "1.01"]


def test_the_same_table_gives_the_same_bytes_and_the_sample_is_marked(tmp_path: Path) -> None:
    first, second = BytesIO(), BytesIO()
    for out in (first, second):
        write_word_table(out, report(), now=NOW, mark="示例数据")
    assert first.getvalue() == second.getvalue()
    document = written(report(), "示例数据")
    assert document.sections[0].header.paragraphs[0].text == "示例数据"
    assert document.paragraphs[-1].text.startswith("【示例数据】")


def test_a_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    path.write_bytes(b"old")
    write_word_table(path, report(), now=NOW)
    assert path.read_bytes() == b"old"
    assert (tmp_path / "表-第2次.docx").exists()
