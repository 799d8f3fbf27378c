"""What a search found is chosen without leaving the field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance import Appearance
from app.ui.pages.page import PageLink
from app.ui.search_hits import MOST, Hit, SearchEverything, SearchHits

FOUND = [
    Hit("meeting", f"第{number}场协商会", "10-14", PageLink("meeting", {"n": number})) for number in range(20)
]


@pytest.fixture
def field(appearance: Appearance, qtbot: QtBot) -> Iterator[SearchEverything]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    made = SearchEverything("找", parent=host)
    made.setGeometry(600, 4, 280, 30)
    made.set_hits(SearchHits(host))
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    made.setFocus()
    yield made
    host.close()


def hits_of(field: SearchEverything) -> SearchHits:
    assert field._hits is not None
    return field._hits


def test_arrows_choose_and_enter_opens(field: SearchEverything, qtbot: QtBot) -> None:
    hits = hits_of(field)
    hits.show_hits("x", FOUND, 20, field)
    assert field.hasFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
    with qtbot.waitSignal(hits.opened) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [FOUND[1].link]
    assert hits.isHidden()


def test_the_list_stays_inside_the_window_and_under_its_field(field: SearchEverything) -> None:
    hits = hits_of(field)
    hits.show_hits("x", FOUND, 20, field)
    assert hits.geometry().right() <= field.geometry().right()
    assert hits.geometry().top() > field.geometry().bottom()
    assert hits.geometry().left() >= 0
    assert hits.height() == MOST * hits.theme.row + hits.theme.control + 3


def test_a_click_opens_the_row_under_it(field: SearchEverything, qtbot: QtBot) -> None:
    hits = hits_of(field)
    hits.show_hits("x", FOUND, 20, field)
    row = hits.rect().topLeft()
    row.setY(3 * hits.theme.row - 4)
    with qtbot.waitSignal(hits.opened) as told:
        QTest.mouseClick(hits, Qt.MouseButton.LeftButton, pos=row)
    assert told.args == [FOUND[2].link]


def test_esc_puts_the_list_away_and_keeps_the_text(field: SearchEverything) -> None:
    field.set_text("zw")
    hits = hits_of(field)
    hits.show_hits("zw", [], 0, field)
    assert not hits.isHidden()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert hits.isHidden()
    assert field.text() == "zw"


def test_nothing_found_opens_nothing(field: SearchEverything, qtbot: QtBot) -> None:
    hits = hits_of(field)
    hits.show_hits("zw", [], 0, field)
    with qtbot.assertNotEmitted(hits.opened):
        QTest.keyClick(field, Qt.Key.Key_Return)
