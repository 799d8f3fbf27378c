"""An ad-hoc table as the workbook and Word take it: a layout of its own with its rows and true totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.exporters.layout import RECORDS as RECORDS_OF
from app.exporters.layout import Align, Column, Heading, Layout, Node, Source, Span, TotalsAt
from app.exporters.sheet_measure import halves
from app.exporters.tables import ReportRow, ReportTable, Total
from app.services.own_table_result import OwnTableResult, ResultColumn, ResultLine
from app.services.own_table_run import total_of

_SPANS = {span.value: span for span in Span}
_SERIAL = Column("序号", Source.SERIAL, width=5, align=Align.CENTER)
SIZE = 10.5
_NARROWEST = 6


def paper(result: OwnTableResult, lines: Sequence[ResultLine], unit: str) -> ReportTable:
    """The table to write; `lines` are all of them, read beforehand where they are records."""
    labelled = bool(result.columns) and result.columns[0].label
    values = result.columns[labelled:]
    layout = Layout(
        key="own",
        name=result.title,
        sheet=result.table.name or "临时要表",
        title="{title}",
        rows=RECORDS_OF + result.table.kind if result.lists_records else result.table.by,
        columns=(_SERIAL, *_nodes(_fitted(result.columns, lines))),
        line=("填报单位：{unit}", "{when}", "{how_many}"),
        size=SIZE,
        totals=TotalsAt.LAST if result.total is not None else TotalsAt.NONE,
        note="{note}",
    )
    words = {
        "title": result.title,
        "unit": unit,
        "when": f"统计期间：{result.period.days}" if result.period is not None else "",
        "how_many": f"共 {result.count} {result.measure}" if result.lists_records else _units(values),
        "note": result.note,
    }
    rows = tuple(
        ReportRow(line.cells[0].text if labelled else "", tuple(each.value for each in line.cells[labelled:]))
        for line in lines
    )
    totals: tuple[Total | None, ...] = ()
    if result.total is not None:
        given = zip(values, result.total[labelled:], strict=True)
        totals = tuple(total_of(column, each) for column, each in given)
    return ReportTable(layout, words, rows, totals)


def _fitted(columns: Sequence[ResultColumn], lines: Sequence[ResultLine]) -> list[ResultColumn]:
    """Columns of words no wider than what stands in them, so that more of them fit the paper."""
    found = []
    for place, column in enumerate(columns):
        held = max((halves(line.cells[place].text) for line in lines), default=0)
        wanted = max(_NARROWEST, halves(column.heading) + 1, held + 1)
        found.append(column if column.format.numeric else replace(column, width=min(column.width, wanted)))
    return found


def _nodes(columns: Sequence[ResultColumn]) -> list[Node]:
    """Columns under the headings they share."""
    found: list[Node] = []
    for over, each in groupby(columns, key=lambda column: column.over):
        made = tuple(_column(column) for column in each)
        found += [Heading(over, made)] if over else made
    return found


def _column(column: ResultColumn) -> Column:
    # The spans a layout knows let a share be a formula of its two neighbours; others are plain values.
    known = column.span in _SPANS and bool(column.figure)
    source = Source.LABEL if column.label else Source.FIGURE if known else Source.FIELD
    return Column(
        column.heading,
        source,
        key=column.figure or column.key,
        span=_SPANS.get(column.span, Span.CURRENT),
        format=column.format,
        unit=column.unit,
        width=column.width,
        align=column.align,
    )


def _units(columns: Sequence[ResultColumn]) -> str:
    units = "、".join(dict.fromkeys(column.unit for column in columns if column.unit))
    return f"单位：{units}" if units else ""
