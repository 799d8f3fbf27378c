"""SentFilesView: a file of a 报送 as it was sent, on paper, and ways to print and keep it."""

from __future__ import annotations

import shutil
import stat
import tempfile
import weakref
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.services.office import Office
from app.services.sent_files import SentFiles
from app.services.submitted import SentFile
from app.ui.pages.submissions_scan import picture_pages
from app.ui.pages.submissions_words import is_picture
from app.ui.print.preview import PreviewWidget
from app.ui.theme import Tone

_PREVIEWED = {".docx", ".xlsx", ".xlsm"}


class SentFilesView(PreviewWidget):
    """Shows a copy that can only be read; what is kept is never opened by other programs."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent, folder_button=False)
        self._files = SentFiles(office.store.vault)
        self._lent: Path | None = None
        self._file: SentFile | None = None

    @property
    def file(self) -> SentFile | None:
        """The file in sight."""
        return self._file

    def show_sent(self, file: SentFile | None) -> None:
        """Show a file, or say why it cannot be shown; None shows nothing."""
        self._file = file
        if file is None:
            self.show_pages(None)
            return
        try:
            path = self._files.lend(file, self._lending())
            if is_picture(file):
                self.show_pages(picture_pages(path), path)
            elif path.suffix.lower() in _PREVIEWED:
                self.show_file(path)
            else:
                self.show_pages(None, path)
                words = f"“{file.name}”在这里画不出来，用 WPS 打开看和打印。"
                self.strip.show_message(Tone.PLAIN, words, action="用 WPS 打开", closable=False)
        except AppError as error:
            self.show_pages(None)
            self.strip.show_message(Tone.ERROR, error.message, closable=False)

    def save_as(self, start: Path) -> Path | None:
        """Ask for a folder and write the file there under its name; None when nothing was written."""
        if self._file is None:
            return None
        folder = QFileDialog.getExistingDirectory(self, "存到哪个文件夹", str(start))
        if not folder:
            return None
        try:
            return self._files.save(self._file, Path(folder))
        except AppError as error:
            self.strip.show_message(Tone.ERROR, error.message)
            return None

    def _lending(self) -> Path:
        """Where copies are put while the program runs."""
        if self._lent is None:
            self._lent = Path(tempfile.mkdtemp(prefix="cppcc-ledger-sent-"))
            weakref.finalize(self, _clear, self._lent)
        return self._lent


def _clear(folder: Path) -> None:
    for path in folder.glob("*/*"):
        path.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows does not delete what can only be read
    shutil.rmtree(folder, ignore_errors=True)
