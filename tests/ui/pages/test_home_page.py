"""The first page leads from the month's state to its records, by mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.figures import Figures
from app.services.office import Office
from app.services.reporting import Sort, State
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.figure_records import FigureRecordsPage
from app.ui.pages.home_head import REPORTING, WORK
from app.ui.pages.home_page import HomePage
from app.ui.pages.home_rules import RulesDialog
from app.ui.pages.home_table import TICK
from app.ui.pages.page import Page, PageEntry, PageLink
from app.ui.preferences import Preferences
from app.ui.theme import Look
from app.ui.widgets.hint_button import HintButton
from app.ui.widgets.step_bar import StepState
from app.ui.window import MainWindow
from app.ui.workplace import Workplace
from tests.office import small_office
from tests.services.test_changing_figures import Disturbed

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
DRAFTED = {"topic": "充电桩建在哪", "happened_on": "2026-10-14", "township": "永兴街道"}


class Elsewhere(Page):
    """A page that notes what it was asked for."""

    def __init__(self, context: Any) -> None:
        super().__init__()
        self.asked: dict[str, Any] = {}

    def open(self, **args: Any) -> None:
        self.asked = args


OTHERS = ("meeting", "visit", "reports", "settings", "form_meeting", "form_visit", "form_studio_activity",
          "submissions", "diff")  # fmt: skip
ENTRIES = (
    PageEntry("month", "month", "本月工作", "本月", "", HomePage),
    *(PageEntry(key, "page", key, key, "", Elsewhere) for key in OTHERS),
    PageEntry("figure", "page", "", "", "", FigureRecordsPage, under="month"),
)


def filled(folder: Path) -> Office:
    """An office with three months of meetings and two visits, one of them hard to believe."""
    made = small_office(folder)
    meeting = {"topic": "路灯怎么修", "members": ["周文"], "township": "永兴街道", "people": {"群众代表": 11},
               "research": [{"on": "2026-01-01"}]}  # fmt: skip
    made.records.add("meeting", [meeting | {"happened_on": f"2026-{m:02d}-12"} for m in (7, 9, 9, 10)])
    visit = {"members": ["单小云"], "township": "青山镇", "people_served": 20}
    made.records.add("visit", [visit | {"happened_on": "2026-10-20", "name": "走访养殖户"}])
    made.records.add(
        "visit", [visit | {"happened_on": "2026-10-22", "name": "走访小学", "people_served": 620}]
    )
    return made


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The office of all tests that only look."""
    made = filled(tmp_path_factory.mktemp("looked_at"))
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, list[str]]]:
    """The same with two records that block the month."""
    made = filled(tmp_path_factory.mktemp("drafted"))
    visit = {"name": "走访卫生院", "happened_on": "2026-10-17", "members": ["单小云"]}
    found = [
        *made.records.add("meeting", [DRAFTED], draft=True),
        *made.records.add("visit", [visit], draft=True),
    ]
    yield made, [record.uuid for record in found]
    made.store.close()


@pytest.fixture
def drafts(drafted: tuple[Office, list[str]]) -> list[str]:
    """The uuids of the two that block."""
    return drafted[1]


@pytest.fixture
def written() -> None:
    """The test writes, so it has an office of its own."""


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    if "written" in request.fixturenames:
        made = filled(tmp_path)
        yield made
        made.store.close()
    elif "drafts" in request.fixturenames:
        yield request.getfixturevalue("drafted")[0]
    else:
        yield request.getfixturevalue("looked_at")


@pytest.fixture
def window(office: Office, appearance: Appearance, qtbot: QtBot) -> Iterator[MainWindow]:
    operations = Operations()
    place = Workplace(office, operations, appearance, Preferences(office.store.folder.appearance))
    made = MainWindow(appearance, operations, ENTRIES, place, clock=office.clock)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    yield made
    operations.finish()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> HomePage:
    return gone_to(window, qtbot)


def gone_to(window: MainWindow, qtbot: QtBot, **args: Any) -> HomePage:
    """The first page, with its doubts found."""
    window.go(PageLink("month", args))
    return settled(window, qtbot)


def settled(window: MainWindow, qtbot: QtBot) -> HomePage:
    page = window.page
    assert isinstance(page, HomePage)
    qtbot.waitUntil(lambda: window._operations.is_idle and page.month.doubts.matters is not None)
    return page


