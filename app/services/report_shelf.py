"""ReportShelf: every table that can be asked for by name: shipped layouts, own layouts, kept tables."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.clock import Clock
from app.errors import AppError, quoted
from app.exporters.layout import Layout
from app.exporters.layout_file import layouts
from app.exporters.tables import ReportTable
from app.models.periods import Period
from app.services.figures import Figures
from app.services.own_tables import OwnTables, file_kind, write_table
from app.services.report_tables import ReportMaker
from app.services.reports import Reports
from app.services.saved_reports import SavedReports
from app.settings import OfficeSettings
from app.store.store import Store


class Origin(StrEnum):
    """Where a report comes from."""

    SHIPPED = "shipped"
    LAYOUT = "layout"
    SAVED = "saved"


ORIGIN_LABELS = {Origin.SHIPPED: "随软件带的", Origin.LAYOUT: "本单位表样", Origin.SAVED: "存下的临时表"}


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One report; `problem` says why it has to be changed (要改), "" when it can be run."""

    key: str
    title: str
    origin: Origin
    problem: str = ""


class ReportOffice(Protocol):
    """What of an office its reports are made from; `Office` is one."""

    store: Store
    clock: Clock
    settings: OfficeSettings

    @property
    def figures(self) -> Figures: ...


class ReportShelf:
    """Finds a report by its key or name and runs it."""

    def __init__(
        self, office: ReportOffice, reports: Reports, saved: SavedReports, tables: OwnTables
    ) -> None:
        self._office = office
        self._reports = reports
        self._saved = saved
        self._tables = tables

    def entries(self) -> tuple[ReportEntry, ...]:
        """Shipped ones, the office's layouts, then the kept ones in the clerk's order."""
        shelf = self._reports.shelf()
        own = layouts([self._office.store.folder.layouts]).by_key
        shipped = [ReportEntry(key, layout.name, _origin(key, own)) for key, layout in shelf.by_key.items()]
        broken = [ReportEntry("", "", Origin.LAYOUT, problem) for problem in shelf.problems]
        kept = [ReportEntry(each.name, each.name, Origin.SAVED, each.reason) for each in self._saved.all()]
        return (*sorted(shipped, key=lambda entry: entry.origin is Origin.LAYOUT), *broken, *kept)

    def reserved(self) -> frozenset[str]:
        """Names that a kept table cannot have, because they already mean another report."""
        found = self._reports.shelf().by_key
        return frozenset((*found, *(layout.name for layout in found.values())))

    def paper(self, name: str, period: Period, *, full: bool = False) -> ReportTable:
        """A report filled for a period; raises AppError for an unknown or a broken one.

        `full` is for kept tables of records; a layout never names citizens.
        """
        layout = self._layout(name)
        if layout is not None:
            office = self._office
            maker = ReportMaker(office.figures, office.settings, period, office.clock.today())
            with office.store.reading() as session:
                return maker.tables(session, [layout])[0]
        if all(saved.name != name for saved in self._saved.all()):
            known = "、".join(entry.key for entry in self.entries() if entry.key)
            raise AppError(f"没有叫{quoted(name, 40)}的报表，可用：{known}。")
        return self._tables.paper(self._saved.runnable(name), period, full=full)

    def write(self, name: str, period: Period, target: Path, *, full: bool = False) -> Path:
        """A report as Excel or Word by the target's ending; returns the path written. Raises AppError."""
        file_kind(target)
        table = self.paper(name, period, full=full)
        return write_table(table, target, self._office.clock, self._office.settings)

    def _layout(self, name: str) -> Layout | None:
        found = self._reports.shelf().by_key
        if name in found:
            return found[name]
        return next((layout for layout in found.values() if layout.name == name), None)


def _origin(key: str, own: Container[str]) -> Origin:
    return Origin.LAYOUT if key in own else Origin.SHIPPED
