"""BinStrip: deletes records without asking, says so at the top of the page, and takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models import model_of
from app.models.kinds import Kind
from app.services.closed import recent_reasons
from app.services.office import Office
from app.ui.change import Change
from app.ui.operations import Operations
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip

DAYS = 90


class BinStrip(Strip):
    """One message at a time: the last deletion, or a note about what the list shows."""

    undoable_changed = Signal()
    """There is, or is no longer, something to take back."""
    note_dismissed = Signal()
    """The note's action was pressed, or the note put away."""

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._deletion = Change(operations, self._reasons, self, "删除")
        self._return = Change(operations, self._reasons, self, "恢复")
        self._noting = False
        self._deleted: tuple[str, list[str]] | None = None
        self._under_way: tuple[str, list[str]] | None = None
        self.acted.connect(self._act)
        self.closed.connect(self._put_away_note)

    @property
    def can_undo(self) -> bool:
        """Whether the last deletion can be taken back here."""
        return self._deleted is not None

    def note_among(self, words: str, among: Sequence[str] | None, kind: Kind) -> None:
        """Say which records alone a list shows, and how to see all of them; None says nothing."""
        self.clear()
        if among is not None:
            self._noting = True
            name = f"“{words}”的 " if words else "选出的 "
            text = f"这里只有{name}{len(among)} {kind.measure}。"
            self.show_message(Tone.PLAIN, text, action="看全部")

    def clear(self) -> None:
        super().clear()
        self._noting = False

    def delete(self, kind: str, uuids: Sequence[str]) -> None:
        """Put records into the bin."""
        if uuids and self._under_way is None:
            self._under_way = (kind, list(uuids))
            work = partial(self._office.records.delete, kind, list(uuids))
            self._deletion.run(work, self._deletion_done, ended=self._ended)

    def undelete(self) -> None:
        """Bring back what was deleted last."""
        if self._deleted is not None and self._under_way is None:
            self._under_way = self._deleted
            work = partial(self._office.records.undelete, *self._deleted)
            self._return.run(work, self._undeletion_done, ended=self._ended)

    def _deletion_done(self, count: int) -> None:
        assert self._under_way is not None
        self.offer_back(*self._under_way, count)

    def offer_back(self, kind: str, uuids: Sequence[str], count: int = 1) -> None:
        """Say what went into the bin, here or in a form, and how to get it back."""
        self._deleted, self._noting = (kind, list(uuids)), False
        noun = model_of(kind).kind.noun
        text = f"删除了 {count} 条{noun}，可在 {DAYS} 天内恢复。"
        self.show_message(Tone.OK, text, action="撤销", hint="Ctrl+Z")
        self.undoable_changed.emit()

    def _undeletion_done(self, count: int) -> None:
        assert self._deleted is not None
        kind = model_of(self._deleted[0]).kind
        self._deleted = None
        self.show_message(Tone.OK, f"恢复了 {count} 条{kind.noun}。")
        self.undoable_changed.emit()

    def _reasons(self) -> Sequence[str]:
        return recent_reasons(self._office.store)

    def _ended(self) -> None:
        self._under_way = None

    def _act(self) -> None:
        if self._noting:
            self.clear()
            self.note_dismissed.emit()
        else:
            self.undelete()

    def _put_away_note(self) -> None:
        if self._noting:
            self._noting = False
            self.note_dismissed.emit()
