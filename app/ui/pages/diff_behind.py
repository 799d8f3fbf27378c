"""DiffBehind: the records behind one figure's difference, under what they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.pages.diff_entries import ARROW, Entry
from app.ui.pages.diff_lines import DiffRow, shown
from app.ui.pages.diff_records import DiffRecords
from app.ui.pages.diff_sides import SideNames
from app.ui.pages.home_numbers import signed
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import MARGIN, Sheet, SheetHeading, label


class DiffBehind(Sheet):
    """Figure, both numbers and the rule above; the records below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=1)
        self.heading = SheetHeading("")
        self._rule = label("", "note", wrap=True)
        self.records = DiffRecords()
        self.without = EmptyState("list")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.records)
        self._stack.addWidget(self.without)
        self.body.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN - 1, 4, MARGIN - 1, 8)
        above.setSpacing(0)
        above.addWidget(self.heading)
        above.addWidget(self._rule)
        self.body.addLayout(above)
        self.body.addWidget(self._stack, 1)

    def show_row(
        self, row: DiffRow, names: SideNames, entries: Sequence[Entry], *, keep: bool = False
    ) -> None:
        """Show a figure's records; with `keep` the keyboard stays on its record."""
        unit = row.figure.unit
        numbers = f"{names.a} {shown(row.before)} {unit}{ARROW}{names.b} {shown(row.after)} {unit}"
        self.heading.set_texts(title=row.figure.label, note=numbers, count=f"差 {signed(row.difference)}")
        self._rule.setText(f"口径：{row.figure.rule}。")
        self.records.set_entries(entries, keep=keep)
        self._stack.setCurrentIndex(0 if entries else 1)
        if not entries:
            self.without.say("没有一条条对得上的记录", "两边的口径不同，或者这个数那时还没有。")
