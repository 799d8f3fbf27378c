"""The pages of a window as its navigation shows them, each with the key that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.ui.navigation import Destination
from app.ui.pages.page import PageEntry

_KEYS = 9  # Ctrl+1 … 9


def destinations(entries: Iterable[PageEntry], texts: Mapping[str, str]) -> list[Destination]:
    """Those that are no part of another; `texts` are the office's own words for some of them."""
    shown = [entry for entry in entries if not entry.under]
    return [
        Destination(
            entry.key,
            entry.icon,
            texts.get(entry.key, entry.text),
            entry.short,
            entry.caption,
            f"Ctrl+{place}" if place <= _KEYS else "",
            entry.last,
        )
        for place, entry in enumerate(shown, start=1)
    ]
