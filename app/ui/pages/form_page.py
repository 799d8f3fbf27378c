"""FormPage: one record of any kind, typed, checked, saved and left by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import NotFound
from app.models import model_of
from app.models.activity import Activity
from app.models.fields import Values
from app.services.aggregates import Aggregate
from app.services.office import Office
from app.ui.change import Change
from app.ui.forms.desk import Desk
from app.ui.forms.draft import Draft
from app.ui.forms.form_view import FormView
from app.ui.forms.form_work import FormWork
from app.ui.forms.leaving import Leaving
from app.ui.operations import Operations
from app.ui.pages.page import Command, Page
from app.ui.theme import Layout, Tone

HINTS = "回车 下一栏　Ctrl+S 保存　Ctrl+D 沿用上一条　PgUp/PgDn 换条　F6 完整填写"
HINTS_NEW = HINTS.replace("PgUp/PgDn 换条　", "")
FOLD = ("F6 完整填写", "F6 只看常用的")  # what it would do now, and once everything is in sight
TYPED_ON = "这一条存好了。存的时候又打的字还没有保存，看一看，再点“保存并新增”。"


class FormPage(Page):
    """Made wholly from the declarations of `kind`; an untouched form never writes."""

    print_requested = Signal(str, str)
    """Kind and uuid of a saved record whose documents are wanted."""
    evidence_requested = Signal(str, str, str)
    """Kind, uuid and title of a saved record whose evidence is wanted in one folder."""
    history_requested = Signal(str, str)
    """Kind and uuid of the record whose versions are wanted."""
    deleted = Signal(str, str)
    """Kind and uuid of the record that was put into the bin."""

    def __init__(
        self, office: Office, operations: Operations, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._model = kind, model_of(kind)
        self.title = self._model.kind.label
        self.desk = Desk(office, operations)
        self._removal = Change(operations, self.desk.reasons, self, "删除")
        self._given: Values = {}
        self._siblings: tuple[str, ...] = ()
        self._field = ""
        self._after: Callable[[], object] | None = None
        self.view = FormView(self._model, self.desk)
        self.work = FormWork(self.view, self.desk, office.records.new(kind), self)
        self._leaving = Leaving(self.work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()

    @property
    def draft(self) -> Draft:
        """The record as it is being typed."""
        return self.work.draft

    # what the window asks

    def open(
        self,
        uuid: str | None = None,
        given: Mapping[str, Any] | None = None,
        siblings: Sequence[str] = (),
        field: str = "",
        unsaved: str = "",
        **_rest: Any,
    ) -> None:
        """Show a record, begun at `field`, or with no `uuid` an empty one with `given` filled in.

        `unsaved` is the id of what was typed and not saved, to be gone on with.
        """
        self._siblings, self._given, self._field = tuple(siblings), dict(given or {}), field
        self.desk.renew()
        records = self.desk.office.records
        try:
            record = records.load(self._kind, uuid) if uuid else records.new(self._kind, **self._given)
        except NotFound as error:
            self._show(records.new(self._kind, **self._given))
            self.view.message.show_message(Tone.WARN, error.message)
        else:
            self._show(record)
        if unsaved:
            self.work.recovery.go_on(unsaved)

    def turned_to(self) -> Mapping[str, Any]:
        return {"uuid": self.draft.record.uuid or None, "siblings": self._siblings, "given": self._given}

    def refresh(self) -> None:
        """Something was written: take it over unless something is being typed."""
        self.desk.renew()
        if self.draft.is_new or self.work.is_dirty or self.work.is_saving:
            return
        try:
            found = self.desk.office.records.load(self._kind, self.draft.record.uuid)
        except NotFound as error:
            self.view.message.show_message(Tone.WARN, error.message)
            return
        if found.revision != self.draft.record.revision:
            self._show(found)

    def can_leave(self) -> bool:
        """Ask about unsaved changes; 保存 leaves only when the save went well."""
        self._after = None
        return self._leaving.may_leave()

    def can_close(self) -> bool:
        """As for leaving; what is not saved may wait for the next start."""
        self._after = None
        return self._leaving.may_close()

    def commands(self) -> Mapping[str, Command]:
        """Everything that has a key here."""
        work, sheet = self.work, self.view.sheet
        kind = self._model.kind
        return {
            "new": self.start_new,
            "save": self.save,
            "save_next": self.save_and_next,
            "carry_over": work.carry_over,
            "full_form": work.fold,
            "print": self.print_record if kind.documents else f"{kind.label}没有要打印的文书",
            "next_problem": partial(work.jump, 1),
            "previous_problem": partial(work.jump, -1),
            "next_section": partial(sheet.step_section, 1),
            "previous_section": partial(sheet.step_section, -1),
            "history": "还没有保存过，没有修改记录" if self.draft.is_new else self.show_history,
            "undo": work.undo if work.can_undo else "没有可以撤销的",
        }

    def fit(self, layout: Layout) -> None:
        """Panel beside the sheet, or a strip above it when narrow."""
        self.view.fit(layout)

    def first_focus(self) -> None:
        """What was asked to be mended; else the first field that is empty and needed, else the first."""
        field, self._field = self._field, ""
        problem = next((problem for problem in self.draft.problems if problem.key == field), None)
        if problem is not None:
            self.work.go_to(problem)
        elif not self.view.sheet.begin_at((field,)):
            self.work.first_focus()

    # what a clerk does

    def save(self) -> None:
        """保存."""
        self._save_and(None)

    def save_and_next(self) -> None:
        """保存并新增."""
        self._save_and(self._start_empty)

    def print_record(self) -> None:
        """打印: saved first, so that paper and file agree."""
        self._save_and(self._print)

    def gather_evidence(self) -> None:
        """佐证材料包: saved first, as for print."""
        self._save_and(self._gather)

    def start_new(self) -> None:
        """An empty form, after this one agreed to be left."""
        if self.can_leave():
            self._start_empty()

    def step_record(self, by: int) -> None:
        """The neighbour in the list this form was opened from."""
        uuids, here = self._siblings, self.draft.record.uuid
        place = uuids.index(here) + by if here in uuids else -1
        if 0 <= place < len(uuids) and self.can_leave():
            self._show(self.desk.office.records.load(self._kind, uuids[place]))
            self.first_focus()

    def show_history(self) -> None:
        """Ask for 修改记录 of the saved record."""
        if not self.draft.is_new:
            self.history_requested.emit(self._kind, self.draft.record.uuid)

    def delete(self) -> None:
        """Put the record into the bin; the list offers to bring it back."""
        if not self.draft.is_new:
            work = partial(self.desk.office.records.delete, self._kind, [self.draft.record.uuid])
            self._removal.run(work, self._was_deleted)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers()
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if plain and key == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif plain and key in steps:
            self.step_record(steps[key])
        else:
            super().keyPressEvent(event)

    # inside

    def _connect(self) -> None:
        header, work = self.view.header, self.work
        header.back.clicked.connect(self.back_requested)
        header.save.clicked.connect(self.save)
        header.save_next.clicked.connect(self.save_and_next)
        header.print.clicked.connect(self.print_record)
        header.print.setVisible(bool(self._model.kind.documents))
        header.stepped.connect(self.step_record)
        header.add_command("沿用上一条", "Ctrl+D").triggered.connect(work.carry_over)
        header.add_command("完整填写", "F6").triggered.connect(work.fold)
        if issubclass(self._model, Activity):
            header.add_command("佐证材料包…").triggered.connect(self.gather_evidence)
        self._history = header.add_command("修改记录", "Ctrl+H")
        self._history.triggered.connect(self.show_history)
        header.add_rule()
        self._delete = header.add_command("删除")
        self._delete.triggered.connect(self.delete)
        self.view.sheet.left_at_end.connect(self._past_end)
        self.view.sheet.fold_requested.connect(work.fold)
        self.view.message.acted.connect(self._try_again)
        self.view.damage.acted.connect(self.show_history)
        work.said.connect(self._say)
        work.stored.connect(self._stored)
        work.undo_changed.connect(self._tell_undo)
        self.desk.operations.busy_changed.connect(self._show_busy)

    def _show(self, record: Aggregate) -> None:
        self._after = None
        self.view.sheet.renew()
        self.work.begin(record)
        uuids = self._siblings
        self.view.header.set_place(uuids.index(record.uuid) + 1 if record.uuid in uuids else 0, len(uuids))
        for action in (self._delete, self._history):
            action.setEnabled(bool(record.uuid))
        self.view.sheet.verticalScrollBar().setValue(0)
        self._say("")

    def _save_and(self, after: Callable[[], object] | None) -> None:
        self._after = after
        if not self.work.save():
            self._after = None

    def _try_again(self) -> None:
        self.view.sheet.take_keyboard()  # the strip with the button goes
        self._save_and(self._after)

    def _stored(self) -> None:
        after, self._after = self._after, None
        for action in (self._delete, self._history):
            action.setEnabled(True)
        self.commands_changed.emit()
        if after == self._start_empty and self.work.is_dirty:
            self.view.message.show_message(Tone.WARN, TYPED_ON)
        elif after is not None:
            after()

    def _start_empty(self) -> None:
        self._show(self.desk.office.records.new(self._kind, **self._given))
        self.first_focus()

    def _print(self) -> None:
        self.print_requested.emit(self._kind, self.draft.record.uuid)

    def _gather(self) -> None:
        record = self.draft.record
        self.evidence_requested.emit(self._kind, record.uuid, record.title)

    def _was_deleted(self, _count: int) -> None:
        uuid = self.draft.record.uuid
        self.work.begin(self.desk.office.records.new(self._kind), aside=True)  # both come back together
        self.deleted.emit(self._kind, uuid)
        if self.isVisible():  # nobody led on to the list, which offers to bring it back
            self.back_requested.emit()

    def _past_end(self, by: int) -> None:
        (self.view.header.save if by > 0 else self.view.header.back).setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, text: str) -> None:
        text = text or (HINTS if self._siblings else HINTS_NEW)
        self.say(text.replace(*FOLD) if self.view.sheet.whole else text)

    def _show_busy(self, busy: bool) -> None:
        self.view.header.save.set_busy("正在保存…" if busy and self.work.is_saving else "")

    def _tell_undo(self) -> None:
        self.undo_offered.emit(self.work.can_undo)
        self.commands_changed.emit()
