"""RowChart: one lying bar a line, its name before it and its number at its end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from app.ui.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.bar_chart import NOWHERE, BarChart, Spot

_LABEL_EMS, _BAR_EMS, _SHARE, _MARK = 14.0, 16.0, 0.52, 3


class RowChart(BarChart):
    """As many lines as there are groups; the page around it scrolls."""

    def least_size(self, theme: Theme) -> QSize:
        width = self._labels(theme) + theme.px(_BAR_EMS) + self._numbers(theme)
        return QSize(width, len(self.groups) * theme.row)

    def draw(self, painter: QPainter, area: QRect, theme: Theme, *, marked: bool) -> None:
        top = self.highest()
        for place in range(len(self.groups)):
            line = QRect(area.left(), area.top() + place * theme.row, area.width(), theme.row)
            here = marked and self.hasFocus() and place == self.at[0]
            if here:
                painter.fillRect(line, theme.color("select"))
                painter.fillRect(line.left(), line.top(), _MARK, line.height(), theme.color("accent"))
            elif marked and place == self.over[0]:
                painter.fillRect(line, theme.color("hover"))
            self._draw_line(painter, line, place, top, theme, on_select=here and theme.is_contrast)

    def rect_of(self, spot: Spot) -> QRect:
        return QRect(0, spot[0] * self.theme.row, self.width(), self.theme.row)

    def spot_at(self, point: QPoint) -> Spot:
        place = point.y() // self.theme.row
        return (place, 0) if 0 <= place < len(self.groups) else NOWHERE

    def step(self, key: Qt.Key) -> Spot | None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        return (self.at[0] + steps[key], 0) if key in steps else None

    def _labels(self, theme: Theme) -> int:
        metrics = theme.metrics()
        widest = max((metrics.horizontalAdvance(group.label) for group in self.groups), default=0)
        return min(widest, theme.px(_LABEL_EMS)) + theme.px(1.6)

    def _numbers(self, theme: Theme) -> int:
        metrics = theme.metrics(bold=True)
        texts = (bar.text for group in self.groups for bar in group.bars)
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + theme.px(1.2)

    def _draw_line(
        self, painter: QPainter, line: QRect, place: int, top: float, theme: Theme, *, on_select: bool
    ) -> None:
        group = self.groups[place]
        bar = group.bars[0]
        left = line.left() + self._labels(theme)
        ink = theme.color("on_select" if on_select else "text")
        words = QRect(
            line.left() + theme.px(0.7), line.top(), self._labels(theme) - theme.px(1.2), line.height()
        )
        painting.text(painter, words, group.label, theme.font(), ink)
        room = line.right() - left - self._numbers(theme)
        long = max(1, round(room * bar.amount / top)) if bar.amount is not None else 0
        high = round(line.height() * _SHARE)
        rect = QRect(left, line.top() + (line.height() - high) // 2, long, high)
        painter.fillRect(
            rect, theme.color("on_select" if on_select else "accent" if bar.amount else "border")
        )
        number = QRect(left + long + theme.px(0.5), line.top(), self._numbers(theme), line.height())
        color = ink if bar.amount or on_select else theme.color("text2")
        painting.text(painter, number, bar.text, theme.font(bold=bool(bar.amount)), color)
