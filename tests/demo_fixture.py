"""The sample county, filled once a test run and copied for whoever wants it."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.clock import SAMPLE_MOMENT, FixedClock
from app.paths import DataFolder
from app.services.demo import fill
from app.services.office import Office
from app.store.store import Store
from tests.shared import shared_folder


def demo_office(folder: Path) -> Office:
    """The sample county in `folder`, which is made; close its store when done."""
    shutil.copytree(shared_folder("county", _fill), folder, dirs_exist_ok=True)
    return _office(folder)


def _fill(folder: Path) -> None:
    office = _office(folder)
    fill(office)
    office.store.close()


def _office(folder: Path) -> Office:
    return Office(Store(DataFolder(folder)), FixedClock(SAMPLE_MOMENT))
