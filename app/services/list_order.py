"""ListOrder: the ids a list shows, in the order a clerk expects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, String, inspect, type_coerce
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.fields import Field, fields_of
from app.models.values import Choice, Code, Many, RefTo, Text
from app.services.aggregates import DRAFT
from app.services.context import refs
from app.services.list_columns import column_of
from app.services.list_tables import STATUS, ListTables, newest_hits
from app.services.options import Options

_POSITION = "position"


class ListOrder:
    """Texts are ordered by pinyin as far as GB 18030 goes, choices by their list, pointers by their label.

    The database gives the kind's own order; another one is a stable sort of ids and one value each, which
    for 100,000 records is as fast as sorting them there, and the records of one value stay newest first.
    """

    def __init__(self, session: Session, model: type[Record], today: date) -> None:
        self._session = session
        self._model = model
        self._today = today

    def ids(self, tables: ListTables, key: str, descending: bool) -> tuple[int, ...]:
        """All ids that meet the conditions of `tables`; KeyError when the list has no such column."""
        model = self._model
        if key == model.kind.day and key:
            return self._by_day(tables, descending)
        if not key and model.kind.day:
            return self._by_day(tables, True)
        if not key:
            key = _POSITION if _has(model, _POSITION) else model.kind.title
            descending = False
        return self._by_value(tables, key, descending)

    def newest_hits(self, words: str) -> tuple[int, ...]:
        """All ids a search finds, newest day first; none when the words hold nothing to look for."""
        statement = newest_hits(self._model, words)
        return () if statement is None else tuple(row[0] for row in self._fetched(statement))

    def _by_day(self, tables: ListTables, descending: bool) -> tuple[int, ...]:
        day = tables.column(self._model.kind.day)
        order: list[ColumnElement[Any]]
        if descending:
            order = [day.desc(), tables.id.desc()]
        else:
            order = [day.asc(), tables.id.asc()]
        if self._spec(self._model.kind.day).needed != "save":
            order.insert(0, day.is_not(None))
        return tuple(row[0] for row in self._fetched(tables.select(tables.id).order_by(*order)))

    def _by_value(self, tables: ListTables, key: str, descending: bool) -> tuple[int, ...]:
        model = self._model
        if key == STATUS:
            return self._by_status(tables, descending)
        if not _has(model, key) and key != "number":
            return tuple(row[0] for row in self._fetched(tables.select(tables.id).order_by(tables.id)))
        spec = column_of(model, key)
        statement = tables.select(tables.id, tables.column(key))
        order = [tables.column(model.kind.day).desc()] if model.kind.day else []
        pairs = self._fetched(statement.order_by(*order, tables.id.desc()))
        measure = self._measure(spec)
        filled = [(measure(value), local) for local, value in pairs if value is not None]
        filled.sort(key=lambda pair: pair[0], reverse=descending)
        blank = [local for local, value in pairs if value is None]
        return tuple([local for _, local in filled] + blank)

    def _by_status(self, tables: ListTables, descending: bool) -> tuple[int, ...]:
        """What is still missing something first, then what is planned, then what counts."""
        status = tables.base.c.status
        columns: list[ColumnElement[Any]]
        if not self._model.kind.day:
            columns = [tables.id, status]
            order = [tables.id.desc()]
        else:
            day = tables.column(self._model.kind.day)
            columns = [tables.id, status, type_coerce(day, String)]
            order = [day.desc(), tables.id.desc()]
        today = self._today.isoformat()

        def place(row: Any) -> int:
            if row[1] != DRAFT:
                return 2
            return 1 if len(row) > 2 and row[2] and row[2] > today else 0

        rows = self._fetched(tables.select(*columns).order_by(*order))
        return tuple(row[0] for row in sorted(rows, key=place, reverse=descending))

    def _measure(self, spec: Field) -> Callable[[Any], Any]:
        """What to compare of a stored value; never asked about None."""
        if isinstance(spec.value, RefTo):
            places = self._places(spec)
            return lambda local: places.get(local, len(places))
        if isinstance(spec.value, Choice):
            entries = Options.load(self._session).entries(spec.value.of, retired=True)
            ranks = {option.key: place for place, option in enumerate(entries)}
            if isinstance(spec.value, Many):
                return lambda text: [ranks.get(key, len(ranks)) for key in text.strip("|").split("|")]
            return lambda key: ranks.get(key, len(ranks))
        if isinstance(spec.value, Text | Code):
            return lambda text: text.encode("gb18030", "replace")
        return lambda value: value

    def _places(self, spec: Field) -> dict[int, int]:
        """Local id of a record pointed at → its place among all of its kind."""
        target = model_of(spec.target)
        table = inspect(target).tables[0]
        ids = [row[0] for row in self._session.execute(table.select().with_only_columns(table.c.id))]
        labels = {
            local: ref.label.encode("gb18030", "replace")
            for local, ref in refs(self._session, target, ids).items()
        }
        first: dict[int, Any] = {}
        if _has(target, _POSITION):
            rows = self._session.execute(table.select().with_only_columns(table.c.id, table.c[_POSITION]))
            first = {row[0]: row[1] for row in rows if row[1] is not None}
        ordered = sorted(labels, key=lambda local: (first.get(local, float("inf")), labels[local], local))
        return {local: place for place, local in enumerate(ordered)}

    def _fetched(self, statement: Select[Any]) -> list[Any]:
        # Straight from the driver: wrapping 100,000 pairs costs more than reading and sorting them.
        cursor = self._session.connection().execute(statement).cursor
        return [] if cursor is None else list(cursor.fetchall())

    def _spec(self, key: str) -> Field:
        return next(spec for spec in fields_of(self._model) if spec.key == key)


def _has(model: type[Record], key: str) -> bool:
    return any(spec.key == key for spec in fields_of(model))
