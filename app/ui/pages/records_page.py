"""RecordsPage: what the pages of the records behind a number look like and do alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services.figure_values import RecordLine
from app.ui.pages.framed_page import FramedPage
from app.ui.pages.home_columns import Line
from app.ui.pages.home_table import HomeTable
from app.ui.pages.links import form_link
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folding_bar import FoldingBar
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.segments import Segments
from app.ui.widgets.sheet import MARGIN, Sheet, SheetHeading, label


class RecordsPage(FramedPage):
    """One line a record; `parts` choose among them, `heading` and `note` say what the number is.

    Subclasses show the chosen part in `choose`.
    """

    def __init__(self, parts: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[RecordLine, ...] = ()
        self.name = label("", "title")
        self.parts = Segments(parts)
        self.heading = SheetHeading("", note="")
        self.note = label("", "note", wrap=True)
        self.table = HomeTable(())
        self.table.setAccessibleName("记录")
        self.empty = EmptyState("inbox")
        self._stack = QStackedWidget()
        for part in (self.table, self.empty):
            self._stack.addWidget(part)
        self.column.addWidget(self._head())
        self.column.addWidget(self._sheet(), 1)
        self.table.escaped.connect(self.back_requested)
        self.table.opened.connect(self._open_record)
        self.parts.chosen.connect(self._turn)

    @property
    def shown(self) -> tuple[RecordLine, ...]:
        """The records in sight."""
        return self._shown

    def first_focus(self) -> None:
        self.table.setFocus()

    def choose(self) -> None:
        """Show the part that `parts` names."""
        raise NotImplementedError

    def show_lines(self, lines: Sequence[Line], *, fresh: bool) -> None:
        """The records as lines of the table; without any, `empty` in its place."""
        self.table.set_lines(lines)
        if fresh:
            self.table.go_to(0)
        self.show_table(bool(lines))

    def show_table(self, shown: bool) -> None:
        """The table, or `empty`."""
        self._stack.setCurrentWidget(self.table if shown else self.empty)

    def _head(self) -> QWidget:
        back = IconButton("back", "返回", hint="Esc")
        back.clicked.connect(self.back_requested)
        head = FoldingBar(spacing=6)
        head.add(back)
        head.add(self.name)
        head.add_gap(8)
        head.add(self.parts)
        head.add_stretch()
        return head

    def _sheet(self) -> QWidget:
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN - 1, 4, MARGIN - 1, 8)
        above.setSpacing(0)
        above.addWidget(self.heading)
        above.addWidget(self.note)
        sheet = Sheet(margin=1)
        sheet.body.setSpacing(0)
        sheet.body.addLayout(above)
        sheet.body.addWidget(self._stack, 1)
        return sheet

    def _turn(self, _part: str) -> None:
        self.choose()
        self.table.setFocus()

    def _open_record(self, place: int, _column: str, _bar: int) -> None:
        here = self._shown[place]
        alike = [each.uuid for each in self._shown if each.kind == here.kind]
        self.open_requested.emit(form_link(here.kind, here.uuid, list(dict.fromkeys(alike))))
