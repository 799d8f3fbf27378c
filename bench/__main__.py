"""`python -m bench [--json FILE]`: prints every budget with its figure and writes them as JSON."""

from __future__ import annotations

import argparse
import gc
import json
import tempfile
from pathlib import Path

from app.bootstrap import open_office
from app.clock import SystemClock
from app.paths import DataFolder
from app.services.office import Office
from app.store.store import Store
from bench import backup, bulk, importing, listing, month, opening, start, unlock
from bench.clock import Measure, printed
from bench.data import make_store

KEY = bytes(range(32))


def main() -> None:
    gc.set_threshold(20_000, 20, 100)  # as app/__main__.py does
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("--json", type=Path, default=Path("bench.json"), help="where the figures go")
    parser.add_argument("--quick", action="store_true", help="smaller stores, for a look")
    options = parser.parse_args()
    scale = 10 if options.quick else 1
    found: list[Measure] = []
    with tempfile.TemporaryDirectory(prefix="cppcc-ledger-bench-") as root:
        found += _started(Path(root), 10_000 // scale)
        for label, key in (("", None), (", encrypted", KEY)):
            found += opening.measure(Path(root), 10_000 // scale, label, key)
            found += _month(Path(root), 50_000 // scale, label, key)
            found += importing.measure(Path(root), 10_000 // scale, label, key)
        found += _listed(Path(root) / "list", 100_000 // scale)
        found += unlock.measure(Path(root), 10_000 // scale)
    print(printed(found))
    rows = [measure.row() for measure in found]
    options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"written to {options.json}")


def _started(root: Path, records: int) -> list[Measure]:
    folder = root / "start"
    make_store(folder, records)
    office = open_office(DataFolder(folder))
    office.change_settings({"set_up": True})
    office.store.close()
    return start.measure(folder)


def _month(root: Path, activities: int, label: str, key: bytes | None) -> list[Measure]:
    folder = root / f"month{label.strip(', ')}"
    make_store(folder, activities, key)
    store = Store(DataFolder(folder), key=key)
    try:
        office = Office(store, SystemClock())
        found = [*month.measure(office, label, key), backup.measure(office, label)]
        return found + bulk.measure(office, activities // 5, label)
    finally:
        store.close()


def _listed(folder: Path, count: int) -> list[Measure]:
    """Lists and search over one kind; the budgets are those of 100,000 records."""
    found = []
    for name, answers in listing.measure(folder, count).items():
        label = "" if name == "plain" else f", {name}"
        for asked, times in answers.items():
            goal, must = (20, 50) if asked == "search" else (100, 150 if "page" in asked else 250)
            value = times["p95"] if asked == "search" else times["median"]
            found.append(Measure(f"list of {count}: {asked}{label}", value, "ms", goal, must))
    return found


if __name__ == "__main__":
    main()
