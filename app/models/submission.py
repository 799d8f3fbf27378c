"""Submission: what went up to the city for a period, kept for ever; its figures record by record."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base

SENT, RETURNED = "sent", "returned"

PERIOD, LATE, BEFORE, NOW = "period", "late", "before", "now"
"""Parts of a submission: in the period; 补报更正 of periods reported earlier; earlier days that no submission
told of; what stood at the period's end (stocks, and flows judged as of that day)."""


class Submission(Base):
    """One 报送 (domain.md §0); never changed but for being returned, and for its scan.

    `strict` tells that 补报更正 is not in its 本期.
    """

    __tablename__ = "submission"
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(String(32), unique=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    state: Mapped[str] = mapped_column(String(12), default=SENT)
    period: Mapped[str] = mapped_column(String(24), index=True)
    span: Mapped[str] = mapped_column(String(8))
    starts: Mapped[str] = mapped_column(String(10))
    ends: Mapped[str] = mapped_column(String(10))
    since: Mapped[str] = mapped_column(String(10))
    sent_at: Mapped[str] = mapped_column(String(32))
    sent_by: Mapped[str] = mapped_column(String(40))
    returned_at: Mapped[str | None] = mapped_column(String(32))
    returned_by: Mapped[str | None] = mapped_column(String(40))
    why: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
    strict: Mapped[bool | None] = mapped_column(default=False)
    base_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id"))
    change: Mapped[int] = mapped_column(Integer)
    declared: Mapped[str] = mapped_column(Text)
    numbers: Mapped[str] = mapped_column(Text)


class Contribution(Base):
    """What one record gave to one figure in a submission, and the groups it counted in.

    A flow is kept as what was new against the submission before (`base_id`): the sum along that line is all
    that was reported. Groups are local ids, -1 for 县本级; `item` is what a distinct count counts; `spread`
    marks how an activity counts among the sectors of those who took part; money is in cents.
    """

    __tablename__ = "contribution"
    __table_args__ = (
        Index("ix_contribution_record", "kind", "record_id", "submission_id"),
        Index("ix_contribution_part", "submission_id", "part", "figure"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    part: Mapped[str] = mapped_column(String(8))
    figure: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[int] = mapped_column(Integer)
    day: Mapped[str] = mapped_column(String(10))
    unit: Mapped[int | None] = mapped_column(Integer)
    township: Mapped[int | None] = mapped_column(Integer)
    studio: Mapped[int | None] = mapped_column(Integer)
    sector: Mapped[str | None] = mapped_column(String(40))
    brand: Mapped[str | None] = mapped_column(String(40))
    focus: Mapped[str | None] = mapped_column(String(40))
    item: Mapped[int | None] = mapped_column(Integer)
    spread: Mapped[bool] = mapped_column(default=False)
    amount: Mapped[int] = mapped_column(Integer)


class Correction(Base):
    """A change that moved a number of a reported period, with its reason (更正)."""

    __tablename__ = "correction"
    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    record: Mapped[str] = mapped_column(String(32), index=True)
    at: Mapped[str] = mapped_column(String(32))
    by: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text)
    effects: Mapped[str] = mapped_column(Text)
