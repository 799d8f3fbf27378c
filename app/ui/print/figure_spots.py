"""FigureSpots: the numbers on the pages that lead to their records; on screen only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.palette import LIGHT
from app.ui.print.pages import Pages

_REACH = 2.0  # points around a number that belong to it
_GAP = 1.5  # pixels between the letters and the dots below them


class FigureSpots:
    """Where the figures are, and what to say of each (`tips`, "" where there is nothing behind it)."""

    def __init__(self) -> None:
        self.tips: tuple[str, ...] = ()
        self.at = -1
        self.over = -1

    def set_tips(self, pages: Pages | None, tips: Sequence[str]) -> None:
        """Take other figures; one tip for each of the document's."""
        noted = pages.figures if pages is not None else None
        self.tips = tuple(tips) if noted is not None and len(noted.runs) == len(tips) else ()
        self.at = self.over = -1

    def tip(self, figure: int) -> str:
        """What to say of a figure, "" where nothing is behind it."""
        return self.tips[figure] if 0 <= figure < len(self.tips) else ""

    def on_page(self, pages: Pages, index: int) -> list[tuple[QRectF, int]]:
        """The places on a page, in points, of the figures that lead somewhere."""
        if not self.tips:
            return []
        return [(place, figure) for place, figure in pages.spots(index) if self.tip(figure)]

    def find(self, pages: Pages, index: int, point: QPointF) -> int:
        """The figure at a point of a page, -1 without one."""
        for place, figure in self.on_page(pages, index):
            if place.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point):
                return figure
        return -1

    def step(self, pages: Pages, current: int, by: int) -> tuple[int, QRectF] | None:
        """Go to the next figure, or the one before; its page and place, None when there is no further one.

        The first step begins on the page `current`.
        """
        places: dict[int, tuple[int, QRectF]] = {}
        for index in range(pages.ready):
            for place, figure in self.on_page(pages, index):
                places.setdefault(figure, (index, place))
        order = sorted(places)
        if by < 0:
            order.reverse()
        if self.at < 0:
            rest = [figure for figure in order if (places[figure][0] - current) * by >= 0]
        else:
            rest = [figure for figure in order if (figure - self.at) * by > 0]
        if not rest:
            return None
        self.at = rest[0]
        return places[self.at]

    def paint(
        self, painter: QPainter, pages: Pages, index: int, corner: QPoint, scale: float, *, focused: bool
    ) -> None:
        """Underline the figures of a page whose paper begins at `corner`, in the colours of white paper."""
        ink = QColor(LIGHT.accent)
        for place, figure in self.on_page(pages, index):
            rect = _scaled(place, scale).translated(corner)
            here = figure in (self.over, self.at if focused else -1)
            style = Qt.PenStyle.SolidLine if here else Qt.PenStyle.DotLine
            painter.setPen(QPen(ink, 1, style))
            bottom = rect.bottom() + _GAP
            painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
            if focused and figure == self.at:
                painter.setPen(QPen(ink, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(-3, -2, 3, 4))


def _scaled(place: QRectF, scale: float) -> QRectF:
    return QRectF(place.topLeft() * scale, place.size() * scale)
