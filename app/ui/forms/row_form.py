"""RowForm: the details of one row as a small form; also a single row below a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Problem
from app.models.fields import Field, Values
from app.ui.forms.child_columns import Column
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor


class RowForm(Editor):
    """Fields under the names of their paths; a value per field."""

    def __init__(self, columns: Sequence[Column], desk: Desk, parent: QWidget) -> None:
        from app.ui.forms.field_grid import FieldGrid

        super().__init__(Field("详细"), desk, parent=parent)
        self._values: Values = {}
        self._grid = FieldGrid({column.key: column.model for column in columns}, desk, self)
        self._grid.lay_out([column.as_field for column in columns])
        self._grid.edited.connect(self._changed)
        self._grid.moved.connect(self._move)
        self._grid.undoable.connect(self.undoable)
        self._grid.grown.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "sunken")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 10, 10)
        self._column.addWidget(self._grid)

    @property
    def unfit(self) -> str:
        return next((editor.unfit for editor in self._grid.editors.values() if editor.unfit), "")

    @property
    def typed(self) -> dict[str, Any] | None:
        return {key: editor.typed for key, editor in self._grid.editors.items() if editor.unfit} or None

    @property
    def composing(self) -> bool:
        return any(editor.composing for editor in self._grid.editors.values())

    def value(self) -> Values:
        return self._values

    def set_value(self, value: Values | None) -> None:
        self._values = dict(value or {})
        self._grid.set_values(self._values)

    def show_typed(self, typed: Any) -> None:
        for key, text in dict(typed).items():
            if key in self._grid.editors:
                self._grid.editors[key].show_typed(text)

    def sentence(self, key: str) -> str:
        """Why what stands in one field cannot be read, "" when it can."""
        return self._grid.editors[key].unfit if key in self._grid.editors else ""

    def finish(self) -> None:
        for editor in self._grid.editors.values():
            editor.finish()

    def show_problems(self, problems: Sequence[tuple[tuple[str | int, ...], Problem]]) -> None:
        """Problems with their paths from the row on."""
        self._grid.show_problems([_moved(problem, path) for path, problem in problems])

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        editors = self._grid.order
        if editors:
            editors[-1 if backwards else 0].begin(text, backwards=backwards)

    def begin_at(self, path: Sequence[str | int]) -> None:
        """Go to the field that a problem is about."""
        self._grid.begin_at([str(part) for part in path])

    def step_inside(self, by: int) -> bool:
        return self._grid.step(by)

    def wanted_height(self, width: int) -> int:
        """The height that all fields need at a width."""
        self._grid.settle()
        self._column.activate()
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.sizeHint().height()

    def _settle(self) -> None:
        self.grown.emit()

    def _changed(self, key: str) -> None:
        self._values = self._values | {key: self._grid.editors[key].value()}
        self.edited.emit()

    def _move(self, by: int) -> None:
        if not self._grid.step(by):
            self.moved.emit(by)


def _moved(problem: Problem, path: tuple[str | int, ...]) -> Problem:
    return Problem(path, problem.label, problem.text, problem.level, problem.missing)
