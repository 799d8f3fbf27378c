"""The one place that knows what time it is, so that tests and the sample county can stand still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

# Where the sample county's window stands still, so that its month is never an empty one.
SAMPLE_MOMENT = datetime(2026, 10, 28, 14, 3)


class Clock(Protocol):
    """Gives the local day for business dates and UTC for when something was recorded."""

    def now(self) -> datetime:
        """Local wall-clock time, naive."""
        ...

    def utc(self) -> datetime:
        """The same moment in UTC, aware."""
        ...

    def today(self) -> date: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now()

    def utc(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().date()


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still at `moment` (naive local time)."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def utc(self) -> datetime:
        return self.moment.replace(tzinfo=UTC)

    def today(self) -> date:
        return self.moment.date()


def local(clock: Clock, at: str) -> datetime:
    """A stored UTC moment by a clock's own wall-clock time, naive."""
    # The clock is asked twice, so that both answers lie a moment apart.
    apart = clock.now() - clock.utc().replace(tzinfo=None)
    shift = timedelta(minutes=round(apart / timedelta(minutes=1)))
    return datetime.fromisoformat(at).replace(tzinfo=None) + shift
