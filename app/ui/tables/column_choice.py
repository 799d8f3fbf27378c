"""显示列: which columns each kind's list shows, and the list to tick them in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models import Record, model_of
from app.models.fields import Field
from app.services.list_columns import filters_of, more_columns_of
from app.services.listing import Listing
from app.ui.tables.columns import Column, chosen, columns, more_columns
from app.ui.widgets.choice_bar import Option
from app.ui.widgets.choice_popup import ChoicePopup

WHOLE_NUMBERS = "*"


class ColumnMemory(Protocol):
    """Remembers the columns of a list; `app.ui.preferences.Preferences` is one."""

    def columns(self, kind: str) -> tuple[str, ...] | None: ...

    def set_columns(self, kind: str, keys: Sequence[str] | None) -> None: ...


class ColumnChoice(QObject):
    """Asks the memory once per kind; every tick counts at once and is remembered."""

    changed = Signal()
    whole_wanted = Signal(bool)
    """Numbers of people are to be shown whole, or in part again."""

    def __init__(
        self, listing: Listing, memory: ColumnMemory, keeps: Callable[[Field], bool],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`keeps` says whether the office keeps a field at all."""
        super().__init__(parent)
        self._keeps = keeps
        self._listing, self._memory = listing, memory
        self._known: dict[str, tuple[tuple[Column, ...], tuple[Column, ...]]] = {}
        self._kind, self._whole = "", False

    def columns(self, model: type[Record]) -> list[Column]:
        """The columns a clerk wants to see of a kind."""
        own, more = self._all(model)
        return chosen(own, more, self._memory.columns(model.key))

    def renew(self) -> None:
        """Names of places and options may be longer or shorter now."""
        self._known.clear()

    def offer(
        self, model: type[Record], folded: Collection[Column], below: QWidget, *, whole: bool = False
    ) -> ColumnPopup:
        """Open the list of columns under a button; `whole` when numbers of people are not covered now."""
        self._kind, self._whole = model.key, whole
        own, more = self._all(model)
        shown = [column.key for column in self.columns(model)]
        shown += [WHOLE_NUMBERS] if whole else []
        popup = ColumnPopup((*own, *more), shown, [column.key for column in folded], below.window())
        popup.changed.connect(self._chose)
        popup.restored.connect(self._restore)
        popup.open_below(below)
        return popup

    def _all(self, model: type[Record]) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
        if model.key not in self._known:
            labels = {
                spec.key: [entry.text for entry in self._listing.choices(model.key, spec.key)]
                for spec in filters_of(model)
            }
            kept = {spec.key for spec in filter(self._keeps, more_columns_of(model))}
            more = tuple(column for column in more_columns(model) if column.key in kept)
            self._known[model.key] = (columns(model, labels), more)
        return self._known[model.key]

    def _chose(self, keys: list[str]) -> None:
        own, _ = self._all(model_of(self._kind))
        whole = WHOLE_NUMBERS in keys
        if whole != self._whole:
            self._whole = whole
            self.whole_wanted.emit(whole)
            return
        keys = [key for key in keys if key != WHOLE_NUMBERS]
        usual = [column.key for column in own if not column.title]
        self._memory.set_columns(self._kind, None if keys == usual else keys)
        self.changed.emit()

    def _restore(self) -> None:
        self._memory.set_columns(self._kind, None)
        self.changed.emit()


class ColumnPopup(ChoicePopup):
    """Says what has no room now, and can go back to how the list was made."""

    restored = Signal()

    def __init__(
        self, columns: Sequence[Column], shown: Collection[str], folded: Collection[str], parent: QWidget
    ) -> None:
        options = [
            Option(column.key, f"{column.label}（放不下）" if column.key in folded else column.label)
            for column in columns
            if not column.title
        ]
        if any(column.covered for column in columns):
            options.append(Option(WHOLE_NUMBERS, "显示完整号码（会记进修改记录）"))
        super().__init__(options, shown, parent)
        self._none.set_label("恢复原样")

    def _untick(self) -> None:
        self.restored.emit()
        self.close()
