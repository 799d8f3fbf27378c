"""What the search over everything shows for a record."""

from __future__ import annotations

from app.models import model_of
from app.services.finding import find
from app.services.office import Office
from app.ui.pages.links import form_link
from app.ui.search_hits import Hit

_ICONS = {
    "meeting": "meeting",
    "visit": "visit",
    "studio": "studio",
    "members": "member",
}


def search_hits(office: Office, text: str) -> tuple[list[Hit], int]:
    """The newest records for what was typed, and how many there are in all."""
    found, total = find(office.store, text)
    hits = []
    for one in found:
        kind = model_of(one.kind).kind
        note = "　".join(part for part in (kind.label, one.day, one.number) if part)
        hits.append(Hit(_ICONS.get(kind.page, "page"), one.title, note, form_link(one.kind, one.uuid)))
    return hits, total
