"""The window backs up: now and then, when asked for, as it closes; and says so at its foot."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.errors import AppError
from app.paths import DataFolder
from app.services.backups import OfficeBackups
from app.services.office import Office
from app.store.backup.backup import Backup, Reason
from app.store.backup.folder import BackupFolder
from app.store.store import Store
from app.ui.appearance import Appearance
from app.ui.backup_watch import EVERY_MS
from app.ui.pages.page import PageLink
from app.ui.pages.settings_machine import FolderSection
from app.ui.pages.settings_page import SettingsPage
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.demo_fixture import demo_office
from tests.office import MOMENT, small_office
from tests.store.faulty_disk import FaultyDisk, failing


class Running:
    """A window over a small office; `end` closes it as a person would."""

    def __init__(self, app: QApplication, appearance: Appearance, office: Office, folder: Path) -> None:
        self.office = office
        self.preferences = Preferences(folder / "界面.json")
        self.program = Program(app, appearance, office, self.preferences)
        self.watch = self.program._backups
        self._open = True
        self.program.show()
        self.program.operations.wait()

    @property
    def cell(self) -> str:
        return self.program.window.status._cells["backup"]

    @property
    def message(self) -> str:
        return self.program.window.status.message

    @property
    def reasons(self) -> list[str]:
        return [each.reason for each in reversed(self.office.backups.all())]

    def work(self, name: str) -> None:
        self.office.records.add("township", [{"name": name, "position": 20}])

    def end(self) -> None:
        if self._open:
            self._open = False
            self.program.window.close()
            self.program.close()
            self.program.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def running(qapp: QApplication, appearance: Appearance, tmp_path: Path) -> Iterator[Running]:
    made = Running(qapp, appearance, small_office(tmp_path / "台账"), tmp_path)
    yield made
    made.end()


@pytest.fixture
def stick(running: Running, tmp_path: Path) -> Path:
    """A second place that was chosen."""
    (tmp_path / "U盘").mkdir()
    place = running.office.backups.second_place(tmp_path / "U盘")
    running.preferences.set_backup_folder(place)
    return place


class Held:
    """Copies to the second place that are done and not told yet, until they may be."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lies_there, self.may_go = threading.Event(), threading.Event()
        send = OfficeBackups.send_to_second

        def held(backups: OfficeBackups, place: Path) -> Backup | None:
            made = send(backups, place)
            self.lies_there.set()
            assert self.may_go.wait(5)
            return made

        monkeypatch.setattr(OfficeBackups, "send_to_second", held)


