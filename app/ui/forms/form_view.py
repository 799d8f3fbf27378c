"""FormView: header, sheet and side panel of a form, showing a draft."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Problem
from app.models.base import Record
from app.ui.forms import outline
from app.ui.forms.closed_strip import ClosedStrip
from app.ui.forms.damage_strip import DamageStrip
from app.ui.forms.desk import Desk
from app.ui.forms.draft import Draft
from app.ui.forms.files_editor import FilesEditor
from app.ui.forms.form_header import FormHeader
from app.ui.forms.form_sheet import FormSheet
from app.ui.forms.missing_strip import MissingStrip
from app.ui.forms.people_editor import PeopleEditor
from app.ui.forms.record_facts import facts_of, status_of
from app.ui.forms.side_panel import SidePanel
from app.ui.theme import Layout
from app.ui.widgets.strip import Strip
from app.ui.widgets.themed import Themed

GAP = 12


class FormView(Themed, QWidget):
    """Shows and leads; knows nothing of saving."""

    problem_requested = Signal(object)
    """A Problem whose field is wanted."""
    unfolded = Signal()
    """Fields came into sight whose values are to be shown."""

    def __init__(self, model: type[Record], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = Layout.NORMAL
        self.header = FormHeader(model.kind.label)
        self.closed = ClosedStrip()
        self.damage = DamageStrip()
        self.unsaved = Strip()
        self.message = Strip()
        self.strip = MissingStrip()
        self.sheet = FormSheet(model, desk)
        self.panel = SidePanel()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        for part in (self.header, self.damage, self.closed, self.unsaved, self.message, self.strip):
            self._column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.sheet, 1)
        row.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row, 1)
        self.sheet.section_changed.connect(self.panel.set_current)
        self.panel.section_requested.connect(self.sheet.begin_section)
        self.panel.problem_requested.connect(self.problem_requested)
        self.strip.problem_requested.connect(self.problem_requested)
        self.setAcceptDrops(True)
        self.fit(Layout.NORMAL)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Photos and files may be dropped anywhere on the form."""
        key = self.sheet.key_of_files
        if key and self.sheet.unfold_for(key):
            self.unfolded.emit()
        editor = self.sheet.editors.get(key)
        if isinstance(editor, FilesEditor) and editor.add_from(event.mimeData()):
            event.acceptProposedAction()
            self.sheet.begin_at((key,))

    def fit(self, layout: Layout) -> None:
        """Panel beside the sheet, or a strip above it when narrow."""
        self._layout = layout
        narrow = layout is Layout.NARROW
        self.panel.setVisible(not narrow)
        self.panel.set_wide(layout is Layout.WIDE)
        self.strip.setVisible(narrow)
        self.header.fit(layout)
        margin = self.theme.narrow_margin if narrow else self.theme.page_margin
        self._column.setContentsMargins(margin, 10, margin // 2 if narrow else margin, 10)

    def restyle(self) -> None:
        if hasattr(self, "_column"):
            self.fit(self._layout)

    def show_draft(self, draft: Draft) -> None:
        """Show everything afresh."""
        self.sheet.show_values(draft.values, draft.computed())
        self.tell(draft)

    def tell(self, draft: Draft) -> None:
        """Show what follows from the values: sums, problems, what is missing, marks of change."""
        self.sheet.tell(draft.values, draft.computed())
        for key, editor in self.sheet.editors.items():
            if isinstance(editor, PeopleEditor):
                editor.set_base(draft.base.get(key))
        keys = [spec.key for section in self.sheet.sections for spec in section.specs]
        self.sheet.show_problems(draft.shown, frozenset(key for key in keys if draft.altered(key)))
        verdict = outline.verdict(draft)
        self.panel.show_outline(verdict, outline.entries(draft, self.sheet.sections))
        self.strip.show_outline(verdict, self._urgent(draft))
        record = draft.record
        self.header.set_title(record.model.title_of(draft.values) or f"新增{record.model.kind.noun}")
        self.header.set_status(status_of(draft, self._desk.today))
        self.panel.set_facts(facts_of(draft))

    def _urgent(self, draft: Draft) -> list[Problem]:
        found = draft.to_count() or draft.to_print() or draft.doubts()
        return list({problem.label: problem for problem in reversed(found)}.values())[::-1]
