"""Writing what a list shows into an Excel file that the clerk names a folder for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AppError
from app.exporters.files import make_folder
from app.models.periods import Period
from app.paths import documents_folder
from app.services.list_query import Query
from app.services.own_table import OwnTable
from app.ui.dialogs.message import CANCEL, Answer, ask, tell
from app.ui.operations import Progress
from app.ui.pages.page import Page
from app.ui.theme import Tone
from app.ui.workplace import Workplace


def start_folder(place: Workplace) -> Path:
    """Where a dialog for files begins: the folder used last, else the documents, else home."""
    last = place.preferences.export_folder
    if last is not None:
        return last
    folder = documents_folder()
    try:
        make_folder(folder)
    except OSError:
        return Path.home()
    return folder


def export_list(page: Page, place: Workplace, query: Query) -> None:
    """Asks for a folder, writes there beside the window's thread and says where the file is."""
    full = ask_whole(page, place.office.list_export.covered(query.kind))
    if full is None:
        return
    folder = QFileDialog.getExistingDirectory(page, "导出到哪个文件夹", str(start_folder(place)))
    if not folder:
        return
    place.preferences.set_export_folder(Path(folder))
    export = place.office.list_export

    def work(progress: Progress) -> Path:
        return export.write(query, Path(folder), full=full)

    place.operations.start(work, partial(_written, page), partial(_refused, page), writes=full)


def export_table(page: Page, place: Workplace, table: OwnTable, period: Period | None, ending: str) -> None:
    """The same with an ad-hoc table, as Excel or Word by `ending`."""
    full = ask_whole(page, place.office.own_tables.covered(table))
    if full is None:
        return
    folder = QFileDialog.getExistingDirectory(page, "导出到哪个文件夹", str(start_folder(place)))
    if not folder:
        return
    place.preferences.set_export_folder(Path(folder))
    tables = place.office.own_tables

    def work(progress: Progress) -> Path:
        return tables.write_into(table, period, Path(folder), ending, full=full)

    place.operations.start(work, partial(_written, page), partial(_refused, page), writes=full)


def ask_whole(parent: QWidget, covered: Sequence[str]) -> bool | None:
    """Whether what is somebody's own goes out whole; None to leave it, no question where there is none."""
    if not covered:
        return False
    title = f"这里有{'、'.join(covered)}"
    words = "平常只写出一部分，像 138****5678。要写完整的，会记进修改记录：谁、什么时候、导出了多少条。"
    answers = (Answer("part", "遮住几位导出", "primary", safe=True), Answer("whole", "写完整的"), CANCEL)
    answer = ask(parent, title, words, answers=answers, tone=Tone.PLAIN)
    return {"part": False, "whole": True}.get(answer)


def _written(page: Page, path: Path) -> None:
    page.say(f"已导出 {path}")


def _refused(page: Page, error: AppError) -> None:
    tell(page, error)
