"""The window gets in by the password, once; setting and giving it up close the store and open it again."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import open_office, stop_log
from app.clock import SystemClock
from app.paths import DataFolder
from app.services import passwords
from app.services.passwords import Passwords
from app.settings import OfficeSettings
from app.store.backup.backup import Reason
from app.store.backup.folder import BackupFolder
from app.store.password.recovery_code import RecoveryCode
from app.ui.appearance import Appearance
from app.ui.dialogs.message import MessageDialog
from app.ui.dialogs.password_changes import ConfirmDialog
from app.ui.dialogs.switching import SwitchingDialog
from app.ui.dialogs.turn_on import Wanted
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.entrance import Entrance, Left
from app.ui.pages.settings_security import SecuritySection
from tests.store.cheap import CHEAP, PASSWORD

WANTED = Wanted("王秀兰", PASSWORD, RecoveryCode.new())
SETTINGS = OfficeSettings(unit_name="示例县政协", clerk="王秀兰")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, appearance: Appearance) -> Iterator[None]:
    monkeypatch.setattr(passwords.Passwords.__init__, "__defaults__", (CHEAP,))
    yield
    stop_log()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "数据")
    office = open_office(made)
    office.change_settings({"unit_name": "示例县政协", "clerk": "王秀兰", "set_up": True})
    office.records.add("township", [{"name": "永兴街道"}])
    office.store.close()
    return made


def keep_silent(patch: pytest.MonkeyPatch, folder: DataFolder) -> None:
    """The disk gives neither file of the keyring any more."""
    real = Path.read_bytes

    def silent(path: Path) -> bytes:
        if path in (folder.keyring, folder.keyring_copy):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path)

    patch.setattr(Path, "read_bytes", silent)


def read_on(section: SecuritySection) -> str:
    """What is to be seen of it."""
    return "\n".join(each.text() for each in section.findChildren(QLabel) if each.isVisible())


class Hands:
    """Does to each dialog that comes up what it was told for its kind, and notes what it met."""

    def __init__(self, acts: dict[type[QDialog], Callable[[Any], object]]) -> None:
        self.met: list[str] = []
        self._acts = acts
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        act = self._acts.get(type(dialog)) if isinstance(dialog, QDialog) else None
        if act is not None:
            self.met.append(type(dialog).__name__)
            act(dialog)

    def rest(self) -> None:
        self._timer.stop()


def give_password(dialog: UnlockDialog) -> None:
    dialog.password.setText(PASSWORD)
    dialog.act()


def confirm(dialog: ConfirmDialog) -> None:
    """Wrong once, then by the recovery code as it is on the paper."""
    dialog.present.setText("somebody else" if not dialog.remark.text else str(WANTED.code).lower())
    dialog.act()


def say_seen(dialog: MessageDialog) -> None:
    dialog.accept()


def test_a_plain_store_opens_without_a_word(folder: DataFolder, qtbot: QtBot) -> None:
    office = Entrance(folder, open_office).open()
    assert office.count("township") == 1
    office.store.close()


def test_set_used_and_given_up_in_one_run(folder: DataFolder, qtbot: QtBot) -> None:
    hands = Hands({MessageDialog: say_seen, UnlockDialog: give_password})
    entrance = Entrance(folder, open_office)
    entrance.switch(WANTED, SETTINGS)
    office = entrance.open()
    assert office.store.key is not None
    assert office.count("township") == 1
    office.store.close()
    assert "UnlockDialog" not in hands.met
    Entrance(folder, open_office).open().store.close()
    assert hands.met.count("UnlockDialog") == 1
    entrance.switch(None, SETTINGS)
    office = entrance.open()
    assert office.store.key is None
    assert office.count("township") == 1
    office.store.close()
    hands.rest()
    assert hands.met.count("MessageDialog") == 2


@pytest.mark.parametrize("earlier", [0, 1])
@pytest.mark.parametrize("written", [True, False])
def test_who_never_copied_a_backup_is_not_told_to_delete_one(
    folder: DataFolder, qtbot: QtBot, earlier: int, written: bool
) -> None:
    """One is made as the window closes for it, when something was written since the one before."""
    said: list[str] = []

    def note(dialog: MessageDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    office = open_office(folder)
    for _ in range(earlier):
        office.backups.make(Reason.EXIT)
    if written:
        office.records.add("township", [{"name": "新镇"}])
    made = office.backups.make_if_due(Reason.PASSWORD)
    office.store.close()
    assert (made is not None) is (written or not earlier)
    hands = Hands({MessageDialog: note})
    Entrance(folder, open_office).switch(WANTED, SETTINGS)
    hands.rest()
    (words,) = [text for text in said if text.startswith("恢复码那张纸")]
    assert ("把旧的删掉" in words) is (earlier > 0)


def test_what_cannot_be_is_said_and_the_store_opens_as_before(
    folder: DataFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.store.password import switch

    hands = Hands({MessageDialog: say_seen})
    monkeypatch.setattr(switch, "MARGIN", 1 << 60)
    entrance = Entrance(folder, open_office)
    entrance.switch(WANTED, SETTINGS)
    hands.rest()
    office = entrance.open()
    assert office.store.key is None
    assert hands.met == ["MessageDialog"]
    office.store.close()


def test_stopping_leaves_everything_as_it_was(folder: DataFolder, qtbot: QtBot) -> None:
    before = folder.store.read_bytes()
    hands = Hands({SwitchingDialog: lambda dialog: dialog.reject()})
    dialog = SwitchingDialog("正在设密码", lambda step: [step(0, 1, "加密台账") for _ in iter(int, 1)])
    dialog.exec()
    hands.rest()
    assert (dialog.result_of, dialog.error) == (None, None)
    assert folder.store.read_bytes() == before
    dialog.deleteLater()


def test_leaving_the_password_leaves_the_program(folder: DataFolder, qtbot: QtBot) -> None:
    Passwords(folder, SystemClock(), CHEAP).turn_on("示例县政协", "王秀兰", PASSWORD, WANTED.code)
    hands = Hands({UnlockDialog: lambda dialog: dialog.reject()})
    with pytest.raises(Left):
        Entrance(folder, open_office).open()
    hands.rest()


def test_what_the_forgotten_password_still_opens_is_said(folder: DataFolder, qtbot: QtBot) -> None:
    key = Passwords(folder, SystemClock(), CHEAP).turn_on("示例县政协", "王秀兰", PASSWORD, WANTED.code)
    office = open_office(folder, key=key)
    office.backups.make()
    office.store.close()
    said: list[str] = []

    def recover(dialog: UnlockDialog) -> None:
        dialog.other.click()
        dialog.code.edit.setText(str(WANTED.code))
        dialog.act()
        for field in (dialog.anew.first, dialog.anew.again):
            field.setText("tuolaji-yumi 7")
        with BackupFolder(folder.backups).taken():  # as while another program copies them
            dialog.act()

    def note(dialog: MessageDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    hands = Hands({UnlockDialog: recover, MessageDialog: note})
    Entrance(folder, open_office).open().store.close()
    hands.rest()
    assert hands.met == ["UnlockDialog", "MessageDialog"]
    assert any("旧的密码或恢复码还打得开它们" in words for words in said)


class TestSection:
    def test_without_a_password_there_is_one_way(self, folder: DataFolder, qtbot: QtBot) -> None:
        office = open_office(folder)
        section = SecuritySection(office)
        qtbot.addWidget(section)
        with qtbot.waitSignal(section.turn_on_requested):
            section.buttons["on"].click()
        office.store.close()

    def test_with_one_there_is_a_row_for_each_person(self, folder: DataFolder, qtbot: QtBot) -> None:
        access = Passwords(folder, SystemClock(), CHEAP)
        key = access.turn_on("示例县政协", "王秀兰", PASSWORD, WANTED.code)
        office = open_office(folder, key=key)
        section = SecuritySection(office)
        qtbot.addWidget(section)
        assert "只剩这一个密码" in section.buttons["remove 王秀兰"].toolTip()
        access.add(key, "李建国", "tuolaji-yumi 7")
        section.refresh()
        done: list[str] = []
        section.done.connect(done.append)
        hands = Hands({ConfirmDialog: lambda dialog: dialog.reject()})
        for key_of_button in ("remove 李建国", "add", "code", "off"):
            section.buttons[key_of_button].click()
        assert access.access() is not None
        assert "remove 李建国" in section.buttons
        assert not done
        hands.rest()
        section.show()
        section.buttons["remove 李建国"].setFocus()
        hands = Hands({ConfirmDialog: confirm})
        with qtbot.waitSignal(section.access_changed):
            section.buttons["remove 李建国"].click()
        assert done == ["李建国的密码去掉了"]
        assert "remove 李建国" not in section.buttons
        assert section.focusWidget() is section.buttons["change 王秀兰"]
        with qtbot.waitSignal(section.turn_off_requested):
            section.buttons["off"].click()
        hands.rest()
        office.store.close()

    def test_where_the_keyring_does_not_answer_it_is_said(
        self, folder: DataFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        key = Passwords(folder, SystemClock(), CHEAP).turn_on("示例县政协", "王秀兰", PASSWORD, WANTED.code)
        office = open_office(folder, key=key)
        with monkeypatch.context() as patch:
            keep_silent(patch, folder)
            section = SecuritySection(office)
            qtbot.addWidget(section)
            section.show()
            section.first_focus()
            assert "看不出谁有密码" in read_on(section)
            assert "还没有设密码" not in read_on(section)
            assert section.focusWidget() is section.buttons["again"]
            section.buttons["again"].click()
            assert "看不出谁有密码" in read_on(section)
        section.buttons["again"].click()
        assert "看不出谁有密码" not in read_on(section)
        assert section.focusWidget() is section.buttons["change 王秀兰"]
        office.store.close()

    def test_what_the_old_password_still_opens_is_said(self, folder: DataFolder, qtbot: QtBot) -> None:
        access = Passwords(folder, SystemClock(), CHEAP)
        key = access.turn_on("示例县政协", "王秀兰", PASSWORD, WANTED.code)
        access.add(key, "李建国", "tuolaji-yumi 7")
        office = open_office(folder, key=key)
        office.backups.make()
        section = SecuritySection(office)
        qtbot.addWidget(section)
        hands = Hands({ConfirmDialog: confirm})
        with BackupFolder(folder.backups).taken():  # as while a backup is being made
            section.buttons["remove 李建国"].click()
        assert "旧的密码或恢复码还打得开它们" in section.words
        assert "remove 李建国" not in section.buttons
        hands.rest()
        office.store.close()
