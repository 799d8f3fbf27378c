"""SentNumbers: what submissions said of their own periods, read once; what was sent never changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, case, func, literal, select
from sqlalchemy.orm import Session

from app.models.figure import Distinct, Figure
from app.models.submission import LATE, NOW, PERIOD, Contribution
from app.services.figure_query import UNFILLED, Ask, Number, spreads
from app.services.given import in_unit, scale

_Only = tuple[tuple[str, str], ...]
_MOST = 24  # submissions by grouping; a table asks for one of them again and again


class _Row(NamedTuple):
    """A figure in one group: all it holds, how many different things, and what was given beside those."""

    figure: str
    spread: bool
    late: bool
    group: Any
    amount: int
    items: int
    uncounted: int | None


class SentNumbers:
    """Numbers of submissions by raw group value."""

    def __init__(self) -> None:
        self._rows: dict[tuple[int, str | None, _Only], Sequence[_Row]] = {}

    def of(
        self, session: Session, number: int, plain: Mapping[Ask, Figure], by: str | None, *, late: bool
    ) -> dict[Ask, dict[Any, Number]]:
        """A submission's figures in its period; with `late` what moved in earlier ones is in them."""
        found: dict[Ask, dict[Any, Number]] = {ask: {} for ask in plain}
        for only in {ask.only for ask in plain}:
            for row in self._read(session, number, by, only):
                figure = plain.get(Ask(row.figure, only))
                if figure is None or row.spread != (by is not None and spreads(figure, by)):
                    continue
                distinct = isinstance(figure.measure, Distinct)
                if row.late and (distinct or not late):
                    continue
                amount = row.items + (row.uncounted or 0) if distinct else row.amount
                cell = found[Ask(row.figure, only)]
                raw = UNFILLED if by is not None and row.group is None else row.group
                cell[raw] = cell.get(raw, 0) + in_unit(amount, scale(figure))
        return found

    def _read(self, session: Session, number: int, by: str | None, only: _Only) -> Sequence[_Row]:
        key = (number, by, only)
        if key not in self._rows:
            while len(self._rows) >= _MOST:
                del self._rows[next(iter(self._rows))]
            rows = session.execute(_statement(by, only), {"number": number})
            self._rows[key] = [_Row._make(row) for row in rows]
        return self._rows[key]


@lru_cache(maxsize=64)
def _statement(by: str | None, only: _Only) -> Select[Any]:
    table = Contribution
    late = table.part == LATE
    group: Any = literal(None) if by is None else getattr(table, by)
    parts = (table.figure, table.spread, late) if by is None else (table.figure, table.spread, late, group)
    return (
        select(
            table.figure, table.spread, late, group, func.sum(table.amount),
            func.count(table.item.distinct()), func.sum(case((table.item.is_(None), table.amount))),
        )
        .where(
            table.submission_id == bindparam("number"),
            table.part.in_((PERIOD, NOW, LATE)),
            *(getattr(table, name) == value for name, value in only),
        )
        .group_by(*parts)
    )  # fmt: skip
