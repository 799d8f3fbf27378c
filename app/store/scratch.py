"""Scratch: where this run puts temporary files: beside the store, for its owner alone, always cleared up."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from app.paths import DataFolder
from app.store.lock import FileLock, Taken
from app.store.private_files import make_folder

log = logging.getLogger(__name__)

_LOCK = ".lock"


class Scratch:
    """Between `begin` and `end` the whole program's temporary files lie in a folder of this process.

    What a process that died has left is cleared away by the next one: previews and papers on their way to
    WPS show what an encrypted store keeps to itself.
    """

    def __init__(self) -> None:
        self._before = tempfile.tempdir
        self._folder: Path | None = None
        self._lock: FileLock | None = None

    def begin(self, data: DataFolder) -> None:
        """Nothing when it began already; a folder that cannot be written leaves the system's own."""
        if self._folder is not None:
            return
        try:
            make_folder(data.scratch)
            _clear(data.scratch)
            folder = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=data.scratch))
            self._lock = FileLock(folder / _LOCK)
        except (OSError, Taken):
            log.warning("temporary files stay in the system's folder", exc_info=True)
            return
        self._folder = folder
        tempfile.tempdir = str(folder)

    def end(self) -> None:
        """Everything of this run is gone, and temporary files are where they were."""
        tempfile.tempdir = self._before
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            with suppress(OSError):  # another process has its own in there
                self._folder.parent.rmdir()
            self._folder = None


def _clear(scratch: Path) -> None:
    for folder in scratch.iterdir():
        try:
            FileLock(folder / _LOCK).release()
        except (OSError, Taken):
            continue
        shutil.rmtree(folder, ignore_errors=True)
