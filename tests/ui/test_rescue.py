"""From a store that cannot be opened to one that can, by keyboard; and a backup out of the open window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import open_office, stop_log
from app.clock import FixedClock
from app.paths import DataFolder
from app.services import passwords
from app.services.passwords import Passwords
from app.services.surroundings import Around
from app.store.backup.backup import Reason
from app.store.connection import APPLICATION_ID, FORMAT
from app.store.password.recovery_code import RecoveryCode
from app.ui.appearance import Appearance
from app.ui.dialogs.backup_choice import LIST, PROSPECT, SECRET, BackupChoice
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.message import MessageDialog
from app.ui.dialogs.rescue import RescueDialog, Way
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.entrance import Entrance, Left
from app.ui.errands import Errands
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.office import MOMENT, small_office
from tests.store.cheap import CHEAP, PASSWORD

Act = Callable[[Any], object]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, appearance: Appearance) -> Iterator[None]:
    monkeypatch.setattr(passwords.Passwords.__init__, "__defaults__", (CHEAP,))
    monkeypatch.setattr("app.ui.dialogs.dialog.QUIET_MS", 0)
    yield
    stop_log()


class Hands:
    """Acts once on each dialog that comes up and stands still, as told for its kind, and notes them."""

    def __init__(self, acts: Mapping[type[QDialog], Act]) -> None:
        self.met: list[str] = []
        self.said: list[str] = []
        self._acts = acts
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        act = self._acts.get(type(dialog)) if isinstance(dialog, QDialog) else None
        if act is None or dialog is None or not dialog.isActiveWindow() or not _is_idle(dialog):
            return
        if dialog.property("met") != _page(dialog):
            dialog.setProperty("met", _page(dialog))
            self.met.append(type(dialog).__name__)
            self.said += [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
            act(dialog)

    def rest(self) -> None:
        self._timer.stop()


def _is_idle(dialog: QWidget) -> bool:
    operations = getattr(dialog, "_operations", None)
    listens = not isinstance(dialog, Dialog) or dialog.is_listening
    return listens and (operations is None or bool(operations.is_idle))


def _page(dialog: QWidget) -> int:
    return dialog.pages.currentIndex() + 1 if isinstance(dialog, BackupChoice) else 1


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def enter(_: object) -> None:
    press(Qt.Key.Key_Return)


def give_password(dialog: UnlockDialog) -> None:
    QTest.keyClicks(dialog.password, PASSWORD)
    press(Qt.Key.Key_Return)


def choose(_: object) -> None:
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)


def take_first(dialog: BackupChoice) -> None:
    """Check the one at the top, then restore it."""
    if dialog.pages.currentIndex() == PROSPECT:
        QTest.keyClick(dialog.stay, Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Return)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """An office with one backup, and one township that came after it."""
    office = small_office(tmp_path / "数据")
    office.change_settings({"set_up": True})
    office.backups.make(Reason.EXIT)
    office.records.add("township", [{"name": "后来镇", "position": 9}])
    office.store.close()
    return office.store.folder


def tear(data: DataFolder) -> bytes:
    """Half a page of noise in the middle of the file; what lies there then."""
    with data.store.open("r+b") as file:
        file.seek(data.store.stat().st_size // 2)
        file.write(b"\xff" * 2048)
    return data.store.read_bytes()


def asides(data: DataFolder) -> list[Path]:
    return sorted(data.backups.glob("被换下-*.db"))


def test_enter_brings_back_what_there_was(data: DataFolder, qtbot: QtBot) -> None:
    torn = tear(data)
    hands = Hands({RescueDialog: enter, MessageDialog: enter})
    office = Entrance(data, open_office).open()
    hands.rest()
    assert hands.met == ["RescueDialog", "MessageDialog"]
    assert "台账文件有损坏" in hands.said
    assert "台账找回来了" in hands.said
    assert office.count("township") >= 3
    office.store.close()
    (aside,) = asides(data)
    assert aside.read_bytes() == torn


def test_what_can_be_brought_back_is_said_before(data: DataFolder, qtbot: QtBot) -> None:
    tear(data)
    hands = Hands({RescueDialog: lambda _: press(Qt.Key.Key_Escape)})
    with pytest.raises(Left):
        Entrance(data, open_office).open()
    hands.rest()
    at = hands.said.index("从")
    assert "的备份" in hands.said[at + 1]
    assert "找回到" in hands.said
    assert "会少什么" in hands.said


def test_leaving_leaves_everything_as_it_lies(data: DataFolder, qtbot: QtBot) -> None:
    torn = tear(data)
    hands = Hands({RescueDialog: lambda _: press(Qt.Key.Key_Escape)})
    with pytest.raises(Left):
        Entrance(data, open_office).open()
    hands.rest()
    assert data.store.read_bytes() == torn
    assert asides(data) == []


def test_another_backup_is_chosen_by_keyboard(data: DataFolder, qtbot: QtBot) -> None:
    torn = tear(data)
    hands = Hands({RescueDialog: choose, BackupChoice: take_first, MessageDialog: enter})
    office = Entrance(data, open_office).open()
    hands.rest()
    assert hands.met == ["RescueDialog", "BackupChoice", "BackupChoice", "MessageDialog"]
    assert office.count("township") == 3
    office.store.close()
    assert [path.read_bytes() for path in asides(data)] == [torn]


def test_a_store_that_has_gone_leads_to_the_same_page(data: DataFolder, qtbot: QtBot) -> None:
    data.store.unlink()
    hands = Hands({RescueDialog: enter, MessageDialog: enter})
    office = Entrance(data, open_office).open()
    hands.rest()
    assert "台账文件不见了" in hands.said
    assert office.count("township") >= 3
    office.store.close()


def test_an_empty_one_is_put_aside_too(data: DataFolder, qtbot: QtBot) -> None:
    data.store.write_bytes(b"")
    hands = Hands({RescueDialog: enter, MessageDialog: enter})
    office = Entrance(data, open_office).open()
    hands.rest()
    assert "台账文件是空的" in hands.said
    assert office.count("township") >= 3
    office.store.close()


def test_an_encrypted_one_asks_for_the_password_first(data: DataFolder, qtbot: QtBot) -> None:
    Passwords(data, FixedClock(MOMENT), CHEAP).turn_on("示例县政协", "王秀兰", PASSWORD, RecoveryCode.new())

    def take() -> None:
        data.store.unlink()
        other = sqlite.connect(str(data.store), isolation_level=None)
        other.execute("CREATE TABLE t(x)")
        other.close()

    for harm in (lambda: data.store.write_bytes(bytes(40960)), data.store.unlink, take):
        harm()
        hands = Hands({UnlockDialog: give_password, RescueDialog: enter, MessageDialog: enter})
        office = Entrance(data, open_office).open()
        hands.rest()
        assert hands.met == ["UnlockDialog", "RescueDialog", "MessageDialog"]
        assert office.store.key is not None
        assert office.count("township") >= 3
        office.store.close()


def test_with_nothing_here_a_backup_from_elsewhere_is_the_way(
    data: DataFolder, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "U盘"
    shutil.move(data.backups, stick)
    shutil.rmtree(data.journal, ignore_errors=True)
    tear(data)
    (file,) = stick.glob("台账-*.db")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    hands = Hands({RescueDialog: enter, BackupChoice: take_first, MessageDialog: enter})
    office = Entrance(data, open_office).open()
    hands.rest()
    assert hands.met == ["RescueDialog", "BackupChoice", "BackupChoice", "MessageDialog"]
    assert office.count("township") == 3
    office.store.close()


def test_a_newer_one_can_only_be_left(data: DataFolder, qtbot: QtBot) -> None:
    data.store.unlink()
    other = sqlite.connect(str(data.store), isolation_level=None)
    for statement in (
        "CREATE TABLE t(x)", f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={FORMAT + 1}",
    ):  # fmt: skip
        other.execute(statement)
    other.close()
    before = data.store.read_bytes()
    ways: list[Any] = []

    def look(dialog: RescueDialog) -> None:
        ways.extend(dialog.buttons)
        press(Qt.Key.Key_Return)

    hands = Hands({RescueDialog: look})
    with pytest.raises(Left):
        Entrance(data, open_office).open()
    hands.rest()
    assert ways == [Way.LEAVE]
    assert any("请先升级本软件" in said for said in hands.said)
    assert data.store.read_bytes() == before


def test_a_busy_file_is_tried_again(data: DataFolder, qtbot: QtBot) -> None:
    other = sqlite.connect(str(data.store), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    def let_go(_: RescueDialog) -> None:
        other.execute("ROLLBACK")
        other.close()
        press(Qt.Key.Key_Return)

    hands = Hands({RescueDialog: let_go})
    office = Entrance(data, open_office).open()
    hands.rest()
    assert "台账现在打不开" in hands.said
    assert any("这不是文件坏了" in said for said in hands.said)
    assert office.count("township") == 4
    office.store.close()
    assert asides(data) == []


class TestOutOfTheWindow:
    @pytest.fixture
    def program(
        self, data: DataFolder, qapp: QApplication, appearance: Appearance, tmp_path: Path
    ) -> Iterator[Program]:
        made = Program(qapp, appearance, open_office(data), Preferences(tmp_path / "界面.json"))
        made.show()
        made.operations.wait()
        yield made
        if made.window.isVisible():
            made.window.close()
        if made.interlude is not None:
            made.interlude.end()
        made.window.deleteLater()

    def test_what_it_costs_is_named_and_the_window_opens_again(
        self, program: Program, data: DataFolder, qtbot: QtBot
    ) -> None:
        hands = Hands({BackupChoice: take_first, MessageDialog: enter})
        Errands(program).commands()["restore"]()
        assert program.restart
        assert "备份以后有 1 处改动。恢复以后，1 条乡镇（街道）会没有。" in hands.said
        assert any("“后来镇”" in said for said in hands.said)
        program.close()
        entrance = Entrance(data, open_office)
        assert program.errand is not None
        program.errand(entrance)
        hands.rest()
        assert hands.met[-1] == "MessageDialog"
        office = entrance.open()
        assert office.count("township") == 3
        assert Reason.RESTORE in [each.reason for each in office.backups.all()]
        office.store.close()
        assert len(asides(data)) == 1

    def test_not_restoring_changes_nothing(self, program: Program, data: DataFolder, qtbot: QtBot) -> None:
        def stay(dialog: BackupChoice) -> None:
            press(
                Qt.Key.Key_Return
            )  # in the list it checks, on the second page the safe button has the keyboard

        hands = Hands({BackupChoice: stay})
        program.restore()
        hands.rest()
        assert not program.restart
        assert program.place.office.count("township") == 4
        program.close()
        assert asides(data) == []

    def test_a_backup_under_another_password_asks_for_that(
        self,
        program: Program,
        data: DataFolder,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        other = small_office(tmp_path / "另一台")
        other.store.close()
        code = RecoveryCode.new()
        Passwords(other.store.folder, FixedClock(MOMENT), CHEAP).turn_on(
            "示例县政协", "李建国", PASSWORD, code
        )
        key = Passwords(other.store.folder, FixedClock(MOMENT), CHEAP).open(PASSWORD)
        theirs = open_office(other.store.folder, key=key)
        made = theirs.backups.make(Reason.ASKED)
        theirs.store.close()
        file = other.store.folder.backups / f"{made.name}.db"
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        pages: list[int] = []

        def act(dialog: BackupChoice) -> None:
            page = dialog.pages.currentIndex()
            pages.append(page)
            if page == LIST:
                dialog.elsewhere.click()
            elif page == SECRET:
                QTest.keyClicks(dialog.secret, PASSWORD)
                press(Qt.Key.Key_Return)
            else:
                take_first(dialog)

        hands = Hands({BackupChoice: act, MessageDialog: enter})
        program.restore()
        program.close()
        entrance = Entrance(data, open_office)
        assert program.errand is not None
        program.errand(entrance)
        assert pages == [LIST, SECRET, PROSPECT]
        office = entrance.open()
        hands.rest()
        assert office.store.key == key
        assert "UnlockDialog" not in hands.met
        assert Around.SEALED.before in hands.said
        assert any(Around.SEALED.after in words for words in hands.said)
        office.store.close()
