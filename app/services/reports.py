"""Reports: the Word and Excel of a period, written as one set with the same numbers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock
from app.errors import AppError
from app.exporters.files import unique_path, write_beside
from app.exporters.layout import Layout
from app.exporters.layout_file import LayoutShelf
from app.exporters.tables import Table
from app.models.periods import Period, Span
from app.paths import is_there
from app.services.figures import Figures
from app.services.issued import Issued, changed_since, changes_by_kind, issued, last_change, remember
from app.services.report_papers import REVIEW, TEXT, Draft, Paper, PaperKind, of_figures, placed, reads
from app.services.report_pictures import BY_FOCUS, BY_TOWNSHIP, CHARTED
from app.services.report_set import CHECKS, ReportSet, Sheet
from app.services.report_sheets import ReportSheets
from app.settings import OfficeSettings
from app.store.store import Store

if TYPE_CHECKING:
    from app.services.submissions import Submissions

__all__ = ["CHECKS", "Paper", "Reports", "is_formal"]

Progress = Callable[[int, int, str], None]

log = logging.getLogger(__name__)


class Reports:
    """Writes what goes up to the city for a period; every file is new, none is written over."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: OfficeSettings,
        figures: Figures,
        submissions: Submissions | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures
        self._set = ReportSet(store, clock, settings, figures, submissions)

    def export(
        self, period: Period, folder: Path, progress: Progress | None = None, only: Collection[str] = (),
        *, keep: bool = True,
    ) -> list[Path]:  # fmt: skip
        """All papers of the period into a folder, or `only` those of these keys; Word first.

        All numbers are taken in one read transaction before the first file is begun. Whatever ends it early,
        what `progress` raises too, leaves no file behind. Only a whole set is remembered, with `keep`.
        """
        step = progress or (lambda done, total, text: None)
        step(0, 0, "取数")
        documents, sheets, change = self._taken(period, folder, only)
        total, paths = len(documents) + len(sheets), list[Path]()
        papers: dict[str, int] = {}
        existed = is_there(folder)
        try:
            for key, label, write in documents:
                step(len(paths), total, label)
                papers[key] = len(paths)
                paths.append(write())
            if sheets:
                papers |= {sheet.key: len(paths) for sheet in sheets}
                begun = len(documents)
                told = partial(_told, step, begun, total)
                paths.append(self._write(period, sheets, folder, told))
            step(total, total, "写好了")
        except BaseException:
            for path in paths:
                with suppress(OSError):  # the disk may fail here too, and why it ended has to be said
                    path.unlink(missing_ok=True)
            if not existed:
                with suppress(OSError):
                    folder.rmdir()
            raise
        if keep and not only:
            self._remember(period, tuple(paths), change, papers)
        return paths

    def _remember(
        self, period: Period, paths: tuple[Path, ...], change: int, papers: Mapping[str, int]
    ) -> None:
        at = self._clock.now().isoformat(timespec="minutes")
        try:
            remember(self._store, period, Issued(paths, at, change, papers))
        except AppError:  # the papers are there all the same, and whoever is told otherwise writes them again
            log.warning("which papers were written could not be noted", exc_info=True)

    def papers(self, period: Period) -> list[Paper]:
        """What a period's set consists of, each with where it was written last and what changed since."""
        with self._store.reading() as session:
            written = self.issued(period)
            changes = changes_by_kind(self._store, written) if written is not None else {}
            drafts = self._drafts(self._set.behind(session, period))
            return placed(drafts, self._figures.catalogue, written, changes)

    def issued(self, period: Period) -> Issued | None:
        """What was written last for a period, None when nothing was."""
        return issued(self._store, period)

    def changed_since(self, issued: Issued) -> int:
        """How many records were changed since something was written."""
        return changed_since(self._store, issued)

    def write_workbook(self, period: Period, tables: Sequence[Table], folder: Path) -> Path:
        """Some tables of the period in one workbook."""
        return self._write(period, [Sheet("", "", table) for table in tables], folder)

    def tables(self, period: Period) -> list[Table]:
        """The sheets in their order."""
        with self._store.reading() as session:
            return [sheet.table for sheet in self._set.sheets(self._set.behind(session, period))]

    def shelf(self) -> LayoutShelf:
        """The shipped layouts, the office's own in front of them; one of unknown records is told of."""
        return self._set.shelf()

    def layouts(self, period: Period) -> list[Layout]:
        """The layouts in force for such a period, in their order."""
        return self._set.layouts(period)

    def _taken(
        self, period: Period, folder: Path, only: Collection[str]
    ) -> tuple[list[tuple[str, str, Callable[[], Path]]], list[Sheet], int]:
        """What each document writes, the sheets, and the last change all of them hold."""
        from app.services.report_review import ReportReview
        from app.services.report_text import ReportText

        text = ReportText(self._store, self._clock, self._settings, self._figures)
        review = ReportReview(self._store, self._clock, self._settings, self._figures)
        found: list[tuple[str, str, Callable[[], Path]]] = []
        with self._store.reading() as session:
            behind = self._set.behind(session, period)
            drafts = self._drafts(behind)
            sheets = self._set.sheets(behind, only)
            for draft in drafts:
                if draft.key == TEXT and (not only or TEXT in only):
                    told = text.material(period)
                    found.append((TEXT, draft.label, partial(text.write, period, told, folder)))
                if draft.key == REVIEW and (not only or REVIEW in only):
                    asked = review.material(behind, [each.label for each in drafts if each.key != REVIEW])
                    found.append((REVIEW, draft.label, partial(review.write, asked, folder)))
            return found, sheets, last_change(self._store)

    def _drafts(self, behind: ReportSheets) -> list[Draft]:
        period = behind.period
        known, word, excel = self._figures.catalogue, PaperKind.WORD, PaperKind.EXCEL
        name = f"基层协商工作{'报告' if is_formal(period) else '小结'}"
        found = [
            Draft(TEXT, f"{period.label}{name}", word, "Word"),
            Draft(REVIEW, "报审单", word, "Word，一页，签字用"),
        ]
        found += [
            Draft(layout.key, layout.name, excel, "Excel", layout.sheet, reads(known, layout))
            for layout in self.layouts(period)
        ]
        charted = of_figures(known, CHARTED)
        found.append(Draft("months", "各月活动场次", excel, "Excel，图", "各月场次", charted))
        drawn = of_figures(known, (BY_TOWNSHIP, BY_FOCUS))
        found.append(Draft("pictures", "工作情况图", excel, "Excel，图", "图", drawn))
        lists = behind.lists()
        found += [Draft(key, table.sheet, excel, "Excel", table.sheet) for key, table in lists.items()]
        found.append(Draft("checks", CHECKS, excel, "Excel", "核对表"))
        found.append(Draft("figures", "主要数据和口径", excel, "Excel", "指标口径"))
        return found

    def _write(
        self,
        period: Period,
        sheets: Sequence[Sheet],
        folder: Path,
        before: Callable[[int, str], None] = lambda at, label: None,
    ) -> Path:
        """The workbook, sheet by sheet; `before` hears of each."""
        from app.exporters.sheet_styles import SheetFonts
        from app.exporters.workbook import WorkbookWriter

        s = self._settings
        path = unique_path(folder, f"{s.unit_name}{period.label}基层协商工作统计表.xlsx")
        book = WorkbookWriter(self._clock.now(), s.mark, SheetFonts())
        for at, sheet in enumerate(sheets):
            before(at, sheet.label)
            book.add(sheet.table)
        return write_beside(path, book.save)


def is_formal(period: Period) -> bool:
    """Half-years and years go up as a 报告 in official form, the rest as a 小结 (domain.md §0)."""
    return period.span in (Span.HALF, Span.YEAR)


def _told(step: Progress, begun: int, total: int, at: int, label: str) -> None:
    step(begun + at, total, label)
