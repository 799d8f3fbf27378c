"""ChildTable: rows below a record, edited in place by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.errors import Problem
from app.models.base import Base
from app.models.fields import Field, Values
from app.ui.forms.cell_grid import CellGrid
from app.ui.forms.desk import Desk

_HINT = "回车 下一格　Ctrl+Del 删这一行　Ctrl+V 可粘贴 WPS 里的整块"
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ChildTable(CellGrid):
    """Enter goes to the next cell, past the last to a new row, on an empty new row out of the table.

    The cell in work always holds a live editor, so that an input method has a place to compose in.
    F2 puts the caret into the text, F4 opens what does not fit below the row, Ctrl+Del deletes the row.
    """

    def __init__(self, spec: Field, model: type[Base], desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(spec, model, desk, parent=parent)
        self._cell.edited.connect(self._cell_edited)
        self._cell.moved.connect(self._cell_moved)
        self._cell.pasted.connect(self.paste)
        self._detail.edited.connect(self._detail_edited)
        self._detail.moved.connect(self._detail_moved)
        self._detail.undoable.connect(self.undoable)

    # the contract

    @property
    def unfit(self) -> str:
        for place in range(len(self._rows.rows)):
            for column in self._all:
                unread = self._rows.unread_text(place, column)
                if unread:
                    return f"第 {place + 1} 行{column.spec.label}：{unread[1]}"
        return self._detail.unfit

    @property
    def typed(self) -> list[list[Any]] | None:
        return [[row, column, typed] for (row, column), (typed, _) in self._rows.unread.items()] or None

    @property
    def composing(self) -> bool:
        editor = self._cell.editor
        return (editor is not None and editor.composing) or self._detail.composing

    def value(self) -> list[Values] | None:
        found: list[Values] | None = self._rows.given
        return found

    def set_value(self, value: list[Values] | None) -> None:
        self._rows.given = value
        self._rows.unread.clear()
        if self._cell.row > len(self._rows.rows):
            self._close_cell()
        self._show_again()

    def show_typed(self, typed: Any) -> None:
        places = {row.get("uuid"): place for place, row in enumerate(self._rows.rows)}
        columns = {column.key: column for column in self._all}
        for uuid, key, text in typed:
            if uuid in places and key in columns:
                self._rows.put_raw(places[uuid], columns[key], str(text))
        self._show_again()

    def finish(self) -> None:
        editor = self._cell.editor
        if editor is not None and self._holds(editor):
            editor.finish()  # a save must not take the cell from under the clerk's hands
        else:
            self._close_cell()

    def set_read_only(self, read_only: bool) -> None:
        self._close_cell()
        self._read_only = read_only
        self._fit()

    def show_problems(self, problems: Sequence[tuple[tuple[str | int, ...], Problem]]) -> None:
        self._problems = list(problems)
        self._detail.show_problems(problems)
        self._fit()

    def set_marks(self, state: str, altered: bool) -> None:
        self._altered = altered
        self.update()

    def close_list(self) -> None:
        if self._cell.editor is not None:
            self._cell.editor.close_list()

    def hint(self) -> str:
        return _HINT + ("　F4 详细" if self._hidden() else "")

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        row = len(self._rows.rows) if backwards or not self._rows.rows else 0
        self.edit_cell(row, 0)

    def begin_at(self, path: Sequence[str | int]) -> None:
        row = path[0] if path and isinstance(path[0], int) else 0
        key = "/".join(str(part) for part in path[1:] if not isinstance(part, int))
        keys = [column.key for column in self._face.columns]
        self.edit_cell(row, keys.index(key) if key in keys else 0)
        if key not in keys and any(f"{key}/".startswith(f"{column.key}/") for column in self._hidden()):
            if self._detail.row != row:
                self.open_detail(row)
            if self._detail.form is not None:
                self._detail.form.begin_at(path[1:])

    def step_inside(self, by: int) -> bool:
        form = self._detail.form
        if form is None or not self._holds(form):
            return self._step_cell(by)
        if not form.step_inside(by):
            row = self._detail.row
            self.edit_cell(*((row + 1, 0) if by > 0 else (row, len(self._face.columns) - 1)))
        return True

    # cells

    def edit_cell(self, row: int, place: int) -> None:
        """Put a live editor into a cell; the row after the last is a new one."""
        if self._read_only or not self._face.columns:
            return
        if not self._cell.is_open or (self._cell.row, self._cell.place) != (row, place):
            self._close_cell()
            row = max(0, min(row, len(self._rows.rows)))
            self._cell.open(row, place, self._face.columns[place])
            self._fit()
        editor = self._cell.editor
        if editor is not None:
            editor.show()
            editor.begin()

    def open_detail(self, row: int) -> None:
        """Open what does not fit below a row, or close it."""
        hidden = self._hidden()
        if not hidden or row >= len(self._rows.rows):
            return
        closing = self._detail.row == row
        if closing:
            self._detail.close()
        else:
            self._detail.open(row, hidden)
            self._detail.show_problems(self._problems)
        self._fit()
        if self._detail.form is not None:
            self._detail.form.begin()
        elif closing:
            self.edit_cell(row, 0)

    def delete_row(self, row: int) -> None:
        """Take a row away; it can be brought back."""
        if row >= len(self._rows.rows):
            return
        before = self._rows.given
        self._close_cell(keep_blank=True)
        self._rows.remove(row)
        self._changed_by_hand(before)
        self.edit_cell(min(row, len(self._rows.rows)), 0)

    def paste(self, text: str) -> None:
        """Fill cells from the one in work on, with a block copied in WPS or Excel."""
        row, place = (self._cell.row, self._cell.place) if self._cell.is_open else (len(self._rows.rows), 0)
        before = self._rows.given
        self._close_cell(keep_blank=True)
        count = self._rows.paste(row, self._face.columns[place:], text)
        self._changed_by_hand(before)
        self.edit_cell(row + count, 0)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._leaving and event.reason() in _BY_KEY:
            self.begin()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row, place = self._face.row_at(point.y()), self._face.column_at(point.x())
        if row < 0 or self._read_only:
            return
        if place < 0:
            self.open_detail(row)
        else:
            self.edit_cell(row, place if row < len(self._rows.rows) else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, form = event.key(), self._detail.form
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if form is not None and self._holds(form):
            if plain and key in (Qt.Key.Key_F4, Qt.Key.Key_Escape):
                self.open_detail(self._detail.row)
            else:
                super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete and ctrl:
            self.delete_row(self._cell.row)
        elif key == Qt.Key.Key_F4 and plain and self._hidden():
            self.open_detail(self._cell.row)
        elif key == Qt.Key.Key_F2 and plain:
            self._cell.put_caret()
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._cell.is_open:
            self._step_row(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    # inside

    def _cell_edited(self) -> None:
        if len(self._face.tops) != len(self._rows.rows) + 1:
            self._fit()
        self.update()
        self.edited.emit()

    def _detail_edited(self) -> None:
        self._fit()
        self.edited.emit()

    def _detail_moved(self, by: int) -> None:
        self.step_inside(by)

    def _cell_moved(self, by: int) -> None:
        on_new_row = self._cell.row == len(self._rows.rows)
        if (by > 0 and on_new_row) or not self._step_cell(by):
            self._leave(by)

    def _step_cell(self, by: int) -> bool:
        """The next cell; False at the ends of the table."""
        row, place, across = self._cell.row, self._cell.place + by, len(self._face.columns)
        if not self._cell.is_open or (row == len(self._rows.rows) and by > 0):
            return False
        if not 0 <= place < across:
            row, place = row + by, 0 if by > 0 else across - 1
        if row < 0:
            return False
        self.edit_cell(row, place)
        return True

    def _step_row(self, by: int) -> None:
        row = self._cell.row + by
        if 0 <= row <= len(self._rows.rows):
            self.edit_cell(row, self._cell.place)
        else:
            self._leave(by)

    def _leave(self, by: int) -> None:
        self._hold_focus()
        self._close_cell()
        self.moved.emit(by)

    def _changed_by_hand(self, before: list[Values] | None) -> None:
        self._show_again()
        self.edited.emit()
        self.undoable.emit(partial(self._restore, before))

    def _restore(self, before: list[Values] | None) -> None:
        self._close_cell(keep_blank=True)
        self._rows.given = before
        self._show_again()
        self.edited.emit()
