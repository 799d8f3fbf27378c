"""DayEditor: a day typed short (21, 11.21, 20261121, 10月) and shown in full with its weekday."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from app.models import days
from app.models.fields import Field
from app.ui.forms.desk import Desk
from app.ui.forms.text_editors import LineEditor
from app.ui.widgets.icon_button import IconButton


class DayEditor(LineEditor):
    """The calendar opens with Alt+Down; no input method in the way."""

    latin = True
    ems = 11

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._button = IconButton("calendar", "打开日历", hint="Alt+↓", small=True, parent=self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.open_calendar)
        self._button.setVisible(not cell)
        self.restyle()

    def shown(self, value: days.Day | None) -> str:
        if value is None:
            return ""
        return days.iso(value) if self.cell else f"{days.iso(value)} {days.weekday(value)}".strip()

    def restyle(self) -> None:
        if not self.cell and hasattr(self, "_button"):
            self.line.setTextMargins(0, 0, self.theme.px(1.6), 0)
            self._place_button()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._button.setVisible(not read_only and not self.cell)

    def open_calendar(self) -> None:
        """Offer a month to choose a day from."""
        if self.line.isReadOnly():
            return
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        given = self._value
        popup = DayPopup(days.first(given) if given is not None else self.desk.today, self.window())
        popup.chosen.connect(self._picked)
        popup.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        size = self._button.sizeHint()
        top = (self.height() - size.height()) // 2
        self._button.setGeometry(self.width() - size.width() - 6, top, size.width(), size.height())
        self._button.raise_()

    def _picked(self, day: Any) -> None:
        if day == self._value:
            return
        self.set_value(day)
        self.line.selectAll()
        self.edited.emit()


class DayPopup(QFrame):
    """A month of days under a field: arrows move, PgUp PgDn turn, Enter takes, Esc closes."""

    chosen = Signal(object)
    """The day taken, a date."""

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "popup")
        self._month = QCalendarWidget(self)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setDateEditEnabled(False)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.clicked.connect(self._take)
        self._month.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._month)

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
        self._month.setFocus()

    def _take(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
