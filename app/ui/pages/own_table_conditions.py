"""ConditionList: the conditions of an ad-hoc table below each other, and the way to one more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.office import Office
from app.services.own_table import Condition, OwnTable
from app.services.own_table_words import TableWords
from app.ui.pages.own_table_condition import ConditionButton, ConditionPopup
from app.ui.pages.own_table_subjects import subjects
from app.ui.widgets.hint_button import HintButton

MOST = 12


class ConditionList(QWidget):
    """All of them have to hold."""

    changed = Signal(list)
    """The conditions, in their order."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._table = OwnTable()
        self.buttons: list[ConditionButton] = []
        self.add = HintButton("加条件…", icon="plus", kind="link")
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.add)

    def show_table(self, table: OwnTable) -> None:
        """Show a table's conditions, silently."""
        with self._office.store.reading() as session:
            words = TableWords(session)
            told = [words.condition(table, each) for each in table.filters]
        same = [button.text() for button in self.buttons] == told and table.filters == self._table.filters
        self._table = table
        if not same:
            self._rebuild(told)
        self.add.setVisible(len(table.filters) < MOST)

    def _rebuild(self, told: Sequence[str]) -> None:
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), -1)
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = []
        for place, words in enumerate(told):
            button = ConditionButton(words)
            button.edit_requested.connect(partial(self._edit, place))
            button.removed.connect(partial(self._remove, place))
            self._column.insertWidget(place, button)
            self.buttons.append(button)
        if focused >= 0:
            (self.buttons[min(focused, len(self.buttons) - 1)] if self.buttons else self.add).setFocus()

    def _add(self) -> None:
        popup = ConditionPopup(subjects(self._office, self._table), None, self.window())
        popup.taken.connect(self._taken)
        popup.open_below(self.add)

    def _edit(self, place: int) -> None:
        condition = self._table.filters[place]
        popup = ConditionPopup(subjects(self._office, self._table), condition, self.window())
        popup.taken.connect(partial(self._changed, place))
        popup.open_below(self.buttons[place])

    def _taken(self, condition: Condition) -> None:
        self.changed.emit([*self._table.filters, condition])

    def _changed(self, place: int, condition: Condition) -> None:
        filters = list(self._table.filters)
        filters[place : place + 1] = [condition]
        self.changed.emit(filters)

    def _remove(self, place: int) -> None:
        self.changed.emit([each for at, each in enumerate(self._table.filters) if at != place])
