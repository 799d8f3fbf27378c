"""Timing: repeated runs of one thing, and the table they are printed in."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Measure:
    """One budget of the architecture: value, goal and must in the same unit; ratio to its floor, if any."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    must: float | None = None
    ratio: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        if self.must is None:
            return ""
        if self.goal is not None and self.value <= self.goal:
            return "goal"
        return "ok" if self.value <= self.must else "OVER"

    def row(self) -> dict[str, object]:
        return asdict(self) | {"verdict": self.verdict}


def timed(work: Callable[[], object], times: int = 5) -> list[float]:
    """Seconds of each run, after one that warms up."""
    work()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return found


def timed_once(work: Callable[[], object]) -> float:
    """Seconds of something that can be done only once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_ms(seconds: Sequence[float]) -> float:
    return statistics.median(seconds) * 1000


def p95_ms(seconds: Sequence[float]) -> float:
    return sorted(seconds)[max(0, round(len(seconds) * 0.95) - 1)] * 1000


def printed(measures: Sequence[Measure]) -> str:
    """The table, one measure a line."""
    lines = [f"{'measure':<52}{'value':>11}{'goal':>9}{'must':>9}{'ratio':>8}  verdict"]
    for m in measures:
        goal = "" if m.goal is None else f"{m.goal:g}"
        must = "" if m.must is None else f"{m.must:g}"
        ratio = "" if m.ratio is None else f"{m.ratio:.2f}"
        value = f"{m.value:.2f}" if m.value < 10 else f"{m.value:.1f}"
        figures = f"{value:>8} {m.unit:<2}{goal:>9}{must:>9}{ratio:>8}"
        lines.append(f"{m.name:<52}{figures}  {m.verdict} {m.note}")
    return "\n".join(lines)
