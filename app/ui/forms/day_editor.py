"""DayEditor: a day typed short (21, 11.21, 20261121, 10月) and shown in full with its weekday."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.models import days
from app.models.fields import Field
from app.ui.forms.day_popup import DayPopup
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
        day = days.first(given) if given is not None else self.desk.today
        popup = DayPopup(day, self.desk.today, self.window())
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
