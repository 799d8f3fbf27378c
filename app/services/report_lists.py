"""The rows of tables in which a row is no group: records, their child rows, or figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from app.exporters.layout import Column, Layout, Source
from app.exporters.tables import Mark, Ratio, ReportRow
from app.exporters.tables import Value as Cell
from app.models import RECORDS
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.figure_values import Pair, Value, Values, rounded
from app.services.ledger import Ledger, period_ids
from app.services.ledger_rows import LedgerRows, is_path
from app.services.options import Options

Lines = tuple[tuple[ReportRow, ...], frozenset[int]]
"""The rows, and the places of columns that nothing answers."""


def is_known(path: str) -> bool:
    """Whether there are such records, or such rows below them."""
    return path in {model.key for model in RECORDS} or is_path(path)


def records(session: Session, layout: Layout, path: str, period: Period) -> Lines:
    """Records of a period, or the child rows at the end of a path, oldest first."""
    options = Options.load(session)
    if "." in path:
        keys = [column.key for column in layout.values]
        rows = LedgerRows(session, options, path, keys, period, layout.until)
        known = {key for key in keys if rows.has(key)}
        return _lines(layout.values, known, rows.rows)
    ledger = Ledger(session, options, path, period_ids(session, path, period))
    known = {column.key for column in layout.values if ledger.has(column.key)}
    return _lines(
        layout.values, known, [{key: ledger.cell(row, key) for key in known} for row in ledger.rows]
    )


def figures(layout: Layout, known: FigureSet, values: Values) -> Lines:
    """One figure a row with what FACTS knows of it."""
    rows = [{key: fact(_Asked(figure, values)) for key, fact in FACTS.items()} for figure in known.values()]
    return _lines(layout.values, set(FACTS), rows)


def cell(value: Value) -> Cell:
    """A figure's value for a cell; a ratio over nothing is 不适用."""
    if not isinstance(value, Pair):
        return value
    if not value.denominator:
        return Mark.NOT_APPLICABLE
    return Ratio(int(value.numerator), int(value.denominator))


def _lines(columns: Sequence[Column], known: set[str], rows: Sequence[dict[str, Cell]]) -> Lines:
    missing = frozenset(
        i for i, c in enumerate(columns) if c.source is not Source.FIELD or c.key not in known
    )
    cells = (tuple(None if i in missing else row[c.key] for i, c in enumerate(columns)) for row in rows)
    return tuple(ReportRow("", line) for line in cells), missing


@dataclass(frozen=True, slots=True)
class _Asked:
    """One figure with its values."""

    figure: Figure
    values: Values

    def shown(self, span: str) -> Cell:
        """The value; of a ratio the per cent, to one decimal."""
        found = rounded(self.values.total(self.figure.key, span))
        return Mark.NOT_APPLICABLE if found is None else found

    @property
    def change(self) -> Cell:
        now, before = self.shown("current"), self.shown("last_year")
        known = isinstance(now, int | Decimal) and isinstance(before, int | Decimal)
        return now - before if known else Mark.NOT_APPLICABLE  # type: ignore[operator]

    @property
    def change_rate(self) -> Cell:
        """How much more in per cent; nothing for a ratio, whose change is in points."""
        before, change = self.shown("last_year"), self.change
        if self.figure.nature == "ratio" or not isinstance(before, int | Decimal) or not before:
            return Mark.NOT_APPLICABLE
        assert isinstance(change, int | Decimal)
        return rounded(Pair(change, before)) or 0


FACTS = {
    "label": lambda asked: asked.figure.label,
    "unit": lambda asked: asked.figure.unit,
    "rule": lambda asked: asked.figure.rule,
    "current": lambda asked: asked.shown("current"),
    "ytd": lambda asked: asked.shown("ytd"),
    "last_year": lambda asked: asked.shown("last_year"),
    "change": lambda asked: asked.change,
    "change_rate": lambda asked: asked.change_rate,
}
"""What a column of a table of figures may ask for."""
