"""Taking in a sheet of opening figures: read in the child process, checked, previewed, stored."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from app.clock import SystemClock
from app.models.days import Month
from app.paths import DataFolder
from app.services.figure_query import can_group, is_additive
from app.services.office import Office
from app.store.store import Store
from bench.clock import Measure, timed_once
from bench.data import TOWNSHIPS, make_store

FIRST_YEAR = 2016  # before anything the invented office holds


def measure(root: Path, cells: int, label: str, key: bytes | None) -> list[Measure]:
    """Seconds of a sheet of so many filled cells, each of which becomes a record."""
    folder = root / f"importing{label.strip(', ')}"
    make_store(folder, 1_000, key)
    store = Store(DataFolder(folder), key=key)
    try:
        office = Office(store, SystemClock())
        with tempfile.TemporaryDirectory() as place:
            sheet = Path(place) / "期初数.xlsx"
            _write(office, sheet, cells)
            office.opening.read(_small(office, Path(place)))  # the child is there, as after the first file
            seconds = timed_once(lambda: _take(office, sheet, cells))
    finally:
        store.close()
    return [Measure(f"import {cells} rows, checked and stored{label}", seconds, "s", 4, 6)]


def _take(office: Office, sheet: Path, cells: int) -> None:
    taken = office.opening.take(office.opening.read(sheet))
    assert len(taken) == cells, len(taken)


def _small(office: Office, place: Path) -> Path:
    small = place / "小表.xlsx"
    _write(office, small, 1)
    return small


def _write(office: Office, target: Path, cells: int) -> None:
    """A form as clerks fill it in: a row a figure and township, a column a month."""
    rows = list(_rows(office))
    months = [Month(FIRST_YEAR + place // 12, place % 12 + 1) for place in range(-(-cells // len(rows)))]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("期初数表")
    sheet.append(["指标", "单位", "乡镇（街道）", *(f"{m.year}年{m.month}月" for m in months)])
    for place, (figure, unit, township) in enumerate(rows):
        wanted = len(range(place, cells, len(rows)))
        sheet.append([figure, unit, township, *(place % 9 + 1 for _ in range(wanted))])
    book.save(target)


def _rows(office: Office) -> Iterator[tuple[str, str, str]]:
    known = office.figures.catalogue
    for figure in known.values():
        if figure.combined or not can_group(figure, "township", known):
            continue
        if is_additive(figure, "township", known) and figure.nature == "flow":
            for place in range(1, TOWNSHIPS + 1):
                yield figure.label, figure.unit, f"示例{place}镇"
