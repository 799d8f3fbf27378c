"""A section of the settings: a heading with a sentence, rows of fields on the grid of looks.md §7."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.settings import LABELS, OfficeSettings
from app.ui.pages.links import list_link
from app.ui.pages.settings_field import SettingField
from app.ui.theme import Layout
from app.ui.widgets.sheet import label, rule
from app.ui.widgets.themed import Themed

WIDEST_EMS = 96
_MARK, _LABEL, _EDITOR, _GAP = range(4)


class Section(QWidget):
    """Base of all sections; those with fields are saved together by the page, the others act at once."""

    edited = Signal()
    """A field of this section was changed by a person."""
    open_requested = Signal(object)
    """A PageLink to go to."""
    section_requested = Signal(str, str)
    """Another section, and what to show in it."""
    backup_requested = Signal()
    """A backup is wanted now."""
    restore_requested = Signal()
    """A backup is to be put in the place of the store."""
    done = Signal(str)
    """What was done, for the status line."""

    key = ""
    scrolls = True

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[SettingField] = []
        self.heading = label(title, "section")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 14, 14, 14)
        self.body.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        self.note = label(note, "note")
        head.addWidget(self.note)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addSpacing(2)

    @property
    def is_altered(self) -> bool:
        """Whether something here is not saved yet."""
        return any(field.is_altered for field in self.fields)

    def add_grid(self) -> FieldGrid:
        """A grid of fields below what is there; `FieldGrid.add` puts them in."""
        grid = FieldGrid(self)
        self.body.addWidget(grid)
        return grid

    def adopt(self, fields: Iterable[SettingField]) -> None:
        """Fields whose changes the page saves."""
        for field in fields:
            self.fields.append(field)
            field.edited.connect(self._edit)

    def show_settings(self, settings: OfficeSettings) -> None:
        """Show what is kept; what the clerk is changing stays."""
        for field in self.fields:
            field.keep(getattr(settings, field.key))
        self.explain()

    def refresh(self) -> None:
        """Read again what does not come from the settings; called when the section comes into sight."""

    def explain(self) -> None:
        """Say what the fields as they stand mean."""

    def show_part(self, part: str) -> None:
        """Show one thing of several, as `section_requested` named it."""

    def fit(self, layout: Layout) -> None:
        """Arrange for a narrow, normal or wide window."""

    def first_focus(self) -> None:
        """Give the keyboard to where work begins."""
        if self.fields:
            self.fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for(self, kind: str) -> None:
        """Go to the list of a record kind."""
        self.open_requested.emit(list_link(kind))

    def _edit(self) -> None:
        self.explain()
        self.edited.emit()


class FieldGrid(Themed, QWidget):
    """Mark │ label │ editor, twice side by side; the same widths in every section."""

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self._section = section
        self._labels: list[QLabel] = []
        self._row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(_EDITOR, 1)
        self._grid.setColumnStretch(_EDITOR + _GAP + 1, 1)
        self.restyle()

    def add(
        self,
        left: SettingField,
        right: SettingField | None = None,
        *,
        half: bool = False,
        needed: Iterable[str] = (),
        words: str = "",
    ) -> None:
        """One row: two fields side by side, or one over the whole width or over half of it."""
        self._put(left, 0, 1 if half or right is not None else _EDITOR + _GAP, needed, words)
        if right is not None:
            self._put(right, _GAP + 1, 1, needed)
        self._row += 1

    def add_named(self, words: str, widget: QWidget, *, stretched: bool = False) -> None:
        """One row of something that is not kept with the settings."""
        self._name(words, "", 0)
        align = Qt.AlignmentFlag(0) if stretched else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(widget, self._row, _EDITOR, 1, _EDITOR + _GAP, align)
        self._row += 1

    def add_unnamed(self, field: SettingField) -> None:
        """One row of a field that says itself what it is."""
        self._section.adopt([field])
        self._grid.addWidget(field, self._row, _EDITOR, 1, _EDITOR + _GAP)
        self._row += 1

    def add_below(self, words: QWidget) -> None:
        """Words under the editors, about the row before."""
        self._grid.addWidget(words, self._row, _EDITOR, 1, _EDITOR + _GAP)
        self._row += 1

    def restyle(self) -> None:
        for start in (0, _GAP + 1):
            self._grid.setColumnMinimumWidth(start + _MARK, self.theme.px(0.9))
            self._grid.setColumnMinimumWidth(start + _LABEL, self.theme.px(6.2))
        self._grid.setColumnMinimumWidth(_GAP, self.theme.px(1.6))
        for words in self._labels:
            words.setFixedHeight(self.theme.control)
        self.setMaximumWidth(self.theme.px(WIDEST_EMS))

    def _put(
        self, field: SettingField, column: int, span: int, needed: Iterable[str], words: str = ""
    ) -> None:
        self._section.adopt([field])
        words = words or LABELS[field.key]
        field.editor.setAccessibleName(words)
        self._name(words, "*" if field.key in needed else "", column)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(field, self._row, column + _EDITOR, 1, span, top)

    def _name(self, words: str, sign: str, column: int) -> None:
        """The label of the row being made, and its mark."""
        for place, part in ((_MARK, label(sign, "mark")), (_LABEL, label(words, "label"))):
            part.setFixedHeight(self.theme.control)
            self._labels.append(part)
            self._grid.addWidget(part, self._row, column + place, Qt.AlignmentFlag.AlignTop)


def scrolling(section: Section) -> QScrollArea:
    """A section that may be higher than its room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    section.setProperty("ground", "clear")
    area.setWidget(section)
    area.viewport().setAutoFillBackground(False)
    return area


def separator(body: QVBoxLayout) -> None:
    """A hairline between two parts of a section."""
    body.addSpacing(4)
    body.addWidget(rule())
    body.addSpacing(2)
