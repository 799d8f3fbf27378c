"""The fast share of power cuts."""

from __future__ import annotations

from tests.faults.runner import fast_share


def test_fast_share() -> None:
    fast_share("power")
