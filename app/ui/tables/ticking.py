"""Ticking: which rows Space, Shift, Ctrl and the tick column tick."""

from __future__ import annotations

from app.ui.tables.model import LedgerModel

NOWHERE = -1


class Ticking:
    """Keeps where a stretch of rows began, and ticks the stretch as it grows and shrinks."""

    def __init__(self, ledger: LedgerModel) -> None:
        self._ledger = ledger
        self._start = NOWHERE

    def begin(self, place: int = NOWHERE) -> None:
        """A stretch begins here, or, without a place, at the row the keyboard is on."""
        self._start = place

    def stretch(self, current: int, place: int) -> None:
        """Tick from where the stretch began to `place`; what it leaves behind is unticked."""
        start = self._start if self._start >= 0 else max(0, current)
        self._start = start
        before = range(min(start, current), max(start, current) + 1)
        self._ledger.tick([each for each in before if each != place], False)
        self._ledger.tick(range(min(start, place), max(start, place) + 1), True)

    def toggle(self, place: int) -> None:
        """Tick a row, or untick it."""
        if place >= 0:
            self._ledger.tick([place], not self._ledger.is_ticked(place))

    def toggle_all(self) -> None:
        """Tick all rows; when all are ticked, none."""
        self._ledger.tick_all(self._ledger.tick_count < len(self._ledger.ids))

    def clear(self) -> bool:
        """Untick all; whether there was something to untick."""
        there = self._ledger.tick_count > 0
        self._ledger.tick_all(False)
        return there
