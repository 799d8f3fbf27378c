"""The fast share of spoilt sheets and templates."""

from __future__ import annotations

from tests.faults.runner import fast_share


def test_fast_share() -> None:
    fast_share("mutations")
