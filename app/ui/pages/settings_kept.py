"""KeptSection: a section whose rows are changed one by one; every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import AppError
from app.ui.operations import Operations
from app.ui.pages.settings_field import Remark
from app.ui.pages.settings_rows import RowList
from app.ui.pages.settings_section import Section
from app.ui.theme import Layout
from app.ui.widgets.hint_button import HintButton

UP, DOWN = "up", "down"


class KeptSection(Section):
    """`rows` is what is changed, `buttons` do it by key: UP and DOWN among them; `new` adds one.

    Subclasses keep another order of the rows in `order`.
    """

    scrolls = False

    def __init__(
        self, title: str, note: str, operations: Operations, rows: RowList, new: HintButton,
        buttons: Mapping[str, HintButton], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, note, parent)
        self._operations = operations
        self._rows, self._new, self.buttons = rows, new, dict(buttons)
        self._remark = Remark()
        self._select = ""
        rows.moved.connect(self._move)
        self.buttons[UP].clicked.connect(partial(self._move, -1))
        self.buttons[DOWN].clicked.connect(partial(self._move, 1))

    def fit(self, layout: Layout) -> None:
        for button in (*self.buttons.values(), self._new):
            button.set_hint_shown(layout is not Layout.NARROW)

    def order(self, keys: list[str]) -> None:
        """Keep the rows in another order."""
        raise NotImplementedError

    def tools(self) -> QHBoxLayout:
        """The buttons side by side."""
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        return row

    def weigh_moves(self, nothing: str = "") -> None:
        """Why the chosen row cannot go up or down; `nothing` when there is none."""
        keys, current = self._rows.keys, self._rows.current_key
        first, last = bool(keys) and current == keys[0], bool(keys) and current == keys[-1]
        self.buttons[UP].set_reason(nothing or ("已经在最上面" if first else ""))
        self.buttons[DOWN].set_reason(nothing or ("已经在最下面" if last else ""))

    def keep(self, work: Callable[[], object], told: str, key: str) -> None:
        """Carry out a change; then it is `told`, and the row `key` is the chosen one."""
        self._operations.run(partial(_done, work, told, key), self._kept, self._refused)

    def tell(self, told: str, key: str) -> None:
        """A change was carried out."""
        self._select = key
        self._remark.say("")
        self.refresh()
        self.done.emit(told)

    def _move(self, step: int) -> None:
        keys, current = self._rows.keys, self._rows.current_key
        place = keys.index(current) + step if current else -1
        if 0 <= place < len(keys):
            keys.remove(current)
            keys.insert(place, current)
            self.keep(partial(self.order, keys), "换了顺序", current)

    def _kept(self, done: tuple[str, str]) -> None:
        self.tell(*done)

    def _refused(self, error: AppError) -> None:
        self.refresh()
        self._remark.say(error.message)


def _done(work: Callable[[], object], told: str, key: str) -> tuple[str, str]:
    """Carries out a change; what it is called and which row it was about come back with it."""
    work()
    return told, key
