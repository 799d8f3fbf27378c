"""TagEditor: several things chosen one after the other; ManyEditor: several options of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.fields import Field
from app.models.values import Choice
from app.services.picking import fits
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.pick_popup import LIST_STEPS, PickPopup, PickRow
from app.ui.forms.tag_box import Tag, TagBox


class TagEditor(Editor):
    """A box of tags with a list under its line; Enter adds, Backspace removes the last, Esc closes."""

    drop = False
    """Whether pressing the box opens the list."""

    def __init__(self, spec: Field, desk: Desk, *, cell: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(spec, desk, cell=cell, parent=parent)
        self._value: Any = None
        self._popup: PickPopup | None = None
        self.box = TagBox(drop=self.drop, bare=cell, parent=self)
        self.line = self.box.line
        self.line.setAccessibleName(spec.label)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.line.textEdited.connect(self._typed)
        self.line.stepped.connect(self._stepped)
        self.line.left.connect(self.finish)
        self.box.removed.connect(self.remove)
        self.box.menu_requested.connect(self.open_menu)
        self.box.grown.connect(self.grown)
        if self.drop:
            self.box.pressed.connect(self._pressed)

    # what a subclass says

    def tags(self) -> Sequence[Tag]:
        """The value as tags."""
        raise NotImplementedError

    def offered(self, query: str) -> Sequence[PickRow]:
        """What can be added."""
        raise NotImplementedError

    def nothing(self, query: str) -> str:
        """What the list says when nothing fits."""
        raise NotImplementedError

    def add(self, what: Any) -> None:
        """Put what was chosen into the value; tells nobody."""
        raise NotImplementedError

    def remove(self, place: int) -> None:
        """Take the tag at `place` out of the value, by a person."""
        raise NotImplementedError

    def open_menu(self, place: int) -> None:
        """Offer what can be done with the tag at `place`."""

    def make_popup(self) -> PickPopup:
        """The list, made when first needed."""
        return PickPopup(self.window())

    # the contract

    @property
    def unfit(self) -> str:
        text = self.line.text().strip()
        return self.nothing(text) if text else ""

    @property
    def typed(self) -> str | None:
        return self.line.text() if self.unfit else None

    @property
    def composing(self) -> bool:
        return self.line.composing

    @property
    def popup(self) -> PickPopup | None:
        """The list when it is open."""
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        self.line.clear()
        self.show_tags()

    def show_typed(self, typed: Any) -> None:
        self.line.setText(str(typed))

    def show_tags(self) -> None:
        """Show the value again."""
        self.box.set_tags(self.tags())

    def finish(self) -> None:
        self.close_list()

    def set_marks(self, state: str, altered: bool) -> None:
        self.box.set_marks(state, altered)

    def set_read_only(self, read_only: bool) -> None:
        self.box.set_read_only(read_only)

    def begin(self, text: str | None = None, *, backwards: bool = False) -> None:
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        if text is not None:
            self.line.insert(text)
            self._typed()

    def open_list(self) -> None:
        """Offer what fits the typed text."""
        if self.line.isReadOnly():
            return
        query = self.query()
        rows = self.offered(query)
        if self._popup is None:
            self._popup = self.make_popup()
            self._popup.taken.connect(self.take)
            self.destroyed.connect(self._popup.deleteLater)
        self._popup.offer(rows, self._place(), empty="" if rows else self.nothing(query))

    def close_list(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def query(self) -> str:
        """What the list is to be narrowed by."""
        return self.line.text().strip()

    def take(self, what: Any) -> None:
        """A row was chosen: add it and be ready for the next."""
        self.add(what)
        self.line.clear()
        self.close_list()
        self.show_tags()
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, popup = event.key(), self.popup
        if popup is not None and Qt.Key(key) in LIST_STEPS:
            popup.step(LIST_STEPS[Qt.Key(key)])
        elif popup is not None and key == Qt.Key.Key_Escape:
            self.close_list()
        elif key == Qt.Key.Key_Down and popup is None:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def _typed(self) -> None:
        self.box.hold(-1)
        if self.query():
            self.open_list()
        else:
            self.close_list()
        self.edited.emit()

    def _stepped(self, by: int) -> None:
        popup = self.popup
        if by > 0 and popup is not None and popup.current is not None:
            self.take(popup.current.what)
        elif by > 0 and popup is not None and self.query():
            return  # nothing fits: the name stays to be put right
        else:
            self.close_list()
            self.moved.emit(by)

    def _pressed(self) -> None:
        if self.popup is not None:
            self.close_list()
        else:
            self.open_list()

    def _place(self) -> QRect:
        return QRect(self.mapTo(self.window(), QPoint(0, 0)), self.size())


class ManyEditor(TagEditor):
    """Several entries of an option list."""

    drop = True
    _value: tuple[str, ...] | None

    def tags(self) -> Sequence[Tag]:
        assert isinstance(self.spec.value, Choice)
        return [Tag(key, self.desk.option_label(self.spec.value.of, key)) for key in self._value or ()]

    def offered(self, query: str) -> Sequence[PickRow]:
        assert isinstance(self.spec.value, Choice)
        chosen = self._value or ()
        entries = [entry for entry in self.desk.entries(self.spec.value.of) if entry.key not in chosen]
        return [PickRow(entry.key, entry.label) for entry in entries if fits(entry.label, query)]

    def nothing(self, query: str) -> str:
        return f"没有“{query[:20]}”这个选项；要新加，请到 设置 › 选项" if query else "选项都已经选上了"

    def add(self, what: Any) -> None:
        self._value = (*(self._value or ()), what)

    def remove(self, place: int) -> None:
        left = [key for index, key in enumerate(self._value or ()) if index != place]
        self._value = tuple(left) or None
        self.show_tags()
        self.edited.emit()
