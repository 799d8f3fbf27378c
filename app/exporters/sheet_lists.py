"""Grids for what is not a report: record lists, the check table, the figures with 口径."""

from __future__ import annotations

from app.exporters.layout import Align, Column, Format, Heading, Node, Source
from app.exporters.sheet_grid import Cell, Grid, shown
from app.exporters.tables import Check, CheckTable, FigureLine, FigureTable, RecordColumn, RecordTable, Value

_SERIAL = Column("序号", Source.SERIAL, width=5, align=Align.CENTER)


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
        columns=(_SERIAL, *(_record_column(column) for column in table.columns)),
        rows=rows,
        line=table.line,
        note=table.note,
        size=10.5,
        frozen=2,
        filtered=True,
        empty="没有记录",
    )


def check_grid(table: CheckTable) -> Grid:
    """核对表: both sides of every check, what does not agree in bold."""
    columns: tuple[Node, ...] = (
        _SERIAL,
        _text("核对项", 20),
        Heading("左边", (_text("项目", 17), _number("数", 8))),
        _text("关系", 5, Align.CENTER),
        Heading("右边", (_text("项目", 17), _number("数", 8))),
        _number("相差", 8),
        _text("结果", 7, Align.CENTER),
        _text("说明", 27),
    )
    return Grid(
        sheet=table.sheet,
        title=table.title,
        columns=columns,
        rows=tuple(_check(number, check) for number, check in enumerate(table.checks, 1)),
        line=table.line,
        note=table.note,
        size=10.5,
        frozen=2,
        empty="没有要核对的项",
    )


def figure_grid(table: FigureTable) -> Grid:
    """The figures with three numbers each and how they are counted."""
    columns: tuple[Node, ...] = (
        _SERIAL,
        _text("指标", 22),
        _text("单位", 7, Align.CENTER),
        _number("本期", 9),
        _number("累计", 9),
        _number("上年同期", 9),
        _text("口径", 61),
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


def _check(number: int, check: Check) -> tuple[Cell, ...]:
    bold = not check.holds
    result = Cell("相符" if check.holds else "不符", bold=bold)
    difference = _plain(check.difference)
    return (
        Cell(number),
        Cell(check.name, bold=bold),
        Cell(check.left_name),
        _plain(check.left),
        Cell(check.relation),
        Cell(check.right_name),
        _plain(check.right),
        Cell(difference.value, difference.number_format, bold=bold),
        result,
        Cell(check.note),
    )


def _figure(number: int, figure: FigureLine) -> tuple[Cell, ...]:
    numbers = (_scaled(value, figure) for value in (figure.current, figure.ytd, figure.last_year))
    return (Cell(number), Cell(figure.name), Cell(figure.unit), *numbers, Cell(figure.meaning))


def _scaled(value: Value, figure: FigureLine) -> Cell:
    return Cell() if value is None else shown(value, figure.format, figure.scale)


def _plain(value: Value) -> Cell:
    """A side of a check as it is: counts whole, amounts to the cent they were given in."""
    return Cell() if value is None else shown(value, Format())


def _text(heading: str, width: float, align: Align = Align.LEFT) -> Column:
    return Column(heading, Source.FIELD, "field", width=width, align=align)


def _number(heading: str, width: float) -> Column:
    return Column(heading, Source.FIELD, "field", format=Format("int"), width=width, align=Align.RIGHT)
