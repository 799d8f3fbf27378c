"""Writing what a list shows into an Excel file that the clerk names a folder for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.errors import AppError
from app.models.periods import Period
from app.paths import documents_folder
from app.services.list_query import Query
from app.services.own_table import OwnTable
from app.ui.dialogs.message import tell
from app.ui.operations import Progress
from app.ui.pages.page import Page
from app.ui.workplace import Workplace


def start_folder(place: Workplace) -> Path:
    """Where a dialog for files begins: the folder used last, else the documents, else home."""
    last = place.preferences.export_folder
    if last is not None:
        return last
    folder = documents_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path.home()
    return folder


def export_list(page: Page, place: Workplace, query: Query) -> None:
    """Asks for a folder, writes there beside the window's thread and says where the file is."""
    folder = QFileDialog.getExistingDirectory(page, "导出到哪个文件夹", str(start_folder(place)))
    if not folder:
        return
    place.preferences.set_export_folder(Path(folder))
    export = place.office.list_export

    def work(progress: Progress) -> Path:
        return export.write(query, Path(folder))

    place.operations.start(work, partial(_written, page), partial(_refused, page))


def export_table(page: Page, place: Workplace, table: OwnTable, period: Period | None, ending: str) -> None:
    """The same with an ad-hoc table, as Excel or Word by `ending`."""
    folder = QFileDialog.getExistingDirectory(page, "导出到哪个文件夹", str(start_folder(place)))
    if not folder:
        return
    place.preferences.set_export_folder(Path(folder))
    tables = place.office.own_tables

    def work(progress: Progress) -> Path:
        return tables.write_into(table, period, Path(folder), ending)

    place.operations.start(work, partial(_written, page), partial(_refused, page))


def _written(page: Page, path: Path) -> None:
    page.say(f"已导出 {path}")


def _refused(page: Page, error: AppError) -> None:
    tell(page, error)
