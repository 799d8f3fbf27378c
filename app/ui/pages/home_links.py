"""Where the first page leads to."""

from __future__ import annotations

from collections.abc import Sequence

from app.models.periods import Period, Span
from app.services.matters import Matter
from app.services.monthly import RecordKey
from app.services.months import MonthOverview
from app.ui.pages.links import form_link, list_link
from app.ui.pages.page import PageLink


def records(keys: Sequence[RecordKey], words: str = "") -> PageLink:
    """One record's form, or the list of several of one kind, headed by `words`."""
    kind = keys[0][0]
    uuids = tuple(uuid for each, uuid in keys if each == kind)
    return form_link(kind, uuids[0]) if len(keys) == 1 else list_link(kind, uuids=uuids, words=words)


def record_among(key: RecordKey, keys: Sequence[RecordKey], field: str = "") -> PageLink:
    """One record's form, begun at `field`, with the others of its kind as neighbours."""
    kind, uuid = key
    return form_link(kind, uuid, [each for other, each in keys if other == kind], field=field)


def figure(key: str, period: Period, by: str = "", group: str = "") -> PageLink:
    """The records behind a number."""
    args = {"figure": key, "period": period.key}
    return PageLink("figure", args | ({"by": by, "group": group} if by else {}))


def reports(period: Period, paper: str = "") -> PageLink:
    """The month's Word and Excel, at the paper of this name."""
    return PageLink("reports", {"period": period.key} | ({"paper": paper} if paper else {}))


def submission(number: int) -> PageLink:
    """报送存底, at one 报送."""
    return PageLink("submissions", {"number": number})


def difference(a: str, b: str, figure: str = "") -> PageLink:
    """差在哪 between two sides, each a 报送's number (3) or a period as it is now (2026-09)."""
    return PageLink("diff", {"a": a, "b": b} | ({"figure": figure} if figure else {}))


def month(key: str, tab: str = "work", sort: str = "", *, step: str = "", at: str = "") -> PageLink:
    """The first page at a month; `sort` narrows 本月报送, `step` opens a step's list, at a section of it."""
    more = {"sort": sort, "step": step, "at": at}
    return PageLink("month", {"month": key, "tab": tab} | {name: text for name, text in more.items() if text})


def sending(period: Period) -> PageLink:
    """报送 of a period: a month on the first page, longer ones on a page of their own."""
    if period.span is Span.MONTH:
        return month(period.key, step="send")
    return PageLink("sending", {"period": period.key})


def matter(found: Matter, period: Period, among: Sequence[RecordKey] = ()) -> PageLink:
    """Where a line of 必须补 or 请看一看 is put right."""
    if found.records:
        alone = len(found.records) == 1
        if not alone:
            return records(found.records, found.title)
        return record_among(found.records[0], among, found.field)
    match found.leads:
        case "month":
            return month(found.month)
        case "studios":
            return month(period.key, "reporting", "studio")
        case _:
            return reports(period)


def first_missing(view: MonthOverview) -> PageLink:
    """The form of the first record that blocks a month, the others to follow."""
    among = [key for each in view.missing for key in each.records]
    return matter(view.missing[0], view.period, among)
