"""What takes seconds to make is made once a test run, by whichever process comes first."""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

PLACE = "LEDGER_TESTS_SHARED"
"""Says where to the processes of a run; tests/conftest.py sets it before they start."""
_PATIENCE = 300.0  # seconds


def shared_folder(name: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` filled, to be copied and not to be changed."""
    place = _place()
    folder = place / name
    # A lock that works everywhere and goes with its process.
    with closing(sqlite3.connect(place / f"{name}.lock", timeout=_PATIENCE, isolation_level=None)) as turn:
        turn.execute("BEGIN EXCLUSIVE")
        if not folder.exists():
            unfinished = place / f"{name}.part"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


@cache
def _place() -> Path:
    if PLACE in os.environ:
        place = Path(os.environ[PLACE])
        place.mkdir(exist_ok=True)
        return place
    place = Path(tempfile.mkdtemp(prefix="ledger-shared-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place
