"""A column chart of months painted from its figures."""

from __future__ import annotations

from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.print.fonts import face
from app.ui.print.paper import Chart, TextStyle

_COLOURS = ("4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")
_INK, _GRID = QColor("#1A2330"), QColor("#D0D0D0")
_CENTRE = Qt.AlignmentFlag.AlignCenter
_TITLE = 1.4  # the title's size by the size of the other letters
_FILLED = 0.68  # the share of a month's room that its columns take


class ChartPainter:
    """Paints one chart; `scale` is pixels in a twip."""

    def __init__(self, painter: QPainter, chart: Chart, scale: float) -> None:
        self._painter = painter
        self._chart = chart
        self._font = _font(chart.size * scale)
        self._metrics = QFontMetricsF(self._font)
        self._line = self._metrics.height()
        self._top = _axis_end(chart)

    def paint(self, area: QRectF) -> None:
        """Title, value lines, columns with their values, names of the months, legend."""
        self._painter.save()
        body = area.adjusted(self._line, self._line * 0.4, -self._line, -self._line * 0.4)
        if self._chart.title:
            self._paint_title(QRectF(body.left(), body.top(), body.width(), self._line * _TITLE * 1.5))
            body.setTop(body.top() + self._line * _TITLE * 1.8)
        self._painter.setFont(self._font)
        if self._chart.legend_shown:
            legend = QRectF(body.left(), body.bottom() - self._line, body.width(), self._line)
            self._paint_legend(legend)
            body.setBottom(body.bottom() - self._line * 1.4)
        body.setBottom(body.bottom() - self._line * 1.3)
        if self._chart.values_shown:
            body.setTop(body.top() + self._line)
        if self._chart.axis_shown:
            body.setLeft(body.left() + self._metrics.horizontalAdvance(f"{self._top:g}") + self._line * 0.3)
            self._paint_axis(body)
        self._paint_columns(body)
        self._painter.setPen(QPen(_INK, self._hair))
        self._painter.drawLine(body.bottomLeft(), body.bottomRight())
        self._painter.restore()

    @property
    def _hair(self) -> float:
        return max(self._line / 22, 0.5)

    def _paint_title(self, area: QRectF) -> None:
        font = QFont(self._font)
        font.setPixelSize(max(1, round(self._font.pixelSize() * _TITLE)))
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(_INK)
        self._painter.drawText(area, _CENTRE, self._chart.title)

    def _paint_axis(self, body: QRectF) -> None:
        step = _step(self._top)
        for at in range(round(self._top / step) + 1):
            y = body.bottom() - body.height() * at * step / self._top
            self._painter.setPen(QPen(_GRID, self._hair))
            self._painter.drawLine(QPointF(body.left(), y), QPointF(body.right(), y))
            self._painter.setPen(_INK)
            text = f"{at * step:g}"
            x = body.left() - self._metrics.horizontalAdvance(text) - self._line * 0.3
            self._painter.drawText(QPointF(x, y + self._metrics.ascent() / 3), text)

    def _paint_columns(self, body: QRectF) -> None:
        slot = body.width() / max(1, len(self._chart.categories))
        wide = slot * _FILLED / max(1, len(self._chart.series))
        for at, name in enumerate(self._chart.categories):
            left = body.left() + slot * at
            for index, series in enumerate(self._chart.series):
                value = series.values[at] if at < len(series.values) else None
                x = left + slot * (1 - _FILLED) / 2 + wide * index
                if value is not None:
                    self._paint_column(body, x, wide, value, self._colour(index))
            self._painter.setPen(_INK)
            text = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, slot)
            self._painter.drawText(QRectF(left, body.bottom(), slot, self._line * 1.3), _CENTRE, text)

    def _paint_column(self, body: QRectF, x: float, wide: float, value: float, colour: QColor) -> None:
        height = body.height() * max(value, 0.0) / self._top
        column = QRectF(x, body.bottom() - height, wide, height)
        if height:
            self._painter.setPen(QPen(_INK, self._hair))
            self._painter.setBrush(colour)
            self._painter.drawRect(column)
        if self._chart.values_shown:
            self._painter.setPen(_INK)
            place = QRectF(x - wide, column.top() - self._line, wide * 3, self._line)
            self._painter.drawText(place, _CENTRE, f"{value:g}")

    def _paint_legend(self, area: QRectF) -> None:
        box = self._line * 0.6
        names = [series.name for series in self._chart.series]
        widths = [self._metrics.horizontalAdvance(name) + box * 3 for name in names]
        x = area.center().x() - sum(widths) / 2
        for index, (name, width) in enumerate(zip(names, widths, strict=True)):
            self._painter.setPen(QPen(_INK, self._hair))
            self._painter.setBrush(self._colour(index))
            self._painter.drawRect(QRectF(x, area.center().y() - box / 2, box, box))
            self._painter.setPen(_INK)
            y = area.center().y() + self._metrics.ascent() / 2.6
            self._painter.drawText(QPointF(x + box * 1.4, y), name)
            x += width

    def _colour(self, index: int) -> QColor:
        return QColor("#" + (self._chart.series[index].colour or _COLOURS[index % len(_COLOURS)]))


def _font(pixels: float) -> QFont:
    font = QFont(face(TextStyle(han="黑体"), True).font)
    font.setPixelSize(max(1, round(pixels)))
    return font


def _axis_end(chart: Chart) -> float:
    """Where the value axis ends: at the highest value, or at the next line above it where lines are shown."""
    highest = max((value for one in chart.series for value in one.values if value is not None), default=0.0)
    if highest <= 0:
        return 1.0
    step = _step(highest)
    return ceil(highest / step) * step if chart.axis_shown else highest


def _step(highest: float) -> float:
    """A round distance of value lines, so that there are about five."""
    rough = highest / 5
    power = 10.0 ** floor(log10(rough))
    return next((power * factor for factor in (1, 2, 5) if power * factor >= rough), power * 10)
