"""ListExport: what a list shows, as an Excel sheet with every short field of the kind."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.clock import Clock
from app.exporters.files import unique_path
from app.exporters.layout import Align, Format
from app.exporters.tables import RecordColumn, RecordTable
from app.exporters.tables import Value as CellValue
from app.models import model_of
from app.models.fields import Field, offered
from app.models.values import Count, DayValue, LongText, Money, Text, Year
from app.services.aggregates import REGISTERED
from app.services.disclosure import Disclosure
from app.services.list_columns import NUMBER, columns_of, more_columns_of
from app.services.list_query import Query
from app.services.list_rows import Row
from app.services.listing import Listing
from app.settings import OfficeSettings

_STATUS = {True: "已登记", False: "草稿"}
_WIDEST = 32


class ListExport:
    """Writes the records a list means; numbers and addresses of people in part, unless asked for."""

    def __init__(
        self, clock: Clock, settings: OfficeSettings, listing: Listing, disclosure: Disclosure
    ) -> None:
        self._clock = clock
        self._settings = settings
        self._listing = listing
        self._disclosure = disclosure

    def write(self, query: Query, folder: Path, *, full: bool = False) -> Path:
        """One workbook with one sheet in a folder; returns its path. Raises AppError.

        With `full` nothing is covered, and the change log says who wanted that.
        """
        from app.exporters.workbook import write_workbook

        kind = model_of(query.kind).kind
        period = query.period.label if query.period else ""
        path = unique_path(folder, f"{self._settings.unit_name}{period}{kind.label}台账.xlsx")
        table = self.table(query, full=full)
        if full:
            self._disclosure.note(f"导出{kind.label}台账", len(table.rows))
        write_workbook(path, [table], now=self._clock.now(), mark=self._settings.mark)
        return path

    def covered(self, kind: str) -> tuple[str, ...]:
        """What is written in part of a kind's records, in a clerk's words; nothing for most kinds."""
        return tuple(spec.label for spec in self._specs(kind) if spec.private)

    def table(self, query: Query, *, full: bool = False) -> RecordTable:
        """The sheet as plain values: number and status first, then the list's columns, then the rest."""
        model = model_of(query.kind)
        specs = self._specs(query.kind)
        ids = self._listing.find(query).ids
        rows = self._listing.rows(query.kind, ids, [spec.key for spec in specs], full=full)
        s, kind = self._settings, model.kind
        days = query.period.days if query.period else "全部"
        return RecordTable(
            kind.label,
            f"{s.unit_name}{kind.label}台账" + (f"（{query.period.label}）" if query.period else ""),
            (RecordColumn("编号", 16), RecordColumn("状态", 8), *(record_column(spec) for spec in specs)),
            tuple(_row(row, specs) for row in rows),
            (f"填报单位：{s.unit_name}", f"期间：{days}", f"共 {len(rows)} {kind.measure}"),
        )

    def _specs(self, kind: str) -> list[Field]:
        model = model_of(kind)
        more = [spec for spec in more_columns_of(model) if spec.key != NUMBER.key]
        return [*columns_of(model), *offered(more, self._settings)]


def record_column(spec: Field) -> RecordColumn:
    """How a field stands on a sheet."""
    if isinstance(spec.value, Count | Year) and spec.shape == "value":
        return RecordColumn(spec.label, 8, Format("int"), Align.RIGHT)
    if isinstance(spec.value, Money):
        return RecordColumn(spec.label, 12, Format("decimal", 2), Align.RIGHT)
    if isinstance(spec.value, DayValue):
        return RecordColumn(spec.label, 12, Format("day"), Align.CENTER)
    if isinstance(spec.value, Text | LongText):
        return RecordColumn(spec.label, min(_WIDEST, max(12, spec.value.limit // 2)))
    return RecordColumn(spec.label, 24 if spec.shape == "members" else 14)


def _row(row: Row, specs: list[Field]) -> tuple[CellValue, ...]:
    cells = (record_cell(row.cells[spec.key].value, row.cells[spec.key].text) for spec in specs)
    return (row.number, _STATUS[row.status == REGISTERED], *cells)


def record_cell(value: Any, text: str) -> CellValue:
    """What a list's cell holds, as a sheet takes it: numbers and days as such, the rest in words."""
    if isinstance(value, bool) or value is None or isinstance(value, time):
        return text or None
    return value if isinstance(value, int | Decimal | date) else text or None
