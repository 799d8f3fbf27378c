"""ChildRows: the rows of an editable table as plain values, and what was typed that cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from app.errors import Unfit
from app.models.base import Base
from app.models.fields import Values, fields_of, rows_of
from app.services.aggregates import new_uuid
from app.ui.forms.child_columns import Column
from app.ui.forms.desk import Desk

_EMPTY: tuple[Any, ...] = (None, "", [], (), {})


class ChildRows:
    """Never changes what it was given: the first change copies it, so that a snapshot costs nothing."""

    def __init__(self, model: type[Base], desk: Desk) -> None:
        self._model = model
        self._desk = desk
        self.given: Any = None
        self.unread: dict[tuple[str, str], tuple[Any, str]] = {}  # (row, column) → what was typed, sentence

    @property
    def rows(self) -> list[Values]:
        """The rows to be looked at."""
        return self.given or []

    def put(self, place: int, column: Column, value: Any) -> None:
        """Put a value into a cell; a place after the last row makes a new one."""
        rows = self._copied()
        if place == len(rows):
            rows.append(blank_row(self._model))
        self._set(rows[place], self._model, column.path, value)
        self.unread.pop((rows[place]["uuid"], column.key), None)

    def put_unread(self, place: int, column: Column, typed: Any, sentence: str, *, value: Any = None) -> None:
        """Keep what was typed into a cell although it cannot be read, beside the `value` there is."""
        self.put(place, column, value)
        self.unread[(self.rows[place]["uuid"], column.key)] = (typed, sentence)

    def unread_text(self, place: int, column: Column) -> tuple[Any, str] | None:
        """What was typed into a cell and cannot be read, with why; None when it can."""
        if place >= len(self.rows):
            return None
        return self.unread.get((self.rows[place].get("uuid", ""), column.key))

    def remove(self, place: int) -> None:
        """Take a row out."""
        self._copied().pop(place)

    def is_blank(self, place: int, columns: Sequence[Column]) -> bool:
        """Whether nobody filled anything into a row."""
        row = self.rows[place]
        if any(key[0] == row.get("uuid") for key in self.unread):
            return False
        return all(column.get(row) in (*_EMPTY, column.spec.default) for column in columns)

    def paste(self, place: int, columns: Sequence[Column], text: str) -> int:
        """Fill cells from a block copied in WPS or Excel; the number of rows it had."""
        lines = [line for line in csv.reader(io.StringIO(text), dialect="excel-tab") if any(line)]
        for down, line in enumerate(lines):
            for column, raw in zip(columns, line, strict=False):
                self.put_raw(place + down, column, raw)
        return len(lines)

    def put_raw(self, place: int, column: Column, raw: str) -> None:
        """Read a text into a cell, or keep it there unread."""
        assert column.spec.value is not None
        try:
            self.put(place, column, column.spec.value.parse(raw, self._desk, {}))
        except Unfit as unfit:
            self.put_unread(place, column, raw.strip(), str(unfit))

    def _copied(self) -> list[Values]:
        self.given = deepcopy(self.given) if self.given else []
        rows: list[Values] = self.given
        for row in rows:
            row.setdefault("uuid", new_uuid())
        return rows

    def _set(self, row: Values, model: type[Base], path: tuple[str, ...], value: Any) -> None:
        key = path[0]
        if len(path) == 1:
            row[key] = value
            return
        spec = next(spec for spec in fields_of(model) if spec.key == key)
        below = rows_of(model, spec)
        if row.get(key) is None:
            if value in _EMPTY:
                return
            row[key] = blank_row(below)
        self._set(row[key], below, path[1:], value)
        if _says_nothing(row[key], below):
            row[key] = None


def blank_row(model: type[Base]) -> Values:
    """A new row with the defaults of its fields and an identity of its own."""
    values: Values = {"uuid": new_uuid()}
    for spec in fields_of(model):
        if spec.editable:
            values[spec.key] = [] if spec.shape == "children" else spec.default
    return values


def _says_nothing(row: Values, model: type[Base]) -> bool:
    return all(row.get(spec.key) in (*_EMPTY, spec.default) for spec in fields_of(model) if spec.editable)
