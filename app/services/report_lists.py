"""The rows of tables in which a row is no group: records, their child rows, or figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.exporters.layout import Column, Layout, Source
from app.exporters.tables import Mark, Ratio, ReportRow
from app.exporters.tables import Value as Cell
from app.models import RECORDS
from app.models.figure import Figure
from app.models.figure_set import FigureSet
from app.models.periods import Period
from app.services.figure_query import Number
from app.services.figure_values import Pair, Value, Values, rounded
from app.services.ledger import Ledger, period_ids
from app.services.ledger_rows import LedgerRows, is_path
from app.services.options import Options

Lines = tuple[tuple[ReportRow, ...], frozenset[int]]
"""The rows, and the places of columns that nothing answers."""


def is_known(path: str) -> bool:
    """Whether there are such records, or such rows below them."""
    return path in {model.key for model in RECORDS} or is_path(path)


def records(session: Session, layout: Layout, path: str, period: Period, today: date) -> Lines:
    """Records of a period, or the child rows at the end of a path, oldest first."""
    options = Options.load(session)
    if "." in path:
        keys = [column.key for column in layout.values]
        rows = LedgerRows(session, options, path, keys, period, layout.until, today)
        known = {key for key in keys if rows.has(key)}
        return _lines(layout.values, known, rows.rows)
    ledger = Ledger(session, options, path, period_ids(session, path, period))
    known = {column.key for column in layout.values if ledger.has(column.key)}
    return _lines(
        layout.values, known, [{key: ledger.cell(row, key) for key in known} for row in ledger.rows]
    )


def figures(layout: Layout, known: FigureSet, values: Values) -> Lines:
    """One figure a row with what FACTS knows of it; figures without any number are left out."""
    asked = [_Asked(figure, values) for figure in known.values() if has_number(figure, values)]
    rows = [{key: fact(each) for key, fact in FACTS.items()} for each in asked]
    return _lines(layout.values, set(FACTS), rows)


def has_number(figure: Figure, values: Values) -> bool:
    """Whether there is anything to tell of a figure, now or last year."""
    return any(rounded(values.total(figure.key, span)) for span in ("current", "ytd", "last_year"))


def left_out(known: FigureSet, values: Values) -> str:
    """How many figures have no number at all, in a sentence."""
    count = sum(not has_number(figure, values) for figure in known.values())
    return f"各期都没有数的 {count} 项指标没有列。" if count else ""


def cell(value: Value) -> Cell:
    """A figure's value for a cell; a ratio over nothing is 不适用."""
    if not isinstance(value, Pair):
        return value
    if not value.denominator:
        return Mark.NOT_APPLICABLE
    return Ratio(int(value.numerator), int(value.denominator))


def _lines(columns: Sequence[Column], known: set[str], rows: Sequence[Mapping[str, Cell]]) -> Lines:
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

    def number(self, span: str) -> Number | None:
        """The value; of a ratio the per cent, to one decimal; None when it is not known."""
        if not self.values.is_known(self.figure.key, span):
            return None
        return rounded(self.values.total(self.figure.key, span))

    @property
    def change(self) -> Number | None:
        now, before = self.number("current"), self.number("last_year")
        return None if now is None or before is None else now - before

    @property
    def change_rate(self) -> Number | None:
        """How much more in per cent; nothing for a ratio, whose change is in points."""
        before, change = self.number("last_year"), self.change
        if self.figure.nature == "ratio" or not before or change is None:
            return None
        return rounded(Pair(change, before))


def _known(number: Number | None) -> Cell:
    return Mark.NOT_APPLICABLE if number is None else number


FACTS: dict[str, Callable[[_Asked], Cell]] = {
    "label": lambda asked: asked.figure.label,
    "unit": lambda asked: asked.figure.unit,
    "rule": lambda asked: asked.figure.rule,
    "current": lambda asked: _known(asked.number("current")),
    "ytd": lambda asked: _known(asked.number("ytd")),
    "last_year": lambda asked: _known(asked.number("last_year")),
    "change": lambda asked: _known(asked.change),
    "change_rate": lambda asked: _known(asked.change_rate),
}
"""What a column of a table of figures may ask for."""
