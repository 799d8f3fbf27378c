"""The change log: one row per intention, chained by hash, in the same transaction as what it tells of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.system import Change
from app.store.committing import note_operation

_LAST = "last row of the change log"  # in Session.info: its id and its chain


def write(
    session: Session,
    *,
    operation: str,
    at: str,
    by: str,
    action: str,
    kind: str,
    record: str,
    revision: int,
    data: dict[str, Any],
) -> None:
    """Adds one row; `operation` is unique, so that a retry can be told from a second record.

    It goes into the file with the next flush. Every row of a writing session has to come this way.
    """
    number, before = session.info.get(_LAST) or _last(session)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    change = Change(
        id=number + 1, operation=operation, at=at, by=by, action=action, kind=kind, record=record,
        revision=revision, data=text,
    )  # fmt: skip
    change.chain = chained(before, change)
    session.add(change)
    session.info[_LAST] = change.id, change.chain
    note_operation(session, operation)


def _last(session: Session) -> tuple[int, str]:
    """Id and chain of the last row in the file."""
    row = session.execute(select(Change.id, Change.chain).order_by(Change.id.desc()).limit(1)).first()
    return (0, "") if row is None else (row[0], row[1])


def chained(before: str, change: Change) -> str:
    """The hash of a row and of all rows before it; `before` is that of the last one, "" at the first."""
    words = (change.operation, change.at, change.by, change.action, change.kind, change.record)
    line = "\n".join((before, *words, str(change.revision), change.data))
    return hashlib.sha256(line.encode()).hexdigest()


def in_group(operation: str) -> dict[str, str]:
    """What the rows of one intention about several records say; `operation` is that of its first row."""
    return {"group": operation}


def carried_out(session: Session, operation: str) -> str | None:
    """The uuid of the record an operation wrote, None when it is not in the file."""
    return session.execute(select(Change.record).where(Change.operation == operation)).scalar()


def outcome(session: Session, operations: Sequence[str]) -> tuple[str, int] | None:
    """Record and revision that the last of some operations wrote, None when none is in the file."""
    statement = select(Change.record, Change.revision).where(Change.operation.in_(operations))
    row = session.execute(statement.order_by(Change.id.desc()).limit(1)).first()
    return None if row is None else (row[0], row[1])


def rows_of(session: Session, operation: str) -> list[Change]:
    """The rows `in_group` of an intention: one after the other, the first under its own operation."""
    first = session.scalars(select(Change).where(Change.operation == operation)).one_or_none()
    if first is None:
        return []
    found = []
    for row in session.scalars(select(Change).where(Change.id >= first.id).order_by(Change.id)):
        if json.loads(row.data).get("group") != operation:
            break
        found.append(row)
    return found