@pytest.fixture
def held(running: Running, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """A backup of the timer is on its way to the stick."""
    made = Held(monkeypatch)
    running.watch.back_up_if_due()
    running.program.operations.wait()
    assert made.lies_there.wait(5)
    yield made
    made.may_go.set()


def test_now_and_then_when_something_was_written(running: Running) -> None:
    assert running.cell == ""
    assert running.watch._timer.isActive()
    assert running.watch._timer.interval() == EVERY_MS == 30 * 60 * 1000
    running.watch._timer.timeout.emit()
    running.program.operations.wait()
    assert (running.reasons, running.cell) == ([Reason.TIMER], "备份 今天 14:03")
    running.watch._timer.timeout.emit()
    running.program.operations.wait()
    assert running.reasons == [Reason.TIMER]
    running.work("新镇")
    running.watch._timer.timeout.emit()
    running.program.operations.wait()
    assert running.reasons == [Reason.TIMER, Reason.TIMER]
    assert running.program.window.status._cells["saved"] == ""


def test_the_menu_backs_up_at_once(running: Running) -> None:
    running.program.back_up()
    running.program.operations.wait()
    assert (running.reasons, running.cell) == ([Reason.ASKED], "备份 今天 14:03")


def test_who_asks_hears_how_it_went(
    running: Running, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    told: list[AppError] = []
    monkeypatch.setattr("app.ui.dialogs.message.tell", lambda _, error: told.append(error))
    running.program.window.go(PageLink("settings", {"section": "folder"}))
    page = running.program.window.page
    assert isinstance(page, SettingsPage)
    section = page.sections["folder"]
    assert isinstance(section, FolderSection)
    assert section.copied.text() == "这台电脑还没有往那里拷过。"
    held = Held(monkeypatch)
    with qtbot.waitSignal(running.watch.second.copied):
        section.backup.click()
        heard.append(running.message)
        running.program.operations.wait()
        heard.append(running.message)
        held.may_go.set()
    assert heard == ["正在备份…", "备份好了，正在拷到另一处…"]
    assert running.message == "备份好了，另一处也拷好了"
    assert section.copied.text() == "那里最近的一份：今天 14:03。"
    shutil.rmtree(stick)
    with qtbot.waitSignal(running.watch.second.failed):
        section.backup.click()
    assert running.message == "备份好了，另一处没有拷成"
    running.preferences.set_backup_folder(None)
    section.refresh()
    section.backup.click()
    running.program.operations.wait()
    assert (running.message, section.copied.isVisible()) == ("备份好了", False)
    with failing(FaultyDisk(1)):
        section.backup.click()
        running.program.operations.wait()
    assert running.message == "备份没有做成"
    assert [error.message.partition("：")[0] for error in told] == [
        "另一处备份没有做",
        "备份没有做成（手动）",
    ]


def test_closing_backs_up_what_is_new(running: Running, qapp: QApplication, appearance: Appearance) -> None:
    running.work("新镇")
    running.end()
    assert running.reasons == [Reason.EXIT]
    office = small_office_again(running)
    again = Running(qapp, appearance, office, running.preferences._path.parent)
    assert again.cell == "备份 昨天 14:03"
    again.end()
    assert again.reasons == [Reason.EXIT]


def test_closing_to_change_the_password_says_so(running: Running) -> None:
    running.work("新镇")
    running.program.turn_off()
    running.end()
    assert running.reasons == [Reason.PASSWORD]
    assert running.program.interlude is not None
    running.program.interlude.end()


def small_office_again(running: Running) -> Office:
    """The same store the day after."""
    return Office(Store(running.office.store.folder), FixedClock(MOMENT + timedelta(days=1)))


def test_a_new_office_and_the_sample_county_are_not_backed_up(
    qapp: QApplication, appearance: Appearance, tmp_path: Path
) -> None:
    fresh = Office(Store(DataFolder(tmp_path / "新")), FixedClock(MOMENT))
    for office in (fresh, demo_office(tmp_path / "示例")):
        made = Running(qapp, appearance, office, tmp_path)
        made.watch._timer.timeout.emit()
        made.program.operations.wait()
        made.end()
        assert made.reasons in ([], [Reason.TIMER] if office is fresh else [])


def test_what_fails_by_itself_is_said_at_the_foot_and_at_the_end(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(FaultyDisk(1)):
        running.watch._timer.timeout.emit()
        running.program.operations.wait()
    assert running.cell == "备份没有做成"
    told: list[AppError] = []
    monkeypatch.setattr("app.ui.dialogs.message.tell", lambda _, error: told.append(error))
    with failing(FaultyDisk(1)):
        running.end()
    (error,) = told
    assert "备份没有做成（退出）" in error.message
    assert error.message.startswith("录的都存好了，只是这次没有备份。\n")
    assert error.message.endswith("下次打开以后会再备。")
    assert "再试" not in error.message


def test_each_backup_goes_to_the_second_place_too(running: Running, stick: Path, qtbot: QtBot) -> None:
    assert running.preferences.backup_copied == ""
    with qtbot.waitSignal(running.watch.second.copied):
        running.watch.back_up()
    assert len(BackupFolder(stick).all()) == 1
    assert running.preferences.backup_copied == running.office.backups.all()[-1].name
    assert running.cell == "备份 今天 14:03"
    running.work("新镇")
    running.end()
    assert len(BackupFolder(stick).all()) == 2


def test_a_stick_that_is_not_there_is_no_hindrance_and_nothing_is_made_in_its_place(
    running: Running, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(stick)
    told: list[AppError] = []
    monkeypatch.setattr("app.ui.dialogs.message.tell", lambda _, error: told.append(error))
    with qtbot.waitSignal(running.watch.second.failed):
        running.watch.back_up_if_due()
    assert told == []
    with qtbot.waitSignal(running.program.operations.refused):
        running.watch.back_up()
    assert "U 盘可能没有插上" in told[0].message
    assert running.reasons == [Reason.TIMER, Reason.ASKED]
    assert not stick.exists()
    assert running.cell == "备份 今天 14:03，另一处还没有备份"


def test_a_stick_plugged_in_later_gets_what_it_lacks(running: Running, stick: Path, qtbot: QtBot) -> None:
    away = stick.rename(stick.with_name("拔下"))
    with qtbot.waitSignal(running.watch.second.failed):
        running.watch.back_up_if_due()
    away.rename(stick)
    running.end()
    assert [each.reason for each in BackupFolder(stick).all()] == [Reason.TIMER]
    assert running.preferences.backup_copied == running.office.backups.all()[0].name


def test_who_can_open_the_store_is_told_the_second_place_on_a_thread_of_its_own(
    running: Running, held: Held, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(running.watch.second.copied):
        held.may_go.set()
    held.may_go.clear()
    held.lies_there.clear()
    running.program.place.requests.access_changed.emit()
    assert held.lies_there.wait(5)
    with qtbot.waitSignal(running.watch.second.copied):
        held.may_go.set()


def test_a_second_place_is_reminded_of_after_seven_days(running: Running, stick: Path) -> None:
    running.preferences.set_backup_copied("台账-0003-20261016-090000-退出")
    shutil.rmtree(stick)
    running.watch.back_up_if_due()
    running.program.operations.wait()
    assert running.cell == "备份 今天 14:03，另一处 12 天没有备份"


def test_what_is_asked_for_while_another_is_copied_is_copied_before_that_is_said(
    running: Running, stick: Path, held: Held, qtbot: QtBot
) -> None:
    running.program.back_up()
    running.program.operations.wait()
    assert running.message == "备份好了，正在拷到另一处…"
    with qtbot.waitSignal(running.watch.second.copied):
        held.may_go.set()
    assert running.message == "备份好了，另一处也拷好了"
    assert BackupFolder(stick).all() == running.office.backups.all()
    assert running.preferences.backup_copied == running.office.backups.all()[0].name


def test_how_a_copy_before_it_went_is_not_told_as_that_of_a_backup_being_made(
    running: Running, held: Held, qtbot: QtBot
) -> None:
    running.program.back_up()
    with qtbot.waitSignal(running.watch.second.copied):
        held.may_go.set()
        running.watch.second.finish(QDeadlineTimer(5_000))
    assert running.message == "正在备份…"
    with qtbot.waitSignal(running.watch.second.copied):
        running.program.operations.wait()
    assert running.message == "备份好了，另一处也拷好了"


def test_the_last_one_is_sent_after_one_that_is_copied_as_the_window_closes(
    running: Running, stick: Path, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = running.watch.second.finish

    def finished(patience: QDeadlineTimer) -> None:
        held.may_go.set()
        finish(patience)

    monkeypatch.setattr(running.watch.second, "finish", finished)
    running.work("新镇")
    running.end()
    assert running.reasons == [Reason.TIMER, Reason.EXIT]
    assert BackupFolder(stick).all() == running.office.backups.all()


def test_a_copy_in_the_place_before_is_not_taken_for_one_in_the_place_chosen_meanwhile(
    running: Running, stick: Path, held: Held, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "另一个U盘").mkdir()
    other = running.office.backups.second_place(tmp_path / "另一个U盘")
    running.preferences.set_backup_folder(other)
    with qtbot.waitSignal(running.watch.second.copied):
        held.may_go.set()
    assert BackupFolder(other).all() == running.office.backups.all()
    assert running.preferences.backup_copied == running.office.backups.all()[0].name


def test_who_wants_no_second_place_any_more_is_not_told_of_one(
    running: Running, stick: Path, held: Held, qtbot: QtBot
) -> None:
    running.program.back_up()
    running.program.operations.wait()
    running.preferences.set_backup_folder(None)
    with qtbot.waitSignal(running.watch.second.dropped):
        held.may_go.set()
    assert running.message == "备份好了"
    assert running.preferences.backup_copied == ""


def test_a_bug_in_it_leaves_nothing_standing_and_nobody_waiting(
    running: Running, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("app.ui.dialogs.message.tell", lambda _, error: told.append(error.message))
    running.program.operations.crashed.disconnect()
    running.program.operations.crashed.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(OfficeBackups, "make", _break_off)
        running.program.back_up()
        assert running.message == "正在备份…"
        running.program.operations.wait()
    assert (running.message, len(told)) == ("", 1)
    shutil.rmtree(stick)
    with qtbot.waitSignal(running.watch.second.failed):
        running.watch.back_up_if_due()
    assert (running.message, len(told)) == ("", 1)


def _break_off(*_: object, **__: object) -> Backup:
    raise ZeroDivisionError
