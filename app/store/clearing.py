"""Clearing: everything out of the file at once, so that it is as new."""

from __future__ import annotations

from sqlalchemy import delete, text
from sqlalchemy.orm import Session

from app.models import Base
from app.store import schema


def clear(session: Session) -> None:
    """Deletes every row within the writer's transaction; whoever calls has put a copy of the file aside."""
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    for table in Base.metadata.sorted_tables:
        session.execute(delete(table))
    session.execute(text("INSERT INTO search(search) VALUES('delete-all')"))
    schema.remember(session.connection())
