"""Starting: what a new record begins with beyond the defaults of its fields."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.context import Ref
from app.models.days import Day
from app.models.fields import Values
from app.models.people import Membership, Term
from app.store.store import Store


def starting(store: Store, kind: str) -> Values:
    """A new office begins with the current term, on its first day."""
    if kind != Membership.key:
        return {}
    with store.reading() as session:
        term = latest_term(session)
    return {} if term is None else {"term": Ref(term[0], term[1]), "started_on": term[2]}


def latest_term(session: Session) -> tuple[str, str, Day] | None:
    """The term that began last: uuid, name, first day; None when none is recorded."""
    row = session.execute(
        select(Term.uuid, Term.name, Term.started_on)
        .where(Term.deleted_at.is_(None), Term.started_on.is_not(None))
        .order_by(Term.started_on.desc(), Term.id.desc())
        .limit(1)
    ).first()
    return (row[0], row[1] or "", row[2]) if row else None
