"""临时要表 with a real store, by hand: choosing, seeing, opening, keeping, writing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from sqlalchemy import select

from app.models.system import SavedReport
from app.services.office import Office
from app.services.own_table import Condition
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.own_table_condition import ConditionPopup
from app.ui.pages.own_table_lists import OrderedPopup
from app.ui.pages.own_table_page import OwnTablePage
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace
from tests.office import worked_office

KEY = Qt.Key
MEETINGS: list[dict[str, Any]] = [
    {"happened_on": "2026-10-12", "topic": "电动车充电", "township": "永兴街道",
     "members": ["张伟/县工商联", "陈志明"], "people": {"群众代表": 12}},
    {"happened_on": "2026-10-20", "topic": "垃圾清运", "township": "青山镇", "members": ["陈志明"],
     "people": {"群众代表": 30}},
]  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = worked_office(tmp_path / "数据", _done)
    yield made
    made.store.close()


def _done(office: Office) -> None:
    office.records.add("meeting", MEETINGS)
    office.records.add("visit", [{"happened_on": "2026-10-13", "name": "走访果农", "township": "大河镇",
                                  "members": ["马文军"], "people_served": 20}])  # fmt: skip


@pytest.fixture
def page(office: Office, tmp_path: Path, appearance: Appearance, qtbot: Any) -> Iterator[OwnTablePage]:
    operations = Operations()
    made = OwnTablePage(Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json")))
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.open()
    made.show()
    yield made
    operations.finish()


@pytest.fixture
def links(page: OwnTablePage) -> list[PageLink]:
    found: list[PageLink] = []
    page.open_requested.connect(found.append)
    return found


def shown(page: OwnTablePage) -> list[list[str]]:
    model = page.sheet.view.model_
    return [
        [model.cell_at(row, section).text for section in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def headings(page: OwnTablePage) -> list[str]:
    model = page.sheet.view.model_
    return [
        str(model.headerData(section, Qt.Orientation.Horizontal)) for section in range(model.columnCount())
    ]


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, held)


def popup(kind: type[QWidget]) -> Any:
    """The panel that is open; those of earlier tests are gone."""
    open_ones = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    ]
    assert len(open_ones) == 1
    return open_ones[0]


def choose(page: OwnTablePage, box: Any, data: Any) -> None:
    """As a person does with the arrow keys."""
    box.setFocus()
    target = box.findData(data)
    while box.currentIndex() != target:
        press(box, KEY.Key_Down if box.currentIndex() < target else KEY.Key_Up)


def test_the_page_begins_with_this_months_meetings(page: OwnTablePage) -> None:
    assert [row[1] for row in shown(page)] == ["垃圾清运", "电动车充电", ""]
    assert shown(page)[-1][0] == "合计"
    assert page.sheet.heading._title.text() == "示例县政协协商活动一览表（2026年10月）"
    assert "合计人数 45 人次" in page.status_text


def test_another_kind_is_there_at_once(page: OwnTablePage) -> None:
    choose(page, page.choices.kinds, "visit")
    assert [row[1] for row in shown(page)] == ["走访果农", ""]
    choose(page, page.choices.kinds, "term")
    assert len(shown(page)) == 2
    assert page.result is not None
    assert page.result.period is None


def test_numbers_by_township_open_their_records(page: OwnTablePage, links: list[PageLink]) -> None:
    page.choices.what.setFocus()
    press(page.choices.what, KEY.Key_Right)
    assert headings(page)[:2] == ["乡镇（街道）", "协商活动"]
    rows = {row[0]: row[1] for row in shown(page)}
    assert rows == {"永兴街道": "1", "青山镇": "1", "大河镇": "0", "合计": "2"}
    view = page.sheet.view
    view.setFocus()
    view.setCurrentIndex(view.model_.index(1, 1))
    press(view, KEY.Key_Return)
    view.setCurrentIndex(view.model_.index(3, 1))
    press(view, KEY.Key_Return)
    view.setCurrentIndex(view.model_.index(0, 0))
    press(view, KEY.Key_Return)
    assert [link.page for link in links] == ["figure", "figure"]
    assert links[0].args["by"] == "township"
    assert links[1].args == {"figure": "meetings", "period": "2026-10"}
    assert page.status_text == "这一格后面没有记录"


def test_records_and_groups_open_too(page: OwnTablePage, links: list[PageLink], office: Office) -> None:
    view = page.sheet.view
    view.setFocus()
    press(view, KEY.Key_Return)
    assert links[-1].page == "form_meeting"
    assert len(links[-1].args["siblings"]) == 2
    choose(page, page.choices.groups, "township")
    assert shown(page)[0][:2] == ["永兴街道", "1"]
    view.setCurrentIndex(view.model_.index(0, 1))
    press(view, KEY.Key_Return)
    uuids = links[-1].args["uuids"]
    assert [row.title for row in office.listing.rows("meeting", page_ids(office, uuids))] == ["电动车充电"]


def page_ids(office: Office, uuids: tuple[str, ...]) -> tuple[int, ...]:
    from app.services.list_query import Query

    return office.listing.find(Query("meeting", among=uuids)).ids


def test_a_heading_sorts_and_turns_round(page: OwnTablePage) -> None:
    view = page.sheet.view
    place = [column.key for column in view.model_.columns].index("headcount")
    for expected in (["垃圾清运", "电动车充电"], ["电动车充电", "垃圾清运"]):
        x = view.headings.sectionViewportPosition(place) + 5
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
        x = view.headings.sectionViewportPosition(place) + 5
        QTest.mouseClick(view.headings.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
        assert [row[1] for row in shown(page)][:2] == expected
    assert page.choices.order.currentData() == "headcount"


def test_a_condition_is_set_changed_and_taken_away(page: OwnTablePage) -> None:
    page.choices.conditions.add.click()
    panel = popup(ConditionPopup)
    choose(page, panel.fields, "headcount")
    panel.line.setFocus()
    QTest.keyClicks(panel.line, "many")
    press(panel.line, KEY.Key_Return)
    assert panel.isVisible()
    assert "不是数" in panel._said.text()
    panel.line.selectAll()
    QTest.keyClicks(panel.line, "20")
    press(panel.line, KEY.Key_Return)
    assert not panel.isVisible()
    assert [row[1] for row in shown(page)] == ["垃圾清运", ""]
    assert page.sheet.note.text() == "只算：合计人数不少于 20 人次。"
    button = page.choices.conditions.buttons[1]
    press(button, KEY.Key_Return)
    panel = popup(ConditionPopup)
    assert panel.line.text() == "20"
    choose(page, panel.ways, "<=")
    panel.button.click()
    assert [row[1] for row in shown(page)] == ["电动车充电", ""]
    press(page.choices.conditions.buttons[1], KEY.Key_Delete)
    assert len(shown(page)) == 3


def test_ticked_values_narrow_the_table(page: OwnTablePage) -> None:
    page.choices.conditions.add.click()
    panel = popup(ConditionPopup)
    choose(page, panel.fields, "township")
    panel.keys.setFocus()
    press(panel.keys, KEY.Key_Return)
    assert panel._said.text() == "请至少选一个。"
    press(panel.keys, KEY.Key_Space)
    press(panel.keys, KEY.Key_Return)
    assert [row[1] for row in shown(page)] == ["电动车充电", ""]


def test_what_can_be_chosen_is_set_back_as_it_was(page: OwnTablePage) -> None:
    filters = (
        Condition("status", "in", ("registered",)), Condition("party_head", "is", False),
        Condition("host", "has", "王"), Condition("happened_on", ">=", "2026-10-01"),
        Condition("members", "empty"),
    )  # fmt: skip
    page.choices._change(filters=filters)
    page.choices.show_table(page.choices.table)
    for place, condition in enumerate(filters):
        page.choices.conditions.buttons[place].click()
        popup(ConditionPopup).take()
        assert page.choices.table.filters[place] == condition


def test_columns_are_chosen_and_put_in_order(page: OwnTablePage) -> None:
    page.choices.fields.setFocus()
    press(page.choices.fields, KEY.Key_Return)
    panel = popup(OrderedPopup)
    panel._list.setFocus()
    panel._list.setCurrentRow(0)
    press(panel._list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert headings(page)[:2] == ["会议议题", "日期"]
    press(panel._list, KEY.Key_Space)
    assert headings(page)[0] == "会议议题"
    assert "日期" not in headings(page)
    panel.close()
    page.choices.fields.open_list()
    assert popup(OrderedPopup).chosen()[0] == "topic"


def test_no_column_left_is_said_and_nothing_can_be_written(page: OwnTablePage) -> None:
    page.choices._change(fields=())
    assert page.result is None
    assert page.sheet.empty._title.text() == "一列都没有选，请至少选一列。"
    assert not page.head.excel.isEnabled()
    assert isinstance(page.commands()["export"], str)


def test_periods_are_chosen_by_the_drop_down_and_the_arrows(page: OwnTablePage) -> None:
    step = page.commands()["month_before"]
    assert callable(step)
    step()
    assert page.result is not None
    assert page.result.count == 0
    assert page.sheet.empty._title.text() == "2026年9月还没有记录"
    choose(page, page.choices.when.sorts, "all")
    assert len(shown(page)) == 3
    page.choices.what.setFocus()
    press(page.choices.what, KEY.Key_Right)
    assert page.choices.when.sorts.findData("all") == -1
    assert page.choices.period is not None


def test_conditions_that_leave_nothing_can_be_taken_away(page: OwnTablePage) -> None:
    page.choices._change(filters=(*page.choices.table.filters, Condition("host", "has", "没有这人")))
    assert not page.sheet.shows_table
    page.sheet.empty._made[0].click()
    assert len(shown(page)) == 3


def test_a_grouping_leaves_out_what_it_cannot_split(page: OwnTablePage) -> None:
    press(page.choices.what, KEY.Key_Right)
    choose(page, page.choices.groups, "focus")
    assert page.choices.table.by == "focus"
    assert "visits" not in page.choices.table.figures
    assert "委员走访、工作室活动分不到五项重点，先不列" in page.status_text
    choose(page, page.choices.groups, "township")
    assert "visits" in page.choices.table.figures


def test_a_table_is_kept_opened_changed_renamed_and_deleted(page: OwnTablePage, office: Office) -> None:
    operations = page._place.operations
    page._keep()
    assert "先给这张表起个名字" in page.strip.text
    choose(page, page.choices.groups, "township")
    page.head.edit.setFocus()
    page.head.edit.insert("分乡镇的会")
    press(page.head.edit, KEY.Key_Return)
    operations.wait()
    assert page.saved.rows.keys == ["分乡镇的会"]
    assert page.status_text.startswith("已存成报表“分乡镇的会”")
    page.choices._change(group="brand")
    page._keep()
    operations.wait()
    assert office.saved_reports.runnable("分乡镇的会").group == "brand"
    choose(page, page.choices.kinds, "visit")
    assert page.head.name == ""
    page.head.set_name("分乡镇的会")
    page._keep()
    operations.wait()
    assert "已经有叫“分乡镇的会”的报表" in page.strip.text
    assert office.saved_reports.runnable("分乡镇的会").kind == "meeting"
    page._open_saved("分乡镇的会")
    assert page.choices.groups.currentData() == "brand"
    page.saved._rename("分乡镇的会", "分品牌的会")
    operations.wait()
    assert page.head.name == "分品牌的会"
    page.saved.rows.setFocus()
    page.saved.delete()
    operations.wait()
    assert office.saved_reports.all() == ()
    undo = page.commands()["undo"]
    assert callable(undo)
    undo()
    operations.wait()
    assert page.saved.rows.keys == ["分品牌的会"]


def test_a_broken_one_opens_with_what_still_holds(page: OwnTablePage, office: Office) -> None:
    office.saved_reports.save(office.own_tables.usual("meeting").named("旧表"))
    with office.store.writing() as session:
        row = session.scalars(select(SavedReport)).one()
        row.definition = row.definition.replace('"host"', '"vanished"')
    page.open(name="旧表")
    assert "“旧表”要改：协商活动里没有“vanished”这一列了" in page.strip.text
    assert len(shown(page)) == 3
    assert "主持人" not in headings(page)
    page._keep()
    page._place.operations.wait()
    assert office.saved_reports.runnable("旧表").kind == "meeting"
    assert page.strip.text == ""


def test_excel_and_word_are_written_where_asked(
    page: OwnTablePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "给领导"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(out))
    page.head.excel.click()
    page.head.word.click()
    page._place.operations.wait()
    names = sorted(path.name for path in out.iterdir())
    stem = "示例县政协协商活动一览表（2026年10月）"
    assert names == [f"{stem}.docx", f"{stem}.xlsx"]
    rows = load_workbook(out / f"{stem}.xlsx").worksheets[0].max_row
    assert rows >= 6
    assert stem in page.status_text


def test_the_first_column_stands_still(page: OwnTablePage) -> None:
    page.choices._change(fields=tuple(option.key for option in page.choices.fields._options))
    view = page.sheet.view
    assert view.frozen == 0
    view.horizontalScrollBar().setValue(400)
    assert view.frozen == view.columnWidth(0)
    assert view.indexAt(QPoint(5, 5)).column() == 0
    picture = view.viewport().grab()
    assert not picture.isNull()


def test_the_tabs_lead_to_the_other_parts(page: OwnTablePage, links: list[PageLink]) -> None:
    page.head.tabs.setFocus()
    press(page.head.tabs, KEY.Key_Left)
    assert links == [PageLink("charts", {"period": "2026-10"})]
    assert page.head.tabs.current == "own"
