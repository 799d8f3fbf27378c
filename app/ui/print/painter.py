"""Marks painted with a QPainter, sharp at any scale."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter, QPen, QRawFont

from app.ui.print.chart_painter import ChartPainter
from app.ui.print.marks import Clip, Diagram, Fill, GlyphRun, Image, Mark, Placed, Spot, Stroke
from app.ui.print.shaping import raw_font

_DASHES = {"dotted": (1.0, 2.0), "dashed": (4.0, 3.0)}
_BIG_PICTURE = 2400  # pixels of the longer side beyond which a picture is scaled down once


class MarkPainter:
    """Paints marks; `scale` is the device-independent pixels in a twip."""

    def __init__(self, painter: QPainter, scale: float) -> None:
        self._painter = painter
        self._scale = scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def paint(self, placed: Iterable[Placed]) -> None:
        """Paint everything that stands on a page, its upper left corner at the painter's origin."""
        for x, y, marks in placed:
            for mark in marks:
                self._paint(mark, x, y)

    def _paint(self, mark: Mark, x: float, y: float) -> None:
        if isinstance(mark, GlyphRun):
            self._glyphs(mark, x, y)
        elif isinstance(mark, Stroke):
            self._stroke(mark, x, y)
        elif isinstance(mark, Fill):
            self._painter.fillRect(self._rect(mark, x, y), QColor("#" + mark.colour))
        elif isinstance(mark, Image):
            self._image(mark, x, y)
        elif isinstance(mark, Spot):
            return
        elif isinstance(mark, Clip):
            self._painter.save()
            self._painter.setClipRect(self._rect(mark, x, y), Qt.ClipOperation.IntersectClip)
            for inside in mark.marks:
                self._paint(inside, x, y)
            self._painter.restore()
        else:
            ChartPainter(self._painter, mark.chart, self._scale).paint(self._rect(mark, x, y))

    def _rect(self, mark: Fill | Image | Diagram | Clip, x: float, y: float) -> QRectF:
        k = self._scale
        return QRectF((x + mark.x) * k, (y + mark.y) * k, mark.width * k, mark.height * k)

    def _glyphs(self, mark: GlyphRun, x: float, y: float) -> None:
        k = self._scale
        self._painter.setPen(QColor("#" + mark.colour))
        font = _scaled_font(mark.font, k)
        glyphs = list(zip(mark.indexes, mark.xs, mark.ys, strict=True))
        # One run for each baseline, so that the baseline can fall on a whole pixel.
        for baseline, items in groupby(glyphs, key=lambda glyph: glyph[2]):
            row = list(items)
            run = QGlyphRun()
            run.setRawFont(font)
            run.setGlyphIndexes([index for index, _, _ in row])
            run.setPositions([QPointF((x + place) * k, 0.0) for _, place, _ in row])
            self._painter.drawGlyphRun(QPointF(0.0, self._snapped((y + baseline) * k)), run)

    def _stroke(self, mark: Stroke, x: float, y: float) -> None:
        k = self._scale
        width = max(mark.width * k, self._thinnest())
        if mark.kind == "double":
            for side in (-1, 1):
                shift = mark.width / 3 * side
                across = mark.y1 == mark.y2
                part = Stroke(
                    mark.x1 + (0 if across else shift), mark.y1 + (shift if across else 0),
                    mark.x2 + (0 if across else shift), mark.y2 + (shift if across else 0),
                    mark.width / 3, mark.colour,
                )  # fmt: skip
                self._stroke(part, x, y)
            return
        pen = QPen(QColor("#" + mark.colour), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if mark.kind in _DASHES:
            pen.setDashPattern(list(_DASHES[mark.kind]))
        self._painter.setPen(pen)
        x1, x2, y1, y2 = ((x + mark.x1) * k, (x + mark.x2) * k, (y + mark.y1) * k, (y + mark.y2) * k)
        if mark.y1 == mark.y2:
            y1 = y2 = self._snapped(y1 - width / 2) + width / 2
        elif mark.x1 == mark.x2:
            x1 = x2 = self._snapped(x1 - width / 2) + width / 2
        self._painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def _image(self, mark: Image, x: float, y: float) -> None:
        area = self._rect(mark, x, y)
        image = decoded(mark.data)
        if image.isNull():
            self._painter.setPen(QPen(QColor(Qt.GlobalColor.gray), self._thinnest()))
            self._painter.drawRect(area)
            return
        left, top, right, bottom = mark.crop
        width, height = image.width(), image.height()
        source = QRectF(left * width, top * height, (1 - left - right) * width, (1 - top - bottom) * height)
        if mark.visible is not None and mark.visible < mark.height:
            share = mark.visible / mark.height
            source.setHeight(source.height() * share)
            area.setHeight(area.height() * share)
        self._painter.drawImage(area, image, source)

    def _ratio(self) -> float:
        """Device pixels in a pixel of the painter."""
        return self._painter.deviceTransform().m11()

    def _thinnest(self) -> float:
        return 1.0 / self._ratio()

    def _snapped(self, value: float) -> float:
        """The nearest whole device pixel, counted from the painter's own origin on the device."""
        transform = self._painter.deviceTransform()
        ratio = transform.m22()
        return (round(value * ratio + transform.dy()) - transform.dy()) / ratio


@lru_cache(maxsize=256)
def _scaled_font(index: int, scale: float) -> QRawFont:
    font = QRawFont(raw_font(index))
    font.setPixelSize(font.pixelSize() * scale)
    return font


@lru_cache(maxsize=16)
def decoded(data: bytes) -> QImage:
    """A picture's pixels, turned upright; null when it cannot be read."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    longer = max(size.width(), size.height())
    if longer > _BIG_PICTURE:
        reader.setScaledSize(size * (_BIG_PICTURE / longer))
    return reader.read()
