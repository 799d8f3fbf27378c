"""A save whose commit raised, as the form tells of it, and the second try."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.office import Office
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.widgets.hint_button import HintButton
from tests.store.flaky import Disk
from tests.ui.forms.hands import CTRL, Hands, Key


def retry_of(page: FormPage) -> HintButton:
    found = [each for each in page.view.message.findChildren(HintButton) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_commit_that_raised_and_took_place_is_saved_and_says_nothing_else(
    visit: FormPage, office: Office, operations: Operations, hands: Hands, disk: Disk, qtbot: Any
) -> None:
    disk.fail_after_commit = "disk I/O error"
    hands.press(Key.Key_S, CTRL)
    with qtbot.waitSignal(operations.changed):  # 已保存 in the status line
        operations.wait()
    assert disk.failed == 1
    assert (visit.view.message.text, visit.work.is_dirty) == ("", False)
    assert office.count("visit") == 1


def test_a_commit_that_did_not_take_place_is_said_and_tried_again(
    visit: FormPage, office: Office, operations: Operations, hands: Hands, disk: Disk
) -> None:
    visit.view.sheet.begin_at(("place",))
    disk.fail_before_commit = "database or disk is full"
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    assert visit.view.message.text.startswith("磁盘满了，没有存上，填的内容还在")
    assert visit.draft.values["name"] == "走访果农"
    assert (office.count("visit"), visit.draft.is_new) == (0, True)
    QTest.mouseClick(retry_of(visit), Qt.MouseButton.LeftButton)
    operations.wait()
    assert (office.count("visit"), visit.view.message.text) == (1, "")
    assert hands.field == "地点"


@pytest.mark.parametrize("took_place", [True, False])
@pytest.mark.parametrize("typed_on", [True, False])
def test_when_nobody_can_tell_it_is_said_and_trying_again_makes_one_record(
    visit: FormPage, office: Office, operations: Operations, hands: Hands, disk: Disk, took_place: bool,
    typed_on: bool,
) -> None:  # fmt: skip
    disk.gone_when_failed = True
    if took_place:
        disk.fail_after_commit = "disk I/O error"
    else:
        disk.fail_before_commit = "disk I/O error"
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    assert "存上了没有还看不出来，填的内容还在" in visit.view.message.text
    disk.gone = False
    if typed_on:
        visit.view.sheet.begin_at(("place",))
        hands.type("村委会")
    visit.view.message.acted.emit()
    operations.wait()
    assert (office.count("visit"), visit.work.is_dirty, visit.view.message.text) == (1, False, "")
    saved = office.records.load("visit", visit.draft.record.uuid)
    assert saved.values["happened_on"] == dt.date(2026, 10, 12)
    assert saved.values["place"] == ("村委会" if typed_on else None)
    assert saved.revision == (2 if took_place and typed_on else 1)


def test_a_crash_while_nobody_can_tell_offers_what_is_true(
    visit: FormPage, office: Office, operations: Operations, hands: Hands, disk: Disk,
    kept: Callable[[FormPage], None], crashed: Callable[[Office], Office],
) -> None:  # fmt: skip
    disk.fail_after_commit, disk.gone_when_failed = "disk I/O error", True
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    disk.gone = False
    kept(visit)
    assert crashed(office).unsaved.all() == []
    visit.view.sheet.begin_at(("place",))
    hands.type("村委会")
    kept(visit)
    after = crashed(office)
    (offer,) = after.unsaved.all()
    after.records.save(after.unsaved.take(offer.key).aggregate)
    assert after.count("visit") == 1
