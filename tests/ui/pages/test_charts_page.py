"""A figure as a picture: chosen, walked through and opened by keyboard, and copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import app.ui.pages  # noqa: F401  (the list of pages and the menus know each other)
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.charts_page import ChartsPage
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.theme import Look
from app.ui.workplace import Workplace
from tests.office import small_office

HELD = (("2026-09-03", "永兴街道"), ("2026-10-12", "永兴街道"), ("2026-10-13", "青山镇"))
Key = Qt.Key


class Desk:
    """The page and what it asked for."""

    def __init__(self, page: ChartsPage, operations: Operations, qtbot: QtBot, office: Office) -> None:
        self.office = office
        self.page, self._operations, self._qtbot = page, operations, qtbot
        self.links: list[PageLink] = []
        page.open_requested.connect(self.links.append)

    def show(self, **args: str) -> None:
        self.page.open(**args)
        self.settle()
        self.page.first_focus()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._operations.is_idle)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.page, key, held)


@pytest.fixture
def desk(tmp_path: Path, appearance: Appearance, qtbot: QtBot) -> Iterator[Desk]:
    office = small_office(tmp_path / "data")
    office.records.add("meeting", [
        {"happened_on": day, "topic": f"议题 {day}", "township": township, "brand": "grassroots",
         "host": "周文", "members": ["陈志明"], "people": {"masses": 10}}
        for day, township in HELD
    ])  # fmt: skip
    operations = Operations()
    page = ChartsPage(Workplace(office, operations, appearance, Preferences(tmp_path / "look.json")))
    qtbot.addWidget(page)
    page.resize(1150, 620)
    with qtbot.waitActive(page):
        page.show()
    yield Desk(page, operations, qtbot, office)
    operations.finish()
    office.store.close()


def test_enter_opens_the_month_the_page_is_about_and_arrows_lead_to_others(desk: Desk) -> None:
    desk.show(period="2026-10")
    assert QApplication.focusWidget() is desk.page.columns
    assert desk.page.columns.accessibleName() == "2026年10月  协商活动 2 场"
    desk.press(Key.Key_Return, Key.Key_Left, Key.Key_Return)
    periods = [link.args["period"] for link in desk.links]
    assert periods == ["2026-10", "2026-09"]
    assert desk.links[0].args["figure"] == "meetings"


def test_what_is_not_known_opens_nothing(desk: Desk) -> None:
    desk.show(period="2026-10")
    desk.press(Key.Key_Down)
    assert desk.page.columns.accessibleName() == "2025年10月  协商活动 没有数"
    desk.press(Key.Key_Up, Key.Key_Right, Key.Key_Return)
    assert desk.page.columns.accessibleName() == "2026年11月  还没到"
    assert desk.links == []


def test_a_township_opens_its_records_by_double_click(desk: Desk) -> None:
    desk.show(period="2026-10", view="township")
    rows = desk.page.rows
    place = [group.label for group in rows.groups].index("青山镇")
    QTest.mouseDClick(rows, Qt.MouseButton.LeftButton, pos=rows.rect_of((place, 0)).center())
    link = desk.links[0]
    assert (link.args["by"], link.args["period"]) == ("township", "2026-10")
    office = desk.page._place.office
    behind = office.figures.records(
        "meetings", office.calendar.parse("2026-10"), "township", link.args["group"]
    )
    assert [line.title for line in behind] == ["议题 2026-10-13"]


def test_the_largest_come_first_when_asked_for(desk: Desk) -> None:
    desk.show(period="2025", view="township")
    assert desk.page._stack.currentWidget() is desk.page.empty
    desk.show(period="2026", view="township")
    desk.page.orders.setFocus()
    desk.press(Key.Key_Right)
    desk.settle()
    assert [group.label for group in desk.page.rows.groups][:2] == ["永兴街道", "青山镇"]


def test_a_figure_is_found_by_a_part_of_its_name_and_by_initials(desk: Desk) -> None:
    desk.show(period="2026-10")
    figures = desk.page.figures
    figures.setFocus()
    for typed in ("fgxz", "cjxsrc"):
        edit = figures.lineEdit()
        assert edit is not None
        edit.selectAll()
        QTest.keyClicks(edit, typed)
        finder = figures.completer()
        assert finder is not None
        popup = finder.popup()
        assert popup.isVisible()
        QTest.keyClick(popup, Key.Key_Down)
        QTest.keyClick(popup, Key.Key_Return)
        desk.settle()
    assert desk.page.shown is not None
    assert desk.page.shown.figure.label == "参加协商人次"
    assert figures.key == desk.page.shown.figure.key


def test_a_figure_without_a_focus_says_so_and_leads_on(desk: Desk) -> None:
    desk.show(period="2026-10", figure="visits", view="focus")
    page = desk.page
    assert page._stack.currentWidget() is page.empty
    assert not page.copy_button.isEnabled()
    page.empty._made[0].click()
    desk.settle()
    assert page.views.current == "month"


def test_the_picture_is_copied_on_white_in_every_look(desk: Desk, appearance: Appearance) -> None:
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
        appearance.set_look(look)
        desk.show(period="2026-10")
        QGuiApplication.clipboard().clear()
        desk.press(Key.Key_C, held=Qt.KeyboardModifier.ControlModifier)
        image: QImage = QGuiApplication.clipboard().image()
        assert image.width() > 1000
        assert image.pixelColor(2, 2).name() == "#ffffff"
        colours = {image.pixelColor(x, image.height() // 2).name() for x in range(0, image.width(), 3)}
        assert "#1b5e9b" in colours


def test_the_period_is_stepped_and_the_papers_are_one_tab_away(desk: Desk) -> None:
    desk.show(period="2026-10")
    command = desk.page.commands()["month_before"]
    assert callable(command)
    command()
    desk.settle()
    assert desk.page.turned_to()["period"] == "2026-09"
    desk.page.tabs.setFocus()
    desk.press(Key.Key_Left)
    assert desk.links == [PageLink("reports", {"period": "2026-09"})]


def test_a_bar_under_the_mouse_is_named(desk: Desk) -> None:
    desk.show(period="2026-10")
    columns = desk.page.columns
    spot = columns.spot_at(columns.rect_of((8, 0)).center())
    assert spot == (8, 0)
    bar = columns.bar_at(spot)
    assert bar is not None
    assert bar.tip == "2026年9月  协商活动 1 场"
    assert columns.spot_at(QPoint(2, columns.height() - 4)) == (-1, -1)


def test_a_figure_given_up_while_its_picture_is_asked_for_leads_to_the_first(desk: Desk) -> None:
    office = desk.office
    own = office.own_figures.add({"label": "专家走访", "source": "visit", "where": [["联系专家", ">=", 1]]})
    desk.show(period="2026-10", figure=own.key)
    assert desk.page.shown is not None
    assert desk.page.shown.figure.key == own.key
    office.own_figures.retire(own.key)
    for key in (Key.Key_Right, Key.Key_Return):
        desk.page.views.setFocus()
        desk.press(key)
    desk.settle()
    assert desk.page.shown.figure.key == "meetings"
    assert desk.page.figures.key == "meetings"
