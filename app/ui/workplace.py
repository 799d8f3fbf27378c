"""Workplace: what every page is handed: the office, what runs its work, how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.services.office import Office
from app.ui.appearance import Appearance
from app.ui.operations import Operations
from app.ui.preferences import Preferences
from app.ui.requests import Requests


@dataclass(frozen=True)
class Workplace:
    """One open store with its window; pages get it by constructor, nothing is global."""

    office: Office
    operations: Operations
    appearance: Appearance
    preferences: Preferences
    requests: Requests = field(default_factory=Requests)
