"""A reported month: what is locked is the number, never the record."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.clock import FixedClock
from app.paths import DataFolder
from app.services.aggregates import Aggregate
from app.services.closed import recent_reasons
from app.services.office import Office
from app.store.store import Store
from app.ui.dialogs.reason import ReasonDialog
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.window import MainWindow
from tests.office import MOMENT, small_office, uuids
from tests.ui.forms.hands import CTRL, Hands, Key

Opener = Callable[..., FormPage]
WHY = "签到表补来了，多了两位委员"
MEETING: dict[str, Any] = {
    "happened_on": "2026-09-14", "topic": "电动车充电桩建在哪", "township": "永兴街道",
    "brand": "grassroots", "village": "大树营社区", "place": "议事厅", "host": "周建国",
    "recorder": "王秀兰", "members": ["陈志明"], "people": {"masses": 23},
}  # fmt: skip


class Answers:
    """Deals with every question for a reason: writes one, or leaves it."""

    def __init__(self) -> None:
        self.reason = ""
        self.asked: list[list[str]] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, ReasonDialog):
            self.asked.append([each.text() for each in found.findChildren(QLabel)])
            found.edit.setText(self.reason)
            QTest.keyClick(found.edit, Key.Key_Return if self.reason else Key.Key_Escape)

    def stop(self) -> None:
        self._timer.stop()


@pytest.fixture
def answers(qapp: QApplication) -> Iterator[Answers]:
    made = Answers()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose September, with one meeting, went up."""
    folder = tmp_path_factory.mktemp("reported")
    made = small_office(folder)
    made.records.add("meeting", [MEETING])
    made.submissions.submit(made.calendar.parse("2026-09"))
    made.store.close()
    return folder


@pytest.fixture
def office(tmp_path: Path, reported: Path) -> Iterator[Office]:
    shutil.copytree(reported, tmp_path, dirs_exist_ok=True)
    made = Office(Store(DataFolder(tmp_path)), FixedClock(MOMENT))
    yield made
    made.store.close()


@pytest.fixture
def sent(office: Office) -> Aggregate:
    """The meeting of September."""
    return office.records.load("meeting", uuids(office, "meeting")[MEETING["topic"]])


def again(office: Office, record: Aggregate) -> dict[str, Any]:
    return office.records.load("meeting", record.uuid).values


def save(hands: Hands, operations: Operations, qtbot: Any) -> None:
    hands.press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: operations.is_idle)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.activateWindow()  # no window manager here does so when a dialog is gone
            qtbot.waitUntil(lambda window=window: QApplication.activeWindow() is window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def set_masses(page: FormPage, count: int) -> None:
    page.work.draft.put("people", {**page.draft.values["people"], "masses": count})


def test_the_strip_says_what_is_free_and_what_is_not(open_form: Opener, sent: Aggregate) -> None:
    page = open_form("meeting", sent.uuid)
    assert page.view.closed.text.startswith("2026年9月已报送（10月28日，报 1）。办理进度、反馈、附件随时可改")
    assert not open_form("meeting").view.closed.isVisible()


def test_what_moves_no_number_is_saved_without_a_word(
    open_form: Opener, sent: Aggregate, office: Office, operations: Operations, hands: Hands, qtbot: Any,
    answers: Answers,
) -> None:  # fmt: skip
    page = open_form("meeting", sent.uuid)
    page.view.sheet.begin_at(("host",))
    hands.press(Key.Key_A, CTRL)
    hands.type("李国华")
    save(hands, operations, qtbot)
    assert answers.asked == []
    assert again(office, sent)["host"] == "李国华"


def test_a_reported_number_moves_only_with_a_reason(
    open_form: Opener, sent: Aggregate, office: Office, operations: Operations, hands: Hands, qtbot: Any,
    answers: Answers,
) -> None:  # fmt: skip
    page = open_form("meeting", sent.uuid)
    set_masses(page, 25)
    save(hands, operations, qtbot)
    assert "群众参加协商" in answers.asked[0]
    assert {"23", "25"} <= set(answers.asked[0])
    assert page.view.message.text.startswith("没有保存，报过的数没有动")
    assert page.work.is_dirty
    assert again(office, sent)["people"]["masses"] == 23
    answers.reason = WHY
    save(hands, operations, qtbot)
    assert page.view.message.text == ""
    assert again(office, sent)["people"]["masses"] == 25
    assert recent_reasons(office.store) == (WHY,)


def test_a_late_record_says_so_and_asks_why(
    open_form: Opener, sent: Aggregate, office: Office, operations: Operations, hands: Hands, qtbot: Any,
    answers: Answers,
) -> None:  # fmt: skip
    page = open_form("meeting")
    given = {key: value for key, value in again(office, sent).items() if key != "topic"}
    for key, value in (given | {"topic": "补来的一场"}).items():
        page.work.draft.put(key, value)
    page.work._take_day()
    assert "这条是补报" in page.view.closed.text
    answers.reason = WHY
    save(hands, operations, qtbot)
    assert len(answers.asked) == 1
    late = office.records.load("meeting", page.draft.record.uuid)
    assert late.status == "registered"
    assert "办理进度" in page.view.closed.text  # it is no new record any more


def test_deleting_in_a_form_asks_and_can_be_left(
    open_form: Opener, sent: Aggregate, office: Office, operations: Operations, qtbot: Any, answers: Answers
) -> None:
    page = open_form("meeting", sent.uuid)
    gone: list[str] = []
    page.deleted.connect(lambda _kind, uuid: gone.append(uuid))
    page.delete()
    qtbot.waitUntil(lambda: operations.is_idle)
    assert (len(answers.asked), gone) == (1, [])
    assert again(office, sent)["topic"] == MEETING["topic"]
    answers.reason = WHY
    page.delete()
    qtbot.waitUntil(lambda: operations.is_idle)
    assert gone == [sent.uuid]


def test_a_month_that_came_back_is_open_again(
    open_form: Opener, sent: Aggregate, office: Office, operations: Operations, hands: Hands, qtbot: Any,
    answers: Answers,
) -> None:  # fmt: skip
    office.submissions.reopen(office.calendar.parse("2026-09"), "市里要求核对人数")
    page = open_form("meeting", sent.uuid)
    assert page.view.closed.text.startswith("2026年9月被退回（10月28日，报 1）")
    set_masses(page, 25)
    save(hands, operations, qtbot)
    assert answers.asked == []
    assert again(office, sent)["people"]["masses"] == 25
