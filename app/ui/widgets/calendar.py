"""A month of days to pick one from, quiet: no week numbers, no red."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from app.ui.widgets.themed import Themed


class Calendar(Themed, QCalendarWidget):
    """Weeks begin on Monday; Saturday and Sunday are lighter, today is in accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.restyle()

    def restyle(self) -> None:
        weekday, weekend, head = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        weekday.setForeground(self.theme.color("text"))
        weekend.setForeground(self.theme.color("muted"))
        head.setForeground(self.theme.color("text2"))
        head.setBackground(self.theme.color("head"))
        for day in Qt.DayOfWeek:
            rest = day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
            self.setWeekdayTextFormat(day, weekend if rest else weekday)
        self.setHeaderTextFormat(head)
