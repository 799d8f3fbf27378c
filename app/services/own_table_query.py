"""OwnTableQuery: the records an ad-hoc table means, in its order, and what they add up to by group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, String, func, not_, or_, type_coerce
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.days import first, from_stored
from app.models.fields import Field
from app.models.periods import Calendar, Period
from app.models.values import Choice, DayValue, Flag, Money, RefTo
from app.services import own_table_fields
from app.services.context import refs
from app.services.list_columns import column_of
from app.services.list_order import ListOrder
from app.services.list_tables import STATUS, ListTables
from app.services.options import Options
from app.services.own_table import Condition, OwnTable, SortKey
from app.services.own_table_fields import EMPTY, FILLED, IN, MOST, NOT_IN, can_sum, field_for

Number = int | Decimal
UNFILLED_LABEL = "未填"


@dataclass(frozen=True, slots=True)
class GroupSum:
    """One group of records: a stable key ("" for not filled), its words, how many, and the sums in order."""

    key: str
    label: str
    count: int
    sums: tuple[Number, ...]


class OwnTableQuery:
    """Lives as long as one intention; the table must have been checked."""

    def __init__(self, session: Session, table: OwnTable, period: Period | None, today: date) -> None:
        self.model: type[Record] = model_of(table.kind)
        self._session = session
        self._table = table
        self._period = period
        self._today = today

    @property
    def summed(self) -> tuple[Field, ...]:
        """The chosen columns that add up, in their order."""
        chosen = (field_for(self.model, key) for key in self._table.fields)
        return tuple(spec for spec in chosen if spec is not None and can_sum(spec))

    def ids(self) -> tuple[int, ...]:
        """Local ids of the records in the table's order."""
        return _Order(self._session, self.model, self._today).sorted(self._rows, self._table.sort)

    def totals(self) -> GroupSum:
        """All records together."""
        rows = self._rows()
        columns = [func.coalesce(func.sum(self._plain(rows, spec)), 0) for spec in self.summed]
        found = self._session.execute(rows.select(func.count(rows.id), *columns)).one()
        return GroupSum("", "", found[0], self._numbers(found[1:]))

    def groups(self, calendar: Calendar) -> list[GroupSum]:
        """One line per group that has records; 未填 last."""
        spec = self._group_field()
        rows = self._rows()
        raw = self._raw(rows, spec)
        columns = [func.coalesce(func.sum(self._plain(rows, each)), 0) for each in self.summed]
        statement = rows.select(raw, func.count(rows.id), *columns).group_by(raw)
        found: dict[Any, list[Any]] = {}
        for value, *amounts in self._session.execute(statement):
            key = self._month(calendar, value) if isinstance(spec.value, DayValue) else value
            held = found.setdefault(key, [0] * len(amounts))
            found[key] = [sum(pair) for pair in zip(held, amounts, strict=True)]
        named = self._named(spec, [key for key in found if key is not None])
        lines = [
            GroupSum(key, label, found[value][0], self._numbers(found[value][1:]))
            for value, (key, label) in named.items()
        ]
        if None in found:
            lines.append(GroupSum("", UNFILLED_LABEL, found[None][0], self._numbers(found[None][1:])))
        return self._ordered(lines, spec)

    def uuids_of(self, calendar: Calendar, group: str) -> list[str]:
        """The records of one group, in the kind's own order."""
        spec = self._group_field()
        rows = self._rows()
        uuid = rows.base.c.uuid
        day = [rows.column(self.model.kind.day).desc()] if self.model.kind.day else []
        statement = rows.select(uuid, self._raw(rows, spec)).order_by(*day, rows.id.desc())
        found = list(self._session.execute(statement))
        by_day = isinstance(spec.value, DayValue)
        raws = {value for _, value in found if value is not None}
        if by_day:
            keys = {value: self._month(calendar, value) or "" for value in raws}
        else:
            keys = {value: key for value, (key, _) in self._named(spec, list(raws)).items()}
        return [one for one, value in found if (keys.get(value, "") if value is not None else "") == group]

    # private

    def _rows(self) -> _Rows:
        rows = _Rows(self.model)
        if self._period is not None:
            rows.within(self._period)
        for condition in self._table.filters:
            rows.limit(condition, self._today.isoformat())
        return rows

    def _group_field(self) -> Field:
        spec = field_for(self.model, self._table.group)
        assert spec is not None
        return spec

    def _raw(self, rows: _Rows, spec: Field) -> ColumnElement[Any]:
        column = rows.column(spec.key)
        return type_coerce(column, String) if isinstance(spec.value, DayValue) else column

    def _plain(self, rows: _Rows, spec: Field) -> ColumnElement[Any]:
        return rows.column(spec.key)

    def _numbers(self, amounts: Sequence[Any]) -> tuple[Number, ...]:
        return tuple(
            Decimal(amount) if isinstance(spec.value, Money) else int(amount)
            for spec, amount in zip(self.summed, amounts, strict=True)
        )

    def _month(self, calendar: Calendar, value: str | None) -> str | None:
        return None if value is None else calendar.month_of(first(from_stored(value))).key

    def _named(self, spec: Field, values: Sequence[Any]) -> dict[Any, tuple[str, str]]:
        """Stored value → stable key and today's words, in the order of their list."""
        if isinstance(spec.value, DayValue):
            labels = {value: (value, _month_label(value)) for value in values}
            return {value: labels[value] for value in sorted(values)}
        if isinstance(spec.value, Flag):
            words = {True: ("1", "是"), False: ("0", "否")}
            return {value: words[bool(value)] for value in sorted(values, reverse=True)}
        order = _Order(self._session, self.model, self._today)
        ordered = sorted(values, key=order.measure(spec))
        if isinstance(spec.value, RefTo):
            found = refs(self._session, model_of(spec.target), ordered)
            return {value: (found[value].uuid, found[value].label) for value in ordered if value in found}
        assert isinstance(spec.value, Choice)
        options, name = Options.load(self._session), spec.value.of
        return {value: (value, options.label(name, value)) for value in ordered}

    def _ordered(self, lines: list[GroupSum], spec: Field) -> list[GroupSum]:
        """By what was asked, else as their list has them."""
        places = {each.key: place for place, each in enumerate(self.summed)}
        for sort in reversed(self._table.sort):
            if sort.field == spec.key:
                lines = lines[::-1] if sort.descending else lines
            elif sort.field in places:
                lines.sort(key=lambda line, at=places[sort.field]: line.sums[at], reverse=sort.descending)  # type: ignore[misc]
            else:
                lines.sort(key=lambda line: line.count, reverse=sort.descending)
        return lines


