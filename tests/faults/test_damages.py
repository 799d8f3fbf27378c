"""The fast share of damages of the store's file."""

from __future__ import annotations

from tests.faults.runner import fast_share


def test_fast_share() -> None:
    fast_share("damages")
