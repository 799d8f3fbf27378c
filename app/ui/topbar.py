"""The window's first row: menus at the left, the search over everything at the right."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from app.ui.search_hits import SearchEverything
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

SEARCH_EMS = 22


class TopBar(Themed, QWidget):
    """Never folds; the search gives way first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_bar = QMenuBar(self)
        self.menu_bar.setNativeMenuBar(False)
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.search = SearchEverything("找议题、姓名、拼音首字母", hint="Ctrl+K", parent=self)
        self.search.setProperty("low", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 1)
        row.setSpacing(12)
        row.addWidget(self.menu_bar)
        row.addStretch(1)
        row.addWidget(self.search)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(self.theme.control + 8)
        self.search.setFixedWidth(self.theme.px(SEARCH_EMS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        painter.fillRect(self.rect(), self.theme.color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("line"))
        painter.end()
