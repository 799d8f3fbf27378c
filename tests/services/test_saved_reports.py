"""Kept ad-hoc tables: names, order, what broke, taking back; and every report by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.errors import AppError
from app.models.system import Change, SavedReport
from app.paths import RESOURCES
from app.services.office import Office
from app.services.own_table import Condition, OwnTable, SortKey, from_json
from app.services.report_shelf import Origin
from tests.office import small_office

NAME = "局长要的表"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = small_office(tmp_path / "数据")
    yield made
    made.store.close()


@pytest.fixture
def table(office: Office) -> OwnTable:
    return office.own_tables.usual("meeting").named(NAME)


def kept(office: Office) -> list[str]:
    return [saved.name for saved in office.saved_reports.all()]


def rewrite(office: Office, name: str, definition: str) -> None:
    """As another version of the program, or a hand, would leave it."""
    with office.store.writing() as session:
        row = session.scalars(select(SavedReport).where(SavedReport.name == name)).one()
        row.definition = definition


def test_a_table_comes_back_as_it_was_kept(office: Office, table: OwnTable) -> None:
    full = replace(
        table, filters=(Condition("brand", "in", ("courtyard",)), Condition("headcount", ">=", 3)),
        sort=(SortKey("township", True),), title="题", note="注\n两行",
    )  # fmt: skip
    office.saved_reports.save(full)
    figures = office.own_tables.usual_figures().named("数")
    office.saved_reports.save(figures)
    assert [saved.table for saved in office.saved_reports.all()] == [full, figures]


def test_the_text_kept_has_stable_keys(table: OwnTable) -> None:
    raw = json.loads(table.to_json())
    assert list(raw) == [
        "version", "name", "of", "kind", "fields", "filters", "group", "sort", "figures", "by", "spans",
        "title", "note",
    ]  # fmt: skip
    assert from_json(table.to_json()) == table


@pytest.mark.parametrize("name", ["", "  ", "长" * 41, "坏\x01名"])
def test_a_name_must_be_one(office: Office, table: OwnTable, name: str) -> None:
    with pytest.raises(AppError, match="名"):
        office.saved_reports.save(table.named(name))
    assert kept(office) == []


def test_a_taken_name_is_refused_and_nothing_changes(office: Office, table: OwnTable) -> None:
    reserved = office.report_shelf.reserved()
    office.saved_reports.save(table)
    other = replace(table, fields=("topic",))
    with pytest.raises(AppError, match="已经有叫“局长要的表”的报表"):
        office.saved_reports.save(other)
    with pytest.raises(AppError, match="已经有叫“X1”的报表"):
        office.saved_reports.save(table.named("X1"), reserved=reserved)
    with pytest.raises(AppError, match="已经有叫“委员走基层统计表”的报表"):
        office.saved_reports.rename(NAME, "委员走基层统计表", reserved=reserved)
    assert [saved.table for saved in office.saved_reports.all()] == [table]


def test_a_table_that_cannot_run_is_not_kept(office: Office, table: OwnTable) -> None:
    with pytest.raises(AppError, match="一列都没有选"):
        office.saved_reports.save(replace(table, fields=()))
    assert kept(office) == []


def test_saving_over_keeps_the_place(office: Office, table: OwnTable) -> None:
    for name in ("甲", "乙", "丙"):
        office.saved_reports.save(table.named(name))
    office.saved_reports.save(replace(table, fields=("topic",)).named("乙二"), over="乙")
    assert kept(office) == ["甲", "乙二", "丙"]
    assert office.saved_reports.runnable("乙二").fields == ("topic",)


def test_order_names_deleting_and_taking_back(office: Office, table: OwnTable) -> None:
    saved = office.saved_reports
    for name in ("甲", "乙", "丙"):
        saved.save(table.named(name))
    saved.move("丙", -1)
    saved.move("甲", -1)
    assert kept(office) == ["甲", "丙", "乙"]
    assert saved.rename("丙", " 丁 ") == "丁"
    gone = saved.delete("丁")
    assert kept(office) == ["甲", "乙"]
    saved.restore(gone, 1)
    assert kept(office) == ["甲", "丁", "乙"]
    assert saved.runnable("丁").name == "丁"
    with pytest.raises(AppError, match="已经有叫"):
        saved.restore(gone)
    with pytest.raises(AppError, match="没有存过叫“没有的”的报表"):
        saved.delete("没有的")
    with office.store.reading() as session:
        lines = session.scalars(select(Change.action).where(Change.kind == "saved_report")).all()
    assert lines == ["save", "save", "save", "move", "move", "rename", "delete", "restore"]


def test_a_field_that_is_gone_makes_it_one_to_change(office: Office, table: OwnTable) -> None:
    office.saved_reports.save(table)
    rewrite(office, NAME, table.to_json().replace('"host"', '"vanished"'))
    (saved,) = office.saved_reports.all()
    assert saved.problems == ("协商活动里没有“vanished”这一列了，请把它去掉或换一列。",)
    assert saved.table is not None
    assert "host" not in saved.table.fields
    with pytest.raises(AppError, match=r"报表“局长要的表”要改：.*vanished"):
        office.saved_reports.runnable(NAME)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"version": 1}', '{"version": 9, "of": "records"}'])
def test_what_cannot_be_read_is_said(office: Office, table: OwnTable, text: str) -> None:
    office.saved_reports.save(table)
    rewrite(office, NAME, text)
    (saved,) = office.saved_reports.all()
    assert saved.table is None
    assert "读不出来" in saved.reason


def test_reports_lists_shipped_own_layouts_and_kept(office: Office, table: OwnTable) -> None:
    folder = office.store.folder.layouts
    folder.mkdir(parents=True, exist_ok=True)
    shipped = (RESOURCES / "layouts" / "X5.json").read_text(encoding="utf-8")
    (folder / "X5.json").write_text(shipped, encoding="utf-8")
    (folder / "坏的.json").write_text("{", encoding="utf-8")
    office.saved_reports.save(table)
    entries = {entry.key: entry for entry in office.report_shelf.entries()}
    assert entries["X1"].origin is Origin.SHIPPED
    assert entries["X5"].origin is Origin.LAYOUT
    assert entries[NAME].origin is Origin.SAVED
    assert "坏的.json" in entries[""].problem


def test_any_report_is_written_by_its_name(office: Office, table: OwnTable, tmp_path: Path) -> None:
    office.saved_reports.save(table)
    period, shelf = office.calendar.parse("2026-10"), office.report_shelf
    sheets = {}
    for name in ("X1", "委员走基层统计表", NAME):
        path = shelf.write(name, period, tmp_path / f"{name}.xlsx")
        sheets[name] = load_workbook(path).sheetnames
        assert shelf.write(name, period, tmp_path / f"{name}.docx").exists()
    assert [len(each) for each in sheets.values()] == [1, 1, 1]
    with pytest.raises(AppError, match="没有叫“天气”的报表，可用：X1"):
        shelf.write("天气", period, tmp_path / "天气.xlsx")
    with pytest.raises(AppError, match=r"\.docx"):
        shelf.write("X1", period, tmp_path / "X1.txt")
