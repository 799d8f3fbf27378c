"""Registering: a member the roster lacks, entered from a form, which keeps what is half entered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.models.context import Ref
from app.services.unsaved import MEMBER
from app.ui.forms.editor import Editor
from app.ui.forms.members_editor import MembersEditor
from app.ui.forms.new_member import NAME, NewMemberDialog

if TYPE_CHECKING:
    from app.ui.forms.form_work import FormWork

_FIELD = "field"


class Registering(QObject):
    """Opens the dialog for a form, and opens it again over what came back with the form."""

    def __init__(self, work: FormWork) -> None:
        super().__init__(work)
        self._work = work

    def serve(self, editor: Editor) -> None:
        """Let an editor ask for a new member."""
        if isinstance(editor, MembersEditor) and not editor.property("wired"):
            editor.setProperty("wired", True)
            editor.new_member_requested.connect(partial(self._ask, editor))

    def go_on(self) -> None:
        """Somebody was being registered when the form went: go on there, once the form stands."""
        if MEMBER in self._work.draft.beside:
            QTimer.singleShot(0, self, self._ask_again)

    def _ask_again(self) -> None:
        held = self._work.draft.beside.get(MEMBER) or {}
        editor = self._work.view.sheet.editors.get(str(held.get(_FIELD)))
        if isinstance(editor, MembersEditor):
            self.serve(editor)
            self._open(editor, str(held.get(NAME) or ""), held)

    def _ask(self, editor: MembersEditor, name: str) -> None:
        held = self._work.draft.beside.get(MEMBER) or {}
        same = name in ("", held.get(NAME))
        self._open(editor, name, held if same else {})

    def _open(self, editor: MembersEditor, name: str, held: dict[str, Any]) -> None:
        work = self._work
        dialog = NewMemberDialog(work.desk, name, work.view, held)
        dialog.registered.connect(partial(_add, editor))
        dialog.typed.connect(partial(self._hold, editor))
        dialog.exec()
        dialog.deleteLater()
        work.draft.beside.pop(MEMBER, None)
        work.keeping.note()
        editor.begin()

    def _hold(self, editor: MembersEditor, held: dict[str, Any]) -> None:
        self._work.draft.beside[MEMBER] = held | {_FIELD: editor.spec.key}
        self._work.keeping.note()


def _add(editor: MembersEditor, ref: Ref) -> None:
    editor.add_ref(ref)
