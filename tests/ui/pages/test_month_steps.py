"""Each step of the month has its check list; every line leads on, and what is done is done whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.models.periods import Period
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages import home_menu, home_steps, paper_writing
from app.ui.pages.home_page import HomePage
from app.ui.pages.month_enter import EnterView
from app.ui.pages.month_papers import PapersView
from app.ui.pages.month_review import ReviewView
from app.ui.pages.month_send import SendView
from app.ui.pages.page import Page, PageEntry, PageLink
from app.ui.preferences import Preferences
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.step_bar import StepState
from app.ui.window import MainWindow
from app.ui.workplace import Workplace
from tests.office import worked_office
from tests.ui.forms.hands import ALT, CTRL, Hands, Key

MEETING = {"topic": "路灯怎么修", "members": ["周文"], "township": "永兴街道", "people": {"群众代表": 11},
           "research": [{"on": "2026-01-01"}]}  # fmt: skip
VISIT = {"members": ["单小云"], "township": "青山镇", "people_served": 20}


class Elsewhere(Page):
    """A page that notes what it was asked for."""

    def __init__(self, context: Any) -> None:
        super().__init__()
        self.asked: dict[str, Any] = {}

    def open(self, **args: Any) -> None:
        self.asked = args


OTHERS = ("meeting", "visit", "reports", "report_words", "form_meeting", "form_visit", "submissions", "diff")
ENTRIES = (
    PageEntry("month", "month", "本月工作", "本月", "", HomePage),
    *(PageEntry(key, "page", key, key, "", Elsewhere) for key in OTHERS),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = worked_office(tmp_path / "store", _two_months)
    yield made
    made.store.close()


def _two_months(office: Office) -> None:
    """Two months of meetings, two visits that are hard to believe."""
    days = ("2026-09-12", "2026-09-20", "2026-10-12")
    office.records.add("meeting", [MEETING | {"happened_on": day} for day in days])
    office.records.add("visit", [VISIT | {"happened_on": "2026-10-20", "name": "走访养殖户"}])
    for name, day in (("走访小学", "2026-10-22"), ("走访中学", "2026-10-24")):
        office.records.add("visit", [VISIT | {"happened_on": day, "name": name, "people_served": 620}])


@pytest.fixture
def october(office: Office) -> Period:
    return office.calendar.parse("2026-10")


@pytest.fixture
def september(office: Office) -> Period:
    return office.calendar.parse("2026-09")


@pytest.fixture
def window(
    office: Office, appearance: Appearance, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(paper_writing, "documents_folder", lambda: tmp_path / "文档")
    operations = Operations()
    place = Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json"))
    made = MainWindow(appearance, operations, ENTRIES, place, clock=office.clock)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    yield made
    operations.finish()


class Desk(Hands):
    """The first page, waited for."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def page(self) -> HomePage:
        assert isinstance(self.window.page, HomePage)
        return self.window.page

    @property
    def elsewhere(self) -> tuple[str, dict[str, Any]]:
        """The key of the page gone to and what it was asked for."""
        assert self.window.here is not None
        assert isinstance(self.window.page, Elsewhere)
        return self.window.here.page, self.window.page.asked

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            self._qtbot.waitUntil(lambda: self.window._operations.is_idle and self._is_read, timeout=20_000)

    @property
    def _is_read(self) -> bool:
        page = self.window.page
        return not isinstance(page, HomePage) or page.month.doubts.matters is not None

    def go(self, step: str = "", month: str = "2026-10") -> Any:
        """A step's list, or the numbers."""
        self.window.go(PageLink("month", {"month": month, "step": step}))
        self.settle()
        return self.page.stage.view

    def do(self, key: Key, *held: Any) -> None:
        self.press(key, *held)
        self.settle()


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> Desk:
    return Desk(window, qtbot)


def test_steps_open_by_keys_and_escape_leads_back(desk: Desk) -> None:
    desk.go()
    desk.page.steps.setFocus()
    desk.do(Key.Key_Right)
    desk.do(Key.Key_Return)
    view = desk.page.stage.view
    assert isinstance(view, EnterView | ReviewView | PapersView | SendView)
    assert desk.page.stage.key == "make"
    desk.do(Key.Key_Escape)
    assert desk.page.stage.view is None
    assert desk.page.work.isVisible()


def test_the_key_of_the_first_page_leads_out_of_a_step(desk: Desk) -> None:
    desk.go("check")
    desk.do(Key.Key_1, CTRL)
    assert desk.page.stage.key == ""


