"""What every bar chart shares: bars in groups, one of them with the keyboard, each with a way behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.theme import Look, Theme
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PICTURE_WIDTH, _PICTURE_MARGIN, _SHARPNESS, _PICTURE_PT = 900, 20, 2, 10


@dataclass(frozen=True)
class Bar:
    """How long (None where nothing is known), what stands beside it, and what the tooltip adds."""

    amount: float | None
    text: str
    tip: str


@dataclass(frozen=True)
class BarGroup:
    """Bars that stand together under one label, one for each series."""

    label: str
    bars: tuple[Bar, ...]


Spot = tuple[int, int]
"""A group and a bar in it."""
NOWHERE: Spot = (-1, -1)


class BarChart(Themed, QWidget):
    """Arrows move, Enter or a double click opens what is behind a bar; subclasses place and paint."""

    opened = Signal(int, int)
    """Group and bar whose records are wanted."""
    moved = Signal(QRect)
    """Where the bar with the keyboard stands now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.series: tuple[str, ...] = ()
        self.groups: tuple[BarGroup, ...] = ()
        self.at: Spot = NOWHERE
        self.over: Spot = NOWHERE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_groups(self, series: Sequence[str], groups: Sequence[BarGroup]) -> None:
        """Show other bars; the keyboard stays at its place as far as there is one."""
        self.series, self.groups = tuple(series), tuple(groups)
        self.over = NOWHERE
        group = max(0, min(self.at[0], len(groups) - 1))
        self.at = (group, max(0, min(self.at[1], len(series) - 1))) if groups else NOWHERE
        self._name()
        self.updateGeometry()
        self.update()

    def go_to(self, group: int, bar: int = 0) -> None:
        """Put the keyboard on a bar."""
        if not self.groups:
            return
        self.at = (max(0, min(group, len(self.groups) - 1)), max(0, min(bar, len(self.series) - 1)))
        self._name()
        self.moved.emit(self.rect_of(self.at))
        self.update()

    def bar_at(self, spot: Spot) -> Bar | None:
        """The bar at a place, if there is one."""
        group, bar = spot
        if 0 <= group < len(self.groups) and 0 <= bar < len(self.groups[group].bars):
            return self.groups[group].bars[bar]
        return None

    def highest(self) -> float:
        """The amount the longest bar stands for; 1 when all are nothing."""
        found = [bar.amount for group in self.groups for bar in group.bars if bar.amount is not None]
        return max([*found, 0.0]) or 1.0

    def picture(self, title: str, note: str) -> QImage:
        """The chart on white in the colours of 浅色, with its title, to be put into a paper."""
        theme = Theme.make(Look.LIGHT, _PICTURE_PT)
        head = theme.metrics("section").height() + theme.metrics("note").height() + 12
        least = self.least_size(theme)
        width = max(_PICTURE_WIDTH, least.width() + 2 * _PICTURE_MARGIN)
        height = head + max(least.height(), self.picture_height(theme)) + 2 * _PICTURE_MARGIN
        image = QImage(QSize(width, height) * _SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPNESS)
        image.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(0, 0, width, height).adjusted(*(_PICTURE_MARGIN * n for n in (1, 1, -1, -1)))
        line = QRect(area.left(), area.top(), area.width(), theme.metrics("section").height())
        painting.text(painter, line, title, theme.font("section"), theme.color("text"))
        line = QRect(area.left(), line.bottom() + 4, area.width(), theme.metrics("note").height())
        painting.text(painter, line, note, theme.font("note"), theme.color("text2"))
        self.draw(painter, area.adjusted(0, head, 0, 0), theme, marked=False)
        painter.end()
        return image

    # for subclasses

    def least_size(self, theme: Theme) -> QSize:
        """Room that the bars and their words need."""
        raise NotImplementedError

    def picture_height(self, theme: Theme) -> int:
        """Pixels a picture on paper should have at least."""
        return 0

    def draw(self, painter: QPainter, area: QRect, theme: Theme, *, marked: bool) -> None:
        """Paint the bars into `area`; `marked` shows the keyboard and the mouse."""
        raise NotImplementedError

    def rect_of(self, spot: Spot) -> QRect:
        """Where a bar with its number stands."""
        raise NotImplementedError

    def spot_at(self, point: QPoint) -> Spot:
        """The bar under a point, NOWHERE without one."""
        raise NotImplementedError

    def step(self, key: Qt.Key) -> Spot | None:
        """Where an arrow key leads from `at`; None when it is no arrow here."""
        raise NotImplementedError

    # Qt overrides

    def sizeHint(self) -> QSize:
        return self.least_size(self.theme)

    def minimumSizeHint(self) -> QSize:
        return self.least_size(self.theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        self.draw(painter, self.rect(), self.theme, marked=True)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        spot = self.step(key)
        if spot is not None:
            self.go_to(*spot)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self.groups) - 1, self.at[1])
        elif key in _ENTER and self.bar_at(self.at) is not None:
            self.opened.emit(*self.at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position().toPoint())
        if spot != NOWHERE:
            self.go_to(*spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.bar_at(spot) is not None:
            self.opened.emit(*spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.spot_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(NOWHERE)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(self.spot_at(event.pos()))
            QToolTip.showText(event.globalPos(), bar.tip if bar else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _hover(self, spot: Spot) -> None:
        if spot != self.over:
            self.over = spot
            self.update()

    def _name(self) -> None:
        bar = self.bar_at(self.at)
        self.setAccessibleName(bar.tip if bar else "")
