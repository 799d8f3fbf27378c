"""A locked store opens by keyboard: password, or the code from its paper and then a new password."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.office import Office
from app.services.passwords import Access, Passwords
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.dialogs.unlock import UnlockDialog
from tests.office import MOMENT
from tests.store.cheap import CHEAP, PASSWORD

ENTER = Qt.Key.Key_Return
CODE = RecoveryCode.new()
NEW = "tuolaji-yumi 7"


class Later(FixedClock):
    """A clock that can be moved on."""

    by = timedelta()

    def utc(self):  # type: ignore[no-untyped-def]
        return replace(FixedClock(self.moment), moment=self.moment + Later.by).utc()


@pytest.fixture
def passwords(tmp_path: Path) -> Passwords:
    Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT)).store.close()
    Later.by = timedelta()
    made = Passwords(DataFolder(tmp_path), Later(MOMENT), CHEAP)
    made.turn_on("示例县政协", "王秀兰", PASSWORD, CODE)
    return made


def shown(passwords: Passwords, qtbot: QtBot) -> UnlockDialog:
    access = passwords.access()
    assert access is not None
    made = UnlockDialog(passwords, access)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    focused.clear()
    QTest.keyClicks(focused, text)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_password_and_enter_open_it(passwords: Passwords, appearance: Appearance, qtbot: QtBot) -> None:
    dialog = shown(passwords, qtbot)
    assert "示例县政协" in [each.text() for each in dialog.findChildren(QLabel)]
    assert not dialog.name.isVisible()
    type_in(PASSWORD)
    press(ENTER)
    assert not dialog.isVisible()
    assert dialog.key == passwords.open(PASSWORD)


def test_the_password_is_dots_until_the_eye_is_pressed(
    passwords: Passwords, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog = shown(passwords, qtbot)
    assert dialog.password.echoMode() == QLineEdit.EchoMode.Password
    dialog.password.eye.click()
    assert dialog.password.echoMode() == QLineEdit.EchoMode.Normal
    assert dialog.password.hasFocus()
    dialog.password.setText("something else")
    dialog.password.eye.setFocus()
    dialog.go.click()
    assert dialog.password.hasFocus()
    dialog.password.eye.click()
    assert dialog.password.echoMode() == QLineEdit.EchoMode.Password


def test_after_wrong_tries_the_seconds_are_shown_and_pass(
    passwords: Passwords, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog = shown(passwords, qtbot)
    for _ in range(3):
        type_in("something else")
        press(ENTER)
    assert dialog.key is None
    assert "密码不对" in dialog.remark.text
    assert not dialog.go.isEnabled()
    assert dialog.go.text() == "打开（5 秒后）"
    assert dialog.remark.text.endswith("请等 5 秒再试。")
    Later.by = timedelta(seconds=4)
    dialog._wait()
    assert dialog.go.text() == "打开（1 秒后）"
    assert dialog.remark.text.endswith("请等 1 秒再试。")
    type_in(PASSWORD)
    press(ENTER)
    assert dialog.isVisible()
    Later.by = timedelta(seconds=5)
    dialog._wait()
    assert dialog.go.text() == "打开"
    press(ENTER)
    assert dialog.key is not None


def test_the_code_opens_and_a_new_password_is_set(
    passwords: Passwords, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog = shown(passwords, qtbot)
    dialog.other.click()
    type_in(str(CODE).lower()[:7])
    press(ENTER)
    assert "现在是 6 个" in dialog.remark.text
    type_in(str(CODE).lower())
    press(ENTER)
    assert dialog.isVisible()
    type_in("duan")
    press(ENTER)
    press(ENTER)
    assert dialog.anew.first.hasFocus()
    type_in(NEW)
    press(ENTER)
    type_in(NEW)
    press(ENTER)
    assert not dialog.isVisible()
    assert passwords.open(NEW) == dialog.key


def test_the_new_password_can_be_put_off(passwords: Passwords, appearance: Appearance, qtbot: QtBot) -> None:
    dialog = shown(passwords, qtbot)
    dialog.other.click()
    type_in(str(CODE))
    press(ENTER)
    press(Qt.Key.Key_Escape)
    assert dialog.key == passwords.open(PASSWORD)


def test_where_nobody_can_read_whose_it_is_the_code_opens_all_the_same(
    passwords: Passwords, appearance: Appearance, qtbot: QtBot
) -> None:
    """The slots are those of a backup then, and there is nobody to set a new password for."""
    dialog = UnlockDialog(passwords, Access("", (), ""))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.other.click()
    type_in(str(CODE))
    press(ENTER)
    assert not dialog.isVisible()
    assert dialog.key == passwords.open(PASSWORD)


def test_leaving_gives_no_key(passwords: Passwords, appearance: Appearance, qtbot: QtBot) -> None:
    dialog = shown(passwords, qtbot)
    type_in(PASSWORD)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.key is None


def test_of_several_people_one_says_who_it_is(
    passwords: Passwords, appearance: Appearance, qtbot: QtBot
) -> None:
    passwords.add(passwords.open(PASSWORD), "李建国", NEW)
    dialog = shown(passwords, qtbot)
    assert dialog.name.isVisible()
    type_in(NEW)
    press(ENTER)
    assert dialog.isVisible()
    dialog.name.setCurrentText("李建国")
    dialog.password.setFocus()
    type_in(NEW)
    press(ENTER)
    assert dialog.key == passwords.open(PASSWORD)


def test_the_new_password_is_for_whom_it_is_said_to_be(
    passwords: Passwords, appearance: Appearance, qtbot: QtBot
) -> None:
    passwords.add(passwords.open(PASSWORD), "李建国", NEW)
    dialog = shown(passwords, qtbot)
    dialog.other.click()
    type_in(str(CODE))
    press(ENTER)
    assert (dialog.whose.isVisible(), dialog.whose.currentText()) == (True, "王秀兰")
    dialog.whose.setCurrentText("李建国")
    dialog.anew.first.setFocus()
    for _ in range(2):
        type_in("another one 8")
        press(ENTER)
    assert dialog.key == passwords.open("another one 8", "李建国") == passwords.open(PASSWORD, "王秀兰")
