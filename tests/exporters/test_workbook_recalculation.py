"""What LibreOffice works out itself equals the values written beside the formulas."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from app.exporters.tables import MonthChart, Ratio, Series, Total
from app.exporters.workbook import write_workbook
from tests.exporters.workbook_samples import (
    CLOSED,
    DUE,
    MEETINGS,
    NOW,
    RATE,
    filled_report,
    ledger,
    opened,
    report,
    shipped,
    small_layout,
    texts,
)

HALVES = ((1, 8), (23, 40), (7, 8), (1, 200), (201, 200), (0, 0), (2, 3))


def converted(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice saves it."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    done = subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(path)], capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "out" / path.name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_comes_to_the_same_numbers(tmp_path: Path) -> None:
    tables = [filled_report(shipped("X1"))]
    for closed, due in HALVES:
        totals = [Total(due, additive=True), Total(closed, additive=True)]
        ratio = Total(Ratio(closed, due), ratio_of=("closed", "due"))
        rows = {"甲": (due, closed, Ratio(closed, due), 1), "乙": (0, 0, Ratio(0, 0), None)}
        tables.append(
            report(small_layout(DUE, CLOSED, RATE, MEETINGS), rows, [*totals, ratio, Total(1, additive=True)])
        )
    path = tmp_path / "表.xlsx"
    chart = MonthChart("题", ("1月", "2月"), (Series("2026年", (1, None)),))
    write_workbook(path, [*tables, chart, ledger(["=1+1", "#N/A", "_x0041_"])], now=NOW)
    bare = tmp_path / "无值.xlsx"
    opened(path).save(bare)  # openpyxl drops the values, so that LibreOffice has to work them out
    assert opened(bare, values=True)["试表"]["C6"].value is None
    theirs = opened(converted(bare, tmp_path), values=True)
    ours = opened(path, values=True)
    assert ours.sheetnames == theirs.sheetnames
    formulas = opened(path)
    compared = 0
    for name in ours.sheetnames:
        for cell, formula in texts(formulas[name]).items():
            if str(formula).startswith("=") and formulas[name][cell].data_type == "f":
                assert theirs[name][cell].value == ours[name][cell].value, (name, cell, formula)
                compared += 1
    assert compared == 4 * len(HALVES) + sum(total is not None for total in tables[0].totals)
    assert [theirs["台账"].cell(row, 2).value for row in (3, 4, 5)] == ["=1+1", "#N/A", "_x0041_"]
