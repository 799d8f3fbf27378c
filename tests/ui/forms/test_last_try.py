"""What the foot of the window says after a save that did not take place."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.ui.forms import leaving
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.window import MainWindow
from tests.store.flaky import Disk
from tests.ui.forms.hands import CTRL, Hands, Key


@pytest.fixture
def page(visit: FormPage, operations: Operations, hands: Hands) -> FormPage:
    """A visit that was saved once and is being changed."""
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    visit.view.sheet.begin_at(("place",))
    hands.type("村委会")
    return visit


def cell(window: MainWindow) -> tuple[str, str]:
    return window.status.cell("saved"), window.status.cell_icon("saved")


def save(hands: Hands, operations: Operations) -> None:
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    QApplication.processEvents()


def test_a_save_that_failed_takes_the_time_of_the_one_before_away_until_it_is_saved(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands, disk: Disk
) -> None:
    assert cell(window) == ("已保存 14:03", "ok")
    disk.fail_before_commit = "database or disk is full"
    save(hands, operations)
    assert disk.failed == 1
    assert cell(window) == ("没有存上", "warn")
    operations.run(lambda: None)  # something else is written meanwhile
    operations.wait()
    assert cell(window) == ("没有存上", "warn")
    save(hands, operations)
    assert cell(window) == ("已保存 14:03", "ok")


def test_when_nobody_can_tell_the_foot_does_not_pretend_to_know(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands, disk: Disk
) -> None:
    disk.fail_before_commit, disk.gone_when_failed = "disk I/O error", True
    save(hands, operations)
    assert cell(window) == ("存上没有还不知道", "warn")


def test_what_cannot_be_read_is_not_saved_either(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands
) -> None:
    page.view.sheet.begin_at(("happened_on",))
    hands.press(Key.Key_A, CTRL)
    hands.type("13.40")
    save(hands, operations)
    assert cell(window) == ("没有存上", "warn")


def test_what_nobody_wants_saved_is_no_longer_missing(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands, disk: Disk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    disk.fail_before_commit = "database or disk is full"
    save(hands, operations)
    monkeypatch.setattr(leaving, "ask", lambda *_args, **_kwargs: "discard")
    hands.press(Key.Key_Escape)
    assert window.page is not page
    assert cell(window) == ("已保存 14:03", "ok")
    operations.run(lambda: None)
    operations.wait()
    assert cell(window) == ("已保存 14:03", "ok")


def test_any_write_that_was_refused_says_so_at_the_foot(
    page: FormPage, window: MainWindow, operations: Operations
) -> None:
    heard: list[AppError] = []
    operations.run(_refuse, failed=heard.append)
    operations.wait()
    assert len(heard) == 1
    assert cell(window) == ("没有存上", "warn")


def _refuse() -> None:
    raise AppError("磁盘满了，没有存上。")


def test_the_time_of_another_save_does_not_stand_beside_what_is_not_saved(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands
) -> None:
    save(hands, operations)
    page.start_new()
    assert cell(window) == ("已保存 14:03", "ok")
    page.view.sheet.begin_at(("place",))
    hands.type("村委会")
    page.work.check()
    assert cell(window)[0] == ""
    operations.run(lambda: None)  # something else is written meanwhile
    operations.wait()
    assert cell(window)[0] == ""
    page.view.sheet.begin_at(("place",))
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_Delete)
    page.work.check()
    assert cell(window) == ("已保存 14:03", "ok")


def type_after_another_save(form: FormPage, operations: Operations, hands: Hands) -> None:
    operations.run(lambda: None)
    operations.wait()
    form.view.sheet.begin_at(("place",))
    hands.type("村委会")
    form.work.check()


def test_it_stands_again_when_that_is_saved_and_stays_while_that_is_typed_on(
    visit: FormPage, window: MainWindow, operations: Operations, hands: Hands
) -> None:
    type_after_another_save(visit, operations, hands)
    assert cell(window)[0] == ""
    save(hands, operations)
    assert cell(window) == ("已保存 14:03", "ok")
    visit.view.sheet.begin_at(("place",))
    hands.type("门口")
    visit.work.check()
    assert cell(window) == ("已保存 14:03", "ok")


def test_another_save_after_it_takes_the_time_away_from_what_is_typed_on(
    page: FormPage, window: MainWindow, operations: Operations, hands: Hands
) -> None:
    page.work.check()
    assert cell(window) == ("已保存 14:03", "ok")
    operations.run(lambda: None)
    operations.wait()
    assert page.work.is_dirty
    assert cell(window)[0] == ""
    save(hands, operations)
    assert cell(window) == ("已保存 14:03", "ok")


def test_it_stands_again_when_the_form_is_left(
    visit: FormPage, window: MainWindow, operations: Operations, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_after_another_save(visit, operations, hands)
    monkeypatch.setattr(leaving, "ask", lambda *args, **kwargs: "discard")
    assert window.back()
    assert cell(window) == ("已保存 14:03", "ok")
