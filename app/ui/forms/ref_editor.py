"""RefEditor: a pointer to a record, found while one types, registered where a name is enough."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models import model_of
from app.models.base import Base, Record
from app.models.context import Ref
from app.models.fields import Field, fields_of
from app.services.aggregates import Aggregate, new_uuid
from app.ui.forms.desk import Desk
from app.ui.forms.pick_editor import ListedEditor, NewName
from app.ui.forms.pick_popup import PickRow


class RefEditor(ListedEditor):
    """A pointer to a record, found by name or pinyin initials, narrowed by another field.

    What needs nothing but a name (a person) can be registered from here.
    """

    def __init__(
        self,
        spec: Field,
        desk: Desk,
        *,
        model: type[Base] | None = None,
        cell: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._named = model is not None and named_only(model, spec.target)
        self._operations: dict[str, str] = {}

    def offered(self, query: str) -> Sequence[PickRow]:
        narrowed = (self.spec.narrowed_by, self.narrowing)
        rows = self.desk.picking.records(self.spec.target, query, narrowed)
        found = [PickRow(row.ref, row.ref.label, (), row.note) for row in rows]
        name = query.strip()
        if self._named and name and not name.isascii() and all(row.ref.label != name for row in rows):
            label = model_of(self.spec.target).kind.label
            found.append(PickRow(NewName(name), f"登记新的{label}“{name}”"))
        return found

    def take(self, what: Any) -> None:
        if not isinstance(what, NewName):
            super().take(what)
            return
        self.close_list()
        model = model_of(self.spec.target)
        # The same after a try that nobody heard of, which is not to be done twice.
        operation = self._operations.setdefault(what.text, new_uuid())
        raws = [{model.kind.title: what.text}]
        work = partial(self.desk.office.records.add, model.key, raws, operation=operation)
        self.desk.operations.run(work, self._registered)

    def _registered(self, found: list[Aggregate]) -> None:
        self._operations.clear()
        self.desk.picking.forget()
        self.take(Ref(found[0].uuid, found[0].title))

    def nothing(self, query: str) -> str:
        return self.desk.picking.nothing_found(self.spec.target, query)

    def shown(self, value: Ref | None) -> str:
        return "" if value is None else value.label

    def read(self, raw: object) -> Any:
        near = {self.spec.narrowed_by: self.narrowing} if self.narrowing is not None else {}
        assert self.spec.value is not None
        return self.spec.value.parse(raw, self.desk, near)

    def within(self) -> Ref | None:
        """The record that the chosen one lies in: the township of a village."""
        rows = self.desk.picking.records(self.spec.target, "", (self.spec.narrowed_by, None), limit=9999)
        return next((row.within for row in rows if row.ref == self._value), None)


def named_only(model: type[Base], target: str) -> bool:
    """Whether a pointed-to kind belongs to the same page and needs nothing but its name."""
    if not issubclass(model, Record):
        return False
    wanted = model_of(target)
    needed = [spec.key for spec in fields_of(wanted) if spec.needed in ("save", "count")]
    return wanted.kind.page == model.kind.page and needed == [wanted.kind.title]
