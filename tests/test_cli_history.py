"""log, bin and undelete: what happened, without telling a stranger whom it was about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import MEETING, VISIT, Run, data, json_file, run

__all__ = ["data", "run"]  # fixtures

PRIVATE = ("13912345678", "欧阳秀珍", "0871-7654321", "永兴街道果园巷 8 号", "8123456", "530102196001011234")
RECEPTION = {"visitor": "欧阳秀珍", "phone": "13912345678", "matter": "欧阳秀珍说路灯不亮，电话 13912345678"}
ACTIVITY = {
    "happened_on": "2024-10-15", "topic": "接待日", "studio": "青山镇委员工作室", "members": ["陈志明"],
    "activity_type": "reception", "receptions": [RECEPTION], "people_served": 3,
    "remark": "身份证 530102196001011234，0871-7654321",
}  # fmt: skip
PERSON = {"name": "某委员", "phone": "0871-7654321", "address": "永兴街道果园巷 8 号"}
TOWN = {"name": "新街镇", "phone": "8123456"}


def _add(run: Run, folder: Path, kind: str, raw: dict[str, Any]) -> str:
    said = run("add", kind, "--json", json_file(folder, raw))
    assert said.code == 0, said.err
    return said.out.split()[0]


def test_the_log_of_one_record(run: Run, tmp_path: Path) -> None:
    uuid = _add(run, tmp_path, "visit", VISIT)
    run("undelete", uuid)
    said = run("log", uuid)
    lines = said.out.splitlines()
    assert lines[0].startswith("第 1 版　2")
    assert lines[0].endswith("　王秀兰　新增　走访果农")
    assert "    活动名称：走访果农" in lines
    assert "    参加委员：马文军" in lines
    (found,) = run("log", uuid, "--json").json
    assert (found["revision"], found["what"], found["status"], found["back_to"]) == (
        1,
        "新增",
        "registered",
        None,
    )
    assert {"field": "name", "label": "活动名称", "sort": "given", "old": "", "new": "走访果农"} in found[
        "changes"
    ]


def test_the_newest_hundred(run: Run, tmp_path: Path) -> None:
    _add(run, tmp_path, "meeting", MEETING)
    found = run("log", "--json").json
    assert found[0]["sentence"] == "新增 协商活动 XS-2024-0001 电动车集中充电"
    assert [each["what"] for each in found[0]["records"]] == ["新增"]
    assert any(each["sentence"] == "改了设置：填报人、单位简称" for each in found)
    assert run("log").out.splitlines()[0].endswith("王秀兰 新增 协商活动 XS-2024-0001 电动车集中充电")
    run("add", "visit", "--json", json_file(tmp_path, [VISIT] * 110))
    assert len(run("log").out.splitlines()) == 100


def test_a_months_steps_are_told_in_words(run: Run, tmp_path: Path) -> None:
    run("submit", "--period", "2024-09")
    run("reopen", "--period", "2024-09", "--why", "市里要求更正")
    lines = [line.split(" ", 3)[-1] for line in run("log").out.splitlines()[:2]]
    assert lines == ["退回了 2024-09（报 1）", "报送了 2024-09（报 1）"]


def test_the_chain_is_verified(run: Run, data: Path) -> None:
    assert "没有发现改动过" in run("log", "--verify").out
    assert run("log", "--verify", "--json").json["intact"] is True


def test_what_is_not_there(run: Run) -> None:
    said = run("log", "没有的")
    assert (said.code, said.out) == (2, "")
    assert "没有这条记录" in said.err


def test_the_bin_and_back(run: Run, data: Path, tmp_path: Path) -> None:
    from app.clock import SystemClock
    from app.paths import DataFolder
    from app.services.office import Office
    from app.store.store import Store

    visit = _add(run, tmp_path, "visit", VISIT)
    meeting = _add(run, tmp_path, "meeting", MEETING)
    assert run("bin").out == "共 0 条\n"
    office = Office(Store(DataFolder(data)), SystemClock())
    office.records.delete("visit", [visit], reason="登错了")
    office.records.delete("meeting", [meeting])
    office.store.close()
    said = run("bin").out
    assert f"{visit} 委员走访 ZF-2024-0001 走访果农" in said
    assert "王秀兰 删除　还剩 90 天　理由：登错了" in said
    assert said.endswith("共 2 条\n")
    rows = run("bin", "--json").json
    assert [(row["kind"], row["days_left"]) for row in rows] == [("meeting", 90), ("visit", 90)]
    back = run("undelete", visit, meeting)
    assert back.out.splitlines()[-1] == "恢复了 2 条"
    assert run("bin", "--json").json == []
    assert run("undelete", visit).out == "这些记录都没有删除，不用恢复\n"
    assert run("undelete", "没有的").code == 2


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_masked_values_are_nowhere_in_the_log(run: Run, tmp_path: Path, more: list[str]) -> None:
    added = [_add(run, tmp_path, kind, raw) for kind, raw in
             (("studio_activity", ACTIVITY), ("person", PERSON), ("township", TOWN))]  # fmt: skip
    said = "".join([run("log", *more).out, *(run("log", uuid, *more).out for uuid in added)])
    for private in PRIVATE:
        assert private not in said, private
    for masked in (
        "欧***",
        "139****5678",
        "0871-***4321",
        "永兴街****",
        "812*3456"[:4],
        "530102************",
    ):
        assert masked in said, masked
    assert "欧***说路灯不亮" in said
