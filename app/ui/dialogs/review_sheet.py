"""ReviewSheetDialog: 报审单, written from the numbers as they are now, to be looked at and printed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.models.periods import Period
from app.ui.dialogs.dialog import Dialog
from app.ui.operations import Progress
from app.ui.print.preview import PreviewWidget
from app.ui.theme import Tone
from app.ui.workplace import Workplace

REVIEW = "review"


class ReviewSheetDialog(Dialog):
    """The page as it will be printed; its file is gone when the dialog is."""

    def __init__(self, place: Workplace, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(f"{period.label}报审单", parent, width_ems=66)
        self._folder = tempfile.TemporaryDirectory(prefix="报审单", ignore_cleanup_errors=True)
        self.preview = PreviewWidget(folder_button=False)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.addWidget(self.preview, 1)
        QShortcut(QKeySequence.fromString("Ctrl+P"), self, self.preview.print_pages)
        close = self.add_button("关上", hint="Esc")
        close.clicked.connect(self.reject)
        self._fit(parent)
        reports, folder = place.office.reports, Path(self._folder.name)

        def work(progress: Progress) -> list[Path]:
            return reports.export(period, folder, progress.step, (REVIEW,), keep=False)

        place.operations.start(work, self._show, self._refuse)

    def done(self, result: int) -> None:
        self._folder.cleanup()
        super().done(result)

    def _show(self, paths: list[Path]) -> None:
        self.preview.show_file(paths[0])
        self.preview.setFocus()

    def _refuse(self, error: AppError) -> None:
        self.preview.strip.show_message(Tone.ERROR, error.message)

    def _fit(self, parent: QWidget | None) -> None:
        room = parent.size() if parent is not None else QSize(1200, 640)
        self.setFixedWidth(min(self.width(), room.width() - 40))
        self.setFixedHeight(room.height() - 40)


def show_review_sheet(place: Workplace, period: Period, parent: QWidget) -> None:
    """Show it until it is put away."""
    dialog = ReviewSheetDialog(place, period, parent)
    dialog.exec()
    dialog.deleteLater()
