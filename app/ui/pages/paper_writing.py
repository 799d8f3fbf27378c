"""PaperWriting: writes a period's papers beside the window's thread, told step by step, stopped on demand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.models.periods import Period
from app.paths import documents_folder, is_folder
from app.ui.operations import Progress
from app.ui.pages import exporting
from app.ui.workplace import Workplace


class PaperWriting(QObject):
    """One set at a time; what is stopped or fails leaves no file behind."""

    changed = Signal()
    """`words` is something else: writing began, went on or ended."""
    said = Signal(str)
    """For the status line."""
    written = Signal()
    """All papers of the period are there."""
    refused = Signal(object)
    """The AppError that says why they are not."""

    def __init__(self, place: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._place, self._page = place, page
        self._progress: Progress | None = None
        self.words = ""

    @property
    def is_busy(self) -> bool:
        """Whether a set is being written."""
        return self._progress is not None

    def folder_of(self, period: Period) -> Path:
        """Where the files go: where they went last, or a folder of the period's own."""
        issued = self._place.office.reports.issued(period)
        if issued and issued.paths and is_folder(issued.paths[0].parent):
            return issued.paths[0].parent
        return documents_folder() / f"{self._place.office.settings.unit_name}{period.label}"

    def ask_folder(self, period: Period) -> Path | None:
        """Another folder, None when none was chosen."""
        there = self.folder_of(period)
        start = there if is_folder(there) else exporting.start_folder(self._place)
        folder = QFileDialog.getExistingDirectory(self._page, "写到哪个文件夹", str(start))
        return Path(folder) if folder else None

    def write(self, period: Period, folder: Path | None = None) -> None:
        """Write all papers of a period, unless some are being written."""
        if self._progress is not None:
            return
        reports, target = self._place.office.reports, folder or self.folder_of(period)

        def work(progress: Progress) -> list[Path]:
            return reports.export(period, target, progress.step)

        self._progress = self._place.operations.start(
            work, self._written, self._refused, ended=self._ended, stepped=self._stepped
        )
        self._stepped(0, 0, "")

    def stop(self) -> None:
        """End it at its next step."""
        if self._progress is not None:
            self._progress.cancel()

    def _stepped(self, done: int, total: int, text: str) -> None:
        self.words = f"正在写 {min(done + 1, total)} / {total}…" if total else "正在取数…"
        self.said.emit(f"正在写：{text}" if total else self.words)
        self.changed.emit()

    def _written(self, paths: list[Path]) -> None:
        self.written.emit()
        self.said.emit(f"写好了 {len(paths)} 个文件")

    def _refused(self, error: AppError) -> None:
        self.said.emit("")
        self.refused.emit(error)

    def _ended(self) -> None:
        if self._progress is not None and self._progress.cancelled:
            self.said.emit("停下了，没有留下文件")
        self._progress, self.words = None, ""
        self.changed.emit()
