"""Upgrade: an older store made into one of this version, after a backup of it."""

from __future__ import annotations

from collections.abc import Sequence

from app.clock import SystemClock
from app.paths import DataFolder
from app.store.backup.backup import Reason
from app.store.backup.backups import Backups
from app.store.connection import FORMAT
from app.store.migrations import STEPS
from app.store.migrations.migration import Migration
from app.store.migrations.step import Step
from app.store.opening.stamp import begin


def upgrade(
    folder: DataFolder, key: bytes | None, steps: Sequence[Step] = STEPS, target: int = FORMAT
) -> list[str]:
    """Returns what was reshaped and added; raises AppError or DBAPIError when nothing was.

    Call it under the store's lock, with nobody reading or writing the file.
    """
    _back_up(Backups(folder, SystemClock(), key))
    begin(folder)
    return Migration(folder.store, key, steps, target).run()


def _back_up(backups: Backups) -> None:
    """One that broke off and is tried again has its backup already."""
    newest = backups.newest()
    if newest is None or newest.reason != Reason.UPGRADE or backups.is_due():
        backups.make(Reason.UPGRADE)