def test_back_from_a_record_is_the_list_where_it_was(desk: Desk) -> None:
    view = desk.go("check")
    assert isinstance(view, ReviewView)
    desk.press(Key.Key_Down)
    line = view.matters.current
    assert line is not None
    desk.do(Key.Key_Return)
    assert desk.elsewhere
    desk.window.back()
    desk.settle()
    assert desk.page.stage.key == "check"
    assert view.matters.current == line
    assert view.matters.hasFocus()


# 填报


def test_step_and_list_tell_the_same_number_with_plans_apart(desk: Desk, office: Office) -> None:
    office.records.add("visit", [{"name": "下周走访", "happened_on": "2026-10-30"}], draft=True)
    view = desk.go("enter")
    assert isinstance(view, EnterView)
    step = home_steps.steps_of(desk.page.month.progress)[0]
    there = next(each for each in view.matters.sections if each.key == "there")
    assert step.note.startswith("4 条记录")
    assert there.count == "4 条，计划 1 条"


def test_what_blocks_and_who_is_silent_stand_side_by_side(desk: Desk, office: Office) -> None:
    office.records.add("visit", [{"name": "走访卫生院", "happened_on": "2026-10-17"}], draft=True)
    view = desk.go("enter")
    assert isinstance(view, EnterView)
    assert view.matters.current is not None
    assert view.matters.current.title == "走访卫生院"
    assert desk.page.head.primary.text() == "去补 1 条"
    kinds = [(matter.when, matter.title, matter.text) for matter in view.matters.matters[1:]]
    assert kinds == [("1 场", "协商活动", "都填齐了"), ("4 次", "委员走访", "1 条没填完")]
    silent = [line.cell("label").text for line in view.silent.lines]
    assert "大河镇" in silent
    assert "永兴街道" not in silent
    desk.page.head.beside.click()
    assert "大河镇" in QApplication.clipboard().text()
    view.silent.setFocus()
    desk.do(Key.Key_Return)
    assert desk.page.reporting.segments.current == "silent"


# 审核


def test_a_review_says_who_and_is_asked_again_after_a_change(
    desk: Desk, office: Office, october: Period
) -> None:
    view = desk.go("check")
    assert isinstance(view, ReviewView)
    view.by.setText("何正云")
    view.remark.setFocus()
    desk.type("数都对过了")
    desk.do(Key.Key_Return, CTRL)
    found = office.month_end.reviewed(october)
    assert found is not None
    assert (found.by, found.note) == ("何正云", "数都对过了")
    assert desk.page.head.primary.text() == "出表"
    office.records.add("visit", [VISIT | {"happened_on": "2026-10-23", "name": "走访大学"}])
    desk.page.refresh()
    desk.settle()
    assert view.told.text() == "何正云 10月28日通过，以后又改了 1 条记录。"
    assert desk.page.head.primary.text() == "审核通过"


def test_nobody_passes_a_month_without_a_name_or_with_drafts(desk: Desk, office: Office) -> None:
    view = desk.go("check")
    assert isinstance(view, ReviewView)
    view.by.clear()
    view.load()
    desk.settle()
    assert desk.page.head.primary.toolTip().startswith("请先写审核人")
    office.records.add("meeting", [{"topic": "没写完", "happened_on": "2026-10-14"}], draft=True)
    desk.page.refresh()
    desk.settle()
    assert desk.page.head.primary.text() == "去补 1 条"
    assert view.matters.matters[0].title == "没写完"


def test_a_review_is_taken_back_from_the_menu(desk: Desk, office: Office, october: Period) -> None:
    office.month_end.review(october, "何正云")
    desk.go()
    menu = desk.page.head.more
    assert not menu.actions_by_key[home_menu.RETURN].isEnabled()
    menu.actions_by_key[home_menu.WITHDRAW].trigger()
    desk.settle()
    assert office.month_end.reviewed(october) is None
    assert desk.page.head.primary.text() == "去核对"


def test_numbers_in_own_paragraphs_lead_to_them(desk: Desk, office: Office, october: Period) -> None:
    office.paragraphs.save(october, "practice", "本月开展协商活动9场。")
    view = desk.go("check")
    assert isinstance(view, ReviewView)
    view.go_to("words")
    assert view.matters.current is not None
    assert "9场" in view.matters.current.title.replace(" ", "")
    desk.do(Key.Key_Return)
    assert desk.elsewhere == ("report_words", {"period": "2026-10"})


# 补报


