"""DayPopup: a month of days under a field, to choose one from."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.models.days import EARLIEST, LATEST, WEEKDAYS
from app.ui.widgets import painting
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.period_stepper import PeriodStepper
from app.ui.widgets.themed import Themed

WEEKS = 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class DayPopup(Themed, QFrame):
    """Arrows move, PgUp PgDn turn the month, Enter takes, Esc closes."""

    chosen = Signal(object)
    """The date taken."""

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "popup")
        self._stepper = PeriodStepper(_name(day))
        self._days = _Days(day, today, self)
        now = HintButton("今天", kind="link")
        now.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._today = today
        self._stepper.stepped.connect(self._days.turn)
        self._days.turned.connect(self._stepper.set_text)
        self._days.picked.connect(self._pick)
        now.clicked.connect(self._pick_today)
        top = QHBoxLayout()
        top.addWidget(self._stepper)
        top.addStretch(1)
        top.addWidget(now)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._days)

    def open_below(self, widget: QWidget) -> None:
        """Show under `widget`, or above it when there is no room."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self._days.setFocus()

    def _pick_today(self) -> None:
        self._pick(self._today)

    def _pick(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)


class _Days(Themed, QWidget):
    picked = Signal(object)
    turned = Signal(str)

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._day, self._given, self._today = day, day, today
        self._over: date | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("日期")

    def turn(self, months: int) -> None:
        """Go to the same day of another month, or its last."""
        index = self._day.year * 12 + self._day.month - 1 + months
        year, month = divmod(index, 12)
        if EARLIEST <= year <= LATEST:
            last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
            self._go(date(year, month + 1, min(self._day.day, last)))

    def sizeHint(self) -> QSize:
        return QSize(7 * self.theme.px(2.7), (WEEKS + 1) * self.theme.px(2.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, painting.begin(self)
        for place, name in enumerate(WEEKDAYS):
            painting.text(
                painter, self._rect(0, place), name, theme.font("note"), theme.color("muted"), painting.Centre
            )
        for number in range(WEEKS * 7):
            day, rect = self._first() + timedelta(days=number), self._rect(1 + number // 7, number % 7)
            here = day == self._given
            if here or day in (self._day, self._over):
                painting.box(painter, rect, theme.color("soft" if here else "hover"), None)
            if day == self._day and self.hasFocus():
                painting.focus_box(painter, rect, theme)
            ink = "accent" if here or day == self._today else "text"
            ink = ink if day.month == self._day.month else "disabled"
            bold = here or day == self._today
            painting.text(
                painter, rect, str(day.day), theme.font(bold=bold), theme.color(ink), painting.Centre
            )
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self._at(event.position().toPoint())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position().toPoint())
        if day is not None:
            self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._day + timedelta(days=_STEPS[key]))
        elif key in _TURNS:
            self.turn(_TURNS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        self._day = day
        self.turned.emit(_name(day))
        self.update()

    def _first(self) -> date:
        start = self._day.replace(day=1)
        return start - timedelta(days=start.weekday())

    def _rect(self, row: int, column: int) -> QRect:
        width, height = self.width() // 7, self.height() // (WEEKS + 1)
        return QRect(column * width, row * height, width - 2, height - 1)

    def _at(self, point: QPoint) -> date | None:
        places = range(WEEKS * 7)
        found = next((n for n in places if self._rect(1 + n // 7, n % 7).contains(point)), None)
        return None if found is None else self._first() + timedelta(days=found)


def _name(day: date) -> str:
    return f"{day.year}年{day.month}月"
