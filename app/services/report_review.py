"""The review sheet (报审单) of a period: what is signed before anything goes up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.clock import Clock
from app.exporters.files import unique_path
from app.exporters.word import render
from app.exporters.word_review import ReviewFacts, file_name, review
from app.models.days import printed
from app.paths import RESOURCES
from app.services.figures import Figures
from app.services.report_sheets import MAIN, ReportSheets
from app.services.report_tables import ReportMaker
from app.settings import OfficeSettings
from app.store.store import Store

TEMPLATE = "review_sheet.docx"


class ReportReview:
    """Takes the main figures and the checks of a period and writes them on one page."""

    def __init__(self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures

    def material(self, sheets: ReportSheets, papers: Sequence[str]) -> ReviewFacts:
        """What the page says, from the sheets of its period; `papers` names the set's other papers."""
        s, period = self._settings, sheets.period
        words = ReportMaker(self._figures, s, period, self._clock.today()).words()
        known = [key for key in MAIN if key in self._figures.catalogue]
        return ReviewFacts(
            unit=s.unit_name,
            period=period.label,
            days=period.days,
            recipient=s.city_name,
            filled_on=printed(self._clock.today()),
            current_label=words["current"],
            last_year_label=words["last_year"],
            clerk=s.clerk,
            reviewer=s.reviewer,
            head=s.head,
            figures=tuple(sheets.figure(self._figures.catalogue[key]) for key in known),
            checks=sheets.checked,
            remarks=(sheets.late_remark, sheets.last_year_remark),
            papers=tuple(papers),
        )

    def write(self, facts: ReviewFacts, folder: Path) -> Path:
        """The Word file; returns its path."""
        own = self._store.folder.templates / TEMPLATE
        template = own if own.is_file() else RESOURCES / "templates" / TEMPLATE
        path = unique_path(folder, file_name(facts))
        return render(template, review(facts, mark=self._settings.mark), path, now=self._clock.now())
