"""OwnTableRun: fills an ad-hoc table for one period, all its numbers from one read transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from app.errors import AppError
from app.exporters.layout import Align, Format
from app.exporters.tables import Ratio as PaperRatio
from app.exporters.tables import Total
from app.exporters.tables import Value as Cell
from app.models import model_of
from app.models.fields import Field
from app.models.periods import Period
from app.services.figures import Figures
from app.services.list_export import record_column
from app.services.own_table import OwnTable
from app.services.own_table_check import GROUP_LABELS
from app.services.own_table_fields import COUNT, can_sum, field_for, unit_of
from app.services.own_table_figures import FigureCells, worded
from app.services.own_table_query import GroupSum, OwnTableQuery
from app.services.own_table_result import Opening, OwnTableResult, ResultCell, ResultColumn, ResultLine
from app.services.own_table_spans import SPANS, offered
from app.services.own_table_words import TableWords, reads, title_of
from app.services.spans import CURRENT

LABEL = "label"
_NOTHING = ResultCell()


@dataclass(frozen=True, slots=True)
class OwnTableRun:
    """One office's way to fill tables that were checked."""

    figures: Figures
    unit: str
    today: date

    def result(self, session: Session, table: OwnTable, period: Period | None) -> OwnTableResult:
        """The table filled; raises AppError when figures are asked for without a period."""
        found = self._records(session, table, period) if table.of_records else self._counted(table, period)
        told = TableWords(session).conditions(table)
        notes = (f"只算：{told}。" if told else "", found.note, table.note)
        return replace(found, note="".join(notes))

    # records

    def _records(self, session: Session, table: OwnTable, period: Period | None) -> OwnTableResult:
        model = model_of(table.kind)
        within = period if model.kind.day else None
        query = OwnTableQuery(session, table, within, self.today)
        if table.group:
            return self._grouped(table, within, query)
        specs = [spec for key in table.fields if (spec := field_for(model, key)) is not None]
        columns = tuple(_field_column(spec) for spec in specs)
        totals = query.totals()
        sums = dict(zip((spec.key for spec in query.summed), totals.sums, strict=True))
        total = tuple(
            _cell(sums[column.key], column.format) if column.key in sums else _NOTHING for column in columns
        )
        title = title_of(table, self.unit, within, "")
        return OwnTableResult(
            table, within, title, columns, ids=query.ids(), total=total if sums else None,
            measure=model.kind.measure,
        )  # fmt: skip

    def _grouped(self, table: OwnTable, period: Period | None, query: OwnTableQuery) -> OwnTableResult:
        kind, spec = query.model.kind, field_for(query.model, table.group)
        assert spec is not None
        named = "月份" if spec.key == kind.day else spec.label
        columns = (
            ResultColumn(table.group, named, width=18, label=True),
            ResultColumn(
                COUNT, kind.noun, unit=kind.measure, format=Format("int"), align=Align.RIGHT, width=9,
                strong=True, additive=True,
            ),
            *(replace(_field_column(each), additive=True) for each in query.summed),
        )  # fmt: skip
        groups = query.groups(self.figures.calendar)
        title = title_of(table, self.unit, period, named)
        return OwnTableResult(
            table, period, title, columns, tuple(_group_line(each, columns) for each in groups),
            total=_amounts(query.totals(), columns), measure="行",
        )  # fmt: skip

    # figures

    def _counted(self, table: OwnTable, period: Period | None) -> OwnTableResult:
        if period is None:
            raise AppError("数字要按一个期间来算，请选本月、本季、本年，或自选起止日期。")
        there = offered(table.by)
        spans = tuple(span for span in table.spans if span in there) or (CURRENT,)
        counted = FigureCells(self.figures, table, period, spans)
        title = title_of(table, self.unit, period, GROUP_LABELS[table.by] if table.by else "")
        found = (self._by_group if table.by else self._by_figure)(table, title, counted)
        return replace(found, note=counted.remark())

    def _by_figure(self, table: OwnTable, title: str, counted: FigureCells) -> OwnTableResult:
        columns = (
            ResultColumn(LABEL, "指标", width=24, label=True),
            ResultColumn("unit", "单位", width=8, align=Align.CENTER),
            *(
                ResultColumn(span, SPANS[span], align=Align.RIGHT, width=11, strong=span == CURRENT)
                for span in counted.spans
            ),
        )
        lines = []
        for figure in counted.figures:
            cells = (counted.total(figure, span) for span in counted.spans)
            if figure.nature == "ratio":
                # Under counts a share stands in words: its number would read 0.667 there.
                cells = (worded(each, span) for each, span in zip(cells, counted.spans, strict=True))
            named = ResultCell(figure.label, figure.label)
            lines.append(ResultLine((named, ResultCell(figure.unit, figure.unit), *cells)))
        return OwnTableResult(table, counted.period, title, columns, tuple(lines), measure="项")

    def _by_group(self, table: OwnTable, title: str, counted: FigureCells) -> OwnTableResult:
        columns = (
            ResultColumn(table.by, GROUP_LABELS[table.by], width=18, label=True),
            *(counted.column(figure, span) for figure in counted.figures for span in counted.spans),
        )
        places = [(figure, span) for figure in counted.figures for span in counted.spans]
        lines = [
            ResultLine(
                (ResultCell(group.label, group.label), *(counted.part(*place, group) for place in places))
            )
            for group in counted.values.groups
        ]
        total = (_NOTHING, *(counted.total(*place) for place in places))
        found = OwnTableResult(table, counted.period, title, columns, tuple(lines), total=total)
        return replace(found, lines=_sorted(found))


