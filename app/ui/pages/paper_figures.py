"""PaperFigures: leads from the numbers of a previewed text to the records behind them."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject

from app.errors import AppError
from app.exporters.narrative_text import CURRENT, LAST_YEAR, LATE, OCCURRED, PREVIOUS, YTD, Run
from app.models.periods import Calendar, Period
from app.services.office import Office
from app.ui.pages.home_links import figure as figure_link
from app.ui.pages.page import Page, PageLink
from app.ui.print.preview import PreviewWidget

HOW = "点一下看明细；F8 到下一个数，回车看明细"
_DIFFERENCE = re.compile("[-/]")


class PaperFigures(QObject):
    """Watches one preview for a page; which numbers lead on is noted in the file itself."""

    def __init__(self, office: Office, preview: PreviewWidget, page: Page) -> None:
        super().__init__(page)
        self._office, self._preview, self._page = office, preview, page
        self._links: list[PageLink | None] = []
        preview.shown.connect(self._look)
        preview.view.figure_requested.connect(self._open)
        preview.view.figure_reached.connect(self._say)

    def _look(self) -> None:
        """Other pages are shown: find out where their numbers lead."""
        pages = self._preview.pages
        noted = pages.figures if pages is not None else None
        self._links, tips = [], []
        if noted is not None:
            try:
                period = self._office.calendar.parse(noted.period)
            except AppError:
                return
            known = [self._known(run, period) for run in noted.runs]
            self._links = [link for link, _ in known]
            tips = [tip for _, tip in known]
        self._preview.view.set_figures(tips)

    def _known(self, run: Run, period: Period) -> tuple[PageLink | None, str]:
        """Where a number leads and what to say of it; nowhere when its figure is gone."""
        catalogue, calendar = self._office.figures.catalogue, self._office.calendar
        first, *others = _DIFFERENCE.split(run["span"])
        now = _period(first, period, calendar)
        if run["figure"] not in catalogue or now is None:
            return None, ""
        figure = catalogue[run["figure"]]
        by, _, group = run["group"].partition(":")
        then = _period(others[0], period, calendar) if others else None
        said = f"{now.label}{figure.label}"
        if then is not None:
            said += f"，和{then.label}比"
        elif first == LATE:
            said += "，其中补报更正"
        return figure_link(figure.key, now, by, group), f"{said}  {run['text']}\n口径：{figure.rule}。\n{HOW}"

    def _open(self, figure: int) -> None:
        link = self._links[figure] if 0 <= figure < len(self._links) else None
        if link is not None:
            self._page.open_requested.emit(link)

    def _say(self, tip: str) -> None:
        first, *_ = tip.split("\n")
        self._page.say(f"{first}　回车看明细，F8 到下一个数")


def _period(span: str, period: Period, calendar: Calendar) -> Period | None:
    """The days a number of a text about `period` is counted from."""
    found = {
        CURRENT: period, OCCURRED: period, LATE: period, PREVIOUS: calendar.previous(period),
        YTD: calendar.to_date(period), LAST_YEAR: calendar.year_before(period),
    }  # fmt: skip
    return found.get(span)
