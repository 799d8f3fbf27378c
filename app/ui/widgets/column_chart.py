"""ColumnChart: upright bars in pairs over a small table of their numbers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from app.ui.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.bar_chart import NOWHERE, BarChart, BarGroup, Spot

_PLOT_EMS, _LINE_EMS, _BAR_EMS, _GAP = 12.0, 1.9, 1.7, 2
_INKS = ("accent", "spark")


class ColumnChart(BarChart):
    """The first series in accent, the second in the colour of past months; the table is the legend too."""

    def least_size(self, theme: Theme) -> QSize:
        slots = max(1, len(self.groups)) * self._slot(theme)
        return QSize(self._names(theme) + slots, theme.px(_PLOT_EMS) + self._table(theme))

    def picture_height(self, theme: Theme) -> int:
        return 2 * theme.px(_PLOT_EMS)

    def draw(self, painter: QPainter, area: QRect, theme: Theme, *, marked: bool) -> None:
        if not self.groups:
            return
        plot = area.adjusted(self._names(theme), 0, 0, -self._table(theme))
        if marked and self.over != NOWHERE:
            painter.fillRect(self._column(area, theme, self.over[0]), theme.color("hover"))
        top = self.highest()
        for place, group in enumerate(self.groups):
            self._draw_bars(painter, self._slot_rect(plot, place), group, top, theme)
        painter.fillRect(plot.left(), plot.bottom(), plot.width(), 1, theme.color("border"))
        self._draw_table(painter, area, theme)
        if marked and self.hasFocus() and self.bar_at(self.at) is not None:
            painting.focus_box(painter, self._cell(area, theme, *self.at).adjusted(2, 1, -2, -2), theme)

    def rect_of(self, spot: Spot) -> QRect:
        return self._cell(self.rect(), self.theme, *spot)

    def spot_at(self, point: QPoint) -> Spot:
        area, theme = self.rect(), self.theme
        for place in range(len(self.groups)):
            column = self._column(area, theme, place)
            if not column.contains(point):
                continue
            for bar in range(len(self.series)):
                if self._cell(area, theme, place, bar).contains(point):
                    return place, bar
            half = column.left() + column.width() // 2
            return place, min(len(self.series) - 1, int(point.x() >= half))
        return NOWHERE

    def step(self, key: Qt.Key) -> Spot | None:
        group, bar = self.at
        steps = {
            Qt.Key.Key_Left: (group - 1, bar), Qt.Key.Key_Right: (group + 1, bar),
            Qt.Key.Key_Up: (group, bar - 1), Qt.Key.Key_Down: (group, bar + 1),
        }  # fmt: skip
        return steps.get(key)

    # measures

    def _names(self, theme: Theme) -> int:
        """Pixels of the names of the series, with their colours."""
        widest = max((theme.metrics().horizontalAdvance(name) for name in self.series), default=0)
        return widest + theme.px(1.6)

    def _slot(self, theme: Theme) -> int:
        """Pixels a group needs for its label and numbers."""
        bold, plain = theme.metrics(bold=True), theme.metrics()
        words = [bold.horizontalAdvance(bar.text) for group in self.groups for bar in group.bars]
        words += [plain.horizontalAdvance(group.label) for group in self.groups]
        bars = len(self.series) * theme.px(0.8) + _GAP
        return max([*words, bars]) + theme.px(0.9)

    def _table(self, theme: Theme) -> int:
        return theme.px(_LINE_EMS) * (1 + len(self.series))

    def _slot_rect(self, area: QRect, place: int) -> QRect:
        """The part of `area` (beside the names) that belongs to a group."""
        count = len(self.groups)
        left = area.left() + area.width() * place // count
        return QRect(
            left, area.top(), area.left() + area.width() * (place + 1) // count - left, area.height()
        )

    def _column(self, area: QRect, theme: Theme, place: int) -> QRect:
        return self._slot_rect(area.adjusted(self._names(theme), 0, 0, 0), place)

    def _cell(self, area: QRect, theme: Theme, place: int, bar: int) -> QRect:
        """Where the number of a bar stands."""
        line = theme.px(_LINE_EMS)
        column = self._column(area, theme, place)
        top = area.bottom() + 1 - line * (len(self.series) - bar)
        return QRect(column.left(), top, column.width(), line)

    # painting

    def _draw_bars(self, painter: QPainter, slot: QRect, group: BarGroup, top: float, theme: Theme) -> None:
        count = len(group.bars)
        wide = min(theme.px(_BAR_EMS), (slot.width() - theme.px(0.5)) // count - _GAP)
        left = slot.left() + (slot.width() - count * (wide + _GAP) + _GAP) // 2
        room = slot.height() - theme.px(0.8)
        for place, bar in enumerate(group.bars):
            if bar.amount is not None:
                high = max(1, round(room * bar.amount / top))
                rect = QRect(left + place * (wide + _GAP), slot.bottom() + 1 - high, wide, high)
                _paint_bar(painter, rect, theme, _INKS[place])

    def _draw_table(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        line = theme.px(_LINE_EMS)
        top = area.bottom() + 1 - self._table(theme)
        for place, group in enumerate(self.groups):
            column = self._column(area, theme, place)
            head = QRect(column.left(), top, column.width(), line)
            painting.text(painter, head, group.label, theme.font(), theme.color("text2"), painting.Centre)
            for at, bar in enumerate(group.bars):
                font, ink = theme.font(bold=at == 0), theme.color("text" if at == 0 else "text2")
                painting.text(
                    painter, self._cell(area, theme, place, at), bar.text, font, ink, painting.Centre
                )
        for at, name in enumerate(self.series):
            y = top + line * (at + 1)
            painter.fillRect(area.left(), y, area.width(), 1, theme.color("line"))
            edge = theme.px(0.75)
            _paint_bar(painter, QRect(area.left() + 2, y + (line - edge) // 2, edge, edge), theme, _INKS[at])
            words = QRect(area.left() + theme.px(1.25), y, self._names(theme), line)
            painting.text(painter, words, name, theme.font(bold=at == 0), theme.color("text2"))


def _paint_bar(painter: QPainter, rect: QRect, theme: Theme, ink: str) -> None:
    """Filled; in the look of high contrast last year's are hollow, so that colour does not speak alone."""
    if theme.is_contrast and ink == "spark":
        painting.box(painter, rect, None, theme.color(ink), radius=0, width=2)
    else:
        painter.fillRect(rect, theme.color(ink))
