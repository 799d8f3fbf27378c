"""FormSheet: the sections of one record on a sheet of paper that scrolls under the page's header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Problem
from app.models.base import Record
from app.models.fields import Field
from app.ui.forms.desk import Desk
from app.ui.forms.editor import Editor
from app.ui.forms.field_grid import holds_focus
from app.ui.forms.section import Section, grouped
from app.ui.forms.steady_scroll import SteadyScroll
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.sheet import Sheet

WIDEST_EMS = 96


class FormSheet(SteadyScroll):
    """Made from the declarations of a record kind; the focused field is always in sight."""

    edited = Signal(str)
    visited = Signal(str)
    """The keyboard left the field of this key."""
    entered = Signal(object)
    """The keyboard came to this editor."""
    left_at_end = Signal(int)
    """The hands went past the last field (+1) or before the first (-1)."""
    undoable = Signal(object)
    section_changed = Signal(int)
    """Another section is in work."""
    fold_requested = Signal()

    def __init__(self, model: type[Record], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._desk = model, desk
        self._whole = False
        self._current: Editor | None = None
        self._last = ""
        self._section = -1
        self._held = False
        self._kept: list[str] = []
        self.sections = [self._made(name, specs) for name, specs in grouped(model)]
        self._sheet = Sheet(margin=14)
        self._sheet.body.setContentsMargins(14, 0, 20, 6)
        self._sheet.body.setSpacing(0)
        for section in self.sections:
            self._sheet.body.addWidget(section)
        self._fold = HintButton("", hint="F6", kind="link")
        self._fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fold.clicked.connect(self.fold_requested)
        foot = QHBoxLayout()
        foot.addWidget(self._fold)
        foot.addStretch(1)
        self._sheet.body.addLayout(foot)
        self._sheet.body.addStretch(1)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = self._inner = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sheet)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.scrolled_by_hand.connect(self._close_lists)
        self.renew()

    @property
    def whole(self) -> bool:
        """Whether all fields are in sight, not only those of the quick form."""
        return self._whole

    @property
    def editors(self) -> dict[str, Editor]:
        """The editors in sight by key, in the order of the eye."""
        return {
            key: editor
            for section in self.sections
            if not section.isHidden()
            for key, editor in section.grid.editors.items()
        }

    @property
    def key_of_files(self) -> str:
        """Key of the field that takes photos and files, "" when the kind has none."""
        specs = (spec for section in self.sections for spec in section.specs)
        return next((spec.key for spec in specs if spec.shape == "files"), "")

    @property
    def current_key(self) -> str:
        """Key of the field that has the keyboard, "" when none has."""
        return next((key for key, editor in self.editors.items() if holds_focus(editor)), "")

    def fold(self, *, whole: bool) -> None:
        """Show the quick form, or everything."""
        self._whole = whole
        if holds_focus(self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        number = 0
        with self._at_once():
            for section in self.sections:
                seen = bool(section.typed(whole=whole))
                number += seen
                section.lay_out(number if seen else 0, whole=whole)

    def renew(self) -> None:
        """The settings may keep other fields than when the sheet was laid out."""
        kept = [spec.key for section in self.sections for spec in section.typed(whole=True)]
        if kept != self._kept:
            self._kept = kept
            self.fold(whole=self._whole)

    def say_fold(self, values: Mapping[str, Any]) -> None:
        """Say at the foot what is folded away, and what of it is filled in."""
        hidden = [spec for s in self.sections for spec in s.typed(whole=True) if spec.folded]
        self._fold.setVisible(bool(hidden))
        if self._whole:
            self._fold.set_label("只看常用的几项")
            return
        filled = sum(1 for spec in hidden if values.get(spec.key) not in (None, "", [], (), {}, spec.default))
        more = f"，其中 {filled} 项填过" if filled else ""
        self._fold.set_label(f"还有 {len(hidden)} 项没有显示{more}，完整填写")

    def show_values(self, values: Mapping[str, Any], computed: Mapping[str, Any]) -> None:
        """Show a record's values."""
        with self._at_once():
            for section in self.sections:
                section.grid.set_values(values)
            self.tell(values, computed)

    def tell(self, values: Mapping[str, Any], computed: Mapping[str, Any]) -> None:
        """Show what follows from the values."""
        for section in self.sections:
            section.tell(values, computed)
        self.say_fold(values)

    def show_problems(self, problems: Sequence[Problem], altered: frozenset[str]) -> None:
        """Say what is wrong beside the fields."""
        with self._at_once():
            for section in self.sections:
                section.grid.show_problems(problems, altered)

    def drop_typed(self) -> None:
        """Another record comes: what cannot be read, and what was left, belongs to the one before."""
        self.release.forget()
        for section in self.sections:
            section.grid.drop_typed()

    def unfold_for(self, key: str) -> bool:
        """Show everything when a field is folded away; whether that was needed."""
        known = any(spec.key == key for section in self.sections for spec in section.specs)
        if self._whole or not known or key in self.editors:
            return False
        self.fold(whole=True)
        return True

    def begin_at(self, path: Sequence[str | int]) -> bool:
        """Go to the field of a problem; False when it is not in sight."""
        found = any(not section.isHidden() and section.grid.begin_at(path) for section in self.sections)
        if found:
            QTimer.singleShot(0, self, self.keep_in_sight)  # a page just opened has its heights by then
        return found

    def take_keyboard(self) -> None:
        """Have the keyboard again, where it was last."""
        if not self.current_key and self._last in self.editors:
            self.editors[self._last].begin()

    def begin_section(self, place: int) -> None:
        """Go to the first field of a section."""
        section = self.sections[place]
        if section.isHidden():
            self.fold_requested.emit()
        if section.isHidden():
            return
        editors = section.grid.order
        if editors:
            editors[0].begin()
        self._bring_up(section)
        # Once more when fields that just came have their heights, and the click has shown its field.
        QTimer.singleShot(0, self, partial(self.release.then, partial(self._bring_up, section)))

    def step(self, by: int) -> None:
        """Go to the next field."""
        seen = [section for section in self.sections if not section.isHidden()]
        here = next((place for place, section in enumerate(seen) if holds_focus(section)), -1)
        if here < 0:
            return
        if seen[here].grid.step(by):
            return
        for section in seen[here + 1 :] if by > 0 else reversed(seen[:here]):
            editors = [editor for editor in section.grid.order if editor.isEnabled()]
            if editors:
                editors[0 if by > 0 else -1].begin(backwards=by < 0)
                return
        self.left_at_end.emit(by)

    def step_section(self, by: int) -> None:
        """Go to the section before or after."""
        seen = [place for place, section in enumerate(self.sections) if not section.isHidden()]
        here = next((n for n, place in enumerate(seen) if holds_focus(self.sections[place])), 0)
        if 0 <= here + by < len(seen):
            self.begin_section(seen[here + by])

    def settle(self) -> None:
        """Take the height that the sections need now, so that nothing is ever seen squeezed."""
        if self._held or not self.isVisible():
            return
        seen = self.is_in_sight(self.viewport().height())
        for section in self.sections:
            if not section.isHidden():
                section.settle()
        self._sheet.body.activate()
        self._inner.activate()
        QApplication.sendEvent(self.widget(), QEvent(QEvent.Type.LayoutRequest))
        if seen:
            self.keep_in_sight()

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_sheet"):
            self._sheet.setMaximumWidth(self.theme.px(WIDEST_EMS))

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.step(1 if forward else -1)
        return True

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Many fields change: find the new heights when all have."""
        held, self._held = self._held, True
        try:
            yield
        finally:
            self._held = held
        self.settle()

    def _made(self, name: str, specs: list[Field]) -> Section:
        optional = name in self._model.kind.optional
        section = Section(name, specs, self._model, self._desk, optional=optional)
        section.edited.connect(self.edited)
        section.moved.connect(self.step)
        section.undoable.connect(self.undoable)
        section.grown.connect(self.settle)
        return section

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window().windowType() == Qt.WindowType.Popup:
            return
        editors = self.editors
        now = next((key for key, editor in editors.items() if editor is new or editor.isAncestorOf(new)), "")
        before = next((key for key, editor in editors.items() if editor is self._current), "")
        self._current = editors.get(now)  # first: whoever hears of it may open a dialog, which moves it again
        self.around = not self.release.is_awaited
        if before and before != now:
            self.release.then(partial(self.visited.emit, before))
        if self._current is not None and now != before:
            self.entered.emit(self._current)
        if now:
            self._last = now
            self.release.then(self.keep_in_sight)
            self._mark_section()

    def _bring_up(self, section: Section) -> None:
        self.verticalScrollBar().setValue(section.top_in(self.widget()) - 2)

    def _close_lists(self) -> None:
        if self._current is not None:
            self._current.close_list()

    def _scrolled(self) -> None:
        self._mark_section()

    def _mark_section(self) -> None:
        """The section with the keyboard, or the uppermost in sight."""
        focus = next((n for n, section in enumerate(self.sections) if holds_focus(section)), -1)
        if focus < 0:
            top = self.verticalScrollBar().value() + self.theme.control
            seen = [
                n for n, s in enumerate(self.sections) if not s.isHidden() and s.top_in(self.widget()) <= top
            ]
            focus = seen[-1] if seen else 0
        if focus != self._section:
            self._section = focus
            self.section_changed.emit(focus)
