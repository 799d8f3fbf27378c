"""The fast share of a program killed at any moment."""

from __future__ import annotations

from tests.faults.runner import Runner


def test_no_case_is_bad() -> None:
    outcome = Runner(1, ["kills"]).fast()
    assert not outcome.bad, outcome.told
    assert outcome.run > 0
