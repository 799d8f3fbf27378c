"""What is behind a cell of an ad-hoc table: a record, or the records of a number."""

from __future__ import annotations

from app.services.office import Office
from app.services.own_table_result import Opening, OwnTableResult
from app.ui.pages import home_links
from app.ui.pages.links import form_link, list_link
from app.ui.pages.own_table_model import OwnTableModel
from app.ui.pages.page import PageLink


def link_of(office: Office, model: OwnTableModel, row: int, section: int) -> PageLink | None:
    """Where a cell leads to; None when there is nothing behind it."""
    result = model.result
    if result is None:
        return None
    if result.lists_records:
        line = model.line_at(row)
        if line is None:
            return None
        siblings = office.listing.uuids(result.table.kind, result.ids)
        return form_link(result.table.kind, line.uuid, siblings)
    opening = model.cell_at(row, section).opens
    if opening is None:
        return None
    words = f"{result.title} {model.cell_at(row, 0).text}"
    return _counted(office, opening, words) if opening.figure else _grouped(office, result, opening, words)


def _grouped(office: Office, result: OwnTableResult, opening: Opening, words: str) -> PageLink:
    uuids = tuple(office.own_tables.uuids(result, opening))
    return list_link(result.table.kind, uuids=uuids, words=words)


def _counted(office: Office, opening: Opening, words: str) -> PageLink | None:
    """The page of a figure's records, or where it was narrowed to a brand or focus, a list of them."""
    period = office.calendar.parse(opening.period)
    if not opening.only:
        return home_links.figure(opening.figure, period, opening.by, opening.group)
    by, group = opening.by or None, opening.group or None
    lines = office.figures.records(opening.figure, period, by, group, opening.only)
    keys = list(dict.fromkeys((line.kind, line.uuid) for line in lines))
    return home_links.records(keys, words) if keys else None
