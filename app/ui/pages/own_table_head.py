"""OwnTableHead: where I am, what the table is called, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services.own_table import LONGEST_NAME
from app.services.own_tables import EXCEL, WORD
from app.ui.pages.report_tabs import OWN, REPORT_TABS
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import label
from app.ui.widgets.tabs import Tabs


class OwnTableHead(FoldingBar):
    """Asks for what its buttons say; Enter in the name keeps the table."""

    tab_chosen = Signal(str)
    keep_pressed = Signal()
    export_pressed = Signal(str)
    """The ending of the file: EXCEL or WORD."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.tabs = Tabs(REPORT_TABS, OWN)
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST_NAME)
        self.edit.setPlaceholderText("表名，存的时候用")
        self.edit.setAccessibleName("表名")
        self.keep = HintButton("存成报表", icon="save", hint="Ctrl+S")
        self.word = HintButton("导出 Word", icon="word")
        self.excel = HintButton("导出 Excel", icon="sheet", hint="Ctrl+E", kind="primary")
        self.add(label("报表", "title"))
        self.add(self.tabs)
        self.add_gap(10)
        self.add(self.edit, stretch=1, least_ems=9)
        for button in (self.keep, self.word, self.excel):
            self.add(button)
        self.tabs.chosen.connect(self.tab_chosen)
        self.edit.returnPressed.connect(self.keep_pressed)
        self.keep.clicked.connect(self.keep_pressed)
        self.word.clicked.connect(self._ask_word)
        self.excel.clicked.connect(self._ask_excel)

    @property
    def name(self) -> str:
        """What the table is called, "" when it has no name yet."""
        return self.edit.text().strip()

    def set_name(self, name: str) -> None:
        """Show another name."""
        self.edit.setText(name)

    def set_reason(self, reason: str) -> None:
        """Why nothing can be done with the table; "" when it can."""
        for button in (self.keep, self.word, self.excel):
            button.set_reason(reason)

    def _ask_word(self) -> None:
        self.export_pressed.emit(WORD)

    def _ask_excel(self) -> None:
        self.export_pressed.emit(EXCEL)
