"""Plainly invented tables (示例县) for the workbook tests, and how they are written and read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from app.exporters.layout import Align, Column, Format, Heading, Layout, Source, Span, TotalsAt
from app.exporters.layout_file import load_layout
from app.exporters.tables import RecordColumn, RecordTable, ReportRow, ReportTable, Table, Total, Value
from app.exporters.workbook import write_workbook
from app.paths import RESOURCES

NOW = datetime(2026, 11, 2, 14, 3)
WORDS = {
    "unit": "示例县政协",
    "period": "2026年10月",
    "days": "2026年10月1日—10月31日",
    "since": "1月1日",
    "consultation": "协商在基层",
    "visits": "委员走基层",
    "studios": "委员工作室",
    "filler": "王秀兰",
    "filled_on": "2026年11月2日",
}
PLACES = ("大河镇", "青山镇", "县本级")

MEETINGS = Column("本期", Source.FIGURE, "meetings", format=Format("int"), unit="场", align=Align.RIGHT)
MEETINGS_YTD = Column(
    "累计", Source.FIGURE, "meetings", Span.YTD, format=Format("int"), unit="场", align=Align.RIGHT
)
DUE = Column("应办", Source.FIGURE, "due", format=Format("int"), unit="件", align=Align.RIGHT)
CLOSED = Column("已办结", Source.FIGURE, "closed", format=Format("int"), unit="件", align=Align.RIGHT)
RATE = Column("办结率", Source.FIGURE, "rate", format=Format("percent"), align=Align.RIGHT)
SERIAL = Column("序号", Source.SERIAL, width=5, align=Align.CENTER)
PLACE = Column("乡镇", Source.LABEL, width=12)


def shipped(key: str) -> Layout:
    """A layout as the program brings it along."""
    return load_layout(RESOURCES / "layouts" / f"{key}.json")


def small_layout(*columns: Column | Heading, totals: TotalsAt = TotalsAt.LAST) -> Layout:
    """A layout of a serial number, a place and these columns."""
    return Layout(
        key="T1",
        name="试表",
        sheet="试表",
        title="{unit}试表（{period}）",
        rows="township",
        columns=(SERIAL, PLACE, *columns),
        line=("填报单位：{unit}（盖章）", "统计期间：{days}", "单位：{units}"),
        totals=totals,
        signoff=("单位负责人：{head}", "填报人：{filler}", "填报日期：{filled_on}"),
        note="说明：只统计已登记的记录。",
    )


def report(
    layout: Layout,
    rows: Mapping[str, Sequence[Value]],
    totals: Sequence[Total | None] = (),
    missing: Sequence[int] = (),
) -> ReportTable:
    """A table of the layout with these rows by place."""
    lines = tuple(ReportRow(label, tuple(values)) for label, values in rows.items())
    return ReportTable(layout, WORDS, lines, tuple(totals), frozenset(missing))


def filled_report(layout: Layout, missing: Sequence[str] = ()) -> ReportTable:
    """Every value column 1, 2, 3 down the rows, with additive totals: for looking at the layout alone."""
    values = layout.values
    rows = {
        place: [row if column.source is Source.FIGURE else "√" for column in values]
        for row, place in enumerate(PLACES, 1)
    }
    totals = [Total(6, additive=True) if column.source is Source.FIGURE else None for column in values]
    gone = [index for index, column in enumerate(values) if column.key in missing]
    return report(layout, rows, totals, gone)


def ledger(texts: Sequence[str]) -> RecordTable:
    """A record list of one text column."""
    return RecordTable("台账", "示例县台账", (RecordColumn("内容", 30),), tuple((text,) for text in texts))


def written(*tables: Table, mark: str = "") -> tuple[bytes, tuple[str, ...]]:
    """The workbook's bytes and its notes."""
    out = BytesIO()
    notes = write_workbook(out, tables, now=NOW, mark=mark)
    return out.getvalue(), notes


def opened(package: bytes | Path, *, values: bool = False) -> Workbook:
    """The workbook read again: formulas, or the values cached for them."""
    return load_workbook(BytesIO(package) if isinstance(package, bytes) else package, data_only=values)


def only_sheet(package: bytes, *, values: bool = False) -> Any:
    book = opened(package, values=values)
    assert len(book.worksheets) == 1
    return book.worksheets[0]


def texts(sheet: Any) -> dict[str, Any]:
    """Every cell that holds something, by its name."""
    return {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }
