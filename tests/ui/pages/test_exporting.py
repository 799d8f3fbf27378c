"""Files are offered a folder that is there, and the one used last comes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services.list_query import Query
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages import exporting
from app.ui.pages.page import Page
from app.ui.pages.paper_page import PaperPage
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace
from tests.office import small_office, uuids


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "data")
    made.records.add("meeting", [{"happened_on": "2026-10-12", "topic": "夜市油烟", "members": ["陈志明"]}])
    yield made
    made.store.close()


@pytest.fixture
def place(office: Office, appearance: Appearance, tmp_path: Path) -> Iterator[Workplace]:
    operations = Operations()
    yield Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json"))
    operations.finish()


def test_a_folder_that_cannot_be_made_is_not_offered(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The documents' drive is gone: the dialog begins at home, and nothing breaks off."""
    (tmp_path / "不是文件夹").write_text("", encoding="utf-8")
    monkeypatch.setattr(exporting, "documents_folder", lambda: tmp_path / "不是文件夹" / "文档")
    page = Page()
    qtbot.addWidget(page)
    begun: list[str] = []

    def ask(_page: object, _title: str, start: str) -> str:
        begun.append(start)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)
    exporting.export_list(page, place, Query("meeting"))
    assert begun == [str(Path.home())]


def test_a_paper_is_kept_where_files_were_written_last(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = PaperPage(place)
    qtbot.addWidget(page)
    page.open(kind="meeting", uuids=list(uuids(place.office, "meeting").values()))
    place.operations.wait()
    begun: list[str] = []

    def ask(_page: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        begun.append(start)
        (tmp_path / "U盘").mkdir(exist_ok=True)
        return str(tmp_path / "U盘" / "会议记录.docx"), ""

    monkeypatch.setattr(exporting, "documents_folder", lambda: tmp_path / "文档")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    for _time in range(2):
        page._save_as()
        place.operations.wait()
    assert [Path(start).parent for start in begun] == [tmp_path / "文档", tmp_path / "U盘"]
    assert Path(begun[0]).suffix == ".docx"
    assert page.status_text.startswith("已写到 ")
    page._folder.cleanup()
