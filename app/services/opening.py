"""Opening: what an office reported before it kept its records here (期初数, domain.md §0)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.clock import Clock
from app.errors import AppError
from app.exporters.layout import Align, Format
from app.exporters.tables import Mark, RecordColumn, RecordTable
from app.exporters.tables import Value as CellValue
from app.importers.opening_sheet import read_opening
from app.models.adjustment import Adjustment
from app.models.context import Ref
from app.models.days import Day, Month, iso
from app.models.fields import link
from app.models.figure import Figure
from app.models.place import Township
from app.paths import is_folder
from app.services.aggregates import REGISTERED
from app.services.context import refs
from app.services.figure_query import Number, can_group
from app.services.figure_values import undivided
from app.services.figures import Figures
from app.services.opening_headings import Stretch, stretches_offered
from app.services.opening_plan import AdjustmentKey, OpeningPlan, now_from
from app.services.opening_preview import OpeningLine, OpeningPreview, Standing
from app.services.opening_rows import Entry, OpeningRows, by_name
from app.services.records import Records
from app.settings import OfficeSettings
from app.store.store import Store

KIND = "adjustment"
TITLE = "期初数表"
_BASIS_LIMIT = 80
_HOW = (
    "填用本软件以前已经报过的数：有各月的数就填到月份里，只有累计的就填“一笔”。"
    "没有报过的空着，报过是 0 的填 0。按期末算的数（如工作室个数）填那个月月底有几个。"
    "分得到乡镇的，可以复制一行写上乡镇名；不写乡镇的是全县的数。"
)


class Opening:
    """Reads a filled-in form, says what it would add, adds it as adjustments, all or nothing.

    `before` is done before anything is added; when it raises AppError, nothing is.
    """

    def __init__(
        self, store: Store, clock: Clock, settings: OfficeSettings, figures: Figures, records: Records,
        before: Callable[[], object],
    ) -> None:  # fmt: skip
        self._store = store
        self._clock = clock
        self._settings = settings
        self._figures = figures
        self._records = records
        self._before = before

    def file_name(self) -> str:
        """示例县政协期初数表.xlsx"""
        return f"{self._settings.unit_name}{TITLE}.xlsx"

    def template(self, target: Path, *, replace: bool = False) -> Path:
        """Writes the empty form and returns its path; a folder as `target` gets the usual name."""
        from app.exporters.files import unique_path, write_beside
        from app.exporters.sheet_styles import SheetFonts
        from app.exporters.workbook import WorkbookWriter

        path = unique_path(target, self.file_name()) if is_folder(target) else target
        if path.suffix.lower() != ".xlsx":
            path = path.with_name(f"{path.name}.xlsx")
        book = WorkbookWriter(self._clock.now(), self._settings.mark, SheetFonts())
        book.add(self._form())
        return write_beside(path, book.save, replace=replace)

    def read(self, path: Path) -> OpeningPreview:
        """What taking the sheet would add, and what is wrong with it; nothing is written. Raises AppError."""
        sheet = read_opening(path)
        with self._store.reading():
            rows = OpeningRows(
                sheet, self._figures.catalogue, by_name(self._townships()), self._figures.calendar,
                self._clock.today(),
            )  # fmt: skip
            plan = self._plan(rows.entries)
        problems = tuple(sorted((*rows.problems, *plan.problems), key=lambda problem: _place(problem.cell)))
        if not plan.lines and not problems:
            raise AppError(f"“{path.name}”里没有填数。请在月份下面填上数，存好，再选一次。")
        return OpeningPreview(path.name, sheet.name, plan.lines, problems)

    def take(self, preview: OpeningPreview, reason: str = "") -> tuple[str, ...]:
        """Writes what the preview adds, in one transaction; returns what `withdraw` takes back.

        Raises AppError when cells are wrong, or when the ledger is no longer as the preview found it;
        ReasonNeeded when a reported number would change and no `reason` says why.
        """
        if preview.problems:
            count = len(preview.problems)
            raise AppError(f"表里有 {count} 处要改，一个数也没有记。改好存上，再选一次这张表。")
        if self._lines_now(preview.lines) != preview.lines:
            raise AppError("看过以后台账又有改动，一个数也没有记。请再选一次这张表，看过再记。")
        raws = [self._raw(line, preview.source) for line in preview.added]
        if raws:
            self._before()
        return tuple(aggregate.uuid for aggregate in self._records.add(KIND, raws, reason=reason))

    def withdraw(self, uuids: Sequence[str], reason: str = "") -> int:
        """Takes back what was taken; answers how many."""
        return self._records.delete(KIND, uuids, reason)

    def restore(self, uuids: Sequence[str], reason: str = "") -> int:
        """Undoes `withdraw`."""
        return self._records.undelete(KIND, uuids, reason)

    def _lines_now(self, lines: Sequence[OpeningLine]) -> tuple[OpeningLine, ...]:
        """What the same numbers would come to now; none at all once a figure of theirs is out of use."""
        with self._store.reading():
            known = self._figures.catalogue
            if any(line.figure not in known for line in lines):
                return ()
            return self._plan([_entry(line, known[line.figure]) for line in lines]).lines

    # the form

    def _form(self) -> RecordTable:
        offered = stretches_offered(self._figures.calendar, self._clock.today())
        figures = [figure for figure in self._figures.catalogue.values() if not figure.combined]
        columns = (
            RecordColumn("指标", 20),
            RecordColumn("单位", 6, align=Align.CENTER),
            RecordColumn("乡镇（街道）", 12),
            *(_form_column(each) for each in offered),
            RecordColumn("口径", 44),
        )
        unit = self._settings.unit_name
        return RecordTable(
            TITLE, f"{unit}{TITLE}", columns, tuple(_form_row(figure, offered) for figure in figures),
            (f"填报单位：{unit}", "没有报过的空着，0 就填 0", f"制表：{iso(self._clock.today())}"), _HOW,
        )  # fmt: skip

    # what is there

    def _townships(self) -> list[tuple[Ref, str]]:
        with self._store.reading() as session:
            rows = session.execute(
                select(Township.uuid, Township.name, Township.former_names).where(
                    Township.deleted_at.is_(None), Township.status == REGISTERED
                )
            )
            return [(Ref(uuid, name), former or "") for uuid, name, former in rows]

    def _plan(self, entries: Sequence[Entry]) -> OpeningPlan:
        known = self._figures.catalogue
        return OpeningPlan(entries, known, now_from(self._numbers(entries)), self._adjusted())

    def _numbers(self, entries: Sequence[Entry]) -> dict[tuple[str, Stretch, str], Number]:
        """Every number asked about, as the ledger has it now."""
        calendar, known = self._figures.calendar, self._figures.catalogue
        stretches = {entry.stretch.label: entry.stretch for entry in entries}
        spans = {label: stretch.period(calendar) for label, stretch in stretches.items()}
        keys = list(dict.fromkeys(entry.figure.key for entry in entries))
        found: dict[tuple[str, Stretch, str], Number] = {}
        if not keys:
            return found
        by_township = any(entry.township for entry in entries)
        values = self._figures.evaluate(keys, spans, "township" if by_township else None)
        for key in keys:
            for label, stretch in stretches.items():
                found[key, stretch, ""] = undivided(values.total(key, label))
                if by_township and can_group(known[key], "township", known):
                    for group in values.groups:
                        found[key, stretch, group.key] = undivided(values.part(key, label, group.key))
        return found

    def _adjusted(self) -> frozenset[AdjustmentKey]:
        """Which figures, townships and months have an adjustment already, one of 0 included."""
        with self._store.reading() as session:
            rows = session.execute(
                select(
                    Adjustment.figure, link(Adjustment, "township"), Adjustment.since, Adjustment.happened_on
                ).where(Adjustment.deleted_at.is_(None), Adjustment.status == REGISTERED)
            ).all()
            named = refs(session, Township, [row[1] for row in rows if row[1] is not None])
        return frozenset(
            (figure, named[local].uuid if local in named else "", _stretch(since or day, day))
            for figure, local, since, day in rows
        )

    def _raw(self, line: OpeningLine, source: str) -> dict[str, Any]:
        stretch = line.stretch
        why = "期初数：用本软件以前已报过的数"
        if line.standing is Standing.CHANGES:
            why = f"期初数：报过 {line.stated}，台账原有 {line.there}"
        return {
            "figure": line.figure,
            "happened_on": iso(stretch.through),
            "since": iso(stretch.since) if stretch.is_sum else None,
            "amount": line.amount,
            "use": "opening",
            "reason": f"{why}（{line.cell}）",
            "basis": source[-_BASIS_LIMIT:],
            "made_by": self._settings.clerk or None,
            "township": line.township.uuid if line.township else None,
        }


def _form_column(stretch: Stretch) -> RecordColumn:
    if stretch.is_sum:
        return RecordColumn(stretch.label, 15, Format("int"), Align.RIGHT)
    return RecordColumn(iso(stretch.through), 8, Format("int"), Align.RIGHT)


def _form_row(figure: Figure, offered: Iterable[Stretch]) -> tuple[CellValue, ...]:
    closed = Mark.NOT_APPLICABLE if figure.nature == "stock" else None
    cells = (closed if stretch.is_sum else None for stretch in offered)
    return (figure.label, figure.unit, None, *cells, figure.rule)


def _entry(line: OpeningLine, figure: Figure) -> Entry:
    return Entry(line.cell, figure, line.township, line.stretch, line.stated)


def _stretch(since: Day, day: Day) -> Stretch:
    return Stretch(Month(since.year, since.month), Month(day.year, day.month))


def _place(cell: str) -> tuple[int, int, str]:
    """Cells in reading order, a whole row before its cells."""
    letters = cell.rstrip("0123456789") if cell[0].isascii() else ""
    number = "".join(character for character in cell if character.isdigit())
    return (int(number or 0), len(letters), letters)
