"""The table itself: what is cut is said, looks and sizes paint, and a small window keeps its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.meeting import Meeting
from app.services.list_query import Query
from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.tables.columns import columns
from app.ui.tables.delegate import LedgerDelegate
from app.ui.tables.table import LedgerTable
from app.ui.theme import BASE_SIZES, Layout, Look
from tests.office import small_office

LONG = "电动车集中充电与消防安全怎么兼顾，楼道里不停车，小区外有地方充，费用大家分摊的协商会"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path)
    base = {"township": "青山镇", "members": ["周文"], "people": {"群众代表": 9}}
    days = [f"2026-10-{day:02d}" for day in range(1, 28)]
    made.records.add("meeting", [base | {"happened_on": day, "topic": f"{day}的会"} for day in days])
    gap = {"happened_on": "2026-10-28", "topic": LONG, "brand": None, "members": []}
    plan = {"happened_on": "2026-12-28", "topic": "还没开的会", "brand": None, "members": []}
    made.records.add("meeting", [gap, plan], draft=True)
    yield made
    made.store.close()


@pytest.fixture
def table(office: Office, appearance: Appearance, qtbot: QtBot) -> LedgerTable:
    made = LedgerTable(office.listing)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    ids = office.listing.find(Query("meeting")).ids
    made.show_list("meeting", columns(Meeting, {}), ids)
    return made


def tip(table: LedgerTable, place: int, key: str) -> str:
    delegate = table.itemDelegate()
    assert isinstance(delegate, LedgerDelegate)
    section = next(n for n, column in enumerate(table.ledger.columns) if column.key == key)
    index = table.ledger.index(place, section)
    return delegate.tip(index, table.visualRect(index))


def test_what_is_cut_is_said_in_full_and_nothing_else(table: LedgerTable) -> None:
    assert tip(table, 1, "topic") == LONG
    assert tip(table, 2, "topic") == ""
    assert tip(table, 1, "brand") == "请填协商品牌"
    assert tip(table, 0, "brand") == ""


def test_what_is_planned_is_not_nagged_about(table: LedgerTable) -> None:
    section = next(n for n, column in enumerate(table.ledger.columns) if column.key == "brand")
    said = [table.ledger.data(table.ledger.index(place, section)) for place in (0, 1)]
    assert said == ["", "未填"]
    states = [table.ledger.status_at(place) for place in (0, 1, 2)]
    assert [state.text if state else "" for state in states] == ["计划", "缺 2 处", "已登记"]


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_every_look_and_size_paints(table: LedgerTable, appearance: Appearance, look: Look) -> None:
    table.ledger.tick([0, 2], True)
    table.over = 3
    table.set_sorted("headcount", False)
    seen = set()
    for points in BASE_SIZES:
        appearance.set_look(look)
        appearance.set_base(points)
        image = table.grab().toImage()
        row = table.visualRect(table.ledger.index(2, 1))
        ground = image.pixelColor(row.right() - 1, table.headings.height() + row.top() + 3)
        assert ground == appearance.theme.color("select")
        assert table.verticalHeader().sectionSize(0) == appearance.theme.row
        seen.add(table.rowHeight(0))
    assert len(seen) == len(BASE_SIZES)


def test_giving_way_keeps_ticks_and_keyboard(table: LedgerTable) -> None:
    table.go_to(20)
    table.ledger.tick([3, 20], True)
    before, wide = table.current_id, len(table.ledger.columns)
    table.resize(640, 400)
    assert len(table.ledger.columns) < wide
    assert table.folded
    assert table.current_id == before
    assert table.ledger.tick_count == 2
    table.fit(Layout.WIDE)
    table.resize(1900, 400)
    assert len(table.ledger.columns) >= wide
    assert table.folded == ()
    assert table.headings.length() <= table.viewport().width()


def test_a_click_above_the_ticks_ticks_all_then_none(table: LedgerTable) -> None:
    for count in (29, 0):
        QTest.mouseClick(table.headings.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(15, 10))
        assert table.ledger.tick_count == count


def test_shift_grows_and_shrinks_one_stretch(table: LedgerTable) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    steps: Sequence[tuple[Qt.Key, list[int]]] = (
        (Qt.Key.Key_Down, [5, 6]),
        (Qt.Key.Key_Down, [5, 6, 7]),
        (Qt.Key.Key_Up, [5, 6]),
        (Qt.Key.Key_Up, [5]),
        (Qt.Key.Key_Up, [4, 5]),
    )
    table.go_to(5)
    for key, ticked in steps:
        QTest.keyClick(table, key, shift)
        assert [n for n in range(29) if table.ledger.is_ticked(n)] == ticked
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current == 5
    assert table.ledger.tick_count == 2


def test_function_keys_and_shortcuts_are_left_to_the_window(table: LedgerTable) -> None:
    typed: list[str] = []
    table.typed.connect(typed.append)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        QTest.keyClick(table, key)
    QTest.keyClick(table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert typed == []
    QTest.keyClicks(table, "zW3")
    assert typed == ["z", "W", "3"]


def test_a_list_that_shrinks_keeps_the_nearest_row(table: LedgerTable, office: Office) -> None:
    table.go_to(28)
    ids = table.ledger.ids
    table.show_list("meeting", columns(Meeting, {}), ids[:10])
    assert table.current == 9
    table.show_list("meeting", columns(Meeting, {}), [])
    assert table.current_id is None
    assert table.chosen_ids() == ()
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QApplication.processEvents()
