"""The fast share of a program killed at any moment."""

from __future__ import annotations

from tests.faults.runner import fast_share


def test_fast_share() -> None:
    fast_share("kills")
