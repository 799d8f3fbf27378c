"""Recovery: offers above a form what was typed into it and not saved, and puts it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import AppError
from app.models.fields import Values
from app.services.unsaved import FormKey, Offer, State, Taken
from app.ui.theme import Tone

if TYPE_CHECKING:
    from app.ui.forms.form_work import FormWork

_SINCE = {State.AS_LEFT: "", State.CHANGED: "这条后来改过，接着填只动当时改的几项。"}


class Recovery(QObject):
    """One offer at a time, the newest first; put away, it comes again when the form is opened again."""

    def __init__(self, work: FormWork) -> None:
        super().__init__(work)
        self._work = work
        self._unsaved = work.desk.office.unsaved
        self._strip = work.view.unsaved
        self._offer: Offer | None = None
        self._strip.acted.connect(self._restore)
        self._strip.other_acted.connect(self._discard)

    def look(self) -> None:
        """Say what there is for the record in the form."""
        draft = self._work.draft
        offers = self._unsaved.of(draft.record.kind, draft.record.uuid, but=self._work.keeping.keys)
        self._offer = next((offer for offer in offers if offer.state is not State.GONE), None)
        if self._offer is None:
            self._strip.clear()
            return
        offer, record = self._offer, draft.record
        if record.uuid:
            text = f"有没保存的改动（{offer.when}）：{offer.fields}。{_SINCE[offer.state]}"
        else:
            name = f"“{offer.title}”" if offer.title else ""
            text = f"有一条没保存的{record.model.kind.noun}{name}（{offer.when}）。"
        self._strip.show_message(Tone.WARN, text, action="接着填", other="不要了")

    def go_on(self, unsaved: str) -> None:
        """What was chosen at the start: put it in at once."""
        if self.restore(FormKey(self._work.draft.record.kind, unsaved)):
            self.look()

    def restore(self, key: FormKey) -> bool:
        """Put it into the form, over what is there, marked as changed; False when it cannot be read."""
        try:
            taken = self._unsaved.take(key)
        except AppError as error:
            self._work.view.message.show_message(Tone.WARN, error.message)
            return False
        if self._is_another(taken):
            self._work.begin(taken.record, aside=True)
            self._work.desk.operations.keeper.wait()  # so that it is offered at once
        before = self._work.draft.values
        self._put_in(taken)
        self._work.keeping.replace(key)
        self._work.offer_undo(partial(self._undo, key, taken, before))
        if taken.left_out:
            self._work.view.message.show_message(Tone.WARN, taken.sentence)
        count = len(taken.values) + len(taken.beside)
        self._work.said.emit(f"拿回了没保存的 {count} 项，还没有保存")
        self._work.registering.go_on()
        return True

    def _restore(self) -> None:
        if self._offer is not None and self.restore(self._offer.key):
            self.look()
            self._work.first_focus()

    def _discard(self) -> None:
        if self._offer is None:
            return
        key = self._offer.key
        document = self._unsaved.drop(key)
        if document is not None:
            self._work.offer_undo(partial(self._want_again, key, document))
        self.look()
        self._work.said.emit("没保存的那份不要了，可以撤销")

    def _is_another(self, taken: Taken) -> bool:
        """Whether the form holds a new record and this is another: neither is to be lost in the other."""
        draft = self._work.draft
        return draft.is_new and any(
            draft.altered(key) and draft.values.get(key) != value for key, value in taken.values.items()
        )

    def _put_in(self, taken: Taken) -> None:
        work = self._work
        if taken.record.uuid != work.draft.record.uuid:
            work.begin(taken.record)
        draft = work.draft
        draft.values, draft.beside = draft.values | taken.values, dict(taken.beside)
        draft.visited |= set(taken.values)
        for key in (*taken.unread, *(key for key in taken.values if draft.altered(key))):
            work.view.sheet.unfold_for(key)
        work.view.show_draft(draft)
        editors = work.view.sheet.editors
        for key, typed in taken.unread.items():
            if key in editors:
                editors[key].show_typed(typed)
                draft.put(key, editors[key].value())
                draft.visited.add(key)
        work.check()

    def _undo(self, key: FormKey, taken: Taken, before: Values) -> None:
        work = self._work
        work.desk.operations.keeper.wait()  # what it still does must not undo this
        work.view.sheet.drop_typed()
        work.draft.beside = {}
        work.put_back(before)
        work.keeping.replace_not(key)
        self._want_again(key, taken.document)

    def _want_again(self, key: FormKey, document: dict[str, object]) -> None:
        try:
            self._unsaved.put_back(key, document)
        except AppError as error:
            self._work.view.message.show_message(Tone.WARN, error.message)
        self.look()
