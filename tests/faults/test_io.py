"""The fast share of faults at calls to the disk."""

from __future__ import annotations

import pytest

from tests.faults.runner import fast_share

PARTS = 2


@pytest.mark.parametrize("part", range(PARTS))
def test_fast_share(part: int) -> None:
    fast_share("io", part, PARTS)
