"""回收站 by keyboard: what was deleted is found, looked at and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.clock import FixedClock
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.dialogs.reason import ReasonDialog
from app.ui.pages.bin_page import BinPage
from app.ui.pages.links import form_link, history_link
from tests.office import MOMENT, small_office
from tests.services.record_samples import VISIT
from tests.ui.pages.history_desk import Answers, PageDesk, open_page

Key = Qt.Key
Opened = tuple[BinPage, PageDesk]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Three visits deleted one after the other, one of them long ago."""
    office = small_office(tmp_path / "data")
    added = office.records.add("visit", [VISIT | {"name": f"走访{n}"} for n in range(3)])
    for days, each in zip((-120, -2, -1), added, strict=True):
        then = Office(office.store, FixedClock(MOMENT + timedelta(days=days)))
        then.records.delete("visit", [each.uuid], reason="登重了")
    yield office
    office.store.close()


@pytest.fixture
def opened(office: Office, appearance: Appearance, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with open_page(office, appearance, tmp_path, qtbot, BinPage) as (page, desk):
        page.open()
        page.first_focus()
        yield page, desk


def _titles(page: BinPage) -> list[str]:
    return [row.title for row in page.shown]


def test_the_last_deleted_stands_first(opened: Opened) -> None:
    page, desk = opened
    assert _titles(page) == ["走访2", "走访1"]
    line = page.table.lines[0]
    assert [line.cell(key).text for key in ("at", "kind", "title", "by", "left")] == [
        "10-27 14:03", "委员走访", "走访2", "王秀兰", "89",
    ]  # fmt: skip
    assert page.older_button.text() == "更早删的 1 条"
    page.older_button.click()
    assert _titles(page) == ["走访2", "走访1", "走访0"]
    assert page.table.lines[2].cell("left").text == "过了 90 天"
    desk.press(Key.Key_Escape)
    assert desk.back == 1


def test_enter_shows_what_became_of_one(opened: Opened) -> None:
    page, desk = opened
    desk.press(Key.Key_Down, Key.Key_Return)
    assert desk.links == [history_link("visit", page.shown[1].uuid)]


def test_the_one_under_the_keyboard_comes_back(opened: Opened) -> None:
    page, desk = opened
    uuid = page.shown[0].uuid
    assert page.action.text() == "恢复这一条"
    page.action.click()
    desk.settle()
    assert _titles(page) == ["走访1"]
    assert page.strip.text == "恢复了“走访2”。"
    page.strip.acted.emit()
    assert desk.links == [form_link("visit", uuid)]


def test_ticked_ones_come_back_together(opened: Opened) -> None:
    page, desk = opened
    page.older_button.click()
    page.first_focus()
    desk.press(Key.Key_Space, Key.Key_End, Key.Key_Space)
    assert (page.action.text(), page.status_text) == ("恢复 2 条", "共 3 条；选中 2 条")
    page.action.click()
    desk.settle()
    assert _titles(page) == ["走访1"]
    assert page.table.ticked == ()
    all_of = page.commands()["select_all"]
    assert callable(all_of)
    all_of()
    page.action.click()
    desk.settle()
    assert page.empty.isVisible()
    assert not page.action.isEnabled()
    assert page.commands()["select_all"] == "回收站是空的"


def test_what_went_up_without_it_asks_why(opened: Opened) -> None:
    page, desk = opened
    desk.office.submissions.submit(desk.office.calendar.month(2026, 10))
    put_off: list[str] = []

    def leave(dialog: ReasonDialog) -> None:
        put_off.append(dialog.go.text())
        dialog.reject()

    answers = Answers(leave)
    page.action.click()
    desk.settle()
    answers.stop()
    assert put_off == ["写明理由并恢复"]
    assert _titles(page) == ["走访2", "走访1"]
