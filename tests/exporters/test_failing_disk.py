"""A disk that fails while a paper is written: none is there that was said not to be."""

from __future__ import annotations

import errno
import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.errors import AppError
from app.exporters import files
from app.exporters.files import write_beside
from app.exporters.tables import RecordColumn, RecordTable
from app.exporters.workbook import write_workbook


def _fail(*_: Any) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_name_that_does_not_reach_the_disk_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_sync_folder", _fail)
    with pytest.raises(AppError, match=r"没能写出“表\.xlsx”"):
        write_beside(tmp_path / "表.xlsx", lambda out: out.write(b"1"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_replaced_is_not_said_to_be_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(files, "_sync_folder", _fail)
    with pytest.raises(AppError, match="写好了，但磁盘没有应答"):
        write_beside(path, lambda out: out.write(b"new"), replace=True)
    assert path.read_bytes() == b"new"


def test_a_name_reserved_where_there_are_no_links_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Any) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "replace", _fail)
    with pytest.raises(AppError, match="没能写出"):
        write_beside(tmp_path / "表.xlsx", lambda out: out.write(b"1"))
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_needs_no_file_whose_errors_go_by_unheard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "没有"))
    table = RecordTable("表", "标题", (RecordColumn("项", 8),), (("值",),), ("一", "二", "三"))
    write_workbook(tmp_path / "表.xlsx", [table], now=datetime(2026, 10, 28), mark="")
    assert "值" in [cell.value for row in load_workbook(tmp_path / "表.xlsx").worksheets[0] for cell in row]
