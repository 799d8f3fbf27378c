"""Section: one group of fields on the form's sheet, under its number and name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.base import Base, Record
from app.models.fields import Field, fields_of
from app.models.values import Count
from app.ui.forms.desk import Desk
from app.ui.forms.field_grid import FieldGrid
from app.ui.forms.people_editor import PeopleEditor
from app.ui.widgets.sheet import label, rule


class Section(QWidget):
    """Numbered; says what is worked out from its fields beside its name."""

    edited = Signal(str)
    moved = Signal(int)
    undoable = Signal(object)
    grown = Signal()

    def __init__(
        self, name: str, specs: Sequence[Field], model: type[Base], desk: Desk, *, optional: bool
    ) -> None:
        super().__init__()
        self.name, self.specs, self.optional = name, tuple(specs), optional
        self._desk = desk
        self.grid = FieldGrid(model, desk)
        for signal, own in (
            (self.grid.edited, self.edited),
            (self.grid.moved, self.moved),
            (self.grid.undoable, self.undoable),
            (self.grid.grown, self.grown),
        ):
            signal.connect(own)
        self._number, self._note = label("", "label"), label("", "note")
        self._line = rule()
        heading = QHBoxLayout()
        heading.setSpacing(9)
        heading.addWidget(self._number)
        heading.addWidget(label(name, "section"))
        heading.addWidget(self._note)
        heading.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addSpacing(13)
        column.addLayout(heading)
        column.addSpacing(10)
        column.addWidget(self.grid)
        column.addSpacing(13)

    def typed(self, *, whole: bool) -> list[Field]:
        """The fields a person fills in and the office keeps; without `whole` those of the quick form."""
        keeps = self._desk.office.keeps
        return [spec for spec in self.specs if spec.editable and (whole or not spec.folded) and keeps(spec)]

    def lay_out(self, number: int, *, whole: bool) -> None:
        """Show the quick form or all of it; `number` 0 hides the section."""
        specs = self.typed(whole=whole)
        self.setVisible(number > 0)
        self._number.setText(str(number))
        self._line.setVisible(number > 1)
        if number:
            self.grid.lay_out(specs)

    def tell(self, values: Mapping[str, Any], computed: Mapping[str, Any]) -> None:
        """Show what follows from the values."""
        self.grid.tell(values)
        editors = self.grid.editors
        for spec in self.specs:
            editor = editors.get(spec.key)
            if spec.formula and editor is not None:
                editor.set_computed(self._said(spec, computed.get(spec.key)))
            if isinstance(editor, PeopleEditor):
                total = next((s for s in self.specs if s.formula and s.typed_over), None)
                # Where the sum has a field of its own in sight it is not said twice.
                shown = total is not None and total.key not in editors
                editor.set_sum(computed.get(total.key) if total is not None and shown else None)
        self._note.setText(self._facts(computed))

    def settle(self) -> None:
        """Take the height that the fields need now."""
        self.grid.settle()
        self._column.activate()

    def fact(self, values: Mapping[str, Any], computed: Mapping[str, Any]) -> str:
        """The one thing the side panel says of this section."""
        people = [spec for spec in self.specs if spec.shape == "people"]
        if people:
            total = next((spec for spec in self.specs if spec.formula and spec.typed_over), None)
            if total is not None and computed.get(total.key):
                return self._said(total, computed[total.key], unit=True)
        for spec in self.specs:
            if spec.formula and spec.listed and (values.get(spec.key) or computed.get(spec.key)):
                return self._said(spec, values.get(spec.key) or computed[spec.key], unit=True)
        for shape, unit in (("children", "条"), ("members", "人"), ("files", "个")):
            count = sum(len(values.get(spec.key) or ()) for spec in self.specs if spec.shape == shape)
            if count:
                return f"{count} {unit}"
        return "选填" if self.optional else ""

    def filled(self, values: Mapping[str, Any]) -> bool:
        """Whether anything is filled in here."""
        return any(
            values.get(spec.key) not in (None, "", [], (), {}, spec.default)
            for spec in self.specs
            if spec.editable
        )

    def top_in(self, ancestor: QWidget) -> int:
        """Where the section begins."""
        return self.mapTo(ancestor, QPoint(0, 0)).y()

    def _facts(self, computed: Mapping[str, Any]) -> str:
        """What is worked out here and has no field of its own."""
        shown = [
            f"{spec.heading} {self._said(spec, computed[spec.key], unit=True)}"
            for spec in self.specs
            if spec.formula and not spec.typed_over and computed.get(spec.key)
        ]
        if shown:
            return " · ".join(shown)
        return "选填" if self.optional else ""

    def _said(self, spec: Field, value: Any, *, unit: bool = False) -> str:
        if value is None or spec.value is None:
            return ""
        text = spec.value.format(value, self._desk)
        return f"{text} {spec.value.unit}".strip() if unit and isinstance(spec.value, Count) else text


def grouped(model: type[Record]) -> list[tuple[str, list[Field]]]:
    """The fields by section, in the order of the kind."""
    found: dict[str, list[Field]] = {name: [] for name in model.kind.groups}
    for spec in fields_of(model):
        found.setdefault(spec.group, []).append(spec)
    return [(name, specs) for name, specs in found.items() if any(spec.editable for spec in specs)]
