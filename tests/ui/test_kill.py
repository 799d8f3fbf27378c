"""Pulling the plug: the program is killed two seconds after typing and offers what was typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.office import small_office

ROOT = Path(__file__).parents[2]


def _run(*arguments: str) -> tuple[int, list[Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.plug", *arguments],
        capture_output=True, text=True, encoding="utf-8", timeout=60, cwd=ROOT,
    )  # fmt: skip
    assert "most recent call" not in done.stderr, done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="no signal there that nobody can catch")
def test_what_was_typed_before_a_kill_is_offered_and_put_back(tmp_path: Path) -> None:
    folder, file = tmp_path / "台账", tmp_path / "签到册.txt"
    file.write_text("示例", encoding="utf-8")
    small_office(folder).store.close()
    ended, (typed,) = _run("type", str(folder), str(file))
    assert ended == -9
    values, unread = typed
    assert values["topic"] == "小区充电桩建在哪"
    assert values["consensus"][0]["task"]["deadline"]
    assert [each["member"]["label"] for each in values["members"]] == ["陈志明", "赵雅琴"]
    assert unread["happened_on"] == "13.40"
    ended, (offered, again, there) = _run("take", str(folder))
    assert ended == 0
    assert len(offered) == 1
    assert offered[0].startswith("协商活动“小区充电桩建在哪”（")
    assert again == typed
    assert there == [True]
