"""The sample county, filled once a session and copied for whoever wants it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from app.clock import SAMPLE_MOMENT, FixedClock
from app.paths import DataFolder
from app.services.demo import fill
from app.services.office import Office
from app.store.store import Store


def demo_office(folder: Path) -> Office:
    """The sample county in `folder`, which is made; close its store when done."""
    shutil.copytree(_filled(), folder, dirs_exist_ok=True)
    return Office(Store(DataFolder(folder)), FixedClock(SAMPLE_MOMENT))


@cache
def _filled() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="ledger-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = Office(Store(DataFolder(folder)), FixedClock(SAMPLE_MOMENT))
    fill(office)
    office.store.close()
    return folder
