"""The page of opening figures with a real store: looking at a sheet, taking it, taking it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.services.list_query import Query
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.pages.links import list_link
from app.ui.pages.opening_lines import NEW, WRONG
from app.ui.pages.opening_page import OpeningPage
from app.ui.pages.page import PageLink
from app.ui.preferences import Preferences
from app.ui.workplace import Workplace
from tests.office import small_office
from tests.services.opening_form import Cells, filled

Choose = Callable[[Cells], Path]
GOOD: Cells = {("委员走访", "2026-08"): 4, ("委员走访", "2025年全年一笔"): 40, ("委员工作室", "2026-09"): 1}
BAD: Cells = {**GOOD, ("协商活动", "2026-09"): "十", ("协商会义", "2026-09"): 3}


@pytest.fixture
def page(tmp_path: Path, appearance: Appearance, qtbot: QtBot) -> Iterator[OpeningPage]:
    office = small_office(tmp_path / "data")
    operations = Operations()
    made = OpeningPage(Workplace(office, operations, appearance, Preferences(tmp_path / "界面.json")))
    operations.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    yield made
    operations.finish()
    office.store.close()


@pytest.fixture
def choose(page: OpeningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Fills a form and presses 选表."""

    def act(cells: Cells) -> Path:
        path = filled(page._place.office, tmp_path, cells)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        page.choose.click()
        page._place.operations.wait()
        return path

    return act


def words(page: OpeningPage, column: str) -> list[str]:
    return [line.cell(column).text for line in page.table.lines]


def test_nothing_chosen_yet_says_what_to_do(page: OpeningPage) -> None:
    assert page._stack.currentWidget() is page.empty
    assert page.note.toolTip() == "先选填好的期初数表"
    assert not page.note.isEnabled()
    assert not page.segments.isVisible()


def test_a_sheet_is_shown_before_anything_is_noted(page: OpeningPage, choose: Choose) -> None:
    choose(GOOD)
    assert words(page, "figure") == ["委员走访", "委员走访", "委员工作室"]
    assert words(page, "amount") == ["40", "4", ""]
    assert words(page, "note") == ["只进累计，单月的数不知道", "", "已有 1，不再记"]
    assert page.note.text() == "记入 2 条"
    assert page.note.isEnabled()
    assert page._place.office.count("adjustment") == 0
    assert [option.text for option in page.segments.options] == ["全部 3", "新记 2", "已有 1"]
    page.segments.chosen.emit(NEW)
    assert len(page.table.lines) == 2
    assert page.status_text.startswith("Q")


def test_what_is_wrong_comes_first_and_nothing_can_be_noted(page: OpeningPage, choose: Choose) -> None:
    path = choose(BAD)
    assert "有 2 处要改" in page.strip.text
    assert path.name in page.strip.text
    assert page.note.toolTip() == "有 2 处要改，改好再记"
    assert [row.sort for row in page._shown[:2]] == [WRONG, WRONG]
    assert page.table.lines[0].cell("state").status.text == "要改"  # type: ignore[union-attr]
    page.take()
    page._place.operations.wait()
    assert page._place.office.count("adjustment") == 0


def test_a_sheet_is_noted_and_taken_back(page: OpeningPage, choose: Choose, qtbot: QtBot) -> None:
    choose(GOOD)
    offered: list[bool] = []
    page.undo_offered.connect(offered.append)
    page.note.setFocus()
    QTest.keyClick(page.note, Qt.Key.Key_Return)
    page._place.operations.wait()
    assert page._place.office.count("adjustment") == 2
    assert page.strip.text.startswith("记入了 2 条期初数，来自“示例县政协期初数表.xlsx”")
    assert page.preview is None
    assert not page.note.isEnabled()
    undo = page.commands()["undo"]
    assert callable(undo)
    undo()
    page._place.operations.wait()
    assert page._place.office.count("adjustment") == 0
    assert page.strip.text == "撤销了 2 条期初数。"
    assert offered == [True, False]
    assert page.commands() == {}


def test_what_was_noted_can_be_looked_at(page: OpeningPage, choose: Choose) -> None:
    choose(GOOD)
    page.take()
    page._place.operations.wait()
    asked: list[PageLink] = []
    page.open_requested.connect(asked.append)
    page.empty.acted.emit("list")
    uuids = {*_all(page)}
    assert [link.page for link in asked] == [list_link("adjustment").page]
    assert (set(asked[0].args["uuids"]), asked[0].args["words"]) == (uuids, "示例县政协期初数表.xlsx")


def test_a_change_elsewhere_is_taken_in(page: OpeningPage, choose: Choose) -> None:
    choose(GOOD)
    visit = {"happened_on": "2026-08-13", "name": "走访果农", "members": ["马文军"], "people_served": 20}
    office = page._place.office
    page._place.operations.run(lambda: office.records.add("visit", [visit]))
    page._place.operations.wait()
    assert "已有 1，这次 4，补 3" in words(page, "note")
    page.take()
    page._place.operations.wait()
    assert page.strip.text.startswith("记入了 2 条")


def test_a_file_that_is_no_sheet_is_said(
    page: OpeningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "旧.xls").write_bytes(b"\xd0\xcf" * 100)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "旧.xls"), ""))
    page.choose.click()
    page._place.operations.wait()
    assert "另存成 .xlsx" in page.strip.text
    assert page._stack.currentWidget() is page.empty
    assert page.choose.isEnabled()


def test_the_empty_form_goes_where_the_clerk_wants_it(
    page: OpeningPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def ask(_page: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        begun.append(Path(start).name)
        return str(tmp_path / "表样"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.form.click()
    page._place.operations.wait()
    assert begun == ["示例县政协期初数表.xlsx"]
    assert (tmp_path / "表样.xlsx").is_file()
    assert page.status_text == f"表样写好了：{tmp_path / '表样.xlsx'}"


def _all(page: OpeningPage) -> list[str]:
    listing = page._place.office.listing
    return listing.uuids("adjustment", listing.find(Query("adjustment")).ids)
