"""A row of joined buttons of which one is down: 本月 | 本季 | 本年 | 全部 | 自选."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen

from app.ui.widgets import painting
from app.ui.widgets.choice_bar import ChoiceBar


class Segments(ChoiceBar):
    """Choose one of a few, all in sight."""

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 1, self.theme.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def rects(self) -> list[QRect]:
        found, x = [], 0
        for width in self._widths():
            found.append(QRect(x, 0, width + 1, self.height()))
            x += width
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        self._paint_ground(painter)
        theme = self.theme
        for place, (option, rect) in enumerate(zip(self.options, self.rects(), strict=True)):
            here = option.key == self.current
            ink = "accent" if here else "text" if place == self._over else "text2"
            color = theme.color(ink if self.isEnabled() else "disabled")
            painting.text(painter, rect, option.text, theme.font(bold=here), color, painting.Centre)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme, rects = self.theme, self.rects()
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(outline, 4, 4)
        painter.fillPath(shape, theme.color("surface"))
        painter.save()
        painter.setClipPath(shape)
        for place, rect in enumerate(rects):
            if place == self._over and self.options[place].key != self.current:
                painter.fillRect(rect, theme.color("hover"))
            if place:
                painter.fillRect(rect.left(), 0, 1, self.height(), theme.color("border_soft"))
        painter.restore()
        painter.setPen(QPen(theme.color("border_soft"), 1))
        painter.setBrush(painter.brush().style().NoBrush)
        painter.drawPath(shape)
        keys = [option.key for option in self.options]
        if self.current in keys:
            rect = rects[keys.index(self.current)]
            width = 2 if self.hasFocus() else 1
            painting.box(painter, rect, theme.color("soft"), theme.color("accent"), radius=4, width=width)

    def _widths(self) -> list[int]:
        metrics = self.theme.metrics(bold=True)
        words = [metrics.horizontalAdvance(option.text) for option in self.options]
        return [width + 2 * self.theme.px(1.45) for width in words]
