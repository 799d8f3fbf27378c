"""Where the keyboard is on the page that leads out of a store that cannot be opened."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import AppError
from app.store.opening.condition import Condition, State
from app.ui.appearance import Appearance
from app.ui.dialogs.rescue import RescueDialog, Way

NOW = datetime(2026, 10, 28, 14, 3)
Key = Qt.Key


@pytest.fixture
def found() -> threading.Event:
    return threading.Event()


@pytest.fixture
def dialog(
    appearance: Appearance, tmp_path: Path, found: threading.Event, qtbot: Any
) -> Iterator[RescueDialog]:
    """One that is still looking what can be brought back."""

    def look() -> Any:
        found.wait(5)
        raise AppError("这里没有能用的备份。")

    said = Condition(State.GONE, "台账文件不见了。", "没有新建空的。", "请找回。")
    made = RescueDialog(said, tmp_path, NOW, look, has_backups=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    found.set()
    made.reject()


def test_while_it_looks_enter_starts_nothing(dialog: RescueDialog, found: threading.Event) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, Key.Key_Return)
    assert dialog.isVisible()
    assert not any(button.hasFocus() for button in dialog.buttons.values())
    found.set()


def test_what_is_best_has_the_keyboard_once_it_is_known(
    dialog: RescueDialog, found: threading.Event, qtbot: Any
) -> None:
    found.set()
    qtbot.waitUntil(dialog.buttons[Way.CHOOSE].hasFocus)


def test_the_keyboard_stays_where_somebody_took_it(
    dialog: RescueDialog, found: threading.Event, qtbot: Any
) -> None:
    while not dialog.buttons[Way.LEAVE].hasFocus():
        QTest.keyClick(dialog.focusWidget() or dialog, Key.Key_Tab)
    found.set()
    qtbot.waitUntil(lambda: Way.BACK not in dialog.buttons)
    assert dialog.buttons[Way.LEAVE].hasFocus()
