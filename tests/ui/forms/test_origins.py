"""Where a dialog for photos and files begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from app.ui.forms.files_editor import FilesEditor
from app.ui.operations import Operations
from app.ui.origins import Origins
from app.ui.pages.form_page import FormPage


def test_pictures_then_where_the_last_one_came_from_as_long_as_that_is_there(
    open_form: Callable[..., FormPage],
    operations: Operations,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    stick = tmp_path / "U盘"
    stick.mkdir()
    (stick / "说明.txt").write_text("走访", encoding="utf-8")

    def choose(_parent: object, _title: str, folder: str, *_rest: Any) -> tuple[list[str], str]:
        asked.append(folder)
        return [str(stick / "说明.txt")], ""

    monkeypatch.setattr("app.ui.forms.files_editor.origins", Origins())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    page = open_form("meeting")
    page.work.fold()
    editor = page.view.sheet.editors[page.view.sheet.key_of_files]
    assert isinstance(editor, FilesEditor)
    for _ in range(2):
        editor.choose()
        operations.wait()
    (stick / "说明.txt").unlink()
    stick.rmdir()
    editor.choose()
    operations.refused.disconnect()
    operations.wait()
    assert asked[1] == str(stick)
    assert asked[0] == asked[2] != str(Path.cwd())
    assert Path(asked[0]).is_dir()
