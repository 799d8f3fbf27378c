"""The reports page with a real store: writing, showing, saying what is out of date."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages import paper_writing as module
from app.ui.pages.reports_page import ReportsPage
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace
from tests.office import small_office

MONTH = "2026-10"


@pytest.fixture
def page(tmp_path: Path, appearance: Appearance, qtbot, monkeypatch):  # type: ignore[no-untyped-def]
    office = small_office(tmp_path)
    operations = Operations()
    monkeypatch.setattr(module, "documents_folder", lambda: tmp_path / "文档")
    made = ReportsPage(Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json")))
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    made.open(period=MONTH)
    yield made
    operations.finish()
    office.store.close()


def test_nothing_written_yet_is_said_and_can_be_done(page: ReportsPage) -> None:
    assert page._papers.count() == 0
    assert page._right.currentWidget() is page._empty
    assert page.commands()["print"] == "还没有出表，先按“出表”"


def test_a_layout_of_ones_own_that_is_broken_is_named(page: ReportsPage, tmp_path: Path) -> None:
    assert page._strip.text == ""
    own = tmp_path / "表样"
    own.mkdir()
    (own / "X1.json").write_text("{", encoding="utf-8")
    page.refresh()
    assert "X1.json" in page._strip.text


def test_the_data_are_checked_beside_the_window(page: ReportsPage) -> None:
    page.refresh()
    assert page._agreement.text().startswith("正在核对")
    page._after()
    page._before()
    page._place.operations.wait()
    assert "项全部相符" in page._agreement.text()


def test_writing_lists_word_and_every_sheet_and_shows_the_first(page: ReportsPage) -> None:
    page._make.setFocus()
    QTest.keyClick(page._make, Qt.Key.Key_Return)
    page._place.operations.wait()
    names = [page._papers.item(row).text() for row in range(page._papers.count())]
    assert names[0] == "2026年10月基层协商工作小结"
    assert {"基层协商工作情况统计表", "数据核对表"} <= set(names)
    assert page._preview.pages is not None
    assert page._preview.pages.count >= 1
    assert page._preview.pages.text(0).replace("\n", "").find("2026年10月") >= 0


def test_every_sheet_can_be_looked_at(page: ReportsPage) -> None:
    page._write()
    page._place.operations.wait()
    for row in range(1, page._papers.count()):
        page._papers.setCurrentRow(row)
        pages = page._preview.pages
        assert pages is not None, page._papers.item(row).text()
        assert pages.count >= 1, page._papers.item(row).text()


def test_a_changed_record_says_that_the_papers_are_out_of_date(page: ReportsPage) -> None:
    page._write()
    page._place.operations.wait()
    office = page._place.office
    township = office.records.add("township", [{"name": "新设镇"}])[0]
    page.refresh()
    assert "改了 1 条记录" in page.status_text
    assert page._papers.item(0).data(Qt.ItemDataRole.UserRole).stale
    assert township.uuid


def test_periods_are_stepped_and_widened(page: ReportsPage) -> None:
    page._after()
    assert page.when.stepper.text == "2026年11月材料"
    page.when._take_span("half")
    assert page.when.stepper.text == "2026年下半年材料"
    page._before()
    assert page.when.stepper.text == "2026年上半年材料"
