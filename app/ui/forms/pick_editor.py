"""Editors that offer a list while one types: choices, texts typed before; pointers are built on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.models.base import Base
from app.models.fields import Field
from app.models.values import Choice
from app.services.picking import fits
from app.ui.forms.desk import Desk
from app.ui.forms.pick_popup import LIST_STEPS, PickPopup, PickRow
from app.ui.forms.text_editors import LineEditor
from app.ui.widgets import painting
from app.ui.widgets.themed import Themed

MOST_OFFERED = 6


@dataclass(frozen=True, slots=True)
class NewName:
    """A row of the list that registers what was typed."""

    text: str


class PickEditor(LineEditor):
    """A line with a list under it: ↑↓ choose, Enter takes and goes on, Esc closes, Alt+↓ opens.

    Subclasses say in `offered` what is on it.
    """

    eager = False
    """Whether what is typed is only a way to one of the rows, not a value of its own."""

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._popup: PickPopup | None = None
        self.line.stepped.disconnect(self.moved)
        self.line.stepped.connect(self._stepped)

    @property
    def popup(self) -> PickPopup | None:
        """The list when it is open."""
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    def offered(self, query: str) -> Sequence[PickRow]:
        """What fits what was typed."""
        raise NotImplementedError

    def nothing(self, query: str) -> str:
        """What the list says when nothing fits; "" closes it."""
        return ""

    def open_list(self, query: str = "") -> None:
        """Offer what fits `query`."""
        if self.line.isReadOnly():
            return
        rows = self.offered(query)
        says = "" if rows else self.nothing(query)
        if not rows and not says:
            self.close_list()
            return
        if self._popup is None:
            self._popup = PickPopup(self.window())
            self._popup.taken.connect(self.take)
            self.destroyed.connect(self._popup.deleteLater)
        held = next((place for place, row in enumerate(rows) if row.what == self._value), 0)
        only_new = all(isinstance(row.what, NewName) for row in rows)  # Enter takes no typo
        first = held if self.eager and not only_new else -1
        self._popup.offer(rows, self._place(), empty=says, first=first)

    def close_list(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def take(self, what: Any) -> None:
        """A row was chosen."""
        self.close_list()
        changed = what != self._value or bool(self._unfit)
        self.set_value(what)
        self.line.end(False)
        if changed:
            self.edited.emit()

    def finish(self) -> None:
        self.close_list()
        super().finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, popup = event.key(), self.popup
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Down and popup is None and (alt or (self.eager and not self.cell)):
            self.open_list()
        elif popup is not None and Qt.Key(key) in LIST_STEPS:
            popup.step(LIST_STEPS[Qt.Key(key)])
        elif popup is not None and key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def _typed(self) -> None:
        super()._typed()
        if self.line.text().strip():
            self.open_list(self.line.text())
        else:
            self.close_list()

    def _stepped(self, by: int) -> None:
        popup = self.popup
        if by > 0 and popup is not None and popup.current is not None:
            self.take(popup.current.what)
        self.close_list()
        self.moved.emit(by)

    def _place(self) -> QRect:
        return QRect(self.mapTo(self.window(), QPoint(0, 0)), self.size())


class TextEditor(PickEditor):
    """A line of text; what was typed there before is offered, and never forced."""

    def __init__(
        self,
        spec: Field,
        desk: Desk,
        *,
        model: type[Base] | None = None,
        cell: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._model = model

    def offered(self, query: str) -> Sequence[PickRow]:
        query = query.strip()
        if self._model is None or not query:
            return ()
        texts = self.desk.picking.earlier_texts(self._model, self.spec.key.rpartition("/")[2])
        found = [text for text in texts if text != query and fits(text, query)]
        return [PickRow(text, text) for text in found[:MOST_OFFERED]]


class ListedEditor(PickEditor):
    """What is typed must become one of the rows; an arrow says there is a list."""

    eager = True

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._arrow = _Arrow(self)
        self.restyle()

    def restyle(self) -> None:
        if hasattr(self, "_arrow"):
            self.line.setTextMargins(0, 0, self.theme.px(1.4), 0)
            self._arrow.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrow.place()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._arrow.setVisible(not read_only)

    def finish(self) -> None:
        text = self.line.text().strip()
        if self._unfit and not self.composing:
            rows = [row for row in self.offered(text) if not isinstance(row.what, NewName)]
            if len(rows) == 1:
                self.take(rows[0].what)
        super().finish()

    def pressed(self) -> None:
        """The arrow was pressed."""
        was_open = self.popup is not None
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
        if was_open:
            self.close_list()
        else:
            self.open_list()


class ChoiceEditor(ListedEditor):
    """One entry of an option list, found by its words or pinyin initials; may be emptied."""

    def offered(self, query: str) -> Sequence[PickRow]:
        assert isinstance(self.spec.value, Choice)
        entries = self.desk.entries(self.spec.value.of)
        return [PickRow(entry.key, entry.label) for entry in entries if fits(entry.label, query)]

    def nothing(self, query: str) -> str:
        return f"没有“{query.strip()[:20]}”这个选项；要新加，请到 设置 › 选项"


class _Arrow(Themed, QWidget):
    """The sign that a list can be opened."""

    def __init__(self, owner: ListedEditor) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip("打开列表  Alt+↓")

    def place(self) -> None:
        """Stand at the right end of the line."""
        width = self.theme.px(1.9)
        self.setGeometry(self._owner.width() - width - 2, 2, width, max(0, self._owner.height() - 4))
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._owner.pressed()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painting.begin(self)
        ink = self.theme.color("text2" if self.isEnabled() else "disabled")
        painting.icon_centred(painter, self.rect(), "drop", ink, self.theme.icon)
        painter.end()
