"""Report tables: a layout, the figures and the records of a period become plain rows for the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exporters.layout import Column, Layout, Source, TotalsAt
from app.exporters.tables import Mark, Ratio, ReportRow, ReportTable, Total
from app.exporters.tables import Value as Cell
from app.models.days import printed
from app.models.figure import Ratio as RatioOf
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.models.studio import ChecklistItem, Studio
from app.services.figure_query import Ask, can_group, is_additive
from app.services.figure_values import Group, Pair, Value, Values
from app.services.figures import Figures
from app.services.ledger import Ledger, period_ids
from app.services.options import Options
from app.settings import OfficeSettings


@dataclass(frozen=True, slots=True)
class ReportMaker:
    """Fills layouts for one period of one office."""

    figures: Figures
    settings: OfficeSettings
    period: Period
    today: date

    def words(self) -> dict[str, str]:
        """What titles, unit lines and sign-offs name."""
        s = self.settings
        since = self.figures.spans(self.period)["ytd"].start
        return {
            "unit": s.unit_name,
            "period": self.period.label,
            "days": self.period.days,
            "since": f"{since.month}月{since.day}日",
            "consultation": s.meeting_label,
            "visits": s.visit_label,
            "studios": s.studio_label,
            "head": s.head,
            "auditor": s.reviewer,
            "filler": s.clerk,
            "phone": s.phone,
            "filled_on": printed(self.today),
        }

    def table(self, session: Session, layout: Layout) -> ReportTable:
        """The report of one layout."""
        kind = layout.record_kind
        if kind is not None:
            return self._ledger(session, layout, kind)
        if any(column.source is Source.CHECKLIST for column in layout.values):
            layout = layout.with_checklist([label for _, label in checklist(session, self.settings)])
        return self._groups(session, layout)

    def _ledger(self, session: Session, layout: Layout, kind: str) -> ReportTable:
        ledger = Ledger(session, Options.load(session), kind, period_ids(session, kind, self.period))
        columns = layout.values
        missing = frozenset(
            i for i, c in enumerate(columns) if c.source is not Source.FIELD or not ledger.has(c.key)
        )
        rows = tuple(
            ReportRow(
                "", tuple(None if i in missing else ledger.cell(row, c.key) for i, c in enumerate(columns))
            )
            for row in ledger.rows
        )
        totals = tuple(_summed(rows, i) if c.format.numeric else None for i, c in enumerate(columns))
        return ReportTable(
            layout, self.words(), rows, totals if layout.totals is not TotalsAt.NONE else (), missing
        )

    def _groups(self, session: Session, layout: Layout) -> ReportTable:
        columns = layout.values
        by = layout.rows
        known = self.figures.catalogue
        asks = {
            i: _ask(c)
            for i, c in enumerate(columns)
            if c.source is Source.FIGURE and c.key in known and can_group(known[c.key], by, known)
        }
        values = self.figures.evaluate(list(asks.values()), self.figures.spans(self.period), by)
        facts = _Facts(session, by, [group.key for group in values.groups], self.settings)
        missing = frozenset(i for i, c in enumerate(columns) if i not in asks and not facts.has(c))
        rows = tuple(
            ReportRow(
                group.label,
                tuple(
                    cell(values.part(asks[i], c.span.value, group.key)) if i in asks
                    else None if i in missing else facts.cell(c, group)
                    for i, c in enumerate(columns)
                ),
            )
            for group in values.groups
        )  # fmt: skip
        totals = tuple(
            _total(values, known, asks[i], c, by) if i in asks else None for i, c in enumerate(columns)
        )
        return ReportTable(
            layout, self.words(), rows, totals if layout.totals is not TotalsAt.NONE else (), missing
        )


def checklist(session: Session, settings: OfficeSettings) -> list[tuple[str, str]]:
    """Key and label of the items of the office's building standard (domain.md §5.3)."""
    options = Options.load(session)
    return [
        (option.key, option.label)
        for option in options.entries("checklist_item")
        if option.group == settings.checklist_standard
    ]


class _Facts:
    """What a row of a grouping says besides figures: fields of the studio, ticks of its checklist."""

    def __init__(self, session: Session, by: str, keys: Sequence[str], settings: OfficeSettings) -> None:
        self._ledger: Ledger | None = None
        self._ticks: Mapping[tuple[str, int], bool | None] = {}
        self._rows: dict[str, Any] = {}
        if by == "studio":
            found = session.scalars(select(Studio.id).where(Studio.uuid.in_(keys)))
            self._ledger = Ledger(session, Options.load(session), by, list(found))
            self._rows = {row.uuid: row for row in self._ledger.rows}
            self._ticks = _ticks(session, [key for key, _ in checklist(session, settings)])

    def has(self, column: Column) -> bool:
        if column.source is Source.CHECKLIST:
            return bool(self._rows)
        return column.source is Source.FIELD and self._ledger is not None and self._ledger.has(column.key)

    def cell(self, column: Column, group: Group) -> Cell:
        """A field of the row's record; 县本级 and 未填 have only their name."""
        row = self._rows.get(group.key)
        if row is None or self._ledger is None:
            return group.label if column.key == Studio.kind.title else None
        if column.source is Source.CHECKLIST:
            return "√" if self._ticks.get((group.key, int(column.key))) else None
        return self._ledger.cell(row, column.key)


def _ticks(session: Session, items: Sequence[str]) -> dict[tuple[str, int], bool | None]:
    places = {key: place for place, key in enumerate(items)}
    rows = session.execute(
        select(Studio.uuid, ChecklistItem.item, ChecklistItem.met).join(
            Studio, ChecklistItem.parent_id == Studio.id
        )
    )
    return {(uuid, places[item]): met for uuid, item, met in rows if item in places}


def _ask(column: Column) -> Ask:
    return Ask(column.key, () if column.part is None else (column.part,))


def cell(value: Value) -> Cell:
    """A figure's value for a cell; a ratio over nothing is 不适用."""
    if not isinstance(value, Pair):
        return value
    if not value.denominator:
        return Mark.NOT_APPLICABLE
    return Ratio(int(value.numerator), int(value.denominator))


def _total(values: Values, known: FigureSet, ask: Ask, column: Column, by: str) -> Total:
    figure = known[ask.figure]
    ratio = figure.measure if isinstance(figure.measure, RatioOf) else None
    return Total(
        cell(values.total(ask, column.span.value)),
        additive=is_additive(figure, by, known),
        ratio_of=None if ratio is None else (ratio.numerator, ratio.denominator),
    )


def _summed(rows: Sequence[ReportRow], place: int) -> Total:
    numbers = [value for row in rows if isinstance(value := row.values[place], int | Decimal)]
    return Total(sum(numbers), additive=True)
