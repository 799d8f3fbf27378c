"""ListRows: one page of a list as detached values, each with the words that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Record, model_of
from app.models.activity import PRESENT, Attendance
from app.models.context import Ref
from app.models.days import Day, first, iso, weekday
from app.models.fields import Field
from app.models.people import Person
from app.models.values import Choice, DayValue
from app.services.aggregates import DRAFT
from app.services.closed import ClosedPeriods, State
from app.services.context import OfficeContext, refs
from app.services.list_columns import column_of
from app.services.list_tables import ListTables
from app.services.options import Options

NAMES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and its words; `value` is what the field holds, a Ref for a pointer, names for members."""

    value: Any
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One record as a list shows it.

    `planned` is a draft whose day has not come; `state` says what became of one whose period went up.
    """

    id: int
    uuid: str
    number: str
    status: str
    title: str
    day: Day | None
    planned: bool
    cells: dict[str, Cell]
    state: State | None = None


class ListRows:
    """Reads the rows of some local ids with one statement and one more per kind pointed at.

    What is somebody's own is covered, unless the whole was asked for.
    """

    def __init__(
        self, session: Session, model: type[Record], keys: Sequence[str], today: date,
        closed: ClosedPeriods | None = None, *, full: bool = False,
    ) -> None:  # fmt: skip
        self._full = full
        self._session = session
        self._closed = closed
        self._model = model
        kind = model.kind
        named = [key for key in (kind.title, kind.day) if key and _has(model, key)]
        self._specs = [column_of(model, key) for key in dict.fromkeys([*keys, *named])]
        self._today = today
        named_figures = any(isinstance(s.value, Choice) and s.value.of == "figure" for s in self._specs)
        self._context = OfficeContext(session, Options.load(session, own_figures=named_figures), today)

    def read(self, ids: Sequence[int]) -> list[Row]:
        """The rows of these ids in their order; ids that are gone are left out."""
        tables = ListTables(self._model)
        plain = [spec for spec in self._specs if spec.shape != "members"]
        own = [tables.base.c[name] for name in ("id", "uuid", "number", "status")]
        columns = [tables.column(spec.key).label(f"f_{spec.key}") for spec in plain]
        found = {row[0]: row for row in self._session.execute(tables.select_ids(ids, *own, *columns))}
        there = [found[local] for local in ids if local in found]
        pointers = {spec.key: self._labels(spec, there) for spec in plain if spec.shape == "reference"}
        names = self._names(ids) if any(spec.shape == "members" for spec in self._specs) else {}
        return self._with_states([self._row(row, pointers, names.get(row[0], [])) for row in there])

    def _with_states(self, rows: list[Row]) -> list[Row]:
        if self._closed is None:
            return rows
        days = {row.uuid: row.day for row in rows if row.day is not None and row.status != DRAFT}
        states = self._closed.states(self._session, self._model.key, days)
        return [replace(row, state=states.get(row.uuid)) for row in rows] if states else rows

    def _labels(self, spec: Field, rows: Iterable[SqlRow[Any]]) -> dict[int, Ref]:
        ids = [local for row in rows if (local := row._mapping[f"f_{spec.key}"]) is not None]
        return refs(self._session, model_of(spec.target), ids)

    def _names(self, ids: Sequence[int]) -> dict[int, list[str]]:
        statement = (
            select(Attendance.activity_id, Person.name)
            .join(Person, Attendance.person_id == Person.id)
            .where(Attendance.activity_id.in_(ids), Attendance.status == PRESENT)
            .order_by(Attendance.activity_id, Attendance.position)
        )
        found: dict[int, list[str]] = defaultdict(list)
        for activity, name in self._session.execute(statement):
            found[activity].append(name)
        return found

    def _row(self, row: SqlRow[Any], pointers: dict[str, dict[int, Ref]], names: list[str]) -> Row:
        cells: dict[str, Cell] = {}
        for spec in self._specs:
            if spec.shape == "members":
                cells[spec.key] = Cell(tuple(names), shown_names(names))
                continue
            value = row._mapping[f"f_{spec.key}"]
            if spec.shape == "reference":
                value = pointers[spec.key].get(value)
            cells[spec.key] = Cell(self._told(spec, value), self._shown(spec, value))
        day = cells[self._model.kind.day].value if self._model.kind.day in cells else None
        ahead = day is not None and first(day) > self._today
        return Row(
            row.id, row.uuid, row.number or "", row.status, self._title(cells), day,
            row.status == DRAFT and ahead, cells,
        )  # fmt: skip

    def _told(self, spec: Field, value: Any) -> Any:
        """The value as it may be told: a text and a label as they are shown."""
        if self._full or spec.value is None:
            return value
        if isinstance(value, Ref):
            return Ref(value.uuid, spec.value.covered(value.label))
        return spec.value.covered(value) or None if isinstance(value, str) else value

    def _shown(self, spec: Field, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(spec.value, DayValue):
            return shown_day(value, self._today)
        assert spec.value is not None
        text = spec.value.format(value, self._context)
        return text if self._full else spec.value.covered(text)

    def _title(self, cells: dict[str, Cell]) -> str:
        title = cells.get(self._model.kind.title)
        if title is not None:
            return title.text
        # A kind that names its records itself gets words, not keys of options.
        said = {key: cell.value if isinstance(cell.value, Ref) else cell.text for key, cell in cells.items()}
        return self._model.title_of({key: value or None for key, value in said.items()})


def shown_day(day: Day, today: date) -> str:
    """A day as lists show it: 10-27 周二 in this year, else 2025-10-27; a month as 2026-10."""
    if isinstance(day, date) and day.year == today.year:
        return f"{day:%m-%d} {weekday(day)}"
    return iso(day)


def shown_names(names: Sequence[str]) -> str:
    """张伟、李娜等 5 人; three are all named."""
    if len(names) <= NAMES_SHOWN + 1:
        return "、".join(names)
    return f"{'、'.join(names[:NAMES_SHOWN])}等 {len(names)} 人"


def _has(model: type[Record], key: str) -> bool:
    return any(spec.key == key for spec in model.__fields__)
