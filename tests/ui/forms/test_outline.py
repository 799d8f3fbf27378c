"""What a form says is still missing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.errors import Problem
from app.services.office import Office
from app.ui.forms import outline
from app.ui.operations import Operations
from app.ui.pages.form_page import FormPage
from app.ui.theme import Layout, Tone
from tests.ui.forms.hands import Hands, Key

Opener = Callable[..., FormPage]

COMPLETE = {
    "happened_on": "2026-10-14", "topic": "会", "township": "永兴街道", "place": "议事厅", "host": "周建国",
    "recorder": "王秀兰", "began_at": "14:30", "members": ["陈志明"], "people": {"masses": 23},
}  # fmt: skip


def test_first_what_keeps_it_from_counting_then_from_printing_then_doubts(
    open_form: Opener, office: Office
) -> None:
    page = open_form("meeting")
    assert outline.verdict(page.draft).text == "还差 3 处才能计数"
    uuid = office.records.add("meeting", [COMPLETE | {"host": None}])[0].uuid
    verdict = outline.verdict(open_form("meeting", uuid).draft)
    assert (verdict.text, verdict.tone) == ("还差 1 处才能打印", Tone.WARN)
    uuid = office.records.add("meeting", [COMPLETE | {"topic": "另一场"}])[0].uuid
    assert outline.verdict(open_form("meeting", uuid).draft).text == "有 1 处请看一看"
    uuid = office.records.add("meeting", [COMPLETE | {"topic": "三", "research": [{"on": "10.1"}]}])[0].uuid
    assert outline.verdict(open_form("meeting", uuid).draft).text == "都填齐了"


def test_sections_say_their_state_and_a_fact(open_form: Opener, office: Office) -> None:
    task = {"deadline": "2026-12-31"}
    more = {"consensus": [{"text": "建棚", "task": task}], "research": [{"on": "10.1"}]}
    uuid = office.records.add("meeting", [COMPLETE | more], draft=True)[0].uuid
    page = open_form("meeting", uuid)
    found = {entry.name: entry for entry in outline.entries(page.draft, page.view.sheet.sections)}
    assert (found["参加人员"].tone, found["参加人员"].fact) == (Tone.OK, "24 人次")
    assert (found["前期调研"].tone, found["前期调研"].fact) == (Tone.OK, "1 条")
    assert (found["报送与批示"].tone, found["报送与批示"].fact) == (Tone.PLAIN, "选填")
    assert (found["共识与落实"].tone, found["共识与落实"].fact) == (Tone.ERROR, "1 项")
    assert [outline.said(problem) for problem in found["共识与落实"].missing] == ["第 1 行责任单位：没填"]


def test_missing_things_are_links(open_form: Opener, office: Office, hands: Hands) -> None:
    uuid = office.records.add("meeting", [COMPLETE | {"recorder": None}])[0].uuid
    page = open_form("meeting", uuid)
    page.view.panel.problem_requested.emit(page.draft.to_print()[0])
    assert hands.field == "记录人"
    page.view.panel.section_requested.emit(2)
    assert hands.field == "参加委员"


def test_a_click_on_a_section_brings_all_of_it_into_sight(
    open_form: Opener, office: Office, qtbot: QtBot
) -> None:
    page = open_form("meeting", office.records.add("meeting", [COMPLETE])[0].uuid)
    sheet, last = page.view.sheet, len(page.view.sheet.sections) - 1
    entries = page.view.panel._list
    line = next(rect for rect, place, what in entries.lines() if (place, what) == (last, None))
    QTest.mousePress(entries, Qt.MouseButton.LeftButton, pos=line.center())
    QApplication.processEvents()
    QTest.mouseRelease(entries, Qt.MouseButton.LeftButton, pos=line.center())
    qtbot.waitUntil(lambda: not sheet.release.is_awaited)
    for _ in range(3):
        QApplication.processEvents()
    section = sheet.sections[last]
    bottom = section.mapTo(sheet.viewport(), section.rect().bottomLeft()).y()
    assert 0 < bottom <= sheet.viewport().height()


def test_a_narrow_window_has_a_strip_instead_of_the_panel(open_form: Opener, hands: Hands) -> None:
    page = open_form("meeting")
    page.fit(Layout.NARROW)
    assert not page.view.panel.isVisible()
    assert page.view.strip.isVisible()
    assert page.view.strip.accessibleName() == "还差 3 处才能计数，会议议题，日期，参加委员"
    page.view.strip.next_requested.emit()
    assert hands.field == "日期"
    page.fit(Layout.NORMAL)
    assert page.view.panel.isVisible()
    assert not page.view.strip.isVisible()


def test_a_missing_thing_in_a_row_names_the_row() -> None:
    assert outline.said(Problem(("a", 2, "b"), "责任单位", "请填", missing=True)) == "第 3 行责任单位：没填"
    assert outline.said(Problem(("a",), "日期", "早于开始", missing=False)) == "日期：早于开始"


def test_a_save_that_is_refused_does_not_hide_what_else_is_lacking(
    open_form: Opener, operations: Operations, hands: Hands
) -> None:
    """A visit without a day cannot be kept; the day is not all that it lacks."""
    page = open_form("visit")
    page.view.sheet.begin_at(("name",))
    hands.enter("走访果农")
    before = [entry.missing for entry in outline.entries(page.draft, page.view.sheet.sections)]
    count = outline.verdict(page.draft).text
    page.save()
    operations.wait()
    assert page.draft.is_new
    assert outline.verdict(page.draft).text == count
    assert [entry.missing for entry in outline.entries(page.draft, page.view.sheet.sections)] == before


def test_a_field_with_what_cannot_be_read_has_one_thing_wrong(open_form: Opener, hands: Hands) -> None:
    page = open_form("visit")
    page.view.sheet.begin_at(("township",))
    hands.type("不知道")
    hands.press(Key.Key_Tab)
    page.work.check()
    found = [problem.text for problem in page.draft.problems if problem.key == "township"]
    assert len(found) == 1
    assert "没有叫" in found[0]


def test_the_sum_of_all_who_were_there_is_said_once(open_form: Opener, office: Office) -> None:
    uuid = office.records.add("meeting", [COMPLETE])[0].uuid
    page = open_form("meeting", uuid)
    sums = [part for part in page.view.sheet.findChildren(QLabel) if part.text().startswith("合计 <b>24")]
    assert [part.isVisibleTo(page) for part in sums] == [True]
    page.work.fold()
    assert "headcount" in page.view.sheet.editors
    assert [part.isVisibleTo(page) for part in sums] == [False]


def test_the_foot_says_what_the_keys_do_here(open_form: Opener, office: Office, hands: Hands) -> None:
    new = open_form("visit")
    assert "PgUp" not in new.status_text
    new.work.fold()
    new.view.sheet.begin_at(("remark",))
    assert "回车 换行" in new.status_text
    assert "回车 下一栏" not in new.status_text
