"""A dialog that nobody asked for: what was typed for the page chooses nothing in it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.appearance import Appearance
from app.ui.dialogs import dialog as module
from app.ui.dialogs.dialog import Dialog

Key = Qt.Key
KEYS = (Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Escape)


@pytest.fixture
def pressed() -> list[str]:
    return []


@pytest.fixture
def dialog(appearance: Appearance, qtbot: Any, pressed: list[str]) -> Dialog:
    made = Dialog("上次没来得及保存")
    qtbot.addWidget(made)
    button = made.add_button("接着填", kind="primary")
    button.clicked.connect(lambda: pressed.append("接着填"))
    made.add_button("先放着", hint="Esc").clicked.connect(made.reject)
    button.setFocus()
    return made


def shown(dialog: Dialog, qtbot: Any) -> None:
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)


def press(key: Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_comes_with_it_chooses_nothing(
    dialog: Dialog, pressed: list[str], qtbot: Any, key: Key
) -> None:
    dialog.come_unasked()
    shown(dialog, qtbot)
    press(key)
    press(key)
    assert pressed == []
    assert dialog.isVisible()


def test_after_a_moment_it_is_answered_as_ever(
    dialog: Dialog, pressed: list[str], qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET_MS", 1)
    dialog.come_unasked()
    shown(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.is_listening)
    press(Key.Key_Return)
    assert pressed == ["接着填"]
    press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_one_that_was_asked_for_is_answered_at_once(dialog: Dialog, pressed: list[str], qtbot: Any) -> None:
    shown(dialog, qtbot)
    press(Key.Key_Return)
    assert pressed == ["接着填"]
