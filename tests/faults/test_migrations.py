"""The fast share of reshaping an older store on a failing disk."""

from __future__ import annotations

from tests.faults.runner import fast_share


def test_fast_share() -> None:
    fast_share("migrations")
