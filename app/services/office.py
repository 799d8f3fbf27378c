"""Office: the services of one store, put together; bootstrap makes one, everything else is handed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.models import RECORDS, model_of
from app.models.fields import Field, offered
from app.models.periods import Calendar
from app.models.unit import Unit
from app.services.kept_settings import KeptSettings
from app.services.options import Options
from app.services.records import Records
from app.services.scribe import Scribe
from app.settings import OfficeSettings, changed
from app.store.store import Store

if TYPE_CHECKING:
    from app.services.backups import OfficeBackups
    from app.services.bin import Bin
    from app.services.bulk import Bulk
    from app.services.disclosure import Disclosure
    from app.services.documents import Documents
    from app.services.evidence import Evidence
    from app.services.figures import Figures
    from app.services.history import History
    from app.services.id_numbers import IdNumbers
    from app.services.list_export import ListExport
    from app.services.listing import Listing
    from app.services.log import Log
    from app.services.month_end import MonthEnd
    from app.services.months import Months
    from app.services.opening import Opening
    from app.services.own_figures import OwnFigures
    from app.services.own_tables import OwnTables
    from app.services.paragraphs import Paragraphs
    from app.services.report_shelf import ReportShelf
    from app.services.reported import Reported
    from app.services.reports import Reports
    from app.services.saved_reports import SavedReports
    from app.services.submissions import Submissions
    from app.services.unsaved import Unsaved

P = ParamSpec("P")
T = TypeVar("T")


class Office:
    """One office at work: its settings, its calendar and its services."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self._kept = KeptSettings(store, clock)
        self.settings = self._kept.founded()
        self._kept.note_extension(self.settings.clerk)

    @cached_property
    def records(self) -> Records:
        made = Records(self.store, self.clock, self.settings.clerk)
        made.keeps = self.keeps
        made.before_deleting = self._before_deleting
        return made

    @property
    def figures(self) -> Figures:
        from app.services.figures import Figures

        return Figures(self.store, self.calendar, self._reported, strict=self.settings.strict_dating)

    @cached_property
    def _reported(self) -> Reported:
        from app.services.reported import Reported

        return Reported()

    @property
    def submissions(self) -> Submissions:
        from app.services.submissions import Submissions

        return Submissions(self.store, self.clock, self.records.by, self.figures, self._reported)

    @property
    def month_end(self) -> MonthEnd:
        from app.services.month_end import MonthEnd

        parts = (self.store, self.clock, self.settings, self.figures, self.records)
        return MonthEnd(*parts, self.reports, self.submissions, self.paragraphs)

    @cached_property
    def unsaved(self) -> Unsaved:
        from app.services.unsaved import Unsaved

        return Unsaved(self.store, self.clock, self.records)

    @property
    def backups(self) -> OfficeBackups:
        from app.services.backups import OfficeBackups

        return OfficeBackups(self.store, self.clock, self.settings)

    def keeps(self, spec: Field) -> bool:
        """Whether this office keeps a field at all; some are only there when its settings say so."""
        return bool(offered([spec], self.settings))

    @property
    def disclosure(self) -> Disclosure:
        from app.services.disclosure import Disclosure

        return Disclosure(self.store, self.clock, self.records.by)

    @property
    def id_numbers(self) -> IdNumbers:
        from app.services.id_numbers import IdNumbers

        return IdNumbers(self.store, self.records)

    def _before_deleting(self, count: int) -> None:
        self.backups.before_deleting(count)

    @property
    def listing(self) -> Listing:
        from app.services.listing import Listing

        return Listing(self.store, self.clock, self.calendar)

    @property
    def history(self) -> History:
        from app.services.history import History

        return History(self.store, self.clock, self.records)

    @property
    def bin(self) -> Bin:
        from app.services.bin import Bin

        return Bin(self.store, self.clock, self.records)

    @property
    def bulk(self) -> Bulk:
        from app.services.bulk import Bulk

        return Bulk(self.store, self.records, self.history)

    @property
    def log(self) -> Log:
        from app.services.log import Log

        return Log(self.store, self.clock, self.records, self.history)

    @property
    def months(self) -> Months:
        from app.services.months import Months

        return Months(self.store, self.clock, self.settings, self.figures, self.records)

    @property
    def list_export(self) -> ListExport:
        from app.services.list_export import ListExport

        return ListExport(self.clock, self.settings, self.listing, self.disclosure)

    @property
    def own_tables(self) -> OwnTables:
        from app.services.own_tables import OwnTables

        parts = (self.store, self.clock, self.settings, self.figures, self.listing)
        return OwnTables(*parts, self.disclosure)

    @property
    def own_figures(self) -> OwnFigures:
        from app.services.own_figures import OwnFigures

        return OwnFigures(self.store, self.clock, self.records.by)

    @property
    def saved_reports(self) -> SavedReports:
        from app.services.saved_reports import SavedReports

        return SavedReports(self.store, self.clock, self.own_tables, self.records.by)

    @property
    def report_shelf(self) -> ReportShelf:
        from app.services.report_shelf import ReportShelf

        return ReportShelf(self, self.reports, self.saved_reports, self.own_tables)

    @property
    def reports(self) -> Reports:
        from app.services.reports import Reports

        return Reports(self.store, self.clock, self.settings, self.figures, self.submissions)

    @property
    def paragraphs(self) -> Paragraphs:
        from app.services.paragraphs import Paragraphs

        return Paragraphs(self.store, self.clock, self.settings, self.figures, self.records.by)

    @property
    def documents(self) -> Documents:
        from app.services.documents import Documents

        return Documents(self.store, self.clock, self.settings, self.records, self.disclosure)

    @property
    def opening(self) -> Opening:
        from app.services.opening import Opening

        parts = (self.store, self.clock, self.settings, self.figures, self.records)
        return Opening(*parts, self.backups.before_import)

    @property
    def evidence(self) -> Evidence:
        from app.services.evidence import Evidence

        parts = (self.store, self.clock, self.settings, self.records, self.documents)
        return Evidence(*parts, self.disclosure)

    @property
    def calendar(self) -> Calendar:
        s = self.settings
        return Calendar(
            s.cut_off_day, s.december_full, s.year_start_month, self._begins, s.total_from == "term"
        )

    @property
    def _begins(self) -> tuple[date, ...]:
        """The days running totals begin with, when not with the year (累计起点)."""
        match self.settings.total_from:
            case "term":
                from app.services.terms import begins

                return begins(self.store)
            case "day":
                return (date.fromisoformat(self.settings.total_day),)
            case _:
                return ()

    @property
    def is_fresh(self) -> bool:
        """Nobody has said yet whose store this is, and nothing is recorded in it."""
        return not self.settings.set_up and not any(
            self.count(model.key) for model in RECORDS if model is not Unit
        )

    def count(self, kind: str) -> int:
        """How many records of a kind there are, drafts too."""
        model = model_of(kind)
        with self.store.reading() as session:
            return session.execute(
                select(func.count(model.id)).where(model.deleted_at.is_(None))
            ).scalar_one()

    def options(self) -> Options:
        with self.store.reading() as session:
            return Options.load(session)

    def change_options(
        self, change: Callable[Concatenate[Session, str, P], T], name: str, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Does one thing of `app.services.options` to the list `name`, with its line in the change log."""
        with self.store.writing() as session:
            done = change(session, name, *args, **kwargs)
            data = {"change": change.__name__, "with": [*args, *kwargs.values()], "result": done}
            Scribe(self.clock, self.records.by).note(session, "options", "option", name, data)
        return done

    def change_settings(self, values: Mapping[str, Any]) -> OfficeSettings:
        """Keeps changed settings; the unit's own record takes its name from them."""
        with self.changing_settings(values):
            pass
        return self.settings

    @contextmanager
    def changing_settings(self, values: Mapping[str, Any]) -> Iterator[Session]:
        """As `change_settings`, with a writing session for what is one intention with it."""
        settings = changed(self.settings, values)
        with self.store.writing() as session:
            self._kept.put(session, settings, values, self.records)
            yield session
        self._adopt(settings)

    def start_over(self) -> None:
        """Makes the store as new; whoever asks has put a copy of the file aside."""
        self._adopt(self._kept.start_over())

    def _adopt(self, settings: OfficeSettings) -> None:
        self.settings = settings
        self.records.by = settings.clerk
