"""Suite: one kind of fault, as a numbered row of cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Suite:
    """Cases 0 … n-1; what a case does and finds follows from the seed and its number alone.

    prepare: (scratch folder, seed) → what the cases of one worker process share; the folder is its own and is
             removed with it.
    case:    (shared, number) → None when good, else one line saying what was bad. It may raise: that is bad
             too. It may fork; it may leave files in the scratch folder only.
    """

    name: str
    what: str  # one line for docs/reliability.md
    fast: int  # cases in `dev.py test`
    whole: int  # cases in `dev.py torture`; 0 = as many as `cases` says
    prepare: Callable[[Path, int], Any]
    case: Callable[[Any, int], str | None]
    cases: Callable[[Any], int] | None = None  # shared → how many there are, for `whole` 0
    sample: Callable[[Any], Sequence[int]] | None = None  # the fast share, when not spread over all
    weight: int = 1  # share of a budget
    limit: float = 60.0  # seconds; a case that takes longer is killed with all it forked, and is bad
    faulty_calls: bool = False  # its workers run with the fault shim loaded (shim.py)


def suite_named(name: str) -> Suite:
    """The suite of that name; only its module is loaded."""
    suite: Suite = import_module(f"tests.faults.{name}").SUITE
    if suite.name != name:
        raise ValueError(f"tests/faults/{name}.py holds the suite {suite.name}")
    return suite


def spread(total: int, seed: int) -> list[int]:
    """All numbers below `total`, so ordered that any beginning of them is strewn over the whole range."""
    bits = max(total - 1, 0).bit_length()
    halved = (int(f"{place:0{bits}b}"[::-1], 2) if bits else 0 for place in range(1 << bits))
    return [(number + seed * 7919) % total for number in halved if number < total]
