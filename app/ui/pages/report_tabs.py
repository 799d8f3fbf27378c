"""The parts of 报表, on each of its pages the same, and where each leads."""

from __future__ import annotations

from app.models.periods import Period
from app.ui.pages.page import PageLink
from app.ui.widgets.choice_bar import Option

PAPERS, CHARTS, OWN = "papers", "charts", "own"
REPORT_TABS = (Option(PAPERS, "材料"), Option(CHARTS, "图"), Option(OWN, "临时要表"))
_PAGES = {PAPERS: "reports", CHARTS: "charts", OWN: "own_table"}


def tab_link(tab: str, period: Period | None) -> PageLink:
    """The page of a tab at a period."""
    return PageLink(_PAGES[tab], {} if period is None else {"period": period.key})
