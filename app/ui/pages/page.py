"""What the window asks of a page, and how one page points to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.theme import Layout

Command = Callable[[], object] | str
"""What an action does on this page, or the sentence that says why it cannot be done now."""


@dataclass(frozen=True)
class PageLink:
    """A place in the program: a page and what it is to show; `args` go to `Page.open`."""

    page: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PageEntry:
    """One page as the window lists it.

    `text` stands in the navigation, `short` on the rail, `caption` heads the group that begins here;
    `factory` gets what the window was given as context. A page `under` another is not in the navigation:
    the other stays marked while it is in sight (a form under its list). `last` stands at the foot.
    A `passing` page gives its place to the next passing one: back from a form never leads to a form.
    """

    key: str
    icon: str
    text: str
    short: str
    caption: str
    factory: Callable[[Any], Page]
    under: str = ""
    last: bool = False
    passing: bool = False


class Page(QWidget):
    """One page of the window; subclasses override what they need."""

    status_changed = Signal(str)
    """The words at the left of the status line."""
    undo_offered = Signal(bool)
    """Whether the status line offers 撤销 Ctrl+Z, which runs the command `undo`."""
    open_requested = Signal(object)
    """A PageLink to go to."""
    back_requested = Signal()
    """Back to where the clerk came from."""
    commands_changed = Signal()
    """`commands()` would answer differently now."""

    title = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = ""

    @property
    def status_text(self) -> str:
        """What the page last said in the status line."""
        return self._status

    def say(self, text: str) -> None:
        """Say something in the status line."""
        self._status = text
        self.status_changed.emit(text)

    def open(self, **args: Any) -> None:
        """Show what a PageLink asked for; called each time the page is gone to, also when in sight."""

    def turned_to(self) -> Mapping[str, Any] | None:
        """What `open` needs to show what is in sight by now; None when it is what was asked for."""
        return None

    def refresh(self) -> None:
        """Read again what is shown; something in the store changed."""

    def can_leave(self) -> bool:
        """Whether the page may be left; asks about unsaved changes."""
        return True

    def can_close(self) -> bool:
        """Whether the window may be closed over it: as for leaving, unless a page keeps things for later."""
        return self.can_leave()

    def commands(self) -> Mapping[str, Command]:
        """What the actions of `app.ui.actions` do here, by key; those left out are greyed in the menus."""
        return {}

    def fit(self, layout: Layout) -> None:
        """Arrange for a narrow, normal or wide window; called before the first showing too."""

    def first_focus(self) -> None:
        """Give the keyboard to where work begins."""
        self.setFocus()
