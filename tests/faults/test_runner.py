"""The frame itself: spread over the range, and a bad, hanging, dying or raising case is told."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.faults import SUITES
from tests.faults.pool import Broken, Pool
from tests.faults.runner import Outcome, write_table
from tests.faults.suite import Suite, spread, suite_named

UNEQUAL = "LEDGER_TEST_UNEQUAL"
CONDUCT = {0: "good", 1: "bad", 2: "raises", 3: "hangs", 4: "dies", 5: "good"}


def _case(shared: Any, number: int) -> str | None:
    match CONDUCT[number]:
        case "bad":
            return "found it"
        case "raises":
            raise ValueError("so")
        case "hangs":
            time.sleep(60)
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
    return None


def _refuse(folder: Path, seed: int) -> None:
    raise ValueError("no ground")


def _count(folder: Path) -> int:
    """Six; where it is wanted, fewer for every worker but the first."""
    if UNEQUAL in os.environ:
        try:
            (folder.parent.parent / "first").touch(exist_ok=False)
        except FileExistsError:
            return 5
    return len(CONDUCT)


SUITE = Suite(
    "test_runner", "what a case can do", fast=6, whole=0, prepare=lambda folder, _: folder, case=_case,
    cases=_count, limit=1.0,
)  # fmt: skip


@pytest.mark.parametrize("total", [1, 2, 3, 10, 97, 5000])
def test_any_beginning_is_strewn_over_the_whole_range(total: int) -> None:
    order = spread(total, 7)
    assert sorted(order) == list(range(total))
    beginning = sorted(order[: max(1, total // 10)])
    if total > 90:
        gaps = [b - a for a, b in zip([0, *beginning], [*beginning, total], strict=True)]
        assert max(gaps) < 30


def test_every_way_to_be_bad_is_told() -> None:
    with Pool(SUITE, 1) as pool:
        pool.begin()
        assert sorted(pool.numbers) == list(range(6))
        found = dict(pool.run(range(6)))
    assert (found[0], found[1], found[5]) == (None, "found it", None)
    assert "ValueError: so" in str(found[2])
    assert "hung for more than 1 s" in str(found[3])
    assert "the worker died (-9)" in str(found[4])


def test_a_worker_by_whose_count_the_numbers_mean_other_cases_is_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(UNEQUAL, "1")
    with Pool(SUITE, 1) as pool:
        pool.begin()
        while not pool.complaints:
            assert dict(pool.run([0])) == {0: None}
        assert dict(pool.run(range(2))) == {0: None, 1: "found it"}
        assert pool.said() == ["test_runner: a worker counts 5 cases, not 6; it was let go"]


def test_a_suite_that_cannot_be_prepared_breaks_off_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    unfit = Suite("nowhere", "a module that is not there", 1, 1, _refuse, _case)
    with Pool(unfit, 1, width=1) as pool, pytest.raises(Broken, match="No module named"):
        pool.begin()


def test_the_table_takes_its_place_in_a_page(tmp_path: Path) -> None:
    outcome = Outcome(SUITE, 1, total=6, run=6, seconds=2.0)
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- torture -->\nold\n<!-- /torture -->\nafter\n", encoding="utf-8")
    write_table([outcome], page, "dev.py torture")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    assert "| test_runner | what a case can do | 6 | 0 | 2 | `dev.py torture` |" in text


def test_what_was_not_run_again_keeps_its_row(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    for name, command in (("kills", "dev.py torture --suite kills"), ("io", "dev.py torture --suite io")):
        write_table([Outcome(suite_named(name), 1, total=9, run=9, seconds=2.0)], page, command)
    again = Outcome(suite_named("io"), 1, total=9, run=8, seconds=1.0)
    write_table([again], page, "dev.py torture --budget 1s")
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")][2:]
    assert [row.split(" | ")[0] for row in rows] == ["| io", "| kills"]
    assert rows[0].endswith("| 8 of 9 | 0 | 1 | `dev.py torture --budget 1s` |")
    assert rows[1].endswith("| 9 | 0 | 2 | `dev.py torture --suite kills` |")


def test_every_suite_is_whole_and_has_its_fast_share() -> None:
    suites = [suite_named(name) for name in SUITES]
    for suite in suites:
        assert suite.fast > 0
        assert suite.whole > 0 or suite.cases is not None
        assert (Path(__file__).parent / f"test_{suite.name}.py").exists()
