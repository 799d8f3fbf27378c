"""RowDetail: what of a row does not fit into its line, opened below it with F4."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Problem
from app.models.fields import Values
from app.ui.forms.child_columns import Column
from app.ui.forms.child_rows import ChildRows
from app.ui.forms.desk import Desk
from app.ui.forms.row_form import RowForm


class RowDetail(QObject):
    """At most one row of a table is open; it is known by its uuid, wherever it moves."""

    edited = Signal()
    moved = Signal(int)
    grown = Signal()
    undoable = Signal(object)

    def __init__(self, table: QWidget, rows: ChildRows, desk: Desk) -> None:
        super().__init__(table)
        self._table, self._rows, self._desk = table, rows, desk
        self._columns: tuple[Column, ...] = ()
        self.form: RowForm | None = None
        self.uuid = ""

    @property
    def row(self) -> int:
        """The place of the open row, -1 when none is open."""
        uuids = [row.get("uuid") for row in self._rows.rows]
        return uuids.index(self.uuid) if self.uuid and self.uuid in uuids else -1

    @property
    def unfit(self) -> str:
        """Why something in it cannot be read, else ""."""
        return self.form.unfit if self.form is not None else ""

    @property
    def composing(self) -> bool:
        """Whether an input method holds unfinished letters in it."""
        return self.form is not None and self.form.composing

    def open(self, row: int, columns: Sequence[Column]) -> None:
        """Show these columns of a row below it."""
        self.close()
        self._columns, self.uuid = tuple(columns), self._rows.rows[row]["uuid"]
        form = RowForm(columns, self._desk, self._table)
        form.set_value(self._values(row))
        unread = {column.key: self._rows.unread_text(row, column) for column in columns}
        form.show_typed({key: found[0] for key, found in unread.items() if found})
        form.edited.connect(self._changed)
        form.moved.connect(self.moved)
        form.grown.connect(self.grown)
        form.undoable.connect(self.undoable)
        form.show()
        self.form = form

    def close(self) -> None:
        """Put it away."""
        if self.form is not None:
            self.form.finish()
            self.form.hide()
            self.form.deleteLater()
        self.form, self.uuid = None, ""

    def show_again(self) -> None:
        """The rows changed by program."""
        if self.form is not None:
            row = self.row
            if row < 0:
                self.close()
            else:
                self.form.set_value(self._values(row))

    def show_problems(self, problems: Sequence[tuple[tuple[str | int, ...], Problem]]) -> None:
        """Problems of the whole table; those of the open row are shown in it."""
        if self.form is not None:
            row = self.row
            self.form.show_problems([(path[1:], one) for path, one in problems if path[:1] == (row,)])

    def height_at(self, row: int, width: int) -> int:
        """Room below a row."""
        return self.form.wanted_height(width) if self.form is not None and row == self.row else 0

    def put_at(self, rect: QRect) -> None:
        """Take this place in the table."""
        if self.form is not None:
            self.form.setGeometry(rect)

    def _values(self, row: int) -> Values:
        return {column.key: column.get(self._rows.rows[row]) for column in self._columns}

    def _changed(self) -> None:
        row = self.row
        if self.form is None or row < 0:
            return
        values, typed = self.form.value(), self.form.typed or {}
        for column in self._columns:
            if column.key in typed:
                self._rows.put_unread(row, column, typed[column.key], self.form.sentence(column.key))
            elif column.get(self._rows.rows[row]) != values.get(column.key):
                self._rows.put(row, column, values.get(column.key))
        self.edited.emit()