class _Rows(ListTables):
    """A list's tables with the conditions of an ad-hoc table."""

    def limit(self, condition: Condition, today: str) -> None:
        """Adds one condition."""
        if condition.op == IN:
            self.filtered(condition.field, condition.value, today)
            return
        spec = field_for(self.model, condition.field)
        assert spec is not None
        if condition.op == NOT_IN:
            self._conditions.append(self._other_than(spec, condition.value))
        elif condition.op == EMPTY:
            self._conditions.append(self._unfilled(spec))
        elif condition.op == FILLED:
            self._conditions.append(not_(self._unfilled(spec)))
        else:
            self._conditions.append(self._compared(spec, condition))

    def _other_than(self, spec: Field, keys: Sequence[str]) -> ColumnElement[bool]:
        """None of the values; a record that says nothing is other than them, unless that is among them."""
        wanted = [key for key in keys if key]
        parts = [or_(self._unfilled(spec), not_(self._holds(spec, wanted)))] if wanted else []
        if "" in keys:
            parts.append(not_(self._unfilled(spec)))
        result: ColumnElement[bool] = parts[0]
        for part in parts[1:]:
            result = result & part
        return result

    def _compared(self, spec: Field, condition: Condition) -> ColumnElement[bool]:
        column, value = self.column(spec.key), condition.value
        compared: ColumnElement[Any] = column
        if isinstance(spec.value, DayValue):
            # What is known to the month only is not too early by its last day, nor too late by its first.
            end = "-01" if condition.op == MOST else "-31"
            compared = func.replace(type_coerce(column, String), "-00", end)
        elif isinstance(spec.value, Money):
            value = Decimal(value)
        match condition.op:
            case own_table_fields.LEAST:
                return _true(compared >= value)
            case own_table_fields.MOST:
                return _true(compared <= value)
            case own_table_fields.EQUAL:
                return _true(compared == value)
            case own_table_fields.HAS:
                return _contains(column, value)
            case own_table_fields.HAS_NOT:
                return or_(column.is_(None), not_(_contains(column, value)))
            case _:
                return _true(column.is_(value))


class _Order(ListOrder):
    """Several columns to sort by, the first one counting most; blanks last, then newest first."""

    def sorted(self, rows: Callable[[], _Rows], keys: Sequence[SortKey]) -> tuple[int, ...]:
        if not keys:
            return self.ids(rows(), "", True)
        if len(keys) == 1 or any(key.field == STATUS for key in keys):
            return self.ids(rows(), keys[0].field, keys[0].descending)
        tables = rows()
        columns = [tables.column(key.field) for key in keys]
        day = [tables.column(self._model.kind.day).desc()] if self._model.kind.day else []
        found = self._fetched(tables.select(tables.id, *columns).order_by(*day, tables.id.desc()))
        for place in range(len(keys), 0, -1):
            key = keys[place - 1]
            measure = self.measure(column_of(self._model, key.field))
            filled = [row for row in found if row[place] is not None]
            filled.sort(key=lambda row: measure(row[place]), reverse=key.descending)
            found = filled + [row for row in found if row[place] is None]
        return tuple(row[0] for row in found)

    def measure(self, spec: Field) -> Callable[[Any], Any]:
        """What to compare of a stored value."""
        return self._measure(spec)


def _contains(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return type_coerce(column, String).contains(words.strip(), autoescape=True)


def _true(condition: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = condition
    return found


def _month_label(key: str) -> str:
    year, month = key.split("-")
    return f"{year}年{int(month)}月"
