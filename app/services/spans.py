"""Spans: the periods a report shows side by side, some of them as they were reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.models.periods import Period

CURRENT, OCCURRED, LATE = "current", "occurred", "late"
AS_REPORTED = ("previous", "last_year")
"""Spans that show what was sent up at the time, when something was (domain.md §0 上年同期)."""


class Spans(Mapping[str, Period]):
    """Periods by name; `current` is 本期 = 期内发生数 (`occurred`) + 补报更正净额 (`late`).

    A plain mapping of periods is only counted; this one also knows what was reported. `|` keeps that.
    """

    def __init__(self, periods: Mapping[str, Period]) -> None:
        self._periods = dict(periods)

    def __getitem__(self, name: str) -> Period:
        return self._periods[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._periods)

    def __len__(self) -> int:
        return len(self._periods)

    def __or__(self, more: Mapping[str, Period]) -> Spans:
        return Spans(self._periods | dict(more))
