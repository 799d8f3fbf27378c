"""The fast share of programs started at the same moment."""

from __future__ import annotations

from tests.faults.runner import Runner


def test_no_case_is_bad() -> None:
    outcome = Runner(1, ["starts"]).fast()
    assert not outcome.bad, outcome.told
    assert outcome.run > 0
