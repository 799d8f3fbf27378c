"""OwnTables: ad-hoc tables (临时要表) run, written and kept as reports of the office's own."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import AppError
from app.exporters.files import safe_name, unique_path
from app.exporters.tables import ReportTable
from app.models import model_of
from app.models.periods import Period
from app.services.aggregates import REGISTERED
from app.services.disclosure import Disclosure
from app.services.figures import Figures
from app.services.list_export import record_cell
from app.services.list_rows import Row
from app.services.list_tables import STATUS
from app.services.listing import Listing
from app.services.own_table import OwnTable, clean_words
from app.services.own_table_check import OwnTableCheck
from app.services.own_table_fields import field_for, usual_fields
from app.services.own_table_paper import paper
from app.services.own_table_query import OwnTableQuery
from app.services.own_table_result import Opening, OwnTableResult, ResultCell, ResultLine
from app.services.own_table_run import OwnTableRun
from app.services.own_table_words import STATES, USUAL, reads
from app.services.spans import CURRENT
from app.settings import OfficeSettings
from app.store.store import Store

EXCEL, WORD = ".xlsx", ".docx"
USUAL_FIGURES = (
    "meetings", "attendance_total", "member_attendance", "consensus", "visits", "studio_activities",
)  # fmt: skip
DRAFT_WORD = "草稿"


class OwnTables:
    """Every call is one short reading session and returns detached values."""

    def __init__(
        self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures, listing: Listing,
        disclosure: Disclosure,
    ) -> None:  # fmt: skip
        self._disclosure = disclosure
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures
        self._listing = listing

    def usual(self, kind: str) -> OwnTable:
        """What a table of a kind begins with: the list's columns of what counts."""
        return OwnTable(kind=kind, fields=usual_fields(model_of(kind)), filters=(USUAL,))

    def usual_figures(self) -> OwnTable:
        """What a table of figures begins with: a few by township."""
        known = self._figures.catalogue
        keys = tuple(key for key in USUAL_FIGURES if key in known)
        return OwnTable(of="figures", figures=keys, by="township", spans=(CURRENT,))

    def cleaned(self, table: OwnTable) -> tuple[OwnTable, tuple[str, ...]]:
        """The table as far as it holds, and a sentence for each thing that does not."""
        with self._store.reading() as session:
            return OwnTableCheck(session, self._figures.catalogue).cleaned(table)

    def checked(self, table: OwnTable) -> OwnTable:
        """The table, ready to be run; raises AppError with every sentence when something is wrong with it."""
        table = clean_words(table)
        with self._store.reading() as session:
            return self._checked(session, table)

    def run(self, table: OwnTable, period: Period | None) -> OwnTableResult:
        """The table filled for a period (None: all times, for records); raises AppError."""
        table = clean_words(table)
        with self._store.reading() as session:
            return self._run.result(session, self._checked(session, table), period)

    def covered(self, table: OwnTable) -> tuple[str, ...]:
        """What is shown in part of its records, in a clerk's words; nothing for most tables."""
        if not table.of_records or table.group:
            return ()
        specs = (field_for(model_of(table.kind), key) for key in table.fields)
        return tuple(spec.label for spec in specs if spec is not None and spec.private)

    def lines(
        self, result: OwnTableResult, start: int = 0, count: int | None = None, *, full: bool = False
    ) -> list[ResultLine]:
        """Some lines of a result in order; records that are gone by now are left out."""
        stop = None if count is None else start + count
        if not result.lists_records:
            return list(result.lines[start:stop])
        keys = [column.key for column in result.columns if column.key != STATUS]
        rows = self._listing.rows(result.table.kind, result.ids[start:stop], keys, full=full)
        return [_record_line(row, result) for row in rows]

    def uuids(self, result: OwnTableResult, opening: Opening) -> list[str]:
        """The records behind a number of records grouped, or behind all of them."""
        with self._store.reading() as session:
            query = OwnTableQuery(session, result.table, result.period, self._clock.today())
            if opening.by:
                return query.uuids_of(self._figures.calendar, opening.group)
            ids = query.ids()
        return self._listing.uuids(result.table.kind, ids)

    def paper(self, table: OwnTable, period: Period | None, *, full: bool = False) -> ReportTable:
        """The table for a workbook or Word, all its values from one read transaction.

        With `full` nothing is covered, and the change log says who wanted that.
        """
        with self._store.reading():
            result = self.run(table, period)
            made = paper(result, self.lines(result, full=full), self._settings.unit_name)
        if full and self.covered(result.table):
            self._disclosure.note(f"导出{made.layout.name}", len(made.rows))
        return made

    def write(self, table: OwnTable, period: Period | None, target: Path, *, full: bool = False) -> Path:
        """Excel or Word by the target's ending; returns the path written. Raises AppError."""
        file_kind(target)
        return write_table(self.paper(table, period, full=full), target, self._clock, self._settings)

    def write_into(
        self, table: OwnTable, period: Period | None, folder: Path, ending: str, *, full: bool = False
    ) -> Path:
        """The same into a folder, called as the table's title says."""
        made, unit = self.paper(table, period, full=full), self._settings.unit_name
        title = made.layout.name
        name = safe_name(f"{'' if title.startswith(unit) else unit}{title}{ending}")
        return write_table(made, folder / name, self._clock, self._settings)

    @property
    def _run(self) -> OwnTableRun:
        return OwnTableRun(self._figures, self._settings.unit_name, self._clock.today())

    def _checked(self, session: Session, table: OwnTable) -> OwnTable:
        checked, sentences = OwnTableCheck(session, self._figures.catalogue).cleaned(table)
        if sentences:
            raise AppError("\n".join(sentences))
        return checked


def file_kind(target: Path) -> str:
    """EXCEL or WORD by a file's ending; raises AppError for another."""
    ending = target.suffix.lower()
    if ending not in (EXCEL, WORD):
        raise AppError(f"“{target.name}”写不出来：文件名请以 .xlsx（Excel）或 .docx（Word）结尾。")
    return ending


def write_table(table: ReportTable, target: Path, clock: Clock, settings: OfficeSettings) -> Path:
    """A table as Excel or Word by the target's ending; returns the path written, never one that was taken.

    Raises AppError for another ending, or when it cannot be written.
    """
    kind = file_kind(target)
    path = unique_path(target.parent, target.name)
    if kind == WORD:
        from app.exporters.word_table import write_word_table

        write_word_table(path, table, now=clock.now(), mark=settings.mark)
    else:
        from app.exporters.workbook import write_workbook

        write_workbook(path, [table], now=clock.now(), mark=settings.mark)
    return path


def _record_line(row: Row, result: OwnTableResult) -> ResultLine:
    cells = []
    for column in result.columns:
        if column.key == STATUS:
            words = STATES[REGISTERED] if row.status == REGISTERED else DRAFT_WORD
            cells.append(ResultCell(words, words))
            continue
        cell = row.cells[column.key]
        value = record_cell(cell.value, cell.text)
        numeric = column.format.numeric and value is not None
        cells.append(ResultCell(value, reads(value, column.format) if numeric else cell.text))
    return ResultLine(tuple(cells), row.uuid)
