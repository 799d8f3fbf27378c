"""Rows edited in place by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.services.office import Office
from app.ui.forms.child_table import ChildTable
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.pages.page import PageLink
from app.ui.window import MainWindow
from tests.ui.forms.hands import CTRL, Hands, Key

Opener = Callable[..., FormPage]


@pytest.fixture
def page(open_form: Opener) -> FormPage:
    return open_form("meeting")


@pytest.fixture
def table(page: FormPage) -> ChildTable:
    found = page.view.sheet.editors["consensus"]
    assert isinstance(found, ChildTable)
    found.begin()
    QApplication.processEvents()
    return found


def test_enter_walks_the_cells_and_past_the_last_to_a_new_row(table: ChildTable, hands: Hands) -> None:
    seen = [hands.field]
    hands.type("建棚")
    for _ in range(7):
        hands.press(Key.Key_Return)
        seen.append(hands.field)
    assert seen == ["共识事项", "责任单位", "完成时限", "采纳", "进展", "办结日期", "反馈群众", "满意度"]
    hands.press(Key.Key_Return)
    assert hands.field == "共识事项"
    assert [row["text"] for row in table.value() or ()] == ["建棚"]


def test_enter_on_an_empty_new_row_leaves_the_table(page: FormPage, table: ChildTable, hands: Hands) -> None:
    hands.press(Key.Key_Return)
    assert hands.at is page.view.header.save
    assert table.value() == []


def test_a_single_row_below_is_made_with_its_defaults_and_gone_when_emptied(
    table: ChildTable, hands: Hands
) -> None:
    hands.enter("建棚", "街道办")
    row = (table.value() or [])[0]
    assert (row["task"]["unit"], row["task"]["state"]) == ("街道办", "open")
    table.edit_cell(0, 1)
    hands.press(Key.Key_Delete)
    assert (table.value() or [])[0]["task"] is None


def test_a_row_left_empty_disappears(table: ChildTable, hands: Hands) -> None:
    hands.type("x")
    hands.press(Key.Key_Backspace)
    assert len(table.value() or ()) == 1
    hands.press(Key.Key_Down)
    assert table.value() == []


def test_a_deleted_row_comes_back_with_undo(page: FormPage, table: ChildTable, hands: Hands) -> None:
    hands.enter("第一条")
    table.edit_cell(1, 0)
    hands.enter("第二条")
    table.edit_cell(0, 0)
    hands.press(Key.Key_Delete, CTRL)
    assert [row["text"] for row in table.value() or ()] == ["第二条"]
    assert page.work.can_undo
    page.commands()["undo"]()  # type: ignore[operator]
    assert [row["text"] for row in page.draft.values["consensus"]] == ["第一条", "第二条"]


def test_a_block_from_a_sheet_fills_rows(table: ChildTable, hands: Hands) -> None:
    QGuiApplication.clipboard().setText("建棚\t街道办\t2026-12-31\n巡查\t消防队\t不知道")
    hands.press(Key.Key_V, CTRL)
    rows = table.value() or []
    assert [row["text"] for row in rows] == ["建棚", "巡查"]
    assert rows[0]["task"]["deadline"] == dt.date(2026, 12, 31)
    assert rows[1]["task"]["deadline"] is None
    assert "第 2 行完成时限" in table.unfit
    table.edit_cell(1, 2)
    assert hands.at.text() == "不知道"  # type: ignore[attr-defined]
    hands.type("12.31")
    assert table.unfit == ""


def test_the_undo_key_brings_back_what_a_block_covered(table: ChildTable, hands: Hands) -> None:
    """The cell in work was never typed in, so its own undo must not take the key."""
    hands.enter("第一条", "单位一")
    table.edit_cell(0, 0)
    QGuiApplication.clipboard().setText("建棚\t街道办\n巡查\t消防队")
    hands.press(Key.Key_V, CTRL)
    hands.press(Key.Key_Z, CTRL)
    assert [row["text"] for row in table.value() or ()] == ["第一条"]
    table.edit_cell(1, 0)
    hands.press(Key.Key_Z, CTRL)
    assert [row["text"] for row in table.value() or ()] == ["第一条"]


def test_text_that_cannot_be_read_stays_in_its_cell(table: ChildTable, hands: Hands) -> None:
    hands.enter("建棚", "街道办", "13.40")
    assert "第 1 行完成时限" in table.unfit
    table.edit_cell(0, 2)
    assert hands.at.text() == "13.40"  # type: ignore[attr-defined]


def test_arrows_go_up_and_down(table: ChildTable, hands: Hands) -> None:
    hands.enter("第一条")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Up)
    assert hands.field == "责任单位"
    hands.type("街道办")
    assert (table.value() or [])[0]["task"]["unit"] == "街道办"


def test_f4_opens_what_does_not_fit_with_rows_below_rows(table: ChildTable, hands: Hands) -> None:
    hands.enter("建棚", "街道办")
    hands.press(Key.Key_F4)
    assert hands.field == "协办单位"
    hands.enter("城管局", "", "10.20")
    assert hands.field == "进度"
    hands.enter("开工")
    task = (table.value() or [])[0]["task"]
    assert task["assist_units"] == "城管局"
    assert [(step["on"], step["text"]) for step in task["progress"]] == [(dt.date(2026, 10, 20), "开工")]
    hands.press(Key.Key_F4)
    assert hands.field == "共识事项"
    hands.type("建四处棚")
    assert (table.value() or [])[0]["task"]["progress"], "what was opened stays when the row changes"


def test_what_was_given_is_never_changed_in_place(table: ChildTable, hands: Hands) -> None:
    given = [{"uuid": "a" * 32, "text": "建棚", "task": None}]
    table.set_value(given)
    table.edit_cell(0, 1)
    hands.type("街道办")
    assert given == [{"uuid": "a" * 32, "text": "建棚", "task": None}]
    assert (table.value() or [])[0]["task"]["unit"] == "街道办"


def test_rows_keep_their_identity_over_saves(
    page: FormPage, table: ChildTable, hands: Hands, office: Office, operations: Operations
) -> None:
    page.view.sheet.begin_at(("topic",))
    hands.enter("一场会")
    page.view.sheet.begin_at(("happened_on",))
    hands.enter("12")
    table.begin()
    hands.enter("建棚", "街道办")
    page.save()
    operations.wait()
    first = office.records.load("meeting", page.draft.record.uuid).values["consensus"]
    table.edit_cell(0, 0)
    hands.type("建四处棚")
    page.save()
    operations.wait()
    second = office.records.load("meeting", page.draft.record.uuid).values["consensus"]
    assert [row["uuid"] for row in first] == [row["uuid"] for row in second]
    assert first[0]["task"]["uuid"] == second[0]["task"]["uuid"]
    assert second[0]["text"] == "建四处棚"


def test_columns_that_do_not_fit_go_into_the_details(page: FormPage, table: ChildTable) -> None:
    wide = len(table._face.columns)
    table.resize(table.theme.px(40), table.height())
    QApplication.processEvents()
    narrow = len(table._face.columns)
    assert narrow < wide
    shown = {column.key for column in table._face.columns}
    assert {column.key for column in table._hidden()} | shown == {column.key for column in table._all}


def test_a_save_leaves_the_hands_in_the_cell(
    page: FormPage, table: ChildTable, hands: Hands, operations: Operations
) -> None:
    page.view.sheet.begin_at(("topic",))
    hands.enter("一场会")
    page.view.sheet.begin_at(("happened_on",))
    hands.enter("12")
    table.begin()
    hands.enter("建棚", "街道")
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    QApplication.processEvents()
    assert hands.field == "完成时限"
    hands.enter("12.31")
    assert (table.value() or [])[0]["task"]["deadline"] == dt.date(2026, 12, 31)
    assert page.work.is_dirty


def test_a_question_put_away_leaves_the_keyboard_in_its_cell(
    open_form: Opener, window: MainWindow, hands: Hands
) -> None:
    page = open_form("meeting")
    page.view.sheet.begin_at(("consensus",))
    hands.type("建棚")
    cell = hands.at
    asked: list[QWidget] = []

    def put_away() -> None:
        asked.append(hands.at)
        QTest.keyClick(hands.at, Key.Key_Escape)

    QTimer.singleShot(100, put_away)
    assert not window.go(PageLink("list"))
    assert asked
    assert asked[0].window() is not window
    assert window.focusWidget() is cell
    assert [row["text"] for row in page.draft.values["consensus"]] == ["建棚"]
