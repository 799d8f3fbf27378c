"""FormWork: one record being typed: carries values between the view and the draft, checks and saves them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.errors import AppError, Invalid, Problem, Unsure
from app.models.fields import Values, fields_of
from app.services.aggregates import Aggregate
from app.ui.forms import narrowing
from app.ui.forms.desk import Desk
from app.ui.forms.draft import Draft
from app.ui.forms.editor import Editor
from app.ui.forms.form_view import FormView
from app.ui.forms.jumps import next_problem
from app.ui.forms.keeping import Keeping
from app.ui.forms.last_try import LastTry
from app.ui.forms.notices import Notices
from app.ui.forms.recovery import Recovery
from app.ui.forms.registering import Registering
from app.ui.forms.saver import Saver

CHECK_AFTER_MS = 120


class FormWork(QObject):
    """Between two records: begin, type, check, save."""

    said = Signal(str)
    """Something for the status line."""
    stored = Signal()
    """The record is in the file; what waits for that may go on."""
    undo_changed = Signal()

    def __init__(self, view: FormView, desk: Desk, record: Aggregate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view, self.desk = view, desk
        self.draft = Draft(record)
        self._undo: list[Callable[[], object]] = []
        self.notices = Notices(view.message)
        self._saver = Saver(desk, view, self)
        self.keeping = Keeping(desk, self.draft, self)
        self.registering = Registering(self)
        self.recovery = Recovery(self)
        self._last_try = LastTry(desk.operations, self)
        self._checking = QTimer(self)
        self._checking.setSingleShot(True)
        self._checking.setInterval(CHECK_AFTER_MS)
        self._checking.timeout.connect(partial(view.sheet.release.then, self.check))
        self._saver.saved.connect(self._saved)
        self._saver.refused.connect(self._refused)
        self._saver.put_off.connect(self._put_off)
        self._saver.noted.connect(self.keeping.note)
        self.keeping.troubled.connect(self.notices.warn)
        self.keeping.relieved.connect(self.notices.take_warning_back)
        sheet = view.sheet
        sheet.edited.connect(self._edited)
        sheet.visited.connect(self._left)
        sheet.entered.connect(self._came)
        sheet.undoable.connect(self.offer_undo)
        view.problem_requested.connect(self.go_to)
        view.unfolded.connect(self._show)
        view.strip.next_requested.connect(partial(self.jump, 1))

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not in the file."""
        self._take_unread()
        return self.draft.dirty

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way."""
        return self._saver.is_busy

    @property
    def can_undo(self) -> bool:
        """Whether something that went can be brought back."""
        return bool(self._undo)

    def begin(self, record: Aggregate, *, aside: bool = False) -> None:
        """Show another record; what is typed into this one goes, or with `aside` waits to be offered."""
        self._checking.stop()
        self.draft = Draft(record)
        (self.keeping.set_aside if aside else self.keeping.follow)(self.draft)
        self._undo = []
        self._last_try.begin()
        self.notices.clear()
        self.view.damage.show_record(record)
        self._take_day()
        self.view.sheet.drop_typed()
        self.view.show_draft(self.draft)
        self.check()
        self.recovery.look()
        self.undo_changed.emit()

    def check(self) -> None:
        """Look through what is typed, and say what follows from it."""
        self._checking.stop()
        self._take_unread()
        trial = self.draft.snapshot()
        try:
            self.draft.found = self.desk.office.records.check(trial)
        except AppError as error:  # comes by itself, with every key: no dialog is to interrupt it
            self.notices.say_unseen(error)
        else:
            self._take_filled(trial.values)
            self.notices.follow(self.draft)
        self._last_try.note(self.draft.dirty)
        self.view.tell(self.draft)

    def save(self) -> bool:
        """Send it to the file; False when it cannot be sent. An untouched record is not written again."""
        self.commit()
        self.draft.tried = True
        self.check()
        if self.draft.unread:
            self.go_to(self.draft.problems[0])
            self.notices.say_unread()
            self._last_try.fail()
            return False
        if self.draft.dirty or self.draft.is_new:
            self._saver.save(self.draft)
        else:
            self.stored.emit()
        return True

    def let_go(self) -> None:
        """What is typed is not wanted any more."""
        self._last_try.settle()
        self.keeping.drop()

    def commit(self) -> None:
        """Have unfinished letters finished and cells closed, so that values are what is seen."""
        QGuiApplication.inputMethod().commit()
        for editor in self.view.sheet.editors.values():
            if not editor.composing:
                editor.finish()
        self._take_unread()

    def carry_over(self) -> None:
        """沿用上一条: fill what nobody filled from the newest other record."""
        self.commit()
        draft, noun = self.draft, self.draft.record.model.kind.noun
        last = self.desk.picking.last_record(draft.record.kind, draft.record.uuid)
        if last is None:
            self.said.emit(f"还没有别的{noun}可以沿用")
            return
        empty = [key for key in last if draft.is_unsaid(key) and not draft.altered(key)]
        before = draft.values
        draft.values = before | {key: last[key] for key in empty}
        self.view.show_draft(draft)
        self.check()
        if empty:
            self.keeping.note()
            self.offer_undo(partial(self.put_back, before))
        text = f"沿用了上一条的 {len(empty)} 项，日期和内容没有带过来" if empty else "能沿用的都已经填了"
        self.said.emit(text)

    def jump(self, by: int) -> None:
        """To the next problem, or the one before."""
        self.commit()
        self.check()
        found = next_problem(self.draft, self.view.sheet, by)
        if found is None:
            self.said.emit("没有要补的了")
        else:
            self.go_to(found)

    def go_to(self, problem: Problem) -> None:
        """Give the keyboard to the field of a problem; from now on what is missing is red."""
        self.draft.tried = True
        self.view.tell(self.draft)
        if self.view.sheet.unfold_for(problem.key):
            self.view.show_draft(self.draft)
        self.view.sheet.begin_at(problem.path)

    def fold(self) -> None:
        """完整填写, or only what is always filled in; the keyboard stays where it is if it can."""
        sheet = self.view.sheet
        key = sheet.current_key
        sheet.fold(whole=not sheet.whole)
        self.view.show_draft(self.draft)
        if not key or not sheet.begin_at((key,)):
            self.first_focus()

    def first_focus(self) -> None:
        """The first field that is empty and needed, else the first."""
        needed = {p.key for p in self.draft.to_count() if p.missing and len(p.path) == 1}
        editors = self.view.sheet.editors
        key = next((key for key in editors if key in needed), next(iter(editors), ""))
        if key:
            editors[key].begin()

    def undo(self) -> None:
        """Bring back what went last."""
        if self._undo:
            self._undo.pop()()
        self.undo_changed.emit()

    def offer_undo(self, back: Callable[[], object]) -> None:
        """Something went that can be brought back."""
        self._undo.append(back)
        self.undo_changed.emit()

    def put_back(self, values: Values) -> None:
        """Show what the fields held before."""
        self.draft.values = values
        self.view.show_draft(self.draft)
        self.keeping.note()
        self.check()

    # inside

    def _show(self) -> None:
        self.view.show_draft(self.draft)

    def _edited(self, key: str) -> None:
        editor = self.view.sheet.editors.get(key)
        if editor is None:
            return
        self.draft.put(key, editor.value())
        self._note_unread(key, editor)
        self.keeping.note()
        narrowing.follow(self.draft, self.view.sheet, key)
        self._take_day()
        self.view.sheet.tell(self.draft.values, self.draft.computed())
        self._checking.start()

    def _left(self, key: str) -> None:
        self.draft.visited.add(key)
        self.check()

    def _came(self, editor: Editor) -> None:
        self.registering.serve(editor)
        self.said.emit(editor.hint())

    def _take_filled(self, values: Values) -> None:
        """Show what the kind fills in by itself, once a person has begun typing."""
        if not self.draft.dirty:
            return
        for spec in fields_of(self.draft.record.model):
            value = values.get(spec.key)
            if value is not None and self.draft.values.get(spec.key) is None and spec.editable:
                narrowing.put_shown(self.draft, self.view.sheet, spec.key, value)

    def _take_unread(self) -> None:
        for key, editor in self.view.sheet.editors.items():
            self._note_unread(key, editor)

    def _note_unread(self, key: str, editor: Editor) -> None:
        if editor.unfit:
            self.draft.unread[key], self.draft.typed[key] = editor.unfit, editor.typed
        else:
            self.draft.unread.pop(key, None)
            self.draft.typed.pop(key, None)

    def _take_day(self) -> None:
        day = self.draft.record.model.kind.day
        self.desk.day = self.draft.values.get(day) if day else None
        self.view.closed.show_closed(self.desk.closed(self.desk.day), is_new=self.draft.is_new)

    def _saved(self, record: Aggregate, sent: Values) -> None:
        composing = any(editor.composing for editor in self.view.sheet.editors.values())
        self._last_try.succeed()
        untouched = self.draft.take_saved(record, sent)
        self.notices.clear()
        self.view.damage.show_record(record)
        self.keeping.keep()  # what was typed meanwhile; nothing any more when nothing was
        self.recovery.look()
        self._take_day()
        if untouched and not composing:
            self.view.show_draft(self.draft)
        else:
            self.check()
        self.stored.emit()

    def _put_off(self) -> None:
        self._last_try.fail()
        self.notices.say_put_off()

    def _refused(self, error: AppError) -> None:
        self._last_try.fail(unsure=isinstance(error, Unsure))
        if isinstance(error, Invalid):
            self.draft.take_refused(error.problems)
            self.go_to(error.problems[0])
            self.notices.say_refused()
        else:
            self.notices.say_failed(error)
