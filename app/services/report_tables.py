"""Report tables: a layout, the figures and the records of a period become plain rows for the workbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exporters.layout import FIGURES, Column, Layout, Source, Span, TotalsAt
from app.exporters.tables import ReportRow, ReportTable, Total
from app.exporters.tables import Value as Cell
from app.models.days import printed
from app.models.figure import Ratio as RatioOf
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.models.periods import Span as PeriodSpan
from app.models.studio import ChecklistItem, Studio
from app.services import report_lists
from app.services.figure_query import Ask, can_group, is_additive
from app.services.figure_values import Group, Pair, Values, asked
from app.services.figures import Figures
from app.services.ledger import Ledger
from app.services.options import Options
from app.services.report_lists import cell
from app.services.spans import LATE
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
        year = "" if since.year == self.period.year else f"{since.year}年"
        return {
            "unit": s.unit_name,
            "period": self.period.label,
            "days": self.period.days,
            "current": "本年" if self.period.span is PeriodSpan.YEAR else "本期",
            "last_year": "上年" if self.period.span is PeriodSpan.YEAR else "上年同期",
            "since": f"{year}{since.month}月{since.day}日",
            "consultation": s.meeting_label,
            "visits": s.visit_label,
            "studios": s.studio_label,
            "head": s.head,
            "auditor": s.reviewer,
            "filler": s.clerk,
            "phone": s.phone,
            "filled_on": printed(self.today),
        }

    def tables(self, session: Session, wanted: Iterable[Layout]) -> list[ReportTable]:
        """The reports of some layouts; figures of one grouping are asked for together."""
        layouts = [self._ticked(session, layout) for layout in wanted]
        asks: dict[str, list[Ask]] = defaultdict(list)
        for layout in layouts:
            asks[layout.rows] += self._asks(layout).values()
        spans = self.figures.spans(self.period)
        coverage, before = self.figures.coverage(), spans["last_year"]
        values = {
            by: coverage.marked(
                self.figures.evaluate(dict.fromkeys(each), spans, None if by == FIGURES else by),
                "last_year",
                before,
            )
            for by, each in asks.items()
            if each
        }
        return [self._table(session, layout, values.get(layout.rows, Values())) for layout in layouts]

    def _ticked(self, session: Session, layout: Layout) -> Layout:
        if any(column.source is Source.CHECKLIST for column in layout.values):
            return layout.with_checklist([label for _, label in checklist(session, self.settings)])
        return layout

    def _asks(self, layout: Layout) -> dict[int, Ask]:
        """What each column asks for, by its place; figures nobody knows are left out."""
        known = self.figures.catalogue
        if layout.rows == FIGURES:
            return {i: Ask(key) for i, key in enumerate(known)}
        return {
            i: Ask(c.key, () if c.part is None else (c.part,))
            for i, c in enumerate(layout.values)
            if c.source is Source.FIGURE and _answers(known, c, layout.rows)
        }

    def _table(self, session: Session, layout: Layout, values: Values) -> ReportTable:
        if layout.record_path is not None:
            path = layout.record_path
            rows, missing = report_lists.records(session, layout, path, self.period, self.today)
            return self._listed(layout, rows, missing)
        if layout.rows == FIGURES:
            rows, missing = report_lists.figures(layout, self.figures.catalogue, values)
            remark = report_lists.left_out(self.figures.catalogue, values)
            return self._listed(layout, rows, missing, remark=remark + self._compared(layout, values))
        return self._grouped(session, layout, values)

    def _listed(
        self, layout: Layout, rows: tuple[ReportRow, ...], missing: frozenset[int], remark: str = ""
    ) -> ReportTable:
        totals = tuple(_summed(rows, i) if c.format.numeric else None for i, c in enumerate(layout.values))
        return self._made(layout, rows, totals, missing, remark)

    def _grouped(self, session: Session, layout: Layout, values: Values) -> ReportTable:
        columns, known, asks = layout.values, self.figures.catalogue, self._asks(layout)
        facts = _Facts(session, layout.rows, [group.key for group in values.groups], self.settings)
        missing = frozenset(i for i, c in enumerate(columns) if i not in asks and not facts.has(c))
        rows = tuple(
            ReportRow(
                group.label,
                tuple(
                    _part(values, asks[i], c.span.value, group.key) if i in asks
                    else None if i in missing else facts.cell(c, group)
                    for i, c in enumerate(columns)
                ),
            )
            for group in values.groups
        )  # fmt: skip
        totals = tuple(
            _total(values, known, asks[i], c, layout.rows) if i in asks else None
            for i, c in enumerate(columns)
        )
        current = [ask for i, ask in asks.items() if columns[i].span is Span.CURRENT and not ask.only]
        remark = late_remark(known, values, current) + self._compared(layout, values)
        return self._made(layout, rows, totals, missing, remark)

    def _made(
        self, layout: Layout, rows: tuple[ReportRow, ...], totals: tuple[Total | None, ...],
        missing: frozenset[int], remark: str,
    ) -> ReportTable:  # fmt: skip
        kept = totals if layout.totals is not TotalsAt.NONE else ()
        return ReportTable(layout, self.words(), rows, kept, missing, remark)

    def _compared(self, layout: Layout, values: Values) -> str:
        """Which kind of number last year's is, where the table shows any."""
        shown = any(
            column.span is Span.LAST_YEAR or column.key == Span.LAST_YEAR.value for column in layout.values
        )
        return last_year_remark(values, self.words()["last_year"]) if shown else ""