def total_of(column: ResultColumn, given: ResultCell) -> Total | None:
    """One cell of 合计 for paper: a SUM only where the parts add up."""
    if given.value is None:
        return None
    return Total(given.value, additive=column.additive, ratio_of=column.ratio_of)


def _field_column(spec: Field) -> ResultColumn:
    record = record_column(spec)
    return ResultColumn(
        spec.key,
        spec.label,
        unit=unit_of(spec) if can_sum(spec) else "",
        format=record.format,
        align=record.align or Align.LEFT,
        width=record.width,
        additive=can_sum(spec),
    )


def _group_line(group: GroupSum, columns: Sequence[ResultColumn]) -> ResultLine:
    opens = Opening(group=group.key, by=columns[0].key)
    count = replace(_cell(group.count, columns[1].format), opens=opens)
    sums = (_cell(amount, column.format) for amount, column in zip(group.sums, columns[2:], strict=True))
    named = ResultCell(group.label, group.label)
    return ResultLine((named, count, *(replace(each, opens=opens) for each in sums)))


def _amounts(total: GroupSum, columns: Sequence[ResultColumn]) -> tuple[ResultCell, ...]:
    sums = (_cell(amount, column.format) for amount, column in zip(total.sums, columns[2:], strict=True))
    count = _cell(total.count, columns[1].format)
    return (_NOTHING, *(replace(each, opens=Opening()) for each in (count, *sums)))


def _cell(value: Cell, shape: Format) -> ResultCell:
    return ResultCell(value, reads(value, shape))


def _sorted(result: OwnTableResult) -> tuple[ResultLine, ...]:
    """The groups by a column of numbers; those of the same number stay in the office's order."""
    lines = list(result.lines)
    keys = [column.key for column in result.columns]
    for sort in reversed(result.table.sort):
        place = keys.index(sort.field) if sort.field in keys else -1
        if place > 0:
            lines.sort(key=lambda line, at=place: _size(line.cells[at].value), reverse=sort.descending)  # type: ignore[misc]
    return tuple(lines)


def _size(value: Cell) -> Decimal:
    if isinstance(value, PaperRatio):
        return Decimal(value.numerator) / Decimal(value.denominator or 1)
    return Decimal(value) if isinstance(value, int | Decimal) else Decimal(-1)
