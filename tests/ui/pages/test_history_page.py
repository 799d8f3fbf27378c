"""修改记录 by keyboard: what became of a record, and the way back and forth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.dialogs.reason import ReasonDialog
from app.ui.dialogs.restore_version import RestoreDialog
from app.ui.pages.history_page import HistoryPage
from app.ui.pages.links import form_link
from tests.office import small_office
from tests.services.record_samples import VISIT
from tests.ui.pages.history_desk import Answers, PageDesk, open_page

Key = Qt.Key
Opened = tuple[HistoryPage, PageDesk]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path / "data")
    yield office
    office.store.close()


@pytest.fixture
def uuid(office: Office) -> str:
    """A visit of September that was changed twice."""
    added = office.records.add("visit", [VISIT | {"happened_on": "2026-09-13"}])[0]
    for key, value in (("host", "果业合作社"), ("people_served", 50)):
        added.values[key] = value
        office.records.save(added)
    return added.uuid


@pytest.fixture
def opened(
    office: Office, uuid: str, appearance: Appearance, tmp_path: Path, qtbot: QtBot
) -> Iterator[Opened]:
    with open_page(office, appearance, tmp_path, qtbot, HistoryPage) as (page, desk):
        page.open(kind="visit", uuid=uuid)
        page.first_focus()
        yield page, desk


def _rows(page: HistoryPage) -> list[str]:
    return [row.said.replace("\t", " ") for row in page.shown.changes.rows]


def test_arrows_lead_from_version_to_version(opened: Opened) -> None:
    page, desk = opened
    assert page.name.text == "委员走访 走访果农"
    assert [thing.note for thing in page.list.things] == ["现在的　服务群众人次", "走访单位", "填了 4 项"]
    assert _rows(page) == ["服务群众人次 20 50"]
    assert not page.action.isEnabled()
    assert page.action.toolTip() == "这一版就是现在的内容"
    desk.press(Key.Key_Down)
    assert _rows(page) == ["走访单位 空 果业合作社"]
    desk.press(Key.Key_Down)
    assert _rows(page)[0] == "活动名称 走访果农"
    assert page.action.isEnabled()
    desk.press(Key.Key_Escape)
    assert desk.back == 1


def test_all_changes_can_be_copied(opened: Opened) -> None:
    page, _ = opened
    page.shown.changes.setFocus()
    QTest.keyClick(page.shown.changes, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "服务群众人次\t20\t50"


def test_a_version_comes_back_after_it_was_shown_and_goes_again(opened: Opened, uuid: str) -> None:
    page, desk = opened
    desk.press(Key.Key_Down, Key.Key_Down)
    shown: list[str] = []

    def look(dialog: RestoreDialog) -> None:
        assert dialog.stay.hasFocus()
        shown.extend(row.said.replace("\t", " ") for row in dialog.changes.rows)
        QTest.keyClick(dialog, Key.Key_Escape)

    answers = Answers(look, lambda dialog: dialog.go.click())
    page.action.click()
    assert shown == ["走访单位 果业合作社 空", "服务群众人次 50 20"]
    assert len(page.versions) == 3
    page.action.click()
    desk.settle()
    answers.stop()
    assert page.strip.text == "恢复到了第 1 版。"
    assert page.chosen is not None
    assert (page.chosen.revision, page.chosen.back_to) == (4, 1)
    assert desk.office.records.load("visit", uuid).values["people_served"] == 20
    undo = page.commands()["undo"]
    assert callable(undo)
    undo()
    desk.settle()
    assert desk.office.records.load("visit", uuid).values["people_served"] == 50
    assert page.commands()["undo"] == "没有可以撤销的"


def test_what_went_up_asks_why(opened: Opened, uuid: str) -> None:
    page, desk = opened
    desk.office.submissions.submit(desk.office.calendar.month(2026, 9))
    desk.press(Key.Key_Down)

    def write(dialog: ReasonDialog) -> None:
        dialog.edit.setText("按签到表更正")
        dialog.go.click()

    answers = Answers(lambda dialog: dialog.go.click(), write)
    page.action.click()
    desk.settle()
    answers.stop()
    assert page.versions[0].reason == "按签到表更正"
    assert page.shown.reason.text() == "理由：按签到表更正"


def test_a_deleted_one_comes_back_first(opened: Opened, uuid: str) -> None:
    page, desk = opened
    desk.office.records.delete("visit", [uuid])
    page.refresh()
    assert page.status.isVisible()
    assert page.list.things[0].note == "放进了回收站"
    assert not page.record_button.isEnabled()
    assert page.action.text() == "恢复这条"
    page.action.setFocus()
    page.action.click()
    desk.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is page.list or page.list.isAncestorOf(focused)
    assert [each.what.value for each in page.versions[:2]] == ["恢复", "删除"]
    assert not page.status.isVisible()
    page.record_button.click()
    assert desk.links == [form_link("visit", uuid)]


def test_the_version_in_sight_stays_when_something_else_is_written(opened: Opened) -> None:
    page, desk = opened
    desk.press(Key.Key_Down, Key.Key_Down)
    desk.office.records.add("visit", [VISIT])
    page.refresh()
    assert page.chosen is not None
    assert page.chosen.revision == 1


def test_one_that_never_was(opened: Opened) -> None:
    page, _ = opened
    page.open(kind="visit", uuid="0" * 32)
    assert not page.has_sides
    assert "没有这条记录" in page.strip.text
    page.first_focus()
    assert page.back.hasFocus()


def test_what_was_changed_since_is_not_taken_back(opened: Opened, uuid: str) -> None:
    page, desk = opened
    page.list.setCurrentRow(2)
    answers = Answers(lambda dialog: dialog.go.click())
    page.action.click()
    desk.settle()
    answers.stop()
    assert page.strip.text
    since = desk.office.records.load("visit", uuid)
    since.values["host"] = "某校"
    desk.office.records.save(since)
    page.refresh()
    assert (page.strip.text, page.commands()["undo"]) == ("", "没有可以撤销的")
