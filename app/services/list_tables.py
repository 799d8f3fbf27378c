"""ListTables: the columns and conditions of one kind's list, on as few tables as the question needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    FromClause,
    Select,
    String,
    and_,
    column,
    false,
    inspect,
    not_,
    or_,
    select,
    table,
    text,
    type_coerce,
)

from app.models import Record, model_of
from app.models.activity import Activity, Attendance
from app.models.fields import Field, field_of
from app.models.people import Membership
from app.models.periods import Period
from app.models.system import SearchRow
from app.models.values import Many
from app.services.aggregates import DRAFT, REGISTERED
from app.store import search

UNFILLED = ""
STATUS, PLANNED = "status", "planned"


class ListTables:
    """Plain tables instead of mapped classes: a list reads neither long texts nor what it does not show.

    Lives as long as one statement; a table is joined when one of its columns was asked for.
    """

    def __init__(self, model: type[Record]) -> None:
        self.model = model
        self._tables = list(inspect(model).tables)
        self.base = self._tables[0]
        self._used = [self.base]
        self._conditions: list[ColumnElement[bool]] = [self.base.c.deleted_at.is_(None)]
        if "type" in self.base.c and issubclass(model, Activity):
            self._conditions.append(self.base.c.type == model.key)

    @property
    def id(self) -> ColumnClause[Any]:
        return self.base.c.id

    def column(self, key: str) -> ColumnClause[Any]:
        """The column of a value field, or the local key of a reference; KeyError when there is none."""
        spec = next((field for field in self.model.__fields__ if field.key == key), None)
        name = f"{key}_id" if spec is not None and spec.shape == "reference" else key
        for each in self._tables:
            if name in each.c:
                if each not in self._used:
                    self._used.append(each)
                return each.c[name]
        raise KeyError(key)

    def select(self, *columns: ColumnElement[Any]) -> Select[Any]:
        """The columns of all records that meet the conditions."""
        return select(*columns).select_from(self._joined()).where(*self._conditions)

    def select_ids(self, ids: Sequence[int], *columns: ColumnElement[Any]) -> Select[Any]:
        """The columns of the records with these local ids, deleted ones too, in any order."""
        return select(*columns).select_from(self._joined()).where(self.id.in_(ids))

    def within(self, period: Period) -> None:
        """Only what happened in a period; a draft whose day is not known yet belongs to every period."""
        key = self.model.kind.day
        if not key:
            return
        day = type_coerce(self.column(key), String)
        inside = and_(day > period.after, day <= period.through)
        if field_of(self.model, key).needed == "save":
            self._conditions.append(inside)
        else:
            self._conditions.append(or_(inside, and_(day.is_(None), self.base.c.status == DRAFT)))

    def drafts(self) -> None:
        self._conditions.append(self.base.c.status == DRAFT)

    def among(self, uuids: Sequence[str]) -> None:
        """Only these records."""
        self._conditions.append(self.base.c.uuid.in_(list(uuids)))

    def searched(self, words: str) -> None:
        """Only what the words are found in, in any text of the record."""
        expression = search.match(words)
        if expression is None:
            self._conditions.append(false())
            return
        rows = select(SearchRow.record_id).where(
            SearchRow.kind == self.model.key, SearchRow.id.in_(_hits(expression))
        )
        self._conditions.append(self.id.in_(rows))

    def filtered(self, key: str, values: Sequence[Any], today: str) -> None:
        """Only records with one of the values: keys of options, uuids of references, "" for not filled."""
        if key == STATUS:
            self._conditions.append(or_(false(), *(self._in_state(str(value), today) for value in values)))
            return
        spec = field_of(self.model, key)
        wanted = [value for value in values if value != UNFILLED]
        parts = [self._holds(spec, wanted)] if wanted else []
        if UNFILLED in values:
            parts.append(self._unfilled(spec))
        self._conditions.append(or_(false(), *parts))

    def _holds(self, spec: Field, wanted: Sequence[Any]) -> ColumnElement[bool]:
        if spec.shape == "members":
            there = select(Attendance.activity_id).join(Membership).where(Membership.uuid.in_(wanted))
            return self.id.in_(there)
        column = self.column(spec.key)
        if spec.shape == "reference":
            target = model_of(spec.target)
            return column.in_(select(inspect(target).tables[0].c.id).where(_uuid(target).in_(wanted)))
        if isinstance(spec.value, Many):
            return or_(*(type_coerce(column, String).contains(f"|{value}|") for value in wanted))
        return column.in_(wanted)

    def _unfilled(self, spec: Field) -> ColumnElement[bool]:
        if spec.shape == "members":
            return self.id.not_in(select(Attendance.activity_id))
        return self.column(spec.key).is_(None)

    def _in_state(self, state: str, today: str) -> ColumnElement[bool]:
        status = self.base.c.status
        if state == REGISTERED or not self.model.kind.day:
            return status == state
        ahead = type_coerce(self.column(self.model.kind.day), String) > today
        if state == PLANNED:
            return and_(status == DRAFT, ahead)
        return and_(status == DRAFT, or_(not_(ahead), self.column(self.model.kind.day).is_(None)))

    def _joined(self) -> FromClause:
        joined: FromClause = self.base
        for each in self._used[1:]:
            joined = joined.join(each, each.c.id == self.id)
        return joined


def newest_hits(model: type[Record], words: str) -> Select[Any] | None:
    """Local ids of all that the words are found in, newest day first; None when there is nothing to find.

    The index alone answers this: it holds no deleted records and its row ids begin with the day.
    """
    expression = search.match(words)
    if expression is None:
        return None
    hits = _hits(expression).subquery()
    rows = select(SearchRow.record_id).join(hits, SearchRow.id == hits.c.rowid)
    return rows.where(SearchRow.kind == model.key).order_by(hits.c.rowid.desc())


def _hits(expression: str) -> Select[Any]:
    found: Select[Any] = select(column("rowid")).select_from(table("search"))
    return found.where(text("search MATCH :words").bindparams(words=expression))


def _uuid(model: type[Record]) -> ColumnClause[Any]:
    column: ColumnClause[Any] = inspect(model).tables[0].c.uuid
    return column
