"""差在哪: why 12 and not 11, by mouse and by keyboard, down to the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.diff_page import DiffPage
from app.ui.pages.diff_sides import names_of
from app.ui.pages.entries import PAGES
from app.ui.pages.home_page import HomePage
from app.ui.pages.links import list_link
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.theme import Look
from app.ui.widgets.hint_button import HintButton
from app.ui.window import MainWindow
from app.ui.workplace import Workplace
from tests.office import small_office, uuids

WHY = "按签到表更正"
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """The page and what it asked for."""

    def __init__(self, page: DiffPage, operations: Operations, qtbot: QtBot, office: Office) -> None:
        self.page, self._operations, self._qtbot, self.office = page, operations, qtbot, office
        self.links: list[PageLink] = []
        self.back = 0
        page.open_requested.connect(self.links.append)
        page.back_requested.connect(self._went_back)

    def show(self, **args: Any) -> None:
        self.page.open(**args)
        self.page.first_focus()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._operations.is_idle)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def rows(self) -> dict[str, str]:
        """Figure → the words of its line."""
        lines = zip(self.page.rows, self.page.table.lines, strict=True)
        return {row.found.key: f"{line.name} {line.cell('difference').text}" for row, line in lines}

    def entries(self) -> list[str]:
        return [entry.said for entry in self.page.records.entries]

    def _went_back(self) -> None:
        self.back += 1


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """September went up with three meetings; one was deleted since, one moved to another township."""
    office = small_office(tmp_path_factory.mktemp("diff") / "data")
    meeting = {"brand": "grassroots", "host": "周文", "members": ["陈志明"], "people": {"masses": 10},
               "township": "青山镇"}  # fmt: skip
    days = {"路灯怎么修": "2026-09-03", "水渠怎么清": "2026-09-12", "路面怎么补": "2026-09-20",
            "公厕建在哪": "2026-10-10"}  # fmt: skip
    office.records.add("meeting", [meeting | {"topic": t, "happened_on": day} for t, day in days.items()])
    office.submissions.submit(office.calendar.month(2026, 8))
    office.submissions.submit(office.calendar.month(2026, 9))
    ids = uuids(office, "meeting")
    office.records.delete("meeting", [ids["路灯怎么修"]], reason=WHY)
    moving = office.records.load("meeting", ids["水渠怎么清"])
    with office.store.reading() as session:
        context = office.records.context(session)
        moving.values["township"] = context.resolve("township", uuids(office, "township")["永兴街道"], {})
    office.records.save(moving, reason="乡镇选错了")
    yield office
    office.store.close()


@pytest.fixture
def desk(office: Office, tmp_path: Path, appearance: Appearance, qtbot: QtBot) -> Iterator[Desk]:
    """The page; nothing is written by looking."""
    operations = Operations()
    page = DiffPage(Workplace(office, operations, appearance, Preferences(tmp_path / "look.json")))
    qtbot.addWidget(page)
    page.resize(1150, 620)
    with qtbot.waitActive(page):
        page.show()
    yield Desk(page, operations, qtbot, office)
    operations.finish()


def test_as_sent_against_now_by_default(desk: Desk) -> None:
    desk.show()
    assert (desk.page.a.currentText(), desk.page.b.currentText()) == (
        "2026年9月 报送的数（报 2）", "2026年9月 现在的数",
    )  # fmt: skip
    assert desk.rows()["meetings"] == "协商活动 3 → 2 场 −1"
    assert list(desk.rows())[:2] == ["meetings", "attendance_total"]
    assert desk.entries() == [
        "删除 09-03 周四 路灯怎么修 −1 理由：按签到表更正",
        "改动 09-12 周六 水渠怎么清 青山镇 → 永兴街道；理由：乡镇选错了",
    ]


def test_the_question_is_answered_by_two_clicks(desk: Desk) -> None:
    desk.show(a="2", b="2026-09")  # the first click, on what leads here
    table, records = desk.page.table, desk.page.records
    place = [row.found.key for row in desk.page.rows].index("attendance_total")
    QTest.mouseClick(table.viewport(), LEFT, pos=table.rect_of(place, "label").center())
    assert [entry.title for entry in records.entries] == ["路灯怎么修", "水渠怎么清"]
    assert records.entries[0].right == "−11"
    assert desk.links == []
    QTest.mouseClick(records.viewport(), LEFT, pos=records.rect_of(1).center())
    assert desk.links[0].page == "form_meeting"
    assert desk.links[0].args["uuid"] == uuids(desk.office, "meeting")["水渠怎么清"]


def test_a_figure_asked_for_begins_among_its_records(desk: Desk) -> None:
    desk.show(a="2026-09", b="2026-10", figure="attendance_total")
    assert QApplication.focusWidget() is desk.page.records
    assert desk.page.chosen is not None
    assert desk.page.chosen.found.key == "attendance_total"
    # What was taken out of September is taken off in October as 补报更正.
    assert desk.entries() == [
        "只在10月 09-03 周四 路灯怎么修 −11 10月的补报更正；理由：按签到表更正",
        "两边都有 09-12 周六 水渠怎么清 11 → 0 10月的补报更正；理由：乡镇选错了",
        "只在9月 09-20 周日 路面怎么补 −11",
        "只在10月 10-10 周六 公厕建在哪 +11",
    ]
    desk.press(Key.Key_End, Key.Key_Return)
    assert desk.links[0].args["uuid"] == uuids(desk.office, "meeting")["公厕建在哪"]


def test_keys_lead_from_figures_to_records_and_back(desk: Desk) -> None:
    desk.show(a="2", b="2026-09")
    assert QApplication.focusWidget() is desk.page.table
    desk.press(Key.Key_Return, Key.Key_Return)
    assert desk.links == [list_link("meeting", deleted=uuids_of_deleted(desk.office))]
    desk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is desk.page.table
    desk.press(Key.Key_Escape)
    assert desk.back == 1


def uuids_of_deleted(office: Office) -> str:
    [line] = [one for one in office.submissions.records(2, "meetings") if one.title == "路灯怎么修"]
    return line.uuid


def test_nothing_differs(desk: Desk) -> None:
    desk.show(a="1", b="2026-08")
    assert not desk.page.has_sides
    assert desk.page.empty.isVisible()
    assert QApplication.focusWidget() is desk.page.a
    assert desk.page.status_text == "没有不同"
    button = desk.page.empty.findChild(HintButton, "submission")
    assert button is not None
    button.click()
    assert desk.links == [PageLink("submissions", {"number": 1})]


def test_sides_are_chosen_on_the_page_and_turned_round(desk: Desk) -> None:
    desk.show(a="2", b="2026-09")
    desk.page.b.setFocus()
    desk.press(Key.Key_Home)
    desk.settle()
    assert desk.page.b.currentText() == "2026年10月 现在的数"
    assert desk.page.table.lines[0].cell("after").text == "0"
    desk.page.swap()
    desk.settle()
    assert desk.page.turned_to() == {"a": "2026-10", "b": "2", "figure": desk.page.rows[0].found.key}


def test_a_figure_that_is_the_same_is_said(desk: Desk) -> None:
    desk.show(a="2", b="2026-09", figure="visits")
    assert desk.page.strip.text == "“委员走访”两边一样。"
    assert QApplication.focusWidget() is desk.page.table


def test_an_unknown_number_is_a_sentence(desk: Desk) -> None:
    desk.show(a="77", b="2026-09")
    assert "没有第 77 次报送" in desk.page.strip.text
    assert desk.page.rows


def test_before_the_first_record_nothing_is_known(desk: Desk) -> None:
    desk.show(a="2025-10", b="2026-10")
    line = desk.page.table.lines[0]
    assert (line.cell("before").text, line.cell("difference").text) == ("—", "—")
    assert names_of(desk.page._a, desk.page._b).a == "2025年10月"  # type: ignore[arg-type]


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
@pytest.mark.parametrize("size", [10, 14])
def test_it_fits_in_every_look(desk: Desk, appearance: Appearance, look: Look, size: int) -> None:
    appearance.set_look(look)
    appearance.set_base(size)
    desk.page.resize(1031, 520)
    desk.show(a="2", b="2026-09")
    page = desk.page
    assert page.behind.geometry().right() < page.width()
    assert page.records.rect_of(0).height() >= page.theme.row
    assert not page.grab().isNull()


def test_from_the_first_page_it_takes_two_clicks(
    office: Office, tmp_path: Path, appearance: Appearance, qtbot: QtBot
) -> None:
    operations = Operations()
    place = Workplace(office, operations, appearance, Preferences(tmp_path / "look.json"))
    window = MainWindow(appearance, operations, PAGES, place, clock=office.clock)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    window.go(PageLink("month", {"month": "2026-10"}))
    qtbot.waitUntil(lambda: operations.is_idle)
    home = window.page
    assert isinstance(home, HomePage)
    numbers = home.work.numbers
    line = numbers.lines[0]
    assert [line.cell(key).text for key in ("current", "previous", "change")] == ["0", "3", "−3"]
    QTest.mouseClick(numbers.viewport(), LEFT, pos=numbers.rect_of(0, "change").center())
    qtbot.waitUntil(lambda: operations.is_idle)
    page = window.page
    assert isinstance(page, DiffPage)
    assert page.a.currentText() == "2026年9月 报送的数（报 2）"
    assert page.chosen is not None
    assert (page.chosen.before, page.chosen.after) == (3, 0)
    assert QApplication.focusWidget() is page.records
    place_of = [entry.title for entry in page.records.entries].index("公厕建在哪")
    QTest.mouseClick(page.records.viewport(), LEFT, pos=page.records.rect_of(place_of).center())
    qtbot.waitUntil(lambda: operations.is_idle)
    assert window.here is not None
    assert window.here.page == "form_meeting"
    assert window.here.args["uuid"] == uuids(office, "meeting")["公厕建在哪"]
    window.back()
    qtbot.waitUntil(lambda: operations.is_idle)
    assert page.records.current is not None
    assert page.records.current.title == "公厕建在哪"
    operations.finish()
