"""Where the keyboard is on the page that leads out of a store that cannot be opened."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import AppError
from app.services.rebuilding import Prospect
from app.store.opening.condition import Condition, State
from app.ui.appearance import Appearance
from app.ui.dialogs import dialog as frame
from app.ui.dialogs.rescue import RescueDialog, Way

NOW = datetime(2026, 10, 28, 14, 3)
Key = Qt.Key


@pytest.fixture
def found() -> threading.Event:
    return threading.Event()


@contextmanager
def looking(
    look: Callable[[], Any], folder: Path, found: threading.Event, qtbot: Any
) -> Iterator[RescueDialog]:
    """A dialog on the screen that looks so, and is told to come to an end afterwards."""
    said = Condition(State.GONE, "台账文件不见了。", "没有新建空的。", "请找回。")
    made = RescueDialog(said, folder, NOW, look, has_backups=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    found.set()
    made.reject()


@pytest.fixture
def dialog(
    appearance: Appearance, tmp_path: Path, found: threading.Event, qtbot: Any
) -> Iterator[RescueDialog]:
    """One that is still looking what can be brought back."""

    def look() -> Any:
        found.wait(5)
        raise AppError("这里没有能用的备份。")

    with looking(look, tmp_path, found, qtbot) as made:
        yield made


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


def prospect(found: threading.Event) -> Prospect:
    found.wait(5)
    return Prospect(None, 23, NOW, "")


@pytest.fixture
def hopeful(
    appearance: Appearance, tmp_path: Path, found: threading.Event, qtbot: Any
) -> Iterator[RescueDialog]:
    """One that will find that everything can be brought back."""
    with looking(partial(prospect, found), tmp_path, found, qtbot) as made:
        yield made


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_that_meets_the_answer_as_it_comes_starts_nothing(
    hopeful: RescueDialog, found: threading.Event, qtbot: Any, key: Key
) -> None:
    found.set()
    qtbot.waitUntil(hopeful.buttons[Way.BACK].hasFocus)
    QTest.keyClick(hopeful.buttons[Way.BACK], key)
    assert hopeful.isVisible()


def test_a_moment_later_the_same_key_brings_back(
    hopeful: RescueDialog, found: threading.Event, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "QUIET_MS", 1)
    found.set()
    qtbot.waitUntil(hopeful.buttons[Way.BACK].hasFocus)
    qtbot.waitUntil(lambda: hopeful.is_listening)
    QTest.keyClick(hopeful.buttons[Way.BACK], Key.Key_Return)
    assert (hopeful.isVisible(), hopeful.way) == (False, Way.BACK)


def test_who_is_on_another_button_is_not_held_up(
    hopeful: RescueDialog, found: threading.Event, qtbot: Any
) -> None:
    while not hopeful.buttons[Way.LEAVE].hasFocus():
        QTest.keyClick(hopeful.focusWidget() or hopeful, Key.Key_Tab)
    found.set()
    qtbot.waitUntil(hopeful.prospect.isVisible)
    QTest.keyClick(hopeful.buttons[Way.LEAVE], Key.Key_Return)
    assert (hopeful.isVisible(), hopeful.way) == (False, Way.LEAVE)
