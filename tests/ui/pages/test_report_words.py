"""The page of own paragraphs: written by keyboard, kept, offered again, checked, and on the paper at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.services.paragraphs import LONGEST
from app.ui.appearance import Appearance
from app.ui.forms.problem_line import ProblemLine
from app.ui.operations import Operations
from app.ui.pages import report_words as module
from app.ui.pages.report_words import NOTHING, ReportWordsPage
from app.ui.pages.report_words_section import WordsSection
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace
from tests.office import small_office
from tests.services.record_samples import FULL

MONTH = "2026-10"


@pytest.fixture
def page(tmp_path: Path, appearance: Appearance, qtbot):  # type: ignore[no-untyped-def]
    office = small_office(tmp_path / "数据")
    office.records.add("meeting", [FULL])
    other = {"happened_on": "2026-10-20", "topic": "路灯怎么管", "township": "青山镇", "place": "村委会"}
    office.records.add("meeting", [other | {"brand": "grassroots", "people": {"群众代表": 9}}])
    calendar = office.calendar
    office.paragraphs.save(calendar.parse("2026-09"), "plans", "九月写的打算。")
    operations = Operations()
    made = ReportWordsPage(Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json")))
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    made.open(period=MONTH)
    operations.wait()
    yield made
    operations.finish()
    office.store.close()


def kept(page: ReportWordsPage) -> dict[str, str]:
    office = page._place.office
    return dict(office.paragraphs.of(office.calendar.parse(MONTH)).texts)


def type_in(section: WordsSection, text: str) -> None:
    section.block.setFocus()
    section.block.selectAll()
    section.block.insertPlainText(text)


def paper(page: ReportWordsPage) -> str:
    pages = page._preview.pages
    assert pages is not None
    return "".join(pages.text(at) for at in range(pages.count)).replace("\n", "")


def sentences(section: WordsSection) -> list[str]:
    return [line.text for line in section.findChildren(ProblemLine) if line.parent() is section]


def save(page: ReportWordsPage) -> None:
    command = page.commands()["save"]
    assert callable(command)
    command()
    page._place.operations.wait()


def test_nothing_written_prints_what_is_counted(page: ReportWordsPage) -> None:
    assert page.commands()["save"] == NOTHING
    assert all(section._state.text() == "空着就印自动写的" for section in page.sections.values())
    assert "、典型案例" in paper(page)
    assert "电动车集中充电”开展协商" in paper(page)


def test_what_is_written_is_kept_and_stands_on_the_paper(page: ReportWordsPage) -> None:
    type_in(page.sections["problems"], "一是场次偏少；二是办结慢")
    assert page.sections["problems"]._state.text() == "改过，还没有保存"
    save(page)
    assert kept(page) == {"problems": "一是场次偏少；二是办结慢"}
    assert not page.is_altered
    assert page.sections["problems"]._state.text() == "自己写的"
    assert "一是场次偏少；二是办结慢。" in paper(page)
    type_in(page.sections["problems"], "")
    save(page)
    assert kept(page) == {}


def test_the_text_of_the_month_before_is_taken_by_key_and_marked_until_changed(page: ReportWordsPage) -> None:
    plans = page.sections["plans"]
    assert plans.take.text() == "沿用2026年9月写的"
    assert not page.sections["problems"].take.isVisible()
    plans.take.setFocus()
    QTest.keyClick(plans.take, Qt.Key.Key_Return)
    assert plans.text == "九月写的打算。"
    assert plans._state.text() == "沿用2026年9月写的，还没有改"
    assert not plans.take.isVisible()
    save(page)
    assert kept(page) == {"plans": "九月写的打算。"}
    QTest.keyClicks(plans.block, "x")
    assert plans._state.text() == "改过，还没有保存"
    assert plans.take.isVisible()
    plans.block.undo()
    plans.block.undo()
    assert plans.text in ("九月写的打算。", "")


def test_a_section_can_be_begun_from_the_counted_sentences(page: ReportWordsPage) -> None:
    plans = page.sections["plans"]
    plans.begin.click()
    assert "继续抓好" in plans.text
    assert not plans.begin.isVisible()
    assert page.is_altered


def test_numbers_that_differ_are_said_when_the_field_is_left(page: ReportWordsPage) -> None:
    practice = page.sections["practice"]
    type_in(practice, "本月开展协商活动13场，走访企业16家。")
    assert sentences(practice) == []
    page.sections["plans"].block.setFocus()
    assert sentences(practice) == ["这里写协商活动 13 场，本月是 2 场。"]
    notes = [label.text() for label in practice.findChildren(QLabel)]
    assert "没有核对的数：16家" in notes
    assert "有 1 个数和报表里的不一样" in page.status_text
    command = page.commands()["next_problem"]
    assert callable(command)
    command()
    assert practice.block.hasFocus()
    assert practice.block.textCursor().selectedText() == "13场"
    QTest.keyClicks(practice.block, "2")
    practice.block.insertPlainText("场")
    page.sections["plans"].block.setFocus()
    assert sentences(practice) == []


def test_a_number_after_rare_characters_is_still_found(page: ReportWordsPage) -> None:
    practice = page.sections["practice"]
    type_in(practice, "𠮷𡈽村开展协商活动13场。")
    page.sections["plans"].block.setFocus()
    practice.select(practice.findings[0])
    assert practice.block.textCursor().selectedText() == "13场"


def test_another_meeting_is_told_when_it_is_chosen(page: ReportWordsPage) -> None:
    box = page.case._box
    assert box.itemText(0).startswith("自动选：10月12日 电动车集中充电（共识 2 项，办结 1 件）")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    assert "路灯怎么管" in box.currentText()
    box.activated.emit(box.currentIndex())
    assert page.is_altered
    save(page)
    assert "路灯怎么管”开展协商" in paper(page)
    office = page._place.office
    assert office.paragraphs.of(office.calendar.parse(MONTH)).case == page.case.uuid != ""


def test_what_cannot_be_kept_is_said_under_it_and_nothing_is_lost(page: ReportWordsPage) -> None:
    type_in(page.sections["plans"], "好的打算。")
    type_in(page.sections["practice"], "字" * (LONGEST + 5))
    save(page)
    assert kept(page) == {}
    assert "最多 3000 个" in sentences(page.sections["practice"])[0]
    assert "没有保存" in page._strip.text
    assert page.sections["plans"].text == "好的打算。"
    assert page.is_altered
    type_in(page.sections["practice"], "短一些。")
    save(page)
    assert set(kept(page)) == {"plans", "practice"}
    assert page._strip.text == ""


def test_what_is_being_typed_stays_when_something_else_was_written(page: ReportWordsPage) -> None:
    type_in(page.sections["plans"], "还没写完")
    office = page._place.office
    office.paragraphs.save(office.calendar.parse(MONTH), "problems", "别处写的。")
    page.refresh()
    page._place.operations.wait()
    assert page.sections["plans"].text == "还没写完"
    assert page.sections["problems"].text == "别处写的。"


@pytest.mark.parametrize(
    ("answer", "leaves", "text"), [("save", True, "打算。"), ("discard", True, ""), ("", False, "")]
)
def test_leaving_asks_about_what_is_not_saved(
    page: ReportWordsPage, monkeypatch: pytest.MonkeyPatch, answer: str, leaves: bool, text: str
) -> None:
    assert page.can_leave()
    type_in(page.sections["plans"], "打算。")
    monkeypatch.setattr(module, "ask_about_changes", lambda *_: answer)
    assert page.can_leave() is leaves
    assert kept(page).get("plans", "") == text


def test_sections_are_gone_through_by_key(page: ReportWordsPage) -> None:
    page.sections["practice"].block.setFocus()
    seen = []
    for _ in range(4):
        step = page.commands()["next_section"]
        assert callable(step)
        step()
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(next(key for key, section in page.sections.items() if section.isAncestorOf(focus)))
    assert seen == ["case", "problems", "plans", "practice"]


def test_another_period_shows_its_own(page: ReportWordsPage) -> None:
    page.open(period="2026-09")
    page._place.operations.wait()
    assert page.sections["plans"].text == "九月写的打算。"
    assert page.sections["plans"]._state.text() == "自己写的"
    assert not page.is_altered
