"""FieldGrid: fields on the form's fixed grid, two to a row, what belongs together side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.errors import Problem
from app.models.base import Base
from app.models.fields import Field
from app.models.values import DayValue, Time
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.widgets.sheet import label
from app.ui.widgets.themed import Themed

MARK_EMS, LABEL_EMS, GAP_EMS = 0.9, 6.6, 1.6
LAST = 6  # the column of the editor at the right
_BARE = ("children", "child", "people", "files")  # wide things that name themselves


@dataclass(slots=True)
class _Place:
    """One cell of the grid with its label and the mark of a needed field."""

    cell: Any
    name: QLabel
    mark: QLabel
    specs: tuple[Field, ...]

    def tell(self, values: Mapping[str, Any]) -> None:
        """Star it while a record with these values lacks something without it."""
        self.mark.setText("*" if any(spec.is_starred(values) for spec in self.specs) else "")


class FieldGrid(Themed, QWidget):
    """Makes editors when they are first shown and keeps them when the form folds.

    `models` is the class the fields belong to, or one per key when they come from several.
    """

    edited = Signal(str)
    """A person changed the field of this key."""
    moved = Signal(int)
    undoable = Signal(object)
    grown = Signal()
    """Another height is needed."""

    def __init__(
        self, models: type[Base] | Mapping[str, type[Base]], desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._models, self._desk = models, desk
        self._places: dict[tuple[str, ...], _Place] = {}
        self._shown: list[_Place] = []
        self._values: Mapping[str, Any] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(LAST, 1)
        self.restyle()

    @property
    def editors(self) -> dict[str, Editor]:
        """The editors in sight by key, in the order of the eye."""
        return {key: editor for place in self._shown for key, editor in place.cell.editors.items()}

    @property
    def order(self) -> list[Editor]:
        """The editors in sight, in the order of the eye."""
        return list(self.editors.values())

    def lay_out(self, specs: Sequence[Field]) -> None:
        """Show these fields, in this order."""
        for place in self._shown:
            for widget in (place.cell, place.name, place.mark):
                self._grid.removeWidget(widget)
                widget.hide()
        self._shown = []
        row = column = 0
        runs = _runs(specs)
        for index, run in enumerate(runs):
            wide = run[0].wide
            leads = index + 1 < len(runs) and runs[index + 1][0].narrowed_by == run[0].key
            if column and (wide or leads):
                row, column = row + 1, 0
            self._put(self._place(run), run, row, column, wide)
            if wide or column:
                row, column = row + 1, 0
            else:
                column = 1
        self.set_values(self._values)

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values; editors that show them already, or hold what cannot be read, are left alone."""
        self._values = values
        for key, editor in self.editors.items():
            self._narrow(editor)
            if not editor.unfit and not _same(editor.value(), values.get(key)):
                editor.set_value(values.get(key))

    def drop_typed(self) -> None:
        """Forget what was typed and cannot be read, folded fields included."""
        for place in self._places.values():
            for editor in place.cell.editors.values():
                if editor.unfit:
                    editor.set_value(None)

    def tell(self, values: Mapping[str, Any]) -> None:
        """Values changed that editors and stars depend on."""
        self._values = values
        for place in self._shown:
            place.tell(values)
        for editor in self.editors.values():
            self._narrow(editor)
            editor.follow(values)

    def show_problems(self, problems: Sequence[Problem], altered: frozenset[str] = frozenset()) -> None:
        """Say beside each field what is wrong with it; `altered` are the keys not saved yet."""
        for place in self._shown:
            own = [_joined(problem, place.cell.specs) for problem in problems]
            mine = [problem for problem in own if problem is not None]
            place.cell.show_problems(mine)
            place.cell.set_marks(mine, {key for key in place.cell.editors if key in altered})

    def begin_at(self, path: Sequence[str | int]) -> bool:
        """Give the keyboard to the field at the beginning of a path; False when it is not here."""
        for place in self._shown:
            for key, editor in place.cell.editors.items():
                parts = key.split("/")
                if list(map(str, path[: len(parts)])) == parts:
                    rest = path[len(parts) :]
                    if rest:
                        editor.begin_at(rest)
                    else:
                        editor.begin()
                    return True
        return False

    def step(self, by: int) -> bool:
        """Go to the next part of the editor in work, or to the next editor; False at the end."""
        editors = self.order
        here = next((place for place, editor in enumerate(editors) if holds_focus(editor)), -1)
        if here < 0:
            return False
        if editors[here].step_inside(by):
            return True
        for editor in editors[here + 1 :] if by > 0 else reversed(editors[:here]):
            if editor.isEnabled():
                editor.begin(backwards=by < 0)
                return True
        return False

    def settle(self) -> None:
        """Take the height that the fields need now, not in a moment."""
        for place in self._shown:
            place.cell.settle()
        self._grid.activate()

    def restyle(self) -> None:
        theme = self.theme
        for first in (0, 4):
            self._grid.setColumnMinimumWidth(first, theme.px(MARK_EMS))
            self._grid.setColumnMinimumWidth(first + 1, theme.px(LABEL_EMS))
        self._grid.setColumnMinimumWidth(3, theme.px(GAP_EMS))
        for place in self._places.values():
            place.name.setFixedHeight(theme.control)
            place.mark.setFixedHeight(theme.control)

    def _place(self, run: tuple[Field, ...]) -> _Place:
        from app.ui.forms.field_cell import FieldCell

        keys = tuple(spec.key for spec in run)
        if keys not in self._places:
            models = self._models
            model = models[run[0].key] if isinstance(models, Mapping) else models
            cell = FieldCell(run, model, self._desk, self)
            cell.edited.connect(self.edited)
            cell.moved.connect(self.moved)
            cell.undoable.connect(self.undoable)
            cell.grown.connect(self.grown)
            for key, editor in cell.editors.items():
                self._narrow(editor)
                editor.set_value(self._values.get(key))
            name = label(run[0].label, "label")
            name.setParent(self)
            name.setFixedHeight(self.theme.control)
            sign = label("", "mark")
            sign.setParent(self)
            sign.setFixedHeight(self.theme.control)
            for widget in (name, sign):
                widget.hide()
            self._places[keys] = _Place(cell, name, sign, run)
        return self._places[keys]

    def _put(self, place: _Place, run: tuple[Field, ...], row: int, column: int, wide: bool) -> None:
        self._shown.append(place)
        first, top = 4 * column, Qt.AlignmentFlag.AlignTop
        place.cell.show()
        if run[0].shape in _BARE:
            start = 1 if run[0].shape == "people" else 0
            self._grid.addWidget(place.cell, row, start, 1, LAST + 1 - start)
            return
        place.tell(self._values)
        for widget, at in ((place.mark, first), (place.name, first + 1)):
            self._grid.addWidget(widget, row, at, 1, 1, top)
            widget.show()
        self._grid.addWidget(
            place.cell, row, first + 2, 1, LAST - 1 if wide else 1, top if not wide else Qt.AlignmentFlag(0)
        )

    def _narrow(self, editor: Editor) -> None:
        if editor.spec.narrowed_by:
            editor.narrowing = self._values.get(editor.spec.narrowed_by)


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is somewhere inside."""
    focus = widget.window().focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def _runs(specs: Sequence[Field]) -> list[tuple[Field, ...]]:
    """Fields that stand in one cell: a time follows its day, an end its beginning."""
    found: list[tuple[Field, ...]] = []
    for spec in specs:
        before = found[-1][-1] if found else None
        if before is not None and isinstance(spec.value, Time) and isinstance(before.value, DayValue | Time):
            found[-1] = (*found[-1], spec)
        else:
            found.append((spec,))
    return found


def _joined(problem: Problem, specs: Sequence[Field]) -> Problem | None:
    """The problem as it is for one of these fields, its path beginning with the field's own key."""
    for spec in specs:
        parts = spec.key.split("/")
        if [str(part) for part in problem.path[: len(parts)]] == parts:
            path = (spec.key, *problem.path[len(parts) :])
            return Problem(path, problem.label, problem.text, problem.level, problem.missing)
    return None


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and one == other
