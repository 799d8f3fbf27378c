"""reports and report: every table by its name, without a window."""

from __future__ import annotations

from pathlib import Path

from app.clock import SystemClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from tests.commands import Run, data, run

__all__ = ["data", "run"]
NAME = "局长要的表"


def keep(folder: Path) -> None:
    office = Office(Store(DataFolder(folder)), SystemClock())
    office.saved_reports.save(office.own_tables.usual_figures().named(NAME))
    office.store.close()


def test_reports_lists_what_can_be_asked_for(run: Run, data: Path) -> None:
    keep(data)
    listed = {each["key"]: each for each in run("reports", "--json").json}
    assert listed["X1"]["title"] == "基层协商工作情况统计表"
    assert listed[NAME] == {
        "key": NAME, "title": NAME, "origin": "saved", "state": "可用", "problem": "",
    }  # fmt: skip
    lines = run("reports").out.splitlines()
    assert "X1 基层协商工作情况统计表（随软件带的）" in lines
    assert f"{NAME}（存下的临时表）" in lines


def test_report_writes_one_table(run: Run, data: Path, tmp_path: Path) -> None:
    keep(data)
    for name, ending in (("X1", "xlsx"), (NAME, "docx")):
        out = tmp_path / f"{name}.{ending}"
        said = run("report", name, "--period", "2026-10", "--out", str(out))
        assert said.out.strip() == str(out)
        assert out.stat().st_size > 1000


def test_what_cannot_be_written_is_a_sentence(run: Run, tmp_path: Path) -> None:
    out = str(tmp_path / "表.xlsx")
    assert "没有叫“天气”的报表" in run("report", "天气", "--period", "2026-10", "--out", out).err
    assert "以 .xlsx" in run("report", "X1", "--period", "2026-10", "--out", str(tmp_path / "表.pdf")).err
    assert "看不懂" in run("report", "X1", "--period", "十月", "--out", out).err
    assert run("report", "X1", "--period", "2026-10").code != 0
    assert list(tmp_path.glob("表*")) == []
