"""WayBack: where one is among the pages, and where back leads to from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.ui.pages.page import PageEntry, PageLink

LONGEST = 50


class WayBack:
    """From a passing page (a form) it never leads to another passing one."""

    def __init__(self, entries: Iterable[PageEntry]) -> None:
        self._passing = {entry.key for entry in entries if entry.passing}
        self._places: list[PageLink] = []
        self.here: PageLink | None = None

    @property
    def last(self) -> PageLink | None:
        """Where back leads to; None when nowhere."""
        return self._places[-1] if self._places else None

    def go(self, link: PageLink, turned_to: Mapping[str, Any] | None) -> None:
        """One is at `link` now, and was last where the page before had turned to by itself."""
        left, self.here = self.here, link
        if left is None or left == link or {left.page, link.page} <= self._passing:
            return
        place = left if turned_to is None else PageLink(left.page, turned_to)
        self._places = [*self._places, place][-LONGEST:]

    def back(self) -> None:
        """One is where back led to."""
        self.here = self._places.pop()
