"""The fast share of faults at calls to the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import io
from tests.faults.runner import Runner
from tests.faults.test_shim import run

PARTS = 2
_BEYOND = """
from pathlib import Path
from tests.faults import io
from tests.faults.troubles import TROUBLES

[failing] = [each for each in TROUBLES if each.name == "one write fails"]
[settings] = [action for action, encrypted in io.SCENES if action.name == "settings" and not encrypted]
shared = io.prepare(Path(sys.argv[1]), 1)
scene, writes, _ = io._prepared(shared, settings, False)
for at in (len(writes) + 1, len(writes)):
    print(io._tried(shared, scene, failing, at, deep=False))
"""


@pytest.mark.parametrize("part", range(PARTS))
def test_no_case_is_bad(part: int) -> None:
    outcome = Runner(1, ["io"]).fast(part, PARTS)
    assert not outcome.bad, outcome.told
    assert outcome.run > 0


def test_a_case_that_tries_nothing_is_bad(tmp_path: Path) -> None:
    """A call that the action did not make this time, and a number that another process counted."""
    done = run(tmp_path, _BEYOND)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["the call was not reached, so nothing was tried", "None"]
    shared = io.Shared(tmp_path, 1, None, scenes=len(io.SCENES))  # type: ignore[arg-type]
    assert io.case(shared, 7) == "there is no such case: this process counts 0"
