"""Editor: what every editor of a value obeys, whatever kind of value it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Problem, Unfit
from app.models.fields import Field
from app.ui.forms.desk import Desk
from app.ui.widgets.themed import Themed


class Editor(Themed, QWidget):
    """One value of one field.

    `value()` gives back exactly what `set_value` was given until a person changes it, None included;
    setting by program is silent. What was typed and cannot be read stays as typed and is told by `unfit`.
    Subclasses say `value` and `set_value`, and override what else differs.
    """

    edited = Signal()
    """A person changed the value."""
    moved = Signal(int)
    """Enter (+1) or Shift+Enter (-1): the hands want to go to the next field."""
    grown = Signal()
    """The editor needs another height."""
    undoable = Signal(object)
    """Something went that can be brought back by calling this."""

    ems: float | None = None
    """Width in em; None takes what there is."""

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.desk, self.cell = spec, desk, cell
        self.narrowing: Any = None  # the value of the field that `spec.narrowed_by` names

    @property
    def unfit(self) -> str:
        """The sentence when what was typed cannot be read, else ""."""
        return ""

    @property
    def typed(self) -> Any:
        """What stands here and cannot be read, as a plain value; None when all of it can."""
        return None

    @property
    def composing(self) -> bool:
        """Whether an input method holds unfinished letters: leave text and focus alone."""
        return False

    def value(self) -> Any:
        """The value as it stands; None when nothing was filled in."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value, without a signal."""
        raise NotImplementedError

    def show_typed(self, typed: Any) -> None:
        """Show again what `typed` told, without a signal; it is read anew."""

    def finish(self) -> None:
        """The keyboard has left: show in full what was typed in short."""

    def set_marks(self, state: str, altered: bool) -> None:
        """Tint for a problem ("invalid", "doubtful", ""), bar for what is not saved yet."""

    def set_read_only(self, read_only: bool) -> None:
        """Only to be read and copied."""
        self.setEnabled(not read_only)

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        """Take the keyboard, the whole value selected; `text` replaces it as if typed.

        What has several parts begins at its last one when the hands come `backwards`.
        """
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def begin_at(self, path: Sequence[str | int]) -> None:
        """Take the keyboard where a problem is; the path begins inside this field."""
        self.begin()

    def show_problems(self, problems: Sequence[tuple[tuple[str | int, ...], Problem]]) -> None:
        """What is wrong inside this field, for those that can show where; paths begin inside it."""

    def follow(self, values: Mapping[str, Any]) -> None:
        """Other values of the record changed."""

    def set_computed(self, text: str) -> None:
        """What the value is worked out to until it is typed over."""

    def step_inside(self, by: int) -> bool:
        """Go to the next part of this editor; False when there is none and the keyboard should leave."""
        return False

    def hint(self) -> str:
        """What the status line says while the keyboard is here."""
        return f"{self.spec.label}：{self.spec.hint}" if self.spec.hint else ""

    def close_list(self) -> None:
        """Put away what was opened over the page."""

    def read(self, raw: object) -> Any:
        """What a raw text means for this field; raises Unfit."""
        if self.spec.value is None:
            raise Unfit("这一项不能直接打字")
        return self.spec.value.parse(raw, self.desk, {})
