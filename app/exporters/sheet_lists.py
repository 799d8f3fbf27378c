"""Grids for lists: records with their fields, the figures with 口径."""

from __future__ import annotations

from app.exporters.layout import Align, Column, Format, Node, Source
from app.exporters.sheet_grid import SERIAL, Cell, Grid, number_column, shown, text_column
from app.exporters.tables import FigureLine, FigureTable, RecordColumn, RecordTable, Value


def record_grid(table: RecordTable) -> Grid:
    """A record list: numbered, filtered, its first column in sight."""
    if any(len(row) != len(table.columns) for row in table.rows):
        raise ValueError(f"a row of {table.sheet} does not have {len(table.columns)} values")
    shapes = [column.format for column in table.columns]
    rows = tuple(
        (Cell(number), *(_field(value, shape) for value, shape in zip(row, shapes, strict=True)))
        for number, row in enumerate(table.rows, 1)
    )
    return Grid(
        sheet=table.sheet,
        title=table.title,
        columns=(SERIAL, *(_record_column(column) for column in table.columns)),
        rows=rows,
        line=table.line,
        note=table.note,
        signoff=table.signoff,
        size=10.5,
        frozen=2,
        filtered=True,
        empty="没有记录",
    )


def figure_grid(table: FigureTable) -> Grid:
    """The figures with three numbers each and how they are counted."""
    columns: tuple[Node, ...] = (
        SERIAL,
        text_column("指标", 22),
        text_column("单位", 7, Align.CENTER),
        number_column("本期", 9),
        number_column("累计", 9),
        number_column("上年同期", 9),
        text_column("口径", 61),
    )
    return Grid(
        sheet=table.sheet,
        title=table.title,
        columns=columns,
        rows=tuple(_figure(number, figure) for number, figure in enumerate(table.figures, 1)),
        line=table.line,
        note=table.note,
        size=10.5,
        frozen=2,
        empty="没有指标",
    )


def _record_column(column: RecordColumn) -> Column:
    align = column.align or (Align.RIGHT if column.format.numeric else Align.LEFT)
    return Column(column.label, Source.FIELD, "field", format=column.format, width=column.width, align=align)


def _field(value: Value, shape: Format) -> Cell:
    return Cell() if value is None else shown(value, shape)


def _figure(number: int, figure: FigureLine) -> tuple[Cell, ...]:
    numbers = (_scaled(value, figure) for value in (figure.current, figure.ytd, figure.last_year))
    return (Cell(number), Cell(figure.name), Cell(figure.unit), *numbers, Cell(figure.meaning))


def _scaled(value: Value, figure: FigureLine) -> Cell:
    return Cell() if value is None else shown(value, figure.format, figure.scale)
