"""A column chart of months painted from its figures."""

from __future__ import annotations

from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.print.fonts import face
from app.ui.print.paper import Chart, TextStyle

_COLOURS = ("4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")
_INK, _GRID = QColor("#404040"), QColor("#D0D0D0")
_TEXT_SHARE = 1 / 22  # the height of letters as a share of the chart's height


def paint_chart(painter: QPainter, area: QRectF, chart: Chart) -> None:
    """Paint a chart into a rectangle: title, value lines, columns, category names, legend."""
    painter.save()
    painter.fillRect(area, Qt.GlobalColor.white)
    painter.setPen(QPen(_GRID, max(area.height() / 400, 0.5)))
    painter.drawRect(area)
    font = _font(max(area.height() * _TEXT_SHARE, 4.0))
    metrics = QFontMetricsF(font)
    line = metrics.height()
    body = area.adjusted(line, line * 0.6, -line, -line * 0.4)
    if chart.title:
        title = QFont(font)
        title.setPixelSize(max(1, round(font.pixelSize() * 1.3)))
        title.setBold(True)
        painter.setFont(title)
        painter.setPen(_INK)
        painter.drawText(QRectF(body.left(), body.top(), body.width(), line * 1.6), _CENTRE, chart.title)
        body.setTop(body.top() + line * 2)
    painter.setFont(font)
    if len(chart.series) > 1:
        _paint_legend(painter, QRectF(body.left(), body.bottom() - line, body.width(), line), chart, metrics)
        body.setBottom(body.bottom() - line * 1.3)
    body.setBottom(body.bottom() - line * 1.4)
    highest = _axis_end(chart)
    body.setLeft(body.left() + metrics.horizontalAdvance(f"{highest:g}") + line * 0.3)
    _paint_values(painter, body, highest, metrics)
    _paint_columns(painter, body, chart, highest, metrics)
    painter.restore()


_CENTRE = Qt.AlignmentFlag.AlignCenter


def _paint_values(painter: QPainter, body: QRectF, highest: float, metrics: QFontMetricsF) -> None:
    step = _step(highest)
    value = 0.0
    while value <= highest + step / 1000:
        y = body.bottom() - body.height() * value / highest
        painter.setPen(QPen(_GRID, max(metrics.height() / 30, 0.4)))
        painter.drawLine(QPointF(body.left(), y), QPointF(body.right(), y))
        painter.setPen(_INK)
        text = f"{value:g}"
        width = metrics.horizontalAdvance(text)
        painter.drawText(
            QPointF(body.left() - width - metrics.height() * 0.3, y + metrics.ascent() / 3), text
        )
        value += step


def _paint_columns(
    painter: QPainter, body: QRectF, chart: Chart, highest: float, metrics: QFontMetricsF
) -> None:
    if not chart.categories:
        return
    slot = body.width() / len(chart.categories)
    wide = slot * 0.6 / max(1, len(chart.series))
    for at, name in enumerate(chart.categories):
        left = body.left() + slot * at
        for index, series in enumerate(chart.series):
            value = series.values[at] if at < len(series.values) else None
            if value:
                height = body.height() * value / highest
                x = left + slot * 0.2 + wide * index
                column = QRectF(x, body.bottom() - height, wide, height)
                painter.fillRect(column, _colour(chart, index))
        painter.setPen(_INK)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, slot)
        painter.drawText(QRectF(left, body.bottom(), slot, metrics.height() * 1.4), _CENTRE, text)


def _paint_legend(painter: QPainter, area: QRectF, chart: Chart, metrics: QFontMetricsF) -> None:
    box = metrics.height() * 0.6
    widths = [metrics.horizontalAdvance(one.name) + box * 2.5 for one in chart.series]
    x = area.center().x() - sum(widths) / 2
    for index, (series, width) in enumerate(zip(chart.series, widths, strict=True)):
        painter.fillRect(QRectF(x, area.center().y() - box / 2, box, box), _colour(chart, index))
        painter.setPen(_INK)
        painter.drawText(QPointF(x + box * 1.4, area.center().y() + metrics.ascent() / 2.6), series.name)
        x += width


def _colour(chart: Chart, index: int) -> QColor:
    return QColor("#" + (chart.series[index].colour or _COLOURS[index % len(_COLOURS)]))


def _font(pixels: float) -> QFont:
    font = QFont(face(TextStyle(han="黑体"), True).font)
    font.setPixelSize(max(1, round(pixels)))
    return font


def _axis_end(chart: Chart) -> float:
    highest = max((value for one in chart.series for value in one.values if value is not None), default=0.0)
    if highest <= 0:
        return 1.0
    step = _step(highest)
    return ceil(highest / step) * step


def _step(highest: float) -> float:
    """A round distance of value lines, four to eight of them."""
    rough = highest / 5
    power = 10.0 ** floor(log10(rough))
    return next((power * factor for factor in (1, 2, 5, 10) if power * factor >= rough), power * 10)
