"""BinStrip: deletes and changes records without asking, says so at the top of the page, and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import AppError, Invalid
from app.models import model_of
from app.models.fields import field_of
from app.models.kinds import Kind
from app.services.bulk import Bulked, Undone
from app.services.closed import recent_reasons
from app.services.office import Office
from app.ui.change import Change
from app.ui.operations import Operations
from app.ui.theme import Tone
from app.ui.widgets.strip import Strip

DAYS = 90
_NAMED = 2


@dataclass(frozen=True)
class _Undo:
    """How the last thing done is taken back, and what is said then."""

    work: Callable[..., Any]
    say: Callable[[Any], tuple[Tone, str]]
    deleted: Sequence[str] = ()


class BinStrip(Strip):
    """One message at a time: the last deletion or change, or a note about what the list shows."""

    undoable_changed = Signal()
    """There is, or is no longer, something to take back."""
    note_dismissed = Signal()
    """The note's action was pressed, or the note put away."""
    returned = Signal(list)
    """The uuids of deleted records that are there again."""
    again_requested = Signal(str)
    """批量修改 was refused and is to be asked for once more, with the same field."""

    def __init__(self, office: Office, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._deletion = Change(operations, self._reasons, self, "删除")
        self._bulk = Change(operations, self._reasons, self, "修改")
        self._return = Change(operations, self._reasons, self, "恢复")
        self._noting = False
        self._undo: _Undo | None = None
        self._under_way: tuple[str, list[str], str] | None = None
        self._refused_key = self._doing = ""
        operations.busy_changed.connect(self._show_busy)
        self.acted.connect(self._act)
        self.closed.connect(self._put_away_note)

    @property
    def can_undo(self) -> bool:
        """Whether what was done last can be taken back here."""
        return self._undo is not None

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
            self._begin(f"正在删除 {len(uuids)} 条…", kind, uuids)
            work = partial(self._office.records.delete, kind, list(uuids))
            self._deletion.run(work, self._deletion_done, ended=self._ended)

    def change(self, kind: str, uuids: Sequence[str], key: str, value: Any) -> None:
        """Set a field of records to one value."""
        if uuids and self._under_way is None:
            self._begin(f"正在修改 {len(uuids)} 条…", kind, uuids, key)
            work = partial(self._office.bulk.change, kind, list(uuids), key, value)
            self._bulk.run(work, self._change_done, self._change_refused, ended=self._ended)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._undo is not None and self._under_way is None:
            self._begin("正在撤销…")
            self._return.run(self._undo.work, self._undo_done, self._undo_refused, ended=self._ended)

    def offer_back(self, kind: str, uuids: Sequence[str], count: int = 1) -> None:
        """Say what went into the bin, here or in a form, and how to get it back."""
        noun = model_of(kind).kind.noun
        work = partial(self._office.records.undelete, kind, list(uuids))
        text = f"删除了 {count} 条{noun}，可在 {DAYS} 天内恢复。"
        self._offer(text, _Undo(work, lambda _: (Tone.OK, f"恢复了 {count} 条{noun}。"), tuple(uuids)))

    def _offer(self, text: str, undo: _Undo) -> None:
        self._undo, self._noting = undo, False
        self.show_message(Tone.OK, text, action="撤销", hint="Ctrl+Z")
        self.undoable_changed.emit()

    def _deletion_done(self, count: int) -> None:
        assert self._under_way is not None
        kind, uuids, _ = self._under_way
        self.offer_back(kind, uuids, count)

    def _change_done(self, done: Bulked) -> None:
        assert self._under_way is not None
        model = model_of(self._under_way[0])
        kind, label = model.kind, field_of(model, self._under_way[2]).label
        if not done.changed:
            self._noting = False
            self.show_message(Tone.PLAIN, f"没有要改的：这 {done.same} 条的{label}已经是这样。")
            return
        same = f"，{done.same} 条原来就是这样" if done.same else ""
        work = partial(self._office.bulk.undo, done.group)
        undo = _Undo(work, partial(_say_undone, f"条{kind.noun}的{label}"))
        self._offer(f"改了 {done.changed} 条{kind.noun}的{label}{same}。", undo)

    def _change_refused(self, error: AppError) -> None:
        self._noting = False
        self._refused_key = self._under_way[2] if self._under_way else ""
        text = error.message
        if isinstance(error, Invalid):
            named = "；".join(problem.sentence for problem in error.problems[:_NAMED])
            more = f"；还有 {len(error.problems) - _NAMED} 处" if len(error.problems) > _NAMED else ""
            text = f"都没有改：{named}{more}。"
        self.show_message(Tone.ERROR, text, action="重新改…")

    def _undo_done(self, result: Any) -> None:
        assert self._undo is not None
        undo, self._undo = self._undo, None
        self.show_message(*undo.say(result))
        self.undoable_changed.emit()
        if undo.deleted:
            QTimer.singleShot(0, self, partial(self.returned.emit, list(undo.deleted)))  # shown by then

    def _undo_refused(self, error: AppError) -> None:
        self.show_message(Tone.ERROR, error.message)

    def _reasons(self) -> Sequence[str]:
        return recent_reasons(self._office.store)

    def _begin(self, doing: str, kind: str = "", uuids: Sequence[str] = (), key: str = "") -> None:
        self._under_way, self._doing = (kind, list(uuids), key), doing

    def _show_busy(self, busy: bool) -> None:
        if busy and self._under_way is not None:
            self._noting = False
            self.show_message(Tone.PLAIN, self._doing, closable=False)

    def _ended(self) -> None:
        self._under_way = None
        if self.text == self._doing:  # nobody said why, so nothing was done
            self.clear()

    def _act(self) -> None:
        if self._noting:
            self.clear()
            self.note_dismissed.emit()
        elif self._refused_key:
            key, self._refused_key = self._refused_key, ""
            self.clear()
            self.again_requested.emit(key)
        else:
            self.undo()

    def _put_away_note(self) -> None:
        self._refused_key = ""
        if self._noting:
            self._noting = False
            self.note_dismissed.emit()


def _say_undone(what: str, undone: Undone) -> tuple[Tone, str]:
    said = f"撤销了，{undone.count} {what}和修改以前一样。"
    if not undone.left:
        return Tone.OK, said
    return Tone.WARN, f"{said}{undone.named}后来又改过或删掉了，没有动。"
