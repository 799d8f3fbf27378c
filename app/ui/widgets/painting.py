"""Small strokes shared by the painted widgets: boxes, lines of text, icons that stand level with text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.ui import icons
from app.ui.theme import Theme

Left = Qt.AlignmentFlag.AlignLeft
Right = Qt.AlignmentFlag.AlignRight
Centre = Qt.AlignmentFlag.AlignHCenter


def begin(widget: QWidget) -> QPainter:
    """A smooth painter on `widget`; call `end()` on it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRect,
    fill: QColor | None,
    outline: QColor | None,
    *,
    radius: float = 4,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box whose outline lies wholly inside `rect`."""
    inset = width / 2 if outline is not None else 0
    pen = QPen(Qt.PenStyle.NoPen)
    if outline is not None:
        pen = QPen(outline, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(QBrush(fill) if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def baseline(rect: QRect, metrics: QFontMetrics) -> int:
    """Where the text of a line centred in `rect` stands; the same as in Qt's own fields."""
    return rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()


def text(
    painter: QPainter,
    rect: QRect,
    string: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Left,
) -> int:
    """One line of text, centred upright in `rect`, ended by … when too long; returns its width."""
    metrics = QFontMetrics(font)
    shown, width = string, metrics.horizontalAdvance(string)
    if width > rect.width():
        shown = metrics.elidedText(string, Qt.TextElideMode.ElideRight, rect.width())
        width = metrics.horizontalAdvance(shown)
    x = rect.left()
    if align == Right:
        x = rect.left() + rect.width() - width
    elif align == Centre:
        x = rect.left() + (rect.width() - width) // 2
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(x, baseline(rect, metrics), shown)
    return width


def icon(
    painter: QPainter, rect: QRect, name: str, color: QColor, x: int, size: int, metrics: QFontMetrics
) -> None:
    """Icon `name` at `x`, level with the middle of the capitals of a text centred in `rect`."""
    middle = baseline(rect, metrics) - metrics.capHeight() / 2
    icons.draw(painter, name, color, x, middle - size / 2, size)


def icon_centred(painter: QPainter, rect: QRect, name: str, color: QColor, size: int) -> None:
    """Icon `name` in the middle of `rect`."""
    x = rect.left() + (rect.width() - size) / 2
    icons.draw(painter, name, color, x, rect.top() + (rect.height() - size) / 2, size)


def focus_box(painter: QPainter, rect: QRect, theme: Theme, *, radius: float = 4) -> None:
    """The ring around what has the keyboard."""
    box(painter, rect, None, theme.color("focus"), radius=radius, width=2)


def polygon(
    painter: QPainter, points: list[tuple[float, float]], fill: QColor, outline: QColor, width: float
) -> None:
    """A closed shape through `points`."""
    pen = QPen(outline, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPolygon([QPointF(x, y) for x, y in points])
