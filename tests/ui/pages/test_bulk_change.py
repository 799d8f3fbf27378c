"""批量修改 from a list: asked, checked, done, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.models import RECORDS
from app.services.bulk import bulk_fields
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.dialogs.bulk_edit import BulkDialog
from app.ui.forms.desk import Desk
from app.ui.operations import Operations
from app.ui.pages.history_lines import heading, summary
from app.ui.pages.list_page import ListPage
from app.ui.workplace import Workplace
from tests.office import small_office
from tests.services.record_samples import VISIT
from tests.ui.forms.hands import Hands
from tests.ui.pages.history_desk import Answers, PageDesk, open_page

Key = Qt.Key
Opened = tuple[ListPage, PageDesk]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path / "data")
    hosts = ("果业合作社", "果业合作社", None)
    raws = [VISIT | {"name": f"走访{n}", "host": host} for n, host in enumerate(hosts)]
    office.records.add("visit", raws)
    yield office
    office.store.close()


def _visits(place: Workplace) -> ListPage:
    return ListPage("visit", "委员走基层", "visit", place)


@pytest.fixture
def opened(office: Office, appearance: Appearance, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with open_page(office, appearance, tmp_path, qtbot, _visits) as (page, desk):
        page.open()
        page.view.table.ledger.tick_all(True)
        yield page, desk


def _values(desk: PageDesk, page: ListPage, key: str) -> list[Any]:
    return [desk.office.records.load("visit", uuid).values[key] for uuid in page.view.chosen_uuids()]


def _choose(dialog: BulkDialog, key: str, text: str) -> None:
    dialog.field.setCurrentIndex(dialog.field.findData(key))
    dialog.field.setFocus()
    hands = Hands()
    hands.enter("", text)


def test_one_value_for_all_and_back(opened: Opened) -> None:
    page, desk = opened

    def answer(dialog: BulkDialog) -> None:
        assert not dialog.go.isEnabled()
        _choose(dialog, "host", "某村")
        assert dialog._now.text() == "果业合作社（2 次）；空（1 次）"
        assert dialog.go.hasFocus()
        QTest.keyClick(dialog, Key.Key_Return)

    answers = Answers(answer)
    page.view.foot.change_button.click()
    desk.settle()
    answers.stop()
    assert _values(desk, page, "host") == ["某村"] * 3
    assert page.strip.text == "改了 3 条走访的走访单位。"
    undo = page.commands()["undo"]
    assert callable(undo)
    undo()
    desk.settle()
    assert sorted(map(str, _values(desk, page, "host"))) == ["None", "果业合作社", "果业合作社"]
    assert page.strip.text == "撤销了，3 条走访的走访单位和修改以前一样。"
    assert "undo" not in page.commands()
    newest, before = desk.office.history.of(page.view.chosen_uuids()[0])[:2]
    assert summary(newest) == "现在的　撤销批量修改　走访单位"
    assert summary(before) == "走访单位"
    today = desk.office.clock.today()
    assert [heading(each, today)[1].partition("，")[2] for each in (newest, before)] == [
        "撤销批量修改的一条", "批量修改的一条",
    ]  # fmt: skip


@pytest.mark.parametrize("last", [Key.Key_Escape, Key.Key_Return])
def test_afterwards_the_keyboard_is_in_the_list_again(opened: Opened, last: Key) -> None:
    page, desk = opened

    def answer(dialog: BulkDialog) -> None:
        _choose(dialog, "host", "某村")
        QTest.keyClick(dialog, last)

    answers = Answers(answer)
    QTest.mouseClick(page.view.foot.change_button, Qt.MouseButton.LeftButton)
    desk.settle()
    answers.stop()
    page.activateWindow()
    for key in (Key.Key_Down, Key.Key_Return):
        QTest.keyClick(page.focusWidget(), key)
    desk.settle()
    assert [link.page for link in desk.links] == ["form_visit"]
    assert len(page.view.table.ledger.ids) == 3


@pytest.mark.parametrize("button", ["print_button", "export_button", "change_button", "delete_button"])
def test_escape_unticks_from_every_button_of_the_bar(opened: Opened, button: str) -> None:
    page, desk = opened
    getattr(page.view.foot, button).setFocus()
    desk.press(Key.Key_Escape)
    assert not page.view.table.ledger.tick_count
    assert page.view.table.hasFocus()


def test_nothing_typed_changes_nothing_and_emptying_has_its_own_way(opened: Opened) -> None:
    page, desk = opened

    def leave(dialog: BulkDialog) -> None:
        dialog.field.setCurrentIndex(dialog.field.findData("host"))
        QTest.keyClick(dialog.go, Key.Key_Return)
        assert dialog.isVisible()
        QTest.keyClick(dialog, Key.Key_Escape)

    def empty(dialog: BulkDialog) -> None:
        dialog.field.setCurrentIndex(dialog.field.findData("happened_on"))
        assert not dialog.empty_link.isEnabled()
        dialog.field.setCurrentIndex(dialog.field.findData("host"))
        dialog.empty_link.click()

    answers = Answers(leave, empty)
    page.bulk.ask()
    desk.settle()
    assert page.strip.text == ""
    page.bulk.ask()
    desk.settle()
    answers.stop()
    assert _values(desk, page, "host") == [None] * 3
    assert page.strip.text == "改了 2 条走访的走访单位，1 条原来就是这样。"


def test_what_is_refused_is_said_and_asked_again(opened: Opened) -> None:
    page, desk = opened
    keys: list[str] = []

    def again(dialog: BulkDialog) -> None:
        keys.append(dialog.key)
        dialog.reject()

    answers = Answers(again)
    page.strip.change("visit", page.view.chosen_uuids(), "people_served", None)
    desk.settle()
    assert page.strip.text.startswith("都没有改：“走访")
    assert page.strip.text.endswith("；还有 1 处。")
    page.strip.acted.emit()
    answers.stop()
    assert keys == ["people_served"]
    assert _values(desk, page, "people_served") == [20] * 3


def test_what_cannot_be_read_stays_in_the_dialog(opened: Opened) -> None:
    page, _ = opened

    def wrong(dialog: BulkDialog) -> None:
        _choose(dialog, "happened_on", "2026-13-40")
        assert not dialog.go.isEnabled()
        assert "2026-13-40" in dialog._problem.text()
        dialog.reject()

    answers = Answers(wrong)
    page.bulk.ask()
    answers.stop()


@pytest.mark.parametrize("kind", [model.key for model in RECORDS])
def test_every_field_of_every_kind_has_its_editor(
    office: Office, appearance: Appearance, qtbot: QtBot, kind: str
) -> None:
    model = next(model for model in RECORDS if model.key == kind)
    operations = Operations()
    dialog = BulkDialog(Desk(office, operations), kind, [])
    qtbot.addWidget(dialog)
    for place, spec in enumerate(bulk_fields(model)):
        dialog.field.setCurrentIndex(place)
        assert (dialog.key, dialog.value) == (spec.key, None)
    operations.finish()


def test_long_work_is_said_while_it_lasts(opened: Opened) -> None:
    page, desk = opened
    page.strip.change("visit", page.view.chosen_uuids(), "host", "某村")
    desk.operations.busy_changed.emit(True)
    assert page.strip.text == "正在修改 3 条…"
    desk.settle()
    assert page.strip.text == "改了 3 条走访的走访单位。"
    desk.operations.busy_changed.emit(True)
    assert page.strip.text == "改了 3 条走访的走访单位。"
