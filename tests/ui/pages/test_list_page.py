"""A list is found, ordered, chosen from and acted on by keyboard, and keeps its place when read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models import RECORDS
from app.models.periods import Calendar
from app.services.list_query import Query
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.dialogs.reason import ReasonDialog
from app.ui.operations import Operations
from app.ui.pages.links import history_link
from app.ui.pages.list_page import ListPage
from app.ui.pages.page import Page, PageEntry, PageLink
from app.ui.preferences import Preferences
from app.ui.tables import empty_words
from app.ui.tables.column_choice import ColumnPopup
from app.ui.theme import Layout
from app.ui.widgets.status_word import CORRECTED, SUBMITTED, missing
from app.ui.window import MainWindow
from app.ui.workplace import Workplace
from tests.office import uuids, worked_office

PAGES = tuple(dict.fromkeys(model.kind.page for model in RECORDS))
TOPICS = (
    ("2026-10-27", "背街小巷照明改造", "永兴街道", "grassroots", "陈志明"),
    ("2026-10-26", "茶叶加工厂污水怎么排", "青山镇", "sector_talk", "李国华"),
    ("2026-10-22", "灌溉水渠清淤", "青山镇", "sector_talk", "王德福"),
    ("2026-10-20", "校门口接送拥堵", "永兴街道", "grassroots", "周文"),
    ("2026-10-12", "夜市油烟噪声", "大河镇", "grassroots", None),
    ("2026-09-30", "高标准农田机耕路", "大河镇", "grassroots", "王德福"),
)


@dataclass
class Desk:
    """The page in its window, and what it asked for."""

    page: ListPage
    window: MainWindow
    office: Office
    operations: Operations
    links: list[PageLink]

    @property
    def titles(self) -> list[str]:
        ledger = self.page.view.table.ledger
        rows = [ledger.row_at(place) for place in range(ledger.rowCount())]
        return [row.title for row in rows if row is not None]

    @property
    def here(self) -> str:
        row = self.page.view.table.ledger.row_at(self.page.view.table.current)
        return row.title if row else ""

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget(), letter)
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = worked_office(tmp_path / "data", _held)
    yield made
    made.store.close()


def _held(office: Office) -> None:
    """The meetings of all topics; one has gaps."""
    raws = [
        {"happened_on": day, "topic": topic, "township": township, "brand": brand, "host": host,
         "members": ["陈志明", "周文"], "people": {"群众代表": 10 + place}}
        for place, (day, topic, township, brand, host) in enumerate(TOPICS)
    ]  # fmt: skip
    office.records.add("meeting", raws[:4] + raws[5:])
    gaps = {"brand": None, "members": [], "people": {"群众代表": 3}}
    office.records.add("meeting", [raws[4] | gaps], draft=True)


@pytest.fixture
def desk(office: Office, appearance: Appearance, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    operations = Operations()
    place = Workplace(office, operations, appearance, Preferences(tmp_path / "look.json"))
    entries = [
        PageEntry("home", "month", "本月工作", "本月", "", lambda _: Page()),
        PageEntry(
            "meeting", "meeting", "协商", "协商", "", lambda p: ListPage("meeting", "协商", "meeting", p)
        ),
    ]
    window = MainWindow(appearance, operations, entries, place, clock=office.clock)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.go(PageLink("meeting"))
    page = window.page
    assert isinstance(page, ListPage)
    page.open_requested.disconnect()
    links: list[PageLink] = []
    page.open_requested.connect(links.append)
    QApplication.processEvents()
    yield Desk(page, window, office, operations, links)
    operations.finish()


def test_the_month_is_there_newest_first_and_summed_up(desk: Desk) -> None:
    assert desk.titles == [topic for day, topic, *_ in TOPICS if day.startswith("2026-10")]
    assert desk.page.status_text == (
        "共 5 场，其中已登记 4 场：参加 54 人次（委员 8，群众 46），共识 0 项，已办结 0 件"
    )
    assert QApplication.focusWidget() is desk.page.view.table
    assert desk.here == TOPICS[0][1]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_lists_its_kinds(
    page: str, office: Office, appearance: Appearance, tmp_path: Path, qtbot: QtBot
) -> None:
    """Each kind of record has a tab, opens by itself and says how many there are."""
    operations = Operations()
    place = Workplace(office, operations, appearance, Preferences(tmp_path / "look.json"))
    made = ListPage(page, "名称", "page", place)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    made.show()
    for model in RECORDS:
        if model.kind.page != page:
            continue
        for layout in Layout:
            made.fit(layout)
        made.open(kind=model.key)
        assert made.kind == model.key
        made.open(kind=model.key, search="没有这样的词")
        assert made.view.is_empty
        made.grab()
        made._take_way(empty_words.CLEAR)
        if made.bar.period is not None:
            made.bar.period.chips._choose(3)
        count = office.listing.totals(Query(model.key)).count
        assert made.status_text.startswith(f"共 {count} {model.kind.measure}")
        made.grab()
    operations.finish()


def test_letters_typed_in_the_list_search_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.press(Qt.Key.Key_S)
    assert QApplication.focusWidget() is desk.page.bar.search
    assert desk.page.bar.search.text() == "s"
    desk.type("q")
    assert desk.titles == ["灌溉水渠清淤"]
    desk.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is desk.page.view.table
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.bar.search.text() == ""
    assert len(desk.titles) == 5


def test_typing_waits_a_moment_and_then_searches_by_itself(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.bar.changed):
        QTest.keyClicks(desk.page.view.table, "x")
        QTest.keyClicks(desk.page.bar.search, "mk")
    assert desk.titles == ["校门口接送拥堵"]


def test_what_an_input_method_composes_goes_to_the_search_unbroken(desk: Desk) -> None:
    """The keyboard must not move before the composition ends: that would throw it away."""
    table, search = desk.page.view.table, desk.page.bar.search
    assert table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert table.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(table, QInputMethodEvent("shui", []))
    assert QApplication.focusWidget() is table
    assert search.text() == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("水渠")
    QApplication.sendEvent(table, done)
    assert QApplication.focusWidget() is search
    assert search.text() == "水渠"
    desk.press(Qt.Key.Key_Return)
    assert desk.titles == ["灌溉水渠清淤"]


def test_the_list_of_an_input_method_stands_at_the_search(desk: Desk) -> None:
    table, search = desk.page.view.table, desk.page.bar.search
    rect = table.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    there = search.mapFromGlobal(table.mapToGlobal(rect.topLeft()))
    assert search.rect().adjusted(-2, -4, 2, 4).contains(there)


def test_space_and_arrows_tick_and_the_bar_says_what_can_be_done(desk: Desk) -> None:
    foot = desk.page.view.foot
    assert foot.isHidden()
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk.page.view.table.ledger.ticked) == 2
    assert not foot.isHidden()
    assert desk.page.status_text.startswith("选中 2 场：参加 25 人次（委员 4，群众 21）")
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.page.view.table.ledger.ticked) == 5
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.view.table.ledger.ticked == ()
    assert foot.isHidden()
    assert desk.page.status_text.startswith("共 5 场")


def test_arrows_pages_home_and_end_move_the_keyboard(desk: Desk) -> None:
    for key, place in (
        (Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 4), (Qt.Key.Key_Down, 4), (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_PageDown, 4), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        desk.press(key)
        assert desk.page.view.table.current == place


def test_enter_opens_the_record_among_its_neighbours(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    link = desk.links[-1]
    wanted = desk.office.listing.uuids("meeting", desk.page.view.table.ledger.ids)
    assert link.page == "form_meeting"
    assert link.args["uuid"] == wanted[1]
    assert list(link.args["siblings"]) == wanted


def test_a_double_click_opens_and_the_tick_column_ticks(desk: Desk) -> None:
    table = desk.page.view.table

    def spot(place: int, section: int) -> QPoint:
        return table.visualRect(table.ledger.index(place, section)).center()

    left = Qt.MouseButton.LeftButton
    QTest.mouseDClick(table.viewport(), left, pos=spot(2, 2))
    assert desk.links[-1].args["uuid"] == desk.office.listing.uuids("meeting", table.ledger.ids)[2]
    QTest.mouseClick(table.viewport(), left, pos=spot(1, 0))
    assert table.ledger.is_ticked(1)
    assert table.current == 1
    QTest.mouseClick(table.viewport(), left, Qt.KeyboardModifier.ShiftModifier, spot(3, 2))
    assert [table.ledger.is_ticked(place) for place in range(5)] == [False, True, True, True, False]
    QTest.mouseClick(table.viewport(), left, Qt.KeyboardModifier.ControlModifier, spot(2, 2))
    assert not table.ledger.is_ticked(2)
    QTest.mouseClick(table.viewport(), left, pos=spot(4, 2))
    assert (table.current, table.ledger.is_ticked(4)) == (4, False)
    assert len(desk.links) == 1


def test_headings_sort_and_turn_round(desk: Desk) -> None:
    headings = desk.page.view.table.headings
    columns = desk.page.view.table.ledger.columns

    def press(key: str) -> None:
        section = next(n for n, column in enumerate(columns) if column.key == key)
        x = headings.sectionViewportPosition(section) + 12
        QTest.mouseClick(headings.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))

    newest = desk.titles
    press("headcount")
    assert desk.titles == [TOPICS[place][1] for place in (3, 2, 1, 0, 4)]
    press("headcount")
    assert desk.titles == [TOPICS[place][1] for place in (4, 0, 1, 2, 3)]
    press("host")
    hosts = [row.cells["host"].text for n in range(5) if (row := desk.page.view.table.ledger.row_at(n))]
    assert hosts == ["陈志明", "李国华", "王德福", "周文", ""]
    press("happened_on")
    assert desk.titles == newest
    press("happened_on")
    assert desk.titles == list(reversed(newest))


def test_filters_turn_blue_narrow_and_come_off(desk: Desk) -> None:
    bar = desk.page.bar
    township = uuids(desk.office, "township")["青山镇"]
    bar.filters["township"]._chose([township])
    assert bar.filters["township"].shown == "乡镇：青山镇"
    assert desk.titles == ["茶叶加工厂污水怎么排", "灌溉水渠清淤"]
    villages = {option.text for option in bar.filters["village"]._options}
    assert villages == {"青山村", "石桥村", "未填"}
    desk.page.view.table.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert bar.filters["township"].chosen == ()
    bar.filters["status"]._chose(["draft"])
    assert desk.titles == ["夜市油烟噪声"]
    bar.filters["brand"]._chose([""])
    assert desk.titles == ["夜市油烟噪声"]


def test_f4_opens_the_first_filter(desk: Desk) -> None:
    desk.window.menus.trigger("filters")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_deleting_needs_no_question_and_can_be_taken_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Delete)
    desk.operations.wait()
    assert "茶叶加工厂污水怎么排" not in desk.titles
    assert desk.page.strip.text == "删除了 1 条协商活动，可在 90 天内恢复。"
    assert desk.here == "灌溉水渠清淤"
    assert desk.window.menus.trigger("undo")
    desk.operations.wait()
    assert desk.titles[1] == "茶叶加工厂污水怎么排"
    assert desk.page.strip.text == "恢复了 1 条协商活动。"
    QApplication.processEvents()
    assert desk.here == "茶叶加工厂污水怎么排"
    assert not desk.window.menus.trigger("undo")


def test_the_navigation_leads_to_the_first_tab_and_back_to_the_one_that_was_left(desk: Desk) -> None:
    desk.window.go(PageLink("meeting", {"kind": "topic_plan"}))
    assert desk.page.kind == "topic_plan"
    desk.window.go(PageLink("meeting"))
    assert desk.page.kind == "meeting"
    desk.window.back()
    assert desk.page.kind == "topic_plan"


def test_what_a_form_deleted_can_be_taken_back_from_the_list(desk: Desk) -> None:
    place = desk.titles.index("灌溉水渠清淤")
    row = desk.page.view.table.ledger.row_at(place)
    assert row is not None
    desk.operations.run(lambda: desk.office.records.delete("meeting", [row.uuid]))
    desk.operations.wait()
    desk.window.go(PageLink("meeting", {"kind": "meeting", "deleted": row.uuid}))
    assert desk.page.strip.text == "删除了 1 条协商活动，可在 90 天内恢复。"
    assert desk.window.menus.trigger("undo")
    desk.operations.wait()
    assert desk.titles[place] == "灌溉水渠清淤"


def test_del_on_a_filter_never_deletes_a_record(desk: Desk) -> None:
    brand = desk.page.bar.filters["brand"]
    brand._chose(["sector_talk"])
    brand.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Delete)
    desk.operations.wait()
    assert brand.chosen == ()
    assert len(desk.titles) == 5


def test_ticked_records_go_together(desk: Desk) -> None:
    desk.page.view.table.ledger.tick([0, 2, 4], True)
    desk.page.view.foot.delete_button.click()
    desk.operations.wait()
    assert desk.titles == [TOPICS[1][1], TOPICS[3][1]]
    assert desk.page.strip.text == "删除了 3 条协商活动，可在 90 天内恢复。"
    assert desk.page.view.table.ledger.ticked == ()


def test_reading_again_keeps_the_keyboard_and_the_ticks(desk: Desk) -> None:
    table = desk.page.view.table
    table.ledger.tick([1, 3], True)
    table.go_to(2)
    raw = {"happened_on": "2026-10-28", "topic": "新来的", "township": "青山镇", "members": ["周文"]}
    desk.operations.run(lambda: desk.office.records.add("meeting", [raw]))
    desk.operations.wait()
    assert desk.titles[0] == "新来的"
    assert desk.here == TOPICS[2][1]
    rows = [table.ledger.row_at(n) for n in range(6) if table.ledger.is_ticked(n)]
    assert [row.title for row in rows if row] == [TOPICS[1][1], TOPICS[3][1]]


def test_printing_and_writing_out_are_asked_for(desk: Desk) -> None:
    printed: list[tuple[str, list[str]]] = []
    written: list[Query] = []
    desk.page.print_requested.connect(lambda kind, chosen: printed.append((kind, chosen)))
    desk.page.export_requested.connect(written.append)
    names = desk.office.listing.uuids("meeting", desk.page.view.table.ledger.ids)
    desk.window.menus.trigger("print")
    desk.window.menus.trigger("export")
    desk.page.view.table.ledger.tick([1, 2], True)
    desk.window.menus.trigger("print")
    desk.window.menus.trigger("export")
    assert printed == [("meeting", [names[0]]), ("meeting", names[1:3])]
    assert [query.among for query in written] == [None, tuple(names[1:3])]
    assert {query.period for query in written} == {Calendar().month(2026, 10)}


def test_new_asks_for_an_empty_form(desk: Desk) -> None:
    desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.links[-1].page == "form_meeting"
    assert not desk.links[-1].args["uuid"]


def test_periods_by_chips_arrows_and_typed_days(desk: Desk) -> None:
    period = desk.page.bar.period
    assert period is not None
    desk.window.menus.trigger("month_before")
    assert desk.titles == ["高标准农田机耕路"]
    assert period.field.text == "2026年9月"
    period.chips._choose(2)
    assert len(desk.titles) == 6
    period.chips._choose(4)
    days = period.field.range
    days.start.setText("10.20")
    days.end.setText("20261026")
    days.end.editingFinished.emit()
    assert period.period is not None
    assert (period.period.start, period.period.end) == (date(2026, 10, 20), date(2026, 10, 26))
    assert desk.titles == [TOPICS[1][1], TOPICS[2][1], TOPICS[3][1]]
    days.start.setText("2026-13-40")
    days.start.editingFinished.emit()
    assert "2026-13-40" in desk.page.status_text
    assert len(desk.titles) == 3
    period.chips._choose(3)
    assert period.period is None
    assert len(desk.titles) == 6


def test_an_empty_month_leads_to_the_last_one_with_records(desk: Desk) -> None:
    desk.window.menus.trigger("month_after")
    texts = _words(desk)
    assert "11月还没有协商活动记录" in texts
    assert "看 10月的 5 场" in texts
    desk.page._take_way(empty_words.LATEST)
    assert len(desk.titles) == 5
    assert QApplication.focusWidget() is desk.page.view.table


def test_what_matches_nothing_says_so_and_can_be_cleared(desk: Desk) -> None:
    desk.page.bar.filters["brand"]._chose(["grassroots"])
    desk.page.view.table.setFocus()
    desk.type("9z")
    assert "没有符合“9z、协商在基层”的协商活动" in _words(desk)
    assert isinstance(desk.page.commands()["export"], str)
    desk.page._take_way(empty_words.CLEAR)
    assert len(desk.titles) == 5
    desk.page.bar.search.setFocus()
    desk.type(",.")
    assert "没有符合“,.”的协商活动" in _words(desk)
    assert empty_words.WORDLESS in _words(desk)


def test_nothing_left_to_do_is_said_kindly(desk: Desk) -> None:
    desk.page.open(filters={"status": ("draft",)}, period=Calendar().month(2026, 9))
    assert "9月的协商活动都填齐了" in _words(desk)
    desk.page._take_way(empty_words.WHOLE)
    assert desk.titles == ["高标准农田机耕路"]


def test_certain_records_can_be_shown_and_left_again(desk: Desk) -> None:
    names = desk.office.listing.uuids("meeting", desk.page.view.table.ledger.ids)
    desk.page.open(kind="meeting", uuids=names[1:3], words="10月的协商活动")
    assert desk.titles == [TOPICS[1][1], TOPICS[2][1]]
    assert desk.page.strip.text == "这里只有“10月的协商活动”的 2 场。"
    desk.page.strip.acted.emit()
    assert len(desk.titles) == 6
    assert desk.page.strip.text == ""


def test_tabs_keep_what_was_asked_in_each(desk: Desk) -> None:
    desk.page.bar.filters["brand"]._chose(["sector_talk"])
    desk.page.head.tabs._choose(1)
    assert desk.page.kind == "topic_plan"
    assert desk.page.bar.query(("", True)).filters == {}
    assert desk.titles == []
    desk.page.open(kind="meeting")
    assert desk.titles == [TOPICS[1][1], TOPICS[2][1]]
    assert desk.page.head.tabs.current == "meeting"


def test_a_form_leads_back_to_the_tab_it_was_opened_from(desk: Desk) -> None:
    desk.window.go(PageLink("meeting", {"kind": "meeting", "search": "照明"}))
    desk.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    turned = desk.page.kind
    assert turned != "meeting"
    desk.window.go(PageLink("home"))
    desk.window.back()
    assert desk.page.kind == turned


def test_columns_are_chosen_and_remembered(desk: Desk, tmp_path: Path) -> None:
    shown = [column.key for column in desk.page.view.table.ledger.columns]
    assert "host" in shown
    desk.page.bar.columns_button.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ColumnPopup)
    keys = [key for key in popup.chosen() if key != "host"]
    popup.changed.emit([*keys, "number"])
    popup.close()
    shown = [column.key for column in desk.page.view.table.ledger.columns]
    assert "host" not in shown
    kept = Preferences(tmp_path / "look.json").columns("meeting")
    assert kept is not None
    assert "number" in kept
    desk.page.bar.columns_button.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ColumnPopup)
    popup._untick()
    assert Preferences(tmp_path / "look.json").columns("meeting") is None
    assert "host" in [column.key for column in desk.page.view.table.ledger.columns]


@pytest.mark.parametrize("width", [1366, 1920])
@pytest.mark.parametrize("points", [10, 12, 14])
def test_nothing_runs_out_of_the_window(desk: Desk, points: int, width: int) -> None:
    desk.window._appearance.set_base(points)
    desk.window.resize(width, 697)
    QApplication.processEvents()
    table = desk.page.view.table
    assert desk.window.width() == width
    assert table.headings.length() <= table.viewport().width()
    for name in ("search", "columns_button"):
        part: Any = getattr(desk.page.bar, name)
        right = part.mapTo(desk.page, QPoint(part.width(), 0)).x()
        assert part.isHidden() or right <= desk.page.width()


def _words(desk: Desk) -> str:
    """All that the empty list says."""
    from PySide6.QtWidgets import QAbstractButton, QLabel

    empty = desk.page.view.empty
    assert empty.isVisible()
    parts = [*empty.findChildren(QLabel), *empty.findChildren(QAbstractButton)]
    return "\n".join(part.text() for part in parts)


def test_deleting_what_went_up_asks_why_and_so_does_bringing_it_back(desk: Desk, qtbot: QtBot) -> None:
    """The states stand in the last column; Esc in the question leaves everything as it was."""
    desk.office.submissions.submit(desk.office.calendar.parse("2026-10"))
    desk.page.refresh()
    ledger = desk.page.view.table.ledger
    assert [ledger.status_at(place) for place in (0, 4)] == [SUBMITTED, missing(1)]
    answers = _Reasons()
    before = desk.titles
    desk.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.operations.is_idle)
    assert (answers.asked, desk.titles, desk.page.strip.can_undo) == (1, before, False)
    answers.reason = "开会的日子记错了"
    desk.page.delete_chosen()
    qtbot.waitUntil(lambda: desk.operations.is_idle)
    assert (answers.asked, desk.titles) == (2, before[1:])
    desk.page.strip.undo()
    qtbot.waitUntil(lambda: desk.operations.is_idle)
    answers.stop()
    assert (answers.asked, desk.titles) == (3, before)
    assert ledger.status_at(0) == CORRECTED


class _Reasons:
    """Deals with every question for a reason: writes one, or leaves it."""

    def __init__(self) -> None:
        self.reason, self.asked = "", 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, ReasonDialog):
            self.asked += 1
            found.edit.setText(self.reason)
            QTest.keyClick(found.edit, Qt.Key.Key_Return if self.reason else Qt.Key.Key_Escape)


def test_the_changes_of_the_record_with_the_keyboard_are_a_key_away(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down)
    there = desk.page.view.table.ledger.row_at(1)
    assert there is not None
    desk.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert desk.links[-1] == history_link("meeting", there.uuid)
    desk.page.open(search="没有这样的")
    assert isinstance(desk.page.commands()["history"], str)
