"""Pressing with the mouse: what was pressed is still there when the button comes up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.services.office import Office
from app.ui.forms.files_editor import FilesEditor
from app.ui.pages.form_page import FormPage
from app.ui.window import MainWindow
from tests.ui.forms.hands import Hands, Key

Opener = Callable[..., FormPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(open_form: Opener, hands: Hands) -> FormPage:
    """A new meeting, all fields in sight, with a topic typed."""
    made = open_form("meeting")
    hands.press(Key.Key_F6)
    made.view.sheet.begin_at(("topic",))
    hands.type("截图")
    return made


def files(page: FormPage) -> FilesEditor:
    found = page.view.sheet.editors[page.view.sheet.key_of_files]
    assert isinstance(found, FilesEditor)
    return found


def low_down(page: FormPage, widget: QWidget) -> QPoint:
    """Scroll as a wheel does until the widget is the last thing in sight; its middle in the window."""
    sheet = page.view.sheet
    bottom = widget.mapTo(sheet.widget(), QPoint(0, widget.height())).y()
    sheet.verticalScrollBar().setValue(bottom + 2 - sheet.viewport().height())
    QApplication.processEvents()
    return middle(widget)


def middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def test_the_first_click_on_a_button_at_the_edge_is_taken(
    page: FormPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, title: str, *_rest: Any) -> tuple[list[str], str]:
        asked.append(title)
        return [], ""

    monkeypatch.setattr("app.ui.forms.files_editor.QFileDialog.getOpenFileNames", choose)
    button = files(page).button
    spot, handle = low_down(page, button), window.windowHandle()
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, spot)
    QApplication.processEvents()
    assert middle(button) == spot
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, spot)
    assert len(asked) == 1
    QApplication.processEvents()
    assert middle(button) == spot  # a second click meets the same


def test_nothing_is_looked_at_and_moved_while_the_button_is_down(page: FormPage, window: MainWindow) -> None:
    page.draft.visited.clear()
    button = files(page).button
    spot, handle = low_down(page, button), window.windowHandle()
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, spot)
    QApplication.processEvents()
    assert page.draft.visited == set()
    elsewhere = middle(page.view.header.save) + QPoint(0, 400)
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, elsewhere)
    QApplication.processEvents()
    assert page.draft.visited == {"topic"}


def test_what_was_left_is_not_marked_on_the_record_that_a_click_brings(
    page: FormPage, window: MainWindow, office: Office
) -> None:
    page.view.sheet.begin_at(("host",))
    spot, handle = middle(page.view.header.save_next), window.windowHandle()
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, spot)
    page.work.begin(office.records.new("meeting"))
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, spot + QPoint(0, 400))
    QApplication.processEvents()
    assert page.draft.visited == set()


def test_the_keyboard_still_brings_what_is_around_the_field_into_sight(page: FormPage, hands: Hands) -> None:
    sheet = page.view.sheet
    low_down(page, files(page).button)
    sheet.begin_at(("topic",))
    QApplication.processEvents()
    assert sheet.verticalScrollBar().value() == 0
