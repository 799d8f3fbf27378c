"""The pages of the window, written out in the order of the navigation and of Ctrl+1 … 7."""

from __future__ import annotations

from functools import partial

from app.models import RECORDS
from app.settings import OfficeSettings
from app.ui.menus import NewRecord
from app.ui.pages import making
from app.ui.pages.links import LISTED, form_link
from app.ui.pages.page import PageEntry

_GROUPS = tuple(dict.fromkeys(model.kind.page for model in RECORDS))

_SHOWN = (
    PageEntry("month", "month", "本月工作", "本月", "", making.home),
    PageEntry(
        "meeting", "meeting", "协商在基层", "协商", "记录", partial(making.records, "meeting", "meeting")
    ),
    PageEntry("visit", "visit", "委员走基层", "走访", "", partial(making.records, "visit", "visit")),
    PageEntry("studio", "studio", "委员工作室", "工作室", "", partial(making.records, "studio", "studio")),
    PageEntry("members", "member", "委员", "委员", "名册", partial(making.records, "members", "member")),
    PageEntry("reports", "report", "报表", "报表", "月底", making.reports),
    PageEntry("settings", "settings", "设置", "设置", "", making.settings, last=True),
)
_LISTS = tuple(
    PageEntry(f"list_{group}", "page", "", "", "", partial(making.records, group, "page"), under=group)
    for group in _GROUPS
    if group not in LISTED
)
_FORMS = tuple(
    PageEntry(
        f"form_{model.key}",
        "page",
        "",
        "",
        "",
        partial(making.form, model.key),
        under=model.kind.page,
        passing=True,
    )
    for model in RECORDS
)
_PAPERS = tuple(
    PageEntry(f"paper_{group}", "print", "", "", "", making.paper, under=group)
    for group in _GROUPS
    if any(model.kind.documents for model in RECORDS if model.kind.page == group)
)
_HISTORIES = tuple(
    PageEntry(f"history_{group}", "history", "", "", "", making.history, under=group) for group in _GROUPS
)
_BIN = PageEntry("bin", "trash", "", "", "", making.deleted, under="record")  # a menu, not a page
_FIGURE = PageEntry("figure", "page", "", "", "", making.figure, under="month")
_WORDS = PageEntry("report_words", "edit", "", "", "", making.report_words, under="reports")
_OPENING = PageEntry("opening", "page", "", "", "", making.opening, under="reports")
_CHARTS = PageEntry("charts", "report", "", "", "", making.charts, under="reports")
_OWN_TABLE = PageEntry("own_table", "sheet", "", "", "", making.own_table, under="reports")

_SENT = PageEntry("submissions", "send", "", "", "", making.submissions, under="reports")
_SENT_RECORDS = PageEntry("sent_records", "page", "", "", "", making.sent_records, under="reports")
_DIFF = PageEntry("diff", "merge", "", "", "", making.diff, under="reports")

_SENDING = PageEntry("sending", "send", "", "", "", making.sending, under="reports")

_BELOW_REPORTS = (_SENDING, _WORDS, _CHARTS, _OPENING, _OWN_TABLE, _SENT, _SENT_RECORDS, _DIFF)

PAGES: tuple[PageEntry, ...] = (
    *_SHOWN,
    *_LISTS,
    *_FORMS,
    *_HISTORIES,
    _BIN,
    *_PAPERS,
    _FIGURE,
    *_BELOW_REPORTS,
)

NEW_RECORDS: tuple[NewRecord, ...] = (
    NewRecord("新增协商活动", "meeting", form_link("meeting")),
    NewRecord("新增委员走访", "visit", form_link("visit")),
    NewRecord("新增工作室活动", "studio", form_link("studio_activity")),
)


def page_texts(settings: OfficeSettings) -> dict[str, str]:
    """What the office calls the pages whose names differ by province."""
    return {
        "meeting": settings.meeting_label,
        "visit": settings.visit_label,
        "studio": settings.studio_label,
    }
