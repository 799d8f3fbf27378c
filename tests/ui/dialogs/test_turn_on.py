"""A password is set only with a code on paper that was typed from it; nothing is touched before."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.office import Office
from app.services.passwords import Passwords
from app.settings import OfficeSettings
from app.store.password.recovery_code import RecoveryCode
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.dialogs import code_page
from app.ui.dialogs.password_changes import AddPersonDialog, ChangePasswordDialog, NewCodeDialog
from app.ui.dialogs.turn_on import CODE, PASSWORD, TYPED, TurnOnDialog
from tests.office import MOMENT
from tests.store.cheap import CHEAP
from tests.store.cheap import PASSWORD as OLD

ENTER = Qt.Key.Key_Return
NEW = "tuolaji-yumi 7"
PAPER = RecoveryCode.new()
SETTINGS = OfficeSettings(unit_name="示例县政协", clerk="王秀兰")


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    focused.clear()
    QTest.keyClicks(focused, text)
    QTest.keyClick(focused, ENTER)


@pytest.fixture
def dialog(appearance: Appearance, qtbot: QtBot) -> TurnOnDialog:
    made = TurnOnDialog(SETTINGS, MOMENT)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_by_keyboard_from_the_password_to_the_end(dialog: TurnOnDialog) -> None:
    type_in(NEW)
    type_in(NEW)
    assert dialog.pages.currentIndex() == CODE
    assert not dialog.go.isEnabled()
    assert "先打印" in dialog.go.toolTip()
    assert "先打印" in dialog.shown._said.text()
    dialog.shown.copied_button.click()
    assert dialog.go.hasFocus()
    QTest.keyClick(dialog.go, ENTER)
    assert dialog.pages.currentIndex() == TYPED
    type_in(str(dialog.shown.code).lower())
    assert not dialog.isVisible()
    assert dialog.wanted is not None
    assert (dialog.wanted.name, dialog.wanted.password) == ("王秀兰", NEW)
    assert dialog.wanted.code == dialog.shown.code


@pytest.mark.parametrize(("first", "again"), [("duan", "duan"), (NEW, "another one"), (NEW, ""), ("", "")])
def test_a_password_that_will_not_do_stays_on_its_page(dialog: TurnOnDialog, first: str, again: str) -> None:
    dialog.new.first.setText(first)
    dialog.new.again.setText(again)
    dialog.go.click()
    assert dialog.pages.currentIndex() == PASSWORD
    assert [remark.text for remark in dialog.new._remarks.values() if remark.text]


@pytest.mark.usefixtures("asked")
def test_what_was_wrong_with_the_code_goes_while_it_is_typed(dialog: TurnOnDialog) -> None:
    type_in(NEW)
    type_in(NEW)
    dialog.shown.copied_button.click()
    dialog.go.click()
    type_in(str(dialog.shown.code)[:20])
    assert "现在是" in dialog.remark.text
    QTest.keyClicks(dialog.typed.edit, "A")
    assert dialog.remark.text == ""


@pytest.mark.usefixtures("asked")
def test_a_code_printed_into_a_file_is_said_to_lie_there(
    dialog: TurnOnDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "恢复码.pdf"

    def into_file(chooser: QPrintDialog) -> QDialog.DialogCode:
        chooser.printer().setOutputFileName(str(file))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", into_file)
    type_in(NEW)
    type_in(NEW)
    dialog.shown.print_button.click()
    assert file.stat().st_size > 0
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (
        dialog.shown._said.text()
        == "打印成了文件“恢复码.pdf”，里面就是恢复码。打印到纸上以后，把这个文件删掉。"
    )


class Asked(list[str]):
    """What was asked about a code on paper; `answer` is what is said to it."""

    answer = "void"

    def __call__(self, _parent: object, title: str, text: str, **_kwargs: object) -> str:
        self.append(f"{title} {text}")
        return self.answer


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked()
    monkeypatch.setattr(code_page, "ask", made)
    return made


def test_giving_up_a_code_on_paper_is_asked_once_and_says_that_the_paper_is_void(
    dialog: TurnOnDialog, asked: Asked
) -> None:
    type_in(NEW)
    type_in(NEW)
    dialog.shown.copied_button.click()
    dialog.go.click()
    assert dialog.pages.currentIndex() == TYPED
    QTest.keyClicks(dialog.typed.edit, "abcd")
    asked.answer = "back"
    QTest.keyClick(dialog.typed.edit, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert (dialog.pages.currentIndex(), dialog.typed.edit.text()) == (TYPED, "abcd")
    asked.answer = "void"
    dialog.stay.click()
    assert not dialog.isVisible()
    assert dialog.wanted is None
    said = (
        "密码还没有设 现在不设，台账不加密，照旧打开。"
        "打印、存下或抄下的这张恢复码就作废了，请撕掉、删掉，免得以后弄错。"
    )
    assert asked == [said, said]


def test_before_anything_is_on_paper_cancelling_asks_nothing(dialog: TurnOnDialog, asked: Asked) -> None:
    type_in(NEW)
    type_in(NEW)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert asked == []


def test_another_code_than_the_printed_one_does_not_turn_it_on(dialog: TurnOnDialog, asked: Asked) -> None:
    type_in(NEW)
    type_in(NEW)
    dialog.shown.copied_button.click()
    dialog.go.click()
    type_in(str(RecoveryCode.new()))
    assert "另一个恢复码" in dialog.remark.text
    assert dialog.wanted is None
    dialog.back.click()
    assert dialog.pages.currentIndex() == CODE
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.wanted is None


def test_the_page_is_written_where_it_is_wanted(
    dialog: TurnOnDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: Asked
) -> None:
    path = tmp_path / "恢复码.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.shown.save_button.click()
    assert path.read_bytes().startswith(b"PK")
    assert dialog.shown.printed
    dialog.stay.click()
    assert len(asked) == 1


class TestChanging:
    @pytest.fixture
    def passwords(self, tmp_path: Path, appearance: Appearance) -> Passwords:
        Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT)).store.close()
        made = Passwords(DataFolder(tmp_path), FixedClock(MOMENT), CHEAP)
        made.turn_on("示例县政协", "王秀兰", OLD, PAPER)
        return made

    def test_the_present_password_is_needed_to_change_it(self, passwords: Passwords, qtbot: QtBot) -> None:
        dialog = ChangePasswordDialog(passwords, "王秀兰")
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        for present in ("", "something else", str(RecoveryCode.new()), OLD):
            dialog.present.setText(present)
            dialog.new.first.setText(NEW)
            dialog.new.again.setText(NEW)
            dialog.go.click()
            assert dialog.isVisible() == (present != OLD)
            assert present == OLD or dialog.present.hasFocus()
        assert passwords.open(NEW)
        with pytest.raises(AppError):
            passwords.open(OLD)

    def test_the_code_stands_in_for_a_forgotten_password(self, passwords: Passwords, qtbot: QtBot) -> None:
        dialog = ChangePasswordDialog(passwords, "王秀兰")
        qtbot.addWidget(dialog)
        dialog.present.setText(str(PAPER).lower())
        dialog.new.first.setText(NEW)
        dialog.new.again.setText(NEW)
        dialog.go.click()
        assert passwords.open(NEW, "王秀兰")

    def test_one_more_person(self, passwords: Passwords, qtbot: QtBot) -> None:
        key = passwords.open(OLD)
        dialog = AddPersonDialog(passwords, key)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.go.click()
        assert "谁的密码" in dialog.remark.text
        dialog.name.setText("李建国")
        dialog.new.first.setText(NEW)
        dialog.new.again.setText(NEW)
        dialog.go.click()
        assert not dialog.isVisible()
        assert passwords.open(NEW, "李建国") == key

    def test_the_code_before_stays_good_when_the_new_one_is_given_up(
        self, passwords: Passwords, qtbot: QtBot, asked: Asked
    ) -> None:
        key = passwords.open(OLD)
        dialog = NewCodeDialog(passwords, key, "示例县政协", MOMENT)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.shown.copied_button.click()
        dialog.stay.click()
        assert "原来那张恢复码照旧有用" in asked[0]
        assert passwords.recover(str(PAPER)) == key

    def test_another_code_counts_when_it_was_typed(self, passwords: Passwords, qtbot: QtBot) -> None:
        key = passwords.open(OLD)
        dialog = NewCodeDialog(passwords, key, "示例县政协", MOMENT)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.shown.copied_button.click()
        dialog.go.click()
        with pytest.raises(AppError):
            passwords.recover(str(dialog.shown.code))
        dialog.typed.edit.setText(str(dialog.shown.code))
        dialog.go.click()
        assert passwords.recover(str(dialog.shown.code)) == key
