"""NewMemberDialog: registers a member the roster does not have yet, without leaving the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import AppError, Invalid, Problem
from app.models import model_of
from app.models.context import Ref
from app.models.fields import Field, Values, field_of, fields_of
from app.models.people import Membership, Person
from app.services.aggregates import Aggregate, new_uuid, plain
from app.services.change_values import values_of
from app.services.new_members import register
from app.ui.change import Change
from app.ui.dialogs.dialog import Dialog
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.field_grid import FieldGrid
from app.ui.forms.fields import enter_step
from app.ui.widgets.sheet import label

NAME = "name"
_UNREAD = "unread"
_OPERATIONS = "operations"


class NewMemberDialog(Dialog):
    """His name and the quick fields of his office; saved as person and membership together."""

    registered = Signal(object)
    """A Ref to the new membership."""
    typed = Signal(object)
    """All that stands here by now, plain, as `held` takes it."""

    def __init__(
        self, desk: Desk, name: str, parent: QWidget | None = None, held: Mapping[str, Any] | None = None
    ) -> None:
        """`held` is what `typed` told of somebody who was not registered after all."""
        super().__init__("登记新委员", parent, width_ems=58)
        self._desk = desk
        self._change = Change(desk.operations, desk.reasons, self, "登记")
        # Of person and membership: the same however often it is tried.
        person, membership = (held or {}).get(_OPERATIONS) or (new_uuid(), new_uuid())
        self._operations = (str(person), str(membership))
        self.values: Values = _defaults(desk) | {NAME: name or None} | _held(held or {})
        self._grid = FieldGrid(Membership, desk)
        self._grid.lay_out(_fields())
        self._grid.set_values(self.values)
        self._show_unread((held or {}).get(_UNREAD) or {})
        self._grid.edited.connect(self._changed)
        self._grid.moved.connect(self._move)
        self.body.addWidget(label("登记新委员", "section"))
        self.body.addWidget(self._grid)
        self.body.addStretch(1)
        self._save = self.add_button("登记并加入", kind="primary")
        self._save.clicked.connect(self._register)
        self.add_button("取消").clicked.connect(self.reject)
        if not self._grid.begin_at([NAME if not name else "term"]):
            self.setFocus()

    def editor(self, key: str) -> Editor:
        """The editor of one field."""
        return self._grid.editors[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if enter_step(event) and self._save.hasFocus():
            self._register()
        elif not enter_step(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._grid.step(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def _changed(self, key: str) -> None:
        self.values = self.values | {key: self._grid.editors[key].value()}
        self._grid.tell(self.values)
        self.typed.emit(self._plain())

    def _plain(self) -> dict[str, Any]:
        own = {key: value for key, value in self.values.items() if key != NAME}
        unread = {key: editor.typed for key, editor in self._grid.editors.items() if editor.unfit}
        kept = {key: value for key, value in plain(Membership, own).items() if key in own}
        return kept | {NAME: self.values[NAME], _UNREAD: unread, _OPERATIONS: [*self._operations]}

    def _show_unread(self, unread: Mapping[str, Any]) -> None:
        for key, typed in unread.items():
            if key in self._grid.editors:
                self._grid.editors[key].show_typed(typed)

    def _move(self, by: int) -> None:
        if not self._grid.step(by) and by > 0:
            self._save.setFocus()

    def _register(self) -> None:
        unread = [
            Problem((key,), editor.spec.label, editor.unfit)
            for key, editor in self._grid.editors.items()
            if editor.unfit
        ]
        missing = [
            Problem((spec.key,), spec.label, f"请填{spec.label}", missing=True)
            for spec in _fields()
            if spec.needed in ("save", "count") and self.values.get(spec.key) is None
        ]
        self._grid.show_problems([*unread, *missing])
        if unread or missing:
            self._grid.begin_at([(unread or missing)[0].key])
            return
        self._save.set_busy("正在登记…")
        self._change.run(self._write, self._done, self._refused, put_off=self._put_off)

    def _write(self, reason: str = "") -> Aggregate:
        office, name = self._desk.office, str(self.values[NAME])
        own = {key: value for key, value in self.values.items() if key != NAME}
        return register(office.store, office.records, name, own, self._operations, reason)

    def _done(self, saved: Aggregate) -> None:
        self.registered.emit(Ref(saved.uuid, str(self.values[NAME])))
        self.accept()

    def _put_off(self) -> None:
        self._save.set_busy("")

    def _refused(self, error: AppError) -> None:
        self._save.set_busy("")
        self.typed.emit(self._plain())  # it may be there by now, which whoever goes on has to know
        if isinstance(error, Invalid):
            self._grid.show_problems(error.problems)
        else:
            self._grid.show_problems([Problem((NAME,), "", error.message)])


def _fields() -> list[Field]:
    """What is asked: the person's name, then the quick fields of a membership."""
    name = replace(field_of(Person, NAME), group="")
    rest = [
        spec
        for spec in fields_of(model_of(Membership.key))
        if spec.shape in ("value", "reference") and not spec.folded and spec.target != Person.key
    ]
    return [name, *rest]


def _held(held: Mapping[str, Any]) -> Values:
    """What was typed before, as values again."""
    keys = {spec.key for spec in _fields()}
    found = values_of(model_of(Membership.key), {key: value for key, value in held.items() if key in keys})
    return found | ({NAME: held[NAME]} if NAME in held else {})


def _defaults(desk: Desk) -> Values:
    """The current term, and its first day as the day he took office."""
    values = desk.office.records.new(Membership.key).values
    return {spec.key: values.get(spec.key, spec.default) for spec in _fields()}