def late_remark(known: FigureSet, values: Values, asks: Iterable[Ask | str]) -> str:
    """What 补报更正 is in the figures of a table, in a sentence; nothing where nothing was late."""
    parts = []
    for ask in dict.fromkeys(asked(ask) for ask in asks):
        late, figure = values.total(ask, LATE), known[ask.figure]
        if late and not isinstance(late, Pair):
            parts.append(f"{figure.label}{'加' if late > 0 else '减'} {abs(late)} {figure.unit}")
    name = "另有补报更正，计入累计，不计入本期" if values.is_apart else "本期含补报更正"
    return f"{name}：{'、'.join(parts)}。" if parts else ""


def last_year_remark(values: Values, name: str) -> str:
    """Whether last year's numbers are those reported then, or counted from the records of today."""
    number = values.sent.get(Span.LAST_YEAR.value)
    return f"{name}为当时报送的数。" if number is not None else f"{name}按现有记录计算。"


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


def _answers(known: FigureSet, column: Column, by: str) -> bool:
    """Whether there is such a figure, it can be split by the rows, and it knows of the part asked for."""
    if column.key not in known or not can_group(known[column.key], by, known):
        return False
    return column.part is None or can_group(known[column.key], column.part[0], known)


def _ticks(session: Session, items: Sequence[str]) -> dict[tuple[str, int], bool | None]:
    places = {key: place for place, key in enumerate(items)}
    rows = session.execute(
        select(Studio.uuid, ChecklistItem.item, ChecklistItem.met).join(
            Studio, ChecklistItem.parent_id == Studio.id
        )
    )
    return {(uuid, places[item]): met for uuid, item, met in rows if item in places}


def _part(values: Values, ask: Ask, span: str, group: str) -> Cell:
    return cell(values.part(ask, span, group)) if values.is_known(ask, span) else None


def _total(values: Values, known: FigureSet, ask: Ask, column: Column, by: str) -> Total:
    figure = known[ask.figure]
    ratio = figure.measure if isinstance(figure.measure, RatioOf) else None
    if not values.is_known(ask, column.span.value):
        return Total(None)
    return Total(
        cell(values.total(ask, column.span.value)),
        additive=is_additive(figure, by, known),
        ratio_of=None if ratio is None else (ratio.numerator, ratio.denominator),
    )


def _summed(rows: Sequence[ReportRow], place: int) -> Total:
    numbers = [value for row in rows if isinstance(value := row.values[place], int | Decimal)]
    return Total(sum(numbers), additive=True)
