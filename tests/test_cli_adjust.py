"""adjust and evidence without a window: what goes in, what comes out, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import SystemClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from tests.commands import MEETING, VISIT, Run, data, json_file, rows_of, run
from tests.services.opening_form import Cells, filled

__all__ = ["data", "run"]


def figure(run: Run, key: str, period: str) -> dict[str, int]:
    return next(row for row in run("figures", "--period", period, "--json").json if row["key"] == key)


def form(data: Path, folder: Path, cells: Cells) -> str:
    office = Office(Store(DataFolder(data), write=False), SystemClock())
    try:
        return str(filled(office, folder, cells))
    finally:
        office.store.close()


def test_one_number_is_adjusted_and_listed(run: Run) -> None:
    said = run("adjust", "--figure", "协商活动", "--month", "2024-09", "--amount", "3", "--reason", "漏报",
               "--basis", "示政协〔2024〕3号", "--township", "青山镇")  # fmt: skip
    assert said.code == 0
    assert "协商活动 2024年9月 +3 场" in said.out
    assert (
        run("adjust", "--figure", "visits", "--month", "2024-10", "--amount=-2", "--reason", "多报").code == 0
    )
    assert figure(run, "meetings", "2024-09")["本期"] == 3
    assert figure(run, "visits", "2024-10")["本期"] == -2
    rows = run("adjust", "--list", "--json").json
    assert [(row["figure"], row["amount"], row["township"], row["use"]) for row in rows] == [
        ("meetings", 3, "青山镇", "manual"), ("visits", -2, None, "manual"),
    ]  # fmt: skip
    assert rows[0]["basis"] == "示政协〔2024〕3号"
    assert rows[0]["reason"] == "漏报"
    assert len(run("adjust", "--list", "--period", "2024-10", "--json").json) == 1
    assert "共 2 条" in run("adjust", "--list").out


def test_a_form_goes_out_and_comes_back(run: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "表样.xlsx"
    assert run("adjust", "--template", str(out)).out.strip() == str(out)
    assert out.stat().st_size > 5000
    path = form(data, tmp_path, {("委员走访", "2025-09"): 4, ("委员走访", "2025年全年一笔"): 40})
    before = rows_of(data)
    dry = run("adjust", "--import", path, "--dry-run")
    assert dry.code == 0
    assert "会记 2 条，已有 0 条" in dry.out
    assert rows_of(data) == before
    assert "记了 2 条期初数" in run("adjust", "--import", path).out
    assert "记了 0 条期初数，已有 2 条" in run("adjust", "--import", path).out
    assert figure(run, "visits", "2025")["本期"] == 40
    assert {row["use"] for row in run("adjust", "--list", "--json").json} == {"opening"}


def test_a_wrong_form_is_named_cell_by_cell_and_nothing_is_written(
    run: Run, data: Path, tmp_path: Path
) -> None:
    path = form(data, tmp_path, {("委员走访", "2025-09"): 4, ("协商活动", "2025-09"): "十"})
    before = rows_of(data)
    said = run("adjust", "--import", path)
    assert said.code == 2
    assert "协商活动 2025年9月：“十”不是数" in said.err
    assert "一个数也没有记" in said.err
    assert rows_of(data) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "请写 --figure、--template、--import、--list 中的一个"),
        (["--list", "--figure", "协商活动"], "中的一个"),
        (["--figure", "协商活动"], "还要写 --month、--amount、--reason"),
        (
            ["--figure", "办结率", "--month", "2024-09", "--amount", "3", "--reason", "漏"],
            "是比出来的，不能调整",
        ),
        (
            ["--figure", "不知道", "--month", "2024-09", "--amount", "3", "--reason", "漏"],
            "没有“不知道”这个指标",
        ),
        (["--figure", "协商活动", "--month", "2024Q3", "--amount", "3", "--reason", "漏"], "不是一个月"),
        (["--figure", "协商活动", "--month", "2024-13", "--amount", "3", "--reason", "漏"], "看不懂"),
        (["--figure", "协商活动", "--month", "2024-09", "--amount", "三", "--reason", "漏"], "不是整数"),
        (["--figure", "协商活动", "--month", "2024-09", "--amount", "3", "--reason", ""], "原因"),
        (["--import", "没有.xlsx"], "找不到文件"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_changes_nothing(
    run: Run, data: Path, arguments: list[str], sentence: str
) -> None:
    before = rows_of(data)
    said = run("adjust", *arguments)
    assert said.code == 2
    assert sentence in said.err
    assert rows_of(data) == before


def test_evidence_of_a_month_and_of_one_activity(run: Run, tmp_path: Path) -> None:
    run("add", "visit", "--json", json_file(tmp_path, VISIT))
    uuid = run("add", "meeting", "--json", json_file(tmp_path, MEETING)).out.split()[0]
    out = tmp_path / "佐证"
    found = run("evidence", "--period", "2024-10", "--out", str(out), "--json").json
    assert Path(found["folder"]) == out / "示例县政协2024年10月佐证材料"
    assert [event["kind"] for event in found["events"]] == ["meeting", "visit"]
    assert "没有照片" in found["events"][0]["missing"]
    first = Path(found["folder"]) / found["events"][0]["folder"]
    assert {file["name"] for file in found["events"][0]["files"]} == {path.name for path in first.iterdir()}
    said = run("evidence", "协商活动", uuid, "--out", str(out))
    assert said.code == 0
    assert (out / "10-12 电动车集中充电佐证材料" / "目录.xlsx").is_file()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "请写 --period 期间，或写一条记录的类别和 UUID"),
        (["meeting"], "请写 --period 期间"),
        (["meeting", "0" * 32, "--period", "2024-10"], "请写 --period 期间"),
        (["meeting", "0" * 32], "没有编号为"),
        (["platform", "0" * 32], "没有佐证材料"),
        (["东西", "0" * 32], "没有“东西”这类记录"),
        (["--period", "2024-11"], "2024年11月没有已登记的活动"),
    ],
)
def test_evidence_that_cannot_be_made_leaves_no_folder(
    run: Run, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    out = tmp_path / "佐证"
    said = run("evidence", *arguments, "--out", str(out))
    assert said.code == 2
    assert sentence in said.err
    assert not out.exists() or not list(out.iterdir())
