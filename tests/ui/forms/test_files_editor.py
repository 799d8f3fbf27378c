"""Photos and files of a record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.office import Office
from app.ui.forms.files_editor import FilesEditor
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from tests.ui.forms.hands import CTRL, Hands, Key

Opener = Callable[..., FormPage]


@pytest.fixture
def page(open_form: Opener) -> FormPage:
    made = open_form("meeting")
    made.work.fold()
    return made


@pytest.fixture
def editor(page: FormPage) -> FilesEditor:
    found = page.view.sheet.editors["files"]
    assert isinstance(found, FilesEditor)
    found.begin()
    QApplication.processEvents()
    return found


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "会场全景.jpg"
    Image.new("RGB", (400, 300), "green").save(path)
    return path


def names(editor: FilesEditor) -> list[str]:
    return [entry["name"] for entry in editor.value() or ()]


def test_files_are_chosen_with_the_space_bar_and_enter_goes_on(
    page: FormPage, editor: FilesEditor, photo: Path, hands: Hands, operations: Operations,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    hands.press(Key.Key_Space)
    operations.wait()
    assert names(editor) == ["会场全景.jpg"]
    assert (editor.value() or [])[0]["picture"] is True
    hands.press(Key.Key_Return)
    assert hands.at is page.view.header.save


def test_a_caption_is_typed_and_a_file_taken_away_by_keyboard(
    editor: FilesEditor, photo: Path, hands: Hands, operations: Operations
) -> None:
    editor.add([photo])
    operations.wait()
    editor.begin()
    assert hands.field == "会场全景.jpg"
    hands.enter("")
    hands.type("会场")
    assert (editor.value() or [])[0]["caption"] == "会场"
    editor.begin()
    hands.press(Key.Key_Delete)
    assert editor.value() == []
    assert hands.at is editor.button


def test_the_same_photo_is_taken_once(editor: FilesEditor, photo: Path, operations: Operations) -> None:
    editor.add([photo, photo])
    editor.add([photo])
    operations.wait()
    assert names(editor) == ["会场全景.jpg"]


def test_pasted_pictures_and_dropped_files_are_taken(
    page: FormPage, editor: FilesEditor, photo: Path, hands: Hands, operations: Operations
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    hands.press(Key.Key_V, CTRL)
    operations.wait()
    assert names(editor) == ["粘贴的图片.png"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    assert editor.add_from(data)
    operations.wait()
    assert names(editor) == ["粘贴的图片.png", "会场全景.jpg"]


def test_files_are_in_the_record_when_it_is_saved(
    page: FormPage, editor: FilesEditor, photo: Path, hands: Hands, office: Office, operations: Operations
) -> None:
    editor.add([photo])
    operations.wait()
    assert page.work.is_dirty
    page.view.sheet.begin_at(("topic",))
    hands.enter("一场会")
    page.view.sheet.begin_at(("happened_on",))
    hands.enter("12")
    page.save()
    operations.wait()
    saved = office.records.load("meeting", page.draft.record.uuid)
    assert [entry["name"] for entry in saved.values["files"]] == ["会场全景.jpg"]
    assert office.store.vault.has(saved.values["files"][0]["sha256"])
    assert not page.work.is_dirty
