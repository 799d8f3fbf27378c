"""VersionView: one version of a record: who made it, why, and what it changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services.history import Version
from app.ui.pages.history_changes import ChangeList
from app.ui.pages.history_lines import UNCHANGED, change_rows, heading, headings
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import MARGIN, Sheet, SheetHeading, label


class VersionView(Sheet):
    """Its heading and reason above, its changes below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=1)
        self.heading = SheetHeading("")
        self.reason = label("", "label", wrap=True)
        self.changes = ChangeList()
        self.empty = EmptyState("history")
        self._stack = QStackedWidget()
        for part in (self.changes, self.empty):
            self._stack.addWidget(part)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN - 1, 4, MARGIN - 1, 8)
        above.setSpacing(0)
        above.addWidget(self.heading)
        above.addWidget(self.reason)
        self.body.setSpacing(0)
        self.body.addLayout(above)
        self.body.addWidget(self._stack, 1)

    def show_version(self, version: Version, today: date) -> None:
        """Tell of another version."""
        title, note = heading(version, today)
        self.heading.set_texts(title=title, note=note)
        self.reason.setText(f"理由：{version.reason}")
        self.reason.setVisible(bool(version.reason))
        self.changes.set_rows(change_rows(version.alterations), headings(version.alterations))
        self._stack.setCurrentIndex(0 if version.alterations else 1)
        if not version.alterations:
            title = UNCHANGED.get(version.what, "保存过，内容没有变")
            self.empty.say(title, "这一版的内容和前一版一样。")
