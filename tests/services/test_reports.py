"""A period's files: new ones every time, remembered, marked when the county is a sample."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from app.clock import FixedClock
from app.errors import AppError
from app.models.periods import Calendar
from app.paths import DataFolder
from app.services.office import Office
from app.services.reports import is_formal
from app.store.store import Store
from tests.office import MOMENT, small_office
from tests.services.record_samples import FULL, VISIT

OCTOBER = Calendar().month(2026, 10)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = small_office(tmp_path / "数据")
    office.records.add("meeting", [FULL])
    office.records.add("visit", [VISIT])
    yield office
    office.store.close()


def _workbook(office: Office, folder: Path) -> Path:
    return office.reports.write_workbook(OCTOBER, office.reports.tables(OCTOBER), folder / "报送")


def test_word_and_excel_are_written_and_a_second_time_beside_the_first(
    office: Office, tmp_path: Path
) -> None:
    out = tmp_path / "报送"
    first = office.reports.export(OCTOBER, out)
    assert [path.suffix for path in first] == [".docx", ".docx", ".xlsx"]
    assert all(path.name.startswith("示例县政协2026年10月") for path in first)
    before = {path: path.read_bytes() for path in first}
    second = office.reports.export(OCTOBER, out)
    assert all(path.stem.endswith("-第2次") for path in second)
    assert {path: path.read_bytes() for path in first} == before
    assert sorted(out.iterdir()) == sorted([*first, *second])


def test_what_was_written_is_remembered_and_what_changed_since_is_counted(
    office: Office, tmp_path: Path
) -> None:
    assert office.reports.issued(OCTOBER) is None
    told: list[tuple[int, int, str]] = []
    paths = office.reports.export(OCTOBER, tmp_path / "报送", lambda *step: told.append(step))
    assert [done for done, *_ in told] == sorted(done for done, *_ in told)
    assert told[-1][0] == told[-1][1]
    assert all(words for *_, words in told)
    issued = office.reports.issued(OCTOBER)
    assert issued is not None
    assert issued.paths == tuple(paths)
    assert office.reports.changed_since(issued) == 0
    added = office.records.add("visit", [VISIT | {"name": "补录"}])[0]
    office.records.save(office.records.load("visit", added.uuid))
    assert office.reports.changed_since(issued) == 1
    assert office.reports.issued(Calendar().month(2026, 9)) is None


def test_sheets_stand_in_the_order_they_are_named(office: Office, tmp_path: Path) -> None:
    path = _workbook(office, tmp_path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [paper.sheet for paper in office.reports.papers(OCTOBER) if paper.sheet]
    words = [
        str(cell.value) for line in book["指标口径"].iter_rows() for cell in line if cell.value is not None
    ]
    assert "协商活动" in words
    assert any("统计期间：2026年10月1日—10月31日" in word for word in words)
    book.close()


def test_a_sample_county_says_so_on_every_sheet(office: Office, tmp_path: Path) -> None:
    office.change_settings({"demo": True})
    path = _workbook(office, tmp_path)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        edges = (sheet.oddHeader, sheet.oddFooter)
        marks = [part.text for edge in edges if edge for part in (edge.left, edge.center, edge.right) if part]
        assert any("示例数据" in mark for mark in marks if mark), sheet.title
    book.close()


def test_an_empty_period_is_reported_too(office: Office, tmp_path: Path) -> None:
    empty = Calendar().month(2019, 5)
    assert len(office.reports.export(empty, tmp_path / "报送")) == 3


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_remembered(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    with pytest.raises(AppError, match="没能写出"):
        office.reports.export(OCTOBER, tmp_path / "文件")
    with pytest.raises(AppError, match="没能写出"):
        office.reports.export(OCTOBER, tmp_path.joinpath(*["很深的文件夹" * 6] * 8))
    assert office.reports.issued(OCTOBER) is None


def test_a_paper_that_cannot_be_taken_away_again_hides_nothing(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, total: int, text: str) -> None:
        if done:
            monkeypatch.setattr(Path, "unlink", refuse)
            raise AppError("磁盘没有应答。")

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(AppError, match="磁盘没有应答"):
        office.reports.export(OCTOBER, tmp_path, stop)


def test_a_broken_layout_of_ones_own_is_passed_over_and_said(office: Office, tmp_path: Path) -> None:
    own = office.store.folder.layouts
    own.mkdir()
    (own / "X1.json").write_text("{", encoding="utf-8")
    assert "X1.json" in "".join(office.reports.shelf().problems)
    assert _workbook(office, tmp_path).is_file()


def test_a_reader_exports_without_remembering(tmp_path: Path) -> None:
    small_office(tmp_path / "数据").store.close()
    reader = Office(Store(DataFolder(tmp_path / "数据"), write=False), FixedClock(MOMENT))
    assert len(reader.reports.export(OCTOBER, tmp_path / "报送")) == 3
    assert reader.reports.issued(OCTOBER) is None
    reader.store.close()


def test_half_years_and_years_are_formal() -> None:
    calendar = Calendar()
    assert [is_formal(p) for p in (calendar.month(2026, 1), calendar.quarter(2026, 1), calendar.half(2026, 1),
                                   calendar.year(2026))] == [False, False, True, True]  # fmt: skip
