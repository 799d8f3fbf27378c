"""The fast share of power cuts."""

from __future__ import annotations

from tests.faults.runner import Runner


def test_no_case_is_bad() -> None:
    outcome = Runner(1, ["power"]).fast()
    assert not outcome.bad, outcome.told
    assert outcome.run > 0
