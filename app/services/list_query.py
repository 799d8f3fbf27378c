"""What is asked of a list and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.models.periods import Period
from app.store.search import match


@dataclass(frozen=True)
class Query:
    """What a list is to show.

    filters: field key → one value or several: keys of options, uuids of references, "" for not filled;
    the key "status" takes draft, planned, registered. `among` names the only records wanted, by uuid.
    order: field key and whether descending; an empty key is the kind's own order, newest first.
    """

    kind: str
    period: Period | None = None
    search: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)
    drafts_only: bool = False
    order: tuple[str, bool] = ("", True)
    among: tuple[str, ...] | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the period decides what is shown."""
        return bool(self.search) or self._is_filtered

    @property
    def is_plain_search(self) -> bool:
        """Whether the words alone decide what is shown, in the kind's own order."""
        return bool(self.search) and self.period is None and not self.order[0] and not self._is_filtered

    @property
    def is_wordless(self) -> bool:
        """Whether what is searched for holds no letter and no digit, so that nothing can be found."""
        return bool(self.search) and match(self.search) is None

    @property
    def _is_filtered(self) -> bool:
        return bool(self.filters) or self.drafts_only or self.among is not None


@dataclass(frozen=True, slots=True)
class Found:
    """The local ids of all that was found, in order; rows are read a page at a time."""

    ids: tuple[int, ...]

    @property
    def total(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Entry:
    """One value a list can be narrowed by."""

    key: str
    text: str
