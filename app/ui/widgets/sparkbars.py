"""Twelve small bars: the months up to this one, whose numbers stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed


def paint_bars(painter: QPainter, rect: QRect, values: Sequence[int | None], theme: Theme) -> None:
    """Bars for `values`, oldest first, the last one in accent; None (no data) leaves a gap, 0 a line."""
    if not values:
        return
    step = rect.width() / len(values)
    gap = 2 if step > 6 else 1
    top = max((value for value in values if value is not None), default=0)
    for place, value in enumerate(values):
        if value is None:
            continue
        height = max(1, round(rect.height() * value / top)) if top > 0 else 1
        left = round(rect.left() + place * step)
        right = round(rect.left() + (place + 1) * step) - gap
        here = place == len(values) - 1
        bar = QRectF(left, rect.bottom() + 1 - height, max(1, right - left), height)
        painter.fillRect(bar, theme.color("accent" if here else "spark"))


def bars_width(theme: Theme) -> int:
    """Room twelve bars want."""
    return 12 * theme.even(0.85)


class Sparkbars(Themed, QWidget):
    """The bars as a widget; in tables a delegate calls `paint_bars`."""

    def __init__(self, values: Sequence[int | None] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[int | None]) -> None:
        """Show other months, oldest first."""
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(bars_width(self.theme), self.theme.px(1.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        paint_bars(painter, self.rect(), self._values, self.theme)
        painter.end()
