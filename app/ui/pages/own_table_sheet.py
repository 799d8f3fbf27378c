"""OwnTableSheet: the table with its title and note as they will stand on paper, or why there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services.own_table_result import OwnTableResult
from app.services.own_table_words import USUAL
from app.ui.pages.own_table_model import Reader
from app.ui.pages.own_table_view import OwnTableView
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import MARGIN, Sheet, SheetHeading, label


class OwnTableSheet(Sheet):
    """Shows a result, or says what is missing."""

    clear_requested = Signal()
    """The conditions are to go."""

    def __init__(self, read: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=1)
        self.heading = SheetHeading("", note="")
        self.note = label("", "note", wrap=True)
        self.view = OwnTableView(read)
        self.empty = EmptyState("sheet")
        self.empty.acted.connect(self.clear_requested)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.body.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN - 1, 6, MARGIN - 1, 8)
        above.setSpacing(0)
        above.addWidget(self.heading)
        above.addWidget(self.note)
        self.body.addLayout(above)
        self.body.addWidget(self._stack, 1)

    @property
    def shows_table(self) -> bool:
        """Whether there are lines in sight."""
        return self._stack.currentWidget() is self.view

    def show_result(self, result: OwnTableResult) -> None:
        """The table, or that nothing fits."""
        count = f"共 {result.count} {result.measure}" if result.count else ""
        self.heading.set_texts(title=result.title, note=count)
        self.note.setText(result.note)
        self.note.setVisible(bool(result.note))
        self.view.show_result(result)
        if result.count:
            self._stack.setCurrentWidget(self.view)
            return
        when = result.period.label if result.period is not None else ""
        what = "记录" if result.table.of_records else "数"
        if set(result.table.filters) <= {USUAL}:
            self._say(f"{when}还没有{what}", "换个期间看看。")
            return
        self._say(f"{when}没有符合的{what}", "换个期间，或去掉几个条件。")
        self.empty.add_button("clear", "去掉条件")

    def show_reason(self, reason: str) -> None:
        """Why there is no table."""
        self.heading.set_texts(title="", note="")
        self.note.hide()
        self._say(reason)

    def _say(self, title: str, text: str = "") -> None:
        self.empty.say(title, text)
        self._stack.setCurrentWidget(self.empty)
