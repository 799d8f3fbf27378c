"""What is typed into pages and dialogs that are no record's form: kept, offered at the start, put back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.office import Office
from app.services.unsaved_texts import KeptText, UnsavedTexts
from app.store.store import Store
from app.ui import text_keeping
from app.ui.appearance import Appearance
from app.ui.dialogs.unsaved import UnsavedDialog
from app.ui.pages import own_figure_dialog, report_words
from app.ui.pages.own_figure_dialog import OwnFigureDialog
from app.ui.pages.own_table_page import OwnTablePage
from app.ui.pages.page import PageLink
from app.ui.pages.report_words import ReportWordsPage
from app.ui.pages.settings_page import SettingsPage
from app.ui.preferences import Preferences
from app.ui.program import Program
from tests.office import MOMENT, small_office
from tests.services.record_samples import FULL
from tests.ui.forms.hands import CTRL, Hands, Key

TEXT = "本月围绕充电桩、路灯和停车开展协商，下一步继续跟踪落实。"


class Desk:
    """One run of the program after the other over the same folder; each ends without saying goodbye."""

    def __init__(self, qapp: QApplication, appearance: Appearance, folder: Path, qtbot: Any) -> None:
        self._app, self._appearance, self._folder, self._qtbot = qapp, appearance, folder, qtbot
        self._programs: list[Program] = []
        self.hands = Hands()

    @property
    def program(self) -> Program:
        return self._programs[-1]

    @property
    def office(self) -> Office:
        return self.program.place.office

    @property
    def page(self) -> Any:
        return self.program.window.page

    def start(self, folder: Path | None = None) -> None:
        folder = folder or self._folder
        office = Office(Store(DataFolder(folder)), FixedClock(MOMENT))
        made = Program(self._app, self._appearance, office, Preferences(folder / "界面.json"))
        self._programs.append(made)
        made.operations.crashed.disconnect()  # its dialog would wait for ever
        made.operations.crashed.connect(pytest.fail)
        made.show()
        made.window.activateWindow()
        self._qtbot.waitUntil(lambda: self._app.activeWindow() is not None)
        made.operations.wait()

    def go(self, page: str, **args: Any) -> Any:
        self.program.window.go(PageLink(page, args))
        self.program.operations.wait()
        QApplication.processEvents()
        return self.page

    def kept(self) -> list[KeptText]:
        return UnsavedTexts(self.office.store, self.office.clock, "").all()

    def kept_soon(self, holds: str) -> None:
        clock = QElapsedTimer()
        clock.start()
        self._qtbot.waitUntil(lambda: any(holds in str(each.values) for each in self.kept()), timeout=2000)
        assert clock.elapsed() <= 2000

    def crash(self) -> list[str]:
        """The next start over what lies there now; what it offers."""
        folder = self._folder.parent / f"again-{len(self._programs)}"
        shutil.copytree(self._folder, folder)
        self.start(folder)
        dialog = self.program.window.findChild(UnsavedDialog)
        return [row.offer.words for row in dialog.rows] if dialog else []

    def quit(self) -> list[str]:
        """Leave by key as every evening; what the start of the next morning offers."""
        self.hands.press(Key.Key_Q, CTRL)
        assert not self.program.window.isVisible()
        self.program.close()
        self.program.window.deleteLater()
        self._programs.pop()
        self.start()
        dialog = self.program.window.findChild(UnsavedDialog)
        return [row.offer.words for row in dialog.rows] if dialog else []

    def go_on(self) -> Any:
        dialog = self.program.window.findChild(UnsavedDialog)
        assert dialog is not None
        dialog.rows[0].go_on.click()
        self.program.operations.wait()
        QApplication.processEvents()
        return self.page

    def kept_at_last(self) -> list[KeptText]:
        """What is kept once nothing is being written any more."""
        self.program.operations.keeper.wait()
        return self.kept()

    def end(self) -> None:
        for program in self._programs:
            page = program.window.page
            if isinstance(page, SettingsPage):
                page._give_up()
            elif isinstance(page, ReportWordsPage):
                page._give_up()
                program.operations.wait()
            for dialog in program.window.findChildren(OwnFigureDialog):
                dialog._before = dialog.form.raw()
                dialog.reject()
            program.window.close()
            program.close()
            program.window.deleteLater()


@pytest.fixture
def desk(qapp: QApplication, appearance: Appearance, tmp_path: Path, qtbot: Any) -> Iterator[Desk]:
    made = small_office(tmp_path / "台账")
    made.records.add("meeting", [FULL])
    made.store.close()
    desk = Desk(qapp, appearance, tmp_path / "台账", qtbot)
    desk.start()
    yield desk
    desk.end()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """How soon is measured once; the others need not wait for it."""
    monkeypatch.setattr(text_keeping, "AFTER_MS", 0)


# the paragraphs of a report


def write_plans(desk: Desk, text: str = TEXT) -> ReportWordsPage:
    page: ReportWordsPage = desk.go("report_words", period="2026-10")
    page.sections["plans"].block.setFocus()
    desk.hands.type(text)
    return page


def test_a_paragraph_is_offered_after_a_crash_and_stands_there_unsaved(desk: Desk) -> None:
    write_plans(desk)
    desk.kept_soon(TEXT)
    assert desk.crash() == ["2026年10月自己写的几段（10月28日 14:03）"]
    page = desk.go_on()
    assert page.sections["plans"].text == TEXT
    assert page.sections["plans"]._state.text() == "改过，还没有保存"
    assert page._strip.text == "上次没来得及保存的（10月28日 14:03）放回来了，还没有保存。"
    assert page.desk.here is page.sections["plans"]
    assert not page.sections["plans"].block.visibleRegion().isEmpty()


def test_a_paragraph_that_is_saved_is_kept_no_longer(desk: Desk, at_once: None) -> None:
    page = write_plans(desk)
    desk.kept_soon(TEXT)
    desk.hands.press(Key.Key_S, CTRL)
    desk.program.operations.wait()
    assert desk.kept_at_last() == []
    assert not page.is_altered


def test_a_paragraph_given_up_on_leaving_is_kept_no_longer(
    desk: Desk, at_once: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plans(desk)
    desk.kept_soon(TEXT)
    monkeypatch.setattr(report_words, "ask_about_changes", lambda *_: "discard")
    desk.go("month")
    assert desk.kept_at_last() == []


def test_what_came_back_can_be_refused(desk: Desk, at_once: None) -> None:
    write_plans(desk)
    desk.kept_soon(TEXT)
    desk.crash()
    page = desk.go_on()
    page._strip.acted.emit()
    desk.program.operations.wait()
    assert page.sections["plans"].text == ""
    assert desk.kept_at_last() == []


def test_another_month_has_its_own(desk: Desk, at_once: None) -> None:
    write_plans(desk)
    desk.kept_soon(TEXT)
    desk.crash()
    page = desk.go("report_words", period="2026-09")
    assert page.sections["plans"].text == ""
    page = desk.go("report_words", period="2026-10")
    assert page.sections["plans"].text == TEXT


def test_at_the_start_it_can_be_done_without(desk: Desk, at_once: None) -> None:
    write_plans(desk)
    desk.kept_soon(TEXT)
    desk.crash()
    dialog = desk.program.window.findChild(UnsavedDialog)
    assert dialog is not None
    dialog.rows[0].drop.click()
    dialog.reject()
    assert desk.kept_at_last() == []


# the settings


def test_settings_are_offered_after_a_crash_and_stand_there_unsaved(desk: Desk, at_once: None) -> None:
    page = desk.go("settings", section="unit")
    page.sections["unit"].fields[0].editor.setFocus()
    desk.hands.press(Key.Key_A, CTRL)
    desk.hands.type("示例县政协办公室")
    desk.kept_soon("示例县政协办公室")
    assert desk.crash() == ["设置里的改动（10月28日 14:03）"]
    page = desk.go_on()
    assert page.sections["unit"].fields[0].raw() == "示例县政协办公室"
    assert page.is_altered
    assert page.save_button.isEnabled()
    assert page.strip.text.startswith("上次没来得及保存的")
    desk.hands.press(Key.Key_S, CTRL)
    desk.program.operations.wait()
    assert desk.office.settings.unit_name == "示例县政协办公室"
    assert page.strip.text == ""
    assert desk.kept_at_last() == []


# a figure of one's own


def test_a_figure_half_made_is_offered_and_its_dialog_opens_as_it_was(
    desk: Desk, at_once: None, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.go("settings", section="figures")
    page.here.start_adding()
    (dialog,) = desk.program.window.findChildren(OwnFigureDialog)
    qtbot.waitUntil(dialog.form.name.hasFocus)
    desk.hands.type("走访困难户场次")
    dialog.form.rule.setFocus()
    desk.hands.type("走访对象里有困难户的，一次一场")
    desk.kept_soon("一次一场")
    before = dialog.form.raw()
    assert desk.crash() == ["新增指标“走访困难户场次”（10月28日 14:03）"]
    desk.go_on()
    (dialog,) = desk.program.window.findChildren(OwnFigureDialog)
    assert dialog.form.raw() == before
    assert "放回来了" in dialog._back.text
    monkeypatch.setattr(own_figure_dialog, "ask_about_changes", lambda *_: "discard")
    dialog.reject()
    assert desk.kept_at_last() == []


# an ad-hoc table


def test_a_table_half_made_is_offered_as_it_was(desk: Desk, at_once: None) -> None:
    page: OwnTablePage = desk.go("own_table")
    page.head.edit.setFocus()
    desk.hands.type("充电桩专题")
    page.choices.note.setFocus()
    desk.hands.type("只列主城区，含联合举办的")
    desk.kept_soon("含联合举办的")
    assert desk.crash() == ["临时要的表“充电桩专题”（10月28日 14:03）"]
    page = desk.go_on()
    assert (page.head.name, page.choices.note.text()) == ("充电桩专题", "只列主城区，含联合举办的")
    assert page.choices.table.note == "只列主城区，含联合举办的"


def test_a_table_half_made_when_the_program_is_left_is_offered_too(desk: Desk) -> None:
    page: OwnTablePage = desk.go("own_table")
    page.choices.note.setFocus()
    desk.hands.type("只列主城区")
    assert desk.quit() == ["临时要的表（10月28日 14:03）"]
    assert desk.go_on().choices.note.text() == "只列主城区"


def test_a_table_half_made_behind_another_page_is_offered_too(desk: Desk) -> None:
    page: OwnTablePage = desk.go("own_table")
    page.choices.note.setFocus()
    desk.hands.type("只列主城区")
    desk.go("month")
    assert desk.quit() == ["临时要的表（10月28日 14:03）"]


def test_a_table_that_cannot_be_kept_for_later_says_so(desk: Desk, at_once: None, qtbot: Any) -> None:
    page: OwnTablePage = desk.go("own_table")
    desk.office.store.folder.unsaved.write_text("a file in the place of the folder")
    page.choices.note.setFocus()
    desk.hands.type("只")
    qtbot.waitUntil(lambda: page.strip.text.startswith("正在填的没能暂存"))
    desk.office.store.folder.unsaved.unlink()


def test_a_table_that_is_kept_as_a_report_is_not_offered(desk: Desk) -> None:
    page: OwnTablePage = desk.go("own_table")
    page.head.edit.setFocus()
    desk.hands.type("充电桩专题")
    desk.hands.press(Key.Key_S, CTRL)
    desk.program.operations.wait()
    assert desk.quit() == []


# the steps of a month


def test_a_remark_typed_just_before_the_program_is_left_is_offered_whole(desk: Desk) -> None:
    page = desk.go("month", month="2026-09", step="check")
    page.stage.view.remark.setFocus()
    desk.hands.type("下月再算")
    assert desk.quit() == ["2026年9月审核意见（10月28日 14:03）"]
    assert desk.go_on().stage.view.remark.text() == "下月再算"


@pytest.mark.parametrize(("step", "words"), [("check", "2026年9月审核意见"), ("send", "2026年9月报送说明")])
def test_a_remark_of_a_month_is_offered_and_stands_there(
    desk: Desk, at_once: None, step: str, words: str
) -> None:
    page = desk.go("month", month="2026-09", step=step)
    remark = page.stage.view.remark if step == "check" else page.stage.view.prepare.remark
    remark.setFocus()
    desk.hands.type("和市里说过，青山镇补报的下月再算")
    desk.kept_soon("下月再算")
    assert desk.crash() == [f"{words}（10月28日 14:03）"]
    page = desk.go_on()
    assert (page.period.key, page.stage.key) == ("2026-09", step)
    remark = page.stage.view.remark if step == "check" else page.stage.view.prepare.remark
    assert remark.text() == "和市里说过，青山镇补报的下月再算"
