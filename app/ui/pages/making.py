"""How each page is made for a workplace; pages are imported when first gone to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.ui.pages.links import history_link, list_link, paper_link
from app.ui.pages.page import Page
from app.ui.workplace import Workplace

if TYPE_CHECKING:
    from app.services.list_query import Query

TITLES = {"members": "名册", "settings": "单位、乡镇和届", "reports": "调整数", "month": "零报告"}


def home(place: Workplace) -> Page:
    from app.ui.pages.home_page import HomePage

    page = HomePage(place)
    page.pending_changed.connect(place.requests.pending_changed)
    return page


def records(group: str, icon: str, place: Workplace) -> Page:
    """The list of the kinds that share a page."""
    from app.ui.pages.entries import page_texts
    from app.ui.pages.list_page import ListPage

    title = page_texts(place.office.settings).get(group) or TITLES[group]
    page = ListPage(group, title, icon, place)
    page.print_requested.connect(partial(_print_chosen, page))
    page.export_requested.connect(partial(_export, page, place))
    return page


def form(kind: str, place: Workplace) -> Page:
    """The form of one kind."""
    from app.ui.pages.form_page import FormPage

    page = FormPage(place.office, place.operations, kind)
    page.print_requested.connect(partial(_print, page))
    page.deleted.connect(partial(_to_list, page))
    page.history_requested.connect(partial(_show_history, page))
    page.evidence_requested.connect(partial(_gather, page, place))
    return page


def history(place: Workplace) -> Page:
    from app.ui.pages.history_page import HistoryPage

    return HistoryPage(place)


def deleted(place: Workplace) -> Page:
    from app.ui.pages.bin_page import BinPage

    return BinPage(place)


def paper(place: Workplace) -> Page:
    from app.ui.pages.paper_page import PaperPage

    return PaperPage(place)


def reports(place: Workplace) -> Page:
    from app.ui.pages.reports_page import ReportsPage

    return ReportsPage(place)


def sending(place: Workplace) -> Page:
    from app.ui.pages.sending_page import SendingPage

    return SendingPage(place)


def report_words(place: Workplace) -> Page:
    from app.ui.pages.report_words import ReportWordsPage

    return ReportWordsPage(place)


def charts(place: Workplace) -> Page:
    from app.ui.pages.charts_page import ChartsPage

    return ChartsPage(place)


def own_table(place: Workplace) -> Page:
    from app.ui.pages.own_table_page import OwnTablePage

    return OwnTablePage(place)


def submissions(place: Workplace) -> Page:
    from app.ui.pages.submissions_page import SubmissionsPage

    return SubmissionsPage(place)


def sent_records(place: Workplace) -> Page:
    from app.ui.pages.submissions_records import SentRecordsPage

    return SentRecordsPage(place)


def diff(place: Workplace) -> Page:
    from app.ui.pages.diff_page import DiffPage

    return DiffPage(place)


def settings(place: Workplace) -> Page:
    from app.ui.pages.settings_page import SettingsPage

    page = SettingsPage(place.office, place.operations, place.appearance, place.preferences)
    page.texts_changed.connect(place.requests.settings_changed)
    page.leave_demo_requested.connect(place.requests.leave_demo_requested)
    page.turn_on_requested.connect(place.requests.turn_on_requested)
    page.turn_off_requested.connect(place.requests.turn_off_requested)
    page.access_changed.connect(place.requests.access_changed)
    page.sections["folder"].backup_requested.connect(place.requests.backup_requested)
    page.sections["folder"].restore_requested.connect(place.requests.restore_requested)
    place.requests.backup_copied.connect(page.sections["folder"].refresh)
    return page


def opening(place: Workplace) -> Page:
    from app.ui.pages.opening_page import OpeningPage

    return OpeningPage(place)


def figure(place: Workplace) -> Page:
    from app.ui.pages.figure_records import FigureRecordsPage

    return FigureRecordsPage(place)


def _print(page: Page, kind: str, uuid: str) -> None:
    page.open_requested.emit(paper_link(kind, [uuid]))


def _print_chosen(page: Page, kind: str, uuids: Sequence[str]) -> None:
    page.open_requested.emit(paper_link(kind, uuids))


def _to_list(page: Page, kind: str, uuid: str) -> None:
    page.open_requested.emit(list_link(kind, deleted=uuid))


def _show_history(page: Page, kind: str, uuid: str) -> None:
    page.open_requested.emit(history_link(kind, uuid))


def _gather(page: Page, place: Workplace, kind: str, uuid: str, title: str) -> None:
    from app.ui.dialogs.evidence import gather

    gather(place, page.window(), event=(kind, uuid, title))


def _export(page: Page, place: Workplace, query: Query) -> None:
    from app.ui.pages import exporting

    exporting.export_list(page, place, query)
