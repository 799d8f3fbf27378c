"""The fast share of reshaping an older store on a failing disk."""

from __future__ import annotations

from tests.faults.runner import Runner


def test_no_case_is_bad() -> None:
    outcome = Runner(1, ["migrations"]).fast()
    assert not outcome.bad, outcome.told
    assert outcome.run > 0
