"""Where a record, a list or a paper is shown: the one place that knows the keys of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.models import model_of
from app.models.periods import Period
from app.ui.pages.page import PageLink

if TYPE_CHECKING:
    from app.services.unsaved_texts import TextKey

LISTED = ("meeting", "visit", "studio", "members")


def list_page(kind: str) -> str:
    """The page whose tab a kind is."""
    page = model_of(kind).kind.page
    return page if page in LISTED else f"list_{page}"


def list_link(kind: str, **args: Any) -> PageLink:
    """The list of a kind; `args` go to ListPage.open."""
    return PageLink(list_page(kind), {"kind": kind, **args})


def form_link(
    kind: str, uuid: str = "", siblings: Sequence[str] = (), *, field: str = "", **given: Any
) -> PageLink:
    """The form of a record, begun at `field`; without `uuid` a new one with `given` filled in."""
    args = {"uuid": uuid or None, "siblings": tuple(siblings), "given": given}
    return PageLink(f"form_{kind}", args | ({"field": field} if field else {}))


def history_link(kind: str, uuid: str) -> PageLink:
    """The versions of a record, also of a deleted one."""
    return PageLink(f"history_{model_of(kind).kind.page}", {"kind": kind, "uuid": uuid})


def unsaved_link(kind: str, uuid: str, unsaved: str) -> PageLink:
    """The form of a record, or of a new one, with what was typed into it and not saved."""
    return PageLink(f"form_{kind}", {"uuid": uuid or None, "unsaved": unsaved})


def text_link(key: TextKey) -> PageLink | None:
    """Where a text that is no record's was being typed; None for one that this version does not know."""
    args = {
        "report_words": {"period": key.of},
        "settings": {},
        "own_figure": {"section": "figures", "part": key.of},
        "own_table": {"name": key.of},
        "review": {"month": key.of, "step": "check"},
        "sending": {"month": key.of, "step": "send"},
    }.get(key.place)
    pages = {"own_figure": "settings", "review": "month", "sending": "month"}
    return None if args is None else PageLink(pages.get(key.place, key.place), args)


def words_link(period: Period | None) -> PageLink:
    """What the office writes itself in a period's report."""
    return PageLink("report_words", {} if period is None else {"period": period.key})


def paper_link(kind: str, uuids: Sequence[str], name: str = "") -> PageLink:
    """The printed documents of some records of a kind, the first one in sight."""
    return PageLink(f"paper_{model_of(kind).kind.page}", {"kind": kind, "uuids": tuple(uuids), "name": name})
