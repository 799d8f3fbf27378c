"""Finding: the search over everything, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import literal_column, select, text
from sqlalchemy.orm import Session

from app.models import model_of
from app.models.days import iso
from app.models.masks import unnumbered
from app.models.system import SearchRow
from app.services.context import refs
from app.store import search
from app.store.store import Store

MOST = 12
MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """One record that was found."""

    kind: str
    uuid: str
    title: str
    number: str
    day: str


def find(store: Store, words: str, most: int = MOST) -> tuple[list[Found], int]:
    """The newest records that hold all the words, and how many there are (counted up to 1,000)."""
    expression = search.match(words)
    if expression is None:
        return [], 0
    matching = text("SELECT rowid FROM search WHERE search MATCH :words ORDER BY rowid DESC LIMIT :most")
    with store.reading() as session:
        rows = session.scalars(matching, {"words": expression, "most": MOST_COUNTED}).all()
        return _described(session, list(rows[:most])), len(rows)


def _described(session: Session, rows: list[int]) -> list[Found]:
    known = {
        row.id: row for row in session.execute(select(SearchRow).where(SearchRow.id.in_(rows))).scalars()
    }
    found = []
    for row_id in rows:
        row = known[row_id]
        model = model_of(row.kind)
        ref = refs(session, model, [row.record_id])[row.record_id]
        day = getattr(model, model.kind.day) if model.kind.day else literal_column("NULL")
        number, on = session.execute(select(model.number, day).where(model.id == row.record_id)).one()
        found.append(Found(row.kind, row.uuid, unnumbered(ref.label), number or "", iso(on) if on else ""))
    return found
