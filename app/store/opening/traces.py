"""Traces: whether a store is gone, and by what lies beside it whether there was one, and with a key."""

from __future__ import annotations

from pathlib import Path

from app.paths import DataFolder
from app.store.backup.folder import BackupFolder


def has_traces(folder: DataFolder) -> bool:
    """Whether there was a store here; lists and copies that are torn by now tell of it too."""
    try:
        return (
            folder.keyring.exists()
            or _holds(folder.backups, "*.db")
            or _holds(folder.backups, "*.json")
            or _holds(folder.journal, "*")
            or _holds(folder.files, "??/*")
        )
    except OSError:
        return True  # better to ask than to begin a new one beside what cannot be looked at


def is_gone(folder: DataFolder) -> bool:
    """Whether nothing lies where the store was, or a file without a byte; False where nobody can look."""
    try:
        return folder.store.stat().st_size == 0
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False


def was_plain(folder: DataFolder) -> bool:
    """Whether the newest backup, or without any the journal, needs no key: the store had none either."""
    newest = BackupFolder(folder.backups).newest()
    if newest is not None:
        return not newest.encrypted
    from app.store.journal.folder import JournalFolder  # a start has no use for the journal

    try:
        return bool(JournalFolder(folder.journal, None).segments())
    except OSError:
        return False


def _holds(folder: Path, pattern: str) -> bool:
    return any(path.is_file() for path in folder.glob(pattern))