def elsewhere(window: MainWindow) -> tuple[str, dict[str, Any]]:
    """The key of the page gone to and what it was asked for."""
    assert window.here is not None
    assert isinstance(window.page, Elsewhere)
    return window.here.page, window.page.asked


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def double_click(table: QWidget, place: QPoint) -> None:
    QTest.mouseClick(table, LEFT, pos=place)
    QTest.mouseDClick(table, LEFT, pos=place)


# where the month is


def test_the_steps_say_where_the_month_is(drafts: list[str], page: HomePage) -> None:
    steps = page.steps._steps
    assert [(step.title, step.note) for step in steps] == [
        ("填报", "5 条记录，2 条没填完"),
        ("审核", "2 处请看一看"),
        ("出表", "工作小结和统计表，还没出"),
        ("报送", "11月10日前，还有 13 天"),
    ]
    assert [step.state for step in steps] == [StepState.HERE, *[StepState.TODO] * 3]
    assert page.head.primary.text() == "去补 2 条"


def test_enter_on_the_first_page_leads_to_the_first_thing_to_mend(
    drafts: list[str], page: HomePage, window: MainWindow
) -> None:
    assert page.head.primary.hasFocus()
    press(Qt.Key.Key_Return)
    link = {"uuid": drafts[0], "siblings": (drafts[0],), "given": {}, "field": "members"}
    assert elsewhere(window) == ("form_meeting", link)


def test_the_filled_button_goes_on_with_the_month(page: HomePage, window: MainWindow, qtbot: QtBot) -> None:
    assert page.head.primary.text() == "去核对"
    page.head.primary.click()
    assert page.stage.key == "check"
    settled(window, qtbot)
    assert page.head.primary.text() == "审核通过"
    assert page.steps._steps[1].state is StepState.HERE
    press(Qt.Key.Key_Escape)
    assert page.stage.key == ""
    assert page.head.primary.hasFocus()


