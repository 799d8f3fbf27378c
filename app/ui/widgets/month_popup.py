"""Chooses a month: ‹ 2026年 › over twelve months."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets import painting
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.themed import Themed

COLUMNS = 4


class MonthPopup(Themed, QFrame):
    """Opens below a widget; arrows move, PgUp PgDn change the year, Enter chooses, Esc closes."""

    chosen = Signal(int, int)
    """Year and month."""

    def __init__(self, year: int, month: int, parent: QWidget, *, today: tuple[int, int] = (0, 0)) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "popup")
        self._stepper = PeriodStepper(f"{year}年")
        self._stepper.stepped.connect(self._turn)
        self._months = _Months(year, month, today, self)
        self._months.picked.connect(self._pick)
        self._months.turned.connect(self._turn)
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self._stepper)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.addLayout(top)
        column.addWidget(self._months)

    def open_below(self, widget: QWidget) -> None:
        """Show under `widget`, inside the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint((widget.width() - self.width()) // 2, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self._months.setFocus()

    def _turn(self, years: int) -> None:
        self._months.year += years
        self._stepper.set_text(f"{self._months.year}年")
        self._months.update()

    def _pick(self, year: int, month: int) -> None:
        self.close()
        self.chosen.emit(year, month)


class _Months(Themed, QWidget):
    picked = Signal(int, int)
    turned = Signal(int)

    def __init__(self, year: int, month: int, today: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.year, self._at = year, month - 1
        self._chosen, self._today = (year, month), today
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("月份")

    def sizeHint(self) -> QSize:
        return QSize(COLUMNS * self.theme.px(4.6), 3 * self.theme.control)

    def rects(self) -> list[QRect]:
        """Where the twelve months stand."""
        width, height = self.width() // COLUMNS, self.height() // 3
        return [QRect(n % COLUMNS * width, n // COLUMNS * height, width - 2, height - 2) for n in range(12)]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        for place, rect in enumerate(self.rects()):
            here = (self.year, place + 1) == self._chosen
            if here or place == self._at:
                painting.box(painter, rect, theme.color("soft" if here else "hover"), None)
            if place == self._at and self.hasFocus():
                painting.focus_box(painter, rect, theme)
            ink = "accent" if here or (self.year, place + 1) == self._today else "text"
            font = theme.font(bold=here)
            painting.text(painter, rect, f"{place + 1}月", font, theme.color(ink), painting.Centre)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._at = next((n for n, rect in enumerate(self.rects()) if rect.contains(point)), self._at)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        for place, rect in enumerate(self.rects()):
            if rect.contains(point):
                self.picked.emit(self.year, place + 1)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in step:
            years, self._at = divmod(self._at + step[key], 12)
            if years:
                self.turned.emit(years)
            self.update()
        elif key in turn:
            self.turned.emit(turn[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.year, self._at + 1)
        else:
            super().keyPressEvent(event)
