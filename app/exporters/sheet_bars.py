"""Native bars that refer to cells and hold their values too, readable on black-and-white paper."""

from __future__ import annotations

from dataclasses import dataclass
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
from openpyxl.chart.series import Series as BarSeries
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from app.exporters.tables import Series

DARK_TO_LIGHT: Final = ("3A5573", "C4CEDA", "8299B1", "EEF1F4")
_INK: Final = "1A2330"


@dataclass(frozen=True, slots=True)
class Block:
    """Cells from corner to corner, both counted from 1."""

    row: int
    column: int
    last_row: int
    last_column: int

    def on(self, sheet: Worksheet) -> str:
        """As a chart names them: '图'!$B$3:$B$14."""
        return str(
            Reference(
                sheet,
                min_row=self.row,
                min_col=self.column,
                max_row=self.last_row,
                max_col=self.last_column,
            )
        )


@dataclass(frozen=True, slots=True)
class Bars:
    """One series: where its name and its values stand, and the values themselves."""

    series: Series
    name: Block
    values: Block


def draw(
    sheet: Worksheet,
    title: str,
    names: tuple[str, ...],
    names_at: Block,
    bars: tuple[Bars, ...],
    place: tuple[int, int, int, int],
    *,
    size: int = 10,
) -> None:
    """Draws bars over the names into the cells left, top, right, bottom, counted from 0."""
    chart = BarChart()
    chart.type, chart.grouping, chart.gapWidth, chart.overlap = "col", "clustered", 55, 0
    chart.roundedCorners = False
    for number, one in enumerate(bars):
        chart.series.append(_bars(sheet, names, names_at, one, number, size))
    chart.title = _title(title, size)
    chart.legend = None if len(bars) < 2 else _legend(size)
    chart.x_axis.delete, chart.y_axis.delete = False, True  # the numbers stand on the bars
    below = any(value is not None and value < 0 for one in bars for value in one.series.values)
    chart.y_axis.majorGridlines, chart.y_axis.scaling.min = None, None if below else 0
    chart.x_axis.majorTickMark, chart.x_axis.txPr = "none", _type(size)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=_INK, w=9525))
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    left, top, right, bottom = place
    corner, opposite = AnchorMarker(col=left, row=top), AnchorMarker(col=right, row=bottom)
    placed: Any = chart  # the stubs know anchors by name only
    placed.anchor = TwoCellAnchor(editAs="oneCell", _from=corner, to=opposite)
    sheet.add_chart(chart)


def _bars(
    sheet: Worksheet, names: tuple[str, ...], names_at: Block, one: Bars, number: int, size: int
) -> BarSeries:
    """One series with its values cached, so that previews that don't calculate show it too."""
    count = len(names)
    points = [
        NumVal(idx=place, v=value) for place, value in enumerate(one.series.values) if value is not None
    ]
    said = [StrVal(idx=place, v=name) for place, name in enumerate(names)]
    numbers = NumRef(f=one.values.on(sheet), numCache=NumData("0", ptCount=count, pt=points))
    labels = StrRef(f=names_at.on(sheet), strCache=StrData(ptCount=count, pt=said))
    name = StrData(ptCount=1, pt=[StrVal(idx=0, v=one.series.label)])
    bars = BarSeries(
        idx=number, order=number, tx=SeriesLabel(strRef=StrRef(f=one.name.on(sheet), strCache=name))
    )
    bars.val, bars.cat = NumDataSource(numRef=numbers), AxDataSource(strRef=labels)
    fill = DARK_TO_LIGHT[number % len(DARK_TO_LIGHT)]
    bars.spPr = GraphicalProperties(solidFill=fill, ln=LineProperties(solidFill=_INK, w=6350))
    bars.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    bars.dLbls.showPercent, bars.dLbls.position, bars.dLbls.txPr = False, "outEnd", _type(size - 1)
    return bars


def _letters(size: int, *, bold: bool = False) -> CharacterProperties:
    face = Font(typeface="宋体")
    return CharacterProperties(sz=size * 100, b=bold, solidFill=_INK, latin=face, ea=face)


def _type(size: int) -> RichText:
    properties = ParagraphProperties(defRPr=_letters(size))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties(lang="zh-CN"))])


def _title(text: str, size: int) -> Title | None:
    if not text:
        return None
    letters = _letters(size + 4, bold=True)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _legend(size: int) -> Legend:
    legend = Legend()
    legend.position, legend.overlay, legend.txPr = "b", False, _type(size)
    return legend
