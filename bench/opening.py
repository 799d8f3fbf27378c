"""Opening checks: what looking through a store costs before it is opened, after a clean end or a crash."""

from __future__ import annotations

from pathlib import Path

from app.paths import DataFolder
from app.store.opening.judging import condition_of
from app.store.opening.stamp import forget
from app.store.store import Store
from bench.clock import Measure, median_ms, timed
from bench.data import make_store


def measure(root: Path, records: int, label: str, key: bytes | None) -> list[Measure]:
    """On top of a start; a crash leaves no stamp, so SQLite has to look at every page."""
    folder = DataFolder(root / f"opening{label.strip(', ')}")
    make_store(folder.root, records, key)
    clean = median_ms(timed(lambda: condition_of(folder, key)))
    forget(folder)
    crashed = median_ms(timed(lambda: condition_of(folder, key)))

    def close() -> None:
        forget(folder)
        Store(folder, key=key).close()

    closing = median_ms(timed(close)) - crashed
    return [
        Measure(f"opening checks, {records} records{label}", clean, "ms", 300, 1000),
        Measure(f"opening checks after a crash, {records} records{label}", crashed, "ms", 300, 1000),
        Measure(f"open and keep the stamp at closing, {records} records{label}", closing, "ms"),
    ]
