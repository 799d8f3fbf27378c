"""Standing: where a period is on its way up, read for the first page in a few small statements."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock, local
from app.models.periods import Period
from app.models.submission import SENT, Submission
from app.paths import is_there
from app.services.issued import Issued, changed_since, issued
from app.services.reviews import Review, review_of
from app.store.store import Store


class Sent(NamedTuple):
    """The newest 报送 of a period; times are local, `why` and `back_on` are of one that came back."""

    number: int
    on: datetime
    by: str
    stands: bool
    why: str = ""
    back_on: datetime | None = None


class Standing(NamedTuple):
    """Its 审核, its papers and its 报送; `written` files are there, `changed` records moved since."""

    review: Review | None = None
    issued: Issued | None = None
    written: int = 0
    changed: int = 0
    sent: Sent | None = None

    @property
    def is_closed(self) -> bool:
        """What it told is locked."""
        return self.sent is not None and self.sent.stands

    @property
    def is_returned(self) -> bool:
        """It came back and has not gone up again."""
        return self.sent is not None and not self.sent.stands

    @property
    def is_reviewed(self) -> bool:
        """Signed off, and nothing changed since."""
        return self.review is not None and not self.review.changed


def standing(store: Store, clock: Clock, period: Period) -> Standing:
    """Where a period is now."""
    with store.reading() as session:
        last = issued(store, period)
        written = sum(map(is_there, last.paths)) if last else 0
        changed = changed_since(store, last) if last and written else 0
        sent = _newest(session, period, clock)
        return Standing(review_of(session, period), last, written, changed, sent)


def _newest(session: Session, period: Period, clock: Clock) -> Sent | None:
    row = session.execute(
        select(
            Submission.id, Submission.sent_at, Submission.sent_by, Submission.state, Submission.why,
            Submission.returned_at,
        )
        .where(Submission.period == period.key)
        .order_by(Submission.id.desc())
        .limit(1)
    ).first()  # fmt: skip
    if row is None:
        return None
    back = local(clock, row.returned_at) if row.returned_at else None
    return Sent(row.id, local(clock, row.sent_at), row.sent_by, row.state == SENT, row.why or "", back)
