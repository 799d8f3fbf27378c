"""Choosing members by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from app.models.context import Ref
from app.services.office import Office
from app.ui.forms.members_editor import MembersEditor
from app.ui.forms.new_member import NewMemberDialog
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from tests.office import uuids
from tests.ui.forms.hands import CTRL, Hands, Key

Opener = Callable[..., FormPage]


@pytest.fixture
def editor(open_form: Opener) -> MembersEditor:
    page = open_form("meeting")
    found = page.view.sheet.editors["members"]
    assert isinstance(found, MembersEditor)
    found.begin()
    QApplication.processEvents()
    return found


def names(editor: MembersEditor) -> list[str]:
    return [entry["member"].label for entry in editor.value() or ()]


def test_initials_open_the_list_at_once_and_enter_adds(editor: MembersEditor, hands: Hands) -> None:
    hands.type("zw")
    assert editor.popup is not None
    assert len(editor.popup.rows) == 5
    row = next(row for row in editor.popup.rows if "县工商联副主席" in row.columns[1])
    assert (row.text, row.columns[0]) == ("张伟", "工商联")
    hands.press(Key.Key_Return)
    assert len(names(editor)) == 1
    assert editor.popup is None
    assert editor.line.text() == ""
    hands.type("zw")
    assert editor.popup is not None
    assert len(editor.popup.rows) == 4, "who is there is not offered again"


def test_members_of_the_chosen_studio_are_offered_first(
    open_form: Opener, office: Office, hands: Hands
) -> None:
    studio = office.records.load("studio", uuids(office, "studio")["青山镇委员工作室"])
    own = {entry["member"].label for entry in studio.values["members"]}
    page = open_form("studio_activity", given={"studio": Ref(studio.uuid, "青山镇委员工作室")})
    found = page.view.sheet.editors["members"]
    assert isinstance(found, MembersEditor)
    assert {row.text for row in found.offered("")[: len(own)]} == own


def test_members_taken_over_show_their_sector(open_form: Opener, office: Office, hands: Hands) -> None:
    last = {"happened_on": "2026-10-12", "topic": "上一场", "township": "永兴街道", "members": ["周文"]}
    office.records.add("meeting", [last])
    page = open_form("meeting")
    hands.press(Key.Key_D, CTRL)
    found = page.view.sheet.editors["members"]
    assert isinstance(found, MembersEditor)
    (tag,) = found.tags()
    sector = office.records.load("membership", tag.key).values["sector"]
    assert sector
    assert tag.note == office.options().label("sector", sector)


def test_a_new_office_begins_with_the_current_term(open_form: Opener, office: Office) -> None:
    office.records.add("term", [{"name": "九届", "started_on": "2011-08-01", "ended_on": "2016-07-31"}])
    page = open_form("membership")
    values = page.draft.values
    assert (values["term"].label, values["started_on"]) == ("十一届", date(2021, 6, 1))
    assert not page.work.is_dirty


def test_arrows_choose_backspace_removes_escape_closes(editor: MembersEditor, hands: Hands) -> None:
    hands.type("wq")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert names(editor) == ["王强生"]
    hands.type("w")
    hands.press(Key.Key_Escape)
    assert editor.popup is None
    hands.press(Key.Key_Backspace)
    assert names(editor) == ["王强生"]
    hands.press(Key.Key_Backspace)
    assert names(editor) == []


def test_pasted_names_are_split_and_the_ambiguous_one_stays_to_choose(
    editor: MembersEditor, hands: Hands
) -> None:
    QGuiApplication.clipboard().setText("张伟、李娜 王强，没有的人")
    hands.press(Key.Key_V, CTRL)
    assert names(editor) == ["李娜", "王强"]
    assert editor.line.text() == "张伟、没有的人"
    assert editor.unfit
    assert editor.popup is not None
    assert [row.text for row in editor.popup.rows] == ["张伟", "张伟"]
    hands.press(Key.Key_Return)
    assert names(editor) == ["李娜", "王强", "张伟"]
    assert editor.line.text() == "没有的人"
    assert "没有的人" in editor.unfit


def test_status_and_role_are_changed_on_the_tag(editor: MembersEditor, hands: Hands) -> None:
    hands.enter("czm", "zyq")
    hands.press(Key.Key_Left, times=2)
    assert editor.box.held == 0
    hands.press(Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    leave = next(action for action in menu.actions() if action.text() == "请假")
    leave.trigger()
    menu.close()
    assert (editor.value() or [])[0]["status"] == "leave"
    assert editor.box.tags[0].warning == "请假"
    hands.press(Key.Key_Delete)
    assert names(editor) == ["赵雅琴"]


def test_enter_without_a_name_goes_on(editor: MembersEditor, hands: Hands) -> None:
    hands.press(Key.Key_Return)
    assert hands.field == "党政领导"


def test_a_name_nobody_has_stays_with_the_way_out(editor: MembersEditor, hands: Hands) -> None:
    hands.type("孙悟空")
    assert editor.popup is not None
    assert not editor.popup.rows
    hands.press(Key.Key_Return)
    assert editor.line.text() == "孙悟空"
    assert "名册里没有“孙悟空”" in editor.unfit


def test_a_new_member_is_registered_without_leaving_the_form(
    editor: MembersEditor, hands: Hands, office: Office, operations: Operations
) -> None:
    hands.type("孙悟空")
    seen: list[Any] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        focus = QApplication.focusWidget()
        if not isinstance(dialog, NewMemberDialog) or focus is None or not dialog.isAncestorOf(focus):
            return
        asking.stop()
        try:
            seen.append(hands.field)
            hands.press(Key.Key_Tab)
            hands.enter("zj", "", "某公司经理", "", "", "", "", "")
            seen.append(hands.at.text())  # type: ignore[attr-defined]
            hands.press(Key.Key_Return)
        except BaseException:
            dialog.reject()
            raise

    asking = QTimer()
    asking.timeout.connect(fill)
    asking.start(5)
    hands.press(Key.Key_F3)
    operations.wait()
    assert seen == ["届", "登记并加入"]
    assert names(editor) == ["孙悟空"]
    assert editor.unfit == ""
    saved = office.records.load("membership", (editor.value() or [])[0]["member"].uuid)
    assert (saved.status, saved.values["sector"]) == ("registered", "religion")
