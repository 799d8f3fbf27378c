"""The data folder is gone while the program is open: said in a sentence, nothing lost, gone on with later."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import AppError
from app.paths import DataFolder
from app.services.store_check import StoreCheck
from tests.office import small_office, uuids

Pull = Callable[[Path, Path], object]


def _copied_and_removed(folder: Path, away: Path) -> None:
    """As a disk that comes back with other handles."""
    shutil.copytree(folder, away)
    shutil.rmtree(folder)


PULLS: tuple[Pull, ...] = (Path.rename, _copied_and_removed)


@pytest.mark.parametrize("pull", PULLS)
def test_a_disk_that_is_pulled_loses_nothing(tmp_path: Path, pull: Pull) -> None:
    folder, away = tmp_path / "台账", tmp_path / "拔掉的"
    office = small_office(folder)
    office.records.add("township", [{"name": "存上的乡"}])
    pull(folder, away)
    for _ in range(2):
        with pytest.raises(AppError, match=r"不见了，.*磁盘拔掉了，没有存上，填的内容还在"):
            office.records.add("township", [{"name": "没存上的乡"}])
    assert not DataFolder(folder).store.exists()  # no empty one was made in its place
    shutil.rmtree(folder, ignore_errors=True)
    away.rename(folder)
    office.records.add("township", [{"name": "接好以后的乡"}])
    names = set(uuids(office, "township"))
    assert {"存上的乡", "接好以后的乡"} <= names
    assert "没存上的乡" not in names
    office.store.close()
    assert StoreCheck(DataFolder(folder)).run(deep=True).wrong == []


def test_closing_on_a_disk_that_is_gone_says_nothing_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "台账"
    office = small_office(folder)
    folder.rename(tmp_path / "拔掉的")
    office.store.close()
    assert StoreCheck(DataFolder(tmp_path / "拔掉的")).run(deep=True).wrong == []