@pytest.fixture
def moved(office: Office, september: Period) -> Office:
    """September went up, and lost one of its meetings afterwards."""
    office.submissions.submit(september)
    uuids = office.figures.records("meetings", september)
    office.records.delete("meeting", [uuids[0].uuid], reason="和另一场重复录入")
    return office


def test_what_was_put_right_is_marked_and_leads_to_its_list(moved: Office, desk: Desk) -> None:
    desk.go()
    cell = desk.page.work.numbers.lines[0].cell("current")
    assert (cell.text, cell.note) == ("0", "补 −1")
    assert cell.tip == "本月发生 1，其中补报更正 −1"
    desk.page.work.late.click()
    desk.settle()
    view = desk.page.stage.view
    assert isinstance(view, ReviewView)
    assert view.matters.current is not None
    assert view.matters.current.text.startswith("删除：协商活动 −1 场")
    assert "和另一场重复录入" in view.matters.current.text


def test_a_month_that_is_no_longer_what_was_sent_says_so(moved: Office, desk: Desk) -> None:
    desk.go(month="2026-09")
    assert desk.page.strip.text == "10月28日已报送（报 1）。协商活动报出 2 场，现在是 1 场，差在 1 条。"
    assert [step.state for step in desk.page.steps._steps] == [StepState.CLOSED] * 4
    desk.page.strip.acted.emit()
    assert desk.elsewhere == ("diff", {"a": "1", "b": "2026-09"})


# 出表


def test_papers_are_written_all_at_once_and_lead_to_their_preview(desk: Desk, tmp_path: Path) -> None:
    view = desk.go("make")
    assert isinstance(view, PapersView)
    desk.do(Key.Key_Return)
    assert desk.page.status_text == "还没有出表，先按“出表”"
    desk.do(Key.Key_Return, CTRL)
    assert desk.page.status_text == "写好了 3 个文件"
    assert len(list((tmp_path / "文档").rglob("*.*x"))) == 3
    states = {line.cell("state").status.text for line in view.table.lines}  # type: ignore[union-attr]
    assert states == {"已出"}
    desk.press(Key.Key_Down)
    desk.do(Key.Key_Return)
    assert desk.elsewhere == ("reports", {"period": "2026-10", "paper": "报审单"})


def test_a_writing_that_is_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    view = desk.go("make")
    assert isinstance(view, PapersView)
    view.act()
    assert desk.page.head.beside.text() == "取消"
    desk.page.head.beside.click()
    desk.settle()
    assert desk.page.status_text == "停下了，没有留下文件"
    assert not list((tmp_path / "文档").rglob("*.*x"))
    assert desk.page.head.beside.text() == "打开所在文件夹"


def test_a_folder_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "文档").write_text("一个文件占着这个名字", encoding="utf-8")
    view = desk.go("make")
    desk.do(Key.Key_Return, CTRL)
    assert view.strip.text
    assert desk.page.head.primary.isEnabled()


# 报送


def test_drafts_block_with_a_sentence(desk: Desk, office: Office) -> None:
    office.records.add("meeting", [{"topic": "没写完", "happened_on": "2026-10-14"}], draft=True)
    view = desk.go("send")
    assert isinstance(view, SendView)
    assert view.prepare.clean.text() == "10月还有 1 条没填完，补完再报送。"
    assert desk.page.head.primary.text() == "去补 1 条"
    view.act()
    desk.settle()
    assert office.submissions.all() == ()


def test_what_does_not_agree_has_to_be_known_with_a_word_why(desk: Desk, office: Office) -> None:
    view = desk.go("send")
    assert isinstance(view, SendView)
    tick = view.prepare.known.ticks[0]
    assert tick.accessibleName() == "已知：还没有审核"
    assert "*" in [each.text() for each in view.prepare.known.findChildren(QLabel) if each.isVisible()]
    assert desk.page.head.primary.toolTip().startswith("还有 1 处没有勾“已知”")
    tick.setFocus()
    desk.press(Key.Key_Space)
    assert desk.page.head.primary.toolTip().startswith("请写为什么照报")
    view.prepare.known.why.setFocus()
    desk.type("主席出差，电话说过")
    desk.do(Key.Key_Return, CTRL)
    assert office.submissions.get(1).note == "已知：还没有审核。主席出差，电话说过"
    assert not view.prepare.isVisible()
    assert view.sent.isVisible()