def test_a_review_is_to_be_made_again_when_records_change(
    written: None, page: HomePage, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    office.month_end.review(office.calendar.parse("2026-10"), by="何正云")
    page.refresh()
    assert page.steps._steps[1].note == "何正云 10月28日通过"
    assert page.head.primary.text() == "出表"
    office.records.add("visit", [{"name": "走访中学", "happened_on": "2026-10-23", "township": "青山镇",
                                  "members": ["单小云"], "people_served": 700}])  # fmt: skip
    page.refresh()
    settled(window, qtbot)
    assert page.steps._steps[1].note == "改了 1 条，要重新核对"
    assert page.head.primary.text() == "重新核对"


def test_once_written_the_month_goes_to_be_reported(
    written: None, page: HomePage, window: MainWindow, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    october = office.calendar.parse("2026-10")
    office.month_end.review(october)
    office.reports.export(october, tmp_path / "out")
    page.refresh()
    settled(window, qtbot)
    assert page.steps._steps[2].note == "已出 3 份，和记录一致"
    assert page.head.primary.text() == "报送市政协…"
    page.head.primary.click()
    assert page.stage.key == "send"
    settled(window, qtbot)


def test_the_badge_counts_the_month_the_program_opens_with(
    drafts: list[str], page: HomePage, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.pending_changed) as said:
        gone_to(window, qtbot, month="2026-08")
    assert said.args == [2]


def test_months_change_by_key_and_come_back(page: HomePage, window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert page.head.stepper.text == "2026年9月"
    assert page.work.numbers.lines[0].cell("current").text == "2"
    back = next(b for b in page.head.findChildren(HintButton) if b.text() == "回到 10月")
    back.click()
    settled(window, qtbot)
    assert page.period is not None
    assert page.period.key == "2026-10"
    assert back.isHidden()


# numbers


def test_numbers_stand_beside_last_month(page: HomePage) -> None:
    cells = page.work.numbers.lines[0].cells
    shown = [cells[key].text for key in ("heading", "label", "unit", "current", "previous", "change")]
    assert shown == ["协商在基层", "协商活动", "场", "1", "2", "−1"]
    assert (cells["last_year"].text, cells["last_year"].opens) == ("—", False)
    assert cells["to_date"].text == "4"


@pytest.mark.parametrize(
    ("column", "period"),
    [("current", "2026-10"), ("previous", "2026-09"), ("to_date", "2026-01-01..2026-10-31")],
)
def test_a_double_click_opens_the_records_of_a_number(
    page: HomePage, window: MainWindow, column: str, period: str
) -> None:
    table = page.work.numbers
    double_click(table.viewport(), table.rect_of(0, column).center())
    assert window.here == PageLink("figure", {"figure": "meetings", "period": period})


def test_one_click_on_a_change_asks_what_differs(page: HomePage, window: MainWindow) -> None:
    table = page.work.numbers
    QTest.mouseClick(table.viewport(), LEFT, pos=table.rect_of(0, "change").center())
    asked = {"a": "2026-09", "b": "2026-10", "figure": "meetings", "reported": True}
    assert elsewhere(window) == ("diff", asked)


def test_a_double_click_on_what_is_not_known_opens_nothing(page: HomePage, window: MainWindow) -> None:
    table = page.work.numbers
    double_click(table.viewport(), table.rect_of(0, "change_on_year").center())
    double_click(table.viewport(), table.rect_of(0, "last_year").center())
    assert window.page is page


def test_a_bar_opens_its_own_month(page: HomePage, window: MainWindow) -> None:
    table = page.work.numbers
    rect = table.rect_of(0, "months")
    double_click(table.viewport(), QPoint(rect.right() - 12, rect.center().y()))
    assert window.here == PageLink("figure", {"figure": "meetings", "period": "2026-10"})


def test_numbers_are_walked_through_by_keyboard(page: HomePage, window: MainWindow) -> None:
    page.work.numbers.setFocus()
    for key in (Qt.Key.Key_Down, *[Qt.Key.Key_Right] * 3, Qt.Key.Key_Return):
        press(key)  # the same month of last year is not known: after 增减 comes 今年累计
    link = PageLink("figure", {"figure": "attendance_total", "period": "2026-01-01..2026-10-31"})
    assert window.here == link


def test_tooltips_tell_the_rule_and_the_months(page: HomePage) -> None:
    table = page.work.numbers
    assert table.tip_at(table.rect_of(0, "label").center()).startswith("期内开展的协商活动")
    rect = table.rect_of(0, "months")
    assert table.tip_at(QPoint(rect.right() - 12, rect.center().y())) == "2026年10月 1 场"


def test_the_rules_are_shown_in_words(page: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[RulesDialog] = []
    monkeypatch.setattr(RulesDialog, "exec", lambda dialog: shown.append(dialog))
    page.work._heading.link_pressed.emit()
    words = [label.text() for label in shown[0].findChildren(QWidget) if hasattr(label, "text")]
    assert "各场合计人数相加" in words


def test_the_bars_give_way_first(window: MainWindow, page: HomePage, appearance: Appearance) -> None:
    assert "months" in page.work.numbers.shown
    appearance.set_base(14)
    window.resize(1366, 697)
    QApplication.processEvents()
    assert page.work.numbers.shown[-1] == "to_date"
    table = page.work.numbers
    for key in table.shown:
        column = next(column for column in table._columns if column.key == key)
        room = table.rect_of(0, key).width() - 16
        assert appearance.theme.metrics().horizontalAdvance(column.title) <= room, key


def test_a_wide_and_high_window_shows_what_was_entered_last(
    drafts: list[str], window: MainWindow, page: HomePage
) -> None:
    assert not page.work.recent.isVisible()
    window.resize(1920, 1009)
    QApplication.processEvents()
    assert page.work.recent.isVisible()
    first = page.work.recent.lines[0].cells
    assert first["at"].text == "今天 14:03"
    status = {line.cell("title").text: line.cell("status").status for line in page.work.recent.lines}
    mended = status["走访卫生院"]
    assert mended is not None
    assert mended.text == "缺 1 处"
    window.resize(1366, 697)
    QApplication.processEvents()
    assert not page.work.recent.isVisible()


# what is left


def test_matters_lead_to_their_records(drafts: list[str], page: HomePage, window: MainWindow) -> None:
    found = page.work.matters
    assert [matter.title for matter in found.matters][:3] == ["充电桩建在哪", "走访卫生院", "走访小学"]
    rect = found.rect_of(found.matters[2])
    QTest.mouseClick(found.viewport(), LEFT, pos=rect.center())
    assert elsewhere(window)[0] == "form_visit"


def test_matters_are_walked_through_by_keyboard(
    drafts: list[str], page: HomePage, window: MainWindow
) -> None:
    page.work.matters.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    link = {"uuid": drafts[1], "siblings": (drafts[1],), "given": {}, "field": "people_served"}
    assert elsewhere(window) == ("form_visit", link)


def test_quiet_studios_lead_to_who_has_reported(page: HomePage, window: MainWindow, qtbot: QtBot) -> None:
    quiet = page.work.matters.matters[-1]
    assert quiet.title == "1 个工作室还没有活动"
    page.work.matters.opened.emit(quiet)
    settled(window, qtbot)
    assert page.tab == REPORTING
    assert page.reporting.segments.current == Sort.STUDIO


def test_nothing_left_to_do_is_said(page: HomePage) -> None:
    assert page.work.matters._sections[0].rest == "10月的都补齐了"
    assert page.work.matters._sections[0].matters == ()


def test_a_saved_record_shows_at_once(
    written: None, page: HomePage, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window._operations.run(lambda: office.records.add("meeting", [DRAFTED], draft=True))
    qtbot.waitUntil(lambda: page.head.primary.text() == "去补 1 条")
    settled(window, qtbot)


def test_the_three_buttons_start_records(page: HomePage, window: MainWindow) -> None:
    button = page.work.buttons["studio_activity"]
    button.click()
    assert elsewhere(window) == ("form_studio_activity", {"uuid": None, "siblings": (), "given": {}})


def test_an_empty_month_says_how_to_fill_it(page: HomePage, window: MainWindow, qtbot: QtBot) -> None:
    gone_to(window, qtbot, month="2026-08")
    assert page.work.empty.isVisible()
    assert not page.work.numbers.isVisible()
    assert page.head.primary.isHidden()
    buttons = {b.objectName(): b for b in page.work.empty.findChildren(HintButton) if b.objectName()}
    assert buttons["meeting"].hasFocus()
    assert buttons["newest"].text() == "看 7月的 1 条"
    buttons["newest"].click()
    settled(window, qtbot)
    assert page.period is not None
    assert page.period.key == "2026-07"
    assert page.work.numbers.isVisible()


# 本月报送


@pytest.fixture
def reporting(window: MainWindow, qtbot: QtBot) -> HomePage:
    return gone_to(window, qtbot, tab=REPORTING)


def place_of(page: HomePage, label: str) -> int:
    return next(n for n, line in enumerate(page.reporting.table.lines) if line.cell("label").text == label)


def state_of(page: HomePage, label: str) -> State:
    return next(row.state for row in page.reporting.rows if row.label == label)


def test_zero_reports_by_one_key_and_back(
    written: None, reporting: HomePage, window: MainWindow, qtbot: QtBot
) -> None:
    table = reporting.reporting.table
    assert table.hasFocus()
    table.go_to(place_of(reporting, "大河镇"))
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: state_of(reporting, "大河镇") is State.ZERO)
    assert reporting.status_text == "登记了 1 个零报告"
    assert window.status.action.isVisible()
    settled(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: state_of(reporting, "大河镇") is State.SILENT)
    settled(window, qtbot)
    assert reporting.status_text == "撤掉了 1 个零报告"
    assert window.status.action.isHidden()


def test_zero_reports_of_all_that_are_ticked(
    written: None, reporting: HomePage, window: MainWindow, qtbot: QtBot
) -> None:
    table = reporting.reporting.table
    for label in ("大河镇", "永兴街道", "提案委员会"):
        table.go_to(place_of(reporting, label))
        press(Qt.Key.Key_Space)
    assert reporting.reporting._picked.text() == "选中 3 个单位，2 个没有报"
    reporting.head.beside.click()
    qtbot.waitUntil(lambda: state_of(reporting, "提案委员会") is State.ZERO)
    settled(window, qtbot)
    assert state_of(reporting, "大河镇") is State.ZERO
    assert state_of(reporting, "永兴街道") is State.REPORTED
    assert len(table.ticked) == 3
    press(Qt.Key.Key_Escape)
    assert not table.ticked


def test_the_same_key_takes_a_zero_report_back(
    written: None, reporting: HomePage, window: MainWindow, qtbot: QtBot
) -> None:
    table = reporting.reporting.table
    table.go_to(place_of(reporting, "大河镇"))
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: reporting.head.beside.text() == "撤掉零报告")
    settled(window, qtbot)
    assert table.current == place_of(reporting, "大河镇")
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: state_of(reporting, "大河镇") is State.SILENT)
    settled(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: state_of(reporting, "大河镇") is State.ZERO)
    settled(window, qtbot)


def test_who_has_reported_gets_no_zero_report(reporting: HomePage, office: Office) -> None:
    reporting.reporting.table.go_to(place_of(reporting, "永兴街道"))
    assert not reporting.head.beside.isEnabled()
    assert reporting.head.beside.toolTip().startswith("永兴街道已经报了")
    press(Qt.Key.Key_F7)
    assert office.count("zero_report") == 0


def test_the_reminder_goes_to_the_clipboard(reporting: HomePage) -> None:
    reporting.reporting.table.setFocus()
    press(Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert text.startswith("【示例县政协】2026年10月")
    assert "大河镇" in text
    assert "永兴街道" not in text
    reporting.reporting.table.tick([place_of(reporting, "提案委员会"), place_of(reporting, "永兴街道")])
    press(Qt.Key.Key_C, CONTROL)
    assert "大河镇" not in QApplication.clipboard().text()
    assert reporting.status_text.startswith("催报文字已复制，1 个单位没有报")


def test_the_keys_of_reporting_do_nothing_on_the_other_tab(
    reporting: HomePage, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    reporting.reporting.table.go_to(place_of(reporting, "大河镇"))
    page = gone_to(window, qtbot, tab=WORK)
    QApplication.clipboard().setText("原来的")
    page.work.numbers.setFocus()
    press(Qt.Key.Key_C, CONTROL)
    press(Qt.Key.Key_F7)
    assert QApplication.clipboard().text() == "原来的"
    assert office.count("zero_report") == 0


def test_segments_narrow_the_rows(reporting: HomePage) -> None:
    view = reporting.reporting
    assert [option.text for option in view.segments.options][1:4] == ["乡镇 3", "专委会 8", "工作室 1"]
    QTest.mouseClick(view.segments, LEFT, pos=view.segments.rects()[-1].center())
    assert view.segments.current == "silent"
    assert all(row.state is State.SILENT for row in view._shown)
    assert len(view._shown) == 10
    assert len(view.rows) == 12


def test_a_count_opens_its_records(reporting: HomePage, window: MainWindow, office: Office) -> None:
    table = reporting.reporting.table
    place = place_of(reporting, "青山镇")
    double_click(table.viewport(), table.rect_of(place, "visit").center())
    where, asked = elsewhere(window)
    assert where == "visit"
    assert (asked["kind"], len(asked["uuids"]), asked["words"]) == ("visit", 2, "青山镇10月")


def test_a_tick_is_a_click(reporting: HomePage, window: MainWindow) -> None:
    table = reporting.reporting.table
    place = QPoint(10, table.rect_of(1, "label").center().y())
    assert table._at(place)[1] == TICK
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    assert table.ticked == (1,)
    press(Qt.Key.Key_A, CONTROL)
    assert len(table.ticked) == 12


def test_tabs_keep_the_month_and_say_their_keys(
    reporting: HomePage, window: MainWindow, qtbot: QtBot
) -> None:
    assert "F7" in reporting.status_text
    assert reporting.head.primary.text() == "复制催报"
    QTest.keyClick(reporting.head.tabs, Qt.Key.Key_Left)
    assert reporting.tab == WORK
    assert reporting.head.beside.text() == "本月材料"
    reporting.head.beside.click()
    assert elsewhere(window) == ("reports", {"period": "2026-10"})


def test_new_settings_are_taken_over(
    written: None, page: HomePage, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    window._operations.run(lambda: office.change_settings({"report_by_day": 5, "visit_label": "联系群众"}))
    qtbot.waitUntil(lambda: page.steps._steps[3].note.startswith("11月5日前"))
    settled(window, qtbot)
    assert page.work.numbers.lines[4].cell("heading").text == "联系群众"


@pytest.mark.parametrize("look", [Look.DARK, Look.CONTRAST])
def test_the_page_paints_in_every_look(
    page: HomePage, window: MainWindow, appearance: Appearance, qtbot: QtBot, look: Look
) -> None:
    appearance.set_look(look)
    page.work.numbers.setFocus()
    assert not window.grab().isNull()
    gone_to(window, qtbot, tab=REPORTING)
    page.reporting.table.tick([0, 3])
    assert not window.grab().isNull()


# the records behind a number


@pytest.fixture
def behind(window: MainWindow) -> Any:
    def shown(**args: Any) -> FigureRecordsPage:
        window.go(PageLink("figure", args))
        assert isinstance(window.page, FigureRecordsPage)
        return window.page

    return shown


def test_lines_add_up_to_the_number(behind: Any, office: Office) -> None:
    view = behind(figure="people_served", period="2026-10")
    assert view.heading._title.text() == "服务群众 640 人次"
    assert [line.amount for line in view.shown] == [20, 620]
    assert view.note.text() == "口径：各次走访的服务群众人次相加。"
    first = view.table.lines[0].cells
    assert (first["day"].text, first["title"].text, first["amount"].text) == (
        "10-20 周二",
        "走访养殖户",
        "20",
    )


def test_a_figure_that_goes_while_its_records_are_read_is_of_one_moment(
    written: None, behind: Any, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = office.own_figures.add({"label": "本会走访", "source": "visit", "unit": "次"}).key
    view = behind(figure=key, period="2026-10")
    assert len(view.shown) == 2
    figures = Disturbed(office.store, office.calendar)
    figures.left, figures.change = 1, partial(office.own_figures.retire, key)
    monkeypatch.setattr(Office, "figures", property(lambda _: figures))
    view.refresh()
    figures.end()
    assert len(view.shown) == 2
    view.refresh()
    assert view.shown == ()


def test_enter_opens_the_record_and_escape_goes_back(page: HomePage, behind: Any, window: MainWindow) -> None:
    view = behind(figure="people_served", period="2026-10")
    assert view.table.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    uuids = [line.uuid for line in view.shown]
    assert elsewhere(window) == ("form_visit", {"uuid": uuids[1], "siblings": tuple(uuids), "given": {}})
    window.back()
    assert window.page is view
    press(Qt.Key.Key_Escape)
    assert window.page is page


def test_a_ratio_shows_its_two_numbers_apart(behind: Any, office: Office) -> None:
    view = behind(figure="visit_cover_rate", period="2026-10")
    assert [option.text for option in view.parts.options] == ["参加走访委员 1 人", "委员总数 12 名"]
    assert view.heading._note.text() == "走访覆盖率 8.3% = 参加走访委员 1 人 ÷ 委员总数 12 名"
    assert {line.kind for line in view.shown} == {"visit"}
    assert "相加会多" in view.note.text()
    QTest.mouseClick(view.parts, LEFT, pos=view.parts.rects()[1].center())
    assert {line.kind for line in view.shown} == {"membership"}
    assert len(view.shown) == 12


def test_a_sum_of_figures_shows_all_and_each(behind: Any) -> None:
    view = behind(figure="contacts", period="2026-10")
    assert [option.text for option in view.parts.options] == ["全部 2 次", "委员走访 2 次", "工作室活动 0 次"]
    assert len(view.shown) == 2
    QTest.mouseClick(view.parts, LEFT, pos=view.parts.rects()[2].center())
    assert view.empty.isVisible()


def test_one_group_only(behind: Any, office: Office) -> None:
    period = office.calendar.parse("2026-10")
    figures: Figures = office.figures
    group = next(g for g in figures.evaluate(["visits"], {"current": period}, "township").groups
                 if g.label == "青山镇")  # fmt: skip
    view = behind(figure="visits", period="2026-10", by="township", group=group.key)
    assert view.heading._title.text() == "委员走访 2 次"
    assert "青山镇" in view.name.text()
    assert len(view.shown) == 2
    assert view.parts.isHidden()


def test_the_records_follow_the_store(
    written: None, behind: Any, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    view = behind(figure="visits", period="2026-10")
    uuid = view.shown[0].uuid
    window._operations.run(lambda: office.records.delete("visit", [uuid]))
    qtbot.waitUntil(lambda: len(view.shown) == 1)
    assert view.heading._title.text() == "委员走访 1 次"


@pytest.mark.usefixtures("written")
def test_in_large_type_the_page_alone_scrolls(
    window: MainWindow, office: Office, appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.set_base(14)
    gone_to(window, qtbot)
    visits = [{"name": f"走访{n}", "happened_on": "2026-10-17", "members": ["单小云"]} for n in range(9)]
    office.records.add("visit", visits, draft=True)
    window._refresh()
    page = settled(window, qtbot)
    QApplication.processEvents()
    assert len(page.work.matters.matters) >= len(visits)
    assert page.work.verticalScrollBar().maximum() > 0
    assert page.work.matters.verticalScrollBar().maximum() == 0
