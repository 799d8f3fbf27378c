"""The fast share of stores made anew from backup and journal."""

from __future__ import annotations

from tests.faults.runner import fast_share


def test_fast_share() -> None:
    fast_share("rebuild")
