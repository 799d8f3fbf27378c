"""MonthEnd: a period's way up, 填报 → 审核 → 出表 → 报送, and what stands in it (domain.md §0)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError
from app.models.periods import Period, Span
from app.models.system import Change, SettingEntry
from app.paths import is_folder, is_there
from app.services.figure_values import Values
from app.services.figures import Figures
from app.services.late_lines import LateLine
from app.services.matters import Matter, missing, tally
from app.services.months import Months
from app.services.paragraphs import ParagraphFinding, Paragraphs
from app.services.records import Records
from app.services.report_checks import FigureCheck, checks
from app.services.reporting import Reporting, ReportingRow, State
from app.services.reports import Reports
from app.services.reviews import Review, review_key, review_of
from app.services.scribe import Scribe
from app.services.submissions import Submissions
from app.services.submitted import Submitted, check_scan
from app.services.text_check import Verdict
from app.settings import OfficeSettings
from app.store.store import Store

Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class MonthCheck:
    """All that is looked at before a period goes up; only `missing` blocks it."""

    period: Period
    registered: int
    drafts: int
    silent: tuple[ReportingRow, ...]
    missing: tuple[Matter, ...]
    checks: tuple[FigureCheck, ...]
    doubts: tuple[Matter, ...]
    late: tuple[LateLine, ...]
    findings: tuple[ParagraphFinding, ...]
    """Numbers written in own paragraphs that differ from the figures."""
    before: Period | None
    """The period before, when it was not reported though others were."""

    @property
    def failing(self) -> tuple[FigureCheck, ...]:
        return tuple(check for check in self.checks if not check.holds)

    @property
    def is_clean(self) -> bool:
        return not (self.missing or self.failing)


class MonthEnd:
    """Leads a period through its four steps; the numbers and files come from the services it is given."""

    def __init__(
        self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures, records: Records,
        reports: Reports, submissions: Submissions, paragraphs: Paragraphs,
    ) -> None:  # fmt: skip
        self._store = store
        self._clock = clock
        self._figures = figures
        self._records = records
        self._reports = reports
        self._submissions = submissions
        self._paragraphs = paragraphs
        self._months = Months(store, clock, settings, figures, records)
        self._reporting = Reporting(store, clock, settings, records)

    def check(self, period: Period, step: Step | None = None) -> MonthCheck:
        """Everything to look at; `step` is told how far it is, and may raise to stop it."""
        found = self._months.doubts(period, step)
        with self._store.reading() as session:
            context = self._records.context(session)
            counted = tally(session, period, context.today)
            lacking = missing(session, context, period)
        rows = self._reporting.rows(period) if period.span is Span.MONTH else ()
        return MonthCheck(
            period, counted.registered, counted.drafts,
            tuple(row for row in rows if row.state is State.SILENT), lacking,
            tuple(checks(self._figures, period, self._sent_before(period))),
            tuple(matter for matter in found if matter.leads != "checks"),
            self._submissions.late(period),
            tuple(
                each
                for each in self._paragraphs.findings(period)
                if each.finding.verdict is Verdict.DIFFERS
            ),
            self._skipped(period),
        )  # fmt: skip

    def reviewed(self, period: Period) -> Review | None:
        """Who reviewed the period as a whole; None when nobody has, or it came back since."""
        with self._store.reading() as session:
            return review_of(session, period)

    def review(self, period: Period, by: str = "", note: str = "") -> Review:
        """Signs a period off; raises AppError while records of it are not filled in."""
        with self._store.writing() as session:
            context = self._records.context(session)
            drafts = tally(session, period, context.today).drafts
            if drafts:
                raise AppError(f"{period.label}还有 {drafts} 条没填完，补完再审核。")
            change = session.execute(select(func.max(Change.id))).scalar() or 0
            data = {
                "by": by or self._records.by, "note": note.strip(), "change": change + 1,
                "at": self._clock.now().isoformat(timespec="minutes"),
            }  # fmt: skip
            self._keep(session, period, data)
            found = review_of(session, period)
        assert found is not None
        return found

    def withdraw_review(self, period: Period) -> None:
        """Takes a 审核 back."""
        with self._store.writing() as session:
            self._keep(session, period, None)

    def submit(
        self, period: Period, *, scan: Path | None = None, note: str = "", step: Step | None = None
    ) -> Submitted:
        """报送: freezes the period with the files written last, or new ones beside them after a change."""
        self._submissions.may(period)
        if scan is not None:  # before the papers are made, which takes a while
            check_scan(scan)
        issued = self._reports.issued(period)
        with self._store.reading() as session:
            newest = session.execute(select(func.max(Change.id))).scalar() or 0
        unchanged = issued is not None and not self._reports.changed_since(issued)
        if issued and unchanged and all(map(is_there, issued.paths)):
            return self._submissions.submit(
                period, issued.paths, scan=scan, note=note, change=newest, progress=step
            )
        there = issued.paths[0].parent if issued and issued.paths else None
        if there is not None and is_folder(there):
            # What the clerk sends on is in this folder: it has to hold the files that are kept here.
            paths = self._reports.export(period, there, step)
            with self._store.reading() as session:
                newest = session.execute(select(func.max(Change.id))).scalar() or 0
            return self._submissions.submit(period, paths, scan=scan, note=note, change=newest, progress=step)
        with tempfile.TemporaryDirectory(prefix="报送", ignore_cleanup_errors=True) as folder:
            paths = self._reports.export(period, Path(folder), step, keep=False)
            return self._submissions.submit(period, paths, scan=scan, note=note, change=newest, progress=step)

    def reopen(self, period: Period, why: str) -> Submitted:
        """退回: opens a reported period again; it has to be reviewed anew."""
        with self._store.writing() as session:
            found = self._submissions.reopen_within(session, period, why)
            if review_of(session, period) is not None:
                self._keep(session, period, None)
            return found

    def _sent_before(self, period: Period) -> Values | None:
        """What was reported for the period before, for 累计 = 上期累计 + 本期."""
        before = self._submissions.active(self._figures.calendar.previous(period))
        return None if before is None else self._submissions.figures(before.number)

    def _skipped(self, period: Period) -> Period | None:
        """The period before when it was left out between reported ones."""
        before = self._figures.calendar.previous(period)
        standing = [
            each for each in self._submissions.all() if each.stands and each.period.span is period.span
        ]
        if not any(each.period.end < before.start for each in standing):
            return None
        there = any(each.period.start <= before.end <= each.period.end for each in standing)
        return None if there else before

    def _keep(self, session: Session, period: Period, data: dict[str, object] | None) -> None:
        text = json.dumps(data, ensure_ascii=False) if data else ""
        session.merge(SettingEntry(key=review_key(period), value=text))
        scribe = Scribe(self._clock, self._records.by)
        scribe.note(session, "review" if data else "unreview", "period", period.key, data or {})
