"""What is typed beside a form, into a dialog opened from it: kept with it, and put back where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.services.office import Office
from app.ui.dialogs.reason import ReasonDialog
from app.ui.forms.new_member import NewMemberDialog
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from tests.ui.forms.hands import CTRL, Hands, Key

Opener = Callable[..., FormPage]
MEETING: dict[str, Any] = {
    "happened_on": "2026-09-14", "topic": "电动车充电桩建在哪", "township": "永兴街道",
    "brand": "grassroots", "village": "大树营社区", "place": "议事厅", "host": "周建国",
    "recorder": "王秀兰", "members": ["陈志明"], "people": {"masses": 23},
}  # fmt: skip


class Meeting:
    """Acts once in the first dialog of a kind that has the keyboard, then leaves it by Esc."""

    def __init__(self, kind: type[QDialog], act: Callable[[Any], object]) -> None:
        self._kind, self._act = kind, act
        self.error: BaseException | None = None
        self.done = False
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        found, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
        if not isinstance(found, self._kind) or focus is None or not found.isAncestorOf(focus):
            return
        self._timer.stop()
        try:
            self._act(found)
            self.done = True
        except BaseException as error:
            self.error = error
        finally:
            found.reject()

    def wait(self, qtbot: Any) -> None:
        """For a dialog that comes by itself."""
        qtbot.waitUntil(lambda: self.done or self.error is not None, timeout=5000)
        self.check()

    def check(self) -> None:
        self._timer.stop()
        if self.error is not None:
            raise self.error
        assert self.done, f"no {self._kind.__name__} came"


@pytest.fixture
def again(operations: Operations) -> Iterator[Callable[[Office], FormPage]]:
    """The form that the next start offers to go on with, gone on with."""
    pages: list[FormPage] = []

    def gone_on(office: Office) -> FormPage:
        (offer,) = office.unsaved.all()
        page = FormPage(office, operations, offer.key.kind)
        pages.append(page)
        page.resize(1200, 690)
        page.show()
        page.activateWindow()
        page.open(offer.uuid or None, unsaved=offer.key.id)
        return page

    yield gone_on
    for page in pages:
        page.close()
        page.deleteLater()


def on_disk(office: Office, key: str) -> Any:
    """What is kept beside the one form there is, as a new start reads it."""
    offers = office.unsaved.all()
    return office.unsaved.take(offers[0].key).beside.get(key) if offers else None


def kept_soon(office: Office, key: str, holds: Callable[[Any], bool], qtbot: Any) -> None:
    clock = QElapsedTimer()
    clock.start()
    qtbot.waitUntil(lambda: bool((found := on_disk(office, key)) and holds(found)), timeout=2000)
    assert clock.elapsed() <= 2000


# a new member


def name_a_stranger(page: FormPage, hands: Hands) -> None:
    """Somebody who has to be registered first."""
    page.view.sheet.begin_at(("members",))
    hands.type("孙悟空")


@pytest.mark.parametrize("form_touched", [True, False])
def test_a_member_half_registered_is_kept_with_the_form_and_put_back(
    open_form: Opener, office: Office, hands: Hands, qtbot: Any, form_touched: bool,
    crashed: Callable[[Office], Office], again: Callable[[Office], FormPage],
) -> None:  # fmt: skip
    page = open_form("visit")
    if form_touched:
        page.view.sheet.begin_at(("name",))
        hands.type("走访果农")
    name_a_stranger(page, hands)
    saved: list[Office] = []

    def type_half(dialog: NewMemberDialog) -> None:
        hands.press(Key.Key_Tab)
        hands.enter("zj", "")
        hands.type("某果业公司经理")
        kept_soon(office, "member", lambda held: "某果业公司经理" in str(held), qtbot)
        saved.append(crashed(office))

    meeting = Meeting(NewMemberDialog, type_half)
    hands.press(Key.Key_F3)
    meeting.check()
    seen: list[tuple[Any, Any]] = []

    def look(dialog: NewMemberDialog) -> None:
        seen.append((dialog.values["name"], dialog.values["sector"]))
        assert "某果业公司经理" in dialog.values.values()

    meeting = Meeting(NewMemberDialog, look)
    form = again(saved[0])
    meeting.wait(qtbot)
    assert seen == [("孙悟空", "religion")]
    assert (form.draft.values["name"] == "走访果农") is form_touched


def test_a_day_that_cannot_be_read_comes_back_as_it_was_typed(
    open_form: Opener, office: Office, hands: Hands, qtbot: Any,
    crashed: Callable[[Office], Office], again: Callable[[Office], FormPage],
) -> None:  # fmt: skip
    page = open_form("visit")
    name_a_stranger(page, hands)
    saved: list[Office] = []

    def type_day(dialog: NewMemberDialog) -> None:
        dialog.editor("started_on").begin()
        hands.press(Key.Key_A, CTRL)
        hands.type("13.40")
        kept_soon(office, "member", lambda held: "13.40" in str(held), qtbot)
        saved.append(crashed(office))

    meeting = Meeting(NewMemberDialog, type_day)
    hands.press(Key.Key_F3)
    meeting.check()
    seen: list[Any] = []
    meeting = Meeting(NewMemberDialog, lambda dialog: seen.append(dialog.editor("started_on").typed))
    again(saved[0])
    meeting.wait(qtbot)
    assert seen == ["13.40"]


def test_a_member_put_away_or_registered_is_kept_no_longer(
    open_form: Opener, office: Office, operations: Operations, hands: Hands
) -> None:
    page = open_form("visit")
    name_a_stranger(page, hands)
    meeting = Meeting(NewMemberDialog, lambda dialog: hands.press(Key.Key_Tab) or hands.enter("zj"))
    hands.press(Key.Key_F3)
    meeting.check()
    page.work.keeping.keep()
    operations.keeper.wait()
    assert on_disk(office, "member") is None


# a reason


@pytest.fixture
def sent(office: Office) -> str:
    """A meeting of September, which was reported."""
    uuid = office.records.add("meeting", [MEETING])[0].uuid
    office.submissions.submit(office.calendar.parse("2026-09"))
    return uuid


def test_a_reason_half_written_is_kept_with_the_form_and_put_back(
    open_form: Opener, office: Office, sent: str, operations: Operations, hands: Hands, qtbot: Any,
    crashed: Callable[[Office], Office], again: Callable[[Office], FormPage],
) -> None:  # fmt: skip
    page = open_form("meeting", sent)
    page.view.sheet.begin_at(("people",))
    hands.type("9")
    saved: list[Office] = []

    def write(dialog: ReasonDialog) -> None:
        hands.type("青山镇10月9日才补来")
        kept_soon(office, "reason", lambda held: held == "青山镇10月9日才补来", qtbot)
        saved.append(crashed(office))

    meeting = Meeting(ReasonDialog, write)
    hands.press(Key.Key_S, CTRL)
    operations.wait()
    meeting.check()
    form = again(saved[0])
    seen: list[str] = []
    meeting = Meeting(ReasonDialog, lambda dialog: seen.append(dialog.edit.text()))
    form.save()
    operations.wait()
    meeting.check()
    assert seen == ["青山镇10月9日才补来"]


def test_a_reason_that_was_used_is_not_put_into_the_next(
    open_form: Opener, office: Office, sent: str, operations: Operations, hands: Hands, qtbot: Any
) -> None:
    page = open_form("meeting", sent)
    seen: list[str] = []

    def write(dialog: ReasonDialog) -> None:
        seen.append(dialog.edit.text())
        hands.type("签到表补来了")
        hands.press(Key.Key_Return)

    for count in "97":
        page.window().activateWindow()
        qtbot.waitUntil(page.window().isActiveWindow)
        page.view.sheet.begin_at(("people",))
        hands.type(count)
        meeting = Meeting(ReasonDialog, write)
        hands.press(Key.Key_S, CTRL)
        operations.wait()
        meeting.check()
    assert seen == ["", ""]
    assert not page.work.is_dirty
