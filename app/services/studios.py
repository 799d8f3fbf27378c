"""Studios: who belonged to which on a day."""

from __future__ import annotations

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.models.columns import DayText
from app.models.days import Day
from app.models.fields import link
from app.models.people import Membership
from app.models.studio import Studio, StudioMember

_ON = (
    select(Studio.id)
    .join(StudioMember, StudioMember.parent_id == Studio.id)
    .join(Membership, link(StudioMember, "member") == Membership.id)
    .where(
        link(Membership, "person") == bindparam("person"),
        Studio.deleted_at.is_(None),
        StudioMember.joined_on <= bindparam("day", type_=DayText()),
        or_(StudioMember.left_on.is_(None), StudioMember.left_on >= bindparam("day", type_=DayText())),
    )
    .order_by(StudioMember.joined_on, Studio.id)
    .limit(1)
)  # once: putting it together takes longer than asking it


def studio_members(session: Session, uuid: str, day: Day) -> frozenset[str]:
    """Every office, by uuid, of the people who were in a studio on a day."""
    people = (
        select(link(Membership, "person"))
        .join(StudioMember, link(StudioMember, "member") == Membership.id)
        .join(Studio, StudioMember.parent_id == Studio.id)
        .where(
            Studio.uuid == uuid,
            StudioMember.joined_on <= day,
            or_(StudioMember.left_on.is_(None), StudioMember.left_on >= day),
        )
    )
    return frozenset(session.scalars(select(Membership.uuid).where(link(Membership, "person").in_(people))))


def studio_on(session: Session, person_id: int, day: Day | None) -> int | None:
    """The studio a person was in on a day; the first joined when in several."""
    if day is None:
        return None
    return session.execute(_ON, {"person": person_id, "day": day}).scalar()
