"""Requests: what a page asks of the program itself, beyond going to another page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Requests(QObject):
    """Pages emit, the program listens; nobody needs to know the other."""

    leave_demo_requested = Signal()
    """The clerk wants out of the sample county."""
    turn_on_requested = Signal()
    """The store is to have a password."""
    turn_off_requested = Signal()
    """The store is to have none any more."""
    access_changed = Signal()
    """Who can open the store is another: older backups in the second place are to know it too."""
    backup_requested = Signal()
    """A backup is wanted now."""
    backup_copied = Signal()
    """The newest backup is in the second place."""
    restore_requested = Signal()
    """A backup is to be put in the place of the store."""
    settings_changed = Signal(object)
    """The OfficeSettings just saved."""
    pending_changed = Signal(int)
    """How many drafts block the month the program opens with."""
