"""Which editor a field gets: chosen by its value kind or shape, here and nowhere else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.models.base import Base, Record
from app.models.fields import Field
from app.models.values import Choice, Code, Count, DayValue, Flag, LongText, Many, Money, RefTo, Text, Time
from app.ui.forms.day_editor import DayEditor
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.files_editor import FilesEditor
from app.ui.forms.flag_editor import FlagEditor
from app.ui.forms.members_editor import MembersEditor
from app.ui.forms.people_editor import PeopleEditor
from app.ui.forms.pick_editor import ChoiceEditor, TextEditor
from app.ui.forms.ref_editor import RefEditor
from app.ui.forms.tag_editor import ManyEditor
from app.ui.forms.text_editors import CodeEditor, LongTextEditor, NumberEditor, TimeEditor

BY_VALUE: tuple[tuple[type, type[Editor]], ...] = (
    (LongText, LongTextEditor),
    (DayValue, DayEditor),
    (Time, TimeEditor),
    (Money, NumberEditor),
    (Count, NumberEditor),
    (Flag, FlagEditor),
    (Many, ManyEditor),
    (Choice, ChoiceEditor),
    (Code, CodeEditor),
)
BY_SHAPE: dict[str, type[Editor]] = {
    "members": MembersEditor,
    "people": PeopleEditor,
    "files": FilesEditor,
}


def make_editor(
    spec: Field, model: type[Base], desk: Desk, *, cell: bool = False, parent: QWidget | None = None
) -> Editor:
    """The editor of a field of `model`; `cell` is one inside a table, without a frame of its own."""
    if spec.shape == "children":
        from app.ui.forms.child_table import ChildTable

        return ChildTable(spec, model, desk, parent=parent)
    if spec.shape == "child":
        from app.ui.forms.single_row import SingleRow

        return SingleRow(spec, model, desk, parent=parent)
    if spec.shape in BY_SHAPE:
        return BY_SHAPE[spec.shape](spec, desk, cell=cell, parent=parent)
    if isinstance(spec.value, Text):
        title = issubclass(model, Record) and spec.key == model.kind.title
        return TextEditor(spec, desk, model=None if title else model, cell=cell, parent=parent)
    if isinstance(spec.value, RefTo):
        return RefEditor(spec, desk, model=model, cell=cell, parent=parent)
    for kind, editor in BY_VALUE:
        if isinstance(spec.value, kind):
            return editor(spec, desk, cell=cell, parent=parent)
    raise TypeError(f"no editor for {spec.value!r}")
