"""Nothing reported moves without a reason: the dialog by keyboard, and the change that waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.errors import AppError, Effect, ReasonNeeded
from app.ui.appearance import Appearance
from app.ui.change import Change
from app.ui.dialogs.reason import ReasonDialog
from app.ui.operations import Operations

EFFECT = Effect("2026年9月", "协商活动", "场", "12", "11")
WHY = "日期填错了一天"


@pytest.fixture
def dialog(appearance: Appearance, qtbot: QtBot) -> ReasonDialog:
    made = ReasonDialog((EFFECT,), recent=("补来签到表", "数错了人数"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_the_numbers_are_shown_with_what_becomes_of_them(dialog: ReasonDialog) -> None:
    said = [each.text() for each in dialog.findChildren(QLabel)]
    at = said.index("2026年9月")
    assert said[at : at + 5] == ["2026年9月", "协商活动", "12", "11", "场"]


def test_enter_goes_on_only_with_four_characters(dialog: ReasonDialog) -> None:
    assert QApplication.focusWidget() is dialog.edit
    dialog.edit.setText(" 漏 报 ")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "至少 4 个字" in dialog.go.toolTip()
    dialog.edit.setText(WHY)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.reason == WHY


def test_a_reason_written_before_is_taken_by_keyboard_and_can_be_added_to(dialog: ReasonDialog) -> None:
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.offers[0]
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.edit
    QTest.keyClicks(dialog.edit, " 2")
    press(Qt.Key.Key_Return)
    assert dialog.reason == "补来签到表 2"


def test_put_away_it_gives_no_reason(dialog: ReasonDialog) -> None:
    dialog.edit.setText(WHY)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.reason == ""


class Hands:
    """Answers every dialog that comes up, and notes how many did."""

    def __init__(self, act: Callable[[ReasonDialog], object]) -> None:
        self.met = 0
        self._act = act
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, ReasonDialog):
            self.met += 1
            self._act(found)

    def stop(self) -> None:
        self._timer.stop()


def writes(dialog: ReasonDialog) -> None:
    dialog.edit.setText(WHY)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)


def leaves(dialog: ReasonDialog) -> None:
    QTest.keyClick(dialog.edit, Qt.Key.Key_Escape)


class Work:
    """Changes something reported once there is a reason."""

    def __init__(self, wrong: AppError | None = None) -> None:
        self.reasons: list[str] = []
        self.heard: list[Any] = []
        self._wrong = wrong

    def __call__(self, reason: str = "") -> str:
        self.reasons.append(reason)
        if self._wrong is not None:
            raise self._wrong
        if not reason:
            raise ReasonNeeded([EFFECT])
        return "改好了"

    def done(self, result: str) -> None:
        self.heard.append(result)

    def failed(self, error: AppError) -> None:
        self.heard.append(error.message)

    def put_off(self) -> None:
        self.heard.append("先不")

    def ended(self) -> None:
        self.heard.append("完")

    def run(self, change: Change) -> None:
        change.run(self, self.done, self.failed, put_off=self.put_off, ended=self.ended)


@pytest.fixture
def change(appearance: Appearance, qtbot: QtBot) -> Iterator[Change]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    operations = Operations()
    yield Change(operations, lambda: (), window)
    operations.finish()


def test_a_reason_lets_the_same_change_go_through(change: Change, qtbot: QtBot) -> None:
    work, hands = Work(), Hands(writes)
    work.run(change)
    qtbot.waitUntil(lambda: "完" in work.heard)
    hands.stop()
    assert work.reasons == ["", WHY]
    assert work.heard == ["改好了", "完"]
    assert hands.met == 1
    assert not change.is_busy


def test_without_a_reason_nothing_is_tried_again(change: Change, qtbot: QtBot) -> None:
    work, hands = Work(), Hands(leaves)
    work.run(change)
    qtbot.waitUntil(lambda: "完" in work.heard)
    hands.stop()
    assert work.reasons == [""]
    assert work.heard == ["先不", "完"]


def test_another_error_is_told_without_asking(change: Change, qtbot: QtBot) -> None:
    work, hands = Work(AppError("磁盘满了")), Hands(writes)
    work.run(change)
    qtbot.waitUntil(lambda: "完" in work.heard)
    hands.stop()
    assert work.heard == ["磁盘满了", "完"]
    assert hands.met == 0


def test_one_change_at_a_time(change: Change, qtbot: QtBot) -> None:
    first, second = Work(), Work()
    hands = Hands(writes)
    first.run(change)
    second.run(change)
    qtbot.waitUntil(lambda: "完" in first.heard)
    hands.stop()
    assert second.reasons == []


def test_the_sentence_for_the_command_line_names_the_numbers() -> None:
    error = ReasonNeeded([EFFECT] * 5)
    assert "2026年9月协商活动 12 → 11 场" in error.message
    assert "5 处" in error.message
