"""The fast share of programs started at the same moment."""

from __future__ import annotations

from tests.faults.runner import fast_share


def test_fast_share() -> None:
    fast_share("starts")
