"""A native bar chart below the month table it is drawn from, readable on black-and-white paper."""

from __future__ import annotations

from typing import Any, Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series as Bars
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from app.exporters.layout import Align, Column, Format, Source
from app.exporters.sheet_grid import Cell, Grid
from app.exporters.tables import MonthChart, Series

_DARK_TO_LIGHT: Final = ("3A5573", "C4CEDA", "8299B1", "EEF1F4")
_INK: Final = "1A2330"
_ROWS: Final = 22  # of 15 points, over the whole width of the table


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
    """Draws the chart under row `below`, from the table whose headings stand in row `heading`."""
    chart = BarChart()
    chart.type, chart.grouping, chart.gapWidth, chart.overlap = "col", "clustered", 55, 0
    chart.roundedCorners = False
    for number, series in enumerate(table.series):
        chart.series.append(_bars(sheet, table, series, heading, number))
    chart.title = _title(table.caption or table.title)
    chart.legend = None if len(table.series) < 2 else _legend()
    chart.x_axis.delete, chart.y_axis.delete = False, True  # the numbers stand on the bars
    chart.y_axis.majorGridlines, chart.y_axis.scaling.min = None, 0
    chart.x_axis.majorTickMark, chart.x_axis.txPr = "none", _type(10)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=_INK, w=9525))
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    corner = AnchorMarker(col=0, row=below + 1)
    opposite = AnchorMarker(col=len(table.months) + 1, row=below + 1 + _ROWS)
    placed: Any = chart  # the stubs know anchors by name only
    placed.anchor = TwoCellAnchor(editAs="oneCell", _from=corner, to=opposite)
    sheet.add_chart(chart)
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 15, True
    sheet.print_area = None  # else only the table would be printed


def _bars(sheet: Worksheet, table: MonthChart, series: Series, heading: int, number: int) -> Bars:
    """One series with its values cached, so that previews that don't calculate show it too."""
    count, row = len(table.months), heading + 1 + number
    points = [NumVal(idx=place, v=value) for place, value in enumerate(series.values) if value is not None]
    months = [StrVal(idx=place, v=month) for place, month in enumerate(table.months)]
    numbers = NumRef(f=_cells(sheet, row, 2, count + 1), numCache=NumData("0", ptCount=count, pt=points))
    names = StrRef(f=_cells(sheet, heading, 2, count + 1), strCache=StrData(ptCount=count, pt=months))
    name = StrData(ptCount=1, pt=[StrVal(idx=0, v=series.label)])
    label = StrRef(f=_cells(sheet, row, 1, 1), strCache=name)
    bars = Bars(idx=number, order=number, tx=SeriesLabel(strRef=label))
    bars.val, bars.cat = NumDataSource(numRef=numbers), AxDataSource(strRef=names)
    fill = _DARK_TO_LIGHT[number % len(_DARK_TO_LIGHT)]
    bars.spPr = GraphicalProperties(solidFill=fill, ln=LineProperties(solidFill=_INK, w=6350))
    bars.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    bars.dLbls.showPercent, bars.dLbls.position, bars.dLbls.txPr = False, "outEnd", _type(9)
    return bars


def _cells(sheet: Worksheet, row: int, first: int, last: int) -> str:
    return str(Reference(sheet, min_col=first, max_col=last, min_row=row))


def _letters(size: int, *, bold: bool = False) -> CharacterProperties:
    face = Font(typeface="宋体")
    return CharacterProperties(sz=size * 100, b=bold, solidFill=_INK, latin=face, ea=face)


def _type(size: int) -> RichText:
    properties = ParagraphProperties(defRPr=_letters(size))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties(lang="zh-CN"))])


def _title(text: str) -> Title:
    letters = _letters(14, bold=True)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _legend() -> Legend:
    legend = Legend()
    legend.position, legend.overlay, legend.txPr = "b", False, _type(10)
    return legend