def test_after_a_return_everything_is_to_be_known_anew(desk: Desk, office: Office, october: Period) -> None:
    view = desk.go("send")
    assert isinstance(view, SendView)
    view.prepare.known.ticks[0].click()
    view.prepare.known.why.setText("主席出差，电话说过")
    view.prepare.remark.setText("纸质件随后送")
    desk.do(Key.Key_Return, CTRL)
    office.month_end.reopen(october, "青山镇多报了一场")
    desk.page.refresh()
    desk.settle()
    assert [tick.isChecked() for tick in view.prepare.known.ticks] == [False]
    assert (view.prepare.known.why.text(), view.prepare.remark.text()) == ("", "")
    assert desk.page.head.primary.toolTip().startswith("还有 1 处没有勾“已知”")
    assert not desk.page.head.primary.isEnabled()
    assert view.unsaved() == {}
    view.keeping.keep()
    desk.window._operations.keeper.wait()
    assert office.store.unsaved.names() == []


def test_figures_stand_beside_what_the_month_before_reported(moved: Office, desk: Desk) -> None:
    view = desk.go("send")
    assert isinstance(view, SendView)
    cells = view.table.lines[0].cells
    assert [cells[key].text for key in ("label", "current", "late", "previous", "to_date")] == [
        "协商活动", "0", "−1", "2", "2"
    ]  # fmt: skip
    assert "上期报的" in [column.title for column in view.table._columns]
    view.table.setFocus()
    desk.do(Key.Key_Right)


def test_a_scan_that_vanished_leaves_nothing_half_done(desk: Desk, office: Office, tmp_path: Path) -> None:
    office.month_end.review(office.calendar.parse("2026-10"), "何正云")
    scan = tmp_path / "盖章.png"
    Image.new("RGB", (9, 9)).save(scan)
    view = desk.go("send")
    assert isinstance(view, SendView)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    assert view.scan.take_from(data)
    scan.unlink()
    desk.do(Key.Key_Return, CTRL)
    assert "盖章.png" in view.strip.text
    assert office.submissions.all() == ()
    assert desk.page.head.primary.text() == "报送市政协"
    assert desk.page.head.primary.isEnabled()


def test_a_scan_can_come_later(desk: Desk, office: Office, tmp_path: Path) -> None:
    october = office.calendar.parse("2026-10")
    office.submissions.submit(october)
    view = desk.go("send")
    assert isinstance(view, SendView)
    scan, text = tmp_path / "盖章.png", tmp_path / "盖章.txt"
    Image.new("RGB", (9, 9)).save(scan)
    text.write_text("不是图", encoding="utf-8")
    view.scan.take(text)
    assert "不是图片" in view.strip.text
    view.scan.take(scan)
    desk.settle()
    assert view.strip.text == ""
    assert "盖章.png" in view.sent.scans.text()
    assert len([file for file in office.submissions.get(1).files if file.name == "盖章.png"]) == 1


def test_an_empty_month_goes_up_as_a_zero_report(desk: Desk, office: Office) -> None:
    desk.go(month="2026-08")
    link = desk.page.work.empty.findChild(HintButton, "zero")
    assert isinstance(link, HintButton)
    link.click()
    desk.settle()
    assert desk.page.head.primary.text() == "报零报告"
    desk.page.head.primary.setFocus()
    desk.do(Key.Key_Return, CTRL)
    sent = office.submissions.get(1)
    assert sent.is_zero
    view = desk.page.stage.view
    assert isinstance(view, SendView)
    assert view.table.hasFocus()
    labels = [child.text() for child in view.sent.findChildren(type(view.foot))]
    assert "报 1，零报告" in labels


def test_a_month_still_to_come_cannot_go_up(desk: Desk) -> None:
    view = desk.go("send", month="2026-12")
    assert isinstance(view, SendView)
    assert "还没有到，不能报送" in view.prepare.clean.text()
    assert not desk.page.head.primary.isEnabled()


@pytest.mark.parametrize("step", ["enter", "check", "make", "send"])
def test_months_change_below_a_step(desk: Desk, step: str) -> None:
    view = desk.go(step)
    QTest.keyClick(desk.window, Key.Key_Left, ALT)
    desk.settle()
    assert desk.page.stage.view is view
    assert desk.page.period is not None
    assert desk.page.period.key == "2026-09"


def test_an_empty_month_seen_in_large_type_does_not_widen_the_others(
    desk: Desk, appearance: Appearance
) -> None:
    appearance.set_base(14)
    desk.go(month="2026-08")
    desk.window.go(PageLink("meeting"))
    appearance.set_base(10)
    desk.go()
    assert desk.page.work.horizontalScrollBar().maximum() == 0
