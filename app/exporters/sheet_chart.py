"""The sheets with pictures: months with bars below, and 图 with tables that have theirs beside."""

from __future__ import annotations

from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from app.exporters.layout import Align, Column, Format, Source
from app.exporters.sheet_bars import Bars, Block, draw
from app.exporters.sheet_grid import Cell, Grid, Section, number_column, text_column
from app.exporters.sheet_sections import Place
from app.exporters.tables import ChartTable, Comparison, MonthChart

_ROWS: Final = 22  # of 15 points, over the whole width of the table
_LEAST: Final = 12  # rows beside which a picture is high enough
_WIDTHS: Final = (15.0, 8.0, 8.0, 2.0, 50.0)  # name, two numbers, a gap, the picture


def chart_grid(table: MonthChart) -> Grid:
    """The month table: months across, a series a row."""
    width = max(5.0, 106 / max(1, len(table.months)))
    months = (
        Column(month, Source.FIELD, "field", format=Format("int"), width=width, align=Align.CENTER)
        for month in table.months
    )
    rows = tuple((Cell(series.label), *(Cell(value) for value in series.values)) for series in table.series)
    return Grid(
        sheet=table.sheet,
        title=table.title,
        columns=(Column("月份", Source.FIELD, "field", width=14, align=Align.CENTER), *months),
        rows=rows,
        line=table.line,
        note=table.note,
    )


def draw_chart(sheet: Worksheet, table: MonthChart, heading: int, below: int) -> None:
    """Draws the bars under row `below`, from the table whose headings stand in row `heading`."""
    last = len(table.months) + 1
    bars = tuple(
        Bars(series, Block(row, 1, row, 1), Block(row, 2, row, last))
        for row, series in enumerate(table.series, heading + 1)
    )
    place = (0, below + 1, last, below + 1 + _ROWS)
    draw(sheet, table.caption or table.title, table.months, Block(heading, 2, heading, last), bars, place)
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 15, True
    sheet.print_area = None  # else only the table would be printed


def pictures_grid(table: ChartTable) -> Grid:
    """图: a small table a picture, names down, on upright paper."""
    return Grid(
        sheet=table.sheet,
        title=table.title,
        columns=tuple(Column("", Source.FIELD, "field", width=width) for width in _WIDTHS),
        rows=(),
        line=table.line,
        note=table.note,
        size=10,
        frozen=0,
        sections=tuple(_section(picture) for picture in table.pictures),
        portrait=True,
    )


def draw_pictures(sheet: Worksheet, table: ChartTable, places: list[Place]) -> None:
    """Draws each picture at the right of its table."""
    for picture, place in zip(table.pictures, places, strict=True):
        if not picture.names:
            continue
        bars = tuple(
            Bars(
                series,
                Block(place.heading, column, place.heading, column),
                Block(place.first, column, place.last, column),
            )
            for column, series in enumerate(picture.series, 2)
        )
        names = Block(place.first, 1, place.last, 1)
        bottom = max(place.last, place.heading + _LEAST)
        corners = (len(_WIDTHS) - 1, place.heading - 1, len(_WIDTHS), bottom)
        draw(sheet, "", picture.names, names, bars, corners, size=8)


def _section(picture: Comparison) -> Section:
    rows = tuple(
        (Cell(name), *(Cell(series.values[at]) for series in picture.series))
        for at, name in enumerate(picture.names)
    )
    columns = (text_column(picture.heading), *(number_column(one.label) for one in picture.series))
    return Section(picture.caption, tuple((column, 1) for column in columns), rows, "没有记录", _LEAST)
