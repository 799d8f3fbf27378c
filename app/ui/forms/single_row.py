"""SingleRow: the one row a record may have below it, as fields of the form itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Problem
from app.models.base import Base
from app.models.fields import Field, Values, rows_of
from app.ui.forms.child_columns import columns_of
from app.ui.forms.child_rows import ChildRows
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.row_form import RowForm


class SingleRow(Editor):
    """None until something is filled in, and again when all of it is emptied."""

    def __init__(self, spec: Field, model: type[Base], desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, parent=parent)
        row_model = rows_of(model, spec)
        self._columns = columns_of(row_model)
        self._rows = ChildRows(row_model, desk)
        self._value: Values | None = None
        self._form = RowForm(self._columns, desk, self)
        self._form.edited.connect(self._changed)
        self._form.moved.connect(self.moved)
        self._form.grown.connect(self.grown)
        self._form.undoable.connect(self.undoable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    @property
    def unfit(self) -> str:
        return self._form.unfit

    @property
    def typed(self) -> dict[str, Any] | None:
        return self._form.typed

    @property
    def composing(self) -> bool:
        return self._form.composing

    def value(self) -> Values | None:
        return self._value

    def set_value(self, value: Values | None) -> None:
        self._value = value
        self._rows.given = None if value is None else [value]
        self._form.set_value({column.key: column.get(value or {}) for column in self._columns})

    def show_typed(self, typed: Any) -> None:
        self._form.show_typed(typed)

    def finish(self) -> None:
        self._form.finish()

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        self._form.begin(text, backwards=backwards)

    def begin_at(self, path: Sequence[str | int]) -> None:
        self._form.begin_at(path)

    def step_inside(self, by: int) -> bool:
        return self._form.step_inside(by)

    def show_problems(self, problems: Sequence[tuple[tuple[str | int, ...], Problem]]) -> None:
        self._form.show_problems(problems)

    def _changed(self) -> None:
        typed = self._form.value()
        for column in self._columns:
            before = column.get(self._value or {})
            if typed.get(column.key) != before:
                self._rows.put(0, column, typed.get(column.key))
        self._value = None if self._rows.is_blank(0, self._columns) else self._rows.rows[0]
        self.edited.emit()
