"""A backup of 50,000 activities: copied, put on the disk, read back and verified."""

from __future__ import annotations

from app.services.office import Office
from bench.clock import Measure, timed

TIMES = 3


def measure(office: Office, label: str) -> Measure:
    """Seconds of one backup; the floor is a copy by SQLite alone, neither listed nor pruned."""
    target = office.store.folder.root / "floor.db"
    floor = min(timed(lambda: office.store.copy_to(target), TIMES))
    target.unlink()
    value = min(timed(office.backups.make, TIMES))
    note = f"floor {floor:.2f} s: the verified copy alone"
    return Measure(f"backup, 50,000 activities{label}", value, "s", None, 2, value / floor, note)
