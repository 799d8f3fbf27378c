"""Listing: finding, ordering and totalling the records of one kind, for lists of any length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, TableClause, func, inspect, select, type_coerce
from sqlalchemy.orm import Session

from app.clock import Clock
from app.errors import BLOCKING
from app.models import Record, model_of
from app.models.days import first, from_stored, iso
from app.models.fields import Field, field_of
from app.models.periods import Calendar, Period
from app.models.values import Choice
from app.services.aggregates import load_options, to_aggregate
from app.services.checking import check
from app.services.closed import ClosedPeriods
from app.services.context import OfficeContext, refs
from app.services.list_columns import columns_of
from app.services.list_order import ListOrder
from app.services.list_query import Entry, Found, Query
from app.services.list_rows import Cell, ListRows, Row
from app.services.list_tables import ListTables
from app.services.list_totals import Totals, sum_columns, totals
from app.services.options import Options
from app.store.store import Store

CHUNK, MANY = 500, 5000


class Listing:
    """Answers lists; every call is one short reading session and returns detached values."""

    def __init__(self, store: Store, clock: Clock, calendar: Calendar) -> None:
        self._store = store
        self._clock = clock
        self._calendar = calendar

    def find(self, query: Query) -> Found:
        """The ids of all records that the query means, in its order."""
        model = model_of(query.kind)
        with self._store.reading() as session:
            order = ListOrder(session, model, self._clock.today())
            if query.is_plain_search and model.kind.day:
                return Found(order.newest_hits(query.search))
            return Found(order.ids(self._tables(model, query), *query.order))

    def rows(
        self, kind: str, ids: Sequence[int], keys: Sequence[str] | None = None, *, full: bool = False
    ) -> list[Row]:
        """Rows of some ids with the values of `keys` (default: the listed fields); gone ids are left out.

        Numbers of people are covered; whoever wants them in `full` notes that first (Disclosure).
        """
        model = model_of(kind)
        shown = [spec.key for spec in columns_of(model)] if keys is None else keys
        with self._store.reading() as session:
            closed = ClosedPeriods.load(session, self._calendar)
            reader = ListRows(session, model, shown, self._clock.today(), closed, full=full)
            return [row for part in _parts(ids) for row in reader.read(part)]

    def missing(self, kind: str, ids: Sequence[int]) -> dict[int, int]:
        """How many things keep each of some drafts from being counted, by local id."""
        model = model_of(kind)
        with self._store.reading() as session:
            context = OfficeContext(session, Options.load(session), self._clock.today())
            wanted = select(model).where(model.id.in_(ids)).options(*load_options(model))
            found = {}
            for record in session.scalars(wanted):
                values = to_aggregate(session, record).values
                model.fill(values, context)
                found[record.id] = sum(p.level in BLOCKING for p in check(model, values, context))
            return found

    def totals(self, query: Query) -> Totals:
        """Count and sums of everything the query means."""
        model = model_of(query.kind)
        tables = self._tables(model, query)
        columns = sum_columns(model, tables)
        with self._store.reading() as session:
            return totals(model, list(session.execute(tables.select(*columns)).one()))

    def totals_of(self, kind: str, ids: Sequence[int]) -> Totals:
        """Count and sums of some records."""
        model = model_of(kind)
        tables = ListTables(model)
        columns = sum_columns(model, tables)
        with self._store.reading() as session:
            parts = _parts(ids, MANY)
            read = [session.execute(tables.select_ids(part, *columns)).one() for part in parts]
        return totals(model, [sum(column) for column in zip(*read, strict=True)])

    def choices(self, kind: str, key: str, within: Mapping[str, Sequence[str]] | None = None) -> list[Entry]:
        """The values a list can be narrowed by; those of 村 only inside the 乡镇 given in `within`."""
        spec = field_of(model_of(kind), key)
        with self._store.reading() as session:
            if isinstance(spec.value, Choice):
                options = Options.load(session).entries(spec.value.of)
                return [Entry(option.key, option.label) for option in options]
            return _targets(session, spec, (within or {}).get(spec.narrowed_by, ()))

    def latest(self, query: Query) -> tuple[Period, int] | None:
        """The last month, up to the query's period if there is one, that has records; and how many."""
        model = model_of(query.kind)
        if not model.kind.day:
            return None
        tables = ListTables(model)
        day = type_coerce(tables.column(model.kind.day), String)
        statement = tables.select(func.max(day))
        with self._store.reading() as session:
            before = statement.where(day <= query.period.through) if query.period else statement
            last = session.execute(before).scalar() or session.execute(statement).scalar()
        if last is None:
            return None
        period = self._calendar.month_of(first(from_stored(last)))
        return period, self.find(Query(query.kind, period)).total

    def uuids(self, kind: str, ids: Sequence[int]) -> list[str]:
        """The uuids of some local ids, in their order; also the neighbours of a record for its form."""
        table = _table(model_of(kind))
        statement = select(table.c.id, table.c.uuid)
        found: dict[int, str] = {}
        with self._store.reading() as session:
            # Asking for a whole long list at once is quicker than naming its records.
            parts = _parts(ids) if len(ids) <= MANY else (None,)
            for part in parts:
                wanted = statement if part is None else statement.where(table.c.id.in_(part))
                found.update((row[0], row[1]) for row in session.execute(wanted))
        return [found[local] for local in ids if local in found]

    def as_json(self, query: Query, *, full: bool = False) -> list[dict[str, Any]]:
        """The whole list as plain values: uuid, number, status, title, day, then the listed fields."""
        columns = columns_of(model_of(query.kind))
        return [_plain(row, columns) for row in self.rows(query.kind, self.find(query).ids, full=full)]

    def _tables(self, model: type[Record], query: Query) -> ListTables:
        tables = ListTables(model)
        if query.period is not None:
            tables.within(query.period)
        if query.search:
            tables.searched(query.search)
        if query.drafts_only:
            tables.drafts()
        if query.among is not None:
            tables.among(query.among)
        for key, value in query.filters.items():
            values = value if isinstance(value, list | tuple | set | frozenset) else (value,)
            if values:
                tables.filtered(key, tuple(values), self._clock.today().isoformat())
        return tables


def _targets(session: Session, spec: Field, within: Sequence[str]) -> list[Entry]:
    """The records a reference may point to, in their own order."""
    target = model_of(spec.target)
    tables = ListTables(target)
    if within:
        tables.filtered(spec.narrowed_by, tuple(within), "")
    ids = ListOrder(session, target, date.min).ids(tables, "", False)
    found = refs(session, target, ids)
    return [Entry(found[local].uuid, found[local].label) for local in ids if local in found]


def _plain(row: Row, columns: Sequence[Field]) -> dict[str, Any]:
    day = None if row.day is None else iso(row.day)
    own = {"uuid": row.uuid, "number": row.number, "status": row.status, "title": row.title, "day": day}
    return own | {spec.key: _plain_value(spec, row.cells[spec.key]) for spec in columns}


def _plain_value(spec: Field, cell: Cell) -> Any:
    return list(cell.value) if spec.value is None else spec.value.plain(cell.value)


def _parts(ids: Sequence[int], size: int = CHUNK) -> Iterator[Sequence[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _table(model: type[Record]) -> TableClause:
    found: TableClause = inspect(model).tables[0]
    return found


__all__ = ["Entry", "Found", "Listing", "Query", "Row", "Totals"]
